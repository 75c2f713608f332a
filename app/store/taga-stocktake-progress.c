#include "taga-stocktake-progress.h"

#include "taga-stocktake-item.h"
#include "taga-store-private.h"

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
  GPtrArray *rows;     /* (element-type TagaStocktakeProgress) */
  GHashTable *by_name; /* department -> its row */
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

static const char *
peek_text (sqlite3_stmt *stmt, int column)
{
  return taga_row_guard ((const char *) sqlite3_column_text (stmt, column));
}

/* Department, state, whether the asset needs an answer, whether it was sent, whether it was
 * answered (an open one that was is one whose answer was not taken over), and how many. An asset
 * that was retired or removed while the stock-taking is open needs none any more; what a closed one
 * says stays as it was. */
static gboolean
count_items (Counting *counting, TagaStore *store, gint64 run, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT coalesce (i.department, ''), i.state,"
      " s.closed_on IS NOT NULL OR (a.id IS NOT NULL AND a.retired_on IS NULL),"
      " i.sent_on IS NOT NULL, i.checked_on IS NOT NULL, count (*)"
      " FROM stocktake_item i JOIN stocktake s ON s.id = i.stocktake"
      " LEFT JOIN asset a ON a.id = i.asset WHERE i.stocktake = ? GROUP BY 1, 2, 3, 4, 5",
      error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, run);
  while (taga_database_step (stmt, &has_row, error) && has_row)
    {
      TagaStocktakeProgress *row = get_row (counting, peek_text (stmt, 0));
      const char *state = peek_text (stmt, 1);
      guint n = (guint) sqlite3_column_int64 (stmt, 5);

      row->n_items += n;
      if (g_str_equal (state, "confirmed"))
        row->n_confirmed += n;
      else if (g_str_equal (state, "changed"))
        row->n_changed += n;
      else if (g_str_equal (state, "retired") || !sqlite3_column_int (stmt, 2))
        row->n_retired += n;
      else
        {
          row->n_open += n;
          row->n_sent += sqlite3_column_int (stmt, 3) ? n : 0;
          row->n_refused += sqlite3_column_int (stmt, 4) ? n : 0;
        }
    }

  return !has_row;
}

static gboolean
count_new (Counting *counting, TagaStore *store, gint64 run, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT coalesce (department, ''), count (*) FROM asset WHERE retired_on IS NULL"
      " AND EXISTS (SELECT 1 FROM stocktake WHERE id = ?1 AND closed_on IS NULL)"
      " AND id NOT IN (SELECT asset FROM stocktake_item WHERE stocktake = ?1) GROUP BY 1",
      error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, run);
  while (taga_database_step (stmt, &has_row, error) && has_row)
    {
      TagaStocktakeProgress *row = g_hash_table_lookup (counting->by_name, peek_text (stmt, 0));

      if (row != NULL)
        row->n_new += (guint) sqlite3_column_int64 (stmt, 1);
    }

  return !has_row;
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
  Counting counting = { rows, by_name };

  if (!count_items (&counting, store, run, error) || !count_new (&counting, store, run, error))
    return NULL;

  g_ptr_array_sort (rows, compare_rows);

  return g_steal_pointer (&rows);
}

/**
 * taga_stocktake_list_refused:
 * @store: a company file
 * @run: a stock-taking
 * @error: return location for an error
 *
 * Lists the assets in use whose department answered, but whose answer was not taken over.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): their names in the register, or `NULL`
 *   with any [error@StoreError]
 */
GPtrArray *
taga_stocktake_list_refused (TagaStore *store, gint64 run, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT a.name FROM stocktake_item i JOIN asset a ON a.id = i.asset WHERE i.stocktake = ?"
      " AND i.state = 'open' AND i.checked_on IS NOT NULL AND a.retired_on IS NULL ORDER BY i.id",
      error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, run);
  while (taga_database_step (stmt, &has_row, error) && has_row)
    g_ptr_array_add (names, g_strdup (peek_text (stmt, 0)));

  return has_row ? NULL : g_steal_pointer (&names);
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
      sum->n_refused += row->n_refused;
      sum->n_sent += row->n_sent;
      sum->n_new += row->n_new;
    }
}
