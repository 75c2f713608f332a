#pragma once

#include "taga-grid-private.h"

G_BEGIN_DECLS

void taga_grid_resize_attach (TagaGrid *self, GtkWidget *header);

G_END_DECLS
