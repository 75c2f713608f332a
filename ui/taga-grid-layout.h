#pragma once

#include "taga-grid.h"

G_BEGIN_DECLS

/**
 * TagaGridSlot:
 * @column: number of the column in the array of all columns
 * @x: its left edge when nothing is scrolled
 * @width: its width on the screen
 *
 * The place of a column that is shown.
 */
typedef struct
{
  guint column;
  int x;
  int width;
} TagaGridSlot;

/**
 * TagaGridLayout:
 * @columns: (element-type TagaGridColumn): all columns
 * @slots: (element-type TagaGridSlot): those that are shown, from left to right, frozen ones first
 * @n_frozen: how many slots are frozen
 * @frozen_width: their width together
 * @width: the width of all slots
 * @scale: pixels of the screen to one of a column's width
 *
 * Where the columns stand. Header, rows, cursor and pointer all ask here.
 */
typedef struct
{
  GArray *columns;
  GArray *slots;
  guint n_frozen;
  int frozen_width;
  int width;
  double scale;
} TagaGridLayout;

int taga_grid_layout_limit_width (int width);

void taga_grid_layout_init (TagaGridLayout *self);
void taga_grid_layout_clear (TagaGridLayout *self);
void taga_grid_layout_set_columns (TagaGridLayout *self, const TagaGridColumn *columns, guint n);
void taga_grid_layout_set_class (TagaGridLayout *self, TagaRecordClass *klass);
void taga_grid_layout_place (TagaGridLayout *self, double scale, int view_width);

gboolean taga_grid_layout_move_column (TagaGridLayout *self, guint field, guint position);
guint taga_grid_layout_get_position (TagaGridLayout *self, guint field);
TagaGridColumn *taga_grid_layout_find_column (TagaGridLayout *self, guint field);
int taga_grid_layout_find_slot (TagaGridLayout *self, guint field);
const TagaGridSlot *taga_grid_layout_get_slot (TagaGridLayout *self, guint slot);
const TagaGridColumn *taga_grid_layout_get_column (TagaGridLayout *self, guint slot);
int taga_grid_layout_get_x (TagaGridLayout *self, guint slot, int scrolled);
int taga_grid_layout_slot_at (TagaGridLayout *self, int x, int scrolled);
int taga_grid_layout_edge_at (TagaGridLayout *self, int x, int scrolled, int reach);
void taga_grid_layout_get_view (TagaGridLayout *self,
                                int scrolled,
                                int view_width,
                                guint *first,
                                guint *end);

G_END_DECLS
