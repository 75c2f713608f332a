#include <math.h>
#include <string.h>

#include <cairo.h>

#include "taga-chart-radar.h"

/* The radar's callouts, its pair of circles, and its axes as parts. */

#define TEXT 12

static TagaChart *
create_radar (guint n_axes, gboolean has_before)
{
  TagaChart *chart = taga_chart_radar_new ();
  double before[TAGA_RADAR_MAX_AXES], after[TAGA_RADAR_MAX_AXES];

  for (guint i = 0; i < n_axes; i++)
    {
      g_autofree char *name = g_strdup_printf ("Axis %u", i + 1);

      taga_chart_radar_add_axis (TAGA_CHART_RADAR (chart), name);
      before[i] = 1;
      after[i] = i == 1 ? NAN : 4;
    }
  if (has_before)
    taga_chart_radar_add_series (TAGA_CHART_RADAR (chart), "R1", before);
  taga_chart_radar_add_series (TAGA_CHART_RADAR (chart), "R2", after);

  return chart;
}

static cairo_surface_t *
draw_at (TagaChart *chart, int width, int height)
{
  TagaChartStyle style = { taga_palette_get (TAGA_PALETTE_LIGHT), TEXT };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  taga_palette_set (cr, style.palette->surface, 1);
  cairo_paint (cr);
  taga_chart_draw (chart, &style, cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get (cairo_surface_t *surface, int x, int y)
{
  guint32 pixel;

  memcpy (&pixel,
          cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)
              + x * 4,
          sizeof pixel);
  return pixel & 0xFFFFFF;
}

static void
note (TagaChart *chart, guint axis, const char *text)
{
  taga_chart_radar_set_note (TAGA_CHART_RADAR (chart), axis, text);
}

/* The small circle of Before has no blue, the large one of After has no dashes. */
static void
test_a_pair_stands_side_by_side (void)
{
  const TagaPalette *palette = taga_palette_get (TAGA_PALETTE_LIGHT);
  g_autoptr (TagaChart) chart = create_radar (6, TRUE);
  cairo_surface_t *surface;
  guint n_left = 0, n_right = 0;

  taga_chart_radar_set_pair (TAGA_CHART_RADAR (chart), TRUE);
  surface = draw_at (chart, 700, 360);
  for (int y = 60; y < 340; y++)
    for (int x = 0; x < 700; x++)
      {
        n_left += x < 280 && get (surface, x, y) == palette->after;
        n_right += x >= 280 && get (surface, x, y) == palette->after;
      }
  cairo_surface_destroy (surface);
  g_assert_cmpuint (n_left, ==, 0);
  g_assert_cmpuint (n_right, >, 300);
}

static gboolean
is_same (TagaChart *one, TagaChart *other)
{
  cairo_surface_t *first = draw_at (one, 420, 360), *second = draw_at (other, 420, 360);
  gboolean same =
      memcmp (cairo_image_surface_get_data (first), cairo_image_surface_get_data (second),
              (gsize) cairo_image_surface_get_stride (first) * 360)
      == 0;

  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
  return same;
}

/* Of one round there is no pair. */
static void
test_one_round_is_no_pair (void)
{
  g_autoptr (TagaChart) one = create_radar (6, FALSE);
  g_autoptr (TagaChart) pair = create_radar (6, FALSE);
  g_autoptr (TagaChart) both = create_radar (6, TRUE);

  taga_chart_radar_set_pair (TAGA_CHART_RADAR (pair), TRUE);
  g_assert_true (is_same (one, pair));
  g_assert_false (is_same (one, both));
}

/* Letters are nearly black; nothing else on a light chart is as dark. */
static gboolean
is_ink (guint32 pixel)
{
  return (pixel >> 16 & 0xFF) < 0x48 && (pixel >> 8 & 0xFF) < 0x48 && (pixel & 0xFF) < 0x48;
}

/* Callouts at both sides, and then for all axes: what was ink of a name stays ink. */
static void
test_lines_cross_no_name (void)
{
  static const guint counts[] = { 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (TagaChart) few = create_radar (counts[i], TRUE);
      g_autoptr (TagaChart) all = create_radar (counts[i], TRUE);
      cairo_surface_t *before, *after;
      guint n_ink = 0, n_lines = 0;

      note (few, 0, "x");
      note (few, counts[i] - 1, "x");
      for (guint axis = 0; axis < counts[i]; axis++)
        note (all, axis, "まだ始めていない。来年度の計画に入れる");
      before = draw_at (few, 760, 480);
      after = draw_at (all, 760, 480);
      /* Between the callouts, which take 11.5 text sizes. */
      for (int y = 0; y < 480; y++)
        for (int x = 139; x < 760 - 139; x++)
          {
            n_ink += is_ink (get (before, x, y));
            n_lines += get (before, x, y) != get (after, x, y);
            if (is_ink (get (before, x, y)))
              g_assert_cmphex (get (after, x, y), ==, get (before, x, y));
          }
      g_assert_cmpuint (n_ink, >, 100);
      g_assert_cmpuint (n_lines, >, 20);
      cairo_surface_destroy (before);
      cairo_surface_destroy (after);
    }
}

/* Where the circle would become too small they stand below, and say whose they are. */
static void
test_callouts_need_room (void)
{
  g_autoptr (TagaChart) chart = create_radar (6, TRUE);
  g_autoptr (TagaChart) plain = create_radar (6, TRUE);
  g_autofree char *summary = NULL;

  note (chart, 3,
        "Hostile \xFF <text> that has no end and no end and no end and no end and no end");
  g_assert_false (is_same (chart, plain));
  summary = taga_chart_dup_summary (chart);
  g_assert_true (g_utf8_validate (summary, -1, NULL));
  g_assert_nonnull (strstr (summary, "R2 4.0, of 5 – Hostile"));

  note (chart, 3, "");
  g_assert_true (is_same (chart, plain));
}

static void
test_axes_are_parts (void)
{
  const TagaChartStyle style = { taga_palette_get (TAGA_PALETTE_LIGHT), TEXT };
  g_autoptr (TagaChart) chart = create_radar (4, TRUE);
  g_autofree char *text = taga_chart_dup_part_text (chart, 1);
  const double x = 210, y = (360 - 2.2 * TEXT) / 2;

  g_assert_cmpuint (taga_chart_get_n_parts (chart), ==, 4);
  g_assert_cmpstr (text, ==, "Axis 2: R1 1.0, R2 not known, of 5");
  g_assert_cmpint (taga_chart_find_part (chart, &style, 420, 360, x, y - 60), ==, 0);
  g_assert_cmpint (taga_chart_find_part (chart, &style, 420, 360, x + 60, y + 5), ==, 1);
  g_assert_cmpint (taga_chart_find_part (chart, &style, 420, 360, x - 5, y + 60), ==, 2);
  g_assert_cmpint (taga_chart_find_part (chart, &style, 420, 360, x - 60, y), ==, 3);
  g_assert_cmpint (taga_chart_find_part (chart, &style, 420, 360, 2, 2), ==, -1);
  g_assert_cmpint (taga_chart_find_part (chart, &style, 420, 360, NAN, 2), ==, -1);

  g_assert_cmpuint (taga_chart_move (chart, 3, 1, 0), ==, 0);
  g_assert_cmpuint (taga_chart_move (chart, 0, -1, 0), ==, 3);
  g_assert_cmpuint (taga_chart_move (chart, 1, 0, 1), ==, 2);
}

static void
test_its_numbers_are_a_table (void)
{
  g_autoptr (TagaChart) chart = create_radar (3, TRUE);
  g_autoptr (TagaChart) empty = create_radar (2, TRUE);
  g_autoptr (TagaChartTable) table = taga_chart_dup_table (chart);
  g_autoptr (TagaChartTable) none = taga_chart_dup_table (empty);
  g_autofree char *text = taga_chart_table_to_text (table);

  g_assert_cmpstr (text, ==,
                   "Axis\tR1\tR2\nAxis 1\t1.0\t4.0\nAxis 2\t1.0\tnot known\nAxis 3\t1.0\t4.0\n");
  g_assert_cmpuint (taga_chart_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (taga_chart_table_get (table, 2, 0), ==, "Axis 3");
  g_assert_cmpuint (taga_chart_table_get_n_rows (none), ==, 0);
  g_assert_cmpuint (taga_chart_get_n_parts (empty), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-radar/a-pair-stands-side-by-side", test_a_pair_stands_side_by_side);
  g_test_add_func ("/chart-radar/one-round-is-no-pair", test_one_round_is_no_pair);
  g_test_add_func ("/chart-radar/lines-cross-no-name", test_lines_cross_no_name);
  g_test_add_func ("/chart-radar/callouts-need-room", test_callouts_need_room);
  g_test_add_func ("/chart-radar/axes-are-parts", test_axes_are_parts);
  g_test_add_func ("/chart-radar/its-numbers-are-a-table", test_its_numbers_are_a_table);

  return g_test_run ();
}
