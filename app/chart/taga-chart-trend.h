#pragma once

#include "taga-chart.h"

G_BEGIN_DECLS

#define TAGA_TREND_MAX_LINES 12

#define TAGA_TYPE_CHART_TREND (taga_chart_trend_get_type ())
G_DECLARE_FINAL_TYPE (TagaChartTrend, taga_chart_trend, TAGA, CHART_TREND, TagaChart)

TagaChart *taga_chart_trend_new (double highest);

void taga_chart_trend_add_round (TagaChartTrend *self, const char *name);
void taga_chart_trend_add_line (TagaChartTrend *self, const char *name, const double *values);

G_END_DECLS
