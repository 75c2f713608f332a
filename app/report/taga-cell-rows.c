#include "taga-cell-rows.h"

#include <string.h>

struct _TagaCellRows
{
  TagaRowSource parent;

  guint n_columns;
  guint column; /* the one that is filled in next */
  guint64 n_read;
  GArray *cells;         /* (owned) (element-type TagaValue) */
  GStringChunk *strings; /* (owned) */
};

static gboolean
next_row (TagaRowSource *source, TagaValue *cells, gboolean *has_row, GError **error)
{
  TagaCellRows *self = (TagaCellRows *) source;

  *has_row = self->n_read < source->n_rows;
  if (!*has_row)
    return TRUE;

  memcpy (cells, &g_array_index (self->cells, TagaValue, self->n_read * self->n_columns),
          self->n_columns * sizeof *cells);
  self->n_read++;

  return TRUE;
}

static void
free_rows (TagaRowSource *source)
{
  TagaCellRows *self = (TagaCellRows *) source;

  g_array_unref (self->cells);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * taga_cell_rows_new:
 * @n_columns: how many cells each row has
 *
 * Makes a row source without any row.
 *
 * Returns: (transfer full): the rows, to be ended with [func@cell_rows_end]
 */
TagaCellRows *
taga_cell_rows_new (guint n_columns)
{
  TagaCellRows *self = g_new0 (TagaCellRows, 1);

  self->parent.next = next_row;
  self->parent.free = free_rows;
  self->n_columns = n_columns;
  self->cells = g_array_new (FALSE, FALSE, sizeof (TagaValue));
  self->strings = g_string_chunk_new (4096);

  return self;
}

/**
 * taga_cell_rows_end:
 * @self: (transfer full): rows
 *
 * Ends the rows, for a table.
 *
 * Returns: (transfer full): the row source
 */
TagaRowSource *
taga_cell_rows_end (TagaCellRows *self)
{
  return &self->parent;
}

/**
 * taga_cell_rows_begin:
 * @self: rows
 *
 * Begins a row, whose cells are filled in from the left. What is not filled in is not known.
 */
void
taga_cell_rows_begin (TagaCellRows *self)
{
  const TagaValue unknown = TAGA_VALUE_INIT;

  for (guint i = 0; i < self->n_columns; i++)
    g_array_append_val (self->cells, unknown);

  self->parent.n_rows++;
  self->column = 0;
}

static TagaValue *
take_cell (TagaCellRows *self)
{
  g_assert (self->column < self->n_columns && self->parent.n_rows > 0);

  return &g_array_index (self->cells, TagaValue,
                         (self->parent.n_rows - 1) * self->n_columns + self->column++);
}

/**
 * taga_cell_rows_text:
 * @self: rows with a row
 * @text: (nullable): a text or a day
 *
 * Fills in the next cell.
 */
void
taga_cell_rows_text (TagaCellRows *self, const char *text)
{
  TagaValue *cell = take_cell (self);

  if (text != NULL)
    cell->text = g_string_chunk_insert_const (self->strings, text);
}

/**
 * taga_cell_rows_number:
 * @self: rows with a row
 * @number: a number, or `TAGA_UNKNOWN`
 *
 * Fills in the next cell.
 */
void
taga_cell_rows_number (TagaCellRows *self, gint64 number)
{
  take_cell (self)->number = number;
}

/**
 * taga_cell_rows_skip:
 * @self: rows with a row
 *
 * Leaves the next cell as it is.
 */
void
taga_cell_rows_skip (TagaCellRows *self)
{
  take_cell (self);
}
