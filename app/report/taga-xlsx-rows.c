#include "taga-xlsx.h"

#include <math.h>
#include <string.h>

/* Days of GDate's count before day 0 of a workbook, and the first day on which a workbook's
 * calendar, which has a 29 February 1900, is right. */
#define EPOCH 693594
#define FIRST_SERIAL 61

/* Digits that a difference is rounded to: 1.2 less 0.3 is 0.9 to people. */
#define N_DIGITS 2
#define DIGITS 100

/* How the cells of one column are written. */
typedef struct
{
  const TagaColumn *column;
  lxw_format *format;
  TagaXlsxLook look;
  char **formula; /* (owned) (nullable) its pieces; between them goes the row's number */
  int from;       /* the column that it is compared with, or -1 */
  int to;
  double sum; /* of the numbers so far, if it is summed */
} Plan;

typedef struct
{
  TagaXlsxSheet *sheet;
  TagaTable *table;
  Plan *plans;      /* (owned) one for each column */
  TagaValue *cells; /* (owned) the row, its texts borrowed */
  GString *formula; /* (owned) */
} RowWriter;

/* Cuts "={a}*{b}" into "=A", "*B" and "", so that a row's formula is put together by copying. */
static char **
split_formula (const TagaTable *table, const char *formula)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  const char *key;
  gsize length;

  while (taga_formula_find_key (formula, &key, &length))
    {
      int column = taga_table_find_column (table, key, length);
      char name[LXW_MAX_COL_NAME_LENGTH];

      lxw_col_to_name (name, (lxw_col_t) MAX (column, 0), FALSE);
      g_ptr_array_add (pieces,
                       g_strdup_printf ("%.*s%s", (int) (key - 1 - formula), formula, name));
      formula = key + length + 1;
    }

  g_ptr_array_add (pieces, g_strdup (formula));
  g_ptr_array_add (pieces, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&pieces), FALSE);
}

static TagaXlsxLook
choose_look (const TagaColumn *column)
{
  switch (column->kind)
    {
    case TAGA_COLUMN_NUMBER:
      if (column->to != NULL)
        return TAGA_XLSX_RISE;
      return column->is_centred ? TAGA_XLSX_LEVEL : TAGA_XLSX_AMOUNT;
    case TAGA_COLUMN_DATE:
      return TAGA_XLSX_DATE;
    case TAGA_COLUMN_TENTHS:
      return column->to != NULL ? TAGA_XLSX_TENTHS_RISE : TAGA_XLSX_TENTHS;
    case TAGA_COLUMN_PERCENT:
      return column->to != NULL ? TAGA_XLSX_PERCENT_RISE : TAGA_XLSX_PERCENT;
    case TAGA_COLUMN_TEXT:
    default:
      return column->is_centred ? TAGA_XLSX_CENTRED_TEXT : TAGA_XLSX_TEXT;
    }
}

static int
find_column (const TagaTable *table, const char *key)
{
  return key == NULL ? -1 : taga_table_find_column (table, key, strlen (key));
}

static void
row_writer_init (RowWriter *self, TagaXlsxSheet *sheet, TagaTable *table)
{
  self->sheet = sheet;
  self->table = table;
  self->plans = g_new0 (Plan, table->n_columns);
  self->cells = g_new (TagaValue, table->n_columns);
  self->formula = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const TagaColumn *column = &table->columns[i];
      g_autofree char *difference = NULL;
      Plan *plan = &self->plans[i];

      plan->column = column;
      plan->look = choose_look (column);
      plan->format = sheet->styles->cells[plan->look][column->is_computed != 0];
      plan->from = find_column (table, column->from);
      plan->to = find_column (table, column->to);
      if (column->to != NULL)
        difference = g_strdup_printf ("=IF(OR({%s}=\"\",{%s}=\"\"),\"\",ROUND({%s}-{%s},%d))",
                                      column->from, column->to, column->to, column->from, N_DIGITS);
      if (column->formula != NULL || difference != NULL)
        plan->formula = split_formula (table, difference != NULL ? difference : column->formula);
    }
}

static void
row_writer_clear (RowWriter *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    g_strfreev (self->plans[i].formula);
  g_free (self->plans);
  g_free (self->cells);
  g_string_free (self->formula, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RowWriter, row_writer_clear)

static gboolean
read_date (const char *text, double *serial)
{
  int year, month, day;
  GDate date;

  if (!taga_write_parse_date (text, &year, &month, &day))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *serial = (double) g_date_get_julian (&date) - EPOCH;

  return *serial >= FIRST_SERIAL;
}

static gboolean
read_number (const TagaColumn *column, const TagaValue *value, double *number)
{
  switch (column->kind)
    {
    case TAGA_COLUMN_NUMBER:
      *number = (double) value->number;
      return value->number != TAGA_UNKNOWN;
    case TAGA_COLUMN_TENTHS:
      *number = (double) value->number / 10;
      return value->number != TAGA_UNKNOWN;
    case TAGA_COLUMN_PERCENT:
      *number = (double) value->number / 100;
      return value->number != TAGA_UNKNOWN;
    case TAGA_COLUMN_DATE:
      return read_date (value->text, number);
    case TAGA_COLUMN_TEXT:
    default:
      return FALSE;
    }
}

/* What a cell shows as a number: its own value, or how far one of its row is above another. */
static gboolean
find_number (const RowWriter *self, guint column, double *number)
{
  const Plan *plan = &self->plans[column];
  double from;

  if (plan->to < 0)
    return read_number (plan->column, &self->cells[column], number);
  if (!read_number (self->plans[plan->from].column, &self->cells[plan->from], &from)
      || !read_number (self->plans[plan->to].column, &self->cells[plan->to], number))
    return FALSE;

  *number = round ((*number - from) * DIGITS) / DIGITS;
  return TRUE;
}

static const char *
build_formula (RowWriter *self, char **pieces, const char *row)
{
  g_string_assign (self->formula, pieces[0]);

  for (guint i = 1; pieces[i] != NULL; i++)
    {
      g_string_append (self->formula, row);
      g_string_append (self->formula, pieces[i]);
    }

  return self->formula->str;
}

static gboolean
write_number (RowWriter *self, lxw_col_t column, double number, const char *row, GError **error)
{
  TagaXlsxSheet *sheet = self->sheet;
  const Plan *plan = &self->plans[column];
  lxw_error code;

  if (plan->formula == NULL)
    code = worksheet_write_number (sheet->sheet, sheet->row, column, number, plan->format);
  else
    code = worksheet_write_formula_num (sheet->sheet, sheet->row, column,
                                        build_formula (self, plan->formula, row), plan->format,
                                        number);

  return taga_xlsx_check (sheet->job, code, error);
}

static gboolean
write_words (RowWriter *self, lxw_col_t column, const char *row, GError **error)
{
  TagaXlsxSheet *sheet = self->sheet;
  const Plan *plan = &self->plans[column];
  gboolean has_text = plan->column->kind != TAGA_COLUMN_NUMBER;
  const char *text =
      taga_xlsx_clean (sheet, has_text ? self->cells[column].text : NULL, plan->column, error);
  lxw_error code;

  if (text == NULL)
    return FALSE;

  if (plan->formula == NULL || (has_text && self->cells[column].number != TAGA_UNKNOWN))
    code = worksheet_write_string (sheet->sheet, sheet->row, column, text, plan->format);
  else
    code =
        worksheet_write_formula_str (sheet->sheet, sheet->row, column,
                                     build_formula (self, plan->formula, row), plan->format, text);

  return taga_xlsx_check (sheet->job, code, error);
}

/* Not every spreadsheet fits the height of a row to wrapped text when it opens a file. A row of one
 * line is left alone. */
static guint
measure_row (const RowWriter *self)
{
  guint n_lines = 1;

  for (guint i = 0; i < self->table->n_columns; i++)
    {
      const TagaColumn *column = self->plans[i].column;

      if (column->kind == TAGA_COLUMN_TEXT && self->cells[i].text != NULL)
        n_lines = MAX (n_lines, taga_xlsx_measure (self->cells[i].text, column->width));
    }

  return n_lines == 1 ? 0 : MIN (n_lines * TAGA_XLSX_LINE_HEIGHT, TAGA_XLSX_MAX_HEIGHT);
}

static gboolean
write_row (RowWriter *self, GError **error)
{
  char row[16];

  self->sheet->table_row = self->table->n_read;
  if (!taga_xlsx_begin_row (self->sheet, measure_row (self), error))
    return FALSE;

  g_snprintf (row, sizeof row, "%u", (guint) self->sheet->row + 1);
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      lxw_col_t column = (lxw_col_t) i;
      double number = 0;
      gboolean is_number = find_number (self, i, &number);

      self->plans[i].sum += is_number ? number : 0;
      if (is_number ? !write_number (self, column, number, row, error)
                    : !write_words (self, column, row, error))
        return FALSE;
    }

  self->sheet->row++;
  return taga_write_job_advance (self->sheet->job, error);
}

/* One cell of the row that sums up: a sum, what the column's formula makes of the sums, or nothing.
 */
static gboolean
write_total (RowWriter *self, lxw_col_t column, lxw_row_t first, const char *row, GError **error)
{
  TagaXlsxSheet *sheet = self->sheet;
  const Plan *plan = &self->plans[column];
  lxw_format *format = sheet->styles->totals[plan->look];
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  g_autofree char *sum = NULL;
  double number;
  lxw_error code;

  if (column == 0)
    return taga_xlsx_write_text (sheet, 0, self->table->total, format, error);

  if (plan->column->is_summed)
    {
      lxw_rowcol_to_range (range, first, column, sheet->row - 1, column);
      sum = g_strdup_printf ("=SUM(%s)", range);
      code = worksheet_write_formula_num (sheet->sheet, sheet->row, column, sum, format, plan->sum);
    }
  else if (plan->formula != NULL
           && read_number (plan->column, &self->table->totals[column], &number))
    code = worksheet_write_formula_num (sheet->sheet, sheet->row, column,
                                        build_formula (self, plan->formula, row), format, number);
  else
    code = worksheet_write_blank (sheet->sheet, sheet->row, column, format);

  return taga_xlsx_check (sheet->job, code, error);
}

static gboolean
write_totals (RowWriter *self, lxw_row_t first, GError **error)
{
  TagaXlsxSheet *sheet = self->sheet;
  char row[16];

  if (!taga_xlsx_begin_row (sheet, 0, error))
    return FALSE;

  g_snprintf (row, sizeof row, "%u", (guint) sheet->row + 1);
  for (guint i = 0; i < self->table->n_columns; i++)
    if (!write_total (self, (lxw_col_t) i, first, row, error))
      return FALSE;

  sheet->row++;
  return TRUE;
}

/**
 * taga_xlsx_write_rows:
 * @sheet: a sheet
 * @table: a table
 * @error: return location for an error
 *
 * Writes the rows of a table. What follows from other columns is written as a formula with its
 * value, so that it is live in a spreadsheet and right in a viewer that does not calculate.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError],
 *   `G_IO_ERROR_CANCELLED`, or what the row source said
 */
gboolean
taga_xlsx_write_rows (TagaXlsxSheet *sheet, TagaTable *table, GError **error)
{
  g_auto (RowWriter) self = { 0 };
  lxw_row_t first = sheet->row;
  gboolean has_row;

  row_writer_init (&self, sheet, table);

  while (TRUE)
    {
      if (!taga_table_next_row (table, self.cells, &has_row, error))
        return FALSE;
      if (!has_row)
        return table->total == NULL || sheet->row == first || write_totals (&self, first, error);
      if (!write_row (&self, error))
        return FALSE;
    }
}
