#include "chart-picture.h"

#include <cairo-svg.h>
#include <string.h>

/* Draws a chart in the colours of a palette, with text 12 high. */
ChartPicture
chart_picture_draw (TagaChart *chart, TagaPaletteKind kind)
{
  ChartPicture picture = { cairo_image_surface_create (CAIRO_FORMAT_RGB24, CHART_PICTURE_WIDTH,
                                                       CHART_PICTURE_HEIGHT),
                           taga_palette_get (kind) };
  TagaChartStyle style = { picture.palette, 12 };
  cairo_t *cr = cairo_create (picture.surface);

  taga_palette_set (cr, picture.palette->surface, 1);
  cairo_paint (cr);
  taga_chart_draw (chart, &style, cr, CHART_PICTURE_WIDTH, CHART_PICTURE_HEIGHT);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (picture.surface);

  return picture;
}

/* The colour of a pixel. */
guint32
chart_picture_get (const ChartPicture *picture, double x, double y)
{
  const guchar *data = cairo_image_surface_get_data (picture->surface);
  int stride = cairo_image_surface_get_stride (picture->surface);
  guint32 pixel;

  memcpy (&pixel, data + (int) y * stride + (int) x * 4, sizeof pixel);
  return pixel & 0xFFFFFF;
}

/* How many pixels have a colour. */
guint
chart_picture_count (const ChartPicture *picture, guint32 colour)
{
  guint n = 0;

  for (int y = 0; y < CHART_PICTURE_HEIGHT; y++)
    for (int x = 0; x < CHART_PICTURE_WIDTH; x++)
      n += chart_picture_get (picture, x, y) == colour;

  return n;
}

/* Frees what a picture holds. */
void
chart_picture_clear (ChartPicture *picture)
{
  cairo_surface_destroy (picture->surface);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Draws a chart as the text of an SVG. */
char *
chart_picture_draw_svg (TagaChart *chart)
{
  GString *text = g_string_new (NULL);
  TagaChartStyle style = { taga_palette_get (TAGA_PALETTE_PRINT), 12 };
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
      append_cb, text, CHART_PICTURE_WIDTH, CHART_PICTURE_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  taga_chart_draw (chart, &style, cr, CHART_PICTURE_WIDTH, CHART_PICTURE_HEIGHT);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return g_string_free (text, FALSE);
}

/* How often a text holds another. */
guint
chart_picture_count_text (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;

  return n;
}
