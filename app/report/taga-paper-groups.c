#include "taga-paper-layout-private.h"

/* Pieces that stand in columns or in a box. */

static void
enter_column (TagaPaperLayout *self, const TagaOpen *open)
{
  const TagaPaperBlock *block = open->begin->block;
  double whole = open->width - (block->n_columns - 1) * TAGA_COLUMN_GAP;
  double sum = 0, before = 0;

  for (guint i = 0; i < block->n_columns; i++)
    sum += block->shares[i];
  for (guint i = 0; i < open->column; i++)
    before += block->shares[i];

  self->x = open->x + whole * before / sum + open->column * TAGA_COLUMN_GAP;
  self->width = whole * block->shares[open->column] / sum;
}

/* Begins columns or a box. */
void
taga_paper_layout_begin (TagaPaperLayout *self, GArray *opens, const TagaPaperBlock *block)
{
  gboolean is_box = block->kind == TAGA_PAPER_BOX;
  TagaOpen open = { NULL, self->x, self->width, 0 };

  open.begin = taga_paper_layout_add_piece (
      self, block, is_box ? TAGA_PIECE_BOX : TAGA_PIECE_COLUMNS, TAGA_TEXT_SPACE);
  g_array_append_val (opens, open);
  if (!is_box)
    {
      enter_column (self, &open);
      return;
    }

  self->x += TAGA_BOX_PADDING;
  self->width -= 2 * TAGA_BOX_PADDING;
}

/* How high pieces are below each other. */
static double
measure_pieces (TagaPaperLayout *self, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    {
      const TagaPiece *piece = taga_paper_layout_get_piece (self, i);

      height += piece->height + (i == first ? 0 : piece->space);
      if (piece->end > i)
        i = piece->end;
    }

  return height;
}

static double
measure_columns (TagaPaperLayout *self, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i <= end; i++)
    {
      const TagaPiece *piece = taga_paper_layout_get_piece (self, i);

      if (i == end || piece->look == TAGA_PIECE_NEXT)
        {
          height = MAX (height, measure_pieces (self, first, i));
          first = i + 1;
        }
    }

  return height;
}

/* Ends the innermost columns or box. */
void
taga_paper_layout_end (TagaPaperLayout *self, GArray *opens)
{
  const TagaOpen *open = &g_array_index (opens, TagaOpen, opens->len - 1);
  guint first = 0;

  taga_paper_layout_add_piece (self, NULL, TAGA_PIECE_END, 0);
  g_ptr_array_find (self->pieces, open->begin, &first);
  open->begin->end = self->pieces->len - 1;
  if (open->begin->look == TAGA_PIECE_BOX)
    open->begin->height = measure_pieces (self, first + 1, open->begin->end) + 2 * TAGA_BOX_PADDING;
  else
    open->begin->height = measure_columns (self, first + 1, open->begin->end);

  self->x = open->x;
  self->width = open->width;
  g_array_set_size (opens, opens->len - 1);
}

/* Goes on to the next column. */
void
taga_paper_layout_next_column (TagaPaperLayout *self, GArray *opens, const TagaPaperBlock *block)
{
  TagaOpen *open = &g_array_index (opens, TagaOpen, opens->len - 1);

  taga_paper_layout_add_piece (self, block, TAGA_PIECE_NEXT, 0);
  open->column++;
  enter_column (self, open);
}
