#include "taga-chart-text.h"
#include "taga-paper-layout-private.h"

/* Pieces of what is drawn with marks: pills, tags, strips and boxes to tick. Lengths are multiples
 * of the paper's text. */
#define PILL_SCALE 0.9
#define PILL_SIDE 0.8
#define PILL_TICK 1.1
#define PILL_GAP 0.5
#define PILL_PADDING 0.28
#define TAG_SIDE 0.4
#define TAG_GAP 0.7
#define MAX_TAG 0.35
#define ARROW_SIDE 0.9
#define MIN_ARROW 7
#define ARROW_PADDING 0.45
#define TICK_SIDE 1.5
#define TICK_GAP 1.6
#define DAY_LINE 9
#define TICK_PADDING 0.2

static double
measure_text (PangoLayout *layout)
{
  double width;

  taga_chart_text_measure (layout, &width, NULL);
  return width;
}

/* A text that is broken only where it is wider than there is room. */
static PangoLayout *
create_short_text (TagaPaperLayout *self,
                   const char *text,
                   double scale,
                   gboolean is_bold,
                   double most)
{
  PangoLayout *layout = taga_paper_layout_create_text (self, text, scale, is_bold, -1);

  if (measure_text (layout) <= most)
    return layout;

  g_object_unref (layout);
  return taga_paper_layout_create_text (self, text, scale, is_bold, most);
}

/* A line of things beside each other; more than fit go on to the next line. */
typedef struct
{
  TagaPaperLayout *layout;
  const TagaPaperBlock *block;
  TagaPiece *piece; /* (nullable) */
  double padding;
  double gap;
  double space;
  double x;
} Line;

static void
add_to_line (Line *line, PangoLayout *layout, TagaCellMark mark, double before, double after)
{
  double text = measure_text (layout);
  double width = before + text + after;
  TagaPieceCell *cell;

  if (line->piece == NULL || line->x + width > line->piece->width + 0.01)
    {
      line->piece =
          taga_paper_layout_add_piece (line->layout, line->block, TAGA_PIECE_PLAIN,
                                       line->piece == NULL ? line->space : TAGA_LINE_SPACE);
      line->piece->padding = line->padding;
      line->x = 0;
    }

  cell = taga_paper_layout_add_cell (line->layout, line->piece, layout, line->x + before, text);
  cell->mark = mark;
  cell->mark_x = line->x;
  cell->mark_width = width;
  line->x += width + line->gap;
}

static void
add_pills (TagaPaperLayout *self, const TagaPaperBlock *block)
{
  double size = taga_paper_get_text_size (self->paper);
  Line line = { self, block, NULL, PILL_PADDING * size, PILL_GAP * size, TAGA_TEXT_SPACE, 0 };

  for (guint i = 0; block->names[i] != NULL; i++)
    {
      gboolean is_filled = block->filled[i];
      double before = (is_filled ? PILL_SIDE + PILL_TICK : PILL_SIDE) * size;
      double after = PILL_SIDE * size;

      add_to_line (&line,
                   create_short_text (self, block->names[i], PILL_SCALE, is_filled,
                                      self->width - before - after),
                   is_filled ? TAGA_MARK_FILLED_PILL : TAGA_MARK_PILL, before, after);
    }
}

/* The widest tag of the lines that a line is among; @index is its place on the paper. */
double
taga_paper_layout_measure_tags (TagaPaperLayout *self, guint index)
{
  guint n = taga_paper_get_n_blocks (self->paper);
  double width = 0;

  while (index > 0 && taga_paper_get_block (self->paper, index - 1)->kind == TAGA_PAPER_TAGGED)
    index--;
  for (; index < n; index++)
    {
      const TagaPaperBlock *block = taga_paper_get_block (self->paper, index);
      g_autoptr (PangoLayout) tag = NULL;

      if (block->kind != TAGA_PAPER_TAGGED)
        break;
      tag = create_short_text (self, block->detail, 1, FALSE, MAX_TAG * self->width);
      width = MAX (width, measure_text (tag));
    }

  return width;
}

static void
add_tagged (TagaPaperLayout *self, guint index)
{
  const TagaPaperBlock *block = taga_paper_get_block (self->paper, index);
  double size = taga_paper_get_text_size (self->paper);
  double side = TAG_SIDE * size;
  double widest = taga_paper_layout_measure_tags (self, index);
  double x = widest + 2 * side + TAG_GAP * size;
  gboolean goes_on =
      index > 0 && taga_paper_get_block (self->paper, index - 1)->kind == TAGA_PAPER_TAGGED;
  TagaPiece *piece = taga_paper_layout_add_piece (self, block, TAGA_PIECE_PLAIN,
                                                  goes_on ? 2 * TAGA_LINE_SPACE : TAGA_TEXT_SPACE);
  PangoLayout *tag = create_short_text (self, block->detail, 1, FALSE, MAX_TAG * self->width);
  TagaPieceCell *cell = taga_paper_layout_add_cell (self, piece, tag, side, widest);

  cell->mark = TAGA_MARK_TAG;
  cell->mark_width = measure_text (tag) + 2 * side;
  taga_paper_layout_add_cell (
      self, piece, taga_paper_layout_create_text (self, block->text, 1, FALSE, self->width - x), x,
      self->width - x);
}

/* Titles that would be too narrow to read go on to a further line of arrows. */
static void
add_strip (TagaPaperLayout *self, const TagaPaperBlock *block)
{
  double size = taga_paper_get_text_size (self->paper);
  guint n = taga_paper_block_count_names (block);
  guint fitting = MAX (1, (guint) (self->width / (MIN_ARROW * size)));
  guint n_lines = (n + fitting - 1) / fitting;
  guint per_line = (n + n_lines - 1) / n_lines;
  double width = self->width / per_line;
  double side = ARROW_SIDE * size;
  TagaPiece *piece = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%02u %s", i + 1, block->names[i]);
      double x = i % per_line * width;
      PangoLayout *layout = taga_paper_layout_create_text (self, text, TAGA_CELL_SCALE, TRUE,
                                                           MAX (width - 2 * side, size));
      TagaPieceCell *cell;

      if (i % per_line == 0)
        {
          piece = taga_paper_layout_add_piece (self, block, TAGA_PIECE_PLAIN,
                                               i == 0 ? TAGA_TEXT_SPACE : TAGA_LINE_SPACE);
          piece->padding = ARROW_PADDING * size;
        }
      cell = taga_paper_layout_add_cell (self, piece, layout, x + side, width - 2 * side);
      cell->mark = TAGA_MARK_ARROW;
      cell->mark_x = x;
      cell->mark_width = width;
    }
}

static void
add_ticks (TagaPaperLayout *self, const TagaPaperBlock *block)
{
  double size = taga_paper_get_text_size (self->paper);
  double before = TICK_SIDE * size;
  Line line = { self, block, NULL, TICK_PADDING * size, TICK_GAP * size, TAGA_LINE_SPACE, 0 };
  TagaPiece *question =
      taga_paper_layout_add_piece (self, block, TAGA_PIECE_PLAIN, TAGA_TEXT_SPACE);

  question->has_next = TRUE;
  taga_paper_layout_add_cell (
      self, question, taga_paper_layout_create_text (self, block->text, 1, TRUE, self->width), 0,
      self->width);

  for (guint i = 0; block->names[i] != NULL; i++)
    add_to_line (&line,
                 create_short_text (self, block->names[i], 1, (int) i == block->ticked,
                                    self->width - before),
                 (int) i == block->ticked ? TAGA_MARK_TICKED : TAGA_MARK_OPEN, before, 0);
  if (block->detail != NULL)
    {
      double line_width = MIN (DAY_LINE * size, self->width / 2);

      add_to_line (&line,
                   create_short_text (self, block->detail, 1, FALSE, self->width - line_width),
                   TAGA_MARK_LINE, 0, line_width);
    }
}

/* Makes the pieces of a block that is drawn with marks; @index is its place on the paper. */
void
taga_paper_layout_add_mark_pieces (TagaPaperLayout *self, guint index)
{
  const TagaPaperBlock *block = taga_paper_get_block (self->paper, index);

  if (block->kind == TAGA_PAPER_PILLS)
    add_pills (self, block);
  else if (block->kind == TAGA_PAPER_TAGGED)
    add_tagged (self, index);
  else if (block->kind == TAGA_PAPER_STRIP)
    add_strip (self, block);
  else
    add_ticks (self, block);
}
