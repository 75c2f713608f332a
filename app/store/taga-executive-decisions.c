#include <string.h>

#include "taga-cursor.h"
#include "taga-decision.h"
#include "taga-executive-private.h"
#include "taga-measure-keys.h"

/* What the management has to decide: what somebody entered, or else what follows from the plan. */

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

/* Reads what is open, and notes which measures any decision is about, whatever the answer. */
gboolean
taga_executive_read_open (TagaStore *store, GPtrArray *decisions, GHashTable *asked, GError **error)
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

/* Reads what is open, or proposes what could be decided. */
gboolean
taga_executive_read_decisions (TagaExecutive *self,
                               TagaStore *store,
                               const char *today,
                               GError **error)
{
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!taga_executive_read_open (store, self->decisions, asked, error))
    return FALSE;

  self->is_proposal = self->decisions->len == 0;
  return !self->is_proposal
         || taga_executive_list_proposals (store, self->n_untreated, asked, today, self->decisions,
                                           error);
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
