#pragma once

#include "taga-edition.h"
#include "taga-sheet.h"
#include "taga-stocktake-line.h"

G_BEGIN_DECLS

/**
 * TagaStocktakeRow:
 * @row: its number in the sheet
 * @values: (array): by [enum@StocktakeLineField]
 *
 * A row of a workbook that came back.
 */
typedef struct
{
  guint row;
  TagaValue *values;
} TagaStocktakeRow;

/**
 * TagaStocktakeProblem:
 * @row: number of the row in the sheet
 * @column: what the sheet calls the column
 * @reason: a sentence
 *
 * Why a row of a workbook that came back is not taken.
 */
typedef struct
{
  guint row;
  char *column;
  char *reason;
} TagaStocktakeProblem;

/**
 * TagaStocktakeSheet:
 * @rows: (element-type TagaStocktakeRow): the rows that say anything
 * @rejections: (element-type TagaStocktakeProblem): why rows are not taken
 * @unread_keys: (element-type utf8): keys of these rows
 * @columns: which fields the sheet has columns for, bit by field
 *
 * What stands in a workbook that came back.
 */
typedef struct
{
  GPtrArray *rows;
  GPtrArray *rejections;
  GHashTable *unread_keys;
  guint64 columns;
} TagaStocktakeSheet;

TagaStocktakeSheet *taga_stocktake_read (TagaEdition *edition,
                                         GFile *file,
                                         TagaProgressFunc progress,
                                         gpointer user_data,
                                         GCancellable *cancellable,
                                         GError **error);
void taga_stocktake_sheet_free (TagaStocktakeSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaStocktakeSheet, taga_stocktake_sheet_free)

void
taga_stocktake_reject (GPtrArray *rejections, guint row, const char *column, const char *reason);

G_END_DECLS
