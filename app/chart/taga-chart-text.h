#pragma once

#include <pango/pangocairo.h>

#include "taga-chart.h"

G_BEGIN_DECLS

/* The faces that text is asked for in, the first that the machine has; never a single one, as no
 * machine has them all. */
#define TAGA_CHART_FONTS "Noto Sans CJK JP,Yu Gothic UI,Meiryo"

void taga_chart_text_init_context (PangoContext *context);
PangoAttrList *taga_chart_text_create_attributes (void);
PangoLayout *taga_chart_text_new (cairo_t *cr,
                                  const TagaChartStyle *style,
                                  const char *text,
                                  double scale,
                                  gboolean is_bold);
void taga_chart_text_limit (PangoLayout *layout, double width, guint n_lines);
void taga_chart_text_measure (PangoLayout *layout, double *width, double *height);
void taga_chart_text_draw (cairo_t *cr,
                           PangoLayout *layout,
                           guint32 colour,
                           double x,
                           double y,
                           double x_align,
                           double y_align);
void taga_chart_text_show (cairo_t *cr,
                           const TagaChartStyle *style,
                           const char *text,
                           double x,
                           double y,
                           double x_align,
                           double y_align);

char *taga_chart_text_break (const char *text, guint columns, guint n_lines);

G_END_DECLS
