#include "taga-chart-text.h"

#include <math.h>

/**
 * taga_chart_text_init_context:
 * @context: a context
 *
 * Prepares a context for text of ours: Han characters take their Japanese forms, and widths do not
 * depend on the pixels of a screen, so that lines break in the same places everywhere.
 */
void
taga_chart_text_init_context (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_language (context, pango_language_from_string ("ja"));
  pango_context_set_round_glyph_positions (context, FALSE);
}

/**
 * taga_chart_text_create_attributes:
 *
 * Makes what all text of ours has: no hyphens that nobody wrote, and no ligatures, which are not
 * found when somebody searches the file for the word.
 *
 * Returns: (transfer full): the attributes
 */
PangoAttrList *
taga_chart_text_create_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0"));

  return attributes;
}

/**
 * taga_chart_text_new:
 * @cr: what it will be drawn on
 * @style: the chart's style
 * @text: the text; what is not UTF-8 in it is replaced
 * @scale: its height, as a multiple of the style's
 * @is_bold: whether bold
 *
 * Makes a text of a chart.
 *
 * Returns: (transfer full): the text
 */
PangoLayout *
taga_chart_text_new (cairo_t *cr,
                     const TagaChartStyle *style,
                     const char *text,
                     double scale,
                     gboolean is_bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (TAGA_CHART_FONTS);
  PangoAttrList *attributes = taga_chart_text_create_attributes ();
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  taga_chart_text_init_context (pango_layout_get_context (layout));
  pango_layout_context_changed (layout);

  pango_font_description_set_absolute_size (font, style->text_size * scale * PANGO_SCALE);
  if (is_bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, valid, -1);

  return layout;
}

/**
 * taga_chart_text_limit:
 * @layout: a text
 * @width: how wide it may be
 * @n_lines: how many lines it may have
 *
 * Makes a text fit: it is broken into lines, and what does not fit ends in an ellipsis.
 */
void
taga_chart_text_limit (PangoLayout *layout, double width, guint n_lines)
{
  /* Half a unit, as a width that is just enough may be lost in rounding. */
  pango_layout_set_width (layout, (int) (MAX (width + 0.5, 1) * PANGO_SCALE));
  pango_layout_set_height (layout, -(int) n_lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

/**
 * taga_chart_text_measure:
 * @layout: a text
 * @width: (out) (optional): its width
 * @height: (out) (optional): its height
 *
 * Measures a text.
 */
void
taga_chart_text_measure (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = logical.width / (double) PANGO_SCALE;
  if (height != NULL)
    *height = logical.height / (double) PANGO_SCALE;
}

/**
 * taga_chart_text_draw:
 * @cr: what to draw on
 * @layout: a text
 * @colour: its colour
 * @x: a point
 * @y: a point
 * @x_align: what of the text is at @x: 0 its left edge, 0.5 its middle, 1 its right edge
 * @y_align: the same of @y, from the top
 *
 * Draws a text at a point. Its lines are aligned in the same way.
 */
void
taga_chart_text_draw (cairo_t *cr,
                      PangoLayout *layout,
                      guint32 colour,
                      double x,
                      double y,
                      double x_align,
                      double y_align)
{
  PangoRectangle logical;

  pango_layout_set_alignment (layout, x_align < 0.25   ? PANGO_ALIGN_LEFT
                                      : x_align > 0.75 ? PANGO_ALIGN_RIGHT
                                                       : PANGO_ALIGN_CENTER);
  pango_layout_get_extents (layout, NULL, &logical);

  taga_palette_set (cr, colour, 1);
  cairo_move_to (cr, x - (logical.x + logical.width * x_align) / PANGO_SCALE,
                 y - (logical.y + logical.height * y_align) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/**
 * taga_chart_text_show:
 * @cr: what to draw on
 * @style: the chart's style
 * @text: the text
 * @x: a point
 * @y: a point
 * @x_align: what of the text is at @x, see [func@chart_text_draw]
 * @y_align: the same of @y
 *
 * Draws a text of the usual size and colour.
 */
void
taga_chart_text_show (cairo_t *cr,
                      const TagaChartStyle *style,
                      const char *text,
                      double x,
                      double y,
                      double x_align,
                      double y_align)
{
  g_autoptr (PangoLayout) layout = taga_chart_text_new (cr, style, text, 1, FALSE);

  taga_chart_text_draw (cr, layout, style->palette->text, x, y, x_align, y_align);
}
