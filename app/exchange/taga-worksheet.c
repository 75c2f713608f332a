#include "taga-worksheet.h"

#include "taga-cell-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES (256 << 20)

typedef enum
{
  SECTION_OTHER,
  SECTION_ROWS,
  SECTION_MERGES,
} Section;

/* A walk through a sheet. Depths are those of the format: worksheet 1, sheetData 2, row 3, c 4, v
 * or is 5, t in is 6, t in r in is 7. What is not expected where it stands is passed over. */
typedef struct
{
  const TagaBook *book;
  TagaSheetReading *reading;
  TagaMerges *known; /* (nullable) */
  TagaMerges *found; /* (nullable) */

  Section section;
  gboolean in_row;
  gboolean in_cell;
  gboolean in_inline;
  gboolean in_run;
  guint text_depth; /* of the element whose text is taken, or 0 */

  TagaWorksheetCell cell; /* the last one; its text is owned */

  TagaSheetRow row;
  TagaSheetRow filled;
} Walk;

static gboolean
set_no_sheet (GError **error)
{
  g_set_error_literal (
      error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
      _ ("The workbook is damaged: what it lists as a sheet is something else. Open "
         "it in your spreadsheet program, save it again and try once more."));
  return FALSE;
}

static gboolean
set_bad_merge (GError **error)
{
  g_set_error_literal (
      error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
      _ ("The workbook is damaged: it cannot be told which cells are merged. Open it "
         "in your spreadsheet program, save it again and try once more."));
  return FALSE;
}

static gboolean
begin_row (Walk *self, const TagaXmlAttributes *attributes, GError **error)
{
  gsize length;
  const char *value = taga_xml_get (attributes, "r", &length);
  guint row = self->cell.row + 1;

  if (value != NULL && !taga_cell_parse_index (value, length, &row))
    return taga_worksheet_set_disorder (self->cell.row, error);
  if (row > TAGA_SHEET_MAX_ROWS)
    return taga_worksheet_set_outside (error);
  if (row <= self->cell.row)
    return taga_worksheet_set_disorder (self->cell.row, error);

  self->cell.row = row;
  self->cell.next = 0;
  self->in_row = TRUE;
  taga_sheet_row_clear (&self->row);
  return TRUE;
}

static gboolean
end_row (Walk *self, GError **error)
{
  const TagaSheetReading *reading = self->reading;
  const TagaSheetRow *row = &self->row;
  guint n_own = self->row.n_cells;
  gboolean go_on;

  self->in_row = FALSE;
  if (n_own == 0)
    return TRUE;

  if (self->known != NULL)
    {
      taga_sheet_row_clear (&self->filled);
      n_own = taga_merges_fill (self->known, self->cell.row, row, &self->filled);
      row = &self->filled;
    }

  go_on = n_own == 0
          || reading->func (self->cell.row, row->cells, row->n_cells, reading->user_data, error);
  if (self->known != NULL)
    taga_merges_pass (self->known, self->cell.row, &self->row);

  return go_on;
}

/* Reads "A1:B2", or "A1" for a range of one cell. */
static gboolean
parse_range (const char *text, gsize length, TagaCellReference *first, TagaCellReference *last)
{
  gsize used = taga_cell_parse_reference (text, length, first);

  *last = *first;
  if (used == 0 || used == length)
    return used > 0;
  if (text[used] != ':')
    return FALSE;

  text += used + 1;
  length -= used + 1;
  used = taga_cell_parse_reference (text, length, last);
  return used > 0 && used == length && last->row >= first->row && last->column >= first->column;
}

static gboolean
add_merge (Walk *self, const TagaXmlAttributes *attributes, GError **error)
{
  TagaCellReference first = { 0 };
  TagaCellReference last;
  gsize length;
  const char *value = taga_xml_get (attributes, "ref", &length);

  if (!parse_range (value, length, &first, &last))
    return set_bad_merge (error);
  if (!taga_cell_reference_is_inside (&last))
    return taga_worksheet_set_outside (error);

  return taga_merges_add (self->found, first.column, first.row, last.row, error);
}

static gboolean
start_cb (gpointer user_data,
          guint depth,
          const char *name,
          const TagaXmlAttributes *attributes,
          GError **error)
{
  Walk *self = user_data;

  if (depth == 5 && self->in_cell)
    {
      self->text_depth = g_str_equal (name, "v") ? depth : 0;
      self->in_inline = self->cell.type == TAGA_WORKSHEET_INLINE && g_str_equal (name, "is");
    }
  else if (depth == 4 && self->in_row && g_str_equal (name, "c"))
    {
      self->in_cell = TRUE;
      return taga_worksheet_cell_begin (&self->cell, self->book, attributes, error);
    }
  else if (depth == 3 && self->section == SECTION_ROWS && g_str_equal (name, "row"))
    return begin_row (self, attributes, error);
  else if (depth == 6 && self->in_inline)
    {
      self->text_depth = g_str_equal (name, "t") ? depth : 0;
      self->in_run = g_str_equal (name, "r");
    }
  else if (depth == 7 && self->in_run)
    self->text_depth = g_str_equal (name, "t") ? depth : 0;
  else if (depth == 2)
    self->section = g_str_equal (name, "sheetData")    ? SECTION_ROWS
                    : g_str_equal (name, "mergeCells") ? SECTION_MERGES
                                                       : SECTION_OTHER;
  else if (depth == 3 && self->section == SECTION_MERGES && self->found != NULL
           && g_str_equal (name, "mergeCell"))
    return add_merge (self, attributes, error);
  else if (depth == 1 && !g_str_equal (name, "worksheet"))
    return set_no_sheet (error);

  return TRUE;
}

static gboolean
end_cb (gpointer user_data, guint depth, GError **error)
{
  Walk *self = user_data;

  if (depth == self->text_depth)
    self->text_depth = 0;

  if (depth == 4 && self->in_cell)
    {
      self->in_cell = FALSE;
      return taga_worksheet_cell_end (&self->cell, self->book, &self->row, error);
    }
  if (depth == 3 && self->in_row)
    return end_row (self, error);
  if (depth == 5)
    self->in_inline = FALSE;
  else if (depth == 6)
    self->in_run = FALSE;

  return TRUE;
}

static gboolean
text_cb (gpointer user_data, const char *text, gsize length, GError **error)
{
  Walk *self = user_data;

  return self->text_depth == 0 || taga_worksheet_cell_take (&self->cell, text, length, error);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  Walk *self = user_data;

  taga_sheet_reading_tell (self->reading, fraction);
}

/**
 * taga_worksheet_read:
 * @book: the sheet's workbook
 * @part: the name of the sheet's part
 * @merges: (inout) (nullable): the sheet's merged ranges; if `NULL`, set once the sheet is read to
 *   its end, where they stand
 * @reading: who takes the rows
 * @error: return location for an error
 *
 * Reads a sheet.
 *
 * Returns: `FALSE` with @error set to a `TAGA_SHEET_ERROR`, the error of @reading or
 *   `G_IO_ERROR_CANCELLED`
 */
gboolean
taga_worksheet_read (const TagaBook *book,
                     const char *part,
                     TagaMerges **merges,
                     TagaSheetReading *reading,
                     GError **error)
{
  const TagaXmlHandlers handlers = { .start = start_cb, .end = end_cb, .text = text_cb };
  g_autoptr (TagaMerges) found = *merges == NULL ? taga_merges_new () : NULL;
  g_autoptr (GError) failure = NULL;
  gboolean complete;
  Walk walk = {
    .book = book,
    .reading = reading,
    .known = *merges == NULL || taga_merges_is_empty (*merges) ? NULL : *merges,
    .found = found,
    .cell = { .text = g_string_sized_new (256) },
  };

  taga_sheet_row_init (&walk.row);
  taga_sheet_row_init (&walk.filled);
  if (walk.known != NULL)
    taga_merges_rewind (walk.known);

  complete = taga_xml_parse (book->container, part, MAX_BYTES, &handlers, &walk,
                             reading->cancellable, progress_cb, &failure)
             && (found == NULL || taga_merges_seal (found, &failure));

  taga_sheet_row_finish (&walk.row);
  taga_sheet_row_finish (&walk.filled);
  g_string_free (walk.cell.text, TRUE);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (complete && found != NULL)
    *merges = g_steal_pointer (&found);
  return TRUE;
}
