#include "taga-grid-layout.h"

#include <glib/gi18n-lib.h>

/* Width of a half-width character and of a cell's margins, in pixels at 11 points. */
#define CHARACTER_WIDTH 8
#define MARGINS 18
#define MIN_WIDTH 28
#define MAX_WIDTH 1200

static void
clear_column (gpointer data)
{
  TagaGridColumn *column = data;

  g_clear_pointer (&column->title, g_free);
  g_clear_pointer (&column->group, g_free);
}

/**
 * taga_grid_layout_limit_width:
 * @width: the width that is wished for
 *
 * Keeps a column's width within sensible bounds.
 *
 * Returns: the width
 */
int
taga_grid_layout_limit_width (int width)
{
  return CLAMP (width, MIN_WIDTH, MAX_WIDTH);
}

/**
 * taga_grid_layout_init:
 * @self: a layout
 *
 * Makes a layout without columns.
 */
void
taga_grid_layout_init (TagaGridLayout *self)
{
  *self = (TagaGridLayout){ .scale = 1.0 };
  self->columns = g_array_new (FALSE, FALSE, sizeof (TagaGridColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->slots = g_array_new (FALSE, FALSE, sizeof (TagaGridSlot));
}

/**
 * taga_grid_layout_clear:
 * @self: a layout
 *
 * Frees what the layout holds.
 */
void
taga_grid_layout_clear (TagaGridLayout *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->slots, g_array_unref);
}

/**
 * taga_grid_layout_set_columns:
 * @self: a layout
 * @columns: (array length=n): the columns
 * @n: how many there are
 *
 * Replaces the columns by copies of others. They have no place until the layout is placed.
 */
void
taga_grid_layout_set_columns (TagaGridLayout *self, const TagaGridColumn *columns, guint n)
{
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->slots, 0);

  for (guint i = 0; i < n; i++)
    {
      TagaGridColumn column = columns[i];

      column.title = g_strdup (columns[i].title);
      column.group = g_strdup (columns[i].group);
      column.width = taga_grid_layout_limit_width (columns[i].width);
      g_array_append_val (self->columns, column);
    }
}

static float
get_alignment (const TagaField *field)
{
  switch (field->kind)
    {
    case TAGA_FIELD_LEVEL:
    case TAGA_FIELD_MARK:
      return 0.5f;

    case TAGA_FIELD_NUMBER:
      return field->flags & TAGA_FIELD_COMPUTED ? 0.5f : 1.0f;

    case TAGA_FIELD_TENTHS:
      return 1.0f;

    case TAGA_FIELD_TEXT:
    case TAGA_FIELD_NOTE:
    case TAGA_FIELD_DATE:
    case TAGA_FIELD_CHOICE:
    case TAGA_FIELD_REFERENCE:
      break;
    }

  return 0.0f;
}

/**
 * taga_grid_layout_set_class:
 * @self: a layout
 * @klass: a record class
 *
 * Makes one column from each line of the class's field table.
 */
void
taga_grid_layout_set_class (TagaGridLayout *self, TagaRecordClass *klass)
{
  g_autofree TagaGridColumn *columns = g_new0 (TagaGridColumn, klass->n_fields);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TagaField *field = &klass->fields[i];

      columns[i].field = i;
      columns[i].title = (char *) g_dgettext (GETTEXT_PACKAGE, field->title);
      if (field->group != NULL)
        columns[i].group = (char *) g_dgettext (GETTEXT_PACKAGE, field->group);
      columns[i].width = (int) MIN (field->width, 120) * CHARACTER_WIDTH + MARGINS;
      columns[i].visible = (field->flags & TAGA_FIELD_EXTRA) == 0;
      columns[i].frozen = (field->flags & TAGA_FIELD_FROZEN) != 0;
      columns[i].editable = (field->flags & TAGA_FIELD_COMPUTED) == 0;
      columns[i].kind = field->kind;
      columns[i].xalign = get_alignment (field);
    }

  taga_grid_layout_set_columns (self, columns, klass->n_fields);
}

static void
append_slots (TagaGridLayout *self, gboolean frozen)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TagaGridColumn *column = &g_array_index (self->columns, TagaGridColumn, i);
      TagaGridSlot slot = { i, self->width, (int) (column->width * self->scale + 0.5) };

      if (!column->visible || column->frozen != frozen)
        continue;

      g_array_append_val (self->slots, slot);
      self->width += slot.width;
    }
}

/**
 * taga_grid_layout_place:
 * @self: a layout
 * @scale: pixels of the screen to one of a column's width
 * @view_width: width of the view, or 0 if it isn't known yet
 *
 * Gives every visible column its place.
 *
 * Frozen columns that would leave less than a third of the view to the others scroll with them,
 * since otherwise these could not be reached in a narrow window.
 */
void
taga_grid_layout_place (TagaGridLayout *self, double scale, int view_width)
{
  g_array_set_size (self->slots, 0);
  self->scale = scale;
  self->width = 0;

  append_slots (self, TRUE);
  self->n_frozen = self->slots->len;
  self->frozen_width = self->width;
  append_slots (self, FALSE);

  if (view_width > 0 && self->frozen_width > view_width * 2 / 3)
    {
      self->n_frozen = 0;
      self->frozen_width = 0;
    }
}

static int
find_index (TagaGridLayout *self, guint field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, TagaGridColumn, i).field == field)
      return (int) i;

  return -1;
}

/* The place in the array of the column with a position among those that aren't frozen. */
static guint
find_index_at (TagaGridLayout *self, guint position)
{
  guint last = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_array_index (self->columns, TagaGridColumn, i).frozen)
        continue;
      if (position-- == 0)
        return i;
      last = i;
    }

  return last;
}

/**
 * taga_grid_layout_move_column:
 * @self: a layout
 * @field: a field
 * @position: where its column shall stand among all that aren't frozen, shown or not; beyond the
 *   last it is taken for the last
 *
 * Moves a column. It has no place until the layout is placed.
 *
 * Returns: whether the column is elsewhere now; frozen ones don't move
 */
gboolean
taga_grid_layout_move_column (TagaGridLayout *self, guint field, guint position)
{
  TagaGridColumn *columns = (TagaGridColumn *) (gpointer) self->columns->data;
  int from = find_index (self, field), to;
  TagaGridColumn moved;

  if (from < 0 || columns[from].frozen)
    return FALSE;

  to = (int) find_index_at (self, position);
  if (to == from)
    return FALSE;

  moved = columns[from];
  if (to > from)
    memmove (&columns[from], &columns[from + 1], (gsize) (to - from) * sizeof moved);
  else
    memmove (&columns[to + 1], &columns[to], (gsize) (from - to) * sizeof moved);
  columns[to] = moved;

  return TRUE;
}

/**
 * taga_grid_layout_get_position:
 * @self: a layout
 * @field: a field
 *
 * Gets where a column stands among all that aren't frozen, shown or not.
 *
 * Returns: the position
 */
guint
taga_grid_layout_get_position (TagaGridLayout *self, guint field)
{
  int index = find_index (self, field);
  guint position = 0;

  for (int i = 0; i < index; i++)
    if (!g_array_index (self->columns, TagaGridColumn, i).frozen)
      position++;

  return position;
}

/**
 * taga_grid_layout_find_column:
 * @self: a layout
 * @field: a field
 *
 * Finds the column of a field, shown or not.
 *
 * Returns: (nullable) (transfer none): the column
 */
TagaGridColumn *
taga_grid_layout_find_column (TagaGridLayout *self, guint field)
{
  int index = find_index (self, field);

  return index < 0 ? NULL : &g_array_index (self->columns, TagaGridColumn, index);
}

/**
 * taga_grid_layout_find_slot:
 * @self: a layout
 * @field: a field
 *
 * Finds where a field is shown.
 *
 * Returns: the slot's number, or -1 if the field isn't shown
 */
int
taga_grid_layout_find_slot (TagaGridLayout *self, guint field)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (taga_grid_layout_get_column (self, i)->field == field)
      return (int) i;

  return -1;
}

/**
 * taga_grid_layout_get_slot:
 * @self: a layout
 * @slot: a slot's number
 *
 * Gets the place of a column that is shown.
 *
 * Returns: (transfer none): the place
 */
const TagaGridSlot *
taga_grid_layout_get_slot (TagaGridLayout *self, guint slot)
{
  g_assert (slot < self->slots->len);

  return &g_array_index (self->slots, TagaGridSlot, slot);
}

/**
 * taga_grid_layout_get_column:
 * @self: a layout
 * @slot: a slot's number
 *
 * Gets the column that a slot shows.
 *
 * Returns: (transfer none): the column
 */
const TagaGridColumn *
taga_grid_layout_get_column (TagaGridLayout *self, guint slot)
{
  guint column = taga_grid_layout_get_slot (self, slot)->column;

  return &g_array_index (self->columns, TagaGridColumn, column);
}

/**
 * taga_grid_layout_get_x:
 * @self: a layout
 * @slot: a slot's number
 * @scrolled: how far the view is scrolled to the right
 *
 * Gets the left edge of a slot in the view.
 *
 * Returns: the edge; for a slot that is scrolled, it may lie under the frozen ones
 */
int
taga_grid_layout_get_x (TagaGridLayout *self, guint slot, int scrolled)
{
  int x = taga_grid_layout_get_slot (self, slot)->x;

  return slot < self->n_frozen ? x : x - scrolled;
}

/**
 * taga_grid_layout_slot_at:
 * @self: a layout
 * @x: a place in the view
 * @scrolled: how far the view is scrolled to the right
 *
 * Finds the slot at a place.
 *
 * Returns: the slot's number, or -1 beyond the first and the last
 */
int
taga_grid_layout_slot_at (TagaGridLayout *self, int x, int scrolled)
{
  if (x >= self->frozen_width)
    x += scrolled;

  for (guint i = 0; i < self->slots->len; i++)
    {
      const TagaGridSlot *slot = taga_grid_layout_get_slot (self, i);

      if (x >= slot->x && x < slot->x + slot->width)
        return (int) i;
    }

  return -1;
}

/**
 * taga_grid_layout_edge_at:
 * @self: a layout
 * @x: a place in the view
 * @scrolled: how far the view is scrolled to the right
 * @reach: how far from an edge still counts
 *
 * Finds the slot whose right edge is at a place, to drag it.
 *
 * Returns: the slot's number, or -1
 */
int
taga_grid_layout_edge_at (TagaGridLayout *self, int x, int scrolled, int reach)
{
  for (guint i = self->slots->len; i > 0; i--)
    {
      int edge = taga_grid_layout_get_x (self, i - 1, scrolled)
                 + taga_grid_layout_get_slot (self, i - 1)->width;

      if (i - 1 >= self->n_frozen && edge < self->frozen_width)
        continue;
      if (ABS (x - edge) <= reach)
        return (int) (i - 1);
    }

  return -1;
}

/**
 * taga_grid_layout_get_view:
 * @self: a layout
 * @scrolled: how far the view is scrolled to the right
 * @view_width: width of the view
 * @first: (out): the first slot after the frozen ones of which something is in view
 * @end: (out): the slot after the last such one
 *
 * Finds the slots that are in view besides the frozen ones.
 */
void
taga_grid_layout_get_view (TagaGridLayout *self,
                           int scrolled,
                           int view_width,
                           guint *first,
                           guint *end)
{
  guint i = self->n_frozen;

  while (i < self->slots->len
         && taga_grid_layout_get_x (self, i, scrolled) + taga_grid_layout_get_slot (self, i)->width
                <= self->frozen_width)
    i++;
  *first = i;

  while (i < self->slots->len && taga_grid_layout_get_x (self, i, scrolled) < view_width)
    i++;
  *end = i;
}
