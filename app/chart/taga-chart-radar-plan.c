#include "taga-chart-radar-private.h"

#include <math.h>

/* Callouts beside the circle, as multiples of the text size; below it each takes a line. */
#define NOTE_WIDTH 11.5
#define NOTE_LINE 1.5

/* The smallest circle that callouts may stand beside; where it would be smaller they stand below.
 */
#define MIN_RADIUS 5.5

/* The small grey radar and the large one of the case book: shares of the width, and the text. */
#define BEFORE_SHARE 0.39
#define BEFORE_TEXT 0.78
#define HEADING 2.2
#define LEGEND 2.2

static double
get_angle (TagaChartRadar *self, guint axis)
{
  return 2 * G_PI * axis / self->axes->len - G_PI / 2;
}

/* Where a value lies on an axis; beyond 0 and 5 it is drawn at that end. */
void
taga_chart_radar_get_point (TagaChartRadar *self,
                            const TagaRadarCircle *circle,
                            guint axis,
                            double value,
                            double *x,
                            double *y)
{
  double angle = get_angle (self, axis);
  double distance =
      circle->radius * CLAMP (value, 0, TAGA_RADAR_HIGHEST) / (double) TAGA_RADAR_HIGHEST;

  *x = circle->x + distance * cos (angle);
  *y = circle->y + distance * sin (angle);
}

/* At which side the callout of an axis stands: at its own, and above and below where there is more
 * room. */
gboolean
taga_chart_radar_is_right (TagaChartRadar *self, guint axis)
{
  double along = cos (get_angle (self, axis));

  return fabs (along) > 0.01 ? along > 0 : axis == 0;
}

/* Where the name of an axis stands, and how it lies there: names stay outside of the circle. */
void
taga_chart_radar_anchor (TagaChartRadar *self,
                         const TagaRadarCircle *circle,
                         guint axis,
                         double *x,
                         double *y,
                         double *x_align,
                         double *y_align)
{
  double angle = get_angle (self, axis);
  double along = cos (angle);

  *x = circle->x + (circle->radius + circle->style.text_size * 0.7) * along;
  *y = circle->y + (circle->radius + circle->style.text_size * 0.5) * sin (angle);
  *x_align = along > 0.2 ? 0 : along < -0.2 ? 1 : 0.5;
  *y_align = 0.5 - 0.5 * sin (angle);
}

/* How far the axes reach to the sides, as a share of the radius: of six none lies level. */
static double
get_reach (TagaChartRadar *self)
{
  double reach = 0.5;

  for (guint i = 0; i < self->axes->len; i++)
    reach = MAX (reach, fabs (cos (get_angle (self, i))));

  return reach;
}

static void
place (TagaChartRadar *self,
       TagaRadarCircle *circle,
       const TagaChartStyle *style,
       double scale,
       TagaChartBox box)
{
  double size = style->text_size * scale;
  double across = (box.width - 2 * size * TAGA_RADAR_BESIDE) / 2 / get_reach (self);
  double down = (box.height - 2 * size * TAGA_RADAR_ABOVE) / 2;

  *circle = (TagaRadarCircle){ .style = { style->palette, size },
                               .box = box,
                               .x = box.x + box.width / 2,
                               .y = box.y + box.height / 2,
                               .radius = MAX (MIN (across, down), size),
                               .line = size / 12 };
}

static guint
count_notes (TagaChartRadar *self, gboolean is_right)
{
  guint n = 0;

  for (guint i = 0; i < self->axes->len; i++)
    n += self->notes[i] != NULL && taga_chart_radar_is_right (self, i) == is_right;

  return n;
}

static void
place_circles (TagaChartRadar *self,
               TagaRadarPlan *plan,
               const TagaChartStyle *style,
               double width,
               double height)
{
  double size = style->text_size;
  double top = plan->is_pair ? size * HEADING : 0;
  double bottom = plan->below + (plan->is_pair ? 0 : size * LEGEND);
  double before = plan->is_pair ? (width - plan->left - plan->right) * BEFORE_SHARE : 0;
  TagaChartBox box = { before + plan->left, top, MAX (width - before - plan->left - plan->right, 1),
                       MAX (height - top - bottom, 1) };

  place (self, &plan->main, style, 1, box);
  box.x = 0;
  box.width = MAX (before, 1);
  place (self, &plan->before, style, BEFORE_TEXT, box);
  plan->before.radius = MIN (plan->before.radius, plan->main.radius * BEFORE_TEXT);
}

/* Plans where everything lies. */
void
taga_chart_radar_plan (TagaChartRadar *self,
                       const TagaChartStyle *style,
                       double width,
                       double height,
                       TagaRadarPlan *plan)
{
  double size = style->text_size;
  guint left = count_notes (self, FALSE), right = count_notes (self, TRUE);

  *plan = (TagaRadarPlan){ .is_pair = self->is_pair && self->n_series > 1,
                           .left = left > 0 ? size * NOTE_WIDTH : 0,
                           .right = right > 0 ? size * NOTE_WIDTH : 0 };
  place_circles (self, plan, style, width, height);
  if (left + right == 0 || plan->main.radius >= size * MIN_RADIUS)
    return;

  plan->left = plan->right = 0;
  plan->below = size * (0.6 + NOTE_LINE * (left + right));
  place_circles (self, plan, style, width, height);
}
