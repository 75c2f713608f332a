#include "taga-block.h"

#include <string.h>

/* More cells than a screen's worth of work, and than anybody pastes on purpose. */
#define MAX_CELLS 1000000

/* Takes one cell: plain up to a tab or the line's end, or quoted with doubled quotes inside. */
static char *
take_cell (const char **text)
{
  GString *cell = g_string_new (NULL);
  const char *p = *text;
  gboolean quoted = *p == '"' && strchr (p + 1, '"') != NULL;

  if (quoted)
    p++;
  for (; *p != '\0'; p++)
    {
      if (quoted && p[0] == '"' && p[1] == '"')
        p++;
      else if (quoted && *p == '"')
        {
          quoted = FALSE;
          continue;
        }
      else if (!quoted && (*p == '\t' || *p == '\n' || *p == '\r'))
        break;
      g_string_append_c (cell, *p);
    }

  *text = p;
  return g_string_free (cell, FALSE);
}

/**
 * taga_block_parse:
 * @text: tab-separated text, as spreadsheets put a range on the clipboard
 *
 * Takes a block of cells apart. A line break or tab inside a quoted cell belongs to the cell; the
 * line break at the end of the text begins no row.
 *
 * Returns: (transfer full) (element-type GStrv): a row each, a text each for its cells; rows may
 * have different lengths; empty for no text, or for more than a million cells
 */
GPtrArray *
taga_block_parse (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  guint n_cells = 0;

  while (*text != '\0')
    {
      g_autofree char *cell = take_cell (&text);

      if (++n_cells > MAX_CELLS)
        {
          g_ptr_array_set_size (rows, 0);
          return rows;
        }

      g_strv_builder_add (row, cell);
      if (*text == '\t')
        {
          text++;
          if (*text != '\0')
            continue;
          g_strv_builder_add (row, "");
        }

      if (text[0] == '\r' && text[1] == '\n')
        text++;
      if (*text != '\0')
        text++;
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }

  return rows;
}

/**
 * taga_block_append_cell:
 * @text: the text of a block
 * @cell: a cell
 *
 * Appends a cell as spreadsheets write it: quoted if a tab, line break or quote is in it.
 */
void
taga_block_append_cell (GString *text, const char *cell)
{
  if (strpbrk (cell, "\t\r\n\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}
