#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAGA_TYPE_BESIDE_LAYOUT (taga_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (TagaBesideLayout, taga_beside_layout, TAGA, BESIDE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *taga_beside_layout_new (int room);

G_END_DECLS
