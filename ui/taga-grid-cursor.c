#include "taga-grid-private.h"

/**
 * taga_grid_place_equal:
 * @a: a cell
 * @b: another
 *
 * Compares two cells.
 *
 * Returns: whether they are the same
 */
gboolean
taga_grid_place_equal (TagaGridPlace a, TagaGridPlace b)
{
  return a.row == b.row && a.slot == b.slot;
}

/**
 * taga_grid_cursor_get_range:
 * @self: a grid
 * @range: (out): the range
 *
 * Gets the rectangle between the two corners.
 *
 * Returns: whether there is a cursor
 */
gboolean
taga_grid_cursor_get_range (TagaGrid *self, TagaGridRange *range)
{
  const TagaGridCursor *cursor = &self->cursor;

  if (!cursor->is_set)
    return FALSE;

  range->first_row = MIN (cursor->anchor.row, cursor->end.row);
  range->last_row = MAX (cursor->anchor.row, cursor->end.row);
  range->first_column = MIN (cursor->anchor.slot, cursor->end.slot);
  range->last_column = MAX (cursor->anchor.slot, cursor->end.slot);

  return TRUE;
}

/**
 * taga_grid_cursor_has_many:
 * @self: a grid
 *
 * Says whether more than the cursor's cell is selected.
 *
 * Returns: whether the range has several cells
 */
gboolean
taga_grid_cursor_has_many (TagaGrid *self)
{
  return self->cursor.is_set && !taga_grid_place_equal (self->cursor.anchor, self->cursor.end);
}

static TagaGridPlace
limit (TagaGrid *self, TagaGridPlace place)
{
  place.row = MIN (place.row, taga_grid_count_places (self) - 1);
  place.slot = MIN (place.slot, self->layout.slots->len - 1);

  return place;
}

/* Every change of the cursor by the user or the page ends here. */
static void
move_to (TagaGrid *self, TagaGridPlace cell, TagaGridPlace anchor, TagaGridPlace end)
{
  TagaGridCursor before = self->cursor;
  TagaGridCursor *cursor = &self->cursor;

  if (taga_grid_count_places (self) == 0 || self->layout.slots->len == 0)
    return;

  cursor->cell = limit (self, cell);
  cursor->anchor = limit (self, anchor);
  cursor->end = limit (self, end);
  cursor->is_set = TRUE;
  cursor->is_lost = FALSE;
  taga_grid_cursor_remember (self, before.is_set ? &before : NULL);

  taga_grid_cursor_announce (self, &before);
}

/**
 * taga_grid_cursor_set:
 * @self: a grid
 * @cell: a cell
 *
 * Moves the cursor, ends the range and has the cell come into view. A cell beyond the last row or
 * column is taken for the last. What was being edited must have been ended.
 */
void
taga_grid_cursor_set (TagaGrid *self, TagaGridPlace cell)
{
  self->reveal = TAGA_GRID_REVEAL_CELL;
  move_to (self, cell, cell, cell);
}

/**
 * taga_grid_cursor_extend:
 * @self: a grid
 * @end: a cell
 *
 * Makes the range reach to a cell and has that come into view. The cursor stays.
 */
void
taga_grid_cursor_extend (TagaGrid *self, TagaGridPlace end)
{
  if (!self->cursor.is_set)
    return;

  self->reveal = TAGA_GRID_REVEAL_END;
  move_to (self, self->cursor.cell, self->cursor.anchor, end);
}

/**
 * taga_grid_cursor_set_in_range:
 * @self: a grid
 * @cell: a cell of the range
 *
 * Moves the cursor inside the range, which stays.
 */
void
taga_grid_cursor_set_in_range (TagaGrid *self, TagaGridPlace cell)
{
  self->reveal = TAGA_GRID_REVEAL_CELL;
  move_to (self, cell, self->cursor.anchor, self->cursor.end);
}

/**
 * taga_grid_cursor_set_range:
 * @self: a grid
 * @range: a range
 *
 * Selects a range. The cursor stays where it is if that is in the range, and else goes to its first
 * cell. The view stays.
 */
void
taga_grid_cursor_set_range (TagaGrid *self, const TagaGridRange *range)
{
  TagaGridPlace anchor = { range->first_row, range->first_column };
  TagaGridPlace end = { range->last_row, range->last_column };
  TagaGridPlace cell = self->cursor.cell;

  if (!self->cursor.is_set || cell.row < anchor.row || cell.row > end.row || cell.slot < anchor.slot
      || cell.slot > end.slot)
    cell = anchor;

  move_to (self, cell, anchor, end);
}

static double
reveal_span (double value, double start, double size, double page)
{
  if (start < value || size > page)
    return start;

  return MAX (value, start + size - page);
}

/**
 * taga_grid_cursor_is_in_view:
 * @self: a grid
 *
 * Says whether the row that the cursor stands on, or stood on until the rows were taken away, is
 * seen whole.
 *
 * Returns: whether it is
 */
gboolean
taga_grid_cursor_is_in_view (TagaGrid *self)
{
  double top = (double) self->cursor.cell.row * self->row_height;
  double from = gtk_adjustment_get_value (self->vadjustment);

  return top >= from && top + self->row_height <= from + taga_grid_get_view_height (self);
}

/**
 * taga_grid_cursor_reveal:
 * @self: a grid
 *
 * Scrolls as little as brings the cell that has moved into view. Before the grid has a size, that
 * waits until it has one. Not to be called during a layout: scroll bars may come into view.
 */
void
taga_grid_cursor_reveal (TagaGrid *self)
{
  TagaGridPlace place = self->reveal == TAGA_GRID_REVEAL_END ? self->cursor.end : self->cursor.cell;
  TagaGridLayout *layout = &self->layout;
  int width = taga_grid_get_view_width (self), height = taga_grid_get_view_height (self);
  double x, y;

  if (self->reveal == TAGA_GRID_REVEAL_NOTHING || !self->cursor.is_set || height <= 0)
    return;

  self->reveal = TAGA_GRID_REVEAL_NOTHING;
  taga_grid_configure_adjustments (self, width, height);
  x = gtk_adjustment_get_value (self->hadjustment);
  y = gtk_adjustment_get_value (self->vadjustment);
  if (place.slot >= layout->n_frozen)
    {
      const TagaGridSlot *slot = taga_grid_layout_get_slot (layout, place.slot);

      x = reveal_span (x, slot->x - layout->frozen_width, slot->width,
                       width - layout->frozen_width);
    }
  y = reveal_span (y, (double) place.row * self->row_height, self->row_height, height);

  taga_grid_scroll_to (self, x, y);
}
