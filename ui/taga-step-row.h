#pragma once

#include <adwaita.h>

#include "taga-step-item.h"

G_BEGIN_DECLS

#define TAGA_TYPE_STEP_ROW (taga_step_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaStepRow, taga_step_row, TAGA, STEP_ROW, AdwBin)

GtkWidget *taga_step_row_new (void);

TagaStepItem *taga_step_row_get_item (TagaStepRow *self);
void taga_step_row_set_item (TagaStepRow *self, TagaStepItem *item);

G_END_DECLS
