#include "taga-round-seal.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-round.h"
#include "taga-store-private.h"

/* What is still open in a round. */

static gboolean
count (TagaStore *store, const char *sql, gint64 round, guint *n, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (store->db, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  if (!taga_database_step (stmt, &has_row, error))
    return FALSE;

  *n = has_row ? (guint) sqlite3_column_int64 (stmt, 0) : 0;
  return TRUE;
}

/* The keys that a statement about a round gives. */
static GHashTable *
read_keys (TagaStore *store, const char *sql, gint64 number, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (store->db, sql, error);
  gboolean has_row = stmt != NULL;

  if (stmt != NULL)
    sqlite3_bind_int64 (stmt, 1, number);
  while (has_row)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      if (has_row && sqlite3_column_text (stmt, 0) != NULL)
        g_hash_table_add (keys, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
    }

  return stmt == NULL ? NULL : g_steal_pointer (&keys);
}

/* The rules that the company has chosen to start with, or `NULL` for all. */
static const char *const *
find_rules (TagaStore *store)
{
  g_autoptr (GHashTable) set =
      read_keys (store, "SELECT rule_set FROM company WHERE id = ?", 1, NULL);
  guint n = 0;
  const TagaItem *sets = taga_edition_get_items (store->edition, "rule-set", &n);

  for (guint i = 0; set != NULL && i < n; i++)
    if (g_hash_table_contains (set, sets[i].key))
      return sets[i].checks;

  return NULL;
}

static gboolean
is_asked (const char *list, const TagaItem *item, const char *const *rules)
{
  if (rules == NULL)
    return TRUE;
  if (g_str_equal (list, "rule"))
    return g_strv_contains (rules, item->key);

  return !g_str_equal (list, "recheck") || item->group == NULL
         || g_strv_contains (rules, item->group);
}

/* Items that came since the round began have no row yet, and no answer either. */
static gboolean
add_unanswered (TagaStore *store,
                const char *list,
                const char *sql,
                gint64 number,
                const char *const *rules,
                guint *n_unanswered,
                GError **error)
{
  g_autoptr (GHashTable) answered = read_keys (store, sql, number, error);
  guint n = 0;
  const TagaItem *items = taga_edition_get_items (store->edition, list, &n);

  for (guint i = 0; answered != NULL && i < n; i++)
    *n_unanswered +=
        is_asked (list, &items[i], rules) && !g_hash_table_contains (answered, items[i].key);

  return answered != NULL;
}

static gboolean
add_unanswered_questions (TagaStore *store, gint64 round, guint *n_unanswered, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      taga_database_prepare (store->db, "SELECT id FROM sheet WHERE round = ?", error);
  gboolean has_row = stmt != NULL;

  if (stmt != NULL)
    sqlite3_bind_int64 (stmt, 1, round);
  while (has_row)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (has_row
          && !add_unanswered (store, "question",
                              "SELECT item FROM question WHERE sheet = ? AND answer IS NOT NULL",
                              sqlite3_column_int64 (stmt, 0), NULL, n_unanswered, error))
        return FALSE;
    }

  return stmt != NULL;
}

static gboolean
count_unanswered (TagaStore *store, gint64 round, guint *n_unanswered, GError **error)
{
  static const char *const lists[][2] = {
    { "threat", "SELECT item FROM threat WHERE round = ? AND frequency IS NOT NULL" },
    { "check", "SELECT item FROM \"check\" WHERE round = ? AND answer IS NOT NULL" },
    { "rule", "SELECT item FROM rule WHERE round = ? AND answer IS NOT NULL" },
    { "recheck", "SELECT item FROM recheck WHERE round = ? AND answer IS NOT NULL" },
  };
  const char *const *rules = find_rules (store);

  *n_unanswered = 0;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!add_unanswered (store, lists[i][0], lists[i][1], round, rules, n_unanswered, error))
      return FALSE;

  return add_unanswered_questions (store, round, n_unanswered, error);
}

#define TO_CONFIRM                                                                                 \
  "SELECT count(*) FROM (SELECT round, to_confirm FROM threat UNION ALL SELECT round, to_confirm " \
  "FROM \"check\" UNION ALL SELECT round, to_confirm FROM question UNION ALL SELECT round, "       \
  "to_confirm FROM rule UNION ALL SELECT round, to_confirm FROM recheck) "                         \
  "WHERE round = ? AND to_confirm > 0"

static gboolean
count_assets (TagaStore *store, gint64 round, TagaRoundOpen *open, GError **error)
{
  const TagaField *risk = &taga_record_class_peek (TAGA_TYPE_ASSET)->fields[TAGA_ASSET_RISK];
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM asset WHERE retired_on IS NULL AND %s IS NULL", risk->sql);
  TagaRoundKept kept;
  gboolean done;

  if (!taga_store_lend_round (store, round, &kept, error))
    return FALSE;

  done = count (store, sql, 0, &open->n_without_risk, error);
  taga_store_return_round (store, &kept);
  return done
         && count (store, "SELECT count(*) FROM asset WHERE retired_on IS NULL", 0, &open->n_assets,
                   error);
}

/**
 * taga_round_count_open:
 * @store: a store
 * @round: id of a round
 * @open: (out caller-allocates): what is still open in it
 * @error: return location for an error
 *
 * Counts what is not answered or not confirmed in a round, and the assets for which its answers
 * give no risk.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOT_FOUND` or any other [error@StoreError]
 */
gboolean
taga_round_count_open (TagaStore *store, gint64 round, TagaRoundOpen *open, GError **error)
{
  g_autoptr (TagaRecord) record = taga_store_get_record (store, TAGA_TYPE_ROUND, round, error);

  return record != NULL && count_unanswered (store, round, &open->n_unanswered, error)
         && count (store, TO_CONFIRM, round, &open->n_to_confirm, error)
         && count_assets (store, round, open, error);
}
