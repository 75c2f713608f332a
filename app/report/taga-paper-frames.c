#include "taga-paper-private.h"

/* What has a beginning and an end. */

/* The innermost of what is not at its end, or a page break where there is none. */
static TagaPaperKind
find_open (TagaPaper *self)
{
  guint n_columns = 0, n_boxes = 0;

  for (guint i = taga_paper_get_n_blocks (self); i > 0; i--)
    {
      TagaPaperKind kind = taga_paper_get_block (self, i - 1)->kind;

      if (kind == TAGA_PAPER_COLUMNS_END)
        n_columns++;
      else if (kind == TAGA_PAPER_BOX_END)
        n_boxes++;
      else if (kind == TAGA_PAPER_COLUMNS && n_columns-- == 0)
        return kind;
      else if (kind == TAGA_PAPER_BOX && n_boxes-- == 0)
        return kind;
    }

  return TAGA_PAPER_BREAK;
}

/**
 * taga_paper_begin_columns:
 * @self: a paper
 * @shares: (array length=n_columns): how wide they are, in relation to each other; above 0
 * @n_columns: how many, 2 to TAGA_PAPER_MAX_COLUMNS
 *
 * Begins columns side by side; what is added next stands in the first. They are not broken over
 * pages unless they are higher than one. There are no columns in columns, but boxes in columns, and
 * columns in a box.
 */
void
taga_paper_begin_columns (TagaPaper *self, const double *shares, guint n_columns)
{
  TagaPaperBlock *block;

  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (shares != NULL && n_columns >= 2 && n_columns <= TAGA_PAPER_MAX_COLUMNS);
  g_return_if_fail (taga_paper_count_open (self, TAGA_PAPER_COLUMNS, TAGA_PAPER_COLUMNS_END) == 0);
  for (guint i = 0; i < n_columns; i++)
    g_return_if_fail (shares[i] > 0);

  block = taga_paper_append (self, TAGA_PAPER_COLUMNS, NULL);
  block->shares = g_memdup2 (shares, n_columns * sizeof *shares);
  block->n_columns = n_columns;
}

/**
 * taga_paper_next_column:
 * @self: a paper
 *
 * Goes on to the next column. A box that was begun in the last one must have been ended.
 */
void
taga_paper_next_column (TagaPaper *self)
{
  const TagaPaperBlock *block;
  guint n_begun = 1;

  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (find_open (self) == TAGA_PAPER_COLUMNS);

  for (guint i = taga_paper_get_n_blocks (self);; i--)
    {
      block = taga_paper_get_block (self, i - 1);
      if (block->kind == TAGA_PAPER_COLUMNS)
        break;
      n_begun += block->kind == TAGA_PAPER_NEXT_COLUMN;
    }
  g_return_if_fail (n_begun < block->n_columns);

  taga_paper_append (self, TAGA_PAPER_NEXT_COLUMN, NULL);
}

/**
 * taga_paper_end_columns:
 * @self: a paper
 *
 * Ends columns; what is added next stands below the longest of them.
 */
void
taga_paper_end_columns (TagaPaper *self)
{
  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (find_open (self) == TAGA_PAPER_COLUMNS);

  taga_paper_append (self, TAGA_PAPER_COLUMNS_END, NULL);
}

/**
 * taga_paper_begin_box:
 * @self: a paper
 * @style: how it looks
 *
 * Begins a box; what is added next stands in it. It is not broken over pages unless it is higher
 * than one. There are no boxes in boxes.
 */
void
taga_paper_begin_box (TagaPaper *self, TagaPaperBox style)
{
  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (taga_paper_count_open (self, TAGA_PAPER_BOX, TAGA_PAPER_BOX_END) == 0);

  taga_paper_append (self, TAGA_PAPER_BOX, NULL)->box = style;
}

/**
 * taga_paper_end_box:
 * @self: a paper
 *
 * Ends a box; what is added next stands below it.
 */
void
taga_paper_end_box (TagaPaper *self)
{
  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (find_open (self) == TAGA_PAPER_BOX);

  taga_paper_append (self, TAGA_PAPER_BOX_END, NULL);
}

/**
 * taga_paper_begin_section:
 * @self: a paper
 * @size: what it is printed on
 * @landscape: whether it lies on its long side
 *
 * Has what follows begin on a new page of another size. At the beginning of a paper it is the size
 * of the first page.
 */
void
taga_paper_begin_section (TagaPaper *self, TagaPaperSize size, gboolean landscape)
{
  TagaPaperBlock *block;

  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (taga_paper_count_open (self, TAGA_PAPER_COLUMNS, TAGA_PAPER_COLUMNS_END) == 0);
  g_return_if_fail (taga_paper_count_open (self, TAGA_PAPER_BOX, TAGA_PAPER_BOX_END) == 0);

  block = taga_paper_append (self, TAGA_PAPER_SECTION, NULL);
  block->size = size;
  block->is_landscape = landscape;
}
