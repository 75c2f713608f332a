#pragma once

#include "taga-grid-private.h"
#include "taga-grid-row.h"

G_BEGIN_DECLS

/**
 * TagaGridPool:
 *
 * The row widgets: one for each row in view and no more, however long the model is.
 */
typedef struct _TagaGridPool TagaGridPool;

TagaGridPool *taga_grid_pool_new (TagaGrid *grid, GtkWidget *parent, TagaGridText *texts);
void taga_grid_pool_free (TagaGridPool *self);

TagaGridRow *taga_grid_pool_get_row (TagaGridPool *self, guint position);
TagaGridRow *taga_grid_pool_get_nth (TagaGridPool *self, guint i);
guint taga_grid_pool_get_n_rows (TagaGridPool *self);

void taga_grid_pool_set_stale (TagaGridPool *self, guint position, guint n);
void taga_grid_pool_drop_rows (TagaGridPool *self);
void taga_grid_pool_drop_cells (TagaGridPool *self);
gboolean taga_grid_pool_update (TagaGridPool *self, int width, int height, gboolean in_layout);
void taga_grid_pool_queue_allocate (TagaGridPool *self);
void taga_grid_pool_allocate (TagaGridPool *self, int width);
void taga_grid_pool_snapshot (TagaGridPool *self, GtkSnapshot *snapshot);

G_END_DECLS
