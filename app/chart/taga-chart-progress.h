#pragma once

#include "taga-chart.h"

G_BEGIN_DECLS

/**
 * TagaProgressRow:
 * @name: what is done
 * @planned_start: (nullable): the day on which it should begin, ISO 8601
 * @planned_end: (nullable): the day by which it should be finished
 * @actual_start: (nullable): the day on which it was begun
 * @actual_end: (nullable): the day on which it was finished
 * @is_done: whether it is finished
 *
 * A measure as the chart of the plan shows it. A day that the calendar does not have is not known.
 */
typedef struct
{
  const char *name;
  const char *planned_start;
  const char *planned_end;
  const char *actual_start;
  const char *actual_end;
  gboolean is_done;
} TagaProgressRow;

#define TAGA_TYPE_CHART_PROGRESS (taga_chart_progress_get_type ())
G_DECLARE_FINAL_TYPE (TagaChartProgress, taga_chart_progress, TAGA, CHART_PROGRESS, TagaChart)

TagaChart *taga_chart_progress_new (const char *today);

void taga_chart_progress_add (TagaChartProgress *self, const TagaProgressRow *row);
void taga_chart_progress_set_more (TagaChartProgress *self, guint n);

G_END_DECLS
