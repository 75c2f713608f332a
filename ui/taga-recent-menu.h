#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void taga_recent_menu_fill (GMenu *menu);

G_END_DECLS
