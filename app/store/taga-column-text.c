#include "taga-column-text.h"

#include <string.h>

/*
 * How the columns of a table are arranged, as the text that a setting holds: one line for a column
 * in their order, with the field's name, 1 or 0 for shown or hidden, and the width, e.g.
 * "name\t1\t190". The text comes from a file that anybody may have written: what it says of columns
 * that are not known, or says twice, does not count.
 */

#define MAX_LINES 1000
#define MAX_WIDTH 5000

/**
 * taga_column_text_write:
 * @klass: a record type
 * @columns: (element-type TagaColumnState): columns in their order
 *
 * Writes an arrangement as text.
 *
 * Returns: (transfer full): the text
 */
char *
taga_column_text_write (TagaRecordClass *klass, GArray *columns)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const TagaColumnState *column = &g_array_index (columns, TagaColumnState, i);

      g_string_append_printf (text, "%s\t%d\t%d\n", klass->fields[column->field].name,
                              column->shown ? 1 : 0, column->width);
    }

  return g_string_free (text, FALSE);
}

static int
find (GArray *columns, guint field)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, TagaColumnState, i).field == field)
      return (int) i;

  return -1;
}

static gboolean
read_line (TagaRecordClass *klass, const char *line, TagaColumnState *column)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 4);
  gint64 shown, width;
  int field;

  if (g_strv_length (parts) != 3)
    return FALSE;

  field = taga_record_class_find_field (klass, parts[0]);
  if (field < 0 || !g_ascii_string_to_signed (parts[1], 10, 0, 1, &shown, NULL)
      || !g_ascii_string_to_signed (parts[2], 10, 1, MAX_WIDTH, &width, NULL))
    return FALSE;

  *column = (TagaColumnState){ (guint) field, shown == 1, (int) width };
  return TRUE;
}

/**
 * taga_column_text_read:
 * @klass: a record type
 * @text: (nullable): a text, from anywhere
 *
 * Reads an arrangement. Lines that are not understood are passed over.
 *
 * Returns: (transfer full) (element-type TagaColumnState): the columns that the text arranges, in
 *   their order, each once
 */
GArray *
taga_column_text_read (TagaRecordClass *klass, const char *text)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (TagaColumnState));
  g_auto (GStrv) lines = g_strsplit (text == NULL ? "" : text, "\n", MAX_LINES);

  for (char **line = lines; *line != NULL; line++)
    {
      TagaColumnState column;

      if (read_line (klass, *line, &column) && find (columns, column.field) < 0)
        g_array_append_val (columns, column);
    }

  return columns;
}

/* Behind the column that it usually follows; that one is in its place already. */
static guint
find_place (GArray *columns, GArray *usual, guint i)
{
  if (i == 0)
    return 0;

  return (guint) find (columns, g_array_index (usual, TagaColumnState, i - 1).field) + 1;
}

/**
 * taga_column_text_merge:
 * @usual: (element-type TagaColumnState): all columns of a table as they usually are
 * @kept: (element-type TagaColumnState): those that were arranged
 *
 * Arranges the columns of a table. Those of which nothing was kept, as a newer version of the
 * program brings them, stand where they usually do; those that the table does not have are left
 * out. At least one is shown.
 *
 * Returns: (transfer full) (element-type TagaColumnState): all columns
 */
GArray *
taga_column_text_merge (GArray *usual, GArray *kept)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (TagaColumnState));
  gboolean is_any_shown = FALSE;

  for (guint i = 0; i < kept->len; i++)
    {
      const TagaColumnState *column = &g_array_index (kept, TagaColumnState, i);

      if (find (usual, column->field) >= 0)
        g_array_append_val (columns, *column);
    }

  for (guint i = 0; i < usual->len; i++)
    {
      const TagaColumnState *column = &g_array_index (usual, TagaColumnState, i);

      if (find (columns, column->field) < 0)
        g_array_insert_val (columns, find_place (columns, usual, i), *column);
    }

  for (guint i = 0; i < columns->len; i++)
    is_any_shown = is_any_shown || g_array_index (columns, TagaColumnState, i).shown;
  if (!is_any_shown && columns->len > 0)
    g_array_index (columns, TagaColumnState, 0).shown = TRUE;

  return columns;
}
