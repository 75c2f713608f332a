#pragma once

#include <adwaita.h>

#include "taga-advice-groups.h"

G_BEGIN_DECLS

#define TAGA_TYPE_PLAN_DIALOG (taga_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaPlanDialog, taga_plan_dialog, TAGA, PLAN_DIALOG, AdwWindow)

void taga_plan_dialog_present (GtkWidget *widget, TagaStore *store, GPtrArray *groups);

G_END_DECLS
