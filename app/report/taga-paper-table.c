#include "taga-paper-table.h"

#include <string.h>

#include "taga-text.h"

/* How many approval boxes fit beside a title. */
#define MAX_LABELS 4

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

static gboolean
is_mark (gunichar letter)
{
  return g_utf8_strchr ("|｜、,，／/", -1, letter) != NULL;
}

static gboolean
has_marks (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_mark (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* Adds a label without the blanks around it, which may be as wide as a letter. */
static void
keep_label (GPtrArray *kept, const char *start, const char *end)
{
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (start < end && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (start < end && kept->len < MAX_LABELS)
    g_ptr_array_add (kept, g_strndup (start, (gsize) (end - start)));
}

/**
 * taga_paper_split_labels:
 * @text: (nullable): labels of approval boxes, as people write them: between "|", commas or
 *   slashes, narrow or wide, or else between blanks
 *
 * Parts the labels of approval boxes. Blanks part them only where nothing else does, so that
 * "General manager|President" is two. At most four are taken, as more do not fit beside a title.
 *
 * Returns: (transfer full) (array zero-terminated=1): the labels, none of them empty
 */
char **
taga_paper_split_labels (const char *text)
{
  g_autofree char *clean = taga_paper_clean (text);
  gboolean by_marks = has_marks (clean);
  GPtrArray *kept = g_ptr_array_new ();
  const char *start = clean;

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (by_marks ? !is_mark (letter) : !g_unichar_isspace (letter))
        continue;
      keep_label (kept, start, p);
      start = g_utf8_next_char (p);
    }
  keep_label (kept, start, start + strlen (start));
  g_ptr_array_add (kept, NULL);

  return (char **) g_ptr_array_free (kept, FALSE);
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
