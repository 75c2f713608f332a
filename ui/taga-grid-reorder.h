#pragma once

#include "taga-grid-private.h"

G_BEGIN_DECLS

void taga_grid_reorder_attach (TagaGrid *self, GtkWidget *header);
int taga_grid_reorder_find_gap (TagaGrid *self, double x);
gboolean taga_grid_reorder_drop (TagaGrid *self, guint field, int gap);
gboolean taga_grid_reorder_step (TagaGrid *self, guint slot, gboolean right);

G_END_DECLS
