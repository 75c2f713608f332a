#pragma once

#include "taga-chart.h"

G_BEGIN_DECLS

#define TAGA_TYPE_CHART_MATRIX (taga_chart_matrix_get_type ())
G_DECLARE_FINAL_TYPE (TagaChartMatrix, taga_chart_matrix, TAGA, CHART_MATRIX, TagaChart)

TagaChart *
taga_chart_matrix_new (const TagaScale *scale, const char *const *band_names, int acceptance);

void
taga_chart_matrix_set_count (TagaChartMatrix *self, int importance, int likelihood, guint count);
void taga_chart_matrix_set_unknown (TagaChartMatrix *self, guint count);
void taga_chart_matrix_select (TagaChartMatrix *self, int importance, int likelihood);

int taga_chart_matrix_get_part (TagaChartMatrix *self, int importance, int likelihood);
void
taga_chart_matrix_get_cell (TagaChartMatrix *self, guint part, int *importance, int *likelihood);

G_END_DECLS
