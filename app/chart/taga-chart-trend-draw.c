#include "taga-chart-trend-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-chart-text.h"

/* Lines of the scale. */
#define N_STEPS 5

/* A name below the chart needs as much room, as a multiple of the text size. */
#define ROUND_WIDTH 4.5

#define N_MARKS 6

typedef struct
{
  TagaChartTrend *self;
  const TagaChartStyle *style;
  cairo_t *cr;
  double width;
  double top;
  double bottom;
  double line;
} Trend;

/* The name at the end of a line. */
typedef struct
{
  guint line;
  double from; /* where the line ends */
  double y;
  double height;
  PangoLayout *layout; /* (owned) */
} Label;

static double
get_y (const Trend *trend, double value)
{
  double share = CLAMP (value / trend->self->highest, 0, 1);

  return trend->bottom - share * (trend->bottom - trend->top);
}

static double
get_x (const Trend *trend, guint round)
{
  return taga_chart_trend_get_x (trend->self, trend->style, trend->width, round);
}

static void
draw_scale (const Trend *trend)
{
  const TagaPalette *palette = trend->style->palette;
  double left = trend->style->text_size * TAGA_TREND_LEFT;
  double right = trend->width - trend->style->text_size * TAGA_TREND_RIGHT;

  for (int i = 0; i <= N_STEPS; i++)
    {
      double value = trend->self->highest * i / N_STEPS;
      g_autofree char *text = g_strdup_printf ("%.6g", value);
      g_autoptr (PangoLayout) layout =
          taga_chart_text_new (trend->cr, trend->style, text, 0.9, FALSE);

      taga_palette_set (trend->cr, palette->grid, 1);
      cairo_set_line_width (trend->cr, trend->line);
      cairo_move_to (trend->cr, left, get_y (trend, value));
      cairo_line_to (trend->cr, right, get_y (trend, value));
      cairo_stroke (trend->cr);
      taga_chart_text_draw (trend->cr, layout, palette->faint, left - trend->style->text_size * 0.5,
                            get_y (trend, value), 1, 0.5);
    }
}

/* Where the names would touch each other only some of them are there, the last one always. */
static void
draw_rounds (const Trend *trend)
{
  guint n = trend->self->rounds->len;
  double size = trend->style->text_size;
  double step = n > 1 ? get_x (trend, 1) - get_x (trend, 0)
                      : trend->width - size * (TAGA_TREND_LEFT + TAGA_TREND_RIGHT);
  guint skip = (guint) MAX (ceil (size * ROUND_WIDTH / step), 1);

  for (guint i = (n - 1) % skip; i < n; i += skip)
    {
      g_autofree char *lines = taga_chart_text_break (trend->self->rounds->pdata[i],
                                                      (guint) MAX (step * skip / size * 1.8, 2), 2);
      g_autoptr (PangoLayout) layout =
          taga_chart_text_new (trend->cr, trend->style, lines, 0.9, FALSE);

      taga_chart_text_limit (layout, step * skip - size * 0.4, 2);
      taga_chart_text_draw (trend->cr, layout, trend->style->palette->text, get_x (trend, i),
                            trend->bottom + size * 0.5, 0.5, 0);
    }
}

static void
set_line (const Trend *trend, guint which)
{
  const double line = trend->line;
  const double dashes[][4] = { { 0 },
                               { 5 * line, 3 * line },
                               { 1.5 * line, 2.5 * line },
                               { 7 * line, 2 * line, line, 2 * line } };
  static const int counts[] = { 0, 2, 2, 4 };

  taga_palette_set (trend->cr, trend->style->palette->lines[which % TAGA_N_LINE_COLOURS], 1);
  cairo_set_line_width (trend->cr, 2 * line);
  cairo_set_dash (trend->cr, dashes[which % G_N_ELEMENTS (counts)],
                  counts[which % G_N_ELEMENTS (counts)], 0);
}

static void
trace_mark (const Trend *trend, guint which, double x, double y)
{
  static const double corners[][2] = { { 0, -1.3 }, { 1.2, 1 }, { -1.2, 1 } };
  double size = 3.6 * trend->line;
  cairo_t *cr = trend->cr;

  cairo_new_path (cr);
  switch (which % N_MARKS)
    {
    case 0:
    case 3:
      cairo_arc (cr, x, y, size, 0, 2 * G_PI);
      break;
    case 1:
    case 4:
      cairo_rectangle (cr, x - size, y - size, 2 * size, 2 * size);
      break;
    default:
      for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
        cairo_line_to (cr, x + corners[i][0] * size, y + corners[i][1] * size);
      cairo_close_path (cr);
    }
}

/* The first three marks are full, the others hollow. */
static void
draw_mark (const Trend *trend, guint which, double x, double y)
{
  guint32 colour = trend->style->palette->lines[which % TAGA_N_LINE_COLOURS];

  trace_mark (trend, which, x, y);
  taga_palette_set (trend->cr,
                    which % N_MARKS < N_MARKS / 2 ? colour : trend->style->palette->surface, 1);
  cairo_fill_preserve (trend->cr);
  taga_palette_set (trend->cr, colour, 1);
  cairo_set_line_width (trend->cr, 1.4 * trend->line);
  cairo_set_dash (trend->cr, NULL, 0, 0);
  cairo_stroke (trend->cr);
}

static void
draw_line (const Trend *trend, guint which)
{
  const double *values = trend->self->lines[which].values;
  guint n = trend->self->rounds->len;

  set_line (trend, which);
  for (guint i = 0; i + 1 < n; i++)
    if (!isnan (values[i]) && !isnan (values[i + 1]))
      {
        cairo_move_to (trend->cr, get_x (trend, i), get_y (trend, values[i]));
        cairo_line_to (trend->cr, get_x (trend, i + 1), get_y (trend, values[i + 1]));
      }
  cairo_stroke (trend->cr);

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      draw_mark (trend, which, get_x (trend, i), get_y (trend, values[i]));
}

static int
compare_labels (gconstpointer one, gconstpointer other)
{
  const Label *a = one, *b = other;

  return a->from != b->from ? (a->from > b->from) - (a->from < b->from)
                            : (a->line > b->line) - (a->line < b->line);
}

/* Each as near to the end of its line as the others let it. */
static void
stack (const Trend *trend, Label *labels, guint n)
{
  double y = 0;

  for (guint i = 0; i < n; i++)
    {
      labels[i].y = MAX (y, labels[i].from - labels[i].height / 2);
      y = labels[i].y + labels[i].height;
    }
  y = trend->bottom + trend->style->text_size * TAGA_TREND_BELOW;
  for (guint i = n; i > 0; i--)
    {
      labels[i - 1].y = MIN (labels[i - 1].y, y - labels[i - 1].height);
      y = labels[i - 1].y;
    }
}

static void
draw_label (const Trend *trend, const Label *label, double x)
{
  double size = trend->style->text_size;
  double edge = trend->width - size * TAGA_TREND_RIGHT;
  double y = label->y + label->height / 2;

  taga_palette_set (trend->cr, trend->style->palette->faint, 1);
  cairo_set_line_width (trend->cr, trend->line);
  cairo_set_dash (trend->cr, NULL, 0, 0);
  cairo_move_to (trend->cr, x + size * 0.5, label->from);
  cairo_line_to (trend->cr, MAX (edge - size * 0.4, x), label->from);
  cairo_line_to (trend->cr, edge + size * 0.3, y);
  cairo_stroke (trend->cr);
  draw_mark (trend, label->line, edge + size * 0.8, y);
  taga_chart_text_draw (trend->cr, label->layout, trend->style->palette->text, edge + size * 1.4, y,
                        0, 0.5);
}

static PangoLayout *
create_label (const Trend *trend, const char *name, guint n_lines)
{
  double size = trend->style->text_size;
  g_autofree char *lines = taga_chart_text_break (name, 16, n_lines);
  PangoLayout *layout = taga_chart_text_new (trend->cr, trend->style, lines, 0.9, FALSE);

  taga_chart_text_limit (layout, size * (TAGA_TREND_RIGHT - 1.5), n_lines);
  return layout;
}

/* The names of the lines that have any point, at the right, in the order of where they end. */
static void
draw_labels (const Trend *trend)
{
  const TagaChartTrend *self = trend->self;
  Label labels[TAGA_TREND_MAX_LINES];
  double ends[TAGA_TREND_MAX_LINES];
  guint n = 0;
  double room = trend->bottom + trend->style->text_size * TAGA_TREND_BELOW;
  guint n_lines = room >= self->n_lines * 2.6 * trend->style->text_size ? 2 : 1;

  for (guint i = 0; i < self->n_lines; i++)
    {
      guint last = self->rounds->len;

      while (last > 0 && isnan (self->lines[i].values[last - 1]))
        last--;
      if (last == 0)
        continue;

      labels[n] = (Label){ .line = i, .from = get_y (trend, self->lines[i].values[last - 1]) };
      labels[n].layout = create_label (trend, self->lines[i].name, n_lines);
      taga_chart_text_measure (labels[n].layout, NULL, &labels[n].height);
      ends[i] = get_x (trend, last - 1);
      n++;
    }

  qsort (labels, n, sizeof (Label), compare_labels);
  stack (trend, labels, n);
  for (guint i = 0; i < n; i++)
    {
      draw_label (trend, &labels[i], ends[labels[i].line]);
      g_object_unref (labels[i].layout);
    }
}

/* Draws the trend: what TagaChartClass.draw asks for. */
void
taga_chart_trend_draw (TagaChart *chart,
                       const TagaChartStyle *style,
                       cairo_t *cr,
                       double width,
                       double height)
{
  TagaChartTrend *self = TAGA_CHART_TREND (chart);
  double top = style->text_size * TAGA_TREND_ABOVE;
  Trend trend = { .self = self,
                  .style = style,
                  .cr = cr,
                  .width = width,
                  .top = top,
                  .bottom = MAX (height - style->text_size * TAGA_TREND_BELOW, top + 1),
                  .line = style->text_size / 12 };

  if (self->rounds->len == 0 || self->n_lines == 0)
    {
      taga_chart_text_show (cr, style, _ ("Nothing to show yet."), width / 2, height / 2, 0.5, 0.5);
      return;
    }

  draw_scale (&trend);
  draw_rounds (&trend);
  draw_labels (&trend);
  for (guint i = 0; i < self->n_lines; i++)
    draw_line (&trend, i);
}
