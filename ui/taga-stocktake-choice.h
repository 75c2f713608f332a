#pragma once

#include <gtk/gtk.h>

#include "taga-stocktake-return.h"

G_BEGIN_DECLS

/**
 * TagaStocktakeColumn:
 *
 * What can be said about a choice.
 */
typedef enum
{
  TAGA_STOCKTAKE_COLUMN_ASSET,
  TAGA_STOCKTAKE_COLUMN_WHAT,
  TAGA_STOCKTAKE_COLUMN_SENT,
  TAGA_STOCKTAKE_COLUMN_THEIRS,
  TAGA_STOCKTAKE_COLUMN_OURS,
  TAGA_STOCKTAKE_N_COLUMNS
} TagaStocktakeColumn;

#define TAGA_TYPE_STOCKTAKE_CHOICE (taga_stocktake_choice_get_type ())
G_DECLARE_FINAL_TYPE (TagaStocktakeChoice, taga_stocktake_choice, TAGA, STOCKTAKE_CHOICE, GObject)

GListStore *taga_stocktake_choice_list (TagaStocktakeReturn *back, TagaEdition *edition);

char *taga_stocktake_choice_get_text (TagaStocktakeChoice *self, TagaStocktakeColumn column);
gboolean taga_stocktake_choice_is_conflict (TagaStocktakeChoice *self);
gboolean taga_stocktake_choice_is_ticked (TagaStocktakeChoice *self);
void taga_stocktake_choice_set_ticked (TagaStocktakeChoice *self, gboolean ticked);

G_END_DECLS
