#include "taga-table-edits.h"

#include <glib/gi18n-lib.h>

#include "taga-store-error.h"
#include "taga-value-text.h"

/*
 * What is done to the selected cells of a table, as edits that are yet to be looked at and applied.
 * Rows and columns are those on the screen: what a filter hides is never touched.
 */

static const TagaField *
get_field (TagaRecordTable *table, guint column, guint *field)
{
  *field = taga_grid_get_shown_field (taga_record_table_get_grid (table), column);

  return &taga_record_class_peek (taga_record_table_get_record_type (table))->fields[*field];
}

static gint64
get_id (TagaRecordTable *table, guint row)
{
  return taga_record_list_get_id (taga_record_table_get_list (table), row);
}

static TagaEdits *
create_edits (TagaRecordTable *table)
{
  return taga_edits_new (taga_record_table_get_record_type (table));
}

static void
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID, sentence);
}

/**
 * taga_table_edits_clear:
 * @table: a table
 * @n_left: (out): how many of the selected columns stay as they are
 * @error: return location for an error
 *
 * Empties the selected cells; required and computed ones stay.
 *
 * Returns: (transfer full) (nullable): the edits, or `NULL` with `TAGA_STORE_ERROR_INVALID` if
 *   nothing that is selected can be emptied
 */
TagaEdits *
taga_table_edits_clear (TagaRecordTable *table, guint *n_left, GError **error)
{
  g_autoptr (TagaEdits) edits = create_edits (table);
  const TagaValue empty = TAGA_VALUE_INIT;
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  TagaGridRange range;

  *n_left = 0;
  if (!taga_grid_get_range (taga_record_table_get_grid (table), &range))
    return g_steal_pointer (&edits);

  for (guint column = range.first_column; column <= range.last_column; column++)
    {
      guint field;

      if (get_field (table, column, &field)->flags & (TAGA_FIELD_COMPUTED | TAGA_FIELD_REQUIRED))
        *n_left += 1;
      else
        g_array_append_val (fields, field);
    }

  for (guint row = range.first_row; row <= range.last_row; row++)
    {
      taga_edits_change (edits, get_id (table, row));
      for (guint i = 0; i < fields->len; i++)
        taga_edits_put (edits, g_array_index (fields, guint, i), &empty);
    }

  if (fields->len > 0)
    return g_steal_pointer (&edits);

  refuse (error, _ ("Names and computed cells cannot be emptied. To take an asset out of the "
                    "register, retire or remove it."));
  return NULL;
}

/**
 * taga_table_edits_remove:
 * @table: a table
 *
 * Removes the records in the selected rows.
 *
 * Returns: (transfer full): the edits
 */
TagaEdits *
taga_table_edits_remove (TagaRecordTable *table)
{
  g_autoptr (GArray) ids = taga_record_table_list_selected (table);
  TagaEdits *edits = create_edits (table);

  for (guint i = 0; i < ids->len; i++)
    taga_edits_remove (edits, g_array_index (ids, gint64, i));

  return edits;
}

/* Takes a text as a cell takes it that is typed into. */
static gboolean
put_text (TagaRecordTable *table,
          TagaEdits *edits,
          const TagaField *field,
          guint index,
          const char *text,
          GError **error)
{
  g_auto (TagaValue) value = TAGA_VALUE_INIT;

  if (!taga_value_text_parse (taga_record_table_get_store (table), field, text, &value, error))
    return FALSE;

  taga_edits_put (edits, index, &value);
  return TRUE;
}

/* The value of one cell goes into another: as it is where both say the same kind of thing, and else
 * as the text that stands there. */
static gboolean
copy_cell (TagaRecordTable *table,
           TagaEdits *edits,
           TagaRecord *source,
           guint source_column,
           guint target_column,
           GError **error)
{
  guint from, to;
  const TagaField *source_field = get_field (table, source_column, &from);
  const TagaField *target_field = get_field (table, target_column, &to);
  const TagaValue *value = taga_record_get_value (source, from);
  g_autofree char *text = NULL;

  if (target_field->flags & TAGA_FIELD_COMPUTED)
    return TRUE;

  if (source_field->kind == target_field->kind
      && g_strcmp0 (source_field->domain, target_field->domain) == 0)
    {
      taga_edits_put (edits, to, value);
      return TRUE;
    }

  text = taga_value_text_format (taga_record_table_get_store (table), source_field, value);
  return put_text (table, edits, target_field, to, text, error);
}

static guint
wrap (guint place, guint first, guint last)
{
  guint n = last - first + 1;

  return place >= first ? first + (place - first) % n : last - (first - place - 1) % n;
}

/**
 * taga_table_edits_fill:
 * @table: a table
 * @source: cells to copy
 * @target: cells to fill, in which the source may lie
 * @error: return location for an error
 *
 * Fills cells with copies of others, again and again in all directions. Values are repeated as they
 * are: in a register, a number that counts on or a date that runs on is hardly ever meant.
 *
 * Returns: (transfer full) (nullable): the edits, or `NULL` with `TAGA_STORE_ERROR_INVALID` if a
 *   value does not fit its column
 */
TagaEdits *
taga_table_edits_fill (TagaRecordTable *table,
                       const TagaGridRange *source,
                       const TagaGridRange *target,
                       GError **error)
{
  g_autoptr (TagaEdits) edits = create_edits (table);
  GListModel *model = G_LIST_MODEL (taga_record_table_get_list (table));

  for (guint row = target->first_row; row <= target->last_row; row++)
    {
      guint from_row = wrap (row, source->first_row, source->last_row);
      g_autoptr (TagaRecord) record = g_list_model_get_item (model, from_row);

      taga_edits_change (edits, get_id (table, row));
      for (guint column = target->first_column; column <= target->last_column; column++)
        {
          guint from_column = wrap (column, source->first_column, source->last_column);

          if (from_row == row && from_column == column)
            continue;
          if (!copy_cell (table, edits, record, from_column, column, error))
            return NULL;
        }
    }

  return g_steal_pointer (&edits);
}

/**
 * taga_table_edits_fill_text:
 * @table: a table
 * @text: a text that was entered
 * @error: return location for an error
 *
 * Enters a text into each selected cell.
 *
 * Returns: (transfer full) (nullable): the edits, or `NULL` with an error that says why a column
 *   does not take the text
 */
TagaEdits *
taga_table_edits_fill_text (TagaRecordTable *table, const char *text, GError **error)
{
  g_autoptr (TagaEdits) edits = create_edits (table);
  TagaGridRange range;

  if (!taga_grid_get_range (taga_record_table_get_grid (table), &range))
    return g_steal_pointer (&edits);

  for (guint row = range.first_row; row <= range.last_row; row++)
    {
      taga_edits_change (edits, get_id (table, row));
      for (guint column = range.first_column; column <= range.last_column; column++)
        {
          guint field;
          const TagaField *known = get_field (table, column, &field);

          if (!(known->flags & TAGA_FIELD_COMPUTED)
              && !put_text (table, edits, known, field, text, error))
            return NULL;
        }
    }

  return g_steal_pointer (&edits);
}
