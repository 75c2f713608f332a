#pragma once

#include <gtk/gtk.h>

#include "taga-chart.h"

G_BEGIN_DECLS

#define TAGA_TYPE_CHART_VIEW (taga_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaChartView, taga_chart_view, TAGA, CHART_VIEW, GtkWidget)

GtkWidget *taga_chart_view_new (TagaChart *chart);

TagaChart *taga_chart_view_get_chart (TagaChartView *self);
void taga_chart_view_set_chart (TagaChartView *self, TagaChart *chart);

guint taga_chart_view_get_part (TagaChartView *self);
void taga_chart_view_set_part (TagaChartView *self, guint part);

TagaPaletteKind taga_chart_view_get_palette (TagaChartView *self);
double taga_chart_view_get_text_size (TagaChartView *self);

G_END_DECLS
