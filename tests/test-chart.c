#include <glib.h>
#include <math.h>
#include <string.h>

#include "chart-picture.h"
#include "taga-chart-bands.h"
#include "taga-chart-barrel.h"
#include "taga-chart-matrix.h"
#include "taga-chart-radar.h"
#include "taga-chart-text.h"
#include "taga-value.h"

/* Charts, looked at as pixels and as the text of an SVG. */

#define WIDTH CHART_PICTURE_WIDTH
#define HEIGHT CHART_PICTURE_HEIGHT

static const char *const bands[] = { "Unknown", "Small", "Medium", "Large" };

static const TagaScale scale = {
  .lowest = 1,
  .highest = 3,
  .band_from = { 0, 1, 4, 6 },
};

static void
test_palettes_can_be_read (void)
{
  for (int kind = 0; kind < TAGA_N_PALETTES; kind++)
    {
      const TagaPalette *palette = taga_palette_get ((TagaPaletteKind) kind);
      gboolean is_contrast = kind == TAGA_PALETTE_CONTRAST || kind == TAGA_PALETTE_CONTRAST_DARK;

      g_assert_cmpfloat (taga_palette_contrast (palette->text, palette->surface), >=, 7);
      g_assert_cmpfloat (taga_palette_contrast (palette->faint, palette->surface), >=,
                         is_contrast ? 7 : 4.5);
      g_assert_cmpfloat (taga_palette_contrast (palette->accent, palette->surface), >=, 3);
      g_assert_cmpfloat (taga_palette_contrast (palette->before, palette->surface), >=, 3);
      g_assert_cmpfloat (taga_palette_contrast (palette->after, palette->surface), >=, 3);
      for (guint i = 0; i < TAGA_N_LINE_COLOURS; i++)
        g_assert_cmpfloat (taga_palette_contrast (palette->lines[i], palette->surface), >=, 3);
      for (guint band = 0; band < TAGA_MAX_BANDS; band++)
        g_assert_cmpfloat (taga_palette_contrast (palette->band_texts[band], palette->bands[band]),
                           >=, is_contrast ? 7 : 4.5);
    }

  g_assert_cmpfloat (taga_palette_contrast (0x000000, 0xFFFFFF), ==, 21);
}

static void
test_names_break_well (void)
{
  static const char *const cases[][2] = {
    { "ネットワークセキュリティ", "ネットワーク\nセキュリティ" },
    { "エンドポイントセキュリティ", "エンドポイント\nセキュリティ" },
    { "モバイルデバイス", "モバイル\nデバイス" },
    { "データ保護", "データ保護" },
    { "セキュリティ意識と教育", "セキュリティ\n意識と教育" },
    { "外部パートナーとの関係", "外部パートナー\nとの関係" },
    { "Network security", "Network\nsecurity" },
    { "マイナンバーの取り扱い", "マイナンバーの\n取り扱い" },
    { "自分で\n決めた所", "自分で\n決めた所" },
    { "Incomprehensibilities", "Incomprehensibilities" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = taga_chart_text_break (cases[i][0], 14, 3);

      g_assert_cmpstr (lines, ==, cases[i][1]);
    }
}

static void
test_barrel_stands_to_its_lowest_stave (void)
{
  g_autoptr (TagaChart) chart = taga_chart_barrel_new ();
  g_autofree char *summary = NULL;
  ChartPicture picture;

  taga_chart_barrel_add (TAGA_CHART_BARREL (chart), "A", 100);
  taga_chart_barrel_add (TAGA_CHART_BARREL (chart), "B", 50);
  taga_chart_barrel_add (TAGA_CHART_BARREL (chart), "C", 80);
  picture = chart_picture_draw (chart, TAGA_PALETTE_LIGHT);

  /* Staves are 7 text sizes wide: they stand from 84 to 336, and from 41 down to 303. */
  g_assert_cmphex (chart_picture_get (&picture, 110, 60), ==, picture.palette->stave);
  g_assert_cmphex (chart_picture_get (&picture, 210, 150), ==, picture.palette->surface);
  g_assert_cmphex (chart_picture_get (&picture, 300, 60), ==, picture.palette->surface);
  g_assert_cmphex (chart_picture_get (&picture, 300, 120), ==, picture.palette->stave);
  /* Below the middle all of them are under water. */
  g_assert_cmphex (chart_picture_get (&picture, 110, 240), ==,
                   chart_picture_get (&picture, 300, 240));
  g_assert_cmphex (chart_picture_get (&picture, 110, 240), !=, picture.palette->stave);
  g_assert_cmphex (chart_picture_get (&picture, 210, 240), !=,
                   chart_picture_get (&picture, 110, 240));
  g_assert_cmpuint (chart_picture_count (&picture, picture.palette->accent), >, 200);
  chart_picture_clear (&picture);

  summary = taga_chart_dup_summary (chart);
  g_assert_cmpstr (summary, ==, "Lowest stave: B (50)\nA: 100 of 100, B: 50 of 100, C: 80 of 100");
}

static void
test_barrel_shows_what_is_missing (void)
{
  g_autoptr (TagaChart) chart = taga_chart_barrel_new ();
  g_autofree char *summary = NULL;
  ChartPicture picture;

  taga_chart_barrel_add (TAGA_CHART_BARREL (chart), "A", 60);
  taga_chart_barrel_add (TAGA_CHART_BARREL (chart), "B", NAN);
  taga_chart_barrel_add (TAGA_CHART_BARREL (chart), "C", 60);
  picture = chart_picture_draw (chart, TAGA_PALETTE_LIGHT);

  /* Hollow from top to bottom, neither a stave of no height nor full of water. */
  g_assert_cmphex (chart_picture_get (&picture, 180, 80), ==, picture.palette->surface);
  g_assert_cmphex (chart_picture_get (&picture, 180, 290), ==, picture.palette->surface);
  g_assert_cmphex (chart_picture_get (&picture, 110, 290), !=, picture.palette->surface);
  chart_picture_clear (&picture);

  summary = taga_chart_dup_summary (chart);
  g_assert_cmpstr (summary, ==,
                   "Lowest stave: A, C (60)\nA: 60 of 100, B: not answered, C: 60 of 100");
}

/* What is drawn and read aloud says of more than two that there are more. */
static void
test_barrel_names_two_of_the_lowest (void)
{
  g_autoptr (TagaChart) chart = taga_chart_barrel_new ();
  g_autofree char *summary = NULL;

  for (guint i = 0; i < 5; i++)
    {
      const char name[] = { (char) ('A' + i), '\0' };

      taga_chart_barrel_add (TAGA_CHART_BARREL (chart), name, 0);
    }
  summary = taga_chart_dup_summary (chart);
  g_assert_true (g_str_has_prefix (summary, "Lowest stave: A, B and 3 more (0)\n"));
  g_assert_nonnull (strstr (summary, "E: 0 of 100"));
}

static void
test_barrel_of_any_size (void)
{
  static const double values[] = { 0, 1e300, -5, INFINITY, 100, 33.3 };
  static const guint counts[] = { 0, 1, 3, 12, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (TagaChart) chart = taga_chart_barrel_new ();
      g_autofree char *svg = NULL;
      g_autofree char *summary = NULL;

      for (guint j = 0; j < counts[i]; j++)
        taga_chart_barrel_add (TAGA_CHART_BARREL (chart),
                               j % 2 == 0 ? "とても長い名前の取り組みで、桶の板の下には入らないもの"
                                          : "\xFF<&>",
                               values[j % G_N_ELEMENTS (values)]);
      svg = chart_picture_draw_svg (chart);
      g_assert_true (g_str_has_suffix (svg, "</svg>\n"));
      summary = taga_chart_dup_summary (chart);
      g_assert_true (g_utf8_validate (summary, -1, NULL));
      g_assert_cmpuint (chart_picture_count_text (summary, " of 100")
                            + chart_picture_count_text (summary, "not answered"),
                        ==, counts[i]);
    }
}

static TagaChart *
create_matrix (void)
{
  TagaChart *chart = taga_chart_matrix_new (&scale, bands, 4);

  taga_chart_matrix_set_count (TAGA_CHART_MATRIX (chart), 3, 2, 9);
  taga_chart_matrix_set_count (TAGA_CHART_MATRIX (chart), 2, 2, 6);
  taga_chart_matrix_set_count (TAGA_CHART_MATRIX (chart), 1, 1, G_MAXUINT);
  taga_chart_matrix_set_count (TAGA_CHART_MATRIX (chart), 0, 1, 77);
  taga_chart_matrix_set_count (TAGA_CHART_MATRIX (chart), 1, 4, 77);
  taga_chart_matrix_set_unknown (TAGA_CHART_MATRIX (chart), 2);

  return chart;
}

static void
test_matrix_colours_by_band (void)
{
  g_autoptr (TagaChart) chart = create_matrix ();

  for (int kind = 0; kind < TAGA_N_PALETTES; kind++)
    {
      ChartPicture picture = chart_picture_draw (chart, (TagaPaletteKind) kind);
      TagaChartStyle style = { picture.palette, 12 };

      for (guint part = 0; part < taga_chart_get_n_parts (chart); part++)
        {
          TagaChartBox box;
          int importance, likelihood;
          TagaBand band;

          taga_chart_matrix_get_cell (TAGA_CHART_MATRIX (chart), part, &importance, &likelihood);
          band = taga_risk_band (&scale, importance * likelihood);
          taga_chart_get_part (chart, &style, WIDTH, HEIGHT, part, &box);
          g_assert_cmphex (chart_picture_get (&picture, box.x + 6, box.y + box.height / 2), ==,
                           picture.palette->bands[band]);
        }
      chart_picture_clear (&picture);
    }
}

static void
test_matrix_is_hit (void)
{
  g_autoptr (TagaChart) chart = create_matrix ();
  TagaChartStyle style = { taga_palette_get (TAGA_PALETTE_LIGHT), 12 };

  g_assert_cmpuint (taga_chart_get_n_parts (chart), ==, 9);
  for (guint part = 0; part < 9; part++)
    {
      TagaChartBox box;
      int importance, likelihood;

      taga_chart_get_part (chart, &style, WIDTH, HEIGHT, part, &box);
      g_assert_cmpint (taga_chart_find_part (chart, &style, WIDTH, HEIGHT, box.x, box.y), ==,
                       (int) part);
      g_assert_cmpint (taga_chart_find_part (chart, &style, WIDTH, HEIGHT, box.x - 1, box.y + 1),
                       ==, -1);
      taga_chart_matrix_get_cell (TAGA_CHART_MATRIX (chart), part, &importance, &likelihood);
      g_assert_cmpint (
          taga_chart_matrix_get_part (TAGA_CHART_MATRIX (chart), importance, likelihood), ==,
          (int) part);
    }
  g_assert_cmpint (taga_chart_find_part (chart, &style, WIDTH, HEIGHT, 3, 3), ==, -1);
  g_assert_cmpint (taga_chart_find_part (chart, &style, WIDTH, HEIGHT, -1, 1e9), ==, -1);

  /* The arrow keys stop at the edges. */
  g_assert_cmpuint (taga_chart_move (chart, 0, -1, 0), ==, 0);
  g_assert_cmpuint (taga_chart_move (chart, 0, 1, 0), ==, 1);
  g_assert_cmpuint (taga_chart_move (chart, 2, 1, 0), ==, 2);
  g_assert_cmpuint (taga_chart_move (chart, 2, 0, 1), ==, 5);
  g_assert_cmpuint (taga_chart_move (chart, 8, 0, 1), ==, 8);
}

static void
test_matrix_says_its_figures (void)
{
  g_autoptr (TagaChart) chart = create_matrix ();
  g_autofree char *summary = taga_chart_dup_summary (chart);
  g_autofree char *part = taga_chart_dup_part_text (chart, 1);

  g_assert_cmpstr (part, ==, "Importance 3, likelihood 2: Large 6, 9 assets");
  g_assert_true (g_str_has_prefix (summary, "Large: 9 assets, Medium: 6 assets, Small: "));
  g_assert_nonnull (strstr (summary, "Unknown: 2 assets\n"));
  g_assert_cmpuint (chart_picture_count_text (summary, "\n"), ==, 3);
  g_assert_null (strstr (summary, "77"));
}

static void
test_matrix_outlines_the_selected (void)
{
  g_autoptr (TagaChart) chart = create_matrix ();

  for (int kind = 0; kind < TAGA_N_PALETTES; kind++)
    {
      ChartPicture before = chart_picture_draw (chart, (TagaPaletteKind) kind), after;
      TagaChartStyle style = { before.palette, 12 };
      guint changed = 0;
      TagaChartBox box;

      taga_chart_matrix_select (TAGA_CHART_MATRIX (chart), 3, 3);
      after = chart_picture_draw (chart, (TagaPaletteKind) kind);
      taga_chart_get_part (chart, &style, WIDTH, HEIGHT, 2, &box);
      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          if (chart_picture_get (&before, x, y) != chart_picture_get (&after, x, y))
            {
              changed++;
              g_assert_true (x >= (int) box.x && x <= box.x + box.width && y <= box.y + box.height);
            }
      g_assert_cmpuint (changed, >, 300);

      taga_chart_matrix_select (TAGA_CHART_MATRIX (chart), TAGA_UNKNOWN, TAGA_UNKNOWN);
      chart_picture_clear (&before);
      chart_picture_clear (&after);
    }
}

static TagaChart *
create_radar (guint n_axes, const double *before, const double *after)
{
  TagaChart *chart = taga_chart_radar_new ();

  for (guint i = 0; i < n_axes; i++)
    {
      g_autofree char *name = g_strdup_printf ("Axis%u", i + 1);

      taga_chart_radar_add_axis (TAGA_CHART_RADAR (chart), name);
    }
  if (before != NULL)
    taga_chart_radar_add_series (TAGA_CHART_RADAR (chart), "First", before);
  if (after != NULL)
    taga_chart_radar_add_series (TAGA_CHART_RADAR (chart), "Second", after);

  return chart;
}

static void
test_radar_goes_clockwise (void)
{
  const double values[] = { 5, 2.5, 0, 0 };
  g_autoptr (TagaChart) chart = create_radar (4, NULL, values);
  ChartPicture picture = chart_picture_draw (chart, TAGA_PALETTE_LIGHT);
  /* The legend takes 2.2 text sizes; names take 8.7 at the sides and 3.4 over and under. */
  double x = WIDTH / 2.0, y = (HEIGHT - 26.4) / 2;
  double radius = MIN ((WIDTH - 2 * 12 * 8.7) / 2, (HEIGHT - 26.4 - 2 * 12 * 3.4) / 2);
  guint32 after = picture.palette->after;

  g_assert_cmphex (chart_picture_get (&picture, x, y - radius), ==, after);
  g_assert_cmphex (chart_picture_get (&picture, x + radius / 2, y), ==, after);
  g_assert_cmphex (chart_picture_get (&picture, x, y), ==, after);
  g_assert_cmphex (chart_picture_get (&picture, x - radius / 2, y), !=, after);
  /* Between the axes a ring is as far out as on them: it is a circle. */
  g_assert_cmphex (
      chart_picture_get (&picture, x - radius * 0.8 * G_SQRT2 / 2, y + radius * 0.8 * G_SQRT2 / 2),
      !=, picture.palette->surface);
  g_assert_cmphex (
      chart_picture_get (&picture, x - radius * 0.7 * G_SQRT2 / 2, y + radius * 0.7 * G_SQRT2 / 2),
      ==, picture.palette->surface);
  chart_picture_clear (&picture);
}

static void
test_radar_tells_series_apart_without_colour (void)
{
  const double before[] = { 1, 2, 1.5 };
  const double after[] = { 3, 4, 4.5 };
  g_autoptr (TagaChart) both = create_radar (3, before, after);
  g_autoptr (TagaChart) one = create_radar (3, after, NULL);
  g_autofree char *two_series = chart_picture_draw_svg (both);
  g_autofree char *one_series = chart_picture_draw_svg (one);
  ChartPicture picture = chart_picture_draw (both, TAGA_PALETTE_MONOCHROME);

  g_assert_cmpuint (chart_picture_count_text (two_series, "stroke-dasharray"), >, 0);
  g_assert_cmpuint (chart_picture_count_text (one_series, "stroke-dasharray"), ==, 0);
  g_assert_cmpuint (chart_picture_count (&picture, picture.palette->after), >, 500);
  chart_picture_clear (&picture);
}

static void
test_radar_leaves_gaps (void)
{
  const double values[] = { 4, NAN, 4, 4 };
  g_autoptr (TagaChart) chart = create_radar (4, NULL, values);
  g_autofree char *summary = taga_chart_dup_summary (chart);
  ChartPicture picture = chart_picture_draw (chart, TAGA_PALETTE_LIGHT);
  double x = WIDTH / 2.0, y = (HEIGHT - 26.4) / 2;

  /* The area shows at the left only, and nothing stands at the centre for what is missing. */
  g_assert_cmphex (chart_picture_get (&picture, x - 20, y - 30), !=, picture.palette->surface);
  g_assert_cmphex (chart_picture_get (&picture, x + 20, y - 30), ==, picture.palette->surface);
  g_assert_cmphex (chart_picture_get (&picture, x, y), !=, picture.palette->after);
  chart_picture_clear (&picture);

  g_assert_cmpstr (summary, ==,
                   "Axis1: 4.0 of 5\nAxis2: not known of 5\nAxis3: 4.0 of 5\nAxis4: 4.0 of 5");
}

static void
test_radar_of_any_size (void)
{
  const double wild[] = { 1e308, -1e308, NAN, INFINITY, 5, 0, 2.25, NAN, NAN, 3, 3, 3 };
  static const guint counts[] = { 0, 1, 2, 3, 12 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (TagaChart) chart = create_radar (counts[i], wild, wild);
      g_autofree char *svg = chart_picture_draw_svg (chart);
      g_autofree char *summary = taga_chart_dup_summary (chart);

      g_assert_true (g_str_has_suffix (svg, "</svg>\n"));
      g_assert_cmpuint (chart_picture_count_text (summary, "Axis"), ==,
                        counts[i] < 3 ? 0 : counts[i]);
    }
}

static void
test_bands_share_the_width (void)
{
  const guint first[] = { 0, 5, 0, 15 };
  const guint second[] = { 1, G_MAXUINT, 1, 0 };
  const guint none[] = { 0, 0, 0, 0 };
  g_autoptr (TagaChart) chart = taga_chart_bands_new (bands);
  g_autoptr (TagaChart) empty = taga_chart_bands_new (bands);
  g_autofree char *summary = NULL;
  g_autofree char *svg = chart_picture_draw_svg (empty);
  guint large, small;
  ChartPicture picture;

  taga_chart_bands_add (TAGA_CHART_BANDS (chart), "R1", first);
  picture = chart_picture_draw (chart, TAGA_PALETTE_LIGHT);
  large = chart_picture_count (&picture, picture.palette->bands[TAGA_BAND_LARGE]);
  small = chart_picture_count (&picture, picture.palette->bands[TAGA_BAND_SMALL]);
  g_assert_cmpfloat (large / (double) small, >, 2.6);
  g_assert_cmpfloat (large / (double) small, <, 3.6);
  g_assert_cmpuint (chart_picture_count (&picture, picture.palette->bands[TAGA_BAND_MEDIUM]), ==,
                    0);
  chart_picture_clear (&picture);

  taga_chart_bands_add (TAGA_CHART_BANDS (chart), "R2", second);
  taga_chart_bands_add (TAGA_CHART_BANDS (chart), "R3", none);
  picture = chart_picture_draw (chart, TAGA_PALETTE_DARK);
  chart_picture_clear (&picture);
  summary = taga_chart_dup_summary (chart);
  g_assert_cmpstr (summary, ==,
                   "R1: Large 15, Medium 0, Small 5\n"
                   "R2: Large 0, Medium 1, Small 4294967295, Unknown 1\n"
                   "R3: Large 0, Medium 0, Small 0");
}

static void
test_draws_nothing_where_there_is_no_room (void)
{
  static const double sizes[][2] = { { 0, 100 }, { 100, -1 }, { NAN, 100 }, { INFINITY, 5 } };
  const double values[] = { 1, 2, 3 };
  g_autoptr (TagaChart) radar = create_radar (3, values, values);
  g_autoptr (TagaChart) matrix = create_matrix ();
  TagaChart *const charts[] = { radar, matrix };
  TagaChartStyle style = { taga_palette_get (TAGA_PALETTE_LIGHT), 12 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (charts); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 40);
      cairo_t *cr = cairo_create (surface);
      guint32 pixel;

      taga_chart_draw (charts[i % 2], &style, cr, sizes[i / 2][0], sizes[i / 2][1]);
      taga_chart_draw (charts[i % 2], &(TagaChartStyle){ style.palette, 0 }, cr, 40, 40);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_flush (surface);
      memcpy (&pixel, cairo_image_surface_get_data (surface) + 20 * 160 + 80, sizeof pixel);
      g_assert_cmphex (pixel, ==, 0);

      /* A little room is not enough to read it, but no reason to fail. */
      taga_chart_draw (charts[i % 2], &style, cr, 3, 3);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/palettes-can-be-read", test_palettes_can_be_read);
  g_test_add_func ("/chart/names-break-well", test_names_break_well);
  g_test_add_func ("/chart/barrel-stands-to-its-lowest-stave",
                   test_barrel_stands_to_its_lowest_stave);
  g_test_add_func ("/chart/barrel-shows-what-is-missing", test_barrel_shows_what_is_missing);
  g_test_add_func ("/chart/barrel-names-two-of-the-lowest", test_barrel_names_two_of_the_lowest);
  g_test_add_func ("/chart/barrel-of-any-size", test_barrel_of_any_size);
  g_test_add_func ("/chart/matrix-colours-by-band", test_matrix_colours_by_band);
  g_test_add_func ("/chart/matrix-is-hit", test_matrix_is_hit);
  g_test_add_func ("/chart/matrix-says-its-figures", test_matrix_says_its_figures);
  g_test_add_func ("/chart/matrix-outlines-the-selected", test_matrix_outlines_the_selected);
  g_test_add_func ("/chart/radar-goes-clockwise", test_radar_goes_clockwise);
  g_test_add_func ("/chart/radar-tells-series-apart-without-colour",
                   test_radar_tells_series_apart_without_colour);
  g_test_add_func ("/chart/radar-leaves-gaps", test_radar_leaves_gaps);
  g_test_add_func ("/chart/radar-of-any-size", test_radar_of_any_size);
  g_test_add_func ("/chart/bands-share-the-width", test_bands_share_the_width);
  g_test_add_func ("/chart/draws-nothing-where-there-is-no-room",
                   test_draws_nothing_where_there_is_no_room);

  return g_test_run ();
}
