#include "taga-grid-private.h"

/* How many rows are looked through for the edge of a block: records of that many load in a few
 * milliseconds, and a longer block ends far outside what anyone looks at. */
#define MAX_SEARCH 1024

typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
  TagaGridMove move;
} MoveKey;

/* Shift with any of them extends the range. */
static const MoveKey move_keys[] = {
  { GDK_KEY_Left, 0, TAGA_GRID_LEFT },
  { GDK_KEY_Right, 0, TAGA_GRID_RIGHT },
  { GDK_KEY_Up, 0, TAGA_GRID_UP },
  { GDK_KEY_Down, 0, TAGA_GRID_DOWN },
  { GDK_KEY_Page_Up, 0, TAGA_GRID_PAGE_UP },
  { GDK_KEY_Page_Down, 0, TAGA_GRID_PAGE_DOWN },
  { GDK_KEY_Home, 0, TAGA_GRID_ROW_START },
  { GDK_KEY_End, 0, TAGA_GRID_ROW_END },
  { GDK_KEY_Home, GDK_CONTROL_MASK, TAGA_GRID_FIRST },
  { GDK_KEY_End, GDK_CONTROL_MASK, TAGA_GRID_LAST },
  { GDK_KEY_Left, GDK_CONTROL_MASK, TAGA_GRID_EDGE_LEFT },
  { GDK_KEY_Right, GDK_CONTROL_MASK, TAGA_GRID_EDGE_RIGHT },
  { GDK_KEY_Up, GDK_CONTROL_MASK, TAGA_GRID_EDGE_UP },
  { GDK_KEY_Down, GDK_CONTROL_MASK, TAGA_GRID_EDGE_DOWN },
};

/**
 * taga_grid_find_move:
 * @keyval: a key
 * @modifiers: the modifiers that are held; Shift makes no difference
 * @move: (out): the move
 *
 * Finds the move that a key stands for.
 *
 * Returns: whether there is one
 */
gboolean
taga_grid_find_move (guint keyval, GdkModifierType modifiers, TagaGridMove *move)
{
  for (guint i = 0; i < G_N_ELEMENTS (move_keys); i++)
    if (move_keys[i].keyval == keyval && move_keys[i].modifiers == (modifiers & ~GDK_SHIFT_MASK))
      {
        *move = move_keys[i].move;
        return TRUE;
      }

  return FALSE;
}

static guint
step (guint place, int distance, guint n)
{
  return (guint) CLAMP ((gint64) place + distance, 0, (gint64) n - 1);
}

static gboolean
is_empty (TagaGrid *self, TagaGridPlace place)
{
  g_autoptr (TagaRecord) record = taga_grid_dup_record (self, place.row);
  guint field = taga_grid_layout_get_column (&self->layout, place.slot)->field;

  if (record == NULL)
    return TRUE;

  return taga_field_is_empty (&TAGA_RECORD_GET_CLASS (record)->fields[field],
                              taga_record_get_value (record, field));
}

/* As in spreadsheets: to the last filled cell before an empty one, or over empty ones to the next
 * filled one. */
static TagaGridPlace
find_edge (TagaGrid *self, TagaGridPlace from, int rows, int slots)
{
  guint n_rows = MAX (self->n_rows, from.row + 1), n_slots = self->layout.slots->len;
  TagaGridPlace here = from;
  gboolean in_block = FALSE;

  for (guint i = 0; i < MAX_SEARCH; i++)
    {
      TagaGridPlace next = { step (here.row, rows, n_rows), step (here.slot, slots, n_slots) };
      gboolean empty;

      if (taga_grid_place_equal (next, here))
        return here;

      empty = is_empty (self, next);
      if (i == 0)
        in_block = !empty && !is_empty (self, here);
      else if (in_block && empty)
        return here;
      if (!in_block && !empty)
        return next;

      here = next;
    }

  return (TagaGridPlace){ rows > 0 ? n_rows - 1 : 0, from.slot };
}

static gboolean
is_row_empty (TagaGrid *self, guint row, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    if (!is_empty (self, (TagaGridPlace){ row, i }))
      return FALSE;

  return TRUE;
}

/* The last row to which a column goes on having values below a range, while the range's own are
 * empty. */
static guint
follow_block (TagaGrid *self, const TagaGridRange *range, guint column)
{
  guint row = range->last_row;

  for (guint i = 0; i < MAX_SEARCH && row + 1 < self->n_rows; i++, row++)
    if (is_empty (self, (TagaGridPlace){ row + 1, column })
        || !is_row_empty (self, row + 1, range->first_column, range->last_column))
      break;

  return row;
}

/**
 * taga_grid_find_block_end:
 * @self: a grid
 * @range: a range
 *
 * Finds how far the column at the range's left has values below it, or else the one at its right,
 * while the range's own columns have none. Not more than a thousand rows are looked at.
 *
 * Returns: the last such row, or the range's last one if there is none
 */
guint
taga_grid_find_block_end (TagaGrid *self, const TagaGridRange *range)
{
  guint row = range->last_row;

  if (range->first_column > 0)
    row = follow_block (self, range, range->first_column - 1);
  if (row == range->last_row && range->last_column + 1 < self->layout.slots->len)
    row = follow_block (self, range, range->last_column + 1);

  return row;
}

/* A page is what fits, less one row that stays in sight. */
static int
get_page (TagaGrid *self)
{
  return MAX (taga_grid_get_view_height (self) / self->row_height - 1, 1);
}

static void
scroll_page (TagaGrid *self, int rows)
{
  double x = gtk_adjustment_get_value (self->hadjustment);
  double y = gtk_adjustment_get_value (self->vadjustment);

  taga_grid_scroll_to (self, x, y + (double) rows * self->row_height);
}

static TagaGridPlace
find_target (TagaGrid *self, TagaGridMove move, TagaGridPlace from)
{
  guint n = taga_grid_count_places (self);
  guint last_record = MAX (self->n_rows, 1) - 1;
  guint last_slot = self->layout.slots->len - 1;

  switch (move)
    {
    case TAGA_GRID_LEFT:
      return (TagaGridPlace){ from.row, step (from.slot, -1, last_slot + 1) };
    case TAGA_GRID_RIGHT:
      return (TagaGridPlace){ from.row, step (from.slot, 1, last_slot + 1) };
    case TAGA_GRID_UP:
      return (TagaGridPlace){ step (from.row, -1, n), from.slot };
    case TAGA_GRID_DOWN:
      return (TagaGridPlace){ step (from.row, 1, n), from.slot };
    case TAGA_GRID_PAGE_UP:
      return (TagaGridPlace){ step (from.row, -get_page (self), n), from.slot };
    case TAGA_GRID_PAGE_DOWN:
      return (TagaGridPlace){ step (from.row, get_page (self), MAX (last_record, from.row) + 1),
                              from.slot };
    case TAGA_GRID_ROW_START:
      return (TagaGridPlace){ from.row, 0 };
    case TAGA_GRID_ROW_END:
      return (TagaGridPlace){ from.row, last_slot };
    case TAGA_GRID_FIRST:
      return (TagaGridPlace){ 0, 0 };
    case TAGA_GRID_LAST:
      return (TagaGridPlace){ last_record, last_slot };
    case TAGA_GRID_EDGE_LEFT:
      return find_edge (self, from, 0, -1);
    case TAGA_GRID_EDGE_RIGHT:
      return find_edge (self, from, 0, 1);
    case TAGA_GRID_EDGE_UP:
      return find_edge (self, from, -1, 0);
    case TAGA_GRID_EDGE_DOWN:
      return find_edge (self, from, 1, 0);
    }

  g_assert_not_reached ();
}

/**
 * taga_grid_move:
 * @self: a grid
 * @move: where to
 * @extend: whether to extend the range instead of moving the cursor
 *
 * Moves the cursor or the range's corner as a key does.
 */
void
taga_grid_move (TagaGrid *self, TagaGridMove move, gboolean extend)
{
  TagaGridPlace to;

  if (!self->cursor.is_set)
    return;

  to = find_target (self, move, extend ? self->cursor.end : self->cursor.cell);
  if (move == TAGA_GRID_PAGE_UP || move == TAGA_GRID_PAGE_DOWN)
    scroll_page (self, move == TAGA_GRID_PAGE_UP ? -get_page (self) : get_page (self));

  /* The first column may be frozen and so be in view anyway: the others come back as well. */
  if (move == TAGA_GRID_ROW_START || move == TAGA_GRID_FIRST)
    gtk_adjustment_set_value (self->hadjustment, 0.0);

  self->cursor.tab_slot = -1;
  if (extend)
    taga_grid_cursor_extend (self, to);
  else
    taga_grid_cursor_set (self, to);
}

/* Goes round in the range: along its rows if @by_row, else down its columns. */
static void
move_in_range (TagaGrid *self, gboolean by_row, gboolean back)
{
  TagaGridPlace cell = self->cursor.cell;
  TagaGridRange range;
  guint width, height, i, n;

  taga_grid_cursor_get_range (self, &range);
  width = range.last_column - range.first_column + 1;
  height = range.last_row - range.first_row + 1;
  n = width * height;
  i = by_row ? (cell.row - range.first_row) * width + cell.slot - range.first_column
             : (cell.slot - range.first_column) * height + cell.row - range.first_row;
  i = (i + (back ? n - 1 : 1)) % n;

  if (by_row)
    cell = (TagaGridPlace){ range.first_row + i / width, range.first_column + i % width };
  else
    cell = (TagaGridPlace){ range.first_row + i % height, range.first_column + i / height };
  taga_grid_cursor_set_in_range (self, cell);
}

static gboolean
is_editable (TagaGrid *self, guint slot)
{
  return taga_grid_layout_get_column (&self->layout, slot)->editable;
}

/* Computed columns are passed over, unless there are no others. */
static gboolean
skips_columns (TagaGrid *self)
{
  for (guint i = 0; i < self->layout.slots->len; i++)
    if (is_editable (self, i))
      return TRUE;

  return FALSE;
}

/* The number of the next cell that Tab stops at, counted along the rows, or one beyond the ends. */
static gint64
find_next_stop (TagaGrid *self, gboolean back)
{
  gint64 n_slots = self->layout.slots->len;
  gint64 n = taga_grid_count_places (self) * n_slots;
  gint64 i = self->cursor.cell.row * n_slots + self->cursor.cell.slot;
  gboolean skips = skips_columns (self);

  do
    i += back ? -1 : 1;
  while (i >= 0 && i < n && skips && !is_editable (self, (guint) (i % n_slots)));

  return i;
}

/**
 * taga_grid_move_tab:
 * @self: a grid
 * @back: whether to go back
 *
 * Moves the cursor to the next cell that something can be entered into, at a row's end to the next
 * row, as in a protected sheet; if several cells are selected,
 * to the next one of these.
 *
 * Returns: whether there was one; if not, the focus should go on to the next widget
 */
gboolean
taga_grid_move_tab (TagaGrid *self, gboolean back)
{
  guint n_slots = self->layout.slots->len;
  const TagaGridCursor *cursor = &self->cursor;
  int tab_slot = cursor->tab_slot < 0 ? (int) cursor->cell.slot : cursor->tab_slot;
  gint64 i;

  if (taga_grid_cursor_has_many (self))
    {
      move_in_range (self, TRUE, back);
      return TRUE;
    }

  i = cursor->is_set ? find_next_stop (self, back) : -1;
  if (i < 0 || i >= (gint64) taga_grid_count_places (self) * n_slots)
    return FALSE;

  taga_grid_cursor_set (self, (TagaGridPlace){ (guint) (i / n_slots), (guint) (i % n_slots) });
  self->cursor.tab_slot = tab_slot;

  return TRUE;
}

/**
 * taga_grid_move_enter:
 * @self: a grid
 * @back: whether to go up
 *
 * Moves the cursor down a row; after a run of Tab keys, to the column where the run began, so that
 * a row is filled in with Tab and the next one begins with Enter. If several cells are selected, it
 * moves to the next one of these.
 */
void
taga_grid_move_enter (TagaGrid *self, gboolean back)
{
  TagaGridPlace cell = self->cursor.cell;

  if (!self->cursor.is_set)
    return;

  if (taga_grid_cursor_has_many (self))
    {
      move_in_range (self, FALSE, back);
      return;
    }

  cell.row = step (cell.row, back ? -1 : 1, taga_grid_count_places (self));
  if (self->cursor.tab_slot >= 0)
    cell.slot = (guint) self->cursor.tab_slot;
  self->cursor.tab_slot = -1;
  taga_grid_cursor_set (self, cell);
}

/**
 * taga_grid_select_columns:
 * @self: a grid
 *
 * Extends the range over all rows.
 */
void
taga_grid_select_columns (TagaGrid *self)
{
  TagaGridRange range;

  if (self->n_rows == 0 || !taga_grid_cursor_get_range (self, &range))
    return;

  range.first_row = 0;
  range.last_row = self->n_rows - 1;
  taga_grid_cursor_set_range (self, &range);
}

/**
 * taga_grid_select_rows:
 * @self: a grid
 *
 * Extends the range over all columns.
 */
void
taga_grid_select_rows (TagaGrid *self)
{
  TagaGridRange range;

  if (!taga_grid_cursor_get_range (self, &range))
    return;

  range.first_column = 0;
  range.last_column = self->layout.slots->len - 1;
  taga_grid_cursor_set_range (self, &range);
}

/**
 * taga_grid_select_everything:
 * @self: a grid
 *
 * Selects every cell.
 */
void
taga_grid_select_everything (TagaGrid *self)
{
  TagaGridRange range = { 0, self->n_rows - 1, 0, self->layout.slots->len - 1 };

  if (self->cursor.is_set && self->n_rows > 0)
    taga_grid_cursor_set_range (self, &range);
}
