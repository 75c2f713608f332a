#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_STOCKTAKE_DIALOG (taga_stocktake_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaStocktakeDialog, taga_stocktake_dialog, TAGA, STOCKTAKE_DIALOG, AdwWindow)

void taga_stocktake_present (GtkWindow *parent, TagaStore *store);
void taga_stocktake_dialog_take_in (TagaStocktakeDialog *self, GFile *file);
void taga_stocktake_dialog_send_to (TagaStocktakeDialog *self, GFile *folder);

G_END_DECLS
