#include "taga-distinct.h"

#include "taga-row.h"
#include "taga-store-private.h"

/**
 * taga_distinct_list:
 * @store: a store
 * @type: a record type
 * @field: a text field of it
 * @limit: how many values at most
 * @func: hears of each value, the most frequent first, then in the order of their characters
 * @user_data: data for @func
 * @error: return location for an error
 *
 * Lists the values that a field has in the whole register, for completion and for filters.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_distinct_list (TagaStore *store,
                    GType type,
                    guint field,
                    guint limit,
                    TagaDistinctFunc func,
                    gpointer user_data,
                    GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autoptr (GString) column = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *sql = NULL;
  gboolean has_row;

  g_return_val_if_fail (taga_field_is_text (&klass->fields[field]), FALSE);

  taga_row_append_column (column, &klass->fields[field]);
  sql = g_strdup_printf ("SELECT %s, count (*) FROM \"%s\" WHERE %s <> '' GROUP BY 1 "
                         "ORDER BY 2 DESC, 1 LIMIT %u",
                         column->str, klass->table, column->str, limit);
  stmt = taga_database_prepare (store->db, sql, error);
  if (stmt == NULL)
    return FALSE;

  for (;;)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      func (taga_row_guard ((const char *) sqlite3_column_text (stmt, 0)),
            (guint) sqlite3_column_int64 (stmt, 1), user_data);
    }
}
