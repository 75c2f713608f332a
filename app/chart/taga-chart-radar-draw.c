#include "taga-chart-radar-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

static void
draw_rings (TagaChartRadar *self, const TagaRadarCircle *circle, cairo_t *cr)
{
  taga_palette_set (cr, circle->style.palette->grid, 1);
  cairo_set_line_width (cr, circle->line);
  for (int ring = 1; ring <= TAGA_RADAR_HIGHEST; ring++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, circle->x, circle->y, circle->radius * ring / TAGA_RADAR_HIGHEST, 0, 2 * G_PI);
    }
  for (guint i = 0; i < self->axes->len; i++)
    {
      double x, y;

      taga_chart_radar_get_point (self, circle, i, TAGA_RADAR_HIGHEST, &x, &y);
      cairo_move_to (cr, circle->x, circle->y);
      cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);
}

static void
draw_ring_numbers (const TagaRadarCircle *circle, cairo_t *cr)
{
  /* Where they would touch each other only the outermost says its number. */
  gboolean has_room = circle->radius >= circle->style.text_size * TAGA_RADAR_HIGHEST * 0.85;

  for (int ring = has_room ? 1 : TAGA_RADAR_HIGHEST; ring <= TAGA_RADAR_HIGHEST; ring++)
    {
      char text[4];
      g_autoptr (PangoLayout) layout = NULL;

      g_snprintf (text, sizeof text, "%d", ring);
      layout = taga_chart_text_new (cr, &circle->style, text, 0.8, FALSE);
      taga_chart_text_draw (cr, layout, circle->style.palette->faint,
                            circle->x + circle->style.text_size * 0.25,
                            circle->y - circle->radius * ring / TAGA_RADAR_HIGHEST, 0, 0.5);
    }
}

/* The name of an axis, broken into lines. */
PangoLayout *
taga_chart_radar_create_name (TagaChartRadar *self,
                              const TagaRadarCircle *circle,
                              cairo_t *cr,
                              guint axis)
{
  g_autofree char *lines = taga_chart_text_break (self->axes->pdata[axis], TAGA_RADAR_NAME_COLUMNS,
                                                  TAGA_RADAR_NAME_LINES);
  PangoLayout *layout = taga_chart_text_new (cr, &circle->style, lines, 1, FALSE);
  double x, y, x_align, y_align, room;

  taga_chart_radar_anchor (self, circle, axis, &x, &y, &x_align, &y_align);
  x -= circle->box.x;
  room = x_align == 0   ? circle->box.width - x
         : x_align == 1 ? x
                        : 2 * MIN (x, circle->box.width - x);
  taga_chart_text_limit (layout, room, TAGA_RADAR_NAME_LINES);
  return layout;
}

static void
draw_names (TagaChartRadar *self, const TagaRadarCircle *circle, cairo_t *cr)
{
  for (guint i = 0; i < self->axes->len; i++)
    {
      g_autoptr (PangoLayout) layout = taga_chart_radar_create_name (self, circle, cr, i);
      double x, y, x_align, y_align;

      taga_chart_radar_anchor (self, circle, i, &x, &y, &x_align, &y_align);
      taga_chart_text_draw (cr, layout, circle->style.palette->text, x, y, x_align, y_align);
    }
}

/* The area between neighbours that are both known; one path, so that no seams show in it. */
static void
fill_area (TagaChartRadar *self,
           const TagaRadarCircle *circle,
           cairo_t *cr,
           const TagaRadarSeries *series)
{
  guint n = self->axes->len;

  for (guint i = 0; i < n; i++)
    {
      double x, y;

      if (isnan (series->values[i]) || isnan (series->values[(i + 1) % n]))
        continue;
      cairo_move_to (cr, circle->x, circle->y);
      taga_chart_radar_get_point (self, circle, i, series->values[i], &x, &y);
      cairo_line_to (cr, x, y);
      taga_chart_radar_get_point (self, circle, (i + 1) % n, series->values[(i + 1) % n], &x, &y);
      cairo_line_to (cr, x, y);
      cairo_close_path (cr);
    }

  taga_palette_set (cr, circle->style.palette->after, circle->style.palette->fill);
  cairo_fill (cr);
}

static void
set_line (const TagaRadarCircle *circle, cairo_t *cr, gboolean is_before)
{
  const double dashes[] = { 4 * circle->line, 3 * circle->line };
  const TagaPalette *palette = circle->style.palette;

  taga_palette_set (cr, is_before ? palette->before : palette->after, 1);
  cairo_set_line_width (cr, 2 * circle->line);
  cairo_set_dash (cr, dashes, is_before ? 2 : 0, 0);
}

static void
draw_mark (const TagaRadarCircle *circle, cairo_t *cr, double x, double y, gboolean is_before)
{
  const TagaPalette *palette = circle->style.palette;
  double size = 3.6 * circle->line;

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_path (cr);
  if (!is_before)
    {
      cairo_arc (cr, x, y, size, 0, 2 * G_PI);
      taga_palette_set (cr, palette->after, 1);
      cairo_fill (cr);
      return;
    }

  cairo_rectangle (cr, x - size, y - size, 2 * size, 2 * size);
  taga_palette_set (cr, palette->surface, 1);
  cairo_fill_preserve (cr);
  taga_palette_set (cr, palette->before, 1);
  cairo_set_line_width (cr, 1.6 * circle->line);
  cairo_stroke (cr);
}

static void
draw_series (TagaChartRadar *self, const TagaRadarCircle *circle, cairo_t *cr, guint which)
{
  const TagaRadarSeries *series = &self->series[which];
  gboolean is_before = self->n_series > 1 && which == 0;
  guint n = self->axes->len;

  if (!is_before)
    fill_area (self, circle, cr, series);

  set_line (circle, cr, is_before);
  for (guint i = 0; i < n; i++)
    {
      double x, y;

      if (isnan (series->values[i]) || isnan (series->values[(i + 1) % n]))
        continue;
      taga_chart_radar_get_point (self, circle, i, series->values[i], &x, &y);
      cairo_move_to (cr, x, y);
      taga_chart_radar_get_point (self, circle, (i + 1) % n, series->values[(i + 1) % n], &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);

  for (guint i = 0; i < n; i++)
    {
      double x, y;

      if (isnan (series->values[i]))
        continue;
      taga_chart_radar_get_point (self, circle, i, series->values[i], &x, &y);
      draw_mark (circle, cr, x, y, is_before);
    }
}

/* A piece of each line with its mark and name, side by side below the circle. */
static void
draw_legend (TagaChartRadar *self, const TagaRadarPlan *plan, cairo_t *cr, double y)
{
  const TagaRadarCircle *circle = &plan->main;
  double size = circle->style.text_size;
  double share = circle->box.width / self->n_series;

  for (guint i = 0; i < self->n_series; i++)
    {
      gboolean is_before = self->n_series > 1 && i == 0;
      g_autoptr (PangoLayout) layout =
          taga_chart_text_new (cr, &circle->style, self->series[i].name, 1, FALSE);
      double text, x;

      taga_chart_text_limit (layout, share - size * 4, 1);
      taga_chart_text_measure (layout, &text, NULL);
      x = circle->box.x + share * i + MAX (share - text - size * 3, 0) / 2;
      set_line (circle, cr, is_before);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + size * 2.4, y);
      cairo_stroke (cr);
      draw_mark (circle, cr, x + size * 1.2, y, is_before);
      taga_chart_text_draw (cr, layout, circle->style.palette->text, x + size * 3, y, 0, 0.5);
    }
}

/* Before or After, and then the round's own name: both are read as one line above the circle. */
static void
draw_heading (const TagaRadarCircle *circle,
              cairo_t *cr,
              const char *word,
              guint32 colour,
              const char *name)
{
  const TagaChartStyle *style = &circle->style;
  g_autoptr (PangoLayout) heading = taga_chart_text_new (cr, style, word, 1.2, TRUE);
  g_autoptr (PangoLayout) round = taga_chart_text_new (cr, style, name, 1, FALSE);
  double first, second, height, x;

  taga_chart_text_measure (heading, &first, &height);
  taga_chart_text_limit (round, circle->box.width - first - style->text_size * 1.2, 1);
  taga_chart_text_measure (round, &second, NULL);
  x = circle->x - (first + second + style->text_size * 0.6) / 2;
  taga_chart_text_draw (cr, heading, colour, x, height / 2, 0, 0.5);
  taga_chart_text_draw (cr, round, style->palette->text, x + first + style->text_size * 0.6,
                        height / 2, 0, 0.5);
}

static void
draw_circle (TagaChartRadar *self, const TagaRadarCircle *circle, cairo_t *cr, guint from, guint to)
{
  draw_rings (self, circle, cr);
  for (guint i = from; i < to; i++)
    draw_series (self, circle, cr, i);
  draw_ring_numbers (circle, cr);
  draw_names (self, circle, cr);
}

/* Draws the radar: what TagaChartClass.draw asks for. */
void
taga_chart_radar_draw (TagaChart *chart,
                       const TagaChartStyle *style,
                       cairo_t *cr,
                       double width,
                       double height)
{
  TagaChartRadar *self = TAGA_CHART_RADAR (chart);
  const TagaPalette *palette = style->palette;
  TagaRadarPlan plan;

  if (self->axes->len < TAGA_RADAR_MIN_AXES)
    {
      taga_chart_text_show (cr, style, _ ("Nothing to show yet."), width / 2, height / 2, 0.5, 0.5);
      return;
    }

  taga_chart_radar_plan (self, style, width, height, &plan);
  if (plan.is_pair)
    {
      draw_circle (self, &plan.before, cr, 0, 1);
      draw_circle (self, &plan.main, cr, 1, 2);
      draw_heading (&plan.before, cr, _ ("Before"), palette->before, self->series[0].name);
      draw_heading (&plan.main, cr, _ ("After"), palette->after, self->series[1].name);
    }
  else
    {
      draw_circle (self, &plan.main, cr, 0, self->n_series);
      if (self->n_series > 0)
        draw_legend (self, &plan, cr, height - plan.below - style->text_size * 0.8);
    }
  taga_chart_radar_draw_notes (self, &plan, cr, width, height);
}
