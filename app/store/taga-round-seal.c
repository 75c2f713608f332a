#include "taga-round-seal.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-axis-score.h"
#include "taga-axis-values.h"
#include "taga-date.h"
#include "taga-round.h"
#include "taga-sealed-asset.h"
#include "taga-store-private.h"

/* SQLite asks so often, in its own steps, whether to go on. */
#define STEPS_BETWEEN_QUESTIONS 10000

/* Copies the values that assets have by the rules, without reading them into memory. */
static char *
create_copy_sql (void)
{
  TagaRecordClass *sealed = taga_record_class_peek (TAGA_TYPE_SEALED_ASSET);
  TagaRecordClass *asset = taga_record_class_peek (TAGA_TYPE_ASSET);
  g_autoptr (GString) columns = g_string_new ("round, asset");
  g_autoptr (GString) values = g_string_new ("?, id");

  for (guint i = TAGA_SEALED_ASSET_ASSET + 1; i < TAGA_SEALED_ASSET_N_FIELDS; i++)
    {
      int field = taga_record_class_find_field (asset, sealed->fields[i].name);

      g_assert (field >= 0);
      g_string_append (columns, ", ");
      taga_row_append_column (columns, &sealed->fields[i]);
      g_string_append (values, ", ");
      taga_row_append_column (values, &asset->fields[field]);
    }

  return g_strdup_printf ("INSERT INTO sealed_asset (%s) SELECT %s FROM asset "
                          "WHERE retired_on IS NULL ORDER BY id",
                          columns->str, values->str);
}

static gboolean
run (TagaStore *store, const char *sql, gint64 round, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (store->db, sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  return taga_database_step (stmt, NULL, error);
}

static gboolean
write_assets (TagaStore *store, gint64 round, GError **error)
{
  g_autofree char *sql = create_copy_sql ();
  TagaRoundKept kept;
  gboolean done;

  if (!run (store, "DELETE FROM sealed_asset WHERE round = ?", round, error)
      || !taga_store_lend_round (store, round, &kept, error))
    return FALSE;

  done = run (store, sql, round, error);
  taga_store_return_round (store, &kept);
  return done;
}

/* A row in which a judge wrote what the score rests on, but no score, keeps that. */
static gboolean
complete_score (TagaStore *store,
                gint64 round,
                const TagaAxisValue *value,
                gboolean *done,
                GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "UPDATE axis_score SET score = ?3, origin = 'computed' WHERE round = ?1 AND axis = ?2",
      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  sqlite3_bind_text (stmt, 2, value->axis->key, -1, SQLITE_STATIC);
  sqlite3_bind_int (stmt, 3, value->score);
  if (!taga_database_step (stmt, NULL, error))
    return FALSE;

  *done = sqlite3_changes (store->db) > 0;
  return TRUE;
}

static gboolean
write_score (TagaStore *store, gint64 round, const TagaAxisValue *value, GError **error)
{
  TagaValue values[TAGA_AXIS_SCORE_N_FIELDS];
  gboolean done;

  if (!complete_score (store, round, value, &done, error) || done)
    return done;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (TagaValue) TAGA_VALUE_INIT;
  values[TAGA_AXIS_SCORE_ROUND].number = round;
  values[TAGA_AXIS_SCORE_AXIS].text = (char *) value->axis->key;
  values[TAGA_AXIS_SCORE_SCORE].number = value->score;
  values[TAGA_AXIS_SCORE_ORIGIN].text = (char *) "computed";

  return taga_store_insert (store, TAGA_TYPE_AXIS_SCORE, values, NULL, error);
}

/* What follows from the answers is written down where no judge gave a score. */
static gboolean
write_scores (TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (TagaAxisValues) axes = NULL;

  if (!run (store, "DELETE FROM axis_score WHERE round = ? AND origin = 'computed'", round, error))
    return FALSE;

  axes = taga_axis_values_read (store, round, error);
  for (guint i = 0; axes != NULL && i < axes->n; i++)
    if (!axes->values[i].is_judged && axes->values[i].score != TAGA_UNKNOWN
        && !write_score (store, round, &axes->values[i], error))
      return FALSE;

  return axes != NULL;
}

static gboolean
write_seal (TagaStore *store, gint64 round, GError **error)
{
  const guint fields[] = { TAGA_ROUND_SEALED_ON, TAGA_ROUND_SEALED_BY, TAGA_ROUND_EDITION };
  g_autofree char *today = taga_date_today ();
  g_autofree char *seal = NULL;
  const TagaValue values[] = {
    { today, TAGA_UNKNOWN },
    { (char *) taga_store_get_person (store), TAGA_UNKNOWN },
    { (char *) taga_edition_get_key (taga_store_get_edition (store)), TAGA_UNKNOWN },
  };
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!taga_store_update (store, TAGA_TYPE_ROUND, round, fields, values, G_N_ELEMENTS (fields),
                          error))
    return FALSE;

  seal = taga_seal_compute (store, round, error);
  if (seal == NULL)
    return FALSE;

  /* From here on the store takes no change of the round, so this is done beside it. */
  stmt = taga_database_prepare (store->db, "UPDATE round SET seal = ?2 WHERE id = ?1", error);
  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  sqlite3_bind_text (stmt, 2, seal, -1, SQLITE_STATIC);
  return taga_database_step (stmt, NULL, error);
}

/* What another program wrote since counts too: the answers, and what the company goes by. */
static gboolean
write_all (TagaStore *store, gint64 round, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ROUND);

  return taga_store_check_seal (store, klass, round, 0, error)
         && taga_store_load_edition (store, error) && write_assets (store, round, error)
         && write_scores (store, round, error) && write_seal (store, round, error);
}

static int
ask_whether_to_stop (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * taga_round_seal:
 * @store: a store
 * @round: id of a round that is not sealed
 * @cancellable: (nullable): stops it, with nothing changed
 * @error: return location for an error
 *
 * Seals a round, as one step: writes down what every asset in use is by its answers and which score
 * each axis has, by whom and when it was sealed and by which edition, and a seal over all of it.
 * From then on nothing of it changes, and undo does not go back behind it.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_SEALED` if it is sealed,
 *   `TAGA_STORE_ERROR_NOT_FOUND`, `G_IO_ERROR_CANCELLED` or any other [error@StoreError], and
 *   nothing changed
 */
gboolean
taga_round_seal (TagaStore *store, gint64 round, GCancellable *cancellable, GError **error)
{
  g_autoptr (TagaRecord) record = taga_store_get_record (store, TAGA_TYPE_ROUND, round, error);
  g_autofree char *label = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean done;

  if (record == NULL)
    return FALSE;

  /* Translators: the name of a round of assessment */
  label = g_strdup_printf (_ ("Seal “%s”"), taga_record_get_text (record, TAGA_ROUND_NAME));
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !taga_store_begin (store, label, error))
    return FALSE;

  store->sealing = TRUE;
  if (cancellable != NULL)
    sqlite3_progress_handler (store->db, STEPS_BETWEEN_QUESTIONS, ask_whether_to_stop, cancellable);
  done = write_all (store, round, &failure);
  sqlite3_progress_handler (store->db, 0, NULL, NULL);

  if (done && !g_cancellable_is_cancelled (cancellable))
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
