#pragma once

#include "taga-chart-radar.h"
#include "taga-chart-text.h"

G_BEGIN_DECLS

/* Before and after; more lines than that cannot be told apart on paper. */
#define TAGA_RADAR_MAX_SERIES 2

/* How long a line of an axis' name may be, in half-width characters, and how many there may be. */
#define TAGA_RADAR_NAME_COLUMNS 14
#define TAGA_RADAR_NAME_LINES 3

/* Room for the names beside the circle and over and under it, as multiples of the text size. */
#define TAGA_RADAR_BESIDE 8.7
#define TAGA_RADAR_ABOVE 3.4

typedef struct
{
  char *name;                         /* (owned) */
  double values[TAGA_RADAR_MAX_AXES]; /* NAN if not known */
} TagaRadarSeries;

/**
 * TagaChartRadar:
 *
 * Scores from 0 to 5 on some axes, of one round or of two. The first axis is at 12 o'clock, the
 * others follow clockwise; rings are circles, as in the Tokyo case book. Of two rounds the first is
 * dashed with hollow marks and the second solid with filled ones, so that no colour is needed to
 * tell them apart. Where a score is missing the line has a gap. Its parts are the axes.
 */
struct _TagaChartRadar
{
  TagaChart parent_instance;

  GPtrArray *axes;                  /* (owned) (element-type utf8) */
  char *notes[TAGA_RADAR_MAX_AXES]; /* (owned) (nullable): the callout of each axis */
  TagaRadarSeries series[TAGA_RADAR_MAX_SERIES];
  guint n_series;
  gboolean is_pair; /* whether two rounds are drawn side by side */
};

/**
 * TagaRadarCircle:
 * @style: colours and text size
 * @box: where there is room for the circle and its names
 * @x: its middle
 * @y: its middle
 * @radius: of the outermost ring
 * @line: width of a thin line
 *
 * Where a circle of the radar lies.
 */
typedef struct
{
  TagaChartStyle style;
  TagaChartBox box;
  double x;
  double y;
  double radius;
  double line;
} TagaRadarCircle;

/**
 * TagaRadarPlan:
 * @main: the circle of the later round, or of all
 * @before: the small circle of the earlier round, if there is a pair
 * @is_pair: whether there is
 * @left: width of the callouts at the left; 0 if there are none
 * @right: the same at the right
 * @below: height of the callouts below; 0 if there are none
 *
 * Where everything lies. It follows from the data and the size alone, so that a point is found
 * without drawing.
 */
typedef struct
{
  TagaRadarCircle main;
  TagaRadarCircle before;
  gboolean is_pair;
  double left;
  double right;
  double below;
} TagaRadarPlan;

void taga_chart_radar_plan (TagaChartRadar *self,
                            const TagaChartStyle *style,
                            double width,
                            double height,
                            TagaRadarPlan *plan);
void taga_chart_radar_get_point (TagaChartRadar *self,
                                 const TagaRadarCircle *circle,
                                 guint axis,
                                 double value,
                                 double *x,
                                 double *y);
gboolean taga_chart_radar_is_right (TagaChartRadar *self, guint axis);
void taga_chart_radar_anchor (TagaChartRadar *self,
                              const TagaRadarCircle *circle,
                              guint axis,
                              double *x,
                              double *y,
                              double *x_align,
                              double *y_align);
PangoLayout *taga_chart_radar_create_name (TagaChartRadar *self,
                                           const TagaRadarCircle *circle,
                                           cairo_t *cr,
                                           guint axis);
void taga_chart_radar_draw (TagaChart *chart,
                            const TagaChartStyle *style,
                            cairo_t *cr,
                            double width,
                            double height);
void taga_chart_radar_draw_notes (TagaChartRadar *self,
                                  const TagaRadarPlan *plan,
                                  cairo_t *cr,
                                  double width,
                                  double height);

G_END_DECLS
