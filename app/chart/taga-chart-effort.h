#pragma once

#include "taga-chart.h"

G_BEGIN_DECLS

#define TAGA_EFFORT_HIGHEST 3

#define TAGA_TYPE_CHART_EFFORT (taga_chart_effort_get_type ())
G_DECLARE_FINAL_TYPE (TagaChartEffort, taga_chart_effort, TAGA, CHART_EFFORT, TagaChart)

TagaChart *taga_chart_effort_new (const char *effort, const char *effect);

void taga_chart_effort_add (TagaChartEffort *self, const char *name, double effort, double effect);
void taga_chart_effort_set_more (TagaChartEffort *self, guint n);

G_END_DECLS
