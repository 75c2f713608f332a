#include "taga-chart-text.h"
#include "taga-paper-layout-private.h"

/* Text of charts in points: as large as this where the chart has the room, and never smaller than
 * the other. */
#define CHART_TEXT 9
#define MIN_CHART_TEXT 6

#define LABEL_TEXT 8
#define LABEL_HEIGHT 14
#define STRONG 2

static void
draw_lines (cairo_t *cr, const TagaFragment *fragment, const TagaPieceCell *cell)
{
  double top = 0;

  for (guint i = fragment->first; i < MIN (fragment->end, cell->lines->len); i++)
    {
      const TagaPieceLine *line = &g_array_index (cell->lines, TagaPieceLine, i);

      if (i == fragment->first)
        top = line->top;
      cairo_move_to (cr, TAGA_PAGE_SIDE + fragment->piece->x + cell->x + line->x,
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

/* Draws a thin line across. */
void
taga_paper_draw_rule (cairo_t *cr, guint32 colour, double x, double y, double width)
{
  taga_palette_set (cr, colour, 1);
  cairo_set_line_width (cr, TAGA_PAPER_THIN);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

/* The lines around the cells of a row; a cell's text has the same room on both sides. */
static void
draw_frames (cairo_t *cr, const TagaFragment *fragment)
{
  const GPtrArray *cells = fragment->piece->cells;

  taga_palette_set (cr, TAGA_PAPER_LINE, 1);
  cairo_set_line_width (cr, TAGA_PAPER_THIN);
  for (guint i = 0; i < cells->len; i++)
    {
      const TagaPieceCell *cell = g_ptr_array_index (cells, i);
      const TagaPieceCell *first = g_ptr_array_index (cells, 0);

      cairo_rectangle (cr, TAGA_PAGE_SIDE + fragment->piece->x + cell->x - first->x, fragment->y,
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
      double x = TAGA_PAGE_SIDE + fragment->piece->width - whole + width * i;
      TagaChartStyle style = { taga_palette_get (TAGA_PALETTE_PRINT), LABEL_TEXT };
      g_autoptr (PangoLayout) label = taga_chart_text_new (cr, &style, labels[i], 1, FALSE);

      taga_chart_text_limit (label, width - 4, 1);
      taga_chart_text_draw (cr, label, style.palette->text, x + width / 2, top + LABEL_HEIGHT / 2.0,
                            0.5, 0.5);
      taga_palette_set (cr, TAGA_PAPER_LINE, 1);
      cairo_set_line_width (cr, TAGA_PAPER_THIN);
      cairo_rectangle (cr, x, top, width, LABEL_HEIGHT);
      cairo_rectangle (cr, x, top + LABEL_HEIGHT, width, height - LABEL_HEIGHT);
      cairo_stroke (cr);
    }
}

/* Draws a chart from 0, 0, in points. */
void
taga_paper_draw_chart (cairo_t *cr, TagaChart *chart, double width, double height)
{
  TagaChartStyle style = { taga_palette_get (TAGA_PALETTE_PRINT), CHART_TEXT };
  double min_width, min_height;

  taga_chart_get_min_size (chart, 1, &min_width, &min_height);
  style.text_size = MIN (width / min_width, height / min_height);
  style.text_size = CLAMP (style.text_size, MIN_CHART_TEXT, CHART_TEXT);
  taga_chart_draw (chart, &style, cr, width, height);
}

static void
draw_chart (cairo_t *cr, const TagaFragment *fragment)
{
  cairo_save (cr);
  cairo_translate (cr, TAGA_PAGE_SIDE + fragment->piece->x, fragment->y);
  taga_paper_draw_chart (cr, fragment->piece->block->chart, fragment->piece->width,
                         fragment->height);
  cairo_restore (cr);
}

/* What is drawn behind the text and around it. */
static void
draw_look (TagaPaperLayout *self, cairo_t *cr, const TagaFragment *fragment)
{
  double x = TAGA_PAGE_SIDE + fragment->piece->x;
  double width = fragment->piece->width;
  double bottom = fragment->y + fragment->height;

  switch (fragment->piece->look)
    {
    case TAGA_PIECE_TITLE:
      draw_boxes (self, cr, fragment);
      if (taga_paper_get_title_look (self->paper) == TAGA_PAPER_TITLE_LARGE)
        fill (cr, taga_palette_get (TAGA_PALETTE_PRINT)->after, x, bottom - STRONG, width, STRONG);
      else
        taga_paper_draw_rule (cr, TAGA_PAPER_LINE, x, bottom, width);
      break;
    case TAGA_PIECE_PAIR:
      taga_paper_draw_rule (cr, TAGA_PAPER_FAINT_LINE, x, bottom, width);
      break;
    case TAGA_PIECE_HEADER:
      fill (cr, TAGA_PAPER_GROUND, x, fragment->y, width, fragment->height);
      draw_frames (cr, fragment);
      break;
    case TAGA_PIECE_GROUP:
      fill (cr, TAGA_PAPER_FAINT_GROUND, x, fragment->y, width, fragment->height);
      draw_frames (cr, fragment);
      break;
    case TAGA_PIECE_CELLS:
      draw_frames (cr, fragment);
      break;
    case TAGA_PIECE_PLAIN:
    case TAGA_PIECE_BREAK:
    case TAGA_PIECE_COLUMNS:
    case TAGA_PIECE_NEXT:
    case TAGA_PIECE_BOX:
    case TAGA_PIECE_END:
    default:
      break;
    }
}

static void
draw_cells (cairo_t *cr, const TagaFragment *fragment)
{
  const GPtrArray *cells = fragment->piece->cells;

  for (guint i = 0; i < cells->len; i++)
    draw_lines (cr, fragment, g_ptr_array_index (cells, i));
}

/* In a PDF the text can be clicked on. An address that leads nowhere is text like any other. */
static void
draw_link (cairo_t *cr, const TagaFragment *fragment)
{
  const TagaPalette *palette = taga_palette_get (TAGA_PALETTE_PRINT);
  g_autofree char *uri = taga_paper_block_dup_uri (fragment->piece->block);
  g_autofree char *target = g_strdup_printf ("uri='%s'", uri);

  taga_palette_set (cr, uri == NULL ? palette->text : palette->after, 1);
  if (uri != NULL)
    cairo_tag_begin (cr, CAIRO_TAG_LINK, target);
  draw_cells (cr, fragment);
  if (uri != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_fragment (TagaPaperLayout *self, cairo_t *cr, const TagaFragment *fragment)
{
  const TagaPiece *piece = fragment->piece;

  if (piece->block != NULL && piece->block->kind == TAGA_PAPER_CHART)
    {
      draw_chart (cr, fragment);
      return;
    }

  draw_look (self, cr, fragment);
  taga_paper_draw_marks (cr, fragment);
  if (piece->block != NULL && piece->block->kind == TAGA_PAPER_LINK)
    {
      draw_link (cr, fragment);
      return;
    }

  taga_palette_set (cr, taga_palette_get (TAGA_PALETTE_PRINT)->text, 1);
  draw_cells (cr, fragment);
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
  taga_paper_draw_margins (self, cr, page);
  for (guint i = 0; i < self->frames->len; i++)
    {
      const TagaFrame *frame = &g_array_index (self->frames, TagaFrame, i);

      if (frame->page == page)
        taga_paper_draw_frame (cr, frame);
    }
  for (guint i = 0; i < self->fragments->len; i++)
    {
      const TagaFragment *fragment = &g_array_index (self->fragments, TagaFragment, i);

      if (fragment->page == page)
        draw_fragment (self, cr, fragment);
    }
  cairo_restore (cr);
}
