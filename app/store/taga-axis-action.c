#include "taga-axis-action.h"

#include <glib/gi18n-lib.h>

#include "taga-axis-score.h"
#include "taga-language.h"
#include "taga-mapping.h"
#include "taga-store-private.h"

/* What judges do with the axes of the radar, each as one step. */

static const char *
get_name (TagaStore *store, const char *axis)
{
  const TagaItem *item = taga_edition_find_item (taga_store_get_edition (store), "axis", axis);

  if (item == NULL)
    return axis;

  return taga_language_is_japanese () ? item->title_ja : item->title_en;
}

static gboolean
end_step (TagaStore *store, gboolean done, GError **error)
{
  if (done)
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}

/* The number of the row in which the score of an axis stands; 0 if there is none. */
static gboolean
find_score (TagaStore *store, gint64 round, const char *axis, gint64 *id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db, "SELECT id FROM axis_score WHERE round = ? AND axis = ?", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  sqlite3_bind_text (stmt, 2, axis, -1, SQLITE_TRANSIENT);
  if (!taga_database_step (stmt, &has_row, error))
    return FALSE;

  *id = has_row ? sqlite3_column_int64 (stmt, 0) : 0;
  return TRUE;
}

static gboolean
write_score (TagaStore *store, const TagaValue *values, GError **error)
{
  guint fields[TAGA_AXIS_SCORE_N_FIELDS];
  gint64 id;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    fields[i] = i;

  if (!find_score (store, values[TAGA_AXIS_SCORE_ROUND].number, values[TAGA_AXIS_SCORE_AXIS].text,
                   &id, error))
    return FALSE;
  if (id == 0)
    return taga_store_insert (store, TAGA_TYPE_AXIS_SCORE, values, NULL, error);

  return taga_store_update (store, TAGA_TYPE_AXIS_SCORE, id, fields, values, G_N_ELEMENTS (fields),
                            error);
}

/**
 * taga_axis_judge:
 * @store: a store
 * @round: number of a round that is not sealed
 * @axis: key of an axis
 * @score: the score in tenths, 0–50
 * @evidence: (nullable): what the judge looked at
 * @by: (nullable): who judged
 * @on: (nullable): the day, ISO 8601
 * @error: return location for an error
 *
 * Enters the score that a judge gives an axis, as one step. It goes before the one that follows
 * from the answers.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_INVALID` if a value is not allowed,
 *   `TAGA_STORE_ERROR_SEALED` or any other [error@StoreError], and nothing changed
 */
gboolean
taga_axis_judge (TagaStore *store,
                 gint64 round,
                 const char *axis,
                 int score,
                 const char *evidence,
                 const char *by,
                 const char *on,
                 GError **error)
{
  TagaValue values[TAGA_AXIS_SCORE_N_FIELDS];
  g_autofree char *label = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (TagaValue) TAGA_VALUE_INIT;
  values[TAGA_AXIS_SCORE_ROUND].number = round;
  values[TAGA_AXIS_SCORE_AXIS].text = (char *) axis;
  values[TAGA_AXIS_SCORE_SCORE].number = score;
  values[TAGA_AXIS_SCORE_ORIGIN].text = (char *) "judged";
  values[TAGA_AXIS_SCORE_EVIDENCE].text = (char *) evidence;
  values[TAGA_AXIS_SCORE_ANSWERED_BY].text = (char *) by;
  values[TAGA_AXIS_SCORE_ANSWERED_ON].text = (char *) on;

  /* Translators: %s is an axis of the radar, such as “Data protection” */
  label = g_strdup_printf (_ ("Enter a score for “%s”"), get_name (store, axis));
  return taga_store_begin (store, label, error)
         && end_step (store, write_score (store, values, error), error);
}

/**
 * taga_axis_unjudge:
 * @store: a store
 * @round: number of a round that is not sealed
 * @axis: key of an axis
 * @error: return location for an error
 *
 * Takes the score back that a judge gave, with what it rests on, as one step; the one that follows
 * from the answers counts again. Where no judge gave one it does nothing.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_SEALED` or any other [error@StoreError], and
 *   nothing changed
 */
gboolean
taga_axis_unjudge (TagaStore *store, gint64 round, const char *axis, GError **error)
{
  g_autofree char *label = NULL;
  gint64 id;

  if (!find_score (store, round, axis, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;

  label = g_strdup_printf (_ ("Take back the score for “%s”"), get_name (store, axis));
  return taga_store_begin (store, label, error)
         && end_step (store, taga_store_remove (store, TAGA_TYPE_AXIS_SCORE, id, error), error);
}

/* What says otherwise than the shipped edition whether an item counts for an axis; 0 if nothing
 * does. */
static gboolean
find_mapping (TagaStore *store, const char *axis, const char *item, gint64 *id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db, "SELECT id FROM mapping WHERE kind = 'axis' AND target = ? AND item = ? LIMIT 1",
      error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, axis, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 2, item, -1, SQLITE_TRANSIENT);
  if (!taga_database_step (stmt, &has_row, error))
    return FALSE;

  *id = has_row ? sqlite3_column_int64 (stmt, 0) : 0;
  return TRUE;
}

static gboolean
forget_mapping (TagaStore *store, const char *axis, const char *item, GError **error)
{
  gint64 id = 0;

  do
    if (!find_mapping (store, axis, item, &id, error)
        || (id != 0 && !taga_store_remove (store, TAGA_TYPE_MAPPING, id, error)))
      return FALSE;
  while (id != 0);

  return TRUE;
}

static gboolean
write_mapping (TagaStore *store,
               const char *axis,
               const char *item,
               gboolean counts,
               GError **error)
{
  TagaValue values[TAGA_MAPPING_N_FIELDS];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (TagaValue) TAGA_VALUE_INIT;
  values[TAGA_MAPPING_KIND].text = (char *) "axis";
  values[TAGA_MAPPING_ITEM].text = (char *) item;
  values[TAGA_MAPPING_TARGET].text = (char *) axis;
  values[TAGA_MAPPING_COUNTS].number = counts;

  return taga_store_insert (store, TAGA_TYPE_MAPPING, values, NULL, error);
}

static gboolean
counts_for (TagaEdition *edition, const char *axis, const char *item)
{
  const TagaItem *known = taga_edition_find_item (edition, "axis", axis);

  return known != NULL && g_strv_contains (known->checks, item);
}

/* Only what differs from the edition as it is shipped is kept. */
static gboolean
write_checks (TagaStore *store,
              TagaEdition *shipped,
              const char *axis,
              const char *const *checks,
              GError **error)
{
  TagaEdition *edition = taga_store_get_edition (store);
  guint n;
  const TagaItem *items = taga_edition_get_items (edition, "check", &n);

  for (guint i = 0; i < n; i++)
    {
      const char *item = items[i].key;
      gboolean counts = g_strv_contains (checks, item);

      if (counts == counts_for (edition, axis, item))
        continue;
      if (!forget_mapping (store, axis, item, error)
          || (counts != counts_for (shipped, axis, item)
              && !write_mapping (store, axis, item, counts, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same (TagaStore *store, const char *axis, const char *const *checks)
{
  TagaEdition *edition = taga_store_get_edition (store);
  guint n;
  const TagaItem *items = taga_edition_get_items (edition, "check", &n);

  for (guint i = 0; i < n; i++)
    if (g_strv_contains (checks, items[i].key) != counts_for (edition, axis, items[i].key))
      return FALSE;

  return TRUE;
}

/**
 * taga_axis_set_checks:
 * @store: a store
 * @axis: key of an axis
 * @checks: (array zero-terminated=1): keys of the check items that count for it
 * @error: return location for an error
 *
 * Decides which check items count for an axis of the radar, as one step, in every round that is not
 * sealed. What stands already is no step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_axis_set_checks (TagaStore *store, const char *axis, const char *const *checks, GError **error)
{
  g_autoptr (TagaEdition) shipped = NULL;
  g_autofree char *label = NULL;

  if (is_same (store, axis, checks))
    return TRUE;

  shipped = taga_edition_load (taga_edition_get_key (taga_store_get_edition (store)), error);
  if (shipped == NULL)
    return FALSE;

  label = g_strdup_printf (_ ("Change what counts for “%s”"), get_name (store, axis));
  return taga_store_begin (store, label, error)
         && end_step (store, write_checks (store, shipped, axis, checks, error), error);
}
