#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_STOCKTAKE_OVERVIEW (taga_stocktake_overview_get_type ())
G_DECLARE_FINAL_TYPE (TagaStocktakeOverview,
                      taga_stocktake_overview,
                      TAGA,
                      STOCKTAKE_OVERVIEW,
                      AdwBin)

gboolean taga_stocktake_overview_refresh (TagaStocktakeOverview *self,
                                          TagaStore *store,
                                          gint64 *open,
                                          GError **error);

gboolean taga_stocktake_overview_was_sent (TagaStocktakeOverview *self);
guint taga_stocktake_overview_count_open (TagaStocktakeOverview *self);
guint taga_stocktake_overview_count_refused (TagaStocktakeOverview *self);
guint taga_stocktake_overview_count_chosen (TagaStocktakeOverview *self, guint *n_all);
char **taga_stocktake_overview_list_chosen (TagaStocktakeOverview *self);
gboolean taga_stocktake_overview_take_due (TagaStocktakeOverview *self, char **due);

G_END_DECLS
