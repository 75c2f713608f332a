#include "taga-value-counts.h"

#include "taga-store-private.h"
#include "taga-text.h"

/* Which values a column has, so that who filters can choose among them. */

static void
free_count (gpointer data)
{
  TagaValueCount *self = data;

  g_free (self->key);
  g_free (self);
}

/* The other columns' filters hold; this one's is what is being chosen. */
static TagaQuery *
create_query (const TagaQuery *query, guint field, const char *contains)
{
  TagaQuery *others = taga_query_copy (query);

  taga_query_clear_filter (others, field);
  g_array_set_size (others->sorts, 0);
  if (contains != NULL && *contains != '\0')
    {
      TagaFilter *filter = taga_filter_new (field);

      filter->contains = taga_text_fold (contains);
      taga_query_set_filter (others, filter);
    }

  return others;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const TagaValueCount *first = *(TagaValueCount *const *) a;
  const TagaValueCount *second = *(TagaValueCount *const *) b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;

  return g_strcmp0 (first->key, second->key);
}

static char *
read_key (sqlite3_stmt *stmt, const TagaField *field)
{
  const char *text = taga_row_guard ((const char *) sqlite3_column_text (stmt, 0));

  if (field->kind == TAGA_FIELD_MARK)
    return g_strdup (sqlite3_column_int64 (stmt, 0) > 0 ? "1" : "0");

  return g_strdup (text == NULL ? "" : text);
}

/* Counted here rather than by the file: it would sort all rows to group them. */
static gboolean
count_rows (sqlite3_stmt *stmt, const TagaField *field, GHashTable *counts, GError **error)
{
  gboolean has_row = TRUE;

  for (;;)
    {
      g_autofree char *key = NULL;
      TagaValueCount *count;

      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      key = read_key (stmt, field);
      count = g_hash_table_lookup (counts, key);
      if (count == NULL)
        {
          count = g_new0 (TagaValueCount, 1);
          count->key = g_steal_pointer (&key);
          g_hash_table_insert (counts, count->key, count);
        }
      count->n++;
    }
}

/**
 * taga_value_counts:
 * @store: a store
 * @type: a record type
 * @query: which records; what it says of @field does not count
 * @field: a field
 * @contains: (nullable): what the values must contain
 * @max: how many values are wanted at most
 * @error: return location for an error
 *
 * Counts how often each value stands in a column, the most frequent first.
 *
 * Returns: (transfer full) (nullable) (element-type TagaValueCount): the values, one more than @max
 *   if there are more than that; or `NULL` with any [error@StoreError]
 */
GPtrArray *
taga_value_counts (TagaStore *store,
                   GType type,
                   const TagaQuery *query,
                   guint field,
                   const char *contains,
                   guint max,
                   GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autoptr (TagaQuery) others = create_query (query, field, contains);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) column = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  GPtrArray *counts;
  GHashTableIter iter;
  gpointer value;
  gboolean done;

  taga_row_append_column (column, &klass->fields[field]);
  stmt = taga_row_prepare_query (store->db, klass, others, store->edition, column->str, error);
  done = stmt != NULL && count_rows (stmt, &klass->fields[field], found, error);

  counts = g_ptr_array_new_with_free_func (free_count);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (counts, value);
  g_ptr_array_sort (counts, compare_counts);
  if (counts->len > max)
    g_ptr_array_set_size (counts, (int) max + 1);

  if (!done)
    g_clear_pointer (&counts, g_ptr_array_unref);
  return counts;
}

/**
 * taga_value_counts_find:
 * @counts: (element-type TagaValueCount): counts
 * @key: a value
 *
 * Tells how often a value was counted.
 *
 * Returns: how often; 0 if it is none of the values
 */
guint
taga_value_counts_find (GPtrArray *counts, const char *key)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const TagaValueCount *count = g_ptr_array_index (counts, i);

      if (g_str_equal (count->key, key))
        return count->n;
    }

  return 0;
}
