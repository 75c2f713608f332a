#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *taga_amount_format (gint64 yen, gboolean is_japanese);

G_END_DECLS
