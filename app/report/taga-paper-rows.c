#include "taga-chart-text.h"
#include "taga-paper-layout-private.h"

/* The rows of tables. */

/* Room above and below the text of a row, in points. */
#define CELL_PADDING 2.5
#define PAIR_PADDING 2

/* So few pairs stay on one page. */
#define MAX_TOGETHER 8

static void
align (PangoLayout *layout, TagaPaperAlign alignment)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER,
                                               PANGO_ALIGN_RIGHT };

  pango_layout_set_alignment (layout, alignments[alignment]);
}

/* How wide a text is when it is broken wherever it may be. */
static double
measure_narrow (TagaPaperLayout *self, const char *text, gboolean is_bold)
{
  g_autoptr (PangoLayout) layout =
      taga_paper_layout_create_text (self, text, TAGA_CELL_SCALE, is_bold, 0);
  double width;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  taga_chart_text_measure (layout, &width, NULL);

  return width;
}

/* The least width of a column: words of its title are never torn apart, and numbers neither. */
static double
get_min_width (TagaPaperLayout *self, const TagaPaperTable *table, guint column)
{
  const TagaPaperColumn *about = &table->columns[column];
  double width = about->title == NULL ? 0 : measure_narrow (self, about->title, TRUE);

  for (guint i = 0; i < table->rows->len && about->align == TAGA_PAPER_RIGHT; i++)
    {
      const TagaPaperRow *row = g_ptr_array_index (table->rows, i);

      if (!row->is_group)
        width = MAX (width, measure_narrow (self, row->cells[column], about->is_bold));
    }

  return width + 2 * TAGA_CELL_MARGIN + 1;
}

/* Shares the width that there is among columns: each gets what it needs at least, and of the rest
 * its part. */
double *
taga_paper_layout_share_width (TagaPaperLayout *self, const TagaPaperTable *table)
{
  double *widths = g_new0 (double, table->n_columns);
  double rest = self->width;
  guint weights = 0;
  gboolean is_settled = FALSE;

  for (guint i = 0; i < table->n_columns; i++)
    weights += table->columns[i].width;

  while (!is_settled && weights > 0 && rest > 0)
    {
      is_settled = TRUE;
      for (guint i = 0; i < table->n_columns; i++)
        {
          double least = widths[i] > 0 ? 0 : get_min_width (self, table, i);

          if (least > rest * table->columns[i].width / weights && least < rest)
            {
              widths[i] = least;
              rest -= least;
              weights -= table->columns[i].width;
              is_settled = FALSE;
              break;
            }
        }
    }
  for (guint i = 0; i < table->n_columns; i++)
    if (widths[i] <= 0)
      widths[i] = rest * table->columns[i].width / weights;

  return widths;
}

static void
fill_row (TagaPaperLayout *self,
          TagaPiece *piece,
          const TagaPaperTable *table,
          const double *widths,
          char **cells)
{
  gboolean is_header = cells == NULL;
  double scale = piece->look == TAGA_PIECE_PAIR ? 1 : TAGA_CELL_SCALE;
  double x = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const TagaPaperColumn *column = &table->columns[i];
      double width = widths[i] - 2 * TAGA_CELL_MARGIN;
      const char *text = is_header ? column->title : cells[i];
      PangoLayout *layout = taga_paper_layout_create_text (self, text == NULL ? "" : text, scale,
                                                           is_header || column->is_bold, width);

      align (layout,
             is_header && column->align == TAGA_PAPER_RIGHT ? TAGA_PAPER_CENTRE : column->align);
      taga_paper_layout_add_cell (self, piece, layout, x + TAGA_CELL_MARGIN, width);
      x += widths[i];
    }
}

static TagaPiece *
add_row (TagaPaperLayout *self,
         const TagaPaperBlock *block,
         const TagaPaperRow *row,
         const double *widths,
         double space,
         int header)
{
  TagaPieceLook look = row->is_group                     ? TAGA_PIECE_GROUP
                       : block->kind == TAGA_PAPER_PAIRS ? TAGA_PIECE_PAIR
                                                         : TAGA_PIECE_CELLS;
  TagaPiece *piece = taga_paper_layout_add_piece (self, block, look, space);
  double width = self->width - 2 * TAGA_CELL_MARGIN;

  piece->padding = look == TAGA_PIECE_PAIR ? PAIR_PADDING : CELL_PADDING;
  piece->header = header;
  piece->has_next = row->is_group;
  if (row->is_group)
    taga_paper_layout_add_cell (
        self, piece,
        taga_paper_layout_create_text (self, row->cells[0], TAGA_CELL_SCALE, TRUE, width),
        TAGA_CELL_MARGIN, width);
  else
    fill_row (self, piece, block->table, widths, row->cells);

  return piece;
}

/* What is said of one thing, such as a rule, is read at a glance. */
static gboolean
stays_together (const TagaPaperBlock *block)
{
  return block->kind == TAGA_PAPER_PAIRS && block->table->rows->len <= MAX_TOGETHER;
}

/* Makes the rows of a table, or of names and their values. */
gboolean
taga_paper_layout_add_table_pieces (TagaPaperLayout *self,
                                    const TagaPaperBlock *block,
                                    GCancellable *cancellable,
                                    GError **error)
{
  const TagaPaperTable *table = block->table;
  g_autofree double *widths = taga_paper_layout_share_width (self, table);
  TagaPiece *last = NULL;
  int header = -1;

  if (taga_paper_table_has_header (table))
    {
      TagaPiece *piece =
          taga_paper_layout_add_piece (self, block, TAGA_PIECE_HEADER, TAGA_TEXT_SPACE);

      header = (int) self->pieces->len - 1;
      piece->padding = CELL_PADDING;
      piece->has_next = table->rows->len > 0;
      fill_row (self, piece, table, widths, NULL);
    }

  for (guint i = 0; i < table->rows->len; i++)
    {
      const TagaPaperRow *row = g_ptr_array_index (table->rows, i);
      TagaPiece *piece;

      if (g_cancellable_is_cancelled (cancellable))
        return !g_cancellable_set_error_if_cancelled (cancellable, error);
      piece =
          add_row (self, block, row, widths, i == 0 && header < 0 ? TAGA_TEXT_SPACE : 0, header);

      /* Neither the first nor the last row stands on a page alone. */
      if (last != NULL && (i == 1 || i + 1 == table->rows->len || stays_together (block)))
        last->has_next = TRUE;
      last = piece;
    }

  return TRUE;
}
