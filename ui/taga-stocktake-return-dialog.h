#pragma once

#include <adwaita.h>

#include "taga-stocktake-return.h"

G_BEGIN_DECLS

#define TAGA_TYPE_STOCKTAKE_RETURN_DIALOG (taga_stocktake_return_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaStocktakeReturnDialog,
                      taga_stocktake_return_dialog,
                      TAGA,
                      STOCKTAKE_RETURN_DIALOG,
                      AdwWindow)

GtkWidget *taga_stocktake_return_dialog_new (GtkWindow *parent,
                                             TagaStore *store,
                                             GFile *file,
                                             TagaStocktakeReturn *back);

G_END_DECLS
