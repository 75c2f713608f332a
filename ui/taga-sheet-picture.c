#include "taga-sheet-picture.h"

#include <math.h>
#include <string.h>

#include "taga-chart-text.h"

/* The look of a sheet, in pixels. */
#define TEXT_SIZE 12.0
#define ROW_HEIGHT 22
#define HEADER_HEIGHT 40
#define PADDING 6
#define MIN_CELL 48
#define MAX_CELL 190
#define MAX_WIDTH 4000

/* So many rows tell how wide a column has to be. */
#define N_MEASURED 12

typedef struct
{
  const TagaPreviewTable *table;
  TagaChartStyle style;
  int *widths; /* of the columns */
  guint n;     /* how many columns there is room for */
  int width;
  int height;
} Picture;

static double
measure_text (cairo_t *cr, const TagaChartStyle *style, const char *text)
{
  g_autoptr (PangoLayout) layout = taga_chart_text_new (cr, style, text, 1, FALSE);
  double width;

  taga_chart_text_measure (layout, &width, NULL);
  return width;
}

static int
find_width (const Picture *self, cairo_t *cr, guint column)
{
  double width =
      measure_text (cr, &self->style, g_ptr_array_index (self->table->columns, column)) / 2;

  for (guint i = 0; i < MIN (self->table->rows->len, N_MEASURED); i++)
    {
      char **row = g_ptr_array_index (self->table->rows, i);

      width = MAX (width, measure_text (cr, &self->style, row[column]));
    }

  return (int) CLAMP (ceil (width) + 2 * PADDING, MIN_CELL, MAX_CELL);
}

static void
measure (Picture *self, cairo_t *cr)
{
  self->widths = g_new0 (int, self->table->columns->len + 1);
  self->width = 1;
  self->height = HEADER_HEIGHT + ROW_HEIGHT * (int) self->table->rows->len + 1;

  for (; self->n < self->table->columns->len && self->width < MAX_WIDTH; self->n++)
    {
      self->widths[self->n] = find_width (self, cr, self->n);
      self->width += self->widths[self->n];
    }
}

static void
draw_cell (const Picture *self,
           cairo_t *cr,
           const char *text,
           double x,
           double y,
           double width,
           double height,
           guint lines)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r", ' ');
  g_autoptr (PangoLayout) layout = taga_chart_text_new (cr, &self->style, line, 1, lines > 1);

  taga_chart_text_limit (layout, width - 2 * PADDING, lines);
  taga_chart_text_draw (cr, layout, self->style.palette->text, x + PADDING, y + height / 2, 0, 0.5);
  cairo_set_source_rgb (cr, 0.72, 0.72, 0.74);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x + 0.5, y + 0.5, width, height);
  cairo_stroke (cr);
}

static void
draw (const Picture *self, cairo_t *cr)
{
  double x = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.89, 0.92, 0.97);
  cairo_rectangle (cr, 0, 0, self->width, HEADER_HEIGHT);
  cairo_fill (cr);

  for (guint i = 0; i < self->n; i++)
    {
      draw_cell (self, cr, g_ptr_array_index (self->table->columns, i), x, 0, self->widths[i],
                 HEADER_HEIGHT, 2);
      for (guint j = 0; j < self->table->rows->len; j++)
        {
          char **row = g_ptr_array_index (self->table->rows, j);

          draw_cell (self, cr, row[i], x, HEADER_HEIGHT + ROW_HEIGHT * (double) j, self->widths[i],
                     ROW_HEIGHT, 1);
        }
      x += self->widths[i];
    }
}

static cairo_surface_t *
create_surface (int width, int height, int factor)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);

  cairo_surface_set_device_scale (surface, factor, factor);
  return surface;
}

/**
 * taga_sheet_picture_new:
 * @table: the beginning of a sheet
 * @factor: pixels of the display for one of the screen
 *
 * Draws how a sheet begins. It may be called in any thread.
 *
 * Returns: (transfer full) (nullable): the picture; `NULL` if the sheet has no table
 */
GdkTexture *
taga_sheet_picture_new (const TagaPreviewTable *table, int factor)
{
  Picture picture = { table, { taga_palette_get (TAGA_PALETTE_PRINT), TEXT_SIZE }, NULL, 0, 0, 0 };
  cairo_surface_t *surface;
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;
  int stride;

  if (table->columns->len == 0)
    return NULL;

  surface = create_surface (1, 1, 1);
  cr = cairo_create (surface);
  measure (&picture, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  surface = create_surface (picture.width, picture.height, factor);
  cr = cairo_create (surface);
  draw (&picture, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_free (picture.widths);

  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) (picture.height * factor),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (picture.width * factor, picture.height * factor,
                                 GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

/**
 * taga_sheet_picture_dup_text:
 * @table: the beginning of a sheet
 *
 * Gives the words of the sheet, for those who do not see its picture.
 *
 * Returns: (transfer full): the text
 */
char *
taga_sheet_picture_dup_text (const TagaPreviewTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ",
                            (const char *) g_ptr_array_index (table->columns, i));
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv (", ", g_ptr_array_index (table->rows, i));

      g_string_append_printf (text, "\n%s", row);
    }

  return g_string_free (text, FALSE);
}
