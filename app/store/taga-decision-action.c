#include "taga-decision-action.h"

#include <glib/gi18n-lib.h>

#include "taga-company.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-decision.h"
#include "taga-executive.h"
#include "taga-measure-keys.h"
#include "taga-measure.h"

/* What comes of what the management decides, each as one step. */

static gboolean
end_step (TagaStore *store, gboolean done, GError **error)
{
  if (done)
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}

static gboolean
is_answer (const TagaValue *value)
{
  return value->text != NULL && *value->text != '\0';
}

/* Who speaks for the company decides, unless another is entered; nobody if that is not known. */
static char *
dup_representative (TagaStore *store)
{
  g_autoptr (TagaRecord) company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, NULL);

  return company == NULL ? NULL
                         : g_strdup (taga_record_get_text (company, TAGA_COMPANY_REPRESENTATIVE));
}

/**
 * taga_decision_action_complete:
 * @store: a store
 * @values: (array length=TAGA_DECISION_N_FIELDS): a decision that is about to be added
 *
 * Enters today where there is an answer and nothing says when it was given, and the representative
 * of the company where nothing says by whom (our rule).
 */
void
taga_decision_action_complete (TagaStore *store, TagaValue *values)
{
  if (!is_answer (&values[TAGA_DECISION_ANSWER]))
    return;

  if (values[TAGA_DECISION_DECIDED_ON].text == NULL)
    values[TAGA_DECISION_DECIDED_ON].text = taga_date_today ();
  if (values[TAGA_DECISION_DECIDED_BY].text == NULL)
    values[TAGA_DECISION_DECIDED_BY].text = dup_representative (store);
}

/* Whether an answer is given without a field that goes with it, which the record does not have
 * yet. */
static gboolean
lacks (TagaRecord *decision,
       guint field,
       const guint *fields,
       const TagaValue *values,
       guint n_fields)
{
  gboolean is_answered = FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i] == field && values[i].text != NULL)
        return FALSE;
      if (fields[i] == TAGA_DECISION_ANSWER)
        is_answered = is_answer (&values[i]);
    }

  return is_answered && taga_record_get_text (decision, field) == NULL;
}

static gboolean
set_text (TagaStore *store, gint64 id, guint field, char *text, GError **error)
{
  const TagaValue value = { text, TAGA_UNKNOWN };

  return taga_store_update (store, TAGA_TYPE_DECISION, id, &field, &value, 1, error);
}

/**
 * taga_decision_action_update:
 * @store: a store within a step
 * @id: number of a decision
 * @fields: (array length=n_fields): which fields
 * @values: (array length=n_fields): what they shall be
 * @n_fields: how many
 * @error: return location for an error
 *
 * Changes fields of a decision within a step. An answer that is entered without saying when it was
 * given was given today, and by the representative of the company where nobody is named (our rule);
 * what was entered stays.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_decision_action_update (TagaStore *store,
                             gint64 id,
                             const guint *fields,
                             const TagaValue *values,
                             guint n_fields,
                             GError **error)
{
  g_autofree char *today = taga_date_today ();
  g_autofree char *representative = dup_representative (store);
  g_autoptr (TagaRecord) decision = taga_store_get_record (store, TAGA_TYPE_DECISION, id, error);

  if (decision == NULL
      || !taga_store_update (store, TAGA_TYPE_DECISION, id, fields, values, n_fields, error))
    return FALSE;
  if (lacks (decision, TAGA_DECISION_DECIDED_ON, fields, values, n_fields)
      && !set_text (store, id, TAGA_DECISION_DECIDED_ON, today, error))
    return FALSE;

  return representative == NULL
         || !lacks (decision, TAGA_DECISION_DECIDED_BY, fields, values, n_fields)
         || set_text (store, id, TAGA_DECISION_DECIDED_BY, representative, error);
}

static gboolean
insert_decision (TagaStore *store,
                 const TagaExecutiveDecision *decision,
                 const char *today,
                 gint64 *id,
                 GError **error)
{
  TagaValue *values = taga_values_new (TAGA_DECISION_N_FIELDS);
  gboolean done;

  values[TAGA_DECISION_NAME].text = g_strdup (decision->name);
  values[TAGA_DECISION_REASON].text = g_strdup (decision->reason);
  values[TAGA_DECISION_MEASURES].text = g_strdup (decision->measures);
  values[TAGA_DECISION_AMOUNT].number = decision->amount;
  values[TAGA_DECISION_ASKED_ON].text = g_strdup (today);
  values[TAGA_DECISION_DUE_ON].text = g_strdup (decision->due_on);
  done = taga_store_insert (store, TAGA_TYPE_DECISION, values, id, error);
  taga_values_free (values, TAGA_DECISION_N_FIELDS);

  return done;
}

/**
 * taga_decision_action_add:
 * @store: a store
 * @decisions: (element-type TagaExecutiveDecision): what to ask the management, at least one
 * @id: (out) (optional): number of the last one
 * @error: return location for an error
 *
 * Enters what the management is asked as of today, all as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_decision_action_add (TagaStore *store, GPtrArray *decisions, gint64 *id, GError **error)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("Ask for %u decision", "Ask for %u decisions", decisions->len), decisions->len);
  g_autofree char *today = taga_date_today ();
  gboolean done = TRUE;

  if (!taga_store_begin (store, label, error))
    return FALSE;

  for (guint i = 0; done && i < decisions->len; i++)
    done = insert_decision (store, g_ptr_array_index (decisions, i), today, id, error);

  return end_step (store, done, error);
}

static gboolean
is_waiting (const char *status)
{
  return status == NULL || g_str_equal (status, "todo");
}

/**
 * taga_decision_action_list_waiting:
 * @store: a store
 * @id: number of a decision
 * @error: return location for an error
 *
 * Lists the measures that a decision is about and that nobody has begun.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their numbers, or `NULL` with any
 *   [error@StoreError]
 */
GArray *
taga_decision_action_list_waiting (TagaStore *store, gint64 id, GError **error)
{
  g_autoptr (TagaRecord) decision = taga_store_get_record (store, TAGA_TYPE_DECISION, id, error);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) named = NULL;
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 measure;

  if (decision == NULL)
    return NULL;

  named = taga_measure_keys_read_assets (taga_record_get_text (decision, TAGA_DECISION_MEASURES));
  cursor = taga_cursor_new_for_ids (store, TAGA_TYPE_MEASURE, (gint64 *) (gpointer) named->data,
                                    named->len, error);
  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, &measure, &values, &has_row, error))
        return NULL;
      if (has_row && is_waiting (values[TAGA_MEASURE_STATUS].text))
        g_array_append_val (waiting, measure);
    }

  return cursor == NULL ? NULL : g_steal_pointer (&waiting);
}

static gboolean
start_measure (TagaStore *store, gint64 id, const char *today, GError **error)
{
  static const guint fields[] = { TAGA_MEASURE_STATUS, TAGA_MEASURE_ACTUAL_START };
  const TagaValue values[] = { { (char *) "doing", TAGA_UNKNOWN },
                               { (char *) today, TAGA_UNKNOWN } };
  g_autoptr (TagaRecord) measure = taga_store_get_record (store, TAGA_TYPE_MEASURE, id, error);

  if (measure == NULL)
    return FALSE;

  return taga_store_update (
      store, TAGA_TYPE_MEASURE, id, fields, values,
      taga_record_get_text (measure, TAGA_MEASURE_ACTUAL_START) == NULL ? 2 : 1, error);
}

/**
 * taga_decision_action_start:
 * @store: a store
 * @measures: (element-type gint64): numbers of measures, at least one
 * @error: return location for an error
 *
 * Begins measures today, or on the day that was entered before, all as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_decision_action_start (TagaStore *store, GArray *measures, GError **error)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("Start %u measure", "Start %u measures", measures->len), measures->len);
  g_autofree char *today = taga_date_today ();
  gboolean done = TRUE;

  if (!taga_store_begin (store, label, error))
    return FALSE;

  for (guint i = 0; done && i < measures->len; i++)
    done = start_measure (store, g_array_index (measures, gint64, i), today, error);

  return end_step (store, done, error);
}
