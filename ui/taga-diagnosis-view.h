#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_DIAGNOSIS_VIEW (taga_diagnosis_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaDiagnosisView, taga_diagnosis_view, TAGA, DIAGNOSIS_VIEW, AdwBin)

GtkWidget *taga_diagnosis_view_new (void);

void taga_diagnosis_view_set_store (TagaDiagnosisView *self, TagaStore *store);

G_END_DECLS
