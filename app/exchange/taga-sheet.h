#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TAGA_SHEET_ERROR (taga_sheet_error_quark ())
GQuark taga_sheet_error_quark (void);

/**
 * TagaSheetError:
 * @TAGA_SHEET_ERROR_UNREADABLE: the file cannot be opened, or is no workbook or text that we know
 * @TAGA_SHEET_ERROR_DAMAGED: it is one, but broken
 * @TAGA_SHEET_ERROR_DANGEROUS: it is made to harm: a bomb, an entity, a cell outside of any sheet
 * @TAGA_SHEET_ERROR_LOCKED: it is encrypted or protected by rights management
 */
typedef enum
{
  TAGA_SHEET_ERROR_UNREADABLE,
  TAGA_SHEET_ERROR_DAMAGED,
  TAGA_SHEET_ERROR_DANGEROUS,
  TAGA_SHEET_ERROR_LOCKED,
} TagaSheetError;

typedef enum
{
  TAGA_CELL_TEXT,
  TAGA_CELL_NUMBER,
  TAGA_CELL_DATE,
  TAGA_CELL_BOOLEAN,
  TAGA_CELL_ERROR,
} TagaCellKind;

/**
 * TagaCell:
 * @column: its column, from 0
 * @kind: what it holds; in a text file always text
 * @text: the text, or what a number looks like without its format; for a date the ISO 8601 day; for
 * a boolean TRUE or FALSE; for an error its word, e.g. "#REF!"; valid UTF-8 without control
 * characters but line feeds, never `NULL` or empty
 * @number: the number; a date's serial number; 0 or 1 for a boolean; 0 for the rest
 *
 * One cell that is not empty. It lives as long as the call that it is handed to.
 */
typedef struct
{
  guint column;
  TagaCellKind kind;
  const char *text;
  double number;
} TagaCell;

/**
 * TagaRowFunc:
 * @row: the row's number as the spreadsheet shows it, from 1
 * @cells: (array length=n_cells): its cells that are not empty, by column
 * @n_cells: how many
 * @user_data: data
 * @error: return location for an error
 *
 * Takes one row. Rows come in order; rows without any cell of their own are left out, also inside a
 * range of merged cells (see [method@Sheets.needs_reread]).
 *
 * Returns: `TRUE` to go on; `FALSE` to stop, with @error set for a failure and not set for enough
 */
typedef gboolean (*TagaRowFunc) (guint row,
                                 const TagaCell *cells,
                                 guint n_cells,
                                 gpointer user_data,
                                 GError **error);

/**
 * TagaProgressFunc:
 * @fraction: how much is done, 0 to 1
 * @user_data: data
 *
 * Hears of progress, at most some hundred times.
 */
typedef void (*TagaProgressFunc) (double fraction, gpointer user_data);

#define TAGA_TYPE_SHEETS (taga_sheets_get_type ())
G_DECLARE_FINAL_TYPE (TagaSheets, taga_sheets, TAGA, SHEETS, GObject)

TagaSheets *taga_sheets_open (GFile *file, GError **error);

guint taga_sheets_get_count (TagaSheets *self);
const char *taga_sheets_get_name (TagaSheets *self, guint sheet);
gboolean taga_sheets_is_hidden (TagaSheets *self, guint sheet);

void taga_sheets_set_progress (TagaSheets *self, TagaProgressFunc progress, gpointer user_data);
void taga_sheets_set_part (TagaSheets *self, double start, double length);
gboolean taga_sheets_read (TagaSheets *self,
                           guint sheet,
                           TagaRowFunc func,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error);
gboolean taga_sheets_needs_reread (TagaSheets *self);
gboolean taga_sheets_needs_reread_below (TagaSheets *self, guint row);

G_END_DECLS
