#include <math.h>
#include <string.h>

#include <cairo.h>
#include <glib/gstdio.h>

#include "report-folder.h"
#include "taga-chart-barrel.h"
#include "taga-chart-writer.h"

/* Charts as files: each format, and what happens when the file cannot be written. */

static TagaChart *
create_chart (void)
{
  TagaChart *chart = taga_chart_barrel_new ();

  taga_chart_set_title (chart, "桶 <A & \x01"
                               "B>");
  taga_chart_barrel_add (TAGA_CHART_BARREL (chart), "入口]]>", 40);
  taga_chart_barrel_add (TAGA_CHART_BARREL (chart), "\xFF", NAN);
  return chart;
}

static gboolean
save (ReportFolder *folder, const char *name, TagaWriteFlags flags, GError **error)
{
  g_autoptr (TagaChart) chart = create_chart ();
  TagaChartFormat format;
  g_autoptr (GFile) file = NULL;

  g_free (folder->target);
  folder->target = g_build_filename (folder->path, name, NULL);
  file = g_file_new_for_path (folder->target);
  taga_chart_format_init (&format, chart, TAGA_PALETTE_PRINT);
  return taga_chart_write (chart, &format, file, flags, error);
}

static char *
save_and_load (ReportFolder *folder, const char *name, gsize *length)
{
  g_autoptr (GError) error = NULL;

  save (folder, name, TAGA_WRITE_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report_folder_count (folder), ==, 1);
  return report_folder_load (folder, length);
}

static void
count_text_cb (GMarkupParseContext *context,
               const char *text,
               gsize length,
               gpointer user_data,
               GError **error)
{
  if (g_strcmp0 (g_markup_parse_context_get_element (context), "title") == 0)
    g_string_append_len (user_data, text, (gssize) length);
}

static void
test_svg_says_what_it_shows (ReportFolder *folder, gconstpointer data)
{
  const GMarkupParser parser = { .text = count_text_cb };
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, title, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = save_and_load (folder, "桶.SVG", &length);

  g_markup_parse_context_parse (context, text, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_cmpstr (title->str, ==, "桶 <A & B>");
  g_assert_nonnull (strstr (text, "role=\"img\""));
  g_assert_nonnull (strstr (text, "入口]]&gt;: 40 of 100"));
  /* Letters are outlines: no font is asked for. */
  g_assert_null (strstr (text, "font-family"));
  g_assert_null (strstr (text, "<text"));
}

static void
test_png_is_as_fine_as_print (ReportFolder *folder, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = save_and_load (folder, "b.png", &length);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (folder->target);
  const guint8 *density = (const guint8 *) bytes + 33;
  guint32 per_meter;

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 480 * 300 / 72);
  cairo_surface_destroy (surface);

  g_assert_cmpmem (density + 4, 4, "pHYs", 4);
  memcpy (&per_meter, density + 8, sizeof per_meter);
  g_assert_cmpuint (GUINT32_FROM_BE (per_meter), ==, 11811);
  /* The check sum of this very chunk, by any other program. */
  g_assert_cmpmem (density + 17, 4, "\x78\xA5\x3F\x76", 4);
}

static gboolean
holds (const char *bytes, gsize length, const char *part)
{
  gsize size = strlen (part);

  for (gsize i = 0; i + size <= length; i++)
    if (memcmp (bytes + i, part, size) == 0)
      return TRUE;

  return FALSE;
}

static void
test_pdf_has_its_fonts (ReportFolder *folder, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = save_and_load (folder, "b.pdf", &length);

  g_assert_true (g_str_has_prefix (bytes, "%PDF-1."));
  g_assert_true (holds (bytes, length, "/MediaBox [ 0 0 480 "));
  g_assert_true (holds (bytes, length, "/FontFile"));
  g_assert_true (holds (bytes, length, "/Count 1"));
}

static void
test_a_file_that_is_there_stays (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder->path, "b.svg", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_false (save (folder, "b.svg", TAGA_WRITE_NONE, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_EXISTS);
  text = report_folder_load (folder, NULL);
  g_assert_cmpstr (text, ==, "mine");
  g_clear_error (&error);

  g_assert_true (save (folder, "b.svg", TAGA_WRITE_REPLACE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report_folder_count (folder), ==, 1);
}

static void
test_refuses_what_it_cannot_write (ReportFolder *folder, gconstpointer data)
{
  static const char *const names[] = { "b.gif", "b", "nowhere/b.svg", "nowhere/b.png" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (save (folder, names[i], TAGA_WRITE_NONE, &error));
      g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
      g_assert_cmpuint (report_folder_count (folder), ==, 0);
    }
}

static void
test_refuses_a_picture_that_is_too_large (ReportFolder *folder, gconstpointer data)
{
  const TagaChartFormat format = { TAGA_PALETTE_PRINT, 1e6, 100, 9, 300 };
  g_autoptr (TagaChart) chart = create_chart ();
  g_autofree char *path = g_build_filename (folder->path, "b.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (taga_chart_write (chart, &format, file, TAGA_WRITE_NONE, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_TOO_LARGE);
  g_assert_cmpuint (report_folder_count (folder), ==, 0);
}

static void
test_palettes_have_names (void)
{
  TagaPaletteKind kind = TAGA_PALETTE_DARK;

  for (int i = 0; i < TAGA_N_PALETTES; i++)
    {
      g_assert_true (taga_palette_from_key (taga_palette_to_key ((TagaPaletteKind) i), &kind));
      g_assert_cmpint ((int) kind, ==, i);
    }
  g_assert_false (taga_palette_from_key ("pink", &kind));
  g_assert_false (taga_palette_from_key (NULL, &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test)                                                                            \
  g_test_add ("/chart-write/" name, ReportFolder, NULL, report_folder_set_up, test,                \
              report_folder_tear_down)
  ADD ("svg-says-what-it-shows", test_svg_says_what_it_shows);
  ADD ("png-is-as-fine-as-print", test_png_is_as_fine_as_print);
  ADD ("pdf-has-its-fonts", test_pdf_has_its_fonts);
  ADD ("a-file-that-is-there-stays", test_a_file_that_is_there_stays);
  ADD ("refuses-what-it-cannot-write", test_refuses_what_it_cannot_write);
  ADD ("refuses-a-picture-that-is-too-large", test_refuses_a_picture_that_is_too_large);
  g_test_add_func ("/chart-write/palettes-have-names", test_palettes_have_names);

  return g_test_run ();
}
