#pragma once

#include <xlsxwriter.h>

#include "taga-write-job.h"

G_BEGIN_DECLS

/* Characters that a cell holds, counted as a spreadsheet does, in UTF-16. */
#define TAGA_XLSX_MAX_TEXT 32767

/* Characters of a text in the head or foot of a page, all of which has 255. */
#define TAGA_XLSX_MAX_PRINT 50

/* What a column has besides its text, in half-width characters: its margins and the indent. */
#define TAGA_XLSX_PADDING 2

/* Points that a line of the usual font takes, and that a row may have at most. */
#define TAGA_XLSX_LINE_HEIGHT 17
#define TAGA_XLSX_MAX_HEIGHT 409

typedef enum
{
  TAGA_XLSX_TEXT,
  TAGA_XLSX_CENTRED_TEXT,
  TAGA_XLSX_AMOUNT,
  TAGA_XLSX_LEVEL,
  TAGA_XLSX_DATE,
  TAGA_XLSX_TENTHS,
  TAGA_XLSX_PERCENT,
  TAGA_XLSX_RISE,
  TAGA_XLSX_TENTHS_RISE,
  TAGA_XLSX_PERCENT_RISE,
} TagaXlsxLook;

#define TAGA_XLSX_N_LOOKS (TAGA_XLSX_PERCENT_RISE + 1)

/**
 * TagaXlsxStyles:
 * @heading: of a sheet's first line
 * @caption: of a table's title
 * @paragraph: of text over the whole width
 * @headers: of a column line, by [enum@Tint]
 * @computed_header: the same over computed columns
 * @cells: by [enum@XlsxLook], entered and computed
 * @totals: the same in the row that sums up the others
 * @share: of a figure of a cover that is one of percent
 * @box: of a box that is stamped
 * @link: of what leads to another sheet
 * @blank: of cells without anything, where a form is filled in
 * @bands: what a band adds to a cell, by [enum@Band]
 *
 * The formats of a workbook. They belong to it.
 */
typedef struct
{
  lxw_format *heading;
  lxw_format *caption;
  lxw_format *paragraph;
  lxw_format *headers[TAGA_N_TINTS];
  lxw_format *computed_header;
  lxw_format *cells[TAGA_XLSX_N_LOOKS][2];
  lxw_format *totals[TAGA_XLSX_N_LOOKS];
  lxw_format *share;
  lxw_format *box;
  lxw_format *link;
  lxw_format *blank;
  lxw_format *bands[TAGA_MAX_BANDS];
} TagaXlsxStyles;

/**
 * TagaXlsxSheet:
 * @job: the job
 * @styles: the workbook's formats
 * @book: the workbook
 * @sheet: the worksheet
 * @name: its name
 * @names: (element-type utf8): the names of all sections' sheets
 * @places: (element-type TagaTable lxw_row_t): the row after the header of each table that is
 *   written, and after it its last row
 * @width: width of all columns that the sheet uses, in pixels
 * @list_sheet: name of the sheet with the lists
 * @row: the row that is written now or next. A row that was left can never be written again
 * @n_rows: how many rows were begun, which is what the file must hold
 * @table_row: the row of the table that is written now, from 1
 * @escaped: (owned) (nullable): the last text that had to be escaped
 *
 * A sheet while it is written.
 */
typedef struct
{
  TagaWriteJob *job;
  const TagaXlsxStyles *styles;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  const char *name;
  const GPtrArray *names;
  GHashTable *places;
  guint width;
  const char *list_sheet;
  lxw_row_t row;
  guint64 n_rows;
  guint64 table_row;
  char *escaped;
} TagaXlsxSheet;

void taga_xlsx_styles_init (TagaXlsxStyles *styles, lxw_workbook *book);

char *taga_xlsx_take_name (TagaWriteJob *job, GHashTable *names, const char *heading);
char *taga_xlsx_escape_print (TagaWriteJob *job, const char *text);

gboolean taga_xlsx_check (TagaWriteJob *job, lxw_error code, GError **error);
gboolean taga_xlsx_fail_too_large (TagaWriteJob *job, GError **error);
gboolean taga_xlsx_begin_row (TagaXlsxSheet *self, guint height, GError **error);
const char *
taga_xlsx_clean (TagaXlsxSheet *self, const char *text, const TagaColumn *column, GError **error);
gboolean taga_xlsx_write_text (TagaXlsxSheet *self,
                               guint column,
                               const char *text,
                               lxw_format *format,
                               GError **error);

guint taga_xlsx_measure (const char *text, guint width);
gboolean taga_xlsx_has_group_line (const TagaTable *table);
gboolean taga_xlsx_write_header (TagaXlsxSheet *self, const TagaTable *table, GError **error);
gboolean taga_xlsx_write_rows (TagaXlsxSheet *self, TagaTable *table, GError **error);
gboolean taga_xlsx_add_rules (TagaXlsxSheet *self,
                              const TagaTable *table,
                              lxw_row_t first,
                              lxw_row_t last,
                              GError **error);

gboolean taga_xlsx_define_ranges (TagaXlsxSheet *self,
                                  const TagaTable *table,
                                  lxw_row_t first,
                                  lxw_row_t last,
                                  GError **error);
void
taga_xlsx_keep_place (TagaXlsxSheet *self, const TagaTable *table, lxw_row_t first, lxw_row_t last);
gboolean taga_xlsx_find_place (const TagaXlsxSheet *self,
                               const TagaTable *table,
                               lxw_row_t *first,
                               lxw_row_t *last);
gboolean taga_xlsx_write_figure (TagaXlsxSheet *self, const TagaFigure *figure, GError **error);
void taga_xlsx_front_add_widths (GArray *widths);
gboolean taga_xlsx_write_front (TagaXlsxSheet *self, const TagaFront *front, GError **error);

gboolean taga_xlsx_check_size (TagaWriteJob *job, const TagaSection *section, GError **error);
gboolean taga_xlsx_write_section (TagaXlsxSheet *self, const TagaSection *section, GError **error);

G_END_DECLS
