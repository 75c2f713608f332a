#include "taga-paper-table.h"

#include "taga-text.h"

static void
free_row (gpointer data)
{
  TagaPaperRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

/**
 * taga_paper_clean:
 * @text: (nullable): text from anywhere
 *
 * Makes a text fit to be printed: valid UTF-8 without control characters.
 *
 * Returns: (transfer full): the text; empty for none
 */
char *
taga_paper_clean (const char *text)
{
  char *clean = text == NULL ? NULL : taga_text_clean (text, -1, TRUE);

  return clean == NULL ? g_strdup ("") : clean;
}

/**
 * taga_paper_table_new:
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many
 *
 * Makes a table without rows.
 *
 * Returns: (transfer full): the table
 */
TagaPaperTable *
taga_paper_table_new (const TagaPaperColumn *columns, guint n_columns)
{
  TagaPaperTable *self = g_new0 (TagaPaperTable, 1);

  g_return_val_if_fail (n_columns > 0, NULL);

  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  for (guint i = 0; i < n_columns; i++)
    self->columns[i].title = g_strdup (columns[i].title);
  self->n_columns = n_columns;
  self->rows = g_ptr_array_new_with_free_func (free_row);

  return self;
}

/**
 * taga_paper_table_free:
 * @self: (nullable): a table
 *
 * Frees a table.
 */
void
taga_paper_table_free (TagaPaperTable *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    g_free ((char *) self->columns[i].title);
  g_free (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * taga_paper_table_add_row:
 * @self: a table
 * @cells: (array): as many texts as there are columns; `NULL` is an empty one
 *
 * Adds a row.
 */
void
taga_paper_table_add_row (TagaPaperTable *self, const char *const *cells)
{
  TagaPaperRow *row = g_new0 (TagaPaperRow, 1);

  row->cells = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    row->cells[i] = taga_paper_clean (cells[i]);
  g_ptr_array_add (self->rows, row);
}

/**
 * taga_paper_table_add_group:
 * @self: a table
 * @text: what the rows below have in common
 *
 * Adds a line over the rows that follow.
 */
void
taga_paper_table_add_group (TagaPaperTable *self, const char *text)
{
  TagaPaperRow *row = g_new0 (TagaPaperRow, 1);

  row->cells = g_new0 (char *, 2);
  row->cells[0] = taga_paper_clean (text);
  row->is_group = TRUE;
  g_ptr_array_add (self->rows, row);
}

/**
 * taga_paper_table_has_header:
 * @self: a table
 *
 * Tells whether a table has a line with the titles of its columns.
 *
 * Returns: `TRUE` if it has
 */
gboolean
taga_paper_table_has_header (const TagaPaperTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].title != NULL)
      return TRUE;

  return FALSE;
}
