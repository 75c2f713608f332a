#include "taga-stocktake-run.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-stocktake-item.h"
#include "taga-stocktake-progress.h"
#include "taga-stocktake.h"
#include "taga-store-private.h"

/* Letters of the code by which a workbook knows its stock-taking. */
#define CODE_LENGTH 8

static void
free_department (gpointer data)
{
  TagaStocktakeDepartment *department = data;

  g_free (department->name);
  g_free (department);
}

static int
compare_departments (gconstpointer a, gconstpointer b)
{
  const TagaStocktakeDepartment *one = *(const TagaStocktakeDepartment *const *) a;
  const TagaStocktakeDepartment *other = *(const TagaStocktakeDepartment *const *) b;

  /* What belongs to nobody comes last. */
  if (*one->name == '\0' || *other->name == '\0')
    return (*one->name == '\0') - (*other->name == '\0');

  return g_utf8_collate (one->name, other->name);
}

static TagaCursor *
open_assets (TagaStore *store, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();

  query->scope = TAGA_SCOPE_IN_USE;
  return taga_cursor_new (store, TAGA_TYPE_ASSET, query, error);
}

static const char *
get_department (const TagaValue *values)
{
  const char *name = values[TAGA_ASSET_DEPARTMENT].text;

  return name == NULL ? "" : name;
}

/**
 * taga_stocktake_list_departments:
 * @store: a company file
 * @error: return location for an error
 *
 * Lists the departments that are in charge of assets in use, and how many assets each.
 *
 * Returns: (transfer full) (nullable) (element-type TagaStocktakeDepartment): by name, what belongs
 *   to no department last; or `NULL` with any [error@StoreError]
 */
GPtrArray *
taga_stocktake_list_departments (TagaStore *store, GError **error)
{
  g_autoptr (GPtrArray) departments = g_ptr_array_new_with_free_func (free_department);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT coalesce (department, ''), count (*) FROM asset WHERE retired_on IS NULL GROUP BY 1",
      error);
  gboolean has_row = TRUE;

  while (stmt != NULL && taga_database_step (stmt, &has_row, error) && has_row)
    {
      TagaStocktakeDepartment *department = g_new0 (TagaStocktakeDepartment, 1);

      department->name = g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 0)));
      department->n_assets = (guint) sqlite3_column_int64 (stmt, 1);
      g_ptr_array_add (departments, department);
    }
  if (has_row)
    return NULL;

  g_ptr_array_sort (departments, compare_departments);
  return g_steal_pointer (&departments);
}

/**
 * taga_stocktake_find_open:
 * @store: a company file
 * @error: return location for an error
 *
 * Finds the stock-taking that is under way.
 *
 * Returns: its number, 0 if none is, or -1 with any [error@StoreError]
 */
gint64
taga_stocktake_find_open (TagaStore *store, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  TagaFilter *filter = taga_filter_new (TAGA_STOCKTAKE_CLOSED_ON);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 found = 0;

  filter->blank = 1;
  taga_query_set_filter (query, filter);
  cursor = taga_cursor_new (store, TAGA_TYPE_STOCKTAKE, query, error);

  /* Should there be several, by the command line, the last one counts. */
  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, &found, &values, &has_row, error))
        return -1;
    }

  return cursor == NULL ? -1 : found;
}

/**
 * taga_stocktake_require_open:
 * @store: a company file
 * @error: return location for an error
 *
 * Finds the stock-taking that is under way, for what cannot be done without one.
 *
 * Returns: its number, or 0 with `TAGA_STORE_ERROR_NOT_FOUND` or any other [error@StoreError]
 */
gint64
taga_stocktake_require_open (TagaStore *store, GError **error)
{
  gint64 run = taga_stocktake_find_open (store, error);

  if (run == 0)
    g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                         _ ("No stock-taking is under way. Start one first."));

  return MAX (run, 0);
}

/**
 * taga_stocktake_insert_item:
 * @store: a company file, in a step
 * @run: the stock-taking
 * @asset: an asset's number
 * @values: the asset's values, by [enum@AssetField]
 * @item: (out) (optional): the item's number
 * @error: return location for an error
 *
 * Makes an asset part of a stock-taking. Nobody has checked it yet.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]; then the step has to be rolled back
 */
gboolean
taga_stocktake_insert_item (TagaStore *store,
                            gint64 run,
                            gint64 asset,
                            const TagaValue *values,
                            gint64 *item,
                            GError **error)
{
  TagaValue own[TAGA_STOCKTAKE_ITEM_N_FIELDS];

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    own[i] = (TagaValue) TAGA_VALUE_INIT;
  own[TAGA_STOCKTAKE_ITEM_STOCKTAKE].number = run;
  own[TAGA_STOCKTAKE_ITEM_ASSET].number = asset;
  own[TAGA_STOCKTAKE_ITEM_NAME].text = values[TAGA_ASSET_NAME].text;
  own[TAGA_STOCKTAKE_ITEM_DEPARTMENT].text = values[TAGA_ASSET_DEPARTMENT].text;
  own[TAGA_STOCKTAKE_ITEM_STATE].text = (char *) "open";

  return taga_store_insert (store, TAGA_TYPE_STOCKTAKE_ITEM, own, item, error);
}

/**
 * taga_stocktake_index_items:
 * @store: a company file
 * @run: a stock-taking
 * @error: return location for an error
 *
 * Finds out which assets are part of a stock-taking.
 *
 * Returns: (transfer full) (nullable): the numbers of the items, by the numbers of their assets, as
 *   #gint64; or `NULL` with any [error@StoreError]
 */
GHashTable *
taga_stocktake_index_items (TagaStore *store, gint64 run, GError **error)
{
  g_autoptr (GHashTable) index =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (TagaCursor) cursor = taga_stocktake_open_items (store, run, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  if (cursor == NULL)
    return NULL;

  while (has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (has_row)
        g_hash_table_insert (index,
                             g_memdup2 (&values[TAGA_STOCKTAKE_ITEM_ASSET].number, sizeof (gint64)),
                             g_memdup2 (&id, sizeof id));
    }

  return g_steal_pointer (&index);
}

/* Whether an asset takes part: the departments are chosen, or have assets in it already. */
typedef struct
{
  const char *const *departments; /* (nullable): `NULL` for all */
  GHashTable *items;              /* (nullable): those that are part of it already */
  GHashTable *known;              /* (nullable): departments that take part */
} Choice;

static gboolean
is_chosen (const Choice *choice, gint64 asset, const TagaValue *values)
{
  const char *department = get_department (values);

  if (choice->items != NULL && g_hash_table_contains (choice->items, &asset))
    return FALSE;
  if (choice->known != NULL)
    return g_hash_table_contains (choice->known, department);

  return choice->departments == NULL || g_strv_contains (choice->departments, department);
}

static gboolean
insert_items (TagaStore *store,
              gint64 run,
              const Choice *choice,
              GCancellable *cancellable,
              guint *n,
              GError **error)
{
  g_autoptr (TagaCursor) cursor = open_assets (store, error);
  const TagaValue *values;
  gboolean has_row;
  gint64 asset;

  *n = 0;
  if (cursor == NULL)
    return FALSE;

  while (TRUE)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !taga_cursor_next (cursor, &asset, &values, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!is_chosen (choice, asset, values))
        continue;
      if (!taga_stocktake_insert_item (store, run, asset, values, NULL, error))
        return FALSE;
      (*n)++;
    }
}

static gboolean
insert_run (TagaStore *store, const char *due, gint64 *run, GError **error)
{
  g_autofree char *today = taga_date_today ();
  g_autofree char *code = g_uuid_string_random ();
  g_autofree char *name = NULL;
  g_auto (GStrv) day = g_strsplit (today, "-", 3);
  TagaValue values[TAGA_STOCKTAKE_N_FIELDS];

  /* Translators: the name of a stock-taking; year and month in which it began */
  name = g_strdup_printf (_ ("Stock-taking of %1$s-%2$s"), day[0], day[1]);
  code[CODE_LENGTH] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (TagaValue) TAGA_VALUE_INIT;
  values[TAGA_STOCKTAKE_NAME].text = name;
  values[TAGA_STOCKTAKE_STARTED_ON].text = today;
  values[TAGA_STOCKTAKE_DUE_ON].text = (char *) due;
  values[TAGA_STOCKTAKE_CODE].text = code;

  return taga_store_insert (store, TAGA_TYPE_STOCKTAKE, values, run, error);
}

static gboolean
check_none_open (TagaStore *store, GError **error)
{
  gint64 run = taga_stocktake_find_open (store, error);

  if (run > 0)
    g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_EXISTS,
                         _ ("A stock-taking is under way already. Close it before you start "
                            "another."));

  return run == 0;
}

/* A name that was misspelt must not go by without a word. */
static gboolean
check_departments (TagaStore *store, const char *const *names, GError **error)
{
  g_autoptr (GPtrArray) departments = NULL;

  if (names == NULL)
    return TRUE;

  departments = taga_stocktake_list_departments (store, error);
  for (guint i = 0; departments != NULL && names[i] != NULL; i++)
    {
      gboolean is_known = FALSE;

      for (guint j = 0; j < departments->len; j++)
        is_known =
            is_known
            || g_str_equal (((TagaStocktakeDepartment *) g_ptr_array_index (departments, j))->name,
                            names[i]);
      if (!is_known)
        {
          g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                       _ ("No asset in use belongs to the department “%s”."), names[i]);
          return FALSE;
        }
    }

  return departments != NULL;
}

static gboolean
check_any (guint n, GError **error)
{
  if (n == 0)
    g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                         _ ("There are no assets in use to take stock of. Choose departments that "
                            "have some."));

  return n > 0;
}

/**
 * taga_stocktake_start:
 * @store: a company file
 * @due: (nullable): by when the departments shall answer, ISO 8601
 * @departments: (nullable) (array zero-terminated=1): which ones, "" for assets of none; `NULL` for
 *   all
 * @cancellable: (nullable): to stop it
 * @id: (out) (optional): the stock-taking's number
 * @error: return location for an error
 *
 * Starts a stock-taking of the assets in use, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_EXISTS` if one is under way,
 *   `TAGA_STORE_ERROR_NOT_FOUND` if there are no such assets, `G_IO_ERROR_CANCELLED` or any other
 *   [error@StoreError], and nothing changed
 */
gboolean
taga_stocktake_start (TagaStore *store,
                      const char *due,
                      const char *const *departments,
                      GCancellable *cancellable,
                      gint64 *id,
                      GError **error)
{
  const Choice choice = { departments, NULL, NULL };
  gint64 run;
  guint n;

  if (!check_none_open (store, error) || !check_departments (store, departments, error)
      || !taga_store_begin (store, _ ("Start a stock-taking"), error))
    return FALSE;

  if (!insert_run (store, due, &run, error)
      || !insert_items (store, run, &choice, cancellable, &n, error) || !check_any (n, error))
    {
      taga_store_rollback (store);
      return FALSE;
    }

  if (id != NULL)
    *id = run;
  return taga_store_commit (store, error);
}

static GHashTable *
collect_departments (TagaStore *store, gint64 run, GError **error)
{
  g_autoptr (GPtrArray) progress = taga_stocktake_get_progress (store, run, error);
  g_autoptr (GHashTable) names = NULL;

  if (progress == NULL)
    return NULL;

  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < progress->len; i++)
    {
      const TagaStocktakeProgress *row = g_ptr_array_index (progress, i);

      g_hash_table_add (names, g_strdup (row->department));
    }

  return g_steal_pointer (&names);
}

/**
 * taga_stocktake_add_new:
 * @store: a company file
 * @n_added: (out) (optional): how many were added
 * @error: return location for an error
 *
 * Makes the assets that were entered after the start part of the open stock-taking, as one step, as
 * far as their department takes part.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOT_FOUND` if no stock-taking is under way or
 *   nothing is to be added, or any other [error@StoreError], and nothing changed
 */
gboolean
taga_stocktake_add_new (TagaStore *store, guint *n_added, GError **error)
{
  gint64 run = taga_stocktake_require_open (store, error);
  g_autoptr (GHashTable) items = NULL;
  g_autoptr (GHashTable) known = NULL;
  Choice choice = { NULL, NULL, NULL };
  guint n;

  if (run == 0)
    return FALSE;

  choice.items = items = taga_stocktake_index_items (store, run, error);
  choice.known = known = items == NULL ? NULL : collect_departments (store, run, error);
  if (known == NULL || !taga_store_begin (store, _ ("Add assets to the stock-taking"), error))
    return FALSE;

  if (!insert_items (store, run, &choice, NULL, &n, error) || !check_any (n, error))
    {
      taga_store_rollback (store);
      return FALSE;
    }

  if (n_added != NULL)
    *n_added = n;
  return taga_store_commit (store, error);
}

/**
 * taga_stocktake_close:
 * @store: a company file
 * @error: return location for an error
 *
 * Closes the open stock-taking, as one step. What was not checked stays marked so.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOT_FOUND` if none is under way, or any other
 *   [error@StoreError], and nothing changed
 */
gboolean
taga_stocktake_close (TagaStore *store, GError **error)
{
  const guint field = TAGA_STOCKTAKE_CLOSED_ON;
  g_autofree char *today = taga_date_today ();
  const TagaValue value = { today, TAGA_UNKNOWN };
  gint64 run = taga_stocktake_require_open (store, error);

  if (run == 0 || !taga_store_begin (store, _ ("Close the stock-taking"), error))
    return FALSE;

  if (!taga_store_update (store, TAGA_TYPE_STOCKTAKE, run, &field, &value, 1, error))
    {
      taga_store_rollback (store);
      return FALSE;
    }

  return taga_store_commit (store, error);
}
