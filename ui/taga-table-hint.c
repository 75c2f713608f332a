#include "taga-table-hint.h"

#include <glib/gi18n-lib.h>

/* What the line below a table says: which keys help with what is selected. Each line is short
 * enough for the smallest window. */

static gboolean
is_many (TagaGrid *grid)
{
  TagaGridRange range;

  return taga_grid_get_range (grid, &range)
         && (range.first_row < range.last_row || range.first_column < range.last_column);
}

static const char *
choose_for_field (const TagaField *field)
{
  if (field->flags & TAGA_FIELD_COMPUTED)
    return _ ("Follows from other cells, so nothing is entered here");

  switch (field->kind)
    {
    case TAGA_FIELD_CHOICE:
    case TAGA_FIELD_LEVEL:
    case TAGA_FIELD_REFERENCE:
      return _ ("Choose by digit or first letters ・ Alt+↓ list ・ Del clear");
    case TAGA_FIELD_MARK:
      return _ ("Space sets or clears the mark ・ Shift+F10 menu");
    case TAGA_FIELD_DATE:
      return _ ("A day such as 4/1 or R8.4.1 ・ Alt+↓ filter ・ Shift+F10 menu");
    case TAGA_FIELD_TEXT:
    case TAGA_FIELD_NOTE:
    case TAGA_FIELD_NUMBER:
    default:
      return _ (
          "F2 edit ・ Alt+↓ entered before ・ Ctrl+F find ・ Shift+F10 menu ・ Saved at once");
    }
}

/**
 * taga_table_hint_choose:
 * @table: a table
 *
 * Chooses what to say about what is selected.
 *
 * Returns: (transfer none): a line of text; empty if there is nothing to say
 */
const char *
taga_table_hint_choose (TagaRecordTable *table)
{
  TagaGrid *grid = taga_record_table_get_grid (table);
  TagaStore *store = taga_record_table_get_store (table);
  TagaRecordClass *klass;
  guint field;

  if (store == NULL || !taga_grid_get_cursor (grid, NULL, &field))
    return "";
  if (taga_store_is_read_only (store))
    return _ ("Ctrl+F find ・ Ctrl+C copy ・ Alt+↑ Alt+↓ sort and filter");
  if (is_many (grid))
    return _ ("Ctrl+C copy ・ Ctrl+D fill down ・ Del clear ・ Shift+F10 menu");

  klass = taga_record_class_peek (taga_record_table_get_record_type (table));
  return choose_for_field (&klass->fields[field]);
}
