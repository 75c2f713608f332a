#pragma once

#include "taga-sheet.h"

G_BEGIN_DECLS

#define TAGA_SHEET_MAX_ROWS 1048576
#define TAGA_SHEET_MAX_COLUMNS 16384
#define TAGA_SHEET_MAX_CHARACTERS 32767

/* So many bytes may a cell's text have before escapes are decoded; _xD83D__xDE00_ is one character.
 */
#define TAGA_SHEET_MAX_CELL_BYTES (TAGA_SHEET_MAX_CHARACTERS * 14)

/* The texts of one row. A sheet's width times a cell's length would be a gigabyte. */
#define TAGA_SHEET_MAX_ROW_BYTES (16 << 20)

/**
 * TagaSheetRow:
 * @cells: its cells, by column
 * @n_cells: how many
 *
 * The row being read. It is filled, handed on and cleared again, without memory being taken anew.
 */
typedef struct
{
  TagaCell *cells;
  guint n_cells;

  /*< private >*/
  guint n_allocated;
  GString *texts;
} TagaSheetRow;

/**
 * TagaSheetReading:
 * @func: takes the rows
 * @user_data: data for @func
 * @progress: (nullable): hears of progress
 * @progress_data: data for @progress
 * @cancellable: (nullable): stops the reading
 * @told: the fraction that @progress heard last
 *
 * One call of [method@Sheets.read], as it is passed down to who reads the file.
 */
typedef struct
{
  TagaRowFunc func;
  gpointer user_data;
  TagaProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  double told;
} TagaSheetReading;

void taga_sheet_row_init (TagaSheetRow *self);
void taga_sheet_row_finish (TagaSheetRow *self);
void taga_sheet_row_clear (TagaSheetRow *self);

void taga_sheet_row_add (TagaSheetRow *self,
                         guint column,
                         TagaCellKind kind,
                         const char *text,
                         double number);
gboolean taga_sheet_row_add_copy (TagaSheetRow *self,
                                  guint column,
                                  TagaCellKind kind,
                                  const char *text,
                                  gsize length,
                                  double number);

gsize taga_sheet_text_clean (char *text, gsize length, gboolean escaped);
gboolean taga_sheet_text_is_too_long (const char *text, gsize length);

void taga_sheet_reading_tell (TagaSheetReading *self, double fraction);

G_END_DECLS
