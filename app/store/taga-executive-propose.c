#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-company.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-executive-private.h"
#include "taga-measure-keys.h"
#include "taga-measure.h"
#include "taga-risk-matrix.h"

/* What the management could be asked. */

/* More than that nobody decides in five minutes. */
#define MAX_PROPOSED_MEASURES 3

/* So many measures are named where several are asked about together. */
#define MAX_NAMES 3

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

/* Adds one of several measures to what is asked about them together. A sum of which a part is not
 * known is not known. */
static void
take_measure (TagaExecutiveDecision *decision, TagaRecord *measure, GString *names, guint place)
{
  gint64 budget = taga_record_get_number (measure, TAGA_MEASURE_BUDGET);
  const char *start = taga_record_get_text (measure, TAGA_MEASURE_PLANNED_START);

  if (place == 0)
    decision->amount = 0;
  if (decision->amount != TAGA_UNKNOWN)
    decision->amount = budget == TAGA_UNKNOWN || decision->amount + budget > G_MAXINT32
                           ? TAGA_UNKNOWN
                           : decision->amount + budget;
  if (start != NULL && (decision->due_on == NULL || strcmp (start, decision->due_on) < 0))
    {
      g_free (decision->due_on);
      decision->due_on = g_strdup (start);
    }
  if (place < MAX_NAMES)
    g_string_append_printf (names, "%s%s", place == 0 ? "" : _ (", "),
                            taga_record_get_text (measure, TAGA_MEASURE_NAME));
  else if (place == MAX_NAMES)
    g_string_append (names, "…");
}

static gboolean
propose_together (TagaStore *store,
                  GPtrArray *proposals,
                  GArray *ids,
                  const char *today,
                  GError **error)
{
  TagaExecutiveDecision *decision = g_new0 (TagaExecutiveDecision, 1);
  GString *names = g_string_new (NULL);
  gboolean done = TRUE;

  g_ptr_array_add (proposals, decision);
  decision->name = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Start %u measure", "Start %u measures", ids->len), ids->len);
  decision->measures = taga_measure_keys_write_assets ((gint64 *) (gpointer) ids->data, ids->len);
  for (guint i = 0; done && i < ids->len; i++)
    {
      g_autoptr (TagaRecord) measure =
          taga_store_get_record (store, TAGA_TYPE_MEASURE, g_array_index (ids, gint64, i), error);

      done = measure != NULL;
      if (done)
        take_measure (decision, measure, names, i);
    }
  if (decision->due_on != NULL && strcmp (decision->due_on, today) <= 0)
    g_clear_pointer (&decision->due_on, g_free);
  decision->reason = g_string_free (names, FALSE);

  return done;
}

static gboolean
read_era (TagaStore *store, gboolean *has_era, GError **error)
{
  g_autoptr (TagaRecord) company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, error);

  if (company == NULL)
    return FALSE;

  *has_era = g_strcmp0 (taga_record_get_text (company, TAGA_COMPANY_DATE_STYLE), "japanese") == 0;
  return TRUE;
}

/**
 * taga_executive_propose_start:
 * @store: a store
 * @measures: (element-type gint64): numbers of measures, at least one
 * @today: the day, ISO 8601
 * @error: return location for an error
 *
 * Words the question whether to begin measures.
 *
 * Returns: (transfer full) (nullable) (element-type TagaExecutiveDecision): the one question, or
 *   `NULL` with any [error@StoreError]
 */
GPtrArray *
taga_executive_propose_start (TagaStore *store, GArray *measures, const char *today, GError **error)
{
  g_autoptr (GPtrArray) proposals =
      g_ptr_array_new_with_free_func ((GDestroyNotify) taga_executive_decision_free);
  g_autoptr (TagaRecord) first = NULL;
  gboolean has_era;

  if (!read_era (store, &has_era, error))
    return NULL;

  if (measures->len > 1)
    return propose_together (store, proposals, measures, today, error)
               ? g_steal_pointer (&proposals)
               : NULL;

  first =
      taga_store_get_record (store, TAGA_TYPE_MEASURE, g_array_index (measures, gint64, 0), error);
  if (first == NULL)
    return NULL;

  propose_measure (proposals, first, today, has_era);
  return g_steal_pointer (&proposals);
}

static void
propose_treatment (GPtrArray *proposals, guint n)
{
  TagaExecutiveDecision *decision = g_new0 (TagaExecutiveDecision, 1);

  decision->name =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Let %u risk above the line be dealt with",
                                    "Let %u risks above the line be dealt with", n),
                       n);
  decision->reason = g_strdup (
      _ ("They are larger than the company accepts, and nothing is decided about them yet."));
  decision->amount = TAGA_UNKNOWN;
  g_ptr_array_add (proposals, decision);
}

/* What the plan and the risks ask for: to deal with what is too large, and to begin what is next
 * (our rule). */
gboolean
taga_executive_list_proposals (TagaStore *store,
                               guint n_untreated,
                               GHashTable *asked,
                               const char *today,
                               GPtrArray *proposals,
                               GError **error)
{
  g_auto (Plan)
      plan = { g_hash_table_ref (asked), g_ptr_array_new_with_free_func (g_object_unref) };
  gboolean has_era;

  if (!read_era (store, &has_era, error) || !read_next (store, &plan, error))
    return FALSE;

  if (n_untreated > 0)
    propose_treatment (proposals, n_untreated);
  for (guint i = 0; i < plan.next->len && i < MAX_PROPOSED_MEASURES; i++)
    propose_measure (proposals, g_ptr_array_index (plan.next, i), today, has_era);

  return TRUE;
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

  if (!taga_risk_matrix_load (store, &matrix, error)
      || !taga_executive_read_open (store, NULL, asked, error)
      || !taga_executive_list_proposals (store, matrix.n_untreated, asked, today, proposals, error))
    return NULL;

  return g_steal_pointer (&proposals);
}
