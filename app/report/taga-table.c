#include "taga-table.h"

#include <string.h>

#define KEY_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

typedef struct
{
  TagaTable table;

  GStringChunk *strings; /* (owned) all texts of the table and its columns */
  TagaRowSource *rows;   /* (owned) */
} OwnedTable;

static const char *
copy_text (OwnedTable *self, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (self->strings, text);
}

static void
copy_columns (OwnedTable *self, const TagaColumn *columns, guint n_columns)
{
  TagaColumn *copies = g_new (TagaColumn, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      copies[i] = columns[i];
      copies[i].key = copy_text (self, columns[i].key);
      copies[i].title = copy_text (self, columns[i].title);
      copies[i].group = copy_text (self, columns[i].group);
      copies[i].list = copy_text (self, columns[i].list);
      copies[i].formula = copy_text (self, columns[i].formula);
      copies[i].band_by = copy_text (self, columns[i].band_by);
      copies[i].range = copy_text (self, columns[i].range);
      copies[i].from = copy_text (self, columns[i].from);
      copies[i].to = copy_text (self, columns[i].to);
    }

  self->table.columns = copies;
  self->table.n_columns = n_columns;
}

static gboolean
has_column (const TagaTable *table, const char *key)
{
  return key == NULL || taga_table_find_column (table, key, strlen (key)) >= 0;
}

/* Tells whether formulas and bands refer to columns that the table has. */
static gboolean
check_references (const TagaTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const TagaColumn *column = &table->columns[i];
      const char *rest = column->formula;
      gsize length;

      if (!has_column (table, column->band_by) || !has_column (table, column->from)
          || !has_column (table, column->to))
        return FALSE;

      for (const char *key; rest != NULL && taga_formula_find_key (rest, &key, &length);
           rest = key + length)
        {
          if (taga_table_find_column (table, key, length) < 0)
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * taga_table_new:
 * @title: (nullable): what stands over it
 * @columns: (array length=n_columns): its columns; copied
 * @n_columns: how many, at least one
 * @rows: (transfer full): its rows
 *
 * Makes a table. Formulas and bands that refer to a column which it does not have are a
 * programmer's mistake.
 *
 * Returns: (transfer full): the table
 */
TagaTable *
taga_table_new (const char *title, const TagaColumn *columns, guint n_columns, TagaRowSource *rows)
{
  OwnedTable *self;

  g_return_val_if_fail (n_columns > 0, NULL);

  self = g_new0 (OwnedTable, 1);
  self->strings = g_string_chunk_new (1024);
  self->rows = rows;
  self->table.title = copy_text (self, title);
  self->table.n_rows = rows->n_rows;
  copy_columns (self, columns, n_columns);

  if (!check_references (&self->table))
    g_critical ("A formula or band refers to a column that the table does not have.");

  return &self->table;
}

/**
 * taga_table_free:
 * @table: (nullable) (transfer full): a table
 *
 * Frees a table and its row source.
 */
void
taga_table_free (TagaTable *table)
{
  OwnedTable *self = (OwnedTable *) table;

  if (table == NULL)
    return;

  self->rows->free (self->rows);
  g_string_chunk_free (self->strings);
  g_free ((TagaColumn *) table->columns);
  g_free ((TagaValue *) table->totals);
  g_free (self);
}

/**
 * taga_table_set_total:
 * @table: a table
 * @title: what the row is called, in its first column
 * @totals: (nullable) (array): one value for each column, the results of the formulas that stand in
 *   the row too; copied, without their texts
 *
 * Lets the table end with a row that sums up the others. A table without rows has none. Its row
 * source has to promise neither more nor fewer rows than it has.
 */
void
taga_table_set_total (TagaTable *table, const char *title, const TagaValue *totals)
{
  TagaValue *copies = g_new0 (TagaValue, table->n_columns);

  for (guint i = 0; i < table->n_columns; i++)
    copies[i].number = totals == NULL ? TAGA_UNKNOWN : totals[i].number;

  table->total = copy_text ((OwnedTable *) table, title);
  g_free ((TagaValue *) table->totals);
  table->totals = copies;
}

/**
 * taga_table_find_column:
 * @table: a table
 * @key: key of a column
 * @length: the key's length in bytes
 *
 * Finds a column.
 *
 * Returns: its index, or -1 if there is none
 */
int
taga_table_find_column (const TagaTable *table, const char *key, gsize length)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *other = table->columns[i].key;

      if (strncmp (other, key, length) == 0 && other[length] == '\0')
        return (int) i;
    }

  return -1;
}

/**
 * taga_table_next_row:
 * @table: a table
 * @cells: (array): one value for each column; their texts are borrowed until the next call
 * @has_row: (out): whether there was a row left
 * @error: return location for an error
 *
 * Reads the next row.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to what the row source says
 */
gboolean
taga_table_next_row (TagaTable *table, TagaValue *cells, gboolean *has_row, GError **error)
{
  OwnedTable *self = (OwnedTable *) table;

  for (guint i = 0; i < table->n_columns; i++)
    {
      cells[i].text = NULL;
      cells[i].number = TAGA_UNKNOWN;
    }

  if (!self->rows->next (self->rows, cells, has_row, error))
    return FALSE;

  table->n_read += *has_row;
  return TRUE;
}

/**
 * taga_column_dup_title:
 * @column: a column
 *
 * Gets a column's title in one line. A header may be broken over lines to fit its cell.
 *
 * Returns: (transfer full): the title
 */
char *
taga_column_dup_title (const TagaColumn *column)
{
  g_auto (GStrv) lines = g_strsplit (column->title, "\n", -1);

  return g_strjoinv ("", lines);
}

/**
 * taga_formula_find_key:
 * @formula: the formula of a column, or what is left of it
 * @key: (out): where the key begins, after the brace
 * @length: (out): its length in bytes
 *
 * Finds the first cell that a formula refers to. Braces around anything but a key, such as those
 * of a constant array {1,2,3}, are left alone.
 *
 * Returns: `TRUE` if there is one
 */
gboolean
taga_formula_find_key (const char *formula, const char **key, gsize *length)
{
  for (const char *brace = strchr (formula, '{'); brace != NULL; brace = strchr (brace + 1, '{'))
    {
      gsize span = strspn (brace + 1, KEY_CHARACTERS);

      if (g_ascii_islower (brace[1]) && brace[1 + span] == '}')
        {
          *key = brace + 1;
          *length = span;
          return TRUE;
        }
    }

  return FALSE;
}
