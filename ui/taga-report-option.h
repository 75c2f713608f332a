#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of a report's options: what is chosen below its name, so that they fit beside a page. */

void taga_report_option_add (GtkBox *box, const char *title, GtkWidget *row);
void taga_report_option_add_note (GtkBox *box, const char *text);

GtkWidget *taga_report_option_choice_new (const char *const *names, guint selected);
GtkWidget *taga_report_option_rounds_new (GPtrArray *rounds, const char *usual, gint64 chosen);

G_END_DECLS
