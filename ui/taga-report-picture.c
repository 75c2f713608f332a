#include "taga-report-picture.h"

#include "taga-chart-writer.h"

/* Dots per inch of a picture for slides: sharp on a projector, and not too much for a mail. */
#define DPI 192

/**
 * taga_report_picture_new:
 * @chart: a chart
 * @palette: its colours
 *
 * Draws a chart as a picture for the clipboard.
 *
 * Returns: (transfer full): the picture
 */
GdkTexture *
taga_report_picture_new (TagaChart *chart, TagaPaletteKind palette)
{
  TagaChartFormat format;
  cairo_surface_t *surface;
  g_autoptr (GBytes) bytes = NULL;
  int width, height, stride;

  taga_chart_format_init (&format, chart, palette);
  format.dpi = DPI;
  surface = taga_chart_create_picture (chart, &format);
  cairo_surface_flush (surface);
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}
