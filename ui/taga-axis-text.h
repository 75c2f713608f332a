#pragma once

#include <glib.h>

#include "taga-axis-values.h"

G_BEGIN_DECLS

const char *taga_axis_text_name (const TagaItem *axis);
char *taga_axis_text_score (int tenths);
char *taga_axis_text_change (int before, int after);
char *taga_axis_text_origin (const TagaAxisValue *value);
double taga_axis_text_value (int tenths);

G_END_DECLS
