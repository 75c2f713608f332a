#pragma once

#include <cairo.h>

#include "taga-chart.h"

G_BEGIN_DECLS

#define CHART_PICTURE_WIDTH 420
#define CHART_PICTURE_HEIGHT 360

/* A chart as pixels. */
typedef struct
{
  cairo_surface_t *surface;
  const TagaPalette *palette;
} ChartPicture;

ChartPicture chart_picture_draw (TagaChart *chart, TagaPaletteKind kind);
void chart_picture_clear (ChartPicture *picture);
guint32 chart_picture_get (const ChartPicture *picture, double x, double y);
guint chart_picture_count (const ChartPicture *picture, guint32 colour);

char *chart_picture_draw_svg (TagaChart *chart);
guint chart_picture_count_text (const char *text, const char *part);

G_END_DECLS
