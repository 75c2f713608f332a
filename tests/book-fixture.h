#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BookSheet:
 * @name: what the sheet is called
 * @rows: its rows, a line each, with "|" between the cells; a line "@ROW" goes on in that row
 * @hidden: whether the workbook hides it
 * @tail: (nullable): what follows the rows in the sheet's part, e.g. merged cells
 *
 * One sheet of a workbook for a test.
 */
typedef struct
{
  const char *name;
  const char *rows;
  gboolean hidden;
  const char *tail;
} BookSheet;

void book_fixture_write (const char *path, const BookSheet *sheets, guint n_sheets);

G_END_DECLS
