#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *taga_yen_format (gint64 amount);

G_END_DECLS
