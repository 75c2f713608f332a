#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void taga_shortcuts_present (GtkWindow *parent);

G_END_DECLS
