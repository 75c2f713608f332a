#include "taga-grid-body.h"
#include "taga-grid-editor.h"
#include "taga-grid-header.h"
#include "taga-grid-private.h"

/* What pages call besides the list and the columns: handlers, cursor, range, editing. */

/**
 * taga_grid_set_handlers:
 * @self: a grid
 * @handlers: what the grid shall ask; only `format` must be there to see anything
 * @user_data: data for the handlers
 * @destroy: (nullable): frees the data when it isn't needed any more
 *
 * Sets what the grid asks of its page.
 */
void
taga_grid_set_handlers (TagaGrid *self,
                        const TagaGridHandlers *handlers,
                        gpointer user_data,
                        GDestroyNotify destroy)
{
  g_return_if_fail (TAGA_IS_GRID (self));
  g_return_if_fail (handlers != NULL);

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  self->handlers = *handlers;
  self->user_data = user_data;
  self->destroy = destroy;

  taga_grid_refresh (self);
}

/**
 * taga_grid_refresh:
 * @self: a grid
 *
 * Formats all cells in view anew, because a date style, the language or the method edition is
 * another one now. Changes of records and of the model need no such call.
 */
void
taga_grid_refresh (TagaGrid *self)
{
  g_return_if_fail (TAGA_IS_GRID (self));

  taga_grid_pool_set_stale (taga_grid_body_get_pool (self->body), 0, G_MAXUINT);
  taga_grid_queue_update (self);
}

/**
 * taga_grid_get_n_rows_in_view:
 * @self: a grid
 *
 * Counts the rows that the user sees at once.
 *
 * Returns: how many, at least one
 */
guint
taga_grid_get_n_rows_in_view (TagaGrid *self)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), 1);

  return (guint) MAX (taga_grid_get_view_height (self) / self->row_height, 1);
}

/**
 * taga_grid_set_sort:
 * @self: a grid
 * @keys: (array length=n_keys): the keys of the order, the first one first
 * @n_keys: how many there are
 *
 * Sets what the headers show of the order. The grid sorts nothing itself.
 */
void
taga_grid_set_sort (TagaGrid *self, const TagaGridSort *keys, guint n_keys)
{
  g_return_if_fail (TAGA_IS_GRID (self));
  g_return_if_fail (keys != NULL || n_keys == 0);

  g_array_set_size (self->sort, 0);
  if (n_keys > 0)
    g_array_append_vals (self->sort, keys, n_keys);
  taga_grid_header_update (self->header);
}

/**
 * taga_grid_set_filtered:
 * @self: a grid
 * @field: the field of a column
 * @filtered: whether rows are filtered by it
 *
 * Sets whether a header shows the sign of a filter.
 */
void
taga_grid_set_filtered (TagaGrid *self, guint field, gboolean filtered)
{
  g_return_if_fail (TAGA_IS_GRID (self));

  if (filtered)
    g_hash_table_add (self->filtered, GUINT_TO_POINTER (field));
  else
    g_hash_table_remove (self->filtered, GUINT_TO_POINTER (field));
  taga_grid_header_update (self->header);
}

/**
 * taga_grid_set_placeholder:
 * @self: a grid
 * @placeholder: (nullable) (transfer floating): a widget
 *
 * Sets what stands in the cells' place when there are no rows.
 */
void
taga_grid_set_placeholder (TagaGrid *self, GtkWidget *placeholder)
{
  g_return_if_fail (TAGA_IS_GRID (self));
  g_return_if_fail (placeholder == NULL || GTK_IS_WIDGET (placeholder));

  taga_grid_body_set_placeholder (self->body, placeholder);
}

/**
 * taga_grid_get_cursor:
 * @self: a grid
 * @row: (out) (optional): the position of its row
 * @field: (out) (optional): its field
 *
 * Gets the cell that the cursor is on.
 *
 * Returns: whether there is a cursor; there is one unless there are no rows or no columns. In the
 *   new row its position is the number of rows of the model
 */
gboolean
taga_grid_get_cursor (TagaGrid *self, guint *row, guint *field)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), FALSE);

  if (!self->cursor.is_set)
    return FALSE;

  if (row != NULL)
    *row = self->cursor.cell.row;
  if (field != NULL)
    *field = self->cursor.field;
  return TRUE;
}

/**
 * taga_grid_dup_cursor_record:
 * @self: a grid
 *
 * Gets the record that the cursor is on.
 *
 * Returns: (transfer full) (nullable): the record, or `NULL` in the new row
 */
TagaRecord *
taga_grid_dup_cursor_record (TagaGrid *self)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), NULL);

  return self->cursor.is_set ? taga_grid_dup_record (self, self->cursor.cell.row) : NULL;
}

/**
 * taga_grid_set_cursor:
 * @self: a grid
 * @row: a position; that after the last record is the new row, if there is one, and any other
 *   beyond it is taken for the last record
 * @field: a field; if it isn't shown, the cursor stays in its column
 *
 * Moves the cursor and scrolls to it. What was being edited is kept first; if it is refused,
 * nothing is moved.
 */
void
taga_grid_set_cursor (TagaGrid *self, guint row, guint field)
{
  int slot;

  g_return_if_fail (TAGA_IS_GRID (self));

  if (!taga_grid_editor_finish (self->editor))
    return;

  if (row > self->n_rows)
    row = MAX (self->n_rows, 1) - 1;
  slot = taga_grid_layout_find_slot (&self->layout, field);
  self->cursor.tab_slot = -1;
  taga_grid_cursor_set (self,
                        (TagaGridPlace){ row, slot >= 0 ? (guint) slot : self->cursor.cell.slot });
}

/**
 * taga_grid_get_range:
 * @self: a grid
 * @range: (out): the range
 *
 * Gets the cells that are selected, at least the cursor's. The new row is not among them where
 * records are; if nothing but cells of it are selected, the range's only row is the number of rows
 * of the model, where there is no record.
 *
 * Returns: whether there is a range
 */
gboolean
taga_grid_get_range (TagaGrid *self, TagaGridRange *range)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), FALSE);
  g_return_val_if_fail (range != NULL, FALSE);

  if (!taga_grid_cursor_get_range (self, range))
    return FALSE;

  taga_grid_clamp_range (self, range);
  return TRUE;
}

/**
 * taga_grid_select_range:
 * @self: a grid
 * @range: a range
 *
 * Selects cells. What was being edited is kept first; if it is refused, nothing is selected.
 */
void
taga_grid_select_range (TagaGrid *self, const TagaGridRange *range)
{
  g_return_if_fail (TAGA_IS_GRID (self));
  g_return_if_fail (range != NULL);
  g_return_if_fail (range->first_row <= range->last_row);
  g_return_if_fail (range->first_column <= range->last_column);

  if (taga_grid_editor_finish (self->editor))
    taga_grid_cursor_set_range (self, range);
}

/**
 * taga_grid_dup_selected_rows:
 * @self: a grid
 *
 * Gets the positions of the selected records. The set takes the same little room for any number of
 * rows; go through it with a bitset iterator and load records one by one.
 *
 * Returns: (transfer full): the positions
 */
GtkBitset *
taga_grid_dup_selected_rows (TagaGrid *self)
{
  TagaGridRange range;

  g_return_val_if_fail (TAGA_IS_GRID (self), NULL);

  if (!taga_grid_get_range (self, &range) || range.first_row >= self->n_rows)
    return gtk_bitset_new_empty ();

  return gtk_bitset_new_range (range.first_row, range.last_row - range.first_row + 1);
}

/**
 * taga_grid_edit:
 * @self: a grid
 *
 * Begins to edit the cursor's cell, as F2 does.
 */
void
taga_grid_edit (TagaGrid *self)
{
  g_return_if_fail (TAGA_IS_GRID (self));

  taga_grid_editor_grab_focus (self->editor);
  taga_grid_editor_begin (self->editor);
}

/**
 * taga_grid_is_editing:
 * @self: a grid
 *
 * Says whether a value is being entered, or its list is open.
 *
 * Returns: whether it is
 */
gboolean
taga_grid_is_editing (TagaGrid *self)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), FALSE);

  return self->editor->mode != TAGA_GRID_IDLE;
}

/**
 * taga_grid_finish_editing:
 * @self: a grid
 *
 * Keeps what is being entered. Call it before what the user sees is used elsewhere: before the
 * window closes, another page shows, or an export starts.
 *
 * Returns: whether nothing is being entered any more; if not, the value was refused and the reason
 *   stands beside it
 */
gboolean
taga_grid_finish_editing (TagaGrid *self)
{
  g_return_val_if_fail (TAGA_IS_GRID (self), FALSE);

  return taga_grid_editor_finish (self->editor);
}

/**
 * taga_grid_cancel_editing:
 * @self: a grid
 *
 * Drops what is being entered.
 */
void
taga_grid_cancel_editing (TagaGrid *self)
{
  g_return_if_fail (TAGA_IS_GRID (self));

  taga_grid_editor_cancel (self->editor);
}

/**
 * taga_grid_refuse:
 * @self: a grid
 * @reason: why, and what to do
 *
 * Says beside the cursor's cell why what the user asked for can't be done. Called by a handler of
 * fill-text-requested, it also leaves the text in the cell, to be mended.
 */
void
taga_grid_refuse (TagaGrid *self, const char *reason)
{
  g_return_if_fail (TAGA_IS_GRID (self));
  g_return_if_fail (reason != NULL);

  taga_grid_editor_show_reason (self->editor, reason);
}
