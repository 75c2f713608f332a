#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void taga_popover_show (GtkWidget *widget, GtkWidget *popover, const GdkRectangle *rectangle);

G_END_DECLS
