#include "taga-overview.h"

#include "taga-asset.h"
#include "taga-store-private.h"
#include "taga-text.h"
#include "taga-value-counts.h"
#include "taga-views.h"

/* What home shows besides the ladder: the last two rounds, what is due, and what it costs. */

static void
free_due (gpointer data)
{
  TagaDue *self = data;

  g_free (self->name);
  g_free (self->owner);
  g_free (self->day);
  g_free (self);
}

/* How many risks there are in each band of a round: as they were sealed, or as they are now. Of
 * another round that is open nobody knows, as assets go by the one in use. */
static gboolean
count_sealed (TagaStore *store, TagaOverviewRound *round, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db, "SELECT band, count (*) FROM sealed_asset WHERE round = ? GROUP BY band", error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round->id);
  for (;;)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      for (guint i = 0; i < TAGA_MAX_BANDS; i++)
        if (g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), taga_band_to_key (i)) == 0)
          round->bands[i] = (guint) sqlite3_column_int (stmt, 1);
      round->has_bands = TRUE;
    }
}

static gboolean
count_now (TagaStore *store, TagaOverviewRound *round, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (GPtrArray) counts = NULL;

  query->scope = TAGA_SCOPE_IN_USE;
  counts = taga_value_counts (store, TAGA_TYPE_ASSET, query, TAGA_ASSET_BAND, NULL, TAGA_MAX_BANDS,
                              error);
  if (counts == NULL)
    return FALSE;

  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    {
      round->bands[i] = taga_value_counts_find (counts, taga_band_to_key (i));
      round->has_bands = round->has_bands || round->bands[i] > 0;
    }

  return TRUE;
}

static gboolean
read_round (TagaStore *store, TagaOverviewRound *round, gboolean is_sealed, GError **error)
{
  round->axes = taga_axis_values_read (store, round->id, error);
  if (round->axes == NULL)
    return FALSE;

  for (guint i = 0; i < round->axes->n; i++)
    round->has_axes = round->has_axes || round->axes->values[i].score != TAGA_UNKNOWN;

  if (is_sealed)
    return count_sealed (store, round, error);

  return round->id != taga_store_get_round (store) || count_now (store, round, error);
}

/* The newest by their days, as a round of the time before may be entered later; one without a day
 * is under way. The newest is read first, and stands last. */
static gboolean
read_rounds (TagaOverview *self, TagaStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      taga_database_prepare (store->db,
                             "SELECT id, name, sealed_on IS NOT NULL FROM round "
                             "ORDER BY coalesce (date, '9999') DESC, id DESC LIMIT 2",
                             error);
  gboolean is_sealed[TAGA_OVERVIEW_ROUNDS];
  gboolean has_row = TRUE;

  for (guint i = TAGA_OVERVIEW_ROUNDS; stmt != NULL && i > 0; i--)
    {
      TagaOverviewRound *round = &self->rounds[i - 1];

      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      round->id = sqlite3_column_int64 (stmt, 0);
      round->name = taga_text_clean (taga_row_guard ((const char *) sqlite3_column_text (stmt, 1)),
                                     -1, FALSE);
      is_sealed[i - 1] = sqlite3_column_int (stmt, 2) != 0;
      self->n_rounds++;
    }
  if (stmt == NULL)
    return FALSE;

  if (self->n_rounds == 1)
    {
      self->rounds[0] = self->rounds[1];
      self->rounds[1] = (TagaOverviewRound){ 0 };
      is_sealed[0] = is_sealed[1];
    }
  for (guint i = 0; i < self->n_rounds; i++)
    if (!read_round (store, &self->rounds[i], is_sealed[i], error))
      return FALSE;

  return TRUE;
}

/* Of declarations the newest counts; a stock-taking is due as long as it is open. */
static gboolean
read_due (TagaOverview *self, TagaStore *store, const char *today, GError **error)
{
  static const char sql[] =
      "SELECT 0, id, name, owner, planned_end AS day,"
      "  CAST (julianday (planned_end) - julianday (?1) AS INTEGER)"
      " FROM measure WHERE coalesce (status, '') <> 'done' AND planned_end <= date (?1, ?2) "
      "UNION ALL SELECT 1, id, '', NULL, review_on,"
      "  CAST (julianday (review_on) - julianday (?1) AS INTEGER)"
      " FROM declaration WHERE id = (SELECT max (id) FROM declaration)"
      "  AND review_on <= date (?1, ?2) "
      "UNION ALL SELECT 2, id, name, NULL, due_on,"
      "  CAST (julianday (due_on) - julianday (?1) AS INTEGER)"
      " FROM stocktake WHERE closed_on IS NULL AND due_on <= date (?1, ?2) "
      "ORDER BY day, 1, 2";
  g_autofree char *ahead = g_strdup_printf ("+%d days", TAGA_OVERVIEW_DAYS);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (store->db, sql, error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, today, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 2, ahead, -1, SQLITE_TRANSIENT);
  for (;;)
    {
      TagaDue *due;

      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      due = g_new0 (TagaDue, 1);
      due->kind = (TagaDueKind) sqlite3_column_int (stmt, 0);
      due->id = sqlite3_column_int64 (stmt, 1);
      due->name = g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 2)));
      due->owner = g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 3)));
      due->day = g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 4)));
      due->days = sqlite3_column_int (stmt, 5);
      g_ptr_array_add (self->due, due);
    }
}

static gboolean
read_costs (TagaOverview *self, TagaStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT count (*), coalesce (sum (budget), 0), coalesce (sum (actual_cost), 0) FROM measure "
      "WHERE budget IS NOT NULL OR actual_cost IS NOT NULL",
      error);
  gboolean has_row;

  if (stmt == NULL || !taga_database_step (stmt, &has_row, error))
    return FALSE;

  self->n_measures = (guint) sqlite3_column_int (stmt, 0);
  self->budget = sqlite3_column_int64 (stmt, 1);
  self->cost = sqlite3_column_int64 (stmt, 2);
  return TRUE;
}

/* The register's own view says what that is. */
static gboolean
count_expired (TagaOverview *self, TagaStore *store, const char *today, GError **error)
{
  g_autoptr (GPtrArray) views = taga_views_list (store, TAGA_TYPE_ASSET, today, error);
  const TagaViewEntry *view = views == NULL ? NULL : taga_views_find (views, "overdue");
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row;

  if (views == NULL)
    return FALSE;

  stmt = taga_row_prepare_query (store->db, taga_record_class_peek (TAGA_TYPE_ASSET), view->query,
                                 store->edition, "count (*)", error);
  if (stmt == NULL || !taga_database_step (stmt, &has_row, error))
    return FALSE;

  self->n_expired = (guint) sqlite3_column_int (stmt, 0);
  return TRUE;
}

/**
 * taga_overview_read:
 * @store: a store
 * @today: today, ISO 8601
 * @error: return location for an error
 *
 * Reads what home shows.
 *
 * Returns: (transfer full) (nullable): the overview, or `NULL` with any [error@StoreError]
 */
TagaOverview *
taga_overview_read (TagaStore *store, const char *today, GError **error)
{
  g_autoptr (TagaOverview) self = g_new0 (TagaOverview, 1);

  self->due = g_ptr_array_new_with_free_func (free_due);
  if (!read_rounds (self, store, error) || !read_due (self, store, today, error)
      || !read_costs (self, store, error) || !count_expired (self, store, today, error))
    return NULL;

  if (self->n_rounds > 0)
    {
      self->self_check = taga_self_check_read (store, self->rounds[self->n_rounds - 1].id, error);
      if (self->self_check == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * taga_overview_free:
 * @self: (transfer full): an overview
 *
 * Frees the overview.
 */
void
taga_overview_free (TagaOverview *self)
{
  for (guint i = 0; i < TAGA_OVERVIEW_ROUNDS; i++)
    {
      g_free (self->rounds[i].name);
      g_clear_pointer (&self->rounds[i].axes, taga_axis_values_free);
    }
  g_clear_pointer (&self->self_check, taga_self_check_free);
  g_ptr_array_unref (self->due);
  g_free (self);
}
