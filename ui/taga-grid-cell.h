#pragma once

#include "taga-grid-text.h"
#include "taga-grid.h"

G_BEGIN_DECLS

#define TAGA_TYPE_GRID_CELL_VIEW (taga_grid_cell_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaGridCellView, taga_grid_cell_view, TAGA, GRID_CELL_VIEW, GtkWidget)

GtkWidget *taga_grid_cell_view_new (TagaGridText *texts);

void taga_grid_cell_view_set_place (TagaGridCellView *self, guint column, float xalign);
void
taga_grid_cell_view_set_cell (TagaGridCellView *self, const TagaGridCell *cell, const char *title);
void taga_grid_cell_view_set_row (TagaGridCellView *self, guint position);
void taga_grid_cell_view_set_selected (TagaGridCellView *self, gboolean selected);
void taga_grid_cell_view_set_baseline (TagaGridCellView *self, int baseline);

const char *taga_grid_cell_view_get_text (TagaGridCellView *self);
gboolean taga_grid_cell_view_is_cut (TagaGridCellView *self);
int taga_grid_cell_view_get_natural_width (TagaGridCellView *self);

G_END_DECLS
