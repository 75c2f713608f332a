#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ITEM_LINKS (taga_item_links_get_type ())
G_DECLARE_FINAL_TYPE (TagaItemLinks, taga_item_links, TAGA, ITEM_LINKS, GtkBox)

void
taga_item_links_update (TagaItemLinks *self, TagaStore *store, GType type, GArray *items, guint n);

G_END_DECLS
