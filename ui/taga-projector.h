#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void taga_projector_install (GtkWidgetClass *widget_class);
void taga_projector_update (GtkWidget *window);
gboolean taga_projector_is_on (GtkWidget *widget);

G_END_DECLS
