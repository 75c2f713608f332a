#include "taga-xlsx.h"

#include <string.h>

/* The air around the lines of a header. */
#define MARGIN 5

/**
 * taga_xlsx_measure:
 * @text: text
 * @width: width of its cell in half-width characters
 *
 * Estimates how many lines a text takes when it is wrapped, rather one too many than one too few:
 * whatever is not ASCII counts as wide. The unit of a column's width is a digit of the workbook's
 * standard font, a twentieth wider than a half-width character of ours.
 *
 * Returns: how many, at least one
 */
guint
taga_xlsx_measure (const char *text, guint width)
{
  guint n_lines = 1;
  guint used = 0;

  width = MAX (width * 21 / 20, 2);
  for (const guchar *c = (const guchar *) text; *c != '\0'; c++)
    {
      guint advance = *c < 0x80 ? 1 : 2;

      if ((*c & 0xC0) == 0x80)
        continue;
      if (*c == '\n' || used + advance > width)
        {
          n_lines++;
          used = 0;
        }
      if (*c != '\n')
        used += advance;
    }

  return n_lines;
}

static gboolean
is_same_group (const TagaColumn *a, const TagaColumn *b)
{
  return a->group != NULL && b->group != NULL && strcmp (a->group, b->group) == 0;
}

static gboolean
shares_header (const TagaColumn *a, const TagaColumn *b)
{
  return is_same_group (a, b) && strcmp (a->title, b->title) == 0;
}

/* Finds the last column that goes together with the first by a rule. */
static guint
find_end (const TagaTable *table,
          guint first,
          gboolean (*rule) (const TagaColumn *, const TagaColumn *))
{
  guint last = first;

  while (last + 1 < table->n_columns && rule (&table->columns[first], &table->columns[last + 1]))
    last++;

  return last;
}

static lxw_format *
choose_format (const TagaXlsxSheet *self, const TagaTable *table, guint first, guint last)
{
  const TagaColumn *column = &table->columns[first];

  if (first == last && column->tint != TAGA_TINT_NONE)
    return self->styles->headers[column->tint];

  for (guint i = first; i <= last; i++)
    {
      if (!table->columns[i].is_computed)
        return self->styles->headers[TAGA_TINT_NONE];
    }

  return self->styles->computed_header;
}

static guint
measure_span (const TagaTable *table, guint first, guint last, const char *text)
{
  guint width = 0;

  for (guint i = first; i <= last; i++)
    width += table->columns[i].width;

  return taga_xlsx_measure (text, width);
}

static guint
get_height (guint n_lines)
{
  return n_lines * TAGA_XLSX_LINE_HEIGHT + MARGIN;
}

/* Writes one header over neighbouring columns. */
static gboolean
write_span (TagaXlsxSheet *self,
            const TagaTable *table,
            guint first,
            guint last,
            const char *text,
            GError **error)
{
  lxw_format *format = choose_format (self, table, first, last);
  const char *clean;

  if (first == last)
    return taga_xlsx_write_text (self, first, text, format, error);

  clean = taga_xlsx_clean (self, text, NULL, error);
  return clean != NULL
         && taga_xlsx_check (self->job,
                             worksheet_merge_range (self->sheet, self->row, (lxw_col_t) first,
                                                    self->row, (lxw_col_t) last, clean, format),
                             error);
}

/* A header over both lines. The upper one is out already, with the text in it: the library then
 * writes the lower cell and notes that the two are one. */
static gboolean
join_lines (TagaXlsxSheet *self, const TagaTable *table, guint column, GError **error)
{
  lxw_error code =
      worksheet_merge_range (self->sheet, self->row - 1, (lxw_col_t) column, self->row,
                             (lxw_col_t) column, "", choose_format (self, table, column, column));

  return taga_xlsx_check (self->job, code, error);
}

static gboolean
write_group_line (TagaXlsxSheet *self, const TagaTable *table, guint n_lines, GError **error)
{
  guint last;

  if (!taga_xlsx_begin_row (self, get_height (n_lines), error))
    return FALSE;

  for (guint i = 0; i < table->n_columns; i = last + 1)
    {
      const TagaColumn *column = &table->columns[i];
      const char *text = column->group != NULL ? column->group : column->title;

      last = find_end (table, i, is_same_group);
      if (!write_span (self, table, i, last, text, error))
        return FALSE;
    }

  self->row++;
  return TRUE;
}

static gboolean
write_column_line (TagaXlsxSheet *self,
                   const TagaTable *table,
                   guint n_lines,
                   gboolean is_lower,
                   GError **error)
{
  guint last;

  if (!taga_xlsx_begin_row (self, get_height (n_lines), error))
    return FALSE;

  for (guint i = 0; i < table->n_columns; i = last + 1)
    {
      const TagaColumn *column = &table->columns[i];

      last = find_end (table, i, shares_header);
      if (is_lower && column->group == NULL)
        {
          if (!join_lines (self, table, i, error))
            return FALSE;
        }
      else if (!write_span (self, table, i, last, column->title, error))
        return FALSE;
    }

  self->row++;
  return TRUE;
}

/**
 * taga_xlsx_has_group_line:
 * @table: a table
 *
 * Tells whether the header has a line of groups above the line of columns.
 *
 * Returns: `TRUE` if it has
 */
gboolean
taga_xlsx_has_group_line (const TagaTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (table->columns[i].group != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * taga_xlsx_write_header:
 * @self: a sheet
 * @table: a table
 * @error: return location for an error
 *
 * Writes a table's header: the line of groups, if it has any, and the line of columns. A column
 * without a group stands over both.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError]
 */
gboolean
taga_xlsx_write_header (TagaXlsxSheet *self, const TagaTable *table, GError **error)
{
  gboolean has_group_line = taga_xlsx_has_group_line (table);
  guint n_group = 1, n_column = 1, n_both = 1;
  guint last;

  for (guint i = 0; i < table->n_columns; i = last + 1)
    {
      const TagaColumn *column = &table->columns[i];
      guint *n_lines = column->group != NULL ? &n_column : &n_both;

      last = find_end (table, i, shares_header);
      *n_lines = MAX (*n_lines, measure_span (table, i, last, column->title));

      if (column->group != NULL && (i == 0 || !is_same_group (column, column - 1)))
        n_group = MAX (n_group,
                       measure_span (table, i, find_end (table, i, is_same_group), column->group));
    }

  if (!has_group_line)
    return write_column_line (self, table, n_both, FALSE, error);

  /* What stands over both lines may need more than the two together. */
  if (n_both > n_group + n_column)
    n_column = n_both - n_group;

  return write_group_line (self, table, n_group, error)
         && write_column_line (self, table, n_column, TRUE, error);
}
