#pragma once

#include "taga-chart.h"
#include "taga-write-job.h"
#include "taga-writer.h"

G_BEGIN_DECLS

/* What a printer wants, in dots per inch; a point is a 72nd of an inch. */
#define TAGA_CHART_PRINT_DPI 300
#define TAGA_CHART_SCREEN_DPI 96

/**
 * TagaChartFormat:
 * @palette: the colours
 * @width: width of the picture in points, with a margin of one text size
 * @height: height of the picture in points
 * @text_size: height of the text in points
 * @dpi: dots per inch of a .png; 36 to 1200
 *
 * How a chart becomes a picture.
 */
struct _TagaChartFormat
{
  TagaPaletteKind palette;
  double width;
  double height;
  double text_size;
  double dpi;
};

void taga_chart_format_init (TagaChartFormat *self, TagaChart *chart, TagaPaletteKind palette);

gboolean taga_chart_write (TagaChart *chart,
                           const TagaChartFormat *format,
                           GFile *target,
                           TagaWriteFlags flags,
                           GError **error);
cairo_surface_t *taga_chart_create_picture (TagaChart *chart, const TagaChartFormat *format);

gboolean taga_chart_write_svg (TagaWriteJob *job, GError **error);
gboolean taga_chart_write_png (TagaWriteJob *job, GError **error);
gboolean taga_chart_write_pdf (TagaWriteJob *job, GError **error);

G_END_DECLS
