#pragma once

#include <adwaita.h>

#include "taga-step-line.h"

G_BEGIN_DECLS

#define TAGA_TYPE_STEP_LINE_ROW (taga_step_line_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaStepLineRow, taga_step_line_row, TAGA, STEP_LINE_ROW, AdwBin)

GtkWidget *taga_step_line_row_new (void);

TagaStepLine *taga_step_line_row_get_line (TagaStepLineRow *self);
void taga_step_line_row_set_line (TagaStepLineRow *self, TagaStepLine *line);

G_END_DECLS
