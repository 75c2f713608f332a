#include "taga-chart-writer.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* The size of a picture that nobody chose: as wide as the text of an A4 page. */
#define WIDTH 480
#define HEIGHT 300
#define TEXT_SIZE 9

/* Pictures of more dots than that no program opens with pleasure. */
#define MAX_DOTS 20000

static double
get_scale (const TagaChartFormat *format)
{
  return CLAMP (format->dpi, 36, 1200) / 72;
}

/**
 * taga_chart_format_init:
 * @self: (out caller-allocates): the format
 * @chart: a chart
 * @palette: the colours
 *
 * Chooses the size at which a chart is well read on an A4 page, and a printer's resolution.
 */
void
taga_chart_format_init (TagaChartFormat *self, TagaChart *chart, TagaPaletteKind palette)
{
  double width, height;

  g_return_if_fail (TAGA_IS_CHART (chart));

  taga_chart_get_min_size (chart, TEXT_SIZE, &width, &height);
  *self = (TagaChartFormat){ .palette = palette,
                             .width = MAX (WIDTH, width + 2 * TEXT_SIZE),
                             .height = height + 2 * TEXT_SIZE,
                             .text_size = TEXT_SIZE,
                             .dpi = TAGA_CHART_PRINT_DPI };
  if (!taga_chart_has_fixed_height (chart))
    self->height = MAX (HEIGHT, self->height);
}

static void
draw (TagaChart *chart, const TagaChartFormat *format, cairo_t *cr)
{
  TagaChartStyle style = { taga_palette_get (format->palette), format->text_size };
  double margin = format->text_size;

  taga_palette_set (cr, style.palette->surface, 1);
  cairo_paint (cr);
  cairo_translate (cr, margin, margin);
  taga_chart_draw (chart, &style, cr, format->width - 2 * margin, format->height - 2 * margin);
}

/* What is lost in rounding is no dot more. */
static int
count_dots (double size)
{
  return MAX ((int) ceil (size - 0.001), 1);
}

/**
 * taga_chart_create_picture:
 * @chart: a chart
 * @format: how
 *
 * Draws a chart as a picture of dots, for the clipboard or for a file.
 *
 * Returns: (transfer full): the picture; its status says whether there was memory for it
 */
cairo_surface_t *
taga_chart_create_picture (TagaChart *chart, const TagaChartFormat *format)
{
  double scale = get_scale (format);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, count_dots (format->width * scale), count_dots (format->height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  draw (chart, format, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
fail (TagaWriteJob *job, cairo_status_t status, GError **error)
{
  g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
               _ ("“%s” could not be drawn: %s. Please report this as a fault of Taga."), job->name,
               cairo_status_to_string (status));
  return FALSE;
}

static gboolean
save (TagaWriteJob *job, const void *data, gsize length, GError **error)
{
  FILE *file = fopen (job->path, "wb");
  int saved_errno = 0;

  if (file == NULL)
    return taga_write_job_fail (job, errno, error);

  if (fwrite (data, 1, length, file) != length)
    saved_errno = errno;
  if (fclose (file) != 0 && saved_errno == 0)
    saved_errno = errno;

  return saved_errno == 0 || taga_write_job_fail (job, saved_errno, error);
}

/* Draws on a surface that writes into memory, and closes it. */
static gboolean
draw_page (TagaWriteJob *job, cairo_surface_t *surface, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  draw (job->chart, job->format, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status == CAIRO_STATUS_SUCCESS || fail (job, status, error);
}

/* What the picture shows, in words: those who do not see it hear it, and a search finds it. */
static char *
dup_description (TagaWriteJob *job)
{
  g_autofree char *summary = taga_chart_dup_summary (job->chart);
  g_autofree char *title =
      g_markup_escape_text (taga_write_job_clean (job, taga_chart_get_title (job->chart)), -1);
  g_autofree char *description = g_markup_escape_text (taga_write_job_clean (job, summary), -1);

  return g_strdup_printf ("\n<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>", title,
                          description);
}

/**
 * taga_chart_write_svg:
 * @job: a job with a chart
 * @error: return location for an error
 *
 * Writes a chart as SVG. Its letters are outlines, so that it looks the same on a computer without
 * the fonts; its words stand in its description.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError]
 */
gboolean
taga_chart_write_svg (TagaWriteJob *job, GError **error)
{
  static const char role[] = " role=\"img\" aria-labelledby=\"title desc\"";
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GString) text = NULL;
  g_autofree char *description = NULL;
  const char *element, *end;

  if (!draw_page (job,
                  cairo_svg_surface_create_for_stream (append_cb, data, job->format->width,
                                                       job->format->height),
                  error))
    return FALSE;

  text = g_string_new_len ((const char *) data->data, (gssize) data->len);
  element = strstr (text->str, "<svg");
  end = element == NULL ? NULL : strchr (element, '>');
  if (end == NULL)
    return fail (job, CAIRO_STATUS_WRITE_ERROR, error);

  description = dup_description (job);
  g_string_insert (text, end + 1 - text->str, description);
  g_string_insert (text, element + strlen ("<svg") - text->str, role);

  return save (job, text->str, text->len, error);
}

static guint32
compute_crc (const guint8 *data, gsize length)
{
  guint32 crc = 0xFFFFFFFF;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
    }

  return ~crc;
}

static void
put_number (guint8 *at, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (at, &number, sizeof number);
}

/* Says how fine the dots are, which cairo does not: else Word shows the picture three times as
 * large as it is. The chunk stands behind the signature and the header, which are 33 bytes long. */
static void
insert_density (GByteArray *data, double dpi)
{
  enum
  {
    HEADER = 33,
    CHUNK = 21,
  };
  guint8 chunk[CHUNK] = { 0, 0, 0, 9, 'p', 'H', 'Y', 's', [16] = 1 };
  guint32 per_meter = (guint32) lround (dpi / 0.0254);
  guint length = data->len;

  if (length < HEADER)
    return;

  put_number (chunk + 8, per_meter);
  put_number (chunk + 12, per_meter);
  put_number (chunk + 17, compute_crc (chunk + 4, 13));
  g_byte_array_set_size (data, length + CHUNK);
  memmove (data->data + HEADER + CHUNK, data->data + HEADER, length - HEADER);
  memcpy (data->data + HEADER, chunk, CHUNK);
}

/**
 * taga_chart_write_png:
 * @job: a job with a chart
 * @error: return location for an error
 *
 * Writes a chart as PNG of the format's resolution.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError]
 */
gboolean
taga_chart_write_png (TagaWriteJob *job, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  double scale = get_scale (job->format);
  cairo_surface_t *surface;
  cairo_status_t status;

  if (MAX (job->format->width, job->format->height) * scale > MAX_DOTS)
    {
      g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_TOO_LARGE,
                   _ ("“%s” would be too large a picture. Choose a smaller size, or .svg or .pdf."),
                   job->name);
      return FALSE;
    }

  surface = taga_chart_create_picture (job->chart, job->format);
  status = cairo_surface_write_to_png_stream (surface, append_cb, data);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    return fail (job, status, error);

  insert_density (data, scale * 72);
  return save (job, data->data, data->len, error);
}

/**
 * taga_chart_write_pdf:
 * @job: a job with a chart
 * @error: return location for an error
 *
 * Writes a chart as one page of PDF, as large as the chart and with the fonts that it uses.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError]
 */
gboolean
taga_chart_write_pdf (TagaWriteJob *job, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree char *summary = taga_chart_dup_summary (job->chart);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_cb, data, job->format->width, job->format->height);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  taga_write_job_clean (job, taga_chart_get_title (job->chart)));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  taga_write_job_clean (job, summary));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Taga " TAGA_VERSION);

  return draw_page (job, surface, error) && save (job, data->data, data->len, error);
}
