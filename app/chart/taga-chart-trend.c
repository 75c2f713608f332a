#include "taga-chart-trend-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TagaChartTrend, taga_chart_trend, TAGA_TYPE_CHART)

static char *
format_value (double value)
{
  return isnan (value) ? g_strdup (_ ("not known")) : g_strdup_printf ("%.1f", value);
}

static gboolean
is_shown (TagaChartTrend *self)
{
  return self->rounds->len > 0 && self->n_lines > 0;
}

static char *
taga_chart_trend_dup_summary (TagaChart *chart)
{
  TagaChartTrend *self = TAGA_CHART_TREND (chart);
  GString *text = g_string_new (is_shown (self) ? NULL : _ ("Nothing to show yet."));

  for (guint i = 0; is_shown (self) && i < self->n_lines; i++)
    {
      g_string_append_printf (text, "%s%s: ", i > 0 ? "\n" : "", self->lines[i].name);
      for (guint j = 0; j < self->rounds->len; j++)
        {
          g_autofree char *value = format_value (self->lines[i].values[j]);

          g_string_append_printf (text, "%s%s %s", j > 0 ? _ (", ") : "",
                                  (char *) self->rounds->pdata[j], value);
        }
    }

  return g_string_free (text, FALSE);
}

static TagaChartTable *
taga_chart_trend_dup_table (TagaChart *chart)
{
  TagaChartTrend *self = TAGA_CHART_TREND (chart);
  TagaChartTable *table = taga_chart_table_new ();

  taga_chart_table_add_column (table, _ ("Axis"));
  for (guint i = 0; i < self->rounds->len; i++)
    taga_chart_table_add_column (table, self->rounds->pdata[i]);
  for (guint i = 0; is_shown (self) && i < self->n_lines; i++)
    {
      taga_chart_table_add (table, self->lines[i].name);
      for (guint j = 0; j < self->rounds->len; j++)
        taga_chart_table_take (table, format_value (self->lines[i].values[j]));
    }

  return table;
}

static guint
taga_chart_trend_get_n_parts (TagaChart *chart)
{
  TagaChartTrend *self = TAGA_CHART_TREND (chart);

  return is_shown (self) ? self->rounds->len : 0;
}

/* Where a round stands from left to right; a single one stands in the middle. */
double
taga_chart_trend_get_x (TagaChartTrend *self,
                        const TagaChartStyle *style,
                        double width,
                        guint round)
{
  double left = style->text_size * TAGA_TREND_LEFT;
  double room = MAX (width - left - style->text_size * TAGA_TREND_RIGHT, 1);
  double step = room / self->rounds->len;

  return left + step * (round + 0.5);
}

static void
taga_chart_trend_get_part (TagaChart *chart,
                           const TagaChartStyle *style,
                           double width,
                           double height,
                           guint part,
                           TagaChartBox *box)
{
  TagaChartTrend *self = TAGA_CHART_TREND (chart);
  double room = MAX (width - style->text_size * (TAGA_TREND_LEFT + TAGA_TREND_RIGHT), 1);

  box->width = room / self->rounds->len;
  box->x = taga_chart_trend_get_x (self, style, width, part) - box->width / 2;
  box->y = 0;
  box->height = height;
}

static guint
taga_chart_trend_move (TagaChart *chart, guint part, int right, int down)
{
  int at = (int) part + right;

  return (guint) CLAMP (at, 0, (int) TAGA_CHART_TREND (chart)->rounds->len - 1);
}

static char *
taga_chart_trend_dup_part_text (TagaChart *chart, guint part)
{
  TagaChartTrend *self = TAGA_CHART_TREND (chart);
  GString *text = g_string_new (self->rounds->pdata[part]);

  for (guint i = 0; i < self->n_lines; i++)
    {
      g_autofree char *value = format_value (self->lines[i].values[part]);

      g_string_append_printf (text, "\n%s %s", self->lines[i].name, value);
    }

  return g_string_free (text, FALSE);
}

static void
taga_chart_trend_finalize (GObject *object)
{
  TagaChartTrend *self = TAGA_CHART_TREND (object);

  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  for (guint i = 0; i < self->n_lines; i++)
    {
      g_free (self->lines[i].name);
      g_free (self->lines[i].values);
    }

  G_OBJECT_CLASS (taga_chart_trend_parent_class)->finalize (object);
}

static void
taga_chart_trend_class_init (TagaChartTrendClass *klass)
{
  TagaChartClass *chart_class = TAGA_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_chart_trend_finalize;
  chart_class->draw = taga_chart_trend_draw;
  chart_class->dup_summary = taga_chart_trend_dup_summary;
  chart_class->dup_table = taga_chart_trend_dup_table;
  chart_class->get_n_parts = taga_chart_trend_get_n_parts;
  chart_class->get_part = taga_chart_trend_get_part;
  chart_class->move = taga_chart_trend_move;
  chart_class->dup_part_text = taga_chart_trend_dup_part_text;
  chart_class->min_width = 28;
  chart_class->min_height = 20;
}

static void
taga_chart_trend_init (TagaChartTrend *self)
{
  self->rounds = g_ptr_array_new_with_free_func (g_free);
}

/**
 * taga_chart_trend_new:
 * @highest: the upper end of the scale, above 0
 *
 * Makes a chart without rounds.
 *
 * Returns: (transfer full): the chart
 */
TagaChart *
taga_chart_trend_new (double highest)
{
  TagaChartTrend *self = g_object_new (TAGA_TYPE_CHART_TREND, NULL);

  self->highest = isfinite (highest) && highest > 0 ? highest : 1;
  return TAGA_CHART (self);
}

/**
 * taga_chart_trend_add_round:
 * @self: a chart without lines
 * @name: name of the round
 *
 * Adds a round at the right.
 */
void
taga_chart_trend_add_round (TagaChartTrend *self, const char *name)
{
  g_return_if_fail (TAGA_IS_CHART_TREND (self));
  g_return_if_fail (name != NULL && self->n_lines == 0);

  g_ptr_array_add (self->rounds, g_utf8_make_valid (name, -1));
}

/**
 * taga_chart_trend_add_line:
 * @self: a chart with all of its rounds
 * @name: what the line is of
 * @values: its figure in each round; what is no number is missing
 *
 * Adds a line. There may be 12 of them.
 */
void
taga_chart_trend_add_line (TagaChartTrend *self, const char *name, const double *values)
{
  TagaTrendLine *line;

  g_return_if_fail (TAGA_IS_CHART_TREND (self));
  g_return_if_fail (name != NULL && self->n_lines < TAGA_TREND_MAX_LINES);

  line = &self->lines[self->n_lines++];
  line->name = g_utf8_make_valid (name, -1);
  line->values = g_new (double, self->rounds->len);
  for (guint i = 0; i < self->rounds->len; i++)
    line->values[i] = isfinite (values[i]) ? values[i] : NAN;
}
