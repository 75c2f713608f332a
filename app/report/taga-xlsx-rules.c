#include "taga-xlsx.h"

#include <string.h>

static gboolean
add_choice (TagaXlsxSheet *self,
            lxw_row_t first,
            lxw_row_t last,
            lxw_col_t column,
            guint list,
            GError **error)
{
  TagaDocument *document = self->job->document;
  gboolean is_japanese = taga_document_is_japanese (document);
  guint n_entries = g_strv_length ((char **) taga_document_get_list (document, list));
  char name[LXW_MAX_COL_NAME_LENGTH];
  g_autofree char *range = NULL;
  lxw_data_validation rule = { 0 };

  lxw_col_to_name (name, (lxw_col_t) list, TRUE);
  range = g_strdup_printf ("='%s'!%s$1:%s$%u", self->list_sheet, name, name, n_entries);

  /* The list is a range of cells because the library overflows a buffer when it is handed a longer
   * list of Japanese words. */
  rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  rule.value_formula = range;
  rule.error_title = is_japanese ? "選択肢にない値です" : "Not in the list";
  rule.error_message = is_japanese ? "セルの右に出る矢印を押して、一覧から選んでください。"
                                   : "Press the arrow beside the cell and choose from the list.";

  return taga_xlsx_check (
      self->job, worksheet_data_validation_range (self->sheet, first, column, last, column, &rule),
      error);
}

static gboolean
add_band (TagaXlsxSheet *self,
          lxw_row_t first,
          lxw_row_t last,
          lxw_col_t column,
          lxw_col_t by,
          TagaBand band,
          GError **error)
{
  const int *bands = taga_document_get_bands (self->job->document);
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *name = NULL;
  g_autoptr (GString) formula = g_string_new (NULL);
  lxw_conditional_format rule = { 0 };

  lxw_rowcol_to_cell (cell, first, by);
  name = g_strconcat ("$", cell, NULL);

  /* What is not known is an empty text, which a spreadsheet holds for larger than any number. */
  g_string_printf (formula, "=AND(ISNUMBER(%s),%s>=%d", name, name, bands[band]);
  if (band < TAGA_BAND_LARGE)
    g_string_append_printf (formula, ",%s<%d", name, bands[band + 1]);
  g_string_append_c (formula, ')');

  rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
  rule.value_string = formula->str;
  rule.format = self->styles->bands[band];

  return taga_xlsx_check (
      self->job,
      worksheet_conditional_format_range (self->sheet, first, column, last, column, &rule), error);
}

static gboolean
add_bands (TagaXlsxSheet *self,
           const TagaTable *table,
           lxw_row_t first,
           lxw_row_t last,
           guint column,
           GError **error)
{
  const char *key = table->columns[column].band_by;
  int by = taga_table_find_column (table, key, strlen (key));

  for (TagaBand band = TAGA_BAND_SMALL; band <= TAGA_BAND_LARGE; band++)
    {
      if (!add_band (self, first, last, (lxw_col_t) column, (lxw_col_t) by, band, error))
        return FALSE;
    }

  return TRUE;
}

/* A text such as "10" is meant as a text: no green corner. */
static gboolean
accept_texts (TagaXlsxSheet *self,
              const TagaTable *table,
              lxw_row_t first,
              lxw_row_t last,
              GError **error)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  lxw_rowcol_to_range (range, first, 0, last, (lxw_col_t) (table->n_columns - 1));

  return taga_xlsx_check (
      self->job, worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range),
      error);
}

/**
 * taga_xlsx_add_rules:
 * @self: a sheet
 * @table: a table
 * @first: the first row of its data
 * @last: the last row that the rules hold for; at least @first
 * @error: return location for an error
 *
 * Adds what a spreadsheet does with a table's cells while people work on them: pull-down lists and
 * the colours of the bands.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_REPORT_ERROR_FAILED`
 */
gboolean
taga_xlsx_add_rules (TagaXlsxSheet *self,
                     const TagaTable *table,
                     lxw_row_t first,
                     lxw_row_t last,
                     GError **error)
{
  TagaDocument *document = self->job->document;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const TagaColumn *column = &table->columns[i];
      int list = column->list == NULL ? -1 : taga_document_find_list (document, column->list);

      if (list >= 0 && !add_choice (self, first, last, (lxw_col_t) i, (guint) list, error))
        return FALSE;
      if (column->band_by != NULL && taga_document_get_bands (document) != NULL
          && !add_bands (self, table, first, last, i, error))
        return FALSE;
    }

  return accept_texts (self, table, first, last, error);
}
