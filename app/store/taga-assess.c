#include "taga-store-private.h"

#include <glib/gi18n-lib.h>

#include "taga-threat.h"

/*
 * What a round says of each medium: the threats' frequencies and the answers to the checks, brought
 * together by the rules of app/record. An asset's risk needs nothing else besides its own fields.
 */

static gboolean
choose_round (TagaStore *self, GError **error)
{
  if (self->round_selected)
    return TRUE;

  return taga_database_get_integer (self->db, TAGA_ROUND_IN_USE, &self->round, error);
}

/* Maps the key of each item of the round to its number. */
static GHashTable *
load_levels (TagaStore *self, const char *sql, GError **error)
{
  g_autoptr (GHashTable) levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (self->db, sql, error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, self->round);
  while (has_row)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      if (has_row && sqlite3_column_text (stmt, 0) != NULL)
        g_hash_table_insert (levels, g_strdup ((const char *) sqlite3_column_text (stmt, 0)),
                             GINT_TO_POINTER (sqlite3_column_int (stmt, 1)));
    }

  return g_steal_pointer (&levels);
}

/* The answers to the check items in the round: their keys to their numbers. */
GHashTable *
taga_store_load_answers (TagaStore *self, GError **error)
{
  return load_levels (
      self, "SELECT item, answer FROM \"check\" WHERE round = ? AND answer IS NOT NULL", error);
}

static int
get_level (GHashTable *levels, const char *key)
{
  int level = GPOINTER_TO_INT (g_hash_table_lookup (levels, key));

  return level == 0 ? TAGA_UNKNOWN : level;
}

static int
assess_threat (TagaEdition *edition, const char *medium, GHashTable *frequencies)
{
  g_autoptr (GArray) of_medium = g_array_new (FALSE, FALSE, sizeof (int));
  guint n;
  const TagaItem *items = taga_edition_get_items (edition, "threat", &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (items[i].group, medium) == 0)
      {
        int frequency = get_level (frequencies, items[i].key);

        g_array_append_val (of_medium, frequency);
      }

  return taga_risk_threat ((int *) of_medium->data, of_medium->len);
}

static int
assess_vulnerability (TagaEdition *edition, const char *medium, GHashTable *answers)
{
  g_autoptr (GArray) of_medium = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean is_answered = FALSE;
  guint n;
  const TagaItem *items = taga_edition_get_items (edition, "check", &n);

  for (guint i = 0; i < n; i++)
    if (items[i].media != NULL && g_strv_contains (items[i].media, medium))
      {
        int answer = get_level (answers, items[i].key);

        is_answered = is_answered || answer != TAGA_UNKNOWN;
        g_array_append_val (of_medium, answer);
      }

  /* As long as nothing of a medium was answered nothing is known of it, rather than that nothing is
   * done. */
  if (!is_answered)
    return TAGA_UNKNOWN;

  return taga_risk_vulnerability (taga_edition_get_scale (edition), (int *) of_medium->data,
                                  of_medium->len);
}

/* The answers as they will be when the check items of all measures are done. An item that does not
 * apply stays so. */
static GHashTable *
plan_answers (TagaStore *self, GHashTable *answers, GError **error)
{
  g_autoptr (GHashTable) planned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row = TRUE;
  GHashTableIter iter;
  gpointer key, answer;

  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &key, &answer))
    g_hash_table_insert (planned, g_strdup (key), answer);

  stmt = taga_database_prepare (self->db, "SELECT checks FROM measure WHERE checks IS NOT NULL",
                                error);
  while (stmt != NULL && has_row)
    {
      g_auto (GStrv) keys = NULL;

      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      if (!has_row || sqlite3_column_text (stmt, 0) == NULL)
        continue;

      keys = g_strsplit ((const char *) sqlite3_column_text (stmt, 0), " ", -1);
      for (guint i = 0; keys[i] != NULL; i++)
        if (get_level (planned, keys[i]) != TAGA_ANSWER_NOT_APPLICABLE)
          g_hash_table_insert (planned, g_strdup (keys[i]), GINT_TO_POINTER (TAGA_ANSWER_DONE));
    }

  return stmt == NULL ? NULL : g_steal_pointer (&planned);
}

/* An answer that is only supposed counts like one of the round. */
static void
suppose (GHashTable *levels, const char *item, int number)
{
  if (number == TAGA_UNKNOWN)
    g_hash_table_remove (levels, item);
  else
    g_hash_table_insert (levels, g_strdup (item), GINT_TO_POINTER (number));
}

/**
 * taga_store_assess_as_if:
 * @self: a store
 * @type: `TAGA_TYPE_THREAT` or `TAGA_TYPE_CHECK`
 * @item: (nullable): key of a threat or check item, or `NULL` to take the round as it is
 * @number: the answer that it is supposed to have, or `TAGA_UNKNOWN` for none
 * @assessment: (out caller-allocates): what the round would say of each medium
 * @error: return location for an error
 *
 * Reads what the round would say of each medium if one answer were another.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and the assessment as it was
 */
gboolean
taga_store_assess_as_if (TagaStore *self,
                         GType type,
                         const char *item,
                         int number,
                         TagaAssessment *assessment,
                         GError **error)
{
  g_autoptr (GHashTable) frequencies = NULL;
  g_autoptr (GHashTable) answers = NULL;
  g_autoptr (GHashTable) planned = NULL;

  frequencies = load_levels (
      self, "SELECT item, frequency FROM threat WHERE round = ? AND frequency IS NOT NULL", error);
  if (frequencies == NULL)
    return FALSE;

  answers = taga_store_load_answers (self, error);
  if (answers == NULL)
    return FALSE;

  if (item != NULL)
    suppose (type == TAGA_TYPE_THREAT ? frequencies : answers, item, number);

  planned = plan_answers (self, answers, error);
  if (planned == NULL)
    return FALSE;

  taga_edition_init_assessment (self->edition, assessment);
  for (guint i = 0; i < assessment->n_media; i++)
    {
      const char *medium = assessment->media[i];

      assessment->threat[i] = assess_threat (self->edition, medium, frequencies);
      assessment->vulnerability[i] = assess_vulnerability (self->edition, medium, answers);
      assessment->planned[i] = assess_vulnerability (self->edition, medium, planned);
    }

  return TRUE;
}

/**
 * taga_store_assess:
 * @self: a store
 * @error: return location for an error
 *
 * Reads what the round says of each medium.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and the assessment as it was
 */
gboolean
taga_store_assess (TagaStore *self, GError **error)
{
  return choose_round (self, error)
         && taga_store_assess_as_if (self, G_TYPE_INVALID, NULL, TAGA_UNKNOWN, &self->assessment,
                                     error);
}

/**
 * taga_store_lend_round:
 * @self: a store
 * @round: id of a round
 * @kept: (out caller-allocates): for [method@Store.return_round]
 * @error: return location for an error
 *
 * Lets the rules go by the answers of another round, without anybody hearing of it.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing lent
 */
gboolean
taga_store_lend_round (TagaStore *self, gint64 round, TagaRoundKept *kept, GError **error)
{
  kept->round = self->round;
  kept->assessment = self->assessment;
  self->round = round;
  if (taga_store_assess_as_if (self, G_TYPE_INVALID, NULL, TAGA_UNKNOWN, &self->assessment, error))
    return TRUE;

  taga_store_return_round (self, kept);
  return FALSE;
}

/**
 * taga_store_return_round:
 * @self: a store
 * @kept: what was kept
 *
 * Lets the rules go by the round in use again.
 */
void
taga_store_return_round (TagaStore *self, const TagaRoundKept *kept)
{
  self->round = kept->round;
  self->assessment = kept->assessment;
}

/**
 * taga_store_find_round_in_use:
 * @self: a store
 *
 * Finds the round that is used unless another one is selected: the open one that was begun last, or
 * the newest if all are sealed.
 *
 * Returns: its id, or 0 if there is no round
 */
gint64
taga_store_find_round_in_use (TagaStore *self)
{
  gint64 round = 0;

  g_return_val_if_fail (TAGA_IS_STORE (self), 0);

  return taga_database_get_integer (self->db, TAGA_ROUND_IN_USE, &round, NULL) ? round : 0;
}

/**
 * taga_store_looks_back:
 * @self: a store
 *
 * Tells whether another round is selected than the one that is in use otherwise. Then it is there
 * to be read only.
 *
 * Returns: whether it is
 */
gboolean
taga_store_looks_back (TagaStore *self)
{
  g_return_val_if_fail (TAGA_IS_STORE (self), FALSE);

  return self->round_selected && self->round != taga_store_find_round_in_use (self);
}

/**
 * taga_store_select_round:
 * @self: a store
 * @round: id of a round, or 0 for the newest open one
 * @error: return location for an error
 *
 * Chooses the round by whose answers risks are computed.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_NOT_FOUND` if there is no such round, or any
 * other [error@StoreError]
 */
gboolean
taga_store_select_round (TagaStore *self, gint64 round, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM round WHERE id = %" G_GINT64_FORMAT, round);
  gint64 n;

  g_return_val_if_fail (TAGA_IS_STORE (self), FALSE);

  if (!taga_database_get_integer (self->db, sql, &n, error))
    return FALSE;

  if (round != 0 && n == 0)
    {
      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                   _ ("There is no round %lld in the file."), (long long) round);
      return FALSE;
    }

  self->round_selected = round != 0;
  self->round = round;
  if (!taga_store_assess (self, error))
    return FALSE;

  taga_store_reload_all (self);
  taga_store_emit_changed (self, NULL, 0);
  return TRUE;
}
