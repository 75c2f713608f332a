#include "taga-xlsx.h"

#include <string.h>

/* Days of GDate's count before day 0 of a workbook, and the first day on which a workbook's
 * calendar, which has a 29 February 1900, is right. */
#define EPOCH 693594
#define FIRST_SERIAL 61

/* How the cells of one column are written. */
typedef struct
{
  const TagaColumn *column;
  lxw_format *format;
  char **formula; /* (owned) (nullable) its pieces; between them goes the row's number */
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
      return column->is_centred ? TAGA_XLSX_LEVEL : TAGA_XLSX_AMOUNT;
    case TAGA_COLUMN_DATE:
      return TAGA_XLSX_DATE;
    case TAGA_COLUMN_TEXT:
    default:
      return column->is_centred ? TAGA_XLSX_CENTRED_TEXT : TAGA_XLSX_TEXT;
    }
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

      self->plans[i].column = column;
      self->plans[i].format = sheet->styles->cells[choose_look (column)][column->is_computed != 0];
      if (column->formula != NULL)
        self->plans[i].formula = split_formula (table, column->formula);
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
    case TAGA_COLUMN_DATE:
      return read_date (value->text, number);
    case TAGA_COLUMN_TEXT:
    default:
      return FALSE;
    }
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

  if (plan->formula == NULL)
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
      double number;

      if (read_number (self->plans[i].column, &self->cells[i], &number)
              ? !write_number (self, column, number, row, error)
              : !write_words (self, column, row, error))
        return FALSE;
    }

  self->sheet->row++;
  return taga_write_job_advance (self->sheet->job, error);
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
  gboolean has_row;

  row_writer_init (&self, sheet, table);

  while (TRUE)
    {
      if (!taga_table_next_row (table, self.cells, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!write_row (&self, error))
        return FALSE;
    }
}
