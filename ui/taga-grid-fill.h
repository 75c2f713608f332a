#pragma once

#include "taga-grid-private.h"

G_BEGIN_DECLS

/**
 * TagaGridFill:
 *
 * The handle at the range's lower right corner, by which its cells are filled into others, and the
 * outline of those while it is dragged.
 */
typedef struct _TagaGridFill TagaGridFill;

TagaGridFill *taga_grid_fill_new (TagaGrid *grid, GtkWidget *body);
void taga_grid_fill_free (TagaGridFill *self);

void taga_grid_fill_allocate (TagaGridFill *self, int width, int height);
void taga_grid_fill_snapshot (TagaGridFill *self, GtkSnapshot *snapshot);

gboolean taga_grid_fill_is_at (TagaGridFill *self, double x, double y);
void taga_grid_fill_begin (TagaGridFill *self);
void taga_grid_fill_drag (TagaGridFill *self, double x, double y);
void taga_grid_fill_end (TagaGridFill *self, gboolean keep);
void taga_grid_fill_down (TagaGridFill *self);

G_END_DECLS
