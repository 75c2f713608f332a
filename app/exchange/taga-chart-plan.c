#include "taga-chart-plan.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "taga-advice.h"
#include "taga-chart-effort.h"
#include "taga-chart-from.h"
#include "taga-chart-progress.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-measure.h"

/* More than these nobody reads on one page. */
#define MAX_MEASURES 40
#define MAX_ITEMS 24

/* From how many yen on a check item takes some or much money (our rule). */
#define SOME_MONEY 50000
#define MUCH_MONEY 300000

static int
compare_days (const char *one, const char *other)
{
  return g_strcmp0 (one == NULL ? "9999" : one, other == NULL ? "9999" : other);
}

static const char *
get_text (TagaRecord *const *record, guint field)
{
  return taga_record_get_text (*record, field);
}

/* In the order of the plan; what has no day comes last. */
static int
compare_measures (gconstpointer one, gconstpointer other)
{
  TagaRecord *const *a = one;
  TagaRecord *const *b = other;
  const char *first = get_text (a, TAGA_MEASURE_PLANNED_START);
  const char *second = get_text (b, TAGA_MEASURE_PLANNED_START);
  int order;

  if (first == NULL)
    first = get_text (a, TAGA_MEASURE_PLANNED_END);
  if (second == NULL)
    second = get_text (b, TAGA_MEASURE_PLANNED_END);
  order = compare_days (first, second);
  if (order == 0)
    order = compare_days (get_text (a, TAGA_MEASURE_PLANNED_END),
                          get_text (b, TAGA_MEASURE_PLANNED_END));

  return order != 0 ? order
                    : (taga_record_get_id (*a) > taga_record_get_id (*b))
                          - (taga_record_get_id (*a) < taga_record_get_id (*b));
}

static GPtrArray *
read_measures (TagaStore *store, GError **error)
{
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_MEASURE, NULL, error);
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  if (cursor == NULL)
    return NULL;

  while (has_row)
    {
      TagaMeasure *measure;

      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (!has_row)
        break;

      measure = taga_measure_new ();
      taga_record_set_id (TAGA_RECORD (measure), id);
      for (guint i = 0; i < TAGA_MEASURE_N_FIELDS; i++)
        taga_record_set_value (TAGA_RECORD (measure), i, &values[i]);
      g_ptr_array_add (measures, measure);
    }

  g_ptr_array_sort (measures, compare_measures);
  return g_steal_pointer (&measures);
}

static gboolean
is_done (TagaRecord *measure)
{
  return g_strcmp0 (taga_record_get_text (measure, TAGA_MEASURE_STATUS), "done") == 0;
}

/* What is finished is left out first, the oldest of it first. */
static void
shorten (GPtrArray *measures, TagaChart *chart)
{
  guint n = measures->len;

  for (guint i = 0; i < measures->len && measures->len > MAX_MEASURES;)
    if (is_done (measures->pdata[i]))
      g_ptr_array_remove_index (measures, i);
    else
      i++;
  if (measures->len > MAX_MEASURES)
    g_ptr_array_set_size (measures, MAX_MEASURES);
  taga_chart_progress_set_more (TAGA_CHART_PROGRESS (chart), n - measures->len);
}

/**
 * taga_chart_from_plan:
 * @store: a company file
 * @error: return location for an error
 *
 * Draws the measures, planned against actual, in the order of the plan.
 *
 * Returns: (transfer full) (nullable): the chart, or `NULL` with any [error@StoreError]
 */
TagaChart *
taga_chart_from_plan (TagaStore *store, GError **error)
{
  g_autoptr (GPtrArray) measures = read_measures (store, error);
  g_autofree char *today = taga_date_today ();
  TagaChart *chart;

  if (measures == NULL)
    return NULL;

  chart = taga_chart_progress_new (today);
  taga_chart_set_title (chart, _ ("Measures: planned and actual"));
  shorten (measures, chart);
  for (guint i = 0; i < measures->len; i++)
    {
      TagaRecord *measure = measures->pdata[i];
      TagaProgressRow row = {
        .name = taga_record_get_text (measure, TAGA_MEASURE_NAME),
        .planned_start = taga_record_get_text (measure, TAGA_MEASURE_PLANNED_START),
        .planned_end = taga_record_get_text (measure, TAGA_MEASURE_PLANNED_END),
        .actual_start = taga_record_get_text (measure, TAGA_MEASURE_ACTUAL_START),
        .actual_end = taga_record_get_text (measure, TAGA_MEASURE_ACTUAL_END),
        .is_done = is_done (measure),
      };

      taga_chart_progress_add (TAGA_CHART_PROGRESS (chart), &row);
    }

  return chart;
}

/* The level of what it costs; not known if nobody has entered that. */
static double
get_effort (const TagaAdviceSet *set)
{
  if (set->unpriced->len > 0)
    return NAN;

  return set->cost < SOME_MONEY ? 1 : set->cost < MUCH_MONEY ? 2 : 3;
}

/* Thirds of what the best item brings. */
static double
get_effect (const TagaAdviceSet *set, gint64 best)
{
  return best <= 0 || set->fall <= 0 ? 1 : MIN (1 + (int) (3 * set->fall / best), 3);
}

static void
add_items (TagaChart *chart, TagaEdition *edition, GPtrArray *items)
{
  gint64 best = 0;
  guint n = MIN (items->len, MAX_ITEMS);

  for (guint i = 0; i < items->len; i++)
    best = MAX (best, ((TagaAdviceSet *) items->pdata[i])->fall);

  for (guint i = 0; i < n; i++)
    {
      const TagaAdviceSet *set = items->pdata[i];
      const char *key = set->checks->pdata[0];
      const TagaItem *item = taga_edition_find_item (edition, "check", key);
      const char *title = item == NULL ? NULL : taga_chart_from_item (item);
      g_autofree char *name =
          title == NULL ? g_strdup (key) : g_strdup_printf ("%s %s", key, title);

      taga_chart_effort_add (TAGA_CHART_EFFORT (chart), name, get_effort (set),
                             get_effect (set, best));
    }
  taga_chart_effort_set_more (TAGA_CHART_EFFORT (chart), items->len - n);
}

/**
 * taga_chart_from_advice:
 * @store: a company file
 * @error: return location for an error
 *
 * Draws what the check items that are not done would cost and bring, by the answers of the round in
 * use. The levels are our rule: under 50,000 yen, under 300,000 yen, more; and thirds of what the
 * best item brings.
 *
 * Returns: (transfer full) (nullable): the chart, or `NULL` with any [error@StoreError]
 */
TagaChart *
taga_chart_from_advice (TagaStore *store, GError **error)
{
  g_autoptr (TagaImpact) impact = taga_impact_new (store, error);
  g_autoptr (TagaAdvice) advice = NULL;
  TagaChart *chart;

  if (impact == NULL)
    return NULL;
  advice = taga_advice_new (store, impact, error);
  if (advice == NULL)
    return NULL;

  /* Translators: our levels 1 to 3: under 50,000 yen, under 300,000 yen, more */
  chart = taga_chart_effort_new (_ ("Cost (from ¥50,000, from ¥300,000)"),
                                 _ ("Fall of the risks (own rule)"));
  taga_chart_set_title (chart, _ ("Cost and effect of check items"));
  add_items (chart, taga_store_get_edition (store), taga_advice_get_items (advice));

  return chart;
}
