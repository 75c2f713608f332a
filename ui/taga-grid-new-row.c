#include "taga-grid-body.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"

/*
 * The row below the last record, as in a spreadsheet: what is entered there becomes a new record.
 * It is a place of the cursor and a row on the screen, but not one of the model.
 */

/**
 * taga_grid_count_places:
 * @self: a grid
 *
 * Counts the rows that the cursor can stand in: those of the model, and the new one.
 *
 * Returns: how many there are
 */
guint
taga_grid_count_places (TagaGrid *self)
{
  return self->n_rows + (self->has_new_row && self->model != NULL ? 1 : 0);
}

/**
 * taga_grid_count_rows_aloud:
 * @self: a grid
 *
 * Tells screen readers how many rows there are now.
 */
void
taga_grid_count_rows_aloud (TagaGrid *self)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) MIN (taga_grid_count_places (self), G_MAXINT), -1);
}

/**
 * taga_grid_is_new_row:
 * @self: a grid
 * @row: a row
 *
 * Says whether a row is the new one.
 *
 * Returns: whether it is
 */
gboolean
taga_grid_is_new_row (TagaGrid *self, guint row)
{
  return row == self->n_rows && row < taga_grid_count_places (self);
}

/**
 * taga_grid_get_has_new_row:
 * @self: a grid
 *
 * Says whether records can be entered below the last one.
 *
 * Returns: whether there is a new row
 */
gboolean
taga_grid_get_has_new_row (TagaGrid *self)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), FALSE);

  return self->has_new_row;
}

/**
 * taga_grid_set_has_new_row:
 * @self: a grid
 * @has_new_row: whether records can be entered below the last one
 *
 * Sets whether there is an empty row below the last record. What is entered there is committed
 * without a record, so that the page adds one; the cursor then goes to it. Off by default.
 */
void
taga_grid_set_has_new_row (TagaGrid *self, gboolean has_new_row)
{
  g_return_if_fail (TAGA_IS_GRID (self));

  if (self->has_new_row == has_new_row)
    return;

  if (self->cursor.is_new)
    taga_grid_editor_cancel (self->editor);
  self->has_new_row = has_new_row;
  self->cursor.is_new = FALSE;
  taga_grid_count_rows_aloud (self);
  taga_grid_pool_set_stale (taga_grid_body_get_pool (self->body), self->n_rows, 1);
  taga_grid_cursor_follow (self, self->n_rows, 0, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self->body));
  taga_grid_queue_update (self);
}

/**
 * taga_grid_is_on_new_row:
 * @self: a grid
 *
 * Says whether the cursor stands in the new row.
 *
 * Returns: whether it does
 */
gboolean
taga_grid_is_on_new_row (TagaGrid *self)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), FALSE);

  return self->cursor.is_set && self->cursor.is_new;
}

/**
 * taga_grid_commit_new_row:
 * @self: a grid whose cursor is in the new row
 * @field: the field that was entered
 * @text: what was entered
 * @error: return location for an error
 *
 * Has the page add a record that has the value, and takes the cursor to it, so that Tab goes on to
 * fill the same row. An order or a filter may have put it elsewhere; where it doesn't show, the
 * cursor stays.
 *
 * Returns: whether the text was taken
 */
gboolean
taga_grid_commit_new_row (TagaGrid *self, guint field, const char *text, GError **error)
{
  gint64 id = 0, position = -1;

  if (!self->handlers.commit (NULL, field, text, self->user_data, error))
    return FALSE;

  if (self->handlers.added != NULL)
    id = self->handlers.added (self->user_data);
  if (id != 0 && self->handlers.position_of != NULL)
    position = self->handlers.position_of (id, self->user_data);
  if (position >= 0 && position < self->n_rows)
    taga_grid_cursor_set (self, (TagaGridPlace){ (guint) position, self->cursor.cell.slot });

  return TRUE;
}

/**
 * taga_grid_clamp_range:
 * @self: a grid
 * @range: (inout): a range
 *
 * Takes the new row out of a range that has records, too.
 */
void
taga_grid_clamp_range (TagaGrid *self, TagaGridRange *range)
{
  if (range->last_row >= self->n_rows && range->first_row < self->n_rows)
    range->last_row = self->n_rows - 1;
}
