#include "taga-table-insert.h"

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-place.h"

/* New rows between others: empty ones, and copies of rows. */

static guint
find_field (TagaRecordTable *table, const char *name, gboolean *found)
{
  TagaRecordClass *klass = taga_record_class_peek (taga_record_table_get_record_type (table));
  int field = taga_record_class_find_field (klass, name);

  *found = field >= 0;
  return *found ? (guint) field : 0;
}

static void
put_text (TagaRecordTable *table, TagaEdits *edits, const char *name, const char *text)
{
  const TagaValue value = { (char *) text, TAGA_UNKNOWN };
  gboolean found;
  guint field = find_field (table, name, &found);

  if (found)
    taga_edits_put (edits, field, &value);
}

static void
put_today (TagaRecordTable *table, TagaEdits *edits)
{
  g_autofree char *today = taga_date_today ();

  put_text (table, edits, "registered-on", today);
}

static void
put_place (TagaRecordTable *table, TagaEdits *edits, gint64 place)
{
  const TagaValue value = { NULL, place };
  gboolean found;
  guint field = find_field (table, "position", &found);

  if (found)
    taga_edits_put (edits, field, &value);
}

/* Where new rows go; a register whose rows have no place of their own adds them at its end. */
static gboolean
find_places (TagaRecordTable *table,
             gint64 id,
             gboolean after,
             guint n,
             gint64 *first,
             gint64 *distance,
             GError **error)
{
  gboolean found;

  *first = *distance = 0;
  find_field (table, "position", &found);

  return !found
         || taga_place_find (taga_record_table_get_store (table),
                             taga_record_table_get_record_type (table), id, after, n, first,
                             distance, error);
}

/**
 * taga_table_insert_rows:
 * @table: a table with a selection
 * @n: how many rows
 * @error: return location for an error
 *
 * Inserts rows above the selected ones, with a name that is to be replaced.
 *
 * Returns: (transfer full) (nullable): the edits, or `NULL` with any [error@StoreError]
 */
TagaEdits *
taga_table_insert_rows (TagaRecordTable *table, guint n, GError **error)
{
  g_autoptr (TagaEdits) edits = taga_edits_new (taga_record_table_get_record_type (table));
  g_autoptr (GArray) ids = taga_record_table_list_selected (table);
  gint64 place, distance;

  if (ids->len == 0)
    return g_steal_pointer (&edits);

  if (!find_places (table, g_array_index (ids, gint64, 0), FALSE, n, &place, &distance, error))
    return NULL;

  for (guint i = 0; i < n; i++, place += distance)
    {
      taga_edits_add (edits);
      put_text (table, edits, "name", _ ("New asset"));
      put_today (table, edits);
      put_place (table, edits, place);
    }

  return g_steal_pointer (&edits);
}

/* What a copy does not take over: when its original was registered, looked at and retired, and
 * where that stands. */
static gboolean
is_of_its_own (const TagaField *field)
{
  static const char *const names[] = { "registered-on", "reviewed-on", "retired-on", "position",
                                       NULL };

  return (field->flags & TAGA_FIELD_COMPUTED) || g_strv_contains (names, field->name);
}

/* Remarks mostly say where something is kept, which is another place for another medium. */
static gboolean
is_about_medium (const TagaField *field)
{
  return g_str_equal (field->name, "medium") || field->kind == TAGA_FIELD_NOTE;
}

static void
put_copy (TagaRecordTable *table, TagaEdits *edits, TagaRecord *record, const char *medium)
{
  TagaRecordClass *klass = TAGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!is_of_its_own (&klass->fields[i])
        && !(medium != NULL && is_about_medium (&klass->fields[i])))
      taga_edits_put (edits, i, taga_record_get_value (record, i));

  if (medium != NULL)
    put_text (table, edits, "medium", medium);
  put_today (table, edits);
}

static gboolean
has_medium (TagaRecordTable *table, TagaRecord *record, const char *medium)
{
  gboolean found;
  guint field = find_field (table, "medium", &found);

  return medium != NULL && found && g_strcmp0 (taga_record_get_text (record, field), medium) == 0;
}

/**
 * taga_table_insert_copies:
 * @table: a table
 * @medium: (nullable): the medium that the copies are on; `NULL` for that of their originals
 * @n_left_out: (out): how many of the selected rows are on that medium already
 * @error: return location for an error
 *
 * Copies each selected row into a row below it, registered today. What is kept on paper and as data
 * is two rows of the register (guideline, appendix 7).
 *
 * Returns: (transfer full) (nullable): the edits, or `NULL` with any [error@StoreError]
 */
TagaEdits *
taga_table_insert_copies (TagaRecordTable *table,
                          const char *medium,
                          guint *n_left_out,
                          GError **error)
{
  g_autoptr (TagaEdits) edits = taga_edits_new (taga_record_table_get_record_type (table));
  g_autoptr (GArray) ids = taga_record_table_list_selected (table);

  *n_left_out = 0;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (TagaRecord) record =
          taga_store_get_record (taga_record_table_get_store (table),
                                 taga_record_table_get_record_type (table), id, error);
      gint64 place, distance;

      if (record == NULL || !find_places (table, id, TRUE, 1, &place, &distance, error))
        return NULL;

      if (has_medium (table, record, medium))
        {
          *n_left_out += 1;
          continue;
        }
      taga_edits_add (edits);
      put_copy (table, edits, record, medium);
      put_place (table, edits, place);
    }

  return g_steal_pointer (&edits);
}
