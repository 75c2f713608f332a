#include "taga-grid-body.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"

static void
remember (TagaGrid *self, TagaGridPlace place, gint64 *id, guint *field)
{
  g_autoptr (TagaRecord) record = taga_grid_dup_record (self, place.row);

  *id = record != NULL ? taga_record_get_id (record) : 0;
  *field = taga_grid_layout_get_column (&self->layout, place.slot)->field;
}

/**
 * taga_grid_cursor_remember:
 * @self: a grid
 * @before: (nullable): what is remembered, where the rows are still the same
 *
 * Remembers the records and fields that the cursor and the range's corners stand on, so that they
 * can be found again after a sort or an import. No record in between is asked for.
 */
void
taga_grid_cursor_remember (TagaGrid *self, const TagaGridCursor *before)
{
  TagaGridCursor *cursor = &self->cursor;

  if (before == NULL || !taga_grid_place_equal (before->cell, cursor->cell))
    remember (self, cursor->cell, &cursor->id, &cursor->field);
  cursor->is_new = taga_grid_is_new_row (self, cursor->cell.row);

  if (taga_grid_place_equal (cursor->anchor, cursor->cell))
    {
      cursor->anchor_id = cursor->id;
      cursor->anchor_field = cursor->field;
    }
  else if (before == NULL || !taga_grid_place_equal (before->anchor, cursor->anchor))
    {
      remember (self, cursor->anchor, &cursor->anchor_id, &cursor->anchor_field);
    }

  if (taga_grid_place_equal (cursor->end, cursor->cell))
    {
      cursor->end_id = cursor->id;
      cursor->end_field = cursor->field;
    }
  else if (before == NULL || !taga_grid_place_equal (before->end, cursor->end))
    {
      remember (self, cursor->end, &cursor->end_id, &cursor->end_field);
    }
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

  if (moved && self->editor->mode == TAGA_GRID_IDLE)
    taga_grid_editor_show_reason (self->editor, NULL);
  if (moved)
    g_clear_pointer (&self->editor->taken, g_free);
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
  return taga_grid_count_places (self) > 0 && self->layout.slots->len > 0;
}

static void
lose (TagaGrid *self)
{
  self->cursor.is_lost = self->cursor.is_lost || self->cursor.is_set;
  self->cursor.is_set = self->cursor.is_new = FALSE;
  taga_grid_queue_update (self);
}

typedef struct
{
  guint position;
  guint removed;
  guint added;
} Change;

/* Where the record of a row is after a change, or -1 if it is gone. */
static gint64
find_again (TagaGrid *self, guint row, gint64 id, const Change *change)
{
  gint64 found = row;

  if (id != 0 && self->handlers.position_of != NULL)
    found = self->handlers.position_of (id, self->user_data);
  else if (row >= change->position + change->removed)
    found += (gint64) change->added - change->removed;
  else if (row >= change->position && change->removed != change->added)
    found = -1;

  return found < self->n_rows ? found : -1;
}

/* Where the cursor's record is now, or where the cursor should stand if it is gone. */
static guint
find_row (TagaGrid *self, const Change *change)
{
  const TagaGridCursor *cursor = &self->cursor;
  gint64 row;

  if (cursor->is_new || self->n_rows == 0)
    return self->n_rows;

  row = find_again (self, cursor->cell.row, cursor->id, change);
  if (row >= 0)
    return (guint) row;

  row = cursor->cell.row;
  if (cursor->is_set && row >= (gint64) change->position + change->removed)
    row += (gint64) change->added - change->removed;

  return (guint) MIN (row, (gint64) self->n_rows - 1);
}

static gboolean
is_between (guint place, gint64 one, gint64 other)
{
  return place >= MIN (one, other) && place <= MAX (one, other);
}

static guint
get_distance (gint64 one, gint64 other)
{
  return (guint) ABS (one - other);
}

static void
collapse (TagaGridCursor *cursor)
{
  cursor->anchor = cursor->end = cursor->cell;
}

/* The corners go with their records. */
static void
follow_corners (TagaGrid *self, const Change *change)
{
  TagaGridCursor *cursor = &self->cursor;
  gint64 anchor = find_again (self, cursor->anchor.row, cursor->anchor_id, change);
  gint64 end = find_again (self, cursor->end.row, cursor->end_id, change);

  if (cursor->is_new || anchor < 0 || end < 0
      || get_distance (anchor, end) != get_distance (cursor->anchor.row, cursor->end.row)
      || !is_between (cursor->cell.row, anchor, end))
    {
      collapse (cursor);
      return;
    }

  cursor->anchor.row = (guint) anchor;
  cursor->end.row = (guint) end;
}

/* What was seen stays in sight, wherever its row has gone. */
static void
finish_follow (TagaGrid *self, TagaGridCursor *before, gboolean was_in_view)
{
  self->cursor.is_set = TRUE;
  self->cursor.is_lost = FALSE;
  if (was_in_view && !taga_grid_place_equal (before->cell, self->cursor.cell)
      && self->reveal == TAGA_GRID_REVEAL_NOTHING)
    self->reveal = TAGA_GRID_REVEAL_CELL;

  taga_grid_cursor_remember (self, NULL);
  if (self->cursor.id != before->id)
    taga_grid_editor_cancel (self->editor);
  before->is_set = before->is_set || before->is_lost;
  taga_grid_cursor_announce (self, before);
}

/**
 * taga_grid_cursor_follow:
 * @self: a grid
 * @position: where the model has changed
 * @removed: how many rows are gone there
 * @added: how many have come
 *
 * Keeps the cursor on its record when the model changes, and the range on its records.
 *
 * The range stays if the records at its corners are still there, are as far apart as before and
 * have the cursor's between them: after undo, after rows have come or gone elsewhere, and after a
 * sort or a filter that leaves its rows together, also the other way round. Otherwise it could mean
 * other records than those that the user has selected, and it ends in the cursor's cell. A cursor
 * that was in view is in view again.
 *
 * While the model is empty, the cursor remembers its record: models tell of a new order by first
 * taking all rows away. Editing goes on if the record is still there. In the new row, the cursor
 * stays there.
 */
void
taga_grid_cursor_follow (TagaGrid *self, guint position, guint removed, guint added)
{
  Change change = { position, removed, added };
  TagaGridCursor before = self->cursor;
  TagaGridCursor *cursor = &self->cursor;
  gboolean was_in_view = taga_grid_cursor_is_in_view (self);

  taga_grid_fill_end (taga_grid_body_get_fill (self->body), FALSE);
  if (!has_cells (self) || (self->n_rows == 0 && removed > 0 && !cursor->is_new))
    {
      lose (self);
      return;
    }

  cursor->cell.row = find_row (self, &change);
  cursor->cell.slot = MIN (cursor->cell.slot, self->layout.slots->len - 1);
  cursor->anchor.slot = MIN (cursor->anchor.slot, self->layout.slots->len - 1);
  cursor->end.slot = MIN (cursor->end.slot, self->layout.slots->len - 1);
  follow_corners (self, &change);
  finish_follow (self, &before, was_in_view);
}

/* The corners go with their fields. */
static void
follow_corner_fields (TagaGrid *self)
{
  TagaGridCursor *cursor = &self->cursor;
  guint last_row = taga_grid_count_places (self) - 1;
  int anchor = taga_grid_layout_find_slot (&self->layout, cursor->anchor_field);
  int end = taga_grid_layout_find_slot (&self->layout, cursor->end_field);

  if (anchor < 0 || end < 0
      || get_distance (anchor, end) != get_distance (cursor->anchor.slot, cursor->end.slot)
      || !is_between (cursor->cell.slot, anchor, end))
    {
      collapse (cursor);
      return;
    }

  cursor->anchor = (TagaGridPlace){ MIN (cursor->anchor.row, last_row), (guint) anchor };
  cursor->end = (TagaGridPlace){ MIN (cursor->end.row, last_row), (guint) end };
}

/**
 * taga_grid_cursor_follow_columns:
 * @self: a grid
 *
 * Keeps the cursor on its field when columns are shown, hidden, moved or replaced, and the range on
 * its fields by the same rule as when rows change. Where the cursor's own column is gone, it stands
 * in the one that took its place.
 */
void
taga_grid_cursor_follow_columns (TagaGrid *self)
{
  TagaGridCursor before = self->cursor;
  TagaGridCursor *cursor = &self->cursor;
  gboolean was_in_view = before.is_set && taga_grid_cursor_is_in_view (self);
  int slot;

  taga_grid_fill_end (taga_grid_body_get_fill (self->body), FALSE);
  if (!has_cells (self))
    {
      lose (self);
      return;
    }

  slot = taga_grid_layout_find_slot (&self->layout, cursor->field);
  if (slot < 0)
    taga_grid_editor_cancel (self->editor);
  cursor->cell.slot =
      slot >= 0 ? (guint) slot : MIN (before.cell.slot, self->layout.slots->len - 1);
  cursor->cell.row = MIN (before.cell.row, taga_grid_count_places (self) - 1);
  if (cursor->cell.slot != before.cell.slot)
    cursor->tab_slot = -1;
  if (slot >= 0)
    follow_corner_fields (self);
  else
    collapse (cursor);
  finish_follow (self, &before, was_in_view);
}

/**
 * taga_grid_cursor_give_up:
 * @self: a grid
 *
 * Tells that there is no cursor any more, if the rows that were taken away have not come back; or
 * that it is in the new row, which is left.
 */
void
taga_grid_cursor_give_up (TagaGrid *self)
{
  TagaGridCursor before = self->cursor;

  if (!before.is_lost)
    return;

  self->cursor.is_lost = FALSE;
  taga_grid_editor_cancel (self->editor);
  if (has_cells (self))
    {
      self->cursor.cell.row = taga_grid_count_places (self) - 1;
      self->cursor.cell.slot = MIN (self->cursor.cell.slot, self->layout.slots->len - 1);
      collapse (&self->cursor);
      finish_follow (self, &before, FALSE);
      return;
    }

  before.is_set = TRUE;
  taga_grid_cursor_announce (self, &before);
}
