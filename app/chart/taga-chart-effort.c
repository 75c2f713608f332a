#include "taga-chart-effort.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "taga-chart-text.h"

/* As multiples of the text size: room for the words beside and below the square, a line of the
 * list, how far points of the same place are from each other, and the words of the fields. */
#define LEFT 1.8
#define BELOW 1.8
#define LINE 1.5
#define SPREAD 2.1
#define WORDS 1.8

/* How much of the width the square may take. */
#define SQUARE_SHARE 0.55

typedef struct
{
  char *name; /* (owned) */
  double effort;
  double effect; /* NAN if one of the two is not known */
} Point;

/**
 * TagaChartEffort:
 *
 * What takes how much effort and brings how much, as numbered points in a square of four fields,
 * with a list of their names. What takes little and brings much is at the top left. A point of
 * which one of the two is not known stands in the list alone. Its parts are the points.
 */
struct _TagaChartEffort
{
  TagaChart parent_instance;

  char *effort;   /* (owned) */
  char *effect;   /* (owned) */
  GArray *points; /* (owned) (element-type Point) */
  guint n_more;
};

G_DEFINE_FINAL_TYPE (TagaChartEffort, taga_chart_effort, TAGA_TYPE_CHART)

static const Point *
get_point (TagaChartEffort *self, guint i)
{
  return &g_array_index (self->points, Point, i);
}

static char *
format_level (double level)
{
  return isnan (level) ? g_strdup (_ ("not known")) : g_strdup_printf ("%.0f", level);
}

static char *
taga_chart_effort_dup_part_text (TagaChart *chart, guint part)
{
  TagaChartEffort *self = TAGA_CHART_EFFORT (chart);
  const Point *point = get_point (self, part);
  g_autofree char *effort = format_level (point->effort);
  g_autofree char *effect = format_level (point->effect);

  /* Translators: number and name; what the first axis is, a level from 1 to 3; the same of the
   * other axis */
  return g_strdup_printf (_ ("%u %s: %s %s, %s %s"), part + 1, point->name, self->effort, effort,
                          self->effect, effect);
}

static char *
taga_chart_effort_dup_summary (TagaChart *chart)
{
  TagaChartEffort *self = TAGA_CHART_EFFORT (chart);
  GString *text = g_string_new (self->points->len == 0 ? _ ("Nothing to show yet.") : NULL);

  for (guint i = 0; i < self->points->len; i++)
    {
      g_autofree char *line = taga_chart_effort_dup_part_text (chart, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (text, FALSE);
}

static TagaChartTable *
taga_chart_effort_dup_table (TagaChart *chart)
{
  TagaChartEffort *self = TAGA_CHART_EFFORT (chart);
  TagaChartTable *table = taga_chart_table_new ();

  taga_chart_table_add_column (table, _ ("Name"));
  taga_chart_table_add_column (table, self->effort);
  taga_chart_table_add_column (table, self->effect);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = get_point (self, i);

      taga_chart_table_add (table, point->name);
      taga_chart_table_take (table, format_level (point->effort));
      taga_chart_table_take (table, format_level (point->effect));
    }

  return table;
}

static void
get_square (const TagaChartStyle *style, double width, double height, TagaChartBox *box)
{
  double side =
      MIN (height - style->text_size * BELOW, width * SQUARE_SHARE - style->text_size * LEFT);

  *box = (TagaChartBox){ style->text_size * LEFT, 0, MAX (side, 1), MAX (side, 1) };
}

static gboolean
is_placed (const Point *point)
{
  return !isnan (point->effort) && !isnan (point->effect);
}

/* Points of the same place stand around it in rows. */
static guint
spread (TagaChartEffort *self, guint i, double *across, double *down)
{
  const Point *point = get_point (self, i);
  guint n = 0, at = 0, columns;

  for (guint j = 0; j < self->points->len; j++)
    if (get_point (self, j)->effort == point->effort
        && get_point (self, j)->effect == point->effect)
      {
        at += j < i;
        n++;
      }

  columns = (guint) ceil (sqrt (n));
  *across = at % columns - (MIN (n, columns) - 1) / 2.0;
  *down = at / columns - ((n + columns - 1) / columns - 1) / 2.0;
  return columns;
}

/* Each level takes a third of the square, without the words of the fields at its top and bottom.
 * Where many points share a place they come closer. */
static void
get_place (TagaChartEffort *self,
           const TagaChartStyle *style,
           const TagaChartBox *square,
           guint i,
           double *x,
           double *y)
{
  const Point *point = get_point (self, i);
  double third = square->width / TAGA_EFFORT_HIGHEST;
  double words = MIN (style->text_size * WORDS, square->height / 4);
  double level = (square->height - 2 * words) / TAGA_EFFORT_HIGHEST;
  double across, down;
  guint columns = spread (self, i, &across, &down);
  double step = MIN (style->text_size * SPREAD, MIN (third, level) / columns);

  *x = square->x + third * (point->effort - 0.5) + across * step;
  *y = square->y + square->height - words - level * (point->effect - 0.5) + down * step;
}

static guint
taga_chart_effort_get_n_parts (TagaChart *chart)
{
  return TAGA_CHART_EFFORT (chart)->points->len;
}

/* Its line in the list: that is never covered by another. */
static void
taga_chart_effort_get_part (TagaChart *chart,
                            const TagaChartStyle *style,
                            double width,
                            double height,
                            guint part,
                            TagaChartBox *box)
{
  TagaChartBox square;

  get_square (style, width, height, &square);
  box->x = square.x + square.width + style->text_size;
  box->y = style->text_size * LINE * part;
  box->width = MAX (width - box->x, 0);
  box->height = style->text_size * LINE;
}

static int
taga_chart_effort_find_part (TagaChart *chart,
                             const TagaChartStyle *style,
                             double width,
                             double height,
                             double x,
                             double y)
{
  TagaChartEffort *self = TAGA_CHART_EFFORT (chart);
  TagaChartBox square;

  get_square (style, width, height, &square);
  for (guint i = self->points->len; i > 0; i--)
    {
      TagaChartBox box;
      double px = 0, py = 0;

      taga_chart_effort_get_part (chart, style, width, height, i - 1, &box);
      if (is_placed (get_point (self, i - 1)))
        get_place (self, style, &square, i - 1, &px, &py);
      if ((x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height)
          || (is_placed (get_point (self, i - 1)) && hypot (x - px, y - py) < style->text_size))
        return (int) i - 1;
    }

  return -1;
}

static guint
taga_chart_effort_move (TagaChart *chart, guint part, int right, int down)
{
  int at = (int) part + right + down;

  return (guint) CLAMP (at, 0, (int) TAGA_CHART_EFFORT (chart)->points->len - 1);
}

static void
draw_field (const TagaChartStyle *style,
            cairo_t *cr,
            const TagaChartBox *square,
            const char *word,
            int column,
            int row)
{
  double half = square->width / 2;
  g_autoptr (PangoLayout) layout = taga_chart_text_new (cr, style, word, 0.9, TRUE);

  cairo_rectangle (cr, square->x + half * column, square->y + half * row, half, half);
  taga_palette_set (cr, style->palette->after, column == 0 && row == 0 ? style->palette->fill : 0);
  cairo_fill_preserve (cr);
  taga_palette_set (cr, style->palette->grid, 1);
  cairo_set_line_width (cr, style->text_size / 12);
  cairo_stroke (cr);
  taga_chart_text_limit (layout, half - style->text_size * 0.6, 1);
  taga_chart_text_draw (
      cr, layout, style->palette->faint, square->x + half * column + style->text_size * 0.3,
      square->y + (row == 0 ? style->text_size * 0.2 : square->height - style->text_size * 0.2), 0,
      row == 0 ? 0 : 1);
}

static void
draw_square (TagaChartEffort *self,
             const TagaChartStyle *style,
             cairo_t *cr,
             const TagaChartBox *square)
{
  g_autofree char *effort = g_strdup_printf ("%s →", self->effort);
  g_autofree char *effect = g_strdup_printf ("%s →", self->effect);
  g_autoptr (PangoLayout) across = taga_chart_text_new (cr, style, effort, 0.95, FALSE);
  g_autoptr (PangoLayout) up = taga_chart_text_new (cr, style, effect, 0.95, FALSE);

  draw_field (style, cr, square, _ ("Do it at once"), 0, 0);
  draw_field (style, cr, square, _ ("Plan it"), 1, 0);
  draw_field (style, cr, square, _ ("When there is time"), 0, 1);
  draw_field (style, cr, square, _ ("Think again"), 1, 1);

  taga_chart_text_limit (across, square->width, 1);
  taga_chart_text_draw (cr, across, style->palette->text, square->x + square->width / 2,
                        square->y + square->height + style->text_size * 0.4, 0.5, 0);
  cairo_save (cr);
  cairo_translate (cr, style->text_size * 0.7, square->y + square->height / 2);
  cairo_rotate (cr, -G_PI / 2);
  taga_chart_text_limit (up, square->height, 1);
  taga_chart_text_draw (cr, up, style->palette->text, 0, 0, 0.5, 0.5);
  cairo_restore (cr);
}

static void
draw_number (const TagaChartStyle *style, cairo_t *cr, guint i, double x, double y)
{
  char text[12];
  g_autoptr (PangoLayout) layout = NULL;

  g_snprintf (text, sizeof text, "%u", i + 1);
  layout = taga_chart_text_new (cr, style, text, 0.85, TRUE);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, style->text_size * 0.8, 0, 2 * G_PI);
  taga_palette_set (cr, style->palette->surface, 1);
  cairo_fill_preserve (cr);
  taga_palette_set (cr, style->palette->after, 1);
  cairo_set_line_width (cr, style->text_size / 9);
  cairo_stroke (cr);
  taga_chart_text_draw (cr, layout, style->palette->text, x, y, 0.5, 0.5);
}

static void
draw_list_line (TagaChartEffort *self,
                const TagaChartStyle *style,
                cairo_t *cr,
                guint i,
                const TagaChartBox *box)
{
  const Point *point = get_point (self, i);
  g_autofree char *text = is_placed (point)
                              ? g_strdup_printf ("%u  %s", i + 1, point->name)
                              /* Translators: number and name of what has no place in the square */
                              : g_strdup_printf (_ ("%u  %s (not known)"), i + 1, point->name);
  g_autoptr (PangoLayout) layout = taga_chart_text_new (cr, style, text, 0.95, FALSE);

  taga_chart_text_limit (layout, box->width, 1);
  taga_chart_text_draw (cr, layout, style->palette->text, box->x, box->y + box->height / 2, 0, 0.5);
}

static void
taga_chart_effort_draw (TagaChart *chart,
                        const TagaChartStyle *style,
                        cairo_t *cr,
                        double width,
                        double height)
{
  TagaChartEffort *self = TAGA_CHART_EFFORT (chart);
  TagaChartBox square, box = { 0 };

  if (self->points->len == 0)
    {
      taga_chart_text_show (cr, style, _ ("Nothing to show yet."), width / 2, height / 2, 0.5, 0.5);
      return;
    }

  get_square (style, width, height, &square);
  draw_square (self, style, cr, &square);
  for (guint i = 0; i < self->points->len; i++)
    {
      double x, y;

      taga_chart_effort_get_part (chart, style, width, height, i, &box);
      draw_list_line (self, style, cr, i, &box);
      if (!is_placed (get_point (self, i)))
        continue;
      get_place (self, style, &square, i, &x, &y);
      draw_number (style, cr, i, x, y);
    }
  if (self->n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more is not shown",
                                                            "%u more are not shown", self->n_more),
                                               self->n_more);

      taga_chart_text_show (cr, style, more, box.x, box.y + box.height * 1.5, 0, 0.5);
    }
}

static double
taga_chart_effort_get_min_height (TagaChart *chart)
{
  return MAX (20, LINE * (TAGA_CHART_EFFORT (chart)->points->len + 1.5));
}

static void
clear_point (gpointer data)
{
  g_free (((Point *) data)->name);
}

static void
taga_chart_effort_finalize (GObject *object)
{
  TagaChartEffort *self = TAGA_CHART_EFFORT (object);

  g_clear_pointer (&self->effort, g_free);
  g_clear_pointer (&self->effect, g_free);
  g_clear_pointer (&self->points, g_array_unref);

  G_OBJECT_CLASS (taga_chart_effort_parent_class)->finalize (object);
}

static void
taga_chart_effort_class_init (TagaChartEffortClass *klass)
{
  TagaChartClass *chart_class = TAGA_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_chart_effort_finalize;
  chart_class->draw = taga_chart_effort_draw;
  chart_class->dup_summary = taga_chart_effort_dup_summary;
  chart_class->dup_table = taga_chart_effort_dup_table;
  chart_class->get_n_parts = taga_chart_effort_get_n_parts;
  chart_class->get_part = taga_chart_effort_get_part;
  chart_class->find_part = taga_chart_effort_find_part;
  chart_class->move = taga_chart_effort_move;
  chart_class->dup_part_text = taga_chart_effort_dup_part_text;
  chart_class->min_width = 36;
  chart_class->get_min_height = taga_chart_effort_get_min_height;
}

static void
taga_chart_effort_init (TagaChartEffort *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_array_set_clear_func (self->points, clear_point);
}

/**
 * taga_chart_effort_new:
 * @effort: what the axis to the right is called
 * @effect: what the axis upwards is called
 *
 * Makes a chart without points.
 *
 * Returns: (transfer full): the chart
 */
TagaChart *
taga_chart_effort_new (const char *effort, const char *effect)
{
  TagaChartEffort *self = g_object_new (TAGA_TYPE_CHART_EFFORT, NULL);

  self->effort = g_strdup (effort);
  self->effect = g_strdup (effect);
  return TAGA_CHART (self);
}

static double
limit (double level)
{
  return isfinite (level) ? CLAMP (level, 1, TAGA_EFFORT_HIGHEST) : NAN;
}

/**
 * taga_chart_effort_add:
 * @self: a chart
 * @name: what it is
 * @effort: how much it takes, 1 to 3; beyond that it is drawn at that end. What is no number is not
 *   known
 * @effect: how much it brings, the same
 *
 * Adds a point, with the next number.
 */
void
taga_chart_effort_add (TagaChartEffort *self, const char *name, double effort, double effect)
{
  Point point = { .effort = limit (effort), .effect = limit (effect) };

  g_return_if_fail (TAGA_IS_CHART_EFFORT (self));
  g_return_if_fail (name != NULL);

  point.name = g_utf8_make_valid (name, -1);
  g_array_append_val (self->points, point);
}

/**
 * taga_chart_effort_set_more:
 * @self: a chart
 * @n: how many
 *
 * Sets how many there are that the chart does not show; it says so.
 */
void
taga_chart_effort_set_more (TagaChartEffort *self, guint n)
{
  g_return_if_fail (TAGA_IS_CHART_EFFORT (self));

  self->n_more = n;
}
