#include "taga-xlsx.h"

#include <string.h>

/* Rows after the data that people may fill in: lists and colours work there already. They hold no
 * cells, so that they are not printed and are no rows to whoever reads the file; a spreadsheet
 * carries borders and formulas on by itself when a row is begun under the last. */
#define N_BLANK_ROWS 200

/* Width of a sheet without any table. */
#define TEXT_WIDTH 100

/* What a spreadsheet makes of a column's width. */
#define PIXELS_PER_CHARACTER 7
#define PIXELS_PER_MARGIN 5

#define HEADING_HEIGHT 32
#define CAPTION_HEIGHT 24
#define ROW_HEIGHT 18

/* Rows that one page takes before its letters become too small to read. */
#define MAX_PAGE_ROWS 75

#define PAPER_A3 8
#define PAPER_A4 9

/* Size before font: the font's closing quote keeps it apart from a text that begins with a digit.
 */
#define PRINT_FONT "&9&\"游ゴシック,Regular\""

static char *
format_date (TagaWriteJob *job)
{
  const char *date = taga_document_get_date (job->document);
  int year, month, day;

  if (taga_write_parse_date (date, &year, &month, &day))
    return g_strdup_printf ("%d/%d/%d", year, month, day);

  return date == NULL ? g_strdup ("") : taga_xlsx_escape_print (job, date);
}

static gboolean
set_page (const TagaXlsxSheet *self, const TagaSection *section, GError **error)
{
  TagaDocument *document = self->job->document;
  g_autofree char *company =
      taga_xlsx_escape_print (self->job, taga_document_get_company (document));
  g_autofree char *title = taga_xlsx_escape_print (self->job, taga_document_get_title (document));
  g_autofree char *date = format_date (self->job);
  g_autofree char *header = NULL;
  g_autofree char *footer = NULL;

  header = g_strconcat ("&L" PRINT_FONT, company, "&R" PRINT_FONT, date, NULL);
  footer = g_strconcat ("&L" PRINT_FONT, title, "&R" PRINT_FONT "&P / &N", NULL);

  worksheet_set_paper (self->sheet, section->paper == TAGA_PAPER_A3 ? PAPER_A3 : PAPER_A4);
  if (section->is_landscape)
    worksheet_set_landscape (self->sheet);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_center_horizontally (self->sheet);
  worksheet_set_default_row (self->sheet, ROW_HEIGHT, LXW_FALSE);
  worksheet_set_margins (self->sheet, 0.4, 0.4, 0.7, 0.6);

  return taga_xlsx_check (self->job, worksheet_set_header (self->sheet, header), error)
         && taga_xlsx_check (self->job, worksheet_set_footer (self->sheet, footer), error);
}

/* Tables that stand under each other share the columns of the sheet. */
static GArray *
collect_widths (const TagaSection *section)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, TRUE, sizeof (guint));

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const TagaBlock *block = g_ptr_array_index (section->blocks, i);
      const TagaTable *table = block->table;

      if (block->front != NULL)
        taga_xlsx_front_add_widths (widths);
      if (table == NULL)
        continue;
      g_array_set_size (widths, MAX (widths->len, table->n_columns));
      for (guint j = 0; j < table->n_columns; j++)
        {
          guint *width = &g_array_index (widths, guint, j);

          *width = MAX (*width, table->columns[j].width);
        }
    }

  if (widths->len == 0)
    {
      guint width = TEXT_WIDTH;

      g_array_append_val (widths, width);
    }

  return g_steal_pointer (&widths);
}

static gboolean
set_widths (TagaXlsxSheet *self, const GArray *widths, GError **error)
{
  for (guint i = 0; i < widths->len; i++)
    {
      lxw_col_t column = (lxw_col_t) i;
      double width = g_array_index (widths, guint, i) + TAGA_XLSX_PADDING;

      self->width += (guint) width * PIXELS_PER_CHARACTER + PIXELS_PER_MARGIN;
      if (!taga_xlsx_check (self->job,
                            worksheet_set_column (self->sheet, column, column, width, NULL), error))
        return FALSE;
    }

  return TRUE;
}

/* What nobody is to see or to change by a slip of the hand. Widths stay as they are, so that the
 * hidden columns stay hidden. */
static gboolean
protect (const TagaXlsxSheet *self, const TagaSection *section, GError **error)
{
  const TagaTable *table = taga_section_find_table (section);
  lxw_protection options = { .format_rows = LXW_TRUE,
                             .insert_rows = LXW_TRUE,
                             .autofilter = LXW_TRUE };

  for (guint i = 0; table != NULL && i < table->n_columns; i++)
    {
      const TagaColumn *column = &table->columns[i];
      lxw_row_col_options hidden = { .hidden = column->is_hidden ? LXW_TRUE : LXW_FALSE };
      lxw_format *format = column->is_computed ? NULL : self->styles->blank;

      if (!taga_xlsx_check (self->job,
                            worksheet_set_column_opt (self->sheet, (lxw_col_t) i, (lxw_col_t) i,
                                                      column->width + TAGA_XLSX_PADDING, format,
                                                      &hidden),
                            error))
        return FALSE;
    }

  worksheet_protect (self->sheet, NULL, &options);
  return TRUE;
}

static gboolean
write_line (TagaXlsxSheet *self, const char *text, guint height, lxw_format *format, GError **error)
{
  if (!taga_xlsx_begin_row (self, height, error)
      || !taga_xlsx_write_text (self, 0, text, format, error))
    return FALSE;

  self->row++;
  return TRUE;
}

/* A paragraph stands over the whole width. No spreadsheet fits the height of joined cells. */
static gboolean
write_paragraph (TagaXlsxSheet *self, const char *text, const GArray *widths, GError **error)
{
  const char *clean = taga_xlsx_clean (self, text, NULL, error);
  lxw_format *format = self->styles->paragraph;
  guint width = 0, height;
  lxw_error code;

  if (clean == NULL)
    return FALSE;

  for (guint i = 0; i < widths->len; i++)
    width += g_array_index (widths, guint, i);
  height = MIN (taga_xlsx_measure (clean, width) * TAGA_XLSX_LINE_HEIGHT, TAGA_XLSX_MAX_HEIGHT);

  if (widths->len == 1)
    return write_line (self, text, height, format, error);
  if (!taga_xlsx_begin_row (self, height, error))
    return FALSE;

  code = worksheet_merge_range (self->sheet, self->row, 0, self->row, (lxw_col_t) (widths->len - 1),
                                clean, format);
  self->row++;
  return taga_xlsx_check (self->job, code, error);
}

/* The last row of data, before the one that sums up; the one before the first if there is none. */
static lxw_row_t
find_last_row (const TagaXlsxSheet *self, const TagaTable *table, lxw_row_t first)
{
  gboolean has_total = table->total != NULL && self->row > first;

  return self->row - 1 - (has_total ? 1 : 0);
}

/* What makes a sheet with one table handy: filter buttons, and the header on each page. The header
 * stays in view too if nothing stands over it that would fill the screen. */
static gboolean
add_comforts (TagaXlsxSheet *self,
              const TagaSection *section,
              const TagaTable *table,
              lxw_row_t header,
              lxw_row_t data,
              lxw_row_t last,
              GError **error)
{
  gboolean is_alone = section->blocks->len == 1;
  guint n_frozen = MIN (section->frozen_columns, table->n_columns - 1);
  lxw_error code;

  code = worksheet_autofilter (self->sheet, data - 1, 0, last, (lxw_col_t) (table->n_columns - 1));
  if (!taga_xlsx_check (self->job, code, error))
    return FALSE;

  if (is_alone)
    worksheet_freeze_panes (self->sheet, data, (lxw_col_t) n_frozen);

  return taga_xlsx_check (
      self->job, worksheet_repeat_rows (self->sheet, is_alone ? 0 : header, data - 1), error);
}

static gboolean
write_table (TagaXlsxSheet *self,
             const TagaSection *section,
             TagaTable *table,
             gboolean is_only_table,
             gboolean is_last,
             GError **error)
{
  lxw_row_t header, data, last;

  if (table->title != NULL && strcmp (table->title, section->heading) != 0
      && !write_line (self, table->title, CAPTION_HEIGHT, self->styles->caption, error))
    return FALSE;

  header = self->row;
  if (!taga_xlsx_write_header (self, table, error))
    return FALSE;

  data = self->row;
  /* Once the row that sums up is begun, the library takes no filter that ends above it. */
  if (is_only_table && table->total != NULL
      && !add_comforts (self, section, table, header, data,
                        data + (lxw_row_t) MAX (table->n_rows, 1) - 1, error))
    return FALSE;
  if (!taga_xlsx_write_rows (self, table, error))
    return FALSE;

  taga_xlsx_keep_place (self, table, data, find_last_row (self, table, data));
  last = find_last_row (self, table, data) + 1;
  if (is_last && table->total == NULL)
    last = MIN (last + N_BLANK_ROWS, LXW_ROW_MAX);
  if (last > data && !taga_xlsx_add_rules (self, table, data, last - 1, error))
    return FALSE;
  if (!taga_xlsx_define_ranges (self, table, data, MAX (last, data + 1) - 1, error))
    return FALSE;

  return !is_only_table || table->total != NULL
         || add_comforts (self, section, table, header, data,
                          MAX (find_last_row (self, table, data), data), error);
}

static gboolean
write_other (TagaXlsxSheet *self, const TagaBlock *block, const GArray *widths, GError **error)
{
  if (block->front != NULL)
    return taga_xlsx_write_front (self, block->front, error);
  if (block->figure != NULL)
    return taga_xlsx_write_figure (self, block->figure, error);

  return write_paragraph (self, block->paragraph, widths, error);
}

/* Before each table but one that follows the heading, and after each table, a row is left free. */
static gboolean
write_blocks (TagaXlsxSheet *self, const TagaSection *section, const GArray *widths, GError **error)
{
  gboolean is_only_table = taga_section_count_tables (section) == 1;
  gboolean after_table = FALSE;

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const TagaBlock *block = g_ptr_array_index (section->blocks, i);
      gboolean is_last = i + 1 == section->blocks->len;

      if (i > 0 && (after_table || block->table != NULL))
        self->row++;
      after_table = block->table != NULL;

      if (block->table != NULL
              ? !write_table (self, section, block->table, is_only_table, is_last, error)
              : !write_other (self, block, widths, error))
        return FALSE;
    }

  return TRUE;
}

/* Where nobody adds rows the last page need not be guessed, and what fits on one is not torn. */
static gboolean
end_page (TagaXlsxSheet *self, const TagaSection *section, const GArray *widths, GError **error)
{
  lxw_row_t last = MAX (self->row, 1) - 1;

  if (taga_section_is_fixed (section) && last < MAX_PAGE_ROWS)
    worksheet_fit_to_pages (self->sheet, 1, 1);

  return !taga_section_is_fixed (section)
         || taga_xlsx_check (
             self->job,
             worksheet_print_area (self->sheet, 0, 0, last, (lxw_col_t) (widths->len - 1)), error);
}

/**
 * taga_xlsx_check_size:
 * @job: the job
 * @section: a section
 * @error: return location for an error
 *
 * Tells whether a sheet has enough rows for a section, as far as the row sources say.
 *
 * Returns: `TRUE` if it has, or `FALSE` with @error set to `TAGA_REPORT_ERROR_TOO_LARGE`
 */
gboolean
taga_xlsx_check_size (TagaWriteJob *job, const TagaSection *section, GError **error)
{
  guint64 n_rows = 1;

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const TagaBlock *block = g_ptr_array_index (section->blocks, i);
      const TagaTable *table = block->table;

      n_rows += 1;
      if (table != NULL)
        n_rows += table->n_rows + (taga_xlsx_has_group_line (table) ? 1 : 0);
    }

  return n_rows <= LXW_ROW_MAX || taga_xlsx_fail_too_large (job, error);
}

/**
 * taga_xlsx_write_section:
 * @self: a sheet, new
 * @section: a section
 * @error: return location for an error
 *
 * Writes a section as a sheet: its heading, then its paragraphs and tables under each other.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError],
 *   `G_IO_ERROR_CANCELLED`, or what a row source said
 */
gboolean
taga_xlsx_write_section (TagaXlsxSheet *self, const TagaSection *section, GError **error)
{
  g_autoptr (GArray) widths = collect_widths (section);
  const char *heading = section->title != NULL ? section->title : section->heading;

  return set_page (self, section, error) && set_widths (self, widths, error)
         && (!section->is_form || protect (self, section, error))
         && write_line (self, heading, HEADING_HEIGHT, self->styles->heading, error)
         && write_blocks (self, section, widths, error) && end_page (self, section, widths, error);
}
