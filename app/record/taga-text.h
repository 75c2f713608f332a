#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *taga_text_clean (const char *text, gssize length, gboolean keep_lines);
char *taga_text_fold (const char *text);
char *taga_text_match_key (const char *text);
gboolean taga_text_contains (const char *text, const char *folded_needle);
gboolean taga_text_find (const char *text, const char *folded_needle, gsize *start, gsize *end);
char *taga_text_replace (const char *text, const char *folded_needle, const char *by, guint *n);

gboolean taga_text_parse_integer (const char *text, gint64 *number);

G_END_DECLS
