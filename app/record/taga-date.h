#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *taga_date_today (void);
char *taga_date_format (const char *iso, gboolean has_era);
char *taga_date_parse (const char *text);
char *taga_date_parse_end (const char *text);
char *taga_date_from_serial (double serial, gboolean epoch_1904);

G_END_DECLS
