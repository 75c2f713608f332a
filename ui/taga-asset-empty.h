#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *taga_asset_empty_new (gboolean is_narrowed);

G_END_DECLS
