#include "taga-stocktake-read.h"

#include <glib/gi18n-lib.h>

#include "taga-header.h"
#include "taga-source.h"

/* A department has no more; and all of it stands in memory until it is decided about. */
#define MAX_ROWS 200000
#define MAX_REJECTIONS 10000

/* How far down the names of the columns may stand. */
#define MAX_HEADER_ROW 200

typedef struct
{
  TagaStocktakeSheet *sheet;
  TagaSheets *sheets;
  TagaHeader *header; /* (owned) (nullable): of the sheet with the table */
  guint index;        /* which sheet that is */
  TagaEdition *edition;
  TagaRecordClass *klass;
} Reading;

static void
free_row (gpointer data)
{
  TagaStocktakeRow *row = data;

  taga_values_free (row->values, TAGA_STOCKTAKE_LINE_N_FIELDS);
  g_free (row);
}

static void
free_problem (gpointer data)
{
  TagaStocktakeProblem *problem = data;

  g_free (problem->column);
  g_free (problem->reason);
  g_free (problem);
}

/**
 * taga_stocktake_sheet_free:
 * @self: (transfer full): a sheet
 *
 * Frees what was read.
 */
void
taga_stocktake_sheet_free (TagaStocktakeSheet *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->rejections);
  g_hash_table_unref (self->unread_keys);
  g_free (self);
}

/**
 * taga_stocktake_reject:
 * @rejections: (element-type TagaStocktakeProblem): the rejections so far
 * @row: number of the row in the file
 * @column: what the column is called
 * @reason: a sentence
 *
 * Notes why a row cannot be taken.
 */
void
taga_stocktake_reject (GPtrArray *rejections, guint row, const char *column, const char *reason)
{
  TagaStocktakeProblem *problem = g_new (TagaStocktakeProblem, 1);

  problem->row = row;
  problem->column = g_strdup (column);
  problem->reason = g_strdup (reason);
  g_ptr_array_add (rejections, problem);
}

static gboolean
read_cell (Reading *self, guint row, const TagaCell *cell, guint index, TagaValue *value)
{
  const TagaField *field = &self->klass->fields[index];
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (cell->kind == TAGA_CELL_ERROR)
    reason = g_strdup_printf (_ ("The cell shows the error %s."), cell->text);
  else if (taga_edition_parse (self->edition, field, cell->text, value, &error))
    return TRUE;

  taga_stocktake_reject (self->sheet->rejections, row, taga_header_get_title (self->header, index),
                         reason == NULL ? error->message : reason);
  return FALSE;
}

/* A row of which only the key is left was emptied instead of deleted. */
static gboolean
says_nothing (Reading *self, const TagaValue *values)
{
  for (guint i = 0; i < TAGA_STOCKTAKE_LINE_N_FIELDS; i++)
    if (i != TAGA_STOCKTAKE_LINE_KEY && !taga_field_is_empty (&self->klass->fields[i], &values[i])
        && (self->klass->fields[i].kind != TAGA_FIELD_MARK || values[i].number > 0))
      return FALSE;

  return TRUE;
}

static void
clear_marks (Reading *self, TagaValue *values)
{
  for (guint i = 0; i < TAGA_STOCKTAKE_LINE_N_FIELDS; i++)
    if (self->klass->fields[i].kind == TAGA_FIELD_MARK)
      values[i].number = 0;
}

static gboolean
fail_too_long (GError **error)
{
  g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DANGEROUS,
               _ ("The workbook has more than %d rows, or as many cells that cannot be read. It is "
                  "not one that was sent."),
               MAX_ROWS);
  return FALSE;
}

/* A row that cannot be read as a whole is not taken at all; its asset stays as it is. */
static gboolean
take_row (guint number, const TagaCell *cells, guint n_cells, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  TagaStocktakeRow *row;
  gboolean readable = TRUE;

  if (number <= taga_header_get_row (self->header))
    return TRUE;
  if (self->sheet->rows->len == MAX_ROWS || self->sheet->rejections->len >= MAX_REJECTIONS)
    return fail_too_long (error);

  row = g_new0 (TagaStocktakeRow, 1);
  row->row = number;
  row->values = taga_values_new (TAGA_STOCKTAKE_LINE_N_FIELDS);
  clear_marks (self, row->values);
  for (guint i = 0; i < n_cells; i++)
    {
      int field = taga_header_get_field (self->header, cells[i].column);

      if (field >= 0 && !read_cell (self, number, &cells[i], (guint) field, &row->values[field]))
        readable = FALSE;
    }

  if (readable && !says_nothing (self, row->values))
    {
      g_ptr_array_add (self->sheet->rows, row);
      return TRUE;
    }

  if (!readable && row->values[TAGA_STOCKTAKE_LINE_KEY].text != NULL)
    g_hash_table_add (self->sheet->unread_keys,
                      g_strdup (row->values[TAGA_STOCKTAKE_LINE_KEY].text));
  free_row (row);
  return TRUE;
}

static gboolean
read_rows (Reading *self, GCancellable *cancellable, GError **error)
{
  g_ptr_array_set_size (self->sheet->rows, 0);
  g_ptr_array_set_size (self->sheet->rejections, 0);
  g_hash_table_remove_all (self->sheet->unread_keys);
  if (!taga_sheets_read (self->sheets, self->index, take_row, self, cancellable, error))
    return FALSE;

  /* Cells that are merged over rows were only seen at the end of the sheet. */
  return !taga_sheets_needs_reread_below (self->sheets, taga_header_get_row (self->header))
         || read_rows (self, cancellable, error);
}

static gboolean
look_for_header (guint row,
                 const TagaCell *cells,
                 guint n_cells,
                 gpointer user_data,
                 GError **error)
{
  return taga_header_take (user_data, row, cells, n_cells) && row < MAX_HEADER_ROW;
}

/* The table is where most of its columns are. */
static gboolean
find_table (Reading *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < taga_sheets_get_count (self->sheets); i++)
    {
      g_autoptr (TagaHeader) header = taga_header_new (self->klass);

      if (!taga_sheets_read (self->sheets, i, look_for_header, header, cancellable, error))
        return FALSE;
      if (!taga_header_is_found (header)
          || (self->header != NULL
              && taga_header_count (header) <= taga_header_count (self->header)))
        continue;

      g_clear_pointer (&self->header, taga_header_free);
      self->header = g_steal_pointer (&header);
      self->index = i;
    }

  for (guint i = 0; self->header != NULL && i < TAGA_STOCKTAKE_LINE_N_FIELDS; i++)
    if (taga_header_get_title (self->header, i) != NULL)
      self->sheet->columns |= G_GUINT64_CONSTANT (1) << i;

  return TRUE;
}

static gboolean
check_columns (TagaStocktakeSheet *sheet, GError **error)
{
  const guint64 own = G_GUINT64_CONSTANT (1) << TAGA_STOCKTAKE_LINE_RESULT
                      | G_GUINT64_CONSTANT (1) << TAGA_STOCKTAKE_LINE_KEY;

  if (sheet->columns & own)
    return TRUE;

  g_set_error_literal (error, TAGA_SOURCE_ERROR, TAGA_SOURCE_ERROR_NO_HEADER,
                       _ ("The workbook is not one of a stock-taking: it has no column “確認結果”. "
                          "Choose the workbook that a department sent back."));
  return FALSE;
}

/**
 * taga_stocktake_read:
 * @edition: the method edition of the register
 * @file: a workbook that came back
 * @progress: (nullable): hears of progress
 * @user_data: data for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Reads a workbook by which a department took stock. It may be anything.
 *
 * Returns: (transfer full) (nullable): what stands in it, or `NULL` with
 *   `TAGA_SOURCE_ERROR_NO_HEADER`, any [error@SheetError] or `G_IO_ERROR_CANCELLED`
 */
TagaStocktakeSheet *
taga_stocktake_read (TagaEdition *edition,
                     GFile *file,
                     TagaProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (TagaStocktakeSheet) sheet = g_new0 (TagaStocktakeSheet, 1);
  g_autoptr (TagaSheets) sheets = taga_sheets_open (file, error);
  g_autoptr (TagaHeader) header = NULL;
  Reading self = { .sheet = sheet, .sheets = sheets, .edition = edition };
  gboolean done;

  sheet->rows = g_ptr_array_new_with_free_func (free_row);
  sheet->rejections = g_ptr_array_new_with_free_func (free_problem);
  sheet->unread_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (sheets == NULL)
    return NULL;

  self.klass = taga_record_class_peek (TAGA_TYPE_STOCKTAKE_LINE);
  done = find_table (&self, cancellable, error) && check_columns (sheet, error);
  header = self.header;
  taga_sheets_set_progress (sheets, progress, user_data);
  if (!done || !read_rows (&self, cancellable, error))
    return NULL;

  return g_steal_pointer (&sheet);
}
