#include "taga-html-table.h"

#include <string.h>

#include <libxml/HTMLparser.h>

/*
 * A range of cells as spreadsheets put it on the clipboard in HTML. Unlike tab-separated text it
 * says for certain where a cell with line breaks ends.
 */

/* More cells than anybody copies on purpose, and more bytes. */
#define MAX_CELLS 1000000
#define MAX_LENGTH (64 * 1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrcasecmp (node->name, BAD_CAST name) == 0;
}

/* The node after this one in the order of the text, children first if @inside. */
static xmlNode *
get_next (xmlNode *node, const xmlNode *top, gboolean inside)
{
  if (inside && node->children != NULL && node->type == XML_ELEMENT_NODE)
    return node->children;

  while (node != top && node->next == NULL)
    node = node->parent;

  return node == top ? NULL : node->next;
}

static gboolean
is_blank (const xmlChar *text)
{
  for (const char *p = (const char *) text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0xA0)
      return FALSE;

  return TRUE;
}

/* The only table, if there is nothing beside it that would be lost. */
static xmlNode *
find_table (xmlNode *root)
{
  xmlNode *table = NULL;
  gboolean inside = TRUE;

  for (xmlNode *node = root; node != NULL; node = get_next (node, root, inside))
    {
      inside = !is_named (node, "head") && !is_named (node, "style") && !is_named (node, "script");
      if (is_named (node, "table"))
        {
          if (table != NULL)
            return NULL;
          table = node;
          inside = FALSE;
        }
      else if (node->type == XML_TEXT_NODE && !is_blank (node->content))
        return NULL;
    }

  return table;
}

/* Text as a browser shows it: runs of blanks are one, a line break is what <br> and paragraphs say.
 */
static void
append_text (GString *text, const xmlChar *content)
{
  const char *p = (const char *) content;

  if (!g_utf8_validate (p, -1, NULL))
    return;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean after_blank =
          text->len == 0 || text->str[text->len - 1] == ' ' || text->str[text->len - 1] == '\n';

      if (c == 0xA0)
        g_string_append_c (text, ' ');
      else if (!g_ascii_isspace ((char) MIN (c, 127)))
        g_string_append_unichar (text, c);
      else if (!after_blank)
        g_string_append_c (text, ' ');
    }
}

static void
break_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

/* A table inside a cell makes the whole something else than a range. */
static char *
take_cell (xmlNode *cell, gboolean *is_plain)
{
  GString *text = g_string_new (NULL);
  gboolean inside = TRUE;

  for (xmlNode *node = cell; node != NULL; node = get_next (node, cell, inside))
    {
      inside = !is_named (node, "style") && !is_named (node, "script");
      if (is_named (node, "table"))
        *is_plain = FALSE;
      else if (is_named (node, "br"))
        break_line (text);
      else if ((is_named (node, "p") || is_named (node, "div")) && text->len > 0)
        break_line (text);
      else if (node->type == XML_TEXT_NODE)
        append_text (text, node->content);
    }

  g_strchomp (text->str);
  return g_string_free (text, FALSE);
}

static guint
get_span (xmlNode *cell, const char *name)
{
  guint64 span = 1;

  for (xmlAttr *attribute = cell->properties; attribute != NULL; attribute = attribute->next)
    if (xmlStrcasecmp (attribute->name, BAD_CAST name) == 0)
      {
        xmlChar *value = xmlNodeGetContent ((xmlNode *) attribute);

        span = g_ascii_strtoull ((const char *) value, NULL, 10);
        xmlFree (value);
      }

  return (guint) CLAMP (span, 1, 1000);
}

typedef struct
{
  GPtrArray *rows; /* (element-type GPtrArray of texts): as far as they are known */
  GArray *covered; /* (element-type guint): rows that a merged cell still reaches down, by column */
  guint n_cells;
  gboolean is_plain;
} Reader;

static guint *
get_covered (Reader *self, guint column)
{
  if (column >= self->covered->len)
    g_array_set_size (self->covered, column + 1);

  return &g_array_index (self->covered, guint, column);
}

static void
add_cell (Reader *self, GPtrArray *row, char *text)
{
  g_ptr_array_add (row, text);
  self->n_cells++;
}

/* Where a merged cell reaches, the cells are empty, as in the spreadsheet. */
static void
skip_covered (Reader *self, GPtrArray *row)
{
  while (row->len<self->covered->len && * get_covered (self, row->len)> 0)
    {
      *get_covered (self, row->len) -= 1;
      add_cell (self, row, g_strdup (""));
    }
}

static void
take_row (Reader *self, xmlNode *tr)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (self->rows, row);
  for (xmlNode *cell = tr->children; cell != NULL; cell = cell->next)
    {
      guint width, height;

      if (!is_named (cell, "td") && !is_named (cell, "th"))
        continue;

      skip_covered (self, row);
      width = get_span (cell, "colspan");
      height = get_span (cell, "rowspan");
      for (guint i = 0; i < width && self->n_cells <= MAX_CELLS; i++)
        {
          *get_covered (self, row->len) = height - 1;
          add_cell (self, row, i == 0 ? take_cell (cell, &self->is_plain) : g_strdup (""));
        }
    }
  skip_covered (self, row);
}

static GPtrArray *
finish_rows (Reader *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, i);
      char **cells = g_new0 (char *, row->len + 1);

      for (guint j = 0; j < row->len; j++)
        cells[j] = g_strdup (g_ptr_array_index (row, j));
      g_ptr_array_add (rows, cells);
    }

  return rows;
}

/**
 * taga_html_table_parse:
 * @html: what is on the clipboard, in UTF-8
 * @length: its length in bytes
 *
 * Takes a range of cells apart. Merged cells have their text in the first cell.
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): a row each, a text each for its cells;
 *   `NULL` if it is not one table and nothing else, or has more than a million cells
 */
GPtrArray *
taga_html_table_parse (const char *html, gsize length)
{
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) covered = g_array_new (FALSE, TRUE, sizeof (guint));
  Reader reader = { rows, covered, 0, TRUE };
  xmlNode *table, *root;

  if (length > MAX_LENGTH)
    return NULL;

  doc = htmlReadMemory (html, (int) length, NULL, "UTF-8",
                        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                            | HTML_PARSE_NONET);
  root = doc == NULL ? NULL : xmlDocGetRootElement (doc);
  table = root == NULL ? NULL : find_table (root);
  if (table == NULL)
    return NULL;

  for (xmlNode *node = table; node != NULL; node = get_next (node, table, !is_named (node, "tr")))
    if (is_named (node, "tr"))
      take_row (&reader, node);

  if (!reader.is_plain || reader.n_cells > MAX_CELLS || reader.n_cells == 0)
    return NULL;

  return finish_rows (&reader);
}

/**
 * taga_html_table_begin:
 * @html: the text
 *
 * Begins a table.
 */
void
taga_html_table_begin (GString *html)
{
  g_string_append (html, "<meta charset=\"utf-8\"><table><tbody><tr>");
}

/**
 * taga_html_table_append_cell:
 * @html: the text of a table
 * @cell: what the cell says
 *
 * Adds a cell to the row.
 */
void
taga_html_table_append_cell (GString *html, const char *cell)
{
  g_autofree char *escaped = g_markup_escape_text (cell, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *broken = g_strjoinv ("<br>", lines);

  g_string_append_printf (html, "<td>%s</td>", broken);
}

/**
 * taga_html_table_end_row:
 * @html: the text of a table
 *
 * Ends a row and begins the next one.
 */
void
taga_html_table_end_row (GString *html)
{
  g_string_append (html, "</tr><tr>");
}

/**
 * taga_html_table_end:
 * @html: the text of a table
 *
 * Ends the table.
 */
void
taga_html_table_end (GString *html)
{
  /* The row that was begun for the next one is none. */
  if (g_str_has_suffix (html->str, "<tr>"))
    g_string_truncate (html, html->len - strlen ("<tr>"));
  g_string_append (html, "</tbody></table>");
}
