#include "taga-stocktake-progress.h"

#include "taga-asset.h"
#include "taga-stocktake-item.h"

/**
 * taga_stocktake_open_items:
 * @store: a company file
 * @run: a stock-taking
 * @error: return location for an error
 *
 * Starts reading the items of a stock-taking.
 *
 * Returns: (transfer full) (nullable): the cursor, or `NULL` with any [error@StoreError]
 */
TagaCursor *
taga_stocktake_open_items (TagaStore *store, gint64 run, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  TagaFilter *filter = taga_filter_new (TAGA_STOCKTAKE_ITEM_STOCKTAKE);

  filter->keys = g_new0 (char *, 2);
  filter->keys[0] = g_strdup_printf ("%" G_GINT64_FORMAT, run);
  taga_query_set_filter (query, filter);

  return taga_cursor_new (store, TAGA_TYPE_STOCKTAKE_ITEM, query, error);
}

typedef struct
{
  GPtrArray *rows;         /* (element-type TagaStocktakeProgress) */
  GHashTable *by_name;     /* department -> its row */
  GHashTable *departments; /* asset in use -> its department now, owned */
} Counting;

static void
free_row (gpointer data)
{
  TagaStocktakeProgress *row = data;

  g_free (row->department);
  g_free (row);
}

static TagaStocktakeProgress *
get_row (Counting *counting, const char *department)
{
  TagaStocktakeProgress *row = g_hash_table_lookup (counting->by_name, department);

  if (row == NULL)
    {
      row = g_new0 (TagaStocktakeProgress, 1);
      row->department = g_strdup (department);
      g_ptr_array_add (counting->rows, row);
      g_hash_table_insert (counting->by_name, row->department, row);
    }

  return row;
}

static gboolean
collect_assets (Counting *counting, TagaStore *store, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  query->scope = TAGA_SCOPE_IN_USE;
  cursor = taga_cursor_new (store, TAGA_TYPE_ASSET, query, error);
  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (has_row)
        {
          const char *name = values[TAGA_ASSET_DEPARTMENT].text;

          g_hash_table_insert (counting->departments, g_memdup2 (&id, sizeof id),
                               g_strdup (name == NULL ? "" : name));
        }
    }

  return cursor != NULL;
}

/* An asset that was retired or removed meanwhile needs no answer any more. */
static void
count_item (TagaStocktakeProgress *row, const TagaValue *values, gboolean in_use)
{
  const char *state = values[TAGA_STOCKTAKE_ITEM_STATE].text;

  row->n_items++;
  if (g_strcmp0 (state, "confirmed") == 0)
    row->n_confirmed++;
  else if (g_strcmp0 (state, "changed") == 0)
    row->n_changed++;
  else if (g_strcmp0 (state, "retired") == 0 || !in_use)
    row->n_retired++;
  else
    {
      row->n_open++;
      row->n_sent += values[TAGA_STOCKTAKE_ITEM_SENT_ON].text != NULL;
    }
}

static gboolean
count_items (Counting *counting, TagaStore *store, gint64 run, GError **error)
{
  g_autoptr (TagaCursor) cursor = taga_stocktake_open_items (store, run, error);
  const TagaValue *values;
  gboolean has_row = TRUE;

  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, NULL, &values, &has_row, error))
        return FALSE;
      if (has_row)
        {
          const char *name = values[TAGA_STOCKTAKE_ITEM_DEPARTMENT].text;
          gint64 asset = values[TAGA_STOCKTAKE_ITEM_ASSET].number;

          count_item (get_row (counting, name == NULL ? "" : name), values,
                      g_hash_table_contains (counting->departments, &asset));
          g_hash_table_remove (counting->departments, &asset);
        }
    }

  return cursor != NULL;
}

static void
count_new (Counting *counting)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, counting->departments);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    {
      TagaStocktakeProgress *row = g_hash_table_lookup (counting->by_name, name);

      if (row != NULL)
        row->n_new++;
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const char *one = (*(const TagaStocktakeProgress *const *) a)->department;
  const char *other = (*(const TagaStocktakeProgress *const *) b)->department;

  if (*one == '\0' || *other == '\0')
    return (*one == '\0') - (*other == '\0');

  return g_utf8_collate (one, other);
}

/**
 * taga_stocktake_get_progress:
 * @store: a company file
 * @run: a stock-taking
 * @error: return location for an error
 *
 * Counts how far each department of a stock-taking is.
 *
 * Returns: (transfer full) (nullable) (element-type TagaStocktakeProgress): by the departments'
 *   names, or `NULL` with any [error@StoreError]
 */
GPtrArray *
taga_stocktake_get_progress (TagaStore *store, gint64 run, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) departments =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Counting counting = { rows, by_name, departments };

  if (!collect_assets (&counting, store, error) || !count_items (&counting, store, run, error))
    return NULL;

  count_new (&counting);
  g_ptr_array_sort (rows, compare_rows);

  return g_steal_pointer (&rows);
}

/**
 * taga_stocktake_sum_progress:
 * @progress: (element-type TagaStocktakeProgress): the departments
 * @sum: (out caller-allocates): all of them together; it has no name
 *
 * Adds the departments up.
 */
void
taga_stocktake_sum_progress (GPtrArray *progress, TagaStocktakeProgress *sum)
{
  *sum = (TagaStocktakeProgress){ NULL };

  for (guint i = 0; i < progress->len; i++)
    {
      const TagaStocktakeProgress *row = g_ptr_array_index (progress, i);

      sum->n_items += row->n_items;
      sum->n_open += row->n_open;
      sum->n_confirmed += row->n_confirmed;
      sum->n_changed += row->n_changed;
      sum->n_retired += row->n_retired;
      sum->n_sent += row->n_sent;
      sum->n_new += row->n_new;
    }
}
