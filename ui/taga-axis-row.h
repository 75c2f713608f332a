#pragma once

#include <gtk/gtk.h>

#include "taga-axis-values.h"

G_BEGIN_DECLS

#define TAGA_TYPE_AXIS_ROW (taga_axis_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaAxisRow, taga_axis_row, TAGA, AXIS_ROW, GtkBox)

GtkWidget *taga_axis_row_new (const TagaItem *axis);

void taga_axis_row_update (TagaAxisRow *self, const TagaAxisValue *value);

G_END_DECLS
