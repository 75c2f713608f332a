#include "taga-chart-text.h"
#include "taga-paper-layout-private.h"

/* Colours besides those of the palette for print. */
#define HEADER_FILL 0xE4ECF7
#define GROUP_FILL 0xF2F2F2
#define LINE 0x9A9A9E
#define FAINT_LINE 0xD8D8DC

/* Text in the head and the foot of a page, in points, and where it stands. */
#define MARGIN_TEXT 8.0
#define HEAD_Y (13 * TAGA_POINTS_PER_MM)
#define FOOT_Y (12 * TAGA_POINTS_PER_MM)

#define CHART_TEXT 9
#define LABEL_HEIGHT 14
#define THIN 0.5

static void
draw_lines (cairo_t *cr, const TagaFragment *fragment, const TagaPieceCell *cell)
{
  double top = 0;

  for (guint i = fragment->first; i < MIN (fragment->end, cell->lines->len); i++)
    {
      const TagaPieceLine *line = &g_array_index (cell->lines, TagaPieceLine, i);

      if (i == fragment->first)
        top = line->top;
      cairo_move_to (cr, TAGA_PAGE_SIDE + cell->x + line->x,
                     fragment->y + fragment->piece->padding + line->baseline - top);
      pango_cairo_show_layout_line (cr, line->line);
    }
}

static void
fill (cairo_t *cr, guint32 colour, double x, double y, double width, double height)
{
  taga_palette_set (cr, colour, 1);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
draw_rule (cairo_t *cr, guint32 colour, double x, double y, double width)
{
  taga_palette_set (cr, colour, 1);
  cairo_set_line_width (cr, THIN);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

/* The lines around the cells of a row; a cell's text has the same room on both sides. */
static void
draw_frames (cairo_t *cr, const TagaFragment *fragment)
{
  const GPtrArray *cells = fragment->piece->cells;

  taga_palette_set (cr, LINE, 1);
  cairo_set_line_width (cr, THIN);
  for (guint i = 0; i < cells->len; i++)
    {
      const TagaPieceCell *cell = g_ptr_array_index (cells, i);
      const TagaPieceCell *first = g_ptr_array_index (cells, 0);

      cairo_rectangle (cr, TAGA_PAGE_SIDE + cell->x - first->x, fragment->y,
                       cell->width + 2 * first->x, fragment->height);
    }
  cairo_stroke (cr);
}

static void
draw_boxes (TagaPaperLayout *self, cairo_t *cr, const TagaFragment *fragment)
{
  const char *const *labels = taga_paper_get_approval (self->paper);
  guint n = g_strv_length ((char **) labels);
  double whole = taga_paper_layout_get_boxes_width (self);
  double top = fragment->y + fragment->piece->padding;
  double height = fragment->height - 2 * fragment->piece->padding;

  for (guint i = 0; i < n; i++)
    {
      double width = whole / n;
      double x = self->width - TAGA_PAGE_SIDE - whole + width * i;
      TagaChartStyle style = { taga_palette_get (TAGA_PALETTE_PRINT), MARGIN_TEXT };
      g_autoptr (PangoLayout) label = taga_chart_text_new (cr, &style, labels[i], 1, FALSE);

      taga_chart_text_limit (label, width - 4, 1);
      taga_chart_text_draw (cr, label, style.palette->text, x + width / 2, top + LABEL_HEIGHT / 2.0,
                            0.5, 0.5);
      taga_palette_set (cr, LINE, 1);
      cairo_set_line_width (cr, THIN);
      cairo_rectangle (cr, x, top, width, LABEL_HEIGHT);
      cairo_rectangle (cr, x, top + LABEL_HEIGHT, width, height - LABEL_HEIGHT);
      cairo_stroke (cr);
    }
}

static void
draw_chart (TagaPaperLayout *self, cairo_t *cr, const TagaFragment *fragment)
{
  TagaChartStyle style = { taga_palette_get (TAGA_PALETTE_PRINT), CHART_TEXT };

  cairo_save (cr);
  cairo_translate (cr, TAGA_PAGE_SIDE, fragment->y);
  taga_chart_draw (fragment->piece->block->chart, &style, cr, self->width - 2 * TAGA_PAGE_SIDE,
                   fragment->height);
  cairo_restore (cr);
}

/* What is drawn behind the text and around it. */
static void
draw_look (TagaPaperLayout *self, cairo_t *cr, const TagaFragment *fragment)
{
  double width = self->width - 2 * TAGA_PAGE_SIDE;
  double bottom = fragment->y + fragment->height;

  switch (fragment->piece->look)
    {
    case TAGA_PIECE_TITLE:
      draw_boxes (self, cr, fragment);
      draw_rule (cr, LINE, TAGA_PAGE_SIDE, bottom, width);
      break;
    case TAGA_PIECE_PAIR:
      draw_rule (cr, FAINT_LINE, TAGA_PAGE_SIDE, bottom, width);
      break;
    case TAGA_PIECE_HEADER:
      fill (cr, HEADER_FILL, TAGA_PAGE_SIDE, fragment->y, width, fragment->height);
      draw_frames (cr, fragment);
      break;
    case TAGA_PIECE_GROUP:
      fill (cr, GROUP_FILL, TAGA_PAGE_SIDE, fragment->y, width, fragment->height);
      draw_frames (cr, fragment);
      break;
    case TAGA_PIECE_CELLS:
      draw_frames (cr, fragment);
      break;
    case TAGA_PIECE_PLAIN:
    default:
      break;
    }
}

static void
draw_fragment (TagaPaperLayout *self, cairo_t *cr, const TagaFragment *fragment)
{
  const TagaPiece *piece = fragment->piece;

  if (piece->block != NULL && piece->block->kind == TAGA_PAPER_CHART)
    {
      draw_chart (self, cr, fragment);
      return;
    }

  draw_look (self, cr, fragment);
  taga_palette_set (cr, taga_palette_get (TAGA_PALETTE_PRINT)->text, 1);
  for (guint i = 0; i < piece->cells->len; i++)
    draw_lines (cr, fragment, g_ptr_array_index (piece->cells, i));
}

/* Draws a short text of the margins; returns how wide it came out. */
static double
show_margin (cairo_t *cr, const char *text, double width, double x, double y, double x_align)
{
  TagaChartStyle style = { taga_palette_get (TAGA_PALETTE_PRINT), MARGIN_TEXT };
  g_autoptr (PangoLayout) layout = taga_chart_text_new (cr, &style, text, 1, FALSE);
  double drawn;

  taga_chart_text_limit (layout, width, 1);
  taga_chart_text_measure (layout, &drawn, NULL);
  taga_chart_text_draw (cr, layout, style.palette->faint, x, y, x_align, 0.5);

  return drawn;
}

/* Title, company and class mark at the top; the day and the page at the bottom. */
static void
draw_margins (TagaPaperLayout *self, cairo_t *cr, guint page)
{
  double right = self->width - TAGA_PAGE_SIDE;
  double width = right - TAGA_PAGE_SIDE;
  const char *mark = taga_paper_get_mark (self->paper);
  g_autofree char *head = g_strdup_printf ("%s　%s", taga_paper_get_title (self->paper),
                                           taga_paper_get_company (self->paper));
  g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, self->n_pages);
  double foot = self->height - FOOT_Y;

  if (mark != NULL)
    {
      double drawn = show_margin (cr, mark, width / 4, right - 5, HEAD_Y, 1);

      taga_palette_set (cr, taga_palette_get (TAGA_PALETTE_PRINT)->faint, 1);
      cairo_set_line_width (cr, THIN);
      cairo_rectangle (cr, right - drawn - 10, HEAD_Y - 8, drawn + 10, 16);
      cairo_stroke (cr);
    }
  show_margin (cr, head, width * 0.7, TAGA_PAGE_SIDE, HEAD_Y, 0);
  draw_rule (cr, FAINT_LINE, TAGA_PAGE_SIDE, HEAD_Y + 12, width);

  show_margin (cr, taga_paper_get_shown_date (self->paper), width / 3, TAGA_PAGE_SIDE, foot, 0);
  show_margin (cr, number, width / 3, self->width / 2, foot, 0.5);
}

/**
 * taga_paper_layout_draw:
 * @self: pages
 * @cr: what to draw on; its unit is the point, and 0, 0 the upper left corner of the page
 * @page: which, from 0
 *
 * Draws a page.
 */
void
taga_paper_layout_draw (TagaPaperLayout *self, cairo_t *cr, guint page)
{
  g_return_if_fail (TAGA_IS_PAPER_LAYOUT (self));
  g_return_if_fail (cr != NULL && page < self->n_pages);

  cairo_save (cr);
  draw_margins (self, cr, page);
  for (guint i = 0; i < self->fragments->len; i++)
    {
      const TagaFragment *fragment = &g_array_index (self->fragments, TagaFragment, i);

      if (fragment->page == page)
        draw_fragment (self, cr, fragment);
    }
  cairo_restore (cr);
}
