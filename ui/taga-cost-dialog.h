#pragma once

#include <adwaita.h>

#include "taga-advice.h"

G_BEGIN_DECLS

#define TAGA_TYPE_COST_DIALOG (taga_cost_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaCostDialog, taga_cost_dialog, TAGA, COST_DIALOG, AdwWindow)

void taga_cost_dialog_present (GtkWidget *widget,
                               TagaStore *store,
                               TagaAdvice *advice,
                               GPtrArray *first);

G_END_DECLS
