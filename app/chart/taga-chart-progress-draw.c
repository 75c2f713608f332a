#include "taga-chart-progress-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "taga-chart-text.h"

/* How much of the width the names take, and how much room the words at the right, as a multiple of
 * the text size. */
#define NAME_SHARE 0.32
#define STATE_WIDTH 7.5

/* A month's name needs as much room. */
#define MONTH_WIDTH 4.2

typedef struct
{
  TagaChartProgress *self;
  const TagaChartStyle *style;
  cairo_t *cr;
  double left;
  double right;
  double bottom;
  double line;
  guint32 first; /* day */
  guint32 last;
} Plan;

static double
get_x (const Plan *plan, guint32 day)
{
  return plan->left
         + (plan->right - plan->left) * ((double) day - plan->first)
               / (plan->last - (double) plan->first);
}

/* From the first of a month to the first of another, with all days between; never of no length. */
static void
find_span (Plan *plan)
{
  guint32 first = plan->self->today, last = plan->self->today;
  GDate date;

  for (guint i = 0; i < plan->self->measures->len; i++)
    for (guint j = 0; j < TAGA_PROGRESS_N_DAYS; j++)
      {
        guint32 day = taga_chart_progress_get (plan->self, i)->days[j];

        if (day != 0)
          {
            first = first == 0 ? day : MIN (first, day);
            last = MAX (last, day);
          }
      }
  if (first == 0)
    first = last = 1;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, first);
  g_date_set_day (&date, 1);
  plan->first = g_date_get_julian (&date);
  g_date_set_julian (&date, last);
  if (g_date_get_year (&date) < 9999)
    {
      g_date_set_day (&date, 1);
      g_date_add_months (&date, 1);
    }
  plan->last = MAX (g_date_get_julian (&date), plan->first + 1);
}

/* Every month, or every second, third … as far as there is room. */
static guint
choose_step (const Plan *plan)
{
  static const guint steps[] = { 1, 2, 3, 6, 12, 24, 60, 120, 600, 1200 };
  double months = (plan->last - plan->first) / 30.4;
  double room = (plan->right - plan->left) / (plan->style->text_size * MONTH_WIDTH);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (months / steps[i] <= MAX (room, 1))
      return steps[i];

  return steps[G_N_ELEMENTS (steps) - 1] * 10;
}

static void
draw_month (const Plan *plan, const GDate *date, double x)
{
  double size = plan->style->text_size;
  char text[16];
  g_autoptr (PangoLayout) layout = NULL;

  g_snprintf (text, sizeof text, "%d/%d", g_date_get_year (date), g_date_get_month (date));
  layout = taga_chart_text_new (plan->cr, plan->style, text, 0.85, FALSE);
  taga_palette_set (plan->cr, plan->style->palette->grid, 1);
  cairo_set_line_width (plan->cr, plan->line);
  cairo_move_to (plan->cr, x, size * (TAGA_PROGRESS_ABOVE - 0.4));
  cairo_line_to (plan->cr, x, plan->bottom);
  cairo_stroke (plan->cr);
  taga_chart_text_draw (plan->cr, layout, plan->style->palette->faint, x, size * 1.9, 0, 0.5);
}

static void
draw_months (const Plan *plan)
{
  guint step = choose_step (plan);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, plan->first);
  while (g_date_get_julian (&date) < plan->last)
    {
      draw_month (plan, &date, get_x (plan, g_date_get_julian (&date)));
      if ((guint) g_date_get_year (&date) + step / 12 + 1 > 9999)
        break;
      g_date_add_months (&date, step);
    }
}

static void
draw_today (const Plan *plan)
{
  const double dashes[] = { 4 * plan->line, 3 * plan->line };
  double x = get_x (plan, plan->self->today);
  g_autoptr (PangoLayout) layout =
      taga_chart_text_new (plan->cr, plan->style, _ ("Today"), 0.9, TRUE);
  double width;

  if (plan->self->today == 0)
    return;

  taga_palette_set (plan->cr, plan->style->palette->accent, 1);
  cairo_set_line_width (plan->cr, 1.6 * plan->line);
  cairo_set_dash (plan->cr, dashes, 2, 0);
  cairo_move_to (plan->cr, x, plan->style->text_size * (TAGA_PROGRESS_ABOVE - 0.4));
  cairo_line_to (plan->cr, x, plan->bottom);
  cairo_stroke (plan->cr);
  cairo_set_dash (plan->cr, NULL, 0, 0);

  taga_chart_text_measure (layout, &width, NULL);
  taga_chart_text_draw (plan->cr, layout, plan->style->palette->accent,
                        CLAMP (x, plan->left + width / 2, plan->right - width / 2), 0, 0.5, 0);
}

/* The plan is hollow. Where only one of its days is known it is as short as can be seen. */
static void
draw_planned (const Plan *plan, const TagaProgressMeasure *measure, double y)
{
  const TagaPalette *palette = plan->style->palette;
  guint32 start = measure->days[TAGA_PROGRESS_PLANNED_START];
  guint32 end = measure->days[TAGA_PROGRESS_PLANNED_END];
  double size = plan->style->text_size;
  double x, width;

  if (start == 0 && end == 0)
    return;

  x = get_x (plan, start == 0 ? end : start);
  width = get_x (plan, end == 0 ? start : end) - x;
  if (width < 0)
    {
      x += width;
      width = -width;
    }
  cairo_rectangle (plan->cr, x, y - size * 0.6, MAX (width, size * 0.4), size * 1.2);
  taga_palette_set (plan->cr, palette->surface, 1);
  cairo_fill_preserve (plan->cr);
  taga_palette_set (plan->cr, palette->faint, 1);
  cairo_set_line_width (plan->cr, 1.2 * plan->line);
  cairo_stroke (plan->cr);
}

/* What was worked is full; what is not finished goes on until today. */
static void
draw_actual (const Plan *plan, const TagaProgressMeasure *measure, double y)
{
  guint32 start = measure->days[TAGA_PROGRESS_ACTUAL_START];
  guint32 end = measure->days[TAGA_PROGRESS_ACTUAL_END];
  double size = plan->style->text_size;
  double x, width;

  if (start == 0 && end == 0)
    return;
  if (start == 0)
    start = end;
  if (end == 0)
    end = measure->is_done ? start : MAX (start, plan->self->today);

  x = get_x (plan, MIN (start, end));
  width = get_x (plan, MAX (start, end)) - x;
  cairo_rectangle (plan->cr, x, y - size * 0.3, MAX (width, size * 0.3), size * 0.6);
  taga_palette_set (plan->cr, plan->style->palette->after, 1);
  cairo_fill (plan->cr);
}

static void
draw_row (const Plan *plan, guint i)
{
  const TagaProgressMeasure *measure = taga_chart_progress_get (plan->self, i);
  const TagaPalette *palette = plan->style->palette;
  double size = plan->style->text_size;
  double y = size * (TAGA_PROGRESS_ABOVE + TAGA_PROGRESS_ROW * (i + 0.5));
  gboolean is_late = taga_chart_progress_is_late (plan->self, measure);
  g_autofree char *state = taga_chart_progress_dup_state (plan->self, measure);
  g_autoptr (PangoLayout) name =
      taga_chart_text_new (plan->cr, plan->style, measure->name, 0.88, FALSE);
  g_autoptr (PangoLayout) word = taga_chart_text_new (plan->cr, plan->style, state, 0.88, is_late);

  taga_chart_text_limit (name, plan->left - size * 0.8, 2);
  taga_chart_text_draw (plan->cr, name, palette->text, 0, y, 0, 0.5);
  taga_chart_text_limit (word, size * (STATE_WIDTH - 0.6), 2);
  taga_chart_text_draw (plan->cr, word, palette->text, plan->right + size * 0.6, y, 0, 0.5);
  draw_planned (plan, measure, y);
  draw_actual (plan, measure, y);
}

/* What hollow and full stand for, and how many measures are not here. */
static void
draw_legend (const Plan *plan, double width)
{
  double size = plan->style->text_size;
  double y = plan->bottom + size * 1.3;
  double x = plan->left;
  g_autofree char *more = NULL;
  g_autoptr (PangoLayout) planned =
      taga_chart_text_new (plan->cr, plan->style, _ ("Planned"), 0.9, FALSE);
  g_autoptr (PangoLayout) actual =
      taga_chart_text_new (plan->cr, plan->style, _ ("Actual"), 0.9, FALSE);
  double room;

  taga_chart_text_measure (planned, &room, NULL);
  cairo_rectangle (plan->cr, x, y - size * 0.5, size * 2, size);
  taga_palette_set (plan->cr, plan->style->palette->faint, 1);
  cairo_set_line_width (plan->cr, 1.2 * plan->line);
  cairo_stroke (plan->cr);
  taga_chart_text_draw (plan->cr, planned, plan->style->palette->text, x + size * 2.5, y, 0, 0.5);
  x += size * 4 + room;
  cairo_rectangle (plan->cr, x, y - size * 0.3, size * 2, size * 0.6);
  taga_palette_set (plan->cr, plan->style->palette->after, 1);
  cairo_fill (plan->cr);
  taga_chart_text_draw (plan->cr, actual, plan->style->palette->text, x + size * 2.5, y, 0, 0.5);

  if (plan->self->n_more > 0)
    {
      more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more measure is not shown",
                                           "%u more measures are not shown", plan->self->n_more),
                              plan->self->n_more);
      taga_chart_text_show (plan->cr, plan->style, more, width, y, 1, 0.5);
    }
}

/* Draws the plan: what TagaChartClass.draw asks for. */
void
taga_chart_progress_draw (TagaChart *chart,
                          const TagaChartStyle *style,
                          cairo_t *cr,
                          double width,
                          double height)
{
  TagaChartProgress *self = TAGA_CHART_PROGRESS (chart);
  double size = style->text_size;
  Plan plan = {
    .self = self, .style = style, .cr = cr, .left = width * NAME_SHARE, .line = size / 12
  };

  if (self->measures->len == 0)
    {
      taga_chart_text_show (cr, style, _ ("Nothing to show yet."), width / 2, height / 2, 0.5, 0.5);
      return;
    }

  plan.right = MAX (width - size * STATE_WIDTH, plan.left + 1);
  plan.bottom = size * (TAGA_PROGRESS_ABOVE + TAGA_PROGRESS_ROW * self->measures->len);
  find_span (&plan);
  draw_months (&plan);
  for (guint i = 0; i < self->measures->len; i++)
    draw_row (&plan, i);
  draw_today (&plan);
  draw_legend (&plan, width);
}
