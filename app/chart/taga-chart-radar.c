#include "taga-chart-radar.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-chart-text.h"

/* Before and after; more lines than that cannot be told apart on paper. */
#define MAX_SERIES 2

/* How long a line of an axis' name may be, in half-width characters, and how many there may be. */
#define NAME_COLUMNS 14
#define NAME_LINES 3

typedef struct
{
  char *name;                         /* (owned) */
  double values[TAGA_RADAR_MAX_AXES]; /* NAN if not known */
} Series;

/**
 * TagaChartRadar:
 *
 * Scores from 0 to 5 on some axes, of one round or of two. The first axis is at 12 o'clock, the
 * others follow clockwise; rings are circles, as in the Tokyo case book. Of two rounds the first is
 * dashed with hollow marks and the second solid with filled ones, so that no colour is needed to
 * tell them apart. Where a score is missing the line has a gap.
 */
struct _TagaChartRadar
{
  TagaChart parent_instance;

  GPtrArray *axes; /* (owned) (element-type utf8) */
  Series series[MAX_SERIES];
  guint n_series;
};

G_DEFINE_FINAL_TYPE (TagaChartRadar, taga_chart_radar, TAGA_TYPE_CHART)

/* Where things are while it is drawn. */
typedef struct
{
  const TagaChartStyle *style;
  cairo_t *cr;
  double x;
  double y;
  double radius;
  double line;
} Radar;

static void
get_point (TagaChartRadar *self, const Radar *radar, guint axis, double value, double *x, double *y)
{
  double angle = 2 * G_PI * axis / self->axes->len - G_PI / 2;
  double distance =
      radar->radius * CLAMP (value, 0, TAGA_RADAR_HIGHEST) / (double) TAGA_RADAR_HIGHEST;

  *x = radar->x + distance * cos (angle);
  *y = radar->y + distance * sin (angle);
}

static char *
format_score (double value)
{
  return isnan (value) ? g_strdup (_ ("not known")) : g_strdup_printf ("%.1f", value);
}

static char *
taga_chart_radar_dup_summary (TagaChart *chart)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (chart);
  GString *text = g_string_new (NULL);

  if (self->axes->len < TAGA_RADAR_MIN_AXES || self->n_series == 0)
    g_string_append (text, _ ("Nothing to show yet."));
  else
    for (guint i = 0; i < self->axes->len; i++)
      {
        g_autofree char *first = format_score (self->series[0].values[i]);
        g_autofree char *second =
            self->n_series > 1 ? format_score (self->series[1].values[i]) : NULL;

        g_string_append (text, i > 0 ? "\n" : "");
        if (second == NULL)
          /* Translators: name of an axis, score from 0 to 5 */
          g_string_append_printf (text, _ ("%s: %s of 5"), (char *) self->axes->pdata[i], first);
        else
          /* Translators: axis; first round, its score; second round, its score */
          g_string_append_printf (text, _ ("%s: %s %s, %s %s, of 5"), (char *) self->axes->pdata[i],
                                  self->series[0].name, first, self->series[1].name, second);
      }

  return g_string_free (text, FALSE);
}

static void
draw_rings (TagaChartRadar *self, const Radar *radar)
{
  const TagaPalette *palette = radar->style->palette;

  taga_palette_set (radar->cr, palette->grid, 1);
  cairo_set_line_width (radar->cr, radar->line);
  for (int ring = 1; ring <= TAGA_RADAR_HIGHEST; ring++)
    {
      cairo_new_sub_path (radar->cr);
      cairo_arc (radar->cr, radar->x, radar->y, radar->radius * ring / TAGA_RADAR_HIGHEST, 0,
                 2 * G_PI);
    }
  for (guint i = 0; i < self->axes->len; i++)
    {
      double x, y;

      get_point (self, radar, i, TAGA_RADAR_HIGHEST, &x, &y);
      cairo_move_to (radar->cr, radar->x, radar->y);
      cairo_line_to (radar->cr, x, y);
    }
  cairo_stroke (radar->cr);
}

static void
draw_ring_numbers (const Radar *radar)
{
  for (int ring = 1; ring <= TAGA_RADAR_HIGHEST; ring++)
    {
      char text[4];
      g_autoptr (PangoLayout) layout = NULL;

      g_snprintf (text, sizeof text, "%d", ring);
      layout = taga_chart_text_new (radar->cr, radar->style, text, 0.8, FALSE);
      taga_chart_text_draw (radar->cr, layout, radar->style->palette->faint,
                            radar->x + radar->style->text_size * 0.25,
                            radar->y - radar->radius * ring / TAGA_RADAR_HIGHEST, 0, 0.5);
    }
}

static PangoLayout *
create_name (TagaChartRadar *self, const Radar *radar, guint axis, double room)
{
  g_autofree char *lines =
      taga_chart_text_break (self->axes->pdata[axis], NAME_COLUMNS, NAME_LINES);
  PangoLayout *layout = taga_chart_text_new (radar->cr, radar->style, lines, 1, FALSE);

  taga_chart_text_limit (layout, room, NAME_LINES);
  return layout;
}

/* How the point at which a name begins lies in it: names stay outside of the circle. */
static double
get_alignment (double along)
{
  return along > 0.2 ? 0 : along < -0.2 ? 1 : 0.5;
}

static void
draw_names (TagaChartRadar *self, const Radar *radar, double width)
{
  for (guint i = 0; i < self->axes->len; i++)
    {
      double angle = 2 * G_PI * i / self->axes->len - G_PI / 2;
      double x = radar->x + (radar->radius + radar->style->text_size * 0.7) * cos (angle);
      double y = radar->y + (radar->radius + radar->style->text_size * 0.5) * sin (angle);
      double x_align = get_alignment (cos (angle));
      double room = x_align == 0 ? width - x : x_align == 1 ? x : 2 * MIN (x, width - x);
      g_autoptr (PangoLayout) layout = create_name (self, radar, i, room);

      taga_chart_text_draw (radar->cr, layout, radar->style->palette->text, x, y, x_align,
                            0.5 - 0.5 * sin (angle));
    }
}

/* The area between neighbours that are both known; one path, so that no seams show in it. */
static void
fill_area (TagaChartRadar *self, const Radar *radar, const Series *series)
{
  guint n = self->axes->len;

  for (guint i = 0; i < n; i++)
    {
      double x, y;

      if (isnan (series->values[i]) || isnan (series->values[(i + 1) % n]))
        continue;
      cairo_move_to (radar->cr, radar->x, radar->y);
      get_point (self, radar, i, series->values[i], &x, &y);
      cairo_line_to (radar->cr, x, y);
      get_point (self, radar, (i + 1) % n, series->values[(i + 1) % n], &x, &y);
      cairo_line_to (radar->cr, x, y);
      cairo_close_path (radar->cr);
    }

  taga_palette_set (radar->cr, radar->style->palette->after, radar->style->palette->fill);
  cairo_fill (radar->cr);
}

static void
set_line (const Radar *radar, gboolean is_before)
{
  const double dashes[] = { 4 * radar->line, 3 * radar->line };
  const TagaPalette *palette = radar->style->palette;

  taga_palette_set (radar->cr, is_before ? palette->before : palette->after, 1);
  cairo_set_line_width (radar->cr, 2 * radar->line);
  cairo_set_dash (radar->cr, dashes, is_before ? 2 : 0, 0);
}

static void
draw_mark (const Radar *radar, double x, double y, gboolean is_before)
{
  const TagaPalette *palette = radar->style->palette;
  double size = 3.6 * radar->line;

  cairo_set_dash (radar->cr, NULL, 0, 0);
  cairo_new_path (radar->cr);
  if (!is_before)
    {
      cairo_arc (radar->cr, x, y, size, 0, 2 * G_PI);
      taga_palette_set (radar->cr, palette->after, 1);
      cairo_fill (radar->cr);
      return;
    }

  cairo_rectangle (radar->cr, x - size, y - size, 2 * size, 2 * size);
  taga_palette_set (radar->cr, palette->surface, 1);
  cairo_fill_preserve (radar->cr);
  taga_palette_set (radar->cr, palette->before, 1);
  cairo_set_line_width (radar->cr, 1.6 * radar->line);
  cairo_stroke (radar->cr);
}

static void
draw_series (TagaChartRadar *self, const Radar *radar, const Series *series, gboolean is_before)
{
  guint n = self->axes->len;

  if (!is_before)
    fill_area (self, radar, series);

  set_line (radar, is_before);
  for (guint i = 0; i < n; i++)
    {
      double x, y;

      if (isnan (series->values[i]) || isnan (series->values[(i + 1) % n]))
        continue;
      get_point (self, radar, i, series->values[i], &x, &y);
      cairo_move_to (radar->cr, x, y);
      get_point (self, radar, (i + 1) % n, series->values[(i + 1) % n], &x, &y);
      cairo_line_to (radar->cr, x, y);
    }
  cairo_stroke (radar->cr);

  for (guint i = 0; i < n; i++)
    {
      double x, y;

      if (isnan (series->values[i]))
        continue;
      get_point (self, radar, i, series->values[i], &x, &y);
      draw_mark (radar, x, y, is_before);
    }
}

/* A piece of each line with its mark and name, side by side at the bottom. */
static void
draw_legend (TagaChartRadar *self, const Radar *radar, double width, double height)
{
  double size = radar->style->text_size;
  double share = width / self->n_series;
  double y = height - size * 0.8;

  for (guint i = 0; i < self->n_series; i++)
    {
      gboolean is_before = self->n_series > 1 && i == 0;
      g_autoptr (PangoLayout) layout =
          taga_chart_text_new (radar->cr, radar->style, self->series[i].name, 1, FALSE);
      double text, x;

      taga_chart_text_limit (layout, share - size * 4, 1);
      taga_chart_text_measure (layout, &text, NULL);
      x = share * i + MAX (share - text - size * 3, 0) / 2;
      set_line (radar, is_before);
      cairo_move_to (radar->cr, x, y);
      cairo_line_to (radar->cr, x + size * 2.4, y);
      cairo_stroke (radar->cr);
      draw_mark (radar, x + size * 1.2, y, is_before);
      taga_chart_text_draw (radar->cr, layout, radar->style->palette->text, x + size * 3, y, 0,
                            0.5);
    }
}

static void
taga_chart_radar_draw (TagaChart *chart,
                       const TagaChartStyle *style,
                       cairo_t *cr,
                       double width,
                       double height)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (chart);
  double size = style->text_size;
  double legend = self->n_series > 0 ? size * 2.2 : 0;
  /* Names stand at both sides and over and under the circle. */
  double across = (width - 2 * size * (NAME_COLUMNS * 0.55 + 1)) / 2;
  double down = (height - legend - 2 * size * 3.4) / 2;
  Radar radar = { .style = style,
                  .cr = cr,
                  .x = width / 2,
                  .y = (height - legend) / 2,
                  .radius = MAX (MIN (across, down), size),
                  .line = size / 12 };

  if (self->axes->len < TAGA_RADAR_MIN_AXES)
    {
      taga_chart_text_show (cr, style, _ ("Nothing to show yet."), width / 2, height / 2, 0.5, 0.5);
      return;
    }

  draw_rings (self, &radar);
  for (guint i = 0; i < self->n_series; i++)
    draw_series (self, &radar, &self->series[i], self->n_series > 1 && i == 0);
  draw_ring_numbers (&radar);
  draw_names (self, &radar, width);
  if (self->n_series > 0)
    draw_legend (self, &radar, width, height);
}

static void
taga_chart_radar_finalize (GObject *object)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (object);

  g_clear_pointer (&self->axes, g_ptr_array_unref);
  for (guint i = 0; i < MAX_SERIES; i++)
    g_clear_pointer (&self->series[i].name, g_free);

  G_OBJECT_CLASS (taga_chart_radar_parent_class)->finalize (object);
}

static void
taga_chart_radar_class_init (TagaChartRadarClass *klass)
{
  TagaChartClass *chart_class = TAGA_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_chart_radar_finalize;
  chart_class->draw = taga_chart_radar_draw;
  chart_class->dup_summary = taga_chart_radar_dup_summary;
  chart_class->min_width = 28;
  chart_class->min_height = 22;
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
  Series *series;

  g_return_if_fail (TAGA_IS_CHART_RADAR (self));
  g_return_if_fail (name != NULL && self->n_series < MAX_SERIES);

  series = &self->series[self->n_series++];
  series->name = g_utf8_make_valid (name, -1);
  for (guint i = 0; i < self->axes->len; i++)
    series->values[i] = isfinite (values[i]) ? values[i] : NAN;
}
