#pragma once

#include "taga-chart.h"

G_BEGIN_DECLS

#define TAGA_RADAR_MIN_AXES 3
#define TAGA_RADAR_MAX_AXES 12

/* The outermost ring. */
#define TAGA_RADAR_HIGHEST 5

#define TAGA_TYPE_CHART_RADAR (taga_chart_radar_get_type ())
G_DECLARE_FINAL_TYPE (TagaChartRadar, taga_chart_radar, TAGA, CHART_RADAR, TagaChart)

TagaChart *taga_chart_radar_new (void);

void taga_chart_radar_add_axis (TagaChartRadar *self, const char *name);
void taga_chart_radar_add_series (TagaChartRadar *self, const char *name, const double *values);
void taga_chart_radar_set_note (TagaChartRadar *self, guint axis, const char *text);
void taga_chart_radar_set_pair (TagaChartRadar *self, gboolean is_pair);

G_END_DECLS
