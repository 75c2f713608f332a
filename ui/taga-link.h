#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *taga_link_new (void);
void taga_link_set (GtkWidget *link, const char *text, const char *page, const char *item);

G_END_DECLS
