#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAGA_TYPE_LINES (taga_lines_get_type ())
G_DECLARE_FINAL_TYPE (TagaLines, taga_lines, TAGA, LINES, GtkWidget)

void taga_lines_set_text (TagaLines *self, const char *text);
void taga_lines_set_markup (TagaLines *self, const char *markup);

G_END_DECLS
