#include <stdio.h>
#include <string.h>

#include <xlsxwriter.h>

#include "data-resources.h"
#include "taga-export.h"

/*
 * What libxlsxwriter alone needs for a report: bench-xlsx FILE TARGET [REPORT] reads the cells of
 * all its tables into memory, formulas put together, and then writes them with the library's
 * plainest calls, a sheet for each table. It prints the seconds of the writing, which is what
 * Taga's export is measured against.
 */

typedef struct
{
  char *text;
  char *formula;
  double number;
  gboolean is_number;
} Cell;

typedef struct
{
  GArray *cells;
  guint n_columns;
} Sheet;

static double
read_date (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);

  return g_date_valid (&date) ? (double) g_date_get_julian (&date) - 693594 : 0;
}

static char *
create_formula (const TagaTable *table, const char *template, guint row)
{
  g_autoptr (GString) formula = g_string_new (template);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *key = g_strdup_printf ("{%s}", table->columns[i].key);
      g_autofree char *cell = g_strdup_printf ("%c%u", 'A' + i, row);

      g_string_replace (formula, key, cell, 0);
    }

  return g_strdup (formula->str);
}

static void
read_cell (const TagaTable *table, guint column, const TagaValue *value, guint row, Cell *cell)
{
  const TagaColumn *look = &table->columns[column];

  cell->text = g_strdup (value->text);
  cell->number = (double) value->number;
  cell->is_number = look->kind != TAGA_COLUMN_TEXT && look->kind != TAGA_COLUMN_DATE
                    && value->number != TAGA_UNKNOWN;
  if (look->kind == TAGA_COLUMN_DATE && value->text != NULL)
    {
      cell->number = read_date (value->text);
      cell->is_number = TRUE;
    }
  if (look->formula != NULL)
    cell->formula = create_formula (table, look->formula, row);
}

static GArray *
read_cells (TagaTable *table, GError **error)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_autofree TagaValue *values = g_new (TagaValue, table->n_columns);
  gboolean has_row = TRUE;

  for (guint row = 4; has_row; row++)
    {
      for (guint i = 0; i < table->n_columns; i++)
        taga_value_init (&values[i]);
      if (!taga_table_next_row (table, values, &has_row, error))
        return NULL;
      for (guint i = 0; has_row && i < table->n_columns; i++)
        {
          Cell cell = { 0 };

          read_cell (table, i, &values[i], row, &cell);
          g_array_append_val (cells, cell);
        }
    }

  return cells;
}

static void
write_cell (lxw_worksheet *sheet,
            lxw_row_t row,
            lxw_col_t column,
            const Cell *cell,
            lxw_format *format)
{
  if (cell->formula != NULL && cell->is_number)
    worksheet_write_formula_num (sheet, row, column, cell->formula, format, cell->number);
  else if (cell->formula != NULL)
    worksheet_write_formula_str (sheet, row, column, cell->formula, format,
                                 cell->text == NULL ? "" : cell->text);
  else if (cell->is_number)
    worksheet_write_number (sheet, row, column, cell->number, format);
  else if (cell->text != NULL)
    worksheet_write_string (sheet, row, column, cell->text, format);
  else
    worksheet_write_blank (sheet, row, column, format);
}

static void
write_sheet (lxw_workbook *book, const Sheet *from, lxw_format *format)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);

  for (guint i = 0; i < from->cells->len; i++)
    write_cell (sheet, 3 + i / from->n_columns, (lxw_col_t) (i % from->n_columns),
                &g_array_index (from->cells, Cell, i), format);
}

static double
write_sheets (const GArray *sheets, const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  gint64 start = g_get_monotonic_time ();
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_format *format = workbook_add_format (book);

  format_set_font_name (format, "游ゴシック");
  format_set_border (format, LXW_BORDER_THIN);
  for (guint i = 0; i < sheets->len; i++)
    write_sheet (book, &g_array_index (sheets, Sheet, i), format);
  if (workbook_close (book) != LXW_NO_ERROR)
    return -1;

  return (double) (g_get_monotonic_time () - start) / G_TIME_SPAN_SECOND;
}

/* The tables that users wait for: those that only explain the others count as nothing. */
static GArray *
read_sheets (TagaDocument *document, GError **error)
{
  GArray *sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));

  for (guint i = 0; i < taga_document_get_n_sections (document); i++)
    {
      const TagaSection *section = taga_document_get_section (document, i);

      for (guint j = 0; j < section->blocks->len && !section->is_supplement; j++)
        {
          TagaTable *table = ((TagaBlock *) g_ptr_array_index (section->blocks, j))->table;
          Sheet sheet = { NULL, table == NULL ? 0 : table->n_columns };

          if (table == NULL)
            continue;
          sheet.cells = read_cells (table, error);
          if (sheet.cells == NULL)
            return NULL;
          g_array_append_val (sheets, sheet);
        }
    }

  return sheets;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (TagaDocument) document = NULL;
  GArray *sheets;

  if (argc != 3 && argc != 4)
    return 2;

  g_resources_register (taga_data_get_resource ());
  store = taga_store_open (argv[1], TRUE, &error);
  if (store != NULL)
    document = taga_export_create (store, argc > 3 ? argv[3] : "register", TAGA_PAPER_A4, &error);
  if (document == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  sheets = read_sheets (document, &error);
  if (sheets == NULL)
    return 1;

  printf ("seconds %.3f\n", write_sheets (sheets, argv[2]));
  return 0;
}
