#include "taga-measure-action.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-answer-record.h"
#include "taga-check.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-measure.h"

/* What people do with measures, each as one step. */

static gboolean
end_step (TagaStore *store, gboolean done, GError **error)
{
  if (done)
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}

/* The field of the day on which something of this status began or ended, or -1. */
static int
find_day (const char *status)
{
  if (g_strcmp0 (status, "doing") == 0)
    return TAGA_MEASURE_ACTUAL_START;

  return g_strcmp0 (status, "done") == 0 ? TAGA_MEASURE_ACTUAL_END : -1;
}

/**
 * taga_measure_action_date:
 * @values: (array length=TAGA_MEASURE_N_FIELDS): a measure that is about to be added
 *
 * Enters today where a measure was started or finished and nothing says when (our rule).
 */
void
taga_measure_action_date (TagaValue *values)
{
  int day = find_day (values[TAGA_MEASURE_STATUS].text);

  if (day >= 0 && values[day].text == NULL)
    values[day].text = taga_date_today ();
}

/* Where the status stands among fields, or @n_fields. */
static guint
find_field (const guint *fields, guint n_fields, guint field)
{
  guint i = 0;

  while (i < n_fields && fields[i] != field)
    i++;

  return i;
}

/**
 * taga_measure_action_update:
 * @store: a store within a step
 * @id: number of a measure
 * @fields: (array length=n_fields): which fields
 * @values: (array length=n_fields): what they shall be
 * @n_fields: how many, at most all
 * @error: return location for an error
 *
 * Changes fields of a measure within a step. Who starts or finishes one without saying when does it
 * today (our rule); a day that was entered stays.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_measure_action_update (TagaStore *store,
                            gint64 id,
                            const guint *fields,
                            const TagaValue *values,
                            guint n_fields,
                            GError **error)
{
  guint status = find_field (fields, n_fields, TAGA_MEASURE_STATUS);
  int day = status == n_fields ? -1 : find_day (values[status].text);
  g_autoptr (TagaRecord) measure = NULL;
  g_autofree guint *all_fields = NULL;
  g_autofree TagaValue *all_values = NULL;
  g_autofree char *today = taga_date_today ();
  guint at;

  if (day >= 0)
    measure = taga_store_get_record (store, TAGA_TYPE_MEASURE, id, error);
  if (day >= 0 && measure == NULL)
    return FALSE;

  at = day < 0 ? n_fields : find_field (fields, n_fields, (guint) day);
  if (day < 0 || (at < n_fields && values[at].text != NULL)
      || (at == n_fields && taga_record_get_text (measure, (guint) day) != NULL))
    return taga_store_update (store, TAGA_TYPE_MEASURE, id, fields, values, n_fields, error);

  all_fields = g_new (guint, n_fields + 1);
  all_values = g_new (TagaValue, n_fields + 1);
  memcpy (all_fields, fields, n_fields * sizeof *fields);
  memcpy (all_values, values, n_fields * sizeof *values);
  all_fields[at] = (guint) day;
  all_values[at] = (TagaValue){ today, TAGA_UNKNOWN };

  return taga_store_update (store, TAGA_TYPE_MEASURE, id, all_fields, all_values,
                            MAX (n_fields, at + 1), error);
}

/* The answers that the round in use has, by check item: number of the record and the answer. */
static GHashTable *
load_answers (TagaStore *store, GHashTable **ids, GError **error)
{
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TagaQuery) query = taga_query_new ();
  TagaFilter *filter = taga_filter_new (TAGA_CHECK_ROUND);
  g_autofree char *round = g_strdup_printf ("%" G_GINT64_FORMAT, taga_store_get_round (store));
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  filter->keys = g_strdupv ((char *[]){ round, NULL });
  taga_query_set_filter (query, filter);
  cursor = taga_cursor_new (store, TAGA_TYPE_CHECK, query, error);
  if (cursor == NULL)
    return NULL;

  for (;;)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      if (values[TAGA_CHECK_ITEM].text == NULL)
        continue;
      g_hash_table_insert (answers, g_strdup (values[TAGA_CHECK_ITEM].text),
                           GINT_TO_POINTER ((int) values[TAGA_CHECK_ANSWER].number));
      g_hash_table_insert (records, g_strdup (values[TAGA_CHECK_ITEM].text),
                           g_memdup2 (&id, sizeof id));
    }

  if (ids != NULL)
    *ids = g_steal_pointer (&records);
  return g_steal_pointer (&answers);
}

/**
 * taga_measure_action_list_open_checks:
 * @store: a store
 * @id: number of a measure
 * @error: return location for an error
 *
 * Lists the check items that a measure serves and that the round in use has neither as done nor as
 * not applicable. If the round cannot be answered there are none.
 *
 * Returns: (transfer full) (nullable): their keys, or `NULL` with any [error@StoreError]
 */
GStrv
taga_measure_action_list_open_checks (TagaStore *store, gint64 id, GError **error)
{
  g_autoptr (TagaRecord) measure = taga_store_get_record (store, TAGA_TYPE_MEASURE, id, error);
  g_autoptr (GHashTable) answers = measure == NULL ? NULL : load_answers (store, NULL, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  const char *checks;

  if (answers == NULL)
    return NULL;
  if (taga_answer_record_find_obstacle (store) != NULL)
    return g_strv_builder_end (builder);

  checks = taga_record_get_text (measure, TAGA_MEASURE_CHECKS);
  keys = g_strsplit (checks == NULL ? "" : checks, " ", -1);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      int answer = GPOINTER_TO_INT (g_hash_table_lookup (answers, keys[i]));

      if (*keys[i] != '\0' && answer != TAGA_ANSWER_DONE && answer != TAGA_ANSWER_NOT_APPLICABLE)
        g_strv_builder_add (builder, keys[i]);
    }

  return g_strv_builder_end (builder);
}

static gboolean
answer_check (TagaStore *store, const char *item, const gint64 *id, const char *day, GError **error)
{
  static const guint fields[] = { TAGA_CHECK_ANSWER, TAGA_CHECK_ANSWERED_BY, TAGA_CHECK_ANSWERED_ON,
                                  TAGA_CHECK_TO_CONFIRM };
  const TagaValue to[] = { { NULL, TAGA_ANSWER_DONE },
                           { (char *) taga_store_get_person (store), TAGA_UNKNOWN },
                           { (char *) day, TAGA_UNKNOWN },
                           { NULL, 0 } };
  TagaValue *values;
  gboolean done;

  if (id != NULL)
    return taga_store_update (store, TAGA_TYPE_CHECK, *id, fields, to, G_N_ELEMENTS (fields),
                              error);

  values = taga_values_new (TAGA_CHECK_N_FIELDS);
  values[TAGA_CHECK_ROUND].number = taga_store_get_round (store);
  values[TAGA_CHECK_ITEM].text = g_strdup (item);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    taga_value_set (&values[fields[i]], &to[i]);
  done = taga_store_insert (store, TAGA_TYPE_CHECK, values, NULL, error);
  taga_values_free (values, TAGA_CHECK_N_FIELDS);

  return done;
}

/**
 * taga_measure_action_answer:
 * @store: a store
 * @checks: (array zero-terminated=1): keys of check items, at least one
 * @error: return location for an error
 *
 * Answers check items of the round in use as done, as of today and by the store's person, as one
 * step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_measure_action_answer (TagaStore *store, const char *const *checks, GError **error)
{
  guint n = g_strv_length ((char **) checks);
  g_autofree char *label = g_strdup_printf (
      ngettext ("Answer %u check item: done", "Answer %u check items: done", n), n);
  g_autofree char *day = taga_date_today ();
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GHashTable) answers = load_answers (store, &ids, error);
  gboolean done = TRUE;

  if (answers == NULL || !taga_store_begin (store, label, error))
    return FALSE;

  for (guint i = 0; done && i < n; i++)
    done = answer_check (store, checks[i], g_hash_table_lookup (ids, checks[i]), day, error);

  return end_step (store, done, error);
}
