#include "taga-xlsx.h"

#include <string.h>

/* The longest text that the library's buffers for a named range hold, with room to spare. */
#define MAX_RANGE 200

static gboolean
define_range (TagaXlsxSheet *self,
              const char *name,
              lxw_col_t column,
              lxw_row_t first,
              lxw_row_t last,
              GError **error)
{
  char letters[LXW_MAX_COL_NAME_LENGTH];
  g_autofree char *range = NULL;

  lxw_col_to_name (letters, column, TRUE);
  range = g_strdup_printf ("='%s'!%s$%u:%s$%u", self->name, letters, (guint) first + 1, letters,
                           (guint) last + 1);

  /* A sheet's name of 31 characters of three bytes each, its quotes and the cells stay below. */
  g_return_val_if_fail (strlen (range) <= MAX_RANGE && strlen (name) <= MAX_RANGE, FALSE);

  return taga_xlsx_check (self->job, workbook_define_name (self->book, name, range), error);
}

/**
 * taga_xlsx_define_ranges:
 * @self: a sheet
 * @table: a table that is written
 * @first: the first row of its data
 * @last: the last one; at least @first
 * @error: return location for an error
 *
 * Names the ranges of a table's cells that formulas elsewhere refer to.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_REPORT_ERROR_FAILED`
 */
gboolean
taga_xlsx_define_ranges (TagaXlsxSheet *self,
                         const TagaTable *table,
                         lxw_row_t first,
                         lxw_row_t last,
                         GError **error)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].range != NULL
        && !define_range (self, table->columns[i].range, (lxw_col_t) i, first, last, error))
      return FALSE;

  return TRUE;
}

/**
 * taga_xlsx_keep_place:
 * @self: a sheet
 * @table: a table that is written
 * @first: the first row of its data
 * @last: the last one
 *
 * Remembers where a table stands, for the charts of it.
 */
void
taga_xlsx_keep_place (TagaXlsxSheet *self, const TagaTable *table, lxw_row_t first, lxw_row_t last)
{
  lxw_row_t *place;

  if (last < first)
    return;

  place = g_new (lxw_row_t, 2);
  place[0] = first;
  place[1] = last;
  g_hash_table_insert (self->places, (gpointer) table, place);
}

/**
 * taga_xlsx_find_place:
 * @self: a sheet
 * @table: a table
 * @first: (out): the first row of its data
 * @last: (out): the last one
 *
 * Finds where a table stands on the sheet.
 *
 * Returns: `TRUE` if it was written and has rows
 */
gboolean
taga_xlsx_find_place (const TagaXlsxSheet *self,
                      const TagaTable *table,
                      lxw_row_t *first,
                      lxw_row_t *last)
{
  const lxw_row_t *place = g_hash_table_lookup (self->places, table);

  if (place == NULL)
    return FALSE;

  *first = place[0];
  *last = place[1];
  return TRUE;
}
