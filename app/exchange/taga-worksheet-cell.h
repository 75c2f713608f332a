#pragma once

#include "taga-cell-styles.h"
#include "taga-shared-strings.h"
#include "taga-sheet-row.h"
#include "taga-xml.h"

G_BEGIN_DECLS

/**
 * TagaBook:
 * @container: the workbook's container
 * @styles: its styles
 * @strings: its shared texts
 * @epoch_1904: whether its days are counted from 1904
 *
 * What a sheet needs of its workbook.
 */
typedef struct
{
  TagaContainer *container;
  TagaCellStyles *styles;
  TagaSharedStrings *strings;
  gboolean epoch_1904;
} TagaBook;

typedef enum
{
  TAGA_WORKSHEET_NUMBER,
  TAGA_WORKSHEET_SHARED,
  TAGA_WORKSHEET_TEXT,
  TAGA_WORKSHEET_INLINE,
  TAGA_WORKSHEET_BOOLEAN,
  TAGA_WORKSHEET_ERROR,
  TAGA_WORKSHEET_DAY,
} TagaWorksheetType;

/**
 * TagaWorksheetCell:
 * @row: its row, from 1
 * @next: the column after it, from 0; so also where a cell stands that does not say where
 * @type: how its value is written
 * @style: its style
 * @text: (owned): its value as written
 *
 * The cell being read.
 */
typedef struct
{
  guint row;
  guint next;
  TagaWorksheetType type;
  guint style;
  GString *text;
} TagaWorksheetCell;

gboolean taga_worksheet_cell_begin (TagaWorksheetCell *self,
                                    const TagaBook *book,
                                    const TagaXmlAttributes *attributes,
                                    GError **error);
gboolean
taga_worksheet_cell_take (TagaWorksheetCell *self, const char *text, gsize length, GError **error);
gboolean taga_worksheet_cell_end (TagaWorksheetCell *self,
                                  const TagaBook *book,
                                  TagaSheetRow *row,
                                  GError **error);

gboolean taga_worksheet_set_outside (GError **error);
gboolean taga_worksheet_set_disorder (guint row, GError **error);

G_END_DECLS
