#include "taga-chart-radar-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* How far from the circle a point still belongs to an axis, as a multiple of the text size. */
#define REACH 4

/* How far the frame of an axis stands off its name. */
#define AROUND 0.7

G_DEFINE_FINAL_TYPE (TagaChartRadar, taga_chart_radar, TAGA_TYPE_CHART)

static gboolean
is_shown (TagaChartRadar *self)
{
  return self->axes->len >= TAGA_RADAR_MIN_AXES && self->n_series > 0;
}

static char *
format_score (double value)
{
  return isnan (value) ? g_strdup (_ ("not known")) : g_strdup_printf ("%.1f", value);
}

static char *
taga_chart_radar_dup_part_text (TagaChart *chart, guint axis)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (chart);
  const char *name = self->axes->pdata[axis];
  g_autofree char *first = format_score (self->series[0].values[axis]);
  g_autofree char *second = self->n_series > 1 ? format_score (self->series[1].values[axis]) : NULL;

  if (second == NULL)
    /* Translators: name of an axis, score from 0 to 5 */
    return g_strdup_printf (_ ("%s: %s of 5"), name, first);

  /* Translators: axis; first round, its score; second round, its score */
  return g_strdup_printf (_ ("%s: %s %s, %s %s, of 5"), name, self->series[0].name, first,
                          self->series[1].name, second);
}

static char *
taga_chart_radar_dup_summary (TagaChart *chart)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (chart);
  GString *text = g_string_new (is_shown (self) ? NULL : _ ("Nothing to show yet."));

  for (guint i = 0; is_shown (self) && i < self->axes->len; i++)
    {
      g_autofree char *part = taga_chart_radar_dup_part_text (chart, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", part);
      if (self->notes[i] != NULL)
        g_string_append_printf (text, " – %s", self->notes[i]);
    }

  return g_string_free (text, FALSE);
}

static TagaChartTable *
taga_chart_radar_dup_table (TagaChart *chart)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (chart);
  TagaChartTable *table = taga_chart_table_new ();

  taga_chart_table_add_column (table, _ ("Axis"));
  for (guint i = 0; i < self->n_series; i++)
    taga_chart_table_add_column (table, self->series[i].name);
  for (guint i = 0; is_shown (self) && i < self->axes->len; i++)
    {
      taga_chart_table_add (table, self->axes->pdata[i]);
      for (guint j = 0; j < self->n_series; j++)
        taga_chart_table_take (table, format_score (self->series[j].values[i]));
    }

  return table;
}

static guint
taga_chart_radar_get_n_parts (TagaChart *chart)
{
  return is_shown (TAGA_CHART_RADAR (chart)) ? TAGA_CHART_RADAR (chart)->axes->len : 0;
}

/* The name of the axis, as far as can be told without measuring it. */
static void
taga_chart_radar_get_part (TagaChart *chart,
                           const TagaChartStyle *style,
                           double width,
                           double height,
                           guint part,
                           TagaChartBox *box)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (chart);
  TagaRadarPlan plan;
  double x, y, x_align, y_align;

  taga_chart_radar_plan (self, style, width, height, &plan);
  taga_chart_radar_anchor (self, &plan.main, part, &x, &y, &x_align, &y_align);
  box->width = style->text_size * (TAGA_RADAR_BESIDE - 1);
  box->height = style->text_size * TAGA_RADAR_ABOVE;
  box->x = x - box->width * x_align - style->text_size * AROUND;
  box->y = y - box->height * y_align - style->text_size * AROUND;
  box->width += 2 * style->text_size * AROUND;
  box->height += 2 * style->text_size * AROUND;
}

static int
find_axis (TagaChartRadar *self, const TagaRadarCircle *circle, double x, double y)
{
  double distance = hypot (x - circle->x, y - circle->y);
  double turn = (atan2 (y - circle->y, x - circle->x) + G_PI / 2) / (2 * G_PI);

  if (distance > circle->radius + circle->style.text_size * REACH
      || distance < circle->radius * 0.02)
    return -1;

  return (int) lround ((turn + 1) * self->axes->len) % (int) self->axes->len;
}

/* An axis is hit anywhere near it: a point is hard to meet. */
static int
taga_chart_radar_find_part (TagaChart *chart,
                            const TagaChartStyle *style,
                            double width,
                            double height,
                            double x,
                            double y)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (chart);
  TagaRadarPlan plan;
  int axis;

  if (!isfinite (x) || !isfinite (y))
    return -1;

  taga_chart_radar_plan (self, style, width, height, &plan);
  axis = find_axis (self, &plan.main, x, y);
  if (axis < 0 && plan.is_pair)
    axis = find_axis (self, &plan.before, x, y);

  return axis;
}

/* Around the circle: to the right and down is clockwise. */
static guint
taga_chart_radar_move (TagaChart *chart, guint part, int right, int down)
{
  guint n = TAGA_CHART_RADAR (chart)->axes->len;

  return (guint) ((int) (part + n) + right + down) % n;
}

static gboolean
has_notes (TagaChartRadar *self)
{
  for (guint i = 0; i < self->axes->len; i++)
    if (self->notes[i] != NULL)
      return TRUE;

  return FALSE;
}

static double
taga_chart_radar_get_min_width (TagaChart *chart)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (chart);

  return self->is_pair && self->n_series > 1 ? 46 : has_notes (self) ? 36 : 27;
}

static double
taga_chart_radar_get_min_height (TagaChart *chart)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (chart);
  guint n = 0;

  for (guint i = 0; i < self->axes->len; i++)
    n += self->notes[i] != NULL;

  return 22 + (n > 0 ? 1 + 1.5 * n : 0);
}

static void
taga_chart_radar_finalize (GObject *object)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (object);

  g_clear_pointer (&self->axes, g_ptr_array_unref);
  for (guint i = 0; i < TAGA_RADAR_MAX_SERIES; i++)
    g_clear_pointer (&self->series[i].name, g_free);
  for (guint i = 0; i < TAGA_RADAR_MAX_AXES; i++)
    g_clear_pointer (&self->notes[i], g_free);

  G_OBJECT_CLASS (taga_chart_radar_parent_class)->finalize (object);
}

static void
taga_chart_radar_class_init (TagaChartRadarClass *klass)
{
  TagaChartClass *chart_class = TAGA_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_chart_radar_finalize;
  chart_class->draw = taga_chart_radar_draw;
  chart_class->dup_summary = taga_chart_radar_dup_summary;
  chart_class->dup_table = taga_chart_radar_dup_table;
  chart_class->get_n_parts = taga_chart_radar_get_n_parts;
  chart_class->get_part = taga_chart_radar_get_part;
  chart_class->find_part = taga_chart_radar_find_part;
  chart_class->move = taga_chart_radar_move;
  chart_class->dup_part_text = taga_chart_radar_dup_part_text;
  chart_class->get_min_width = taga_chart_radar_get_min_width;
  chart_class->get_min_height = taga_chart_radar_get_min_height;
}

static void
taga_chart_radar_init (TagaChartRadar *self)
{
  self->axes = g_ptr_array_new_with_free_func (g_free);
}

/**
 * taga_chart_radar_new:
 *
 * Makes a radar without axes.
 *
 * Returns: (transfer full): the chart
 */
TagaChart *
taga_chart_radar_new (void)
{
  return g_object_new (TAGA_TYPE_CHART_RADAR, NULL);
}

/**
 * taga_chart_radar_add_axis:
 * @self: a radar without any series
 * @name: what the axis is called; line breaks in it stay
 *
 * Adds an axis, clockwise. There are 3 to 12 of them.
 */
void
taga_chart_radar_add_axis (TagaChartRadar *self, const char *name)
{
  g_return_if_fail (TAGA_IS_CHART_RADAR (self));
  g_return_if_fail (name != NULL && self->n_series == 0);
  g_return_if_fail (self->axes->len < TAGA_RADAR_MAX_AXES);

  g_ptr_array_add (self->axes, g_utf8_make_valid (name, -1));
}

/**
 * taga_chart_radar_add_series:
 * @self: a radar with all of its axes
 * @name: what the series is of, such as the name of a round
 * @values: the score on each axis, 0 to 5; what is no number is missing
 *
 * Adds a series. Of two the first is the one before.
 */
void
taga_chart_radar_add_series (TagaChartRadar *self, const char *name, const double *values)
{
  TagaRadarSeries *series;

  g_return_if_fail (TAGA_IS_CHART_RADAR (self));
  g_return_if_fail (name != NULL && self->n_series < TAGA_RADAR_MAX_SERIES);

  series = &self->series[self->n_series++];
  series->name = g_utf8_make_valid (name, -1);
  for (guint i = 0; i < self->axes->len; i++)
    series->values[i] = isfinite (values[i]) ? values[i] : NAN;
}

/**
 * taga_chart_radar_set_note:
 * @self: a radar
 * @axis: one of its axes, from 0
 * @text: (nullable): a short text, such as what was done there; `NULL` or empty for none
 *
 * Sets the callout of an axis. It stands beside the circle with a line to the axis' name, or below
 * where there is no room.
 */
void
taga_chart_radar_set_note (TagaChartRadar *self, guint axis, const char *text)
{
  g_return_if_fail (TAGA_IS_CHART_RADAR (self));
  g_return_if_fail (axis < self->axes->len);

  g_free (self->notes[axis]);
  self->notes[axis] = text == NULL || *text == '\0' ? NULL : g_utf8_make_valid (text, -1);
}

/**
 * taga_chart_radar_set_pair:
 * @self: a radar
 * @is_pair: whether two rounds stand side by side
 *
 * Chooses how two rounds are shown: laid over each other, or as in the Tokyo case book side by
 * side, a small grey Before at the left and a large After at the right.
 */
void
taga_chart_radar_set_pair (TagaChartRadar *self, gboolean is_pair)
{
  g_return_if_fail (TAGA_IS_CHART_RADAR (self));

  self->is_pair = is_pair;
}
