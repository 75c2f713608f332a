#pragma once

#include "taga-grid-cell.h"
#include "taga-grid-private.h"

G_BEGIN_DECLS

#define TAGA_TYPE_GRID_ROW (taga_grid_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaGridRow, taga_grid_row, TAGA, GRID_ROW, GtkWidget)

GtkWidget *taga_grid_row_new (TagaGrid *grid, TagaGridText *texts);

guint taga_grid_row_get_position (TagaGridRow *self);
TagaRecord *taga_grid_row_get_record (TagaGridRow *self);
TagaGridCellView *taga_grid_row_get_cell (TagaGridRow *self, guint slot);

void taga_grid_row_set_stale (TagaGridRow *self);
void taga_grid_row_drop_cells (TagaGridRow *self);
void taga_grid_row_set_position (TagaGridRow *self, guint position);
gboolean taga_grid_row_update (TagaGridRow *self, guint first, guint end, gboolean in_layout);
void taga_grid_row_set_selected (TagaGridRow *self, const TagaGridRange *range);

G_END_DECLS
