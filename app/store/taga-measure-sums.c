#include "taga-measure-sums.h"

#include <stdio.h>

#include "taga-cursor.h"
#include "taga-measure.h"

static gboolean
read_day (const char *text, GDate *date)
{
  guint year, month, day;

  g_date_clear (date, 1);
  if (text == NULL || sscanf (text, "%4u-%2u-%2u", &year, &month, &day) != 3
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static guint
count_delay (const char *status, const char *planned_end, const char *today)
{
  GDate end, now;
  int days;

  if (g_strcmp0 (status, "done") == 0 || !read_day (planned_end, &end) || !read_day (today, &now))
    return 0;

  days = g_date_days_between (&end, &now);
  return days > 0 ? (guint) days : 0;
}

/**
 * taga_measure_get_delay:
 * @measure: a measure
 * @today: the day, ISO 8601
 *
 * Tells by how much a measure is late: its planned end is over, and it is not finished.
 *
 * Returns: how many days; 0 if it is not late
 */
guint
taga_measure_get_delay (TagaRecord *measure, const char *today)
{
  return count_delay (taga_record_get_text (measure, TAGA_MEASURE_STATUS),
                      taga_record_get_text (measure, TAGA_MEASURE_PLANNED_END), today);
}

/**
 * taga_measure_values_get_delay:
 * @values: (array): the values of a measure, by field
 * @today: the day, ISO 8601
 *
 * Tells by how much a measure is late, like [func@measure_get_delay].
 *
 * Returns: how many days; 0 if it is not late
 */
guint
taga_measure_values_get_delay (const TagaValue *values, const char *today)
{
  return count_delay (values[TAGA_MEASURE_STATUS].text, values[TAGA_MEASURE_PLANNED_END].text,
                      today);
}

static void
add_measure (TagaMeasureSums *self, const TagaValue *values, const char *today)
{
  const char *status = values[TAGA_MEASURE_STATUS].text;

  self->n++;
  self->n_finished += g_strcmp0 (status, "done") == 0;
  self->n_late += taga_measure_values_get_delay (values, today) > 0;
  if (values[TAGA_MEASURE_BUDGET].number == TAGA_UNKNOWN)
    self->n_unbudgeted++;
  else
    self->budget += values[TAGA_MEASURE_BUDGET].number;
  if (values[TAGA_MEASURE_ACTUAL_COST].number != TAGA_UNKNOWN)
    self->cost += values[TAGA_MEASURE_ACTUAL_COST].number;
}

/**
 * taga_measure_sums_load:
 * @store: a store
 * @today: the day, ISO 8601
 * @sums: (out caller-allocates): the figures
 * @error: return location for an error
 *
 * Counts the measures and adds up what they cost.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_measure_sums_load (TagaStore *store, const char *today, TagaMeasureSums *sums, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_MEASURE, query, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  *sums = (TagaMeasureSums){ 0 };
  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (has_row)
        add_measure (sums, values, today);
    }

  return cursor != NULL;
}
