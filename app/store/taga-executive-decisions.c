#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-company.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-decision.h"
#include "taga-executive-private.h"
#include "taga-measure-keys.h"
#include "taga-measure.h"
#include "taga-risk-matrix.h"

/* What the management has to decide: what somebody entered, or else what follows from the plan. */

/* More than that nobody decides in five minutes. */
#define MAX_PROPOSED_MEASURES 3

/**
 * Plan:
 * @asked: numbers of the measures that some decision is about, whatever the answer
 * @next: (element-type TagaRecord): measures that are not begun
 *
 * What proposals follow from.
 */
typedef struct
{
  GHashTable *asked;
  GPtrArray *next;
} Plan;

static void
clear_plan (Plan *self)
{
  g_hash_table_unref (self->asked);
  g_ptr_array_unref (self->next);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, clear_plan)

static void
note_asked (GHashTable *asked, const char *measures)
{
  g_autoptr (GArray) ids = taga_measure_keys_read_assets (measures);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (asked, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
}

static void
add_decision (GPtrArray *decisions, gint64 id, const TagaValue *values)
{
  TagaExecutiveDecision *decision = g_new0 (TagaExecutiveDecision, 1);

  decision->id = id;
  decision->name = g_strdup (values[TAGA_DECISION_NAME].text);
  decision->reason = g_strdup (values[TAGA_DECISION_REASON].text);
  decision->measures = g_strdup (values[TAGA_DECISION_MEASURES].text);
  decision->amount = values[TAGA_DECISION_AMOUNT].number;
  decision->due_on = g_strdup (values[TAGA_DECISION_DUE_ON].text);
  decision->is_put_off = values[TAGA_DECISION_ANSWER].text != NULL;
  g_ptr_array_add (decisions, decision);
}

/* What was put off comes back, after what nobody has answered yet; of these the more urgent first.
 */
static int
compare_decisions (gconstpointer a, gconstpointer b)
{
  const TagaExecutiveDecision *one = *(const TagaExecutiveDecision *const *) a;
  const TagaExecutiveDecision *other = *(const TagaExecutiveDecision *const *) b;

  if (one->is_put_off != other->is_put_off)
    return one->is_put_off ? 1 : -1;
  if (g_strcmp0 (one->due_on, other->due_on) != 0)
    {
      if (one->due_on == NULL || other->due_on == NULL)
        return one->due_on == NULL ? 1 : -1;
      return strcmp (one->due_on, other->due_on);
    }

  return (one->id > other->id) - (one->id < other->id);
}

static gboolean
read_decisions (TagaStore *store, GPtrArray *decisions, GHashTable *asked, GError **error)
{
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_DECISION, NULL, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  while (cursor != NULL && has_row)
    {
      const char *answer;

      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      note_asked (asked, values[TAGA_DECISION_MEASURES].text);
      answer = values[TAGA_DECISION_ANSWER].text;
      if (decisions != NULL && (answer == NULL || g_str_equal (answer, "later")))
        add_decision (decisions, id, values);
    }
  if (cursor == NULL)
    return FALSE;

  if (decisions != NULL)
    g_ptr_array_sort (decisions, compare_decisions);
  return TRUE;
}

/* Those to be begun first come first; then those without a day. */
static int
compare_starts (gconstpointer a, gconstpointer b)
{
  TagaRecord *one = *(TagaRecord *const *) a;
  TagaRecord *other = *(TagaRecord *const *) b;
  const char *start = taga_record_get_text (one, TAGA_MEASURE_PLANNED_START);
  const char *other_start = taga_record_get_text (other, TAGA_MEASURE_PLANNED_START);

  if (g_strcmp0 (start, other_start) != 0)
    {
      if (start == NULL || other_start == NULL)
        return start == NULL ? 1 : -1;
      return strcmp (start, other_start);
    }

  return taga_record_get_id (one) < taga_record_get_id (other) ? -1 : 1;
}

static gboolean
read_next (TagaStore *store, Plan *plan, GError **error)
{
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_MEASURE, NULL, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  while (cursor != NULL && has_row)
    {
      const char *status;
      TagaRecord *measure;

      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      status = has_row ? values[TAGA_MEASURE_STATUS].text : NULL;
      if (!has_row || (status != NULL && !g_str_equal (status, "todo"))
          || g_hash_table_contains (plan->asked, &id))
        continue;

      measure = g_object_new (TAGA_TYPE_MEASURE, NULL);
      taga_record_set_id (measure, id);
      for (guint i = 0; i < TAGA_MEASURE_N_FIELDS; i++)
        taga_record_set_value (measure, i, &values[i]);
      g_ptr_array_add (plan->next, measure);
    }
  if (cursor == NULL)
    return FALSE;

  g_ptr_array_sort (plan->next, compare_starts);
  return TRUE;
}

/* Who would do it, and until when. */
static char *
describe_plan (TagaRecord *measure, gboolean has_era)
{
  const char *owner = taga_record_get_text (measure, TAGA_MEASURE_OWNER);
  g_autofree char *end =
      taga_date_format (taga_record_get_text (measure, TAGA_MEASURE_PLANNED_END), has_era);

  if (owner != NULL && *end != '\0')
    /* Translators: a person and a day */
    return g_strdup_printf (_ ("%s plans to finish it by %s."), owner, end);
  if (owner != NULL)
    return g_strdup_printf (_ ("%s would do it."), owner);
  if (*end != '\0')
    return g_strdup_printf (_ ("It is planned to be finished by %s."), end);

  return NULL;
}

static void
propose_measure (GPtrArray *proposals, TagaRecord *measure, const char *today, gboolean has_era)
{
  TagaExecutiveDecision *decision = g_new0 (TagaExecutiveDecision, 1);
  const char *start = taga_record_get_text (measure, TAGA_MEASURE_PLANNED_START);

  decision->name =
      g_strdup_printf (_ ("Start “%s”"), taga_record_get_text (measure, TAGA_MEASURE_NAME));
  decision->reason = describe_plan (measure, has_era);
  decision->measures = g_strdup_printf ("%" G_GINT64_FORMAT, taga_record_get_id (measure));
  decision->amount = taga_record_get_number (measure, TAGA_MEASURE_BUDGET);
  if (start != NULL && strcmp (start, today) > 0)
    decision->due_on = g_strdup (start);
  g_ptr_array_add (proposals, decision);
}

static void
propose_treatment (GPtrArray *proposals, guint n)
{
  TagaExecutiveDecision *decision = g_new0 (TagaExecutiveDecision, 1);

  decision->name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Let %u large risk be dealt with",
                                                 "Let %u large risks be dealt with", n),
                                    n);
  decision->reason = g_strdup (
      _ ("They are larger than the company accepts, and nothing is decided about them yet."));
  decision->amount = TAGA_UNKNOWN;
  g_ptr_array_add (proposals, decision);
}

/* What the plan and the risks ask for: to deal with what is too large, and to begin what is next
 * (our rule). */
static gboolean
list_proposals (TagaStore *store,
                guint n_untreated,
                GHashTable *asked,
                const char *today,
                GPtrArray *proposals,
                GError **error)
{
  g_autoptr (TagaRecord) company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, error);
  g_auto (Plan)
      plan = { g_hash_table_ref (asked), g_ptr_array_new_with_free_func (g_object_unref) };
  gboolean has_era;

  if (company == NULL || !read_next (store, &plan, error))
    return FALSE;

  has_era = g_strcmp0 (taga_record_get_text (company, TAGA_COMPANY_DATE_STYLE), "japanese") == 0;
  if (n_untreated > 0)
    propose_treatment (proposals, n_untreated);
  for (guint i = 0; i < plan.next->len && i < MAX_PROPOSED_MEASURES; i++)
    propose_measure (proposals, g_ptr_array_index (plan.next, i), today, has_era);

  return TRUE;
}

/* Reads what is open, or proposes what could be decided. */
gboolean
taga_executive_read_decisions (TagaExecutive *self,
                               TagaStore *store,
                               const char *today,
                               GError **error)
{
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!read_decisions (store, self->decisions, asked, error))
    return FALSE;

  self->is_proposal = self->decisions->len == 0;
  return !self->is_proposal
         || list_proposals (store, self->n_untreated, asked, today, self->decisions, error);
}

/**
 * taga_executive_propose:
 * @store: a store
 * @today: the day, ISO 8601
 * @error: return location for an error
 *
 * Lists what the management could be asked by the plan and the risks (our rule): to deal with the
 * risks above the line of acceptance of which nothing is decided, and to begin the measures that
 * come next and that no decision is about.
 *
 * Returns: (transfer full) (nullable) (element-type TagaExecutiveDecision): the proposals, or
 *   `NULL` with any [error@StoreError]
 */
GPtrArray *
taga_executive_propose (TagaStore *store, const char *today, GError **error)
{
  g_autoptr (GPtrArray) proposals =
      g_ptr_array_new_with_free_func ((GDestroyNotify) taga_executive_decision_free);
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  TagaRiskMatrix matrix;

  if (!taga_risk_matrix_load (store, &matrix, error) || !read_decisions (store, NULL, asked, error)
      || !list_proposals (store, matrix.n_untreated, asked, today, proposals, error))
    return NULL;

  return g_steal_pointer (&proposals);
}

/**
 * taga_executive_read:
 * @store: a store
 * @before: number of the earlier round, or 0 for the one before the other
 * @after: number of the later round, or 0 for the newest
 * @today: the day, ISO 8601
 * @error: return location for an error
 *
 * Gathers what the management has to know and to decide. Risks are as of now.
 *
 * Returns: (transfer full) (nullable): the sheet, or `NULL` with `TAGA_STORE_ERROR_NOT_FOUND` if
 *   there is no such round, or any other [error@StoreError]
 */
TagaExecutive *
taga_executive_read (TagaStore *store,
                     gint64 before,
                     gint64 after,
                     const char *today,
                     GError **error)
{
  g_autoptr (TagaExecutive) self = taga_executive_new ();

  if (!taga_executive_read_rounds (self, store, before, after, error)
      || !taga_executive_read_risks (self, store, error)
      || !taga_executive_read_measures (self, store, today, error)
      || !taga_executive_read_decisions (self, store, today, error))
    return NULL;

  return g_steal_pointer (&self);
}
