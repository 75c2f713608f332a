#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *taga_html_table_parse (const char *html, gsize length);
void taga_html_table_begin (GString *html);
void taga_html_table_append_cell (GString *html, const char *cell);
void taga_html_table_end_row (GString *html);
void taga_html_table_end (GString *html);

G_END_DECLS
