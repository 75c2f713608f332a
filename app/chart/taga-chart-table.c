#include "taga-chart-table.h"

/**
 * taga_chart_table_new:
 *
 * Makes a table without columns.
 *
 * Returns: (transfer full): the table
 */
TagaChartTable *
taga_chart_table_new (void)
{
  TagaChartTable *self = g_new0 (TagaChartTable, 1);

  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * taga_chart_table_free:
 * @self: (transfer full): a table
 *
 * Frees a table.
 */
void
taga_chart_table_free (TagaChartTable *self)
{
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * taga_chart_table_add_column:
 * @self: a table without cells
 * @heading: what the column holds
 *
 * Adds a column to the right.
 */
void
taga_chart_table_add_column (TagaChartTable *self, const char *heading)
{
  g_return_if_fail (self->cells->len == 0);

  g_ptr_array_add (self->headings, g_utf8_make_valid (heading, -1));
  self->n_columns++;
}

/**
 * taga_chart_table_add:
 * @self: a table with all of its columns
 * @cell: a text
 *
 * Adds the next cell, from left to right and then in a new row.
 */
void
taga_chart_table_add (TagaChartTable *self, const char *cell)
{
  g_return_if_fail (self->n_columns > 0);

  g_ptr_array_add (self->cells, g_utf8_make_valid (cell, -1));
}

/**
 * taga_chart_table_take:
 * @self: a table with all of its columns
 * @cell: (transfer full): a text
 *
 * Adds the next cell, see [method@ChartTable.add].
 */
void
taga_chart_table_take (TagaChartTable *self, char *cell)
{
  taga_chart_table_add (self, cell);
  g_free (cell);
}

/**
 * taga_chart_table_get_n_rows:
 * @self: a table
 *
 * Counts the rows below the headings.
 *
 * Returns: how many
 */
guint
taga_chart_table_get_n_rows (const TagaChartTable *self)
{
  return self->n_columns == 0 ? 0 : self->cells->len / self->n_columns;
}

/**
 * taga_chart_table_get:
 * @self: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Gets a cell.
 *
 * Returns: (transfer none): its text
 */
const char *
taga_chart_table_get (const TagaChartTable *self, guint row, guint column)
{
  g_return_val_if_fail (row < taga_chart_table_get_n_rows (self), "");
  g_return_val_if_fail (column < self->n_columns, "");

  return self->cells->pdata[row * self->n_columns + column];
}

static void
append (GString *text, const char *cell, gboolean is_last)
{
  g_autofree char *line = g_strdelimit (g_strdup (cell), "\t\r\n", ' ');

  g_string_append (text, line);
  g_string_append_c (text, is_last ? '\n' : '\t');
}

/**
 * taga_chart_table_to_text:
 * @self: a table
 *
 * Writes a table as a spreadsheet takes it from the clipboard: cells parted by tabs.
 *
 * Returns: (transfer full): the text
 */
char *
taga_chart_table_to_text (const TagaChartTable *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    append (text, self->headings->pdata[i], i + 1 == self->n_columns);
  for (guint i = 0; i < taga_chart_table_get_n_rows (self) * self->n_columns; i++)
    append (text, self->cells->pdata[i], (i + 1) % self->n_columns == 0);

  return g_string_free (text, FALSE);
}
