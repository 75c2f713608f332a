#pragma once

#include "taga-chart.h"

G_BEGIN_DECLS

#define TAGA_TYPE_CHART_BARREL (taga_chart_barrel_get_type ())
G_DECLARE_FINAL_TYPE (TagaChartBarrel, taga_chart_barrel, TAGA, CHART_BARREL, TagaChart)

TagaChart *taga_chart_barrel_new (void);

void taga_chart_barrel_add (TagaChartBarrel *self, const char *label, double value);

G_END_DECLS
