#include "taga-round-assets.h"

#include "taga-asset.h"
#include "taga-store-private.h"

static TagaBand
find_band (const char *key)
{
  for (TagaBand band = TAGA_BAND_SMALL; key != NULL && band < TAGA_MAX_BANDS; band++)
    if (g_str_equal (taga_band_to_key (band), key))
      return band;

  return TAGA_BAND_UNKNOWN;
}

static gboolean
read_rows (TagaRoundAssets *self, sqlite3_stmt *stmt, GError **error)
{
  gboolean has_row = TRUE;

  while (has_row)
    {
      TagaRoundAsset row = { .risk = TAGA_UNKNOWN };
      const char *name;

      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      row.asset = sqlite3_column_int64 (stmt, 0);
      if (sqlite3_column_type (stmt, 1) != SQLITE_NULL)
        row.risk = sqlite3_column_int (stmt, 1);
      row.band = find_band ((const char *) sqlite3_column_text (stmt, 2));
      name = taga_row_guard ((const char *) sqlite3_column_text (stmt, 3));
      if (name != NULL)
        row.name = g_string_chunk_insert (self->names, name);
      g_array_append_val (self->rows, row);
    }

  return TRUE;
}

static gboolean
read_frozen (TagaRoundAssets *self, TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db, "SELECT asset, risk, band, name FROM sealed_asset WHERE round = ? ORDER BY asset",
      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  return read_rows (self, stmt, error);
}

static gboolean
read_present (TagaRoundAssets *self, TagaStore *store, gint64 round, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, risk, taga_band (risk), name FROM (SELECT id, %s AS risk, name FROM asset "
      "WHERE retired_on IS NULL ORDER BY id)",
      klass->fields[TAGA_ASSET_RISK].sql);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  TagaRoundKept kept;
  gboolean done;

  if (!taga_store_lend_round (store, round, &kept, error))
    return FALSE;

  stmt = taga_database_prepare (store->db, sql, error);
  done = stmt != NULL && read_rows (self, stmt, error);
  taga_store_return_round (store, &kept);

  return done;
}

/**
 * taga_round_is_frozen:
 * @store: a store
 * @round: id of a round
 * @is_frozen: (out): whether what its assets were was written down when it was sealed
 * @error: return location for an error
 *
 * Tells whether the values of a round's assets stay whatever becomes of the assets.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_round_is_frozen (TagaStore *store, gint64 round, gboolean *is_frozen, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM round WHERE id = %" G_GINT64_FORMAT " AND seal IS NOT NULL", round);
  gint64 n;

  if (!taga_database_get_integer (store->db, sql, &n, error))
    return FALSE;

  *is_frozen = n > 0;
  return TRUE;
}

/**
 * taga_round_assets_read:
 * @store: a store
 * @round: id of a round
 * @error: return location for an error
 *
 * Reads the risk of each asset in a round. In a sealed round it is what was written down; in an
 * open one what its answers make of the assets in use.
 *
 * Returns: (transfer full) (nullable): the assets, or `NULL` with any [error@StoreError]
 */
TagaRoundAssets *
taga_round_assets_read (TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (TagaRoundAssets) self = g_new0 (TagaRoundAssets, 1);
  gboolean is_frozen;

  self->rows = g_array_new (FALSE, FALSE, sizeof (TagaRoundAsset));
  self->names = g_string_chunk_new (4096);
  if (!taga_round_is_frozen (store, round, &is_frozen, error)
      || !(is_frozen ? read_frozen : read_present) (self, store, round, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_round_assets_free:
 * @self: (transfer full): the assets of a round
 *
 * Frees the assets of a round.
 */
void
taga_round_assets_free (TagaRoundAssets *self)
{
  g_array_unref (self->rows);
  g_string_chunk_free (self->names);
  g_free (self);
}
