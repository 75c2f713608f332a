#include "taga-round-compare.h"

#include <string.h>

#include "taga-axis-values.h"
#include "taga-date.h"
#include "taga-round-assets.h"
#include "taga-round.h"
#include "taga-self-check-read.h"
#include "taga-store-private.h"

static void
clear_side (TagaRoundSide *side)
{
  g_free (side->name);
  g_free (side->date);
  g_free (side->judge);
  g_free (side->sealed_on);
  g_free (side->edition);
}

static void
clear_asset (gpointer data)
{
  g_free (((TagaAssetChange *) data)->name);
}

static void
clear_measure (gpointer data)
{
  g_free (((TagaFinishedMeasure *) data)->name);
  g_free (((TagaFinishedMeasure *) data)->finished_on);
}

/**
 * taga_round_comparison_free:
 * @self: (transfer full): a comparison
 *
 * Frees a comparison.
 */
void
taga_round_comparison_free (TagaRoundComparison *self)
{
  clear_side (&self->before);
  clear_side (&self->after);
  g_array_unref (self->axes);
  g_array_unref (self->groups);
  g_array_unref (self->assets);
  g_array_unref (self->measures);
  g_object_unref (self->edition);
  g_free (self);
}

static gboolean
read_side (TagaStore *store, gint64 id, TagaRoundSide *side, GError **error)
{
  g_autoptr (TagaRecord) record = taga_store_get_record (store, TAGA_TYPE_ROUND, id, error);
  g_autoptr (TagaSelfCheck) self_check = NULL;
  const char *edition;

  if (record == NULL || !taga_round_is_frozen (store, id, &side->is_frozen, error))
    return FALSE;

  self_check = taga_self_check_read (store, id, error);
  if (self_check == NULL)
    return FALSE;

  edition = taga_record_get_text (record, TAGA_ROUND_EDITION);
  side->id = id;
  side->name = g_strdup (taga_record_get_text (record, TAGA_ROUND_NAME));
  side->date = g_strdup (taga_record_get_text (record, TAGA_ROUND_DATE));
  side->judge = g_strdup (taga_record_get_text (record, TAGA_ROUND_JUDGE));
  side->sealed_on = g_strdup (taga_record_get_text (record, TAGA_ROUND_SEALED_ON));
  side->edition =
      g_strdup (edition != NULL ? edition : taga_edition_get_key (taga_store_get_edition (store)));
  side->self_check = self_check->company->total;

  return TRUE;
}

static gboolean
compare_axes (TagaRoundComparison *self, TagaStore *store, GError **error)
{
  g_autoptr (TagaAxisValues) before = taga_axis_values_read (store, self->before.id, error);
  g_autoptr (TagaAxisValues) after =
      before == NULL ? NULL : taga_axis_values_read (store, self->after.id, error);

  for (guint i = 0; after != NULL && i < after->n; i++)
    {
      const TagaAxisChange change = { before->values[i].axis, before->values[i].score,
                                      after->values[i].score };

      g_array_append_val (self->axes, change);
    }

  return after != NULL;
}

static TagaTally *
find_group (TagaRoundComparison *self, const TagaItem *item, gboolean is_after)
{
  for (guint i = 0; item != NULL && i < self->groups->len; i++)
    {
      TagaGroupChange *change = &g_array_index (self->groups, TagaGroupChange, i);

      if (g_strcmp0 (change->group->key, item->group) == 0)
        return is_after ? &change->after : &change->before;
    }

  return NULL;
}

static void
count_answer (TagaTally *tally, int answer)
{
  if (tally != NULL)
    taga_tally_add (tally, answer);
}

/* Counts the items that the round asked about, and in an open one those that came since. Items that
 * are out of use count where they were asked for good. */
static gboolean
count_groups (TagaRoundComparison *self,
              TagaStore *store,
              const TagaRoundSide *side,
              gboolean is_after,
              GError **error)
{
  g_autoptr (GHashTable) in_use = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db, "SELECT item, answer FROM \"check\" WHERE round = ?", error);
  gboolean has_row = stmt != NULL;
  guint n;
  const TagaItem *items = taga_edition_get_items (self->edition, "check", &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (in_use, (gpointer) items[i].key);

  if (stmt != NULL)
    sqlite3_bind_int64 (stmt, 1, side->id);
  while (has_row)
    {
      const char *key;

      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;

      key = has_row ? (const char *) sqlite3_column_text (stmt, 0) : NULL;
      if (key != NULL && (g_hash_table_remove (in_use, key) || side->is_frozen))
        count_answer (
            find_group (self, taga_edition_find_item (self->edition, "check", key), is_after),
            sqlite3_column_type (stmt, 1) == SQLITE_NULL ? TAGA_UNKNOWN
                                                         : sqlite3_column_int (stmt, 1));
    }

  for (guint i = 0; !side->is_frozen && i < n; i++)
    if (g_hash_table_contains (in_use, items[i].key))
      count_answer (find_group (self, &items[i], is_after), TAGA_UNKNOWN);

  return stmt != NULL;
}

static gboolean
compare_groups (TagaRoundComparison *self, TagaStore *store, GError **error)
{
  guint n;
  const TagaItem *groups = taga_edition_get_items (self->edition, "check-group", &n);

  for (guint i = 0; i < n; i++)
    {
      const TagaGroupChange change = { .group = &groups[i] };

      g_array_append_val (self->groups, change);
    }

  return count_groups (self, store, &self->before, FALSE, error)
         && count_groups (self, store, &self->after, TRUE, error);
}

static void
add_to_side (TagaRoundSide *side, const TagaRoundAsset *row)
{
  side->n_assets++;
  side->n_bands[row->band]++;
  if (row->risk != TAGA_UNKNOWN)
    side->risk_sum += row->risk;
}

/* Takes one asset as the rounds have it; at least one of them does. */
static void
compare_asset (TagaRoundComparison *self, const TagaRoundAsset *before, const TagaRoundAsset *after)
{
  TagaAssetChange change = { .risk_before = TAGA_UNKNOWN, .risk_after = TAGA_UNKNOWN };

  if (before != NULL)
    add_to_side (&self->before, before);
  if (after != NULL)
    add_to_side (&self->after, after);

  if (before != NULL && after != NULL)
    {
      self->n_moves[before->band][after->band]++;
      if (before->risk == after->risk && before->band == after->band)
        {
          self->n_same++;
          return;
        }
    }
  self->n_new += before == NULL;
  self->n_gone += after == NULL;

  change.asset = after != NULL ? after->asset : before->asset;
  change.name = g_strdup (after != NULL ? after->name : before->name);
  change.is_before = before != NULL;
  change.is_after = after != NULL;
  if (before != NULL)
    {
      change.risk_before = before->risk;
      change.band_before = before->band;
    }
  if (after != NULL)
    {
      change.risk_after = after->risk;
      change.band_after = after->band;
    }
  g_array_append_val (self->assets, change);
}

/* Both lists go by the assets' numbers, so they are read side by side. */
static gboolean
compare_assets (TagaRoundComparison *self, TagaStore *store, GError **error)
{
  g_autoptr (TagaRoundAssets) before = taga_round_assets_read (store, self->before.id, error);
  g_autoptr (TagaRoundAssets) after =
      before == NULL ? NULL : taga_round_assets_read (store, self->after.id, error);
  guint i = 0;
  guint j = 0;

  if (after == NULL)
    return FALSE;

  while (i < before->rows->len || j < after->rows->len)
    {
      const TagaRoundAsset *one =
          i < before->rows->len ? &g_array_index (before->rows, TagaRoundAsset, i) : NULL;
      const TagaRoundAsset *other =
          j < after->rows->len ? &g_array_index (after->rows, TagaRoundAsset, j) : NULL;

      if (one != NULL && other != NULL && one->asset != other->asset)
        {
          if (one->asset < other->asset)
            other = NULL;
          else
            one = NULL;
        }
      compare_asset (self, one, other);
      i += one != NULL;
      j += other != NULL;
    }

  return TRUE;
}

/* The day that a round stands for; an open one without a day is of today. */
static const char *
get_day (const TagaRoundSide *side, const char *today)
{
  if (side->date != NULL)
    return side->date;

  return side->sealed_on != NULL ? side->sealed_on : today;
}

static gboolean
find_measures (TagaRoundComparison *self, TagaStore *store, GError **error)
{
  g_autofree char *today = taga_date_today ();
  const char *from = get_day (&self->before, today);
  const char *to = get_day (&self->after, today);
  gboolean in_order = strcmp (from, to) <= 0;
  gboolean has_row = TRUE;
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT id, name, actual_end FROM measure WHERE status = 'done' AND actual_end > ? AND "
      "actual_end <= ? ORDER BY actual_end, id",
      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, in_order ? from : to, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 2, in_order ? to : from, -1, SQLITE_STATIC);
  while (taga_database_step (stmt, &has_row, error) && has_row)
    {
      const TagaFinishedMeasure measure = {
        sqlite3_column_int64 (stmt, 0),
        g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 1))),
        g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, 2))),
      };

      g_array_append_val (self->measures, measure);
    }

  return !has_row;
}

/**
 * taga_round_compare:
 * @store: a store
 * @before: id of a round
 * @after: id of another
 * @error: return location for an error
 *
 * Compares two rounds: sealed ones as they were, open ones as they are now.
 *
 * Returns: (transfer full) (nullable): the comparison, or `NULL` with `TAGA_STORE_ERROR_NOT_FOUND`
 *   or any other [error@StoreError]
 */
TagaRoundComparison *
taga_round_compare (TagaStore *store, gint64 before, gint64 after, GError **error)
{
  g_autoptr (TagaRoundComparison) self = g_new0 (TagaRoundComparison, 1);

  self->edition = g_object_ref (taga_store_get_edition (store));
  self->axes = g_array_new (FALSE, FALSE, sizeof (TagaAxisChange));
  self->groups = g_array_new (FALSE, FALSE, sizeof (TagaGroupChange));
  self->assets = g_array_new (FALSE, FALSE, sizeof (TagaAssetChange));
  self->measures = g_array_new (FALSE, FALSE, sizeof (TagaFinishedMeasure));
  g_array_set_clear_func (self->assets, clear_asset);
  g_array_set_clear_func (self->measures, clear_measure);

  if (!read_side (store, before, &self->before, error)
      || !read_side (store, after, &self->after, error) || !compare_axes (self, store, error)
      || !compare_groups (self, store, error) || !compare_assets (self, store, error)
      || !find_measures (self, store, error))
    return NULL;

  return g_steal_pointer (&self);
}
