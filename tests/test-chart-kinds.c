#include <math.h>
#include <string.h>

#include "chart-picture.h"
#include "taga-chart-effort.h"
#include "taga-chart-progress.h"
#include "taga-chart-trend.h"

/* The trend over rounds, the plan's progress, and effort against effect. */

static const TagaChartStyle *
get_style (void)
{
  static TagaChartStyle style = { NULL, 12 };

  style.palette = taga_palette_get (TAGA_PALETTE_LIGHT);
  return &style;
}

static void
assert_draws (TagaChart *chart)
{
  g_autofree char *svg = chart_picture_draw_svg (chart);
  g_autofree char *summary = taga_chart_dup_summary (chart);
  g_autoptr (TagaChartTable) table = taga_chart_dup_table (chart);
  guint n = taga_chart_get_n_parts (chart);

  g_assert_true (g_str_has_suffix (svg, "</svg>\n"));
  g_assert_true (g_utf8_validate (summary, -1, NULL));
  g_assert_cmpuint (table->headings->len, ==, table->n_columns);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = taga_chart_dup_part_text (chart, i);
      TagaChartBox box;

      g_assert_true (g_utf8_validate (text, -1, NULL));
      taga_chart_get_part (chart, get_style (), CHART_PICTURE_WIDTH, CHART_PICTURE_HEIGHT, i, &box);
      g_assert_cmpfloat (box.width, >=, 0);
      g_assert_cmpuint (taga_chart_move (chart, i, 1, 0), <, n);
      g_assert_cmpuint (taga_chart_move (chart, i, 0, -1), <, n);
    }
}

static TagaChart *
create_trend (guint n_rounds, guint n_lines, double value)
{
  TagaChart *chart = taga_chart_trend_new (5);
  double values[40];

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autofree char *name = g_strdup_printf ("R%u", i + 1);

      taga_chart_trend_add_round (TAGA_CHART_TREND (chart), name);
      values[i] = value;
    }
  for (guint i = 0; i < n_lines; i++)
    taga_chart_trend_add_line (
        TAGA_CHART_TREND (chart),
        i % 2 == 0 ? "線" : "\xFF<&> とても長い名前で一行にも二行にも入らないもの", values);

  return chart;
}

static void
test_trend_of_any_size (void)
{
  static const guint rounds[] = { 0, 1, 2, 40 };
  static const guint lines[] = { 0, 1, 12 };
  static const double values[] = { 0, 2.5, -7, 1e300, NAN, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (lines); j++)
      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        {
          g_autoptr (TagaChart) chart = create_trend (rounds[i], lines[j], values[k]);

          assert_draws (chart);
          g_assert_cmpuint (taga_chart_get_n_parts (chart), ==, lines[j] == 0 ? 0 : rounds[i]);
        }
}

/* A line has a gap where a figure is missing: what is between two missing ones is a mark alone. */
static void
test_trend_leaves_gaps (void)
{
  const double values[] = { 4, NAN, 4 };
  g_autoptr (TagaChart) chart = create_trend (3, 0, 0);
  g_autoptr (TagaChart) whole = create_trend (3, 1, 4);
  ChartPicture gap, line;
  guint32 colour = get_style ()->palette->lines[0];

  taga_chart_trend_add_line (TAGA_CHART_TREND (chart), "線", values);
  gap = chart_picture_draw (chart, TAGA_PALETTE_LIGHT);
  line = chart_picture_draw (whole, TAGA_PALETTE_LIGHT);
  /* Four fifths up, from 9.6 down to 360 - 38.4; the second of three rounds is in the middle. */
  g_assert_cmphex (chart_picture_get (&line, 128, 72), ==, colour);
  g_assert_cmphex (chart_picture_get (&gap, 128, 72), !=, colour);
  g_assert_cmpuint (chart_picture_count (&line, colour), >, 2 * chart_picture_count (&gap, colour));
  chart_picture_clear (&gap);
  chart_picture_clear (&line);
}

/* All twelve lines differ in mark or dashes, also where there is no colour. */
static void
test_trend_tells_lines_apart_without_colour (void)
{
  char *pictures[TAGA_TREND_MAX_LINES];
  const double nothing[] = { NAN, NAN };
  const double values[] = { 1, 4 };

  for (guint i = 0; i < TAGA_TREND_MAX_LINES; i++)
    {
      g_autoptr (TagaChart) chart = create_trend (2, 0, 0);
      ChartPicture picture;

      for (guint j = 0; j < i; j++)
        taga_chart_trend_add_line (TAGA_CHART_TREND (chart), "x", nothing);
      taga_chart_trend_add_line (TAGA_CHART_TREND (chart), "x", values);
      picture = chart_picture_draw (chart, TAGA_PALETTE_MONOCHROME);
      pictures[i] = g_compute_checksum_for_data (
          G_CHECKSUM_SHA256, cairo_image_surface_get_data (picture.surface),
          (gsize) cairo_image_surface_get_stride (picture.surface) * CHART_PICTURE_HEIGHT);
      chart_picture_clear (&picture);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (pictures[i], !=, pictures[j]);
    }
  for (guint i = 0; i < TAGA_TREND_MAX_LINES; i++)
    g_free (pictures[i]);
}

static void
test_progress_says_how_it_stands (void)
{
  static const struct
  {
    TagaProgressRow row;
    const char *state;
  } cases[] = {
    { { "A", "2026-05-01", "2026-05-31", "2026-05-02", "2026-05-31", TRUE }, "Finished" },
    { { "A", "2026-05-01", "2026-05-31", NULL, NULL, TRUE }, "Finished" },
    { { "A", NULL, "2026-05-31", NULL, "2026-06-01", TRUE }, "Finished 1 day late" },
    { { "A", NULL, "2026-05-31", NULL, NULL, FALSE }, "10 days late" },
    { { "A", NULL, "2026-06-10", NULL, NULL, FALSE }, "Not begun" },
    { { "A", NULL, "2026-06-10", "2026-06-01", NULL, FALSE }, "Under way" },
    { { "A", "2026-02-30", "x", "", NULL, FALSE }, "Not begun" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TagaChart) chart = taga_chart_progress_new ("2026-06-10");
      g_autoptr (TagaChartTable) table = NULL;

      taga_chart_progress_add (TAGA_CHART_PROGRESS (chart), &cases[i].row);
      table = taga_chart_dup_table (chart);
      g_assert_cmpstr (taga_chart_table_get (table, 0, 5), ==, cases[i].state);
      assert_draws (chart);
    }
}

/* Days of any age, the wrong way round, none at all, and no day for today. */
static void
test_progress_of_any_days (void)
{
  static const char *const todays[] = { "2026-06-10", NULL, "9999-12-31", "0001-01-01" };
  static const TagaProgressRow rows[] = {
    { "A", "0001-01-01", "9999-12-31", "9999-12-31", "0001-01-01", FALSE },
    { "", NULL, NULL, NULL, NULL, TRUE },
    { "\xFF とても長い名前の取り組みで、二行にも入らないもの。まだ続く。まだ続く。まだ続く。",
      "2026-01-01", NULL, NULL, "2025-01-01", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (todays); i++)
    for (guint n = 0; n <= G_N_ELEMENTS (rows); n++)
      {
        g_autoptr (TagaChart) chart = taga_chart_progress_new (todays[i]);

        for (guint j = 0; j < n; j++)
          taga_chart_progress_add (TAGA_CHART_PROGRESS (chart), &rows[j]);
        taga_chart_progress_set_more (TAGA_CHART_PROGRESS (chart), 3);
        assert_draws (chart);
        g_assert_cmpuint (taga_chart_get_n_parts (chart), ==, n);
      }
}

/* The plan stands where it was planned: the first half of its span is worked, the second is not. */
static void
test_progress_fills_what_was_worked (void)
{
  const TagaProgressRow row = { "A", "2026-05-01", "2026-07-01", "2026-05-01", "2026-05-31", TRUE };
  g_autoptr (TagaChart) chart = taga_chart_progress_new ("2026-06-10");
  const double y = 12 * (3 + 2.7 / 2), left = CHART_PICTURE_WIDTH * 0.32;
  const double room = CHART_PICTURE_WIDTH - 12 * 7.5 - left;
  ChartPicture picture;

  taga_chart_progress_add (TAGA_CHART_PROGRESS (chart), &row);
  picture = chart_picture_draw (chart, TAGA_PALETTE_LIGHT);
  g_assert_cmphex (chart_picture_get (&picture, left + room * 0.1, y), ==, picture.palette->after);
  g_assert_cmphex (chart_picture_get (&picture, left + room * 0.55, y), ==,
                   picture.palette->surface);
  chart_picture_clear (&picture);
}

static void
test_effort_spreads_what_is_equal (void)
{
  g_autoptr (TagaChart) chart = taga_chart_effort_new ("Cost", "Effect");
  gboolean is_found[30] = { FALSE };

  for (guint i = 0; i < 30; i++)
    taga_chart_effort_add (TAGA_CHART_EFFORT (chart), "x", 1, 3);
  /* Every one of them can be met by the pointer. */
  for (int y = 0; y < 160; y++)
    for (int x = 0; x < 140; x++)
      {
        int part = taga_chart_find_part (chart, get_style (), CHART_PICTURE_WIDTH,
                                         CHART_PICTURE_HEIGHT, x, y);

        if (part >= 0)
          is_found[part] = TRUE;
      }
  for (guint i = 0; i < 30; i++)
    g_assert_true (is_found[i]);
}

static void
test_effort_of_any_value (void)
{
  static const double values[] = { 1, 3, 0, -5, 1e300, NAN, INFINITY };
  g_autoptr (TagaChart) chart = taga_chart_effort_new ("Cost", "Effect");
  g_autofree char *text = NULL;

  assert_draws (chart);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    taga_chart_effort_add (TAGA_CHART_EFFORT (chart), i == 0 ? "\xFF" : "名", values[i], 2);
  taga_chart_effort_set_more (TAGA_CHART_EFFORT (chart), 5);
  assert_draws (chart);
  text = taga_chart_dup_part_text (chart, 5);
  g_assert_cmpstr (text, ==, "6 名: Cost not known, Effect 2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-kinds/trend-of-any-size", test_trend_of_any_size);
  g_test_add_func ("/chart-kinds/trend-leaves-gaps", test_trend_leaves_gaps);
  g_test_add_func ("/chart-kinds/trend-tells-lines-apart-without-colour",
                   test_trend_tells_lines_apart_without_colour);
  g_test_add_func ("/chart-kinds/progress-says-how-it-stands", test_progress_says_how_it_stands);
  g_test_add_func ("/chart-kinds/progress-of-any-days", test_progress_of_any_days);
  g_test_add_func ("/chart-kinds/progress-fills-what-was-worked",
                   test_progress_fills_what_was_worked);
  g_test_add_func ("/chart-kinds/effort-spreads-what-is-equal", test_effort_spreads_what_is_equal);
  g_test_add_func ("/chart-kinds/effort-of-any-value", test_effort_of_any_value);

  return g_test_run ();
}
