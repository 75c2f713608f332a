#pragma once

#include "taga-grid-fill.h"
#include "taga-grid-pool.h"
#include "taga-grid-private.h"

G_BEGIN_DECLS

#define TAGA_TYPE_GRID_BODY (taga_grid_body_get_type ())
G_DECLARE_FINAL_TYPE (TagaGridBody, taga_grid_body, TAGA, GRID_BODY, GtkWidget)

GtkWidget *taga_grid_body_new (TagaGrid *grid);

TagaGridPool *taga_grid_body_get_pool (TagaGridBody *self);
TagaGridFill *taga_grid_body_get_fill (TagaGridBody *self);
void taga_grid_body_forget (TagaGridBody *self);
void taga_grid_body_set_placeholder (TagaGridBody *self, GtkWidget *placeholder);

void taga_grid_body_get_cell_rect (TagaGridBody *self, guint row, guint slot, GdkRectangle *rect);
gboolean
taga_grid_body_get_cell_at (TagaGridBody *self, double x, double y, guint *row, guint *slot);

G_END_DECLS
