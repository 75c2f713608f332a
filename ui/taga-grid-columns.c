#include "taga-grid-editor.h"
#include "taga-grid-header.h"
#include "taga-grid-private.h"

/* What pages call about columns. */

/**
 * taga_grid_set_columns:
 * @self: a grid
 * @columns: (array length=n_columns): the columns, which are copied
 * @n_columns: how many there are
 *
 * Sets the columns. Frozen ones come first, whatever their place in the array.
 */
void
taga_grid_set_columns (TagaGrid *self, const TagaGridColumn *columns, guint n_columns)
{
  g_return_if_fail (TAGA_IS_GRID (self));
  g_return_if_fail (columns != NULL || n_columns == 0);

  taga_grid_editor_cancel (self->editor);
  taga_grid_layout_set_columns (&self->layout, columns, n_columns);
  taga_grid_columns_changed (self);
}

/**
 * taga_grid_set_columns_from_class:
 * @self: a grid
 * @klass: a record class
 *
 * Makes a column from each line of the class's field table, with translated titles. Extra fields
 * aren't shown, computed ones can't be edited.
 */
void
taga_grid_set_columns_from_class (TagaGrid *self, TagaRecordClass *klass)
{
  g_return_if_fail (TAGA_IS_GRID (self));
  g_return_if_fail (TAGA_IS_RECORD_CLASS (klass));

  taga_grid_editor_cancel (self->editor);
  taga_grid_layout_set_class (&self->layout, klass);
  taga_grid_columns_changed (self);
}

/**
 * taga_grid_get_column:
 * @self: a grid
 * @field: a field
 *
 * Gets the column of a field, shown or not.
 *
 * Returns: (transfer none) (nullable): the column, which lives until the columns are set anew
 */
const TagaGridColumn *
taga_grid_get_column (TagaGrid *self, guint field)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), NULL);

  return taga_grid_layout_find_column (&self->layout, field);
}

/**
 * taga_grid_set_column_visible:
 * @self: a grid
 * @field: the field of a column
 * @visible: whether to show it
 *
 * Shows or hides a column.
 */
void
taga_grid_set_column_visible (TagaGrid *self, guint field, gboolean visible)
{
  TagaGridColumn *column;

  g_return_if_fail (TAGA_IS_GRID (self));

  column = taga_grid_layout_find_column (&self->layout, field);
  g_return_if_fail (column != NULL);

  if (column->visible == visible)
    return;

  column->visible = visible;
  taga_grid_columns_changed (self);
}

/**
 * taga_grid_set_column_width:
 * @self: a grid
 * @field: the field of a column
 * @width: width in pixels at the usual text size; kept within sensible bounds
 *
 * Sets how wide a column is.
 */
void
taga_grid_set_column_width (TagaGrid *self, guint field, int width)
{
  TagaGridColumn *column;

  g_return_if_fail (TAGA_IS_GRID (self));

  column = taga_grid_layout_find_column (&self->layout, field);
  g_return_if_fail (column != NULL);

  width = taga_grid_layout_limit_width (width);
  if (column->width == width)
    return;

  column->width = width;
  taga_grid_widths_changed (self);
}

/**
 * taga_grid_move_column:
 * @self: a grid
 * @field: the field of a column that isn't frozen
 * @position: where it shall stand among all columns that aren't frozen, shown or not, from 0;
 *   beyond the last it is taken for the last
 *
 * Moves a column, as the user does by dragging its heading. Frozen columns stay where they are.
 */
void
taga_grid_move_column (TagaGrid *self, guint field, guint position)
{
  g_return_if_fail (TAGA_IS_GRID (self));

  if (taga_grid_layout_move_column (&self->layout, field, position))
    taga_grid_columns_changed (self);
}

/**
 * taga_grid_get_n_columns:
 * @self: a grid
 *
 * Counts all columns, shown or not.
 *
 * Returns: how many
 */
guint
taga_grid_get_n_columns (TagaGrid *self)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), 0);

  return self->layout.columns->len;
}

/**
 * taga_grid_get_nth_column:
 * @self: a grid
 * @n: a column, counted over all, less than taga_grid_get_n_columns()
 *
 * Gets a column in the order in which they stand, so that what the user has moved, hidden and
 * resized can be kept, and set again by taga_grid_set_columns().
 *
 * Returns: (transfer none): the column, which lives until the columns are set or moved
 */
const TagaGridColumn *
taga_grid_get_nth_column (TagaGrid *self, guint n)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), NULL);
  g_return_val_if_fail (n < self->layout.columns->len, NULL);

  return &g_array_index (self->layout.columns, TagaGridColumn, n);
}

/**
 * taga_grid_get_n_shown_columns:
 * @self: a grid
 *
 * Counts the columns that are shown, in view or not.
 *
 * Returns: how many
 */
guint
taga_grid_get_n_shown_columns (TagaGrid *self)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), 0);

  return self->layout.slots->len;
}

/**
 * taga_grid_get_shown_field:
 * @self: a grid
 * @column: a column, counted from the left over those that are shown
 *
 * Gets the field of a column of a range.
 *
 * Returns: the field
 */
guint
taga_grid_get_shown_field (TagaGrid *self, guint column)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), 0);
  g_return_val_if_fail (column < self->layout.slots->len, 0);

  return taga_grid_layout_get_column (&self->layout, column)->field;
}

/**
 * taga_grid_show_column_menu:
 * @self: a grid
 *
 * Asks for the menu of the cursor's column, as a right click on its heading does.
 */
void
taga_grid_show_column_menu (TagaGrid *self)
{
  g_return_if_fail (TAGA_IS_GRID (self));

  if (self->cursor.is_set)
    taga_grid_header_show_menu (self->header, self->cursor.cell.slot);
}
