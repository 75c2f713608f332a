#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAGA_TYPE_FIGURES (taga_figures_get_type ())
G_DECLARE_FINAL_TYPE (TagaFigures, taga_figures, TAGA, FIGURES, GtkBox)

GtkWidget *taga_figures_new (const char *title, const char *const *headings);

void taga_figures_add_row (TagaFigures *self, const char *const *cells);

G_END_DECLS
