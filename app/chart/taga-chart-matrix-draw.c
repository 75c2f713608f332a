#include "taga-chart-matrix-private.h"

#include <glib/gi18n-lib.h>

#include "taga-chart-text.h"
#include "taga-value.h"

static void
trace_box (cairo_t *cr, const TagaChartBox *box, double radius)
{
  radius = MIN (radius, MIN (box->width, box->height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - radius, box->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, box->x + box->width - radius, box->y + box->height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, box->x + radius, box->y + box->height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
draw_cell (TagaChartMatrix *self,
           const TagaChartStyle *style,
           cairo_t *cr,
           guint part,
           TagaChartBox *box)
{
  const TagaPalette *palette = style->palette;
  TagaBand band = taga_chart_matrix_get_band (self, part);
  g_autofree char *word =
      g_strdup_printf ("%s %d", self->bands[band], taga_chart_matrix_get_risk (self, part));
  g_autofree char *count = taga_chart_matrix_dup_count (self->counts[part]);
  g_autoptr (PangoLayout) heading = taga_chart_text_new (cr, style, word, 0.95, TRUE);
  g_autoptr (PangoLayout) figure = taga_chart_text_new (cr, style, count, 1.5, TRUE);
  double middle = box->x + box->width / 2;
  double width;

  trace_box (cr, box, style->text_size * 0.5);
  taga_palette_set (cr, palette->bands[band], 1);
  cairo_fill_preserve (cr);
  if (palette->is_edged)
    {
      taga_palette_set (cr, palette->grid, 1);
      cairo_set_line_width (cr, style->text_size / 12);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);

  taga_chart_text_measure (figure, &width, NULL);
  if (width > box->width)
    {
      g_clear_object (&figure);
      figure = taga_chart_text_new (cr, style, count, 1, TRUE);
    }
  taga_chart_text_limit (heading, box->width, 1);
  taga_chart_text_limit (figure, box->width, 1);
  taga_chart_text_draw (cr, heading, palette->band_texts[band], middle, box->y + box->height * 0.3,
                        0.5, 0.5);
  taga_chart_text_draw (cr, figure, palette->band_texts[band], middle, box->y + box->height * 0.64,
                        0.5, 0.5);
}

/* Letters of Japanese stand on each other; other words are turned. */
static void
draw_importance (const TagaChartStyle *style, cairo_t *cr, double y)
{
  const char *title = C_ ("matrix", "Importance ↑");
  double x = style->text_size * 0.9;

  if (g_unichar_iswide (g_utf8_get_char (title)))
    {
      GString *standing = g_string_new (NULL);
      g_autoptr (PangoLayout) layout = NULL;

      for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_isspace (g_utf8_get_char (p)))
          {
            g_string_append_unichar (standing, g_utf8_get_char (p));
            g_string_append (standing, *g_utf8_next_char (p) == '\0' ? "" : "\n");
          }
      layout = taga_chart_text_new (cr, style, standing->str, 1, FALSE);
      taga_chart_text_draw (cr, layout, style->palette->text, x, y, 0.5, 0.5);
      g_string_free (standing, TRUE);
      return;
    }

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, -G_PI / 2);
  taga_chart_text_show (cr, style, C_ ("matrix", "Importance →"), 0, 0, 0.5, 0.5);
  cairo_restore (cr);
}

static void
draw_levels (TagaChartMatrix *self,
             const TagaChartStyle *style,
             cairo_t *cr,
             double width,
             double height)
{
  guint n = taga_chart_get_n_parts (TAGA_CHART (self));
  double size = style->text_size;
  TagaChartBox box, last;

  taga_chart_get_part (TAGA_CHART (self), style, width, height, n - 1, &last);
  for (guint i = 0; i < n; i++)
    {
      int importance, likelihood;
      char text[12];

      taga_chart_get_part (TAGA_CHART (self), style, width, height, i, &box);
      taga_chart_matrix_get_cell (self, i, &importance, &likelihood);
      if (i % TAGA_MATRIX_N_LIKELIHOODS == 0)
        {
          g_snprintf (text, sizeof text, "%d", importance);
          taga_chart_text_show (cr, style, text, size * 2.4, box.y + box.height / 2, 0.5, 0.5);
        }
      if (i >= n - TAGA_MATRIX_N_LIKELIHOODS)
        {
          g_snprintf (text, sizeof text, "%d", likelihood);
          taga_chart_text_show (cr, style, text, box.x + box.width / 2,
                                box.y + box.height + size * 0.2, 0.5, 0);
        }
    }

  draw_importance (style, cr, (last.y + last.height) / 2);
  taga_chart_text_show (cr, style, C_ ("matrix", "Likelihood →"),
                        (size * TAGA_MATRIX_LEFT + last.x + last.width) / 2,
                        last.y + last.height + size * 1.7, 0.5, 0);
}

/* A line between what has to be treated and what may be kept, wherever two such cells meet. */
static void
draw_acceptance (TagaChartMatrix *self,
                 const TagaChartStyle *style,
                 cairo_t *cr,
                 double width,
                 double height)
{
  guint n = taga_chart_get_n_parts (TAGA_CHART (self));
  double half = style->text_size * TAGA_MATRIX_GAP / 2;

  taga_palette_set (cr, style->palette->accent, 1);
  cairo_set_line_width (cr, style->text_size / 5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  for (guint i = 0; i < n; i++)
    {
      guint right = taga_chart_move (TAGA_CHART (self), i, 1, 0);
      guint below = taga_chart_move (TAGA_CHART (self), i, 0, 1);
      gboolean is_treated = taga_chart_matrix_get_risk (self, i) >= self->acceptance;
      TagaChartBox box;

      taga_chart_get_part (TAGA_CHART (self), style, width, height, i, &box);
      if (is_treated != (taga_chart_matrix_get_risk (self, right) >= self->acceptance))
        {
          cairo_move_to (cr, box.x + box.width + half, MAX (box.y - half, 1));
          cairo_line_to (cr, box.x + box.width + half, box.y + box.height + half);
        }
      if (is_treated != (taga_chart_matrix_get_risk (self, below) >= self->acceptance))
        {
          cairo_move_to (cr, box.x - half, box.y + box.height + half);
          cairo_line_to (cr, box.x + box.width + half, box.y + box.height + half);
        }
    }
  cairo_stroke (cr);
}

static void
trace_inside (cairo_t *cr, const TagaChartBox *box, double inset, double radius)
{
  TagaChartBox inner = { box->x + inset, box->y + inset, box->width - 2 * inset,
                         box->height - 2 * inset };

  trace_box (cr, &inner, radius);
}

/* Two lines, so that one of them is seen on whatever colour the cell has. */
static void
draw_selected (TagaChartMatrix *self,
               const TagaChartStyle *style,
               cairo_t *cr,
               double width,
               double height)
{
  double line = style->text_size / 5;
  TagaChartBox box;

  taga_chart_get_part (TAGA_CHART (self), style, width, height, (guint) self->selected, &box);
  cairo_set_line_width (cr, line);
  trace_inside (cr, &box, line / 2, style->text_size * 0.5);
  taga_palette_set (cr, style->palette->text, 1);
  cairo_stroke (cr);
  trace_inside (cr, &box, line * 1.5, style->text_size * 0.4);
  taga_palette_set (cr, style->palette->surface, 1);
  cairo_stroke (cr);
}

/* Draws the matrix: its cells, their levels, the acceptance line, the chosen cell. */
void
taga_chart_matrix_draw (TagaChart *chart,
                        const TagaChartStyle *style,
                        cairo_t *cr,
                        double width,
                        double height)
{
  TagaChartMatrix *self = TAGA_CHART_MATRIX (chart);
  guint n = taga_chart_get_n_parts (chart);

  for (guint i = 0; i < n; i++)
    {
      TagaChartBox box;

      taga_chart_get_part (chart, style, width, height, i, &box);
      draw_cell (self, style, cr, i, &box);
    }

  draw_levels (self, style, cr, width, height);
  if (self->acceptance != TAGA_UNKNOWN)
    draw_acceptance (self, style, cr, width, height);
  if (self->selected >= 0)
    draw_selected (self, style, cr, width, height);

  if (self->n_unknown > 0)
    {
      g_autofree char *count = taga_chart_matrix_dup_count (self->n_unknown);
      g_autofree char *text = g_strdup_printf ("%s: %s", self->bands[TAGA_BAND_UNKNOWN], count);

      taga_chart_text_show (cr, style, text, style->text_size * TAGA_MATRIX_LEFT, height, 0, 1);
    }
}
