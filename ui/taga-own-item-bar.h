#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_OWN_ITEM_BAR (taga_own_item_bar_get_type ())
G_DECLARE_FINAL_TYPE (TagaOwnItemBar, taga_own_item_bar, TAGA, OWN_ITEM_BAR, GtkBox)

GtkWidget *taga_own_item_bar_new (const char *list);

void taga_own_item_bar_show (TagaOwnItemBar *self, TagaStore *store, const TagaItem *item);

G_END_DECLS
