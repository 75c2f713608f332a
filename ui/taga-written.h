#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is said of a file that was written, and how it is named. */

char *taga_written_clean_name (const char *text);
void taga_written_announce (GtkWidget *widget, const char *text, GFile *file);
void taga_written_open (GtkWidget *widget, GFile *file);
void taga_written_show_notes (GtkWidget *widget,
                              GPtrArray *notes,
                              const char *heading,
                              const char *body);

G_END_DECLS
