#include "taga-advice-private.h"

#include "taga-action.h"
#include "taga-measure-keys.h"
#include "taga-measure.h"
#include "taga-store-private.h"

/* What the advice takes from the file, and the measure that it puts there. */

/**
 * taga_advice_facts_clear:
 * @self: the facts
 *
 * Frees what the facts hold. It is for the advice's own sources.
 */
void
taga_advice_facts_clear (TagaAdviceFacts *self)
{
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->costs, g_hash_table_unref);
  g_clear_pointer (&self->planned, g_hash_table_unref);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
}

static void
free_measure (gpointer data)
{
  g_free (((TagaAdviceMeasure *) data)->name);
  g_free (data);
}

static gboolean
load_costs (TagaAdviceFacts *self, TagaStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT item, cost FROM cost WHERE cost BETWEEN 0 AND 2147483647 AND item IS NOT NULL",
      error);
  gboolean has_row = TRUE;

  while (stmt != NULL && has_row)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (has_row)
        g_hash_table_insert (self->costs, g_strdup ((const char *) sqlite3_column_text (stmt, 0)),
                             GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (stmt, 1)));
    }

  return stmt != NULL;
}

static gboolean
load_planned (TagaAdviceFacts *self, TagaStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      taga_database_prepare (store->db,
                             "SELECT checks, coalesce (name, ''), budget FROM measure "
                             "WHERE checks IS NOT NULL AND status IS NOT 'done' ORDER BY id",
                             error);
  gboolean has_row = TRUE;

  while (stmt != NULL && has_row)
    {
      g_auto (GStrv) keys = NULL;
      TagaAdviceMeasure *measure;

      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      measure = g_new0 (TagaAdviceMeasure, 1);
      g_ptr_array_add (self->measures, measure);
      measure->name = g_strdup ((const char *) sqlite3_column_text (stmt, 1));
      measure->budget = sqlite3_column_type (stmt, 2) == SQLITE_INTEGER
                            ? sqlite3_column_int64 (stmt, 2)
                            : TAGA_UNKNOWN;
      keys = taga_measure_keys_read ((const char *) sqlite3_column_text (stmt, 0));
      for (guint i = 0; keys[i] != NULL; i++)
        if (!g_hash_table_contains (self->planned, keys[i]))
          g_hash_table_insert (self->planned, g_strdup (keys[i]), measure);
    }

  return stmt != NULL;
}

/**
 * taga_advice_facts_load:
 * @self: (out caller-allocates): the facts
 * @store: a store
 * @error: return location for an error
 *
 * Reads what the round and the file say of the check items. It is for the advice's own sources.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_advice_facts_load (TagaAdviceFacts *self, TagaStore *store, GError **error)
{
  self->costs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->planned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->measures = g_ptr_array_new_with_free_func (free_measure);
  self->answers = taga_store_load_answers (store, error);

  return self->answers != NULL && load_costs (self, store, error)
         && load_planned (self, store, error);
}

/**
 * taga_advice_facts_get_cost:
 * @self: the facts
 * @key: key of a check item
 *
 * Gives what it costs to get a check item done. It is for the advice's own sources.
 *
 * Returns: yen, or `TAGA_UNKNOWN` if nobody has entered it
 */
gint64
taga_advice_facts_get_cost (const TagaAdviceFacts *self, const char *key)
{
  gpointer cost;

  if (!g_hash_table_lookup_extended (self->costs, key, NULL, &cost))
    return TAGA_UNKNOWN;

  return (gint64) GPOINTER_TO_SIZE (cost);
}

/**
 * taga_advice_add_measure:
 * @store: a store
 * @name: what the measure is called
 * @checks: (array zero-terminated=1): keys of the check items that it gets done
 * @cost: what it is planned to cost, in yen, or `TAGA_UNKNOWN`
 * @error: return location for an error
 *
 * Makes a measure of advice, as one step: it reduces risks, and nothing of it is done yet.
 *
 * Returns: the measure's number, or 0 with any [error@StoreError] and nothing changed
 */
gint64
taga_advice_add_measure (TagaStore *store,
                         const char *name,
                         const char *const *checks,
                         gint64 cost,
                         GError **error)
{
  TagaValue *values;
  gint64 id = 0;

  g_return_val_if_fail (TAGA_IS_STORE (store), 0);
  g_return_val_if_fail (name != NULL && checks != NULL, 0);

  values = taga_values_new (TAGA_MEASURE_N_FIELDS);
  values[TAGA_MEASURE_NAME].text = g_strdup (name);
  values[TAGA_MEASURE_TREATMENT].text = g_strdup ("reduce");
  values[TAGA_MEASURE_STATUS].text = g_strdup ("todo");
  values[TAGA_MEASURE_BUDGET].number = cost;
  values[TAGA_MEASURE_CHECKS].text =
      taga_measure_keys_write (taga_store_get_edition (store), checks);
  if (!taga_action_add (store, TAGA_TYPE_MEASURE, values, &id, error))
    id = 0;
  taga_values_free (values, TAGA_MEASURE_N_FIELDS);

  return id;
}
