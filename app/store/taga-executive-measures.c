#include <string.h>

#include "taga-cursor.h"
#include "taga-executive-private.h"
#include "taga-measure-sums.h"
#include "taga-measure.h"

/* What was done, what is late, and what it costs. */

static void
add_measure (GPtrArray *measures, gint64 id, const TagaValue *values, const char *day, guint n_days)
{
  TagaExecutiveMeasure *measure = g_new0 (TagaExecutiveMeasure, 1);

  measure->id = id;
  measure->name = g_strdup (values[TAGA_MEASURE_NAME].text);
  measure->owner = g_strdup (values[TAGA_MEASURE_OWNER].text);
  measure->day = g_strdup (day);
  measure->n_days = n_days;
  g_ptr_array_add (measures, measure);
}

/* What is spent of a budget is not to be spent again; who spends more than planned has nothing
 * left. */
static void
add_costs (TagaExecutiveCosts *self, const TagaValue *values, gboolean is_finished)
{
  gint64 budget = values[TAGA_MEASURE_BUDGET].number;
  gint64 cost = values[TAGA_MEASURE_ACTUAL_COST].number;

  self->n_measures++;
  self->n_open += !is_finished;
  if (budget != TAGA_UNKNOWN)
    {
      self->budget += budget;
      self->n_budgeted++;
    }
  if (cost != TAGA_UNKNOWN)
    {
      self->cost += cost;
      self->n_costed++;
    }
  if (budget != TAGA_UNKNOWN && !is_finished)
    {
      self->to_spend += MAX (budget - MAX (cost, 0), 0);
      self->n_to_spend++;
    }
}

static void
take_measure (TagaExecutive *self, gint64 id, const TagaValue *values, const char *today)
{
  gboolean is_finished = g_strcmp0 (values[TAGA_MEASURE_STATUS].text, "done") == 0;
  const char *from = self->n_rounds == TAGA_EXECUTIVE_ROUNDS ? self->rounds[0].day : NULL;
  const char *day = values[TAGA_MEASURE_ACTUAL_END].text;
  guint n_days = taga_measure_values_get_delay (values, today);

  add_costs (&self->costs, values, is_finished);
  if (is_finished && (day == NULL || from == NULL || strcmp (day, from) > 0))
    add_measure (self->done, id, values, day, 0);
  if (n_days > 0)
    add_measure (self->late, id, values, values[TAGA_MEASURE_PLANNED_END].text, n_days);
}

/* The newest first; those of which nobody knows the day come last. */
static int
compare_done (gconstpointer a, gconstpointer b)
{
  const TagaExecutiveMeasure *one = *(const TagaExecutiveMeasure *const *) a;
  const TagaExecutiveMeasure *other = *(const TagaExecutiveMeasure *const *) b;
  int order = g_strcmp0 (other->day, one->day);

  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

static int
compare_late (gconstpointer a, gconstpointer b)
{
  const TagaExecutiveMeasure *one = *(const TagaExecutiveMeasure *const *) a;
  const TagaExecutiveMeasure *other = *(const TagaExecutiveMeasure *const *) b;

  if (one->n_days != other->n_days)
    return one->n_days > other->n_days ? -1 : 1;

  return (one->id > other->id) - (one->id < other->id);
}

/* Reads what was finished since the earlier round, what is late as of today, and what all of it
 * costs. */
gboolean
taga_executive_read_measures (TagaExecutive *self,
                              TagaStore *store,
                              const char *today,
                              GError **error)
{
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_MEASURE, NULL, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (has_row)
        take_measure (self, id, values, today);
    }
  if (cursor == NULL)
    return FALSE;

  g_ptr_array_sort (self->done, compare_done);
  g_ptr_array_sort (self->late, compare_late);
  return TRUE;
}
