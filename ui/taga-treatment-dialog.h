#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_TREATMENT_DIALOG (taga_treatment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaTreatmentDialog, taga_treatment_dialog, TAGA, TREATMENT_DIALOG, AdwWindow)

void taga_treatment_dialog_present (GtkWidget *widget, TagaStore *store, GArray *ids);

G_END_DECLS
