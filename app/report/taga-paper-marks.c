#include "taga-paper-layout-private.h"

/* Lengths in points. */
#define CORNER 5
#define TICK_LINE 1.2
#define BAR 2
#define TAG_EDGE 0.8

static void
trace_rounded (cairo_t *cr, const TagaChartBox *box, double radius)
{
  double r = MIN (radius, MIN (box->width, box->height) / 2);
  double right = box->x + box->width, bottom = box->y + box->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, box->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI / 2);
  cairo_arc (cr, box->x + r, bottom - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* A ground and an edge; none where the colour is that of paper. */
static void
paint (cairo_t *cr, guint32 ground, guint32 edge, double width)
{
  if (ground != 0xFFFFFF)
    {
      taga_palette_set (cr, ground, 1);
      cairo_fill_preserve (cr);
    }
  taga_palette_set (cr, edge, 1);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw_tick (cairo_t *cr, double x, double y, double size)
{
  taga_palette_set (cr, taga_palette_get (TAGA_PALETTE_PRINT)->text, 1);
  cairo_set_line_width (cr, TICK_LINE);
  cairo_move_to (cr, x + size * 0.18, y + size * 0.52);
  cairo_line_to (cr, x + size * 0.42, y + size * 0.78);
  cairo_line_to (cr, x + size * 0.86, y + size * 0.2);
  cairo_stroke (cr);
}

/* How large a letter of the cell is, about. */
static double
get_letter (const TagaPieceCell *cell)
{
  const TagaPieceLine *line = &g_array_index (cell->lines, TagaPieceLine, 0);

  return (line->baseline - line->top) * 0.85;
}

static void
draw_pill (cairo_t *cr, const TagaPieceCell *cell, const TagaChartBox *box)
{
  gboolean is_filled = cell->mark == TAGA_MARK_FILLED_PILL;
  double letter = get_letter (cell);

  trace_rounded (cr, box, box->height / 2);
  paint (cr, is_filled ? TAGA_PAPER_GROUND : 0xFFFFFF,
         is_filled ? taga_palette_get (TAGA_PALETTE_PRINT)->after : TAGA_PAPER_LINE,
         is_filled ? 2 * TAGA_PAPER_THIN : TAGA_PAPER_THIN);
  if (is_filled)
    draw_tick (cr, box->x + (cell->x - cell->mark_x - letter) * 0.7,
               box->y + (box->height - letter) / 2, letter);
}

/* Arrows fit into each other, with a gap; the first begins straight. */
static void
draw_arrow (cairo_t *cr, const TagaPieceCell *cell, const TagaChartBox *box)
{
  double point = (cell->x - cell->mark_x) * 0.7;
  double gap = cell->mark_x > 0 ? 2 : 0;
  double right = box->x + box->width - point;
  double middle = box->y + box->height / 2, bottom = box->y + box->height;

  cairo_move_to (cr, box->x - (gap > 0 ? point - gap : 0), box->y);
  cairo_line_to (cr, right, box->y);
  cairo_line_to (cr, right + point, middle);
  cairo_line_to (cr, right, bottom);
  cairo_line_to (cr, box->x - (gap > 0 ? point - gap : 0), bottom);
  if (gap > 0)
    cairo_line_to (cr, box->x + gap, middle);
  cairo_close_path (cr);
  paint (cr, TAGA_PAPER_GROUND, TAGA_PAPER_LINE, TAGA_PAPER_THIN);
}

static void
draw_square (cairo_t *cr, const TagaPieceCell *cell, const TagaFragment *fragment, double x)
{
  double size = get_letter (cell);
  double y = fragment->y + fragment->piece->padding
             + g_array_index (cell->lines, TagaPieceLine, 0).baseline - size;
  gboolean is_ticked = cell->mark == TAGA_MARK_TICKED;

  cairo_rectangle (cr, x, y, size, size);
  paint (cr, is_ticked ? TAGA_PAPER_GROUND : 0xFFFFFF, taga_palette_get (TAGA_PALETTE_PRINT)->text,
         2 * TAGA_PAPER_THIN);
  if (is_ticked)
    draw_tick (cr, x, y, size);
}

static void
draw_mark (cairo_t *cr, const TagaFragment *fragment, const TagaPieceCell *cell)
{
  const TagaPiece *piece = fragment->piece;
  double left = TAGA_PAGE_SIDE + piece->x;
  TagaChartBox box = { left + cell->mark_x, fragment->y, cell->mark_width, fragment->height };

  switch (cell->mark)
    {
    case TAGA_MARK_PILL:
    case TAGA_MARK_FILLED_PILL:
      draw_pill (cr, cell, &box);
      break;
    case TAGA_MARK_TAG:
      box.height = taga_piece_measure_cell (cell, fragment->first, fragment->end);
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      paint (cr, TAGA_PAPER_FAINT_GROUND, TAGA_PAPER_LINE, TAG_EDGE);
      break;
    case TAGA_MARK_ARROW:
      draw_arrow (cr, cell, &box);
      break;
    case TAGA_MARK_OPEN:
    case TAGA_MARK_TICKED:
      draw_square (cr, cell, fragment, box.x);
      break;
    case TAGA_MARK_LINE:
      taga_paper_draw_rule (cr, TAGA_PAPER_LINE, left + cell->x + cell->width + 4,
                            box.y + box.height - piece->padding,
                            cell->mark_width - cell->width - 4);
      break;
    case TAGA_MARK_BAR:
      taga_palette_set (cr, taga_palette_get (TAGA_PALETTE_PRINT)->after, 1);
      cairo_rectangle (cr, box.x, box.y, BAR, box.height);
      cairo_fill (cr);
      break;
    case TAGA_MARK_NONE:
    default:
      break;
    }
}

/* Draws what stands around the texts of a piece. What is broken over pages keeps marks that belong
 * to its first lines on the first one. */
void
taga_paper_draw_marks (cairo_t *cr, const TagaFragment *fragment)
{
  const GPtrArray *cells = fragment->piece->cells;

  for (guint i = 0; i < cells->len; i++)
    {
      const TagaPieceCell *cell = g_ptr_array_index (cells, i);

      if (fragment->first < cell->lines->len)
        draw_mark (cr, fragment, cell);
    }
}

/* Draws a box. */
void
taga_paper_draw_frame (cairo_t *cr, const TagaFrame *frame)
{
  trace_rounded (cr, &frame->box, frame->style == TAGA_PAPER_FILL ? CORNER : 0);
  if (frame->style == TAGA_PAPER_FILL)
    {
      taga_palette_set (cr, TAGA_PAPER_FAINT_GROUND, 1);
      cairo_fill (cr);
    }
  else
    paint (cr, 0xFFFFFF, TAGA_PAPER_LINE, TAGA_PAPER_THIN);
}
