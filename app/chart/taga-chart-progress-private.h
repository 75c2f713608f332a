#pragma once

#include "taga-chart-progress.h"

G_BEGIN_DECLS

/* Heights as multiples of the text size: of the months on top, of a row, of what stands below. */
#define TAGA_PROGRESS_ABOVE 3
#define TAGA_PROGRESS_ROW 2.7
#define TAGA_PROGRESS_BELOW 2.4

/* Days are counted from the year 1, as GDate does; 0 is not known. */
typedef enum
{
  TAGA_PROGRESS_PLANNED_START,
  TAGA_PROGRESS_PLANNED_END,
  TAGA_PROGRESS_ACTUAL_START,
  TAGA_PROGRESS_ACTUAL_END,
  TAGA_PROGRESS_N_DAYS
} TagaProgressDay;

typedef struct
{
  char *name; /* (owned) */
  guint32 days[TAGA_PROGRESS_N_DAYS];
  gboolean is_done;
} TagaProgressMeasure;

/**
 * TagaChartProgress:
 *
 * The plan against what became of it: for each measure a hollow bar from the planned start to the
 * planned end, a full one on it for what was really worked, and in words how it stands; a line for
 * today. Its parts are the measures.
 */
struct _TagaChartProgress
{
  TagaChart parent_instance;

  guint32 today;
  GArray *measures; /* (owned) (element-type TagaProgressMeasure) */
  guint n_more;
};

const TagaProgressMeasure *taga_chart_progress_get (TagaChartProgress *self, guint i);
char *taga_chart_progress_dup_state (TagaChartProgress *self, const TagaProgressMeasure *measure);
gboolean taga_chart_progress_is_late (TagaChartProgress *self, const TagaProgressMeasure *measure);
void taga_chart_progress_draw (TagaChart *chart,
                               const TagaChartStyle *style,
                               cairo_t *cr,
                               double width,
                               double height);

G_END_DECLS
