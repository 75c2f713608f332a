#pragma once

#include "taga-chart.h"

G_BEGIN_DECLS

#define TAGA_TYPE_CHART_BANDS (taga_chart_bands_get_type ())
G_DECLARE_FINAL_TYPE (TagaChartBands, taga_chart_bands, TAGA, CHART_BANDS, TagaChart)

TagaChart *taga_chart_bands_new (const char *const *band_names);

void taga_chart_bands_add (TagaChartBands *self, const char *name, const guint *counts);
void taga_chart_bands_set_moves (TagaChartBands *self, const guint (*moves)[TAGA_MAX_BANDS]);

G_END_DECLS
