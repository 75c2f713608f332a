#pragma once

#include "taga-chart-view.h"

G_BEGIN_DECLS

void taga_chart_menu_add (TagaChartView *view);
void taga_chart_menu_popup (TagaChartView *view, const GdkRectangle *rectangle);
GtkWidget *taga_chart_menu_button_new (TagaChartView *view);
void taga_chart_menu_place (TagaChartView *view, GtkWidget *heading);

GtkWidget *taga_chart_menu_create_table (TagaChart *chart);
void taga_chart_menu_write (TagaChartView *view, GFile *target);

G_END_DECLS
