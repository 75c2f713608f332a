#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_MAPPING_BOX (taga_mapping_box_get_type ())
G_DECLARE_FINAL_TYPE (TagaMappingBox, taga_mapping_box, TAGA, MAPPING_BOX, GtkBox)

GtkWidget *taga_mapping_box_new (void);

void taga_mapping_box_show (TagaMappingBox *self, TagaStore *store, const TagaItem *item);

G_END_DECLS
