#include "taga-grid-editor.h"
#include "taga-grid-private.h"

/**
 * taga_grid_cursor_remember:
 * @self: a grid
 *
 * Remembers what the cursor stands on, so that it can be found again after a sort or an import.
 */
void
taga_grid_cursor_remember (TagaGrid *self)
{
  TagaGridCursor *cursor = &self->cursor;
  g_autoptr (TagaRecord) record = taga_grid_dup_record (self, cursor->cell.row);

  cursor->id = record != NULL ? taga_record_get_id (record) : 0;
  cursor->field = taga_grid_layout_get_column (&self->layout, cursor->cell.slot)->field;
}

/**
 * taga_grid_cursor_announce:
 * @self: a grid
 * @before: what the cursor was
 *
 * Shows the cursor and the range as they are now, and emits the signals for what has changed.
 */
void
taga_grid_cursor_announce (TagaGrid *self, const TagaGridCursor *before)
{
  const TagaGridCursor *now = &self->cursor;
  gboolean moved = before->is_set != now->is_set || !taga_grid_place_equal (before->cell, now->cell)
                   || before->id != now->id || before->field != now->field;
  gboolean extended = !taga_grid_place_equal (before->anchor, now->anchor)
                      || !taga_grid_place_equal (before->end, now->end);

  taga_grid_cursor_reveal (self);
  taga_grid_queue_update (self);

  if (moved)
    taga_grid_emit (self, TAGA_GRID_CURSOR_MOVED);
  if (moved || extended)
    taga_grid_emit (self, TAGA_GRID_SELECTION_CHANGED);
}

static gboolean
has_cells (TagaGrid *self)
{
  return self->n_rows > 0 && self->layout.slots->len > 0;
}

static void
lose (TagaGrid *self)
{
  self->cursor.is_lost = self->cursor.is_lost || self->cursor.is_set;
  self->cursor.is_set = FALSE;
  taga_grid_queue_update (self);
}

/* Where the cursor's record is now, or where the cursor should stand if it is gone. */
static guint
find_row (TagaGrid *self, guint position, guint removed, guint added)
{
  const TagaGridCursor *cursor = &self->cursor;
  gint64 row = -1;

  if (cursor->id != 0 && self->handlers.position_of != NULL)
    row = self->handlers.position_of (cursor->id, self->user_data);
  if (row >= 0 && row < self->n_rows)
    return (guint) row;

  row = cursor->cell.row;
  if (cursor->is_set && row >= (gint64) position + removed)
    row += (gint64) added - removed;

  return (guint) MIN (row, (gint64) self->n_rows - 1);
}

/**
 * taga_grid_cursor_follow:
 * @self: a grid
 * @position: where the model has changed
 * @removed: how many rows are gone there
 * @added: how many have come
 *
 * Keeps the cursor on its record when the model changes.
 *
 * While the model is empty, the cursor remembers its record: models tell of a new order by first
 * taking all rows away. Editing goes on if the record is still there.
 */
void
taga_grid_cursor_follow (TagaGrid *self, guint position, guint removed, guint added)
{
  TagaGridCursor before = self->cursor;
  TagaGridCursor *cursor = &self->cursor;

  if (!has_cells (self))
    {
      lose (self);
      return;
    }

  cursor->cell.row = find_row (self, position, removed, added);
  cursor->cell.slot = MIN (cursor->cell.slot, self->layout.slots->len - 1);
  cursor->is_set = TRUE;
  cursor->is_lost = FALSE;
  if (cursor->cell.row != before.cell.row || removed != added)
    cursor->anchor = cursor->end = cursor->cell;

  taga_grid_cursor_remember (self);
  if (cursor->id != before.id)
    taga_grid_editor_cancel (self->editor);
  before.is_set = before.is_set || before.is_lost;
  taga_grid_cursor_announce (self, &before);
}

/**
 * taga_grid_cursor_follow_columns:
 * @self: a grid
 *
 * Keeps the cursor on its field when columns are shown, hidden or replaced.
 */
void
taga_grid_cursor_follow_columns (TagaGrid *self)
{
  TagaGridCursor before = self->cursor;
  TagaGridCursor *cursor = &self->cursor;
  int slot;

  if (!has_cells (self))
    {
      lose (self);
      return;
    }

  slot = taga_grid_layout_find_slot (&self->layout, cursor->field);
  if (before.is_set && slot == (int) before.cell.slot
      && before.anchor.slot < self->layout.slots->len && before.end.slot < self->layout.slots->len)
    return;

  if (slot < 0)
    taga_grid_editor_cancel (self->editor);
  cursor->cell.slot =
      slot >= 0 ? (guint) slot : MIN (before.cell.slot, self->layout.slots->len - 1);
  cursor->cell.row = MIN (before.cell.row, self->n_rows - 1);
  cursor->anchor = cursor->end = cursor->cell;
  cursor->is_set = TRUE;
  cursor->is_lost = FALSE;
  taga_grid_cursor_remember (self);
  before.is_set = before.is_set || before.is_lost;
  taga_grid_cursor_announce (self, &before);
}

/**
 * taga_grid_cursor_give_up:
 * @self: a grid
 *
 * Tells that there is no cursor any more, if the rows that were taken away have not come back.
 */
void
taga_grid_cursor_give_up (TagaGrid *self)
{
  TagaGridCursor before = self->cursor;

  if (!before.is_lost)
    return;

  self->cursor.is_lost = FALSE;
  taga_grid_editor_cancel (self->editor);
  before.is_set = TRUE;
  taga_grid_cursor_announce (self, &before);
}
