#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void taga_recent_menu_fill (GMenu *menu);
void taga_recent_menu_set_open (GMenu *menu, const char *path);
void taga_recent_menu_remember (const char *path);

G_END_DECLS
