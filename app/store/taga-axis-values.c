#include "taga-axis-values.h"

#include "taga-check.h"
#include "taga-round-answers.h"
#include "taga-score.h"
#include "taga-store-private.h"

/* An item that the company has put out of use counts no more, though it can still be found. */
static gboolean
is_in_use (TagaEdition *edition, const char *check)
{
  guint n;
  const TagaItem *first = taga_edition_get_items (edition, "check", &n);
  const TagaItem *item = taga_edition_find_item (edition, "check", check);

  return item != NULL && item - first < (gssize) n;
}

static void
compute (TagaAxisValue *value, TagaEdition *edition, const TagaRoundAnswers *answers)
{
  g_autoptr (GArray) of_axis = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; value->axis->checks[i] != NULL; i++)
    {
      int answer = taga_round_answers_get (answers, value->axis->checks[i]);

      if (is_in_use (edition, value->axis->checks[i]))
        g_array_append_val (of_axis, answer);
    }

  value->computed = taga_score_from_answers ((int *) (gpointer) of_axis->data, of_axis->len,
                                             &value->n_answered, &value->n_applicable);
  value->score = value->computed;
}

static TagaAxisValue *
find_value (TagaAxisValues *self, const char *axis)
{
  for (guint i = 0; axis != NULL && i < self->n; i++)
    if (g_str_equal (self->values[i].axis->key, axis))
      return &self->values[i];

  return NULL;
}

static char *
dup_text (sqlite3_stmt *stmt, int column)
{
  return g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, column)));
}

/* A score that stands in the file: a judge's, or the computed one of a sealed round. */
static void
take_row (TagaAxisValues *self, sqlite3_stmt *stmt)
{
  TagaAxisValue *value = find_value (self, (const char *) sqlite3_column_text (stmt, 0));
  gboolean is_judged = sqlite3_column_int (stmt, 2);
  gboolean is_sealed = sqlite3_column_int (stmt, 6);

  if (value == NULL || (!is_judged && !is_sealed))
    return;

  if (sqlite3_column_type (stmt, 1) != SQLITE_NULL)
    {
      value->score = CLAMP (sqlite3_column_int (stmt, 1), 0, TAGA_SCORE_MOST);
      value->is_judged = is_judged;
    }
  else if (!is_judged)
    value->score = TAGA_UNKNOWN;

  value->evidence = dup_text (stmt, 3);
  value->by = dup_text (stmt, 4);
  value->on = dup_text (stmt, 5);
}

static gboolean
read_rows (TagaAxisValues *self, TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT s.axis, s.score, s.origin = 'judged', s.evidence, s.answered_by, s.answered_on,"
      " r.sealed_on IS NOT NULL FROM axis_score s JOIN round r ON r.id = s.round"
      " WHERE s.round = ?",
      error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  while (taga_database_step (stmt, &has_row, error) && has_row)
    take_row (self, stmt);

  return !has_row;
}

/* What follows from the answers today was not said by a round that is sealed. */
static gboolean
forget_computed (TagaAxisValues *self, TagaStore *store, gint64 round, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM round WHERE id = %" G_GINT64_FORMAT " AND seal IS NOT NULL", round);
  gint64 n;

  if (!taga_database_get_integer (store->db, sql, &n, error))
    return FALSE;

  for (guint i = 0; n > 0 && i < self->n; i++)
    self->values[i].score = TAGA_UNKNOWN;
  return TRUE;
}

/**
 * taga_axis_values_read:
 * @store: a store
 * @round: number of a round
 * @error: return location for an error
 *
 * Reads where each axis of the radar stands in a round. A judge's score goes before the one that
 * follows from the answers. In a sealed round the scores are those of the day it was sealed, also
 * if the company has let other check items count since.
 *
 * Returns: (transfer full) (nullable): the axes, or `NULL` with any [error@StoreError]
 */
TagaAxisValues *
taga_axis_values_read (TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (TagaAxisValues) self = g_new0 (TagaAxisValues, 1);
  g_autoptr (TagaRoundAnswers) answers = NULL;
  const TagaItem *axes;

  self->edition = g_object_ref (taga_store_get_edition (store));
  axes = taga_edition_get_items (self->edition, "axis", &self->n);
  self->values = g_new0 (TagaAxisValue, self->n);

  answers = taga_round_answers_read (store, TAGA_TYPE_CHECK, round, error);
  if (answers == NULL)
    return NULL;

  for (guint i = 0; i < self->n; i++)
    {
      self->values[i].axis = &axes[i];
      compute (&self->values[i], self->edition, answers);
    }

  return forget_computed (self, store, round, error) && read_rows (self, store, round, error)
             ? g_steal_pointer (&self)
             : NULL;
}

/**
 * taga_axis_values_free:
 * @self: (transfer full): the axes
 *
 * Frees the axes.
 */
void
taga_axis_values_free (TagaAxisValues *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->values[i].evidence);
      g_free (self->values[i].by);
      g_free (self->values[i].on);
    }
  g_free (self->values);
  g_object_unref (self->edition);
  g_free (self);
}
