#pragma once

#include "taga-chart-trend.h"

G_BEGIN_DECLS

/* Room for the numbers at the left, the names at the right and the rounds below, as multiples of
 * the text size. */
#define TAGA_TREND_LEFT 2.4
#define TAGA_TREND_RIGHT 11
#define TAGA_TREND_ABOVE 0.8
#define TAGA_TREND_BELOW 3.2

typedef struct
{
  char *name;     /* (owned) */
  double *values; /* (owned) by round; NAN if not known */
} TagaTrendLine;

/**
 * TagaChartTrend:
 *
 * What became of some figures over all rounds: a line each, from 0 up. Lines are told apart by mark
 * and dashes, and each has its name at its end; where a figure is not known the line has a gap. Its
 * parts are the rounds.
 */
struct _TagaChartTrend
{
  TagaChart parent_instance;

  double highest;
  GPtrArray *rounds;                         /* (owned) (element-type utf8) */
  TagaTrendLine lines[TAGA_TREND_MAX_LINES]; /* (owned) */
  guint n_lines;
};

double taga_chart_trend_get_x (TagaChartTrend *self,
                               const TagaChartStyle *style,
                               double width,
                               guint round);
void taga_chart_trend_draw (TagaChart *chart,
                            const TagaChartStyle *style,
                            cairo_t *cr,
                            double width,
                            double height);

G_END_DECLS
