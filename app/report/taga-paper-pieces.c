#include <string.h>

#include "taga-chart-text.h"
#include "taga-paper-layout-private.h"

/* How high text is, by what it is, as a multiple of the paper's text. */
static const double heading_scales[TAGA_PAPER_MAX_LEVEL] = { 1.4, 1.15, 1 };
#define TITLE_SCALE 2
#define NOTE_SCALE 0.85
#define CELL_SCALE 0.9

/* Room above things, as a multiple of the text. */
static const double heading_spaces[TAGA_PAPER_MAX_LEVEL] = { 1.8, 1.4, 1 };
#define SPACE 0.6
#define LINE_SPACE 0.2
#define BULLET_INDENT 1.4

/* Room between the lines of a table and its text, in points. */
#define CELL_MARGIN 4
#define CELL_PADDING 2.5
#define PAIR_PADDING 2

/* So few pairs stay on one page. */
#define MAX_TOGETHER 8

/* What an approval box 承認欄 takes: a seal is 15 to 20 mm wide. */
#define BOX_WIDTH (20 * TAGA_POINTS_PER_MM)
#define BOX_HEIGHT (25 * TAGA_POINTS_PER_MM)

static void
free_cell (gpointer data)
{
  TagaPieceCell *cell = data;

  g_clear_object (&cell->layout);
  g_array_unref (cell->lines);
  g_free (cell);
}

/* Frees a piece. */
void
taga_piece_free (TagaPiece *piece)
{
  g_ptr_array_unref (piece->cells);
  g_free (piece);
}

/* How many lines the longest of its cells has. */
guint
taga_piece_count_lines (const TagaPiece *piece)
{
  guint n = 0;

  for (guint i = 0; i < piece->cells->len; i++)
    n = MAX (n, ((TagaPieceCell *) g_ptr_array_index (piece->cells, i))->lines->len);

  return n;
}

/* How high a part of it is, from a line up to but without another. */
double
taga_piece_measure (const TagaPiece *piece, guint first, guint end)
{
  double height = 0;

  for (guint i = 0; i < piece->cells->len; i++)
    {
      const GArray *lines = ((TagaPieceCell *) g_ptr_array_index (piece->cells, i))->lines;
      guint last = MIN (end, lines->len);

      if (first < last)
        {
          const TagaPieceLine *bottom = &g_array_index (lines, TagaPieceLine, last - 1);

          height = MAX (height, bottom->top + bottom->height
                                    - g_array_index (lines, TagaPieceLine, first).top);
        }
    }

  return height + 2 * piece->padding;
}

/* Makes a text of the paper; in a width less than 0 it is never broken. */
PangoLayout *
taga_paper_layout_create_text (TagaPaperLayout *self,
                               const char *text,
                               double scale,
                               gboolean is_bold,
                               double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (TAGA_CHART_FONTS);

  pango_font_description_set_absolute_size (font, taga_paper_get_text_size (self->paper) * scale
                                                      * PANGO_SCALE);
  if (is_bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, self->attributes);
  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }

  return layout;
}

static void
read_lines (TagaPieceCell *cell)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);

  do
    {
      TagaPieceLine line = { pango_layout_iter_get_line_readonly (iter) };
      PangoRectangle logical;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.top = top / (double) PANGO_SCALE;
      line.height = (bottom - top) / (double) PANGO_SCALE;
      line.baseline = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
      line.x = logical.x / (double) PANGO_SCALE;
      g_array_append_val (cell->lines, line);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

/* Adds a text to a piece. It takes the layout. */
static void
add_cell (TagaPaperLayout *self, TagaPiece *piece, PangoLayout *layout, double x, double width)
{
  TagaPieceCell *cell = g_new0 (TagaPieceCell, 1);

  cell->layout = layout;
  cell->lines = g_array_new (FALSE, FALSE, sizeof (TagaPieceLine));
  cell->x = x;
  cell->width = width;
  read_lines (cell);
  g_ptr_array_add (piece->cells, cell);

  self->n_missing += (guint) pango_layout_get_unknown_glyphs_count (layout);
  piece->height = taga_piece_measure (piece, 0, G_MAXUINT);
}

static TagaPiece *
add_piece (TagaPaperLayout *self, const TagaPaperBlock *block, TagaPieceLook look, double space)
{
  TagaPiece *piece = g_new0 (TagaPiece, 1);

  piece->block = block;
  piece->look = look;
  piece->space = space * taga_paper_get_text_size (self->paper);
  piece->cells = g_ptr_array_new_with_free_func (free_cell);
  piece->header = -1;
  g_ptr_array_add (self->pieces, piece);

  return piece;
}

static double
get_text_width (TagaPaperLayout *self)
{
  return self->width - 2 * TAGA_PAGE_SIDE;
}

/* How much of the width beside the title the approval boxes take. */
double
taga_paper_layout_get_boxes_width (TagaPaperLayout *self)
{
  return g_strv_length ((char **) taga_paper_get_approval (self->paper)) * BOX_WIDTH;
}

static void
add_title (TagaPaperLayout *self)
{
  TagaPiece *piece = add_piece (self, NULL, TAGA_PIECE_TITLE, 0);
  double boxes = taga_paper_layout_get_boxes_width (self);
  double width = get_text_width (self) - boxes - (boxes > 0 ? 12 : 0);
  g_autofree char *below = g_strdup_printf ("%s\n%s", taga_paper_get_company (self->paper),
                                            taga_paper_get_shown_date (self->paper));
  PangoAttrList *attributes = taga_chart_text_create_attributes ();
  g_autofree char *text = g_strdup_printf ("%s\n%s", taga_paper_get_title (self->paper), below);
  PangoLayout *layout = taga_paper_layout_create_text (self, text, 1, FALSE, width);
  PangoAttribute *size = pango_attr_scale_new (TITLE_SCALE);
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  size->end_index = weight->end_index = (guint) strlen (taga_paper_get_title (self->paper));
  pango_attr_list_insert (attributes, size);
  pango_attr_list_insert (attributes, weight);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  piece->padding = 4;
  add_cell (self, piece, layout, 0, width);
  if (boxes > 0)
    piece->height = MAX (piece->height, BOX_HEIGHT + 2 * piece->padding);
}

static void
add_text (TagaPaperLayout *self, const TagaPaperBlock *block, gboolean goes_on)
{
  double width = get_text_width (self);
  double indent = 0, scale = 1, space = SPACE;
  gboolean is_bold = FALSE;
  TagaPiece *piece;

  if (block->kind == TAGA_PAPER_HEADING)
    {
      scale = heading_scales[block->level - 1];
      space = heading_spaces[block->level - 1];
      is_bold = TRUE;
    }
  else if (block->kind == TAGA_PAPER_NOTE)
    scale = NOTE_SCALE;
  else if (block->kind == TAGA_PAPER_BULLET)
    {
      indent = BULLET_INDENT * taga_paper_get_text_size (self->paper);
      space = goes_on ? LINE_SPACE : SPACE;
    }

  piece = add_piece (self, block, TAGA_PIECE_PLAIN, space);
  piece->has_next = block->kind == TAGA_PAPER_HEADING;
  if (indent > 0)
    add_cell (self, piece, taga_paper_layout_create_text (self, "•", scale, FALSE, indent),
              indent * 0.3, indent);
  add_cell (self, piece,
            taga_paper_layout_create_text (self, block->text, scale, is_bold, width - indent),
            indent, width - indent);
}

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
      taga_paper_layout_create_text (self, text, CELL_SCALE, is_bold, 0);
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

  return width + 2 * CELL_MARGIN + 1;
}

/* Shares the width among columns: each gets what it needs at least, and of the rest its part. */
static double *
share_width (TagaPaperLayout *self, const TagaPaperTable *table)
{
  double *widths = g_new0 (double, table->n_columns);
  double rest = get_text_width (self);
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
  double scale = piece->look == TAGA_PIECE_PAIR ? 1 : CELL_SCALE;
  double x = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const TagaPaperColumn *column = &table->columns[i];
      double width = widths[i] - 2 * CELL_MARGIN;
      const char *text = is_header ? column->title : cells[i];
      PangoLayout *layout = taga_paper_layout_create_text (self, text == NULL ? "" : text, scale,
                                                           is_header || column->is_bold, width);

      align (layout,
             is_header && column->align == TAGA_PAPER_RIGHT ? TAGA_PAPER_CENTRE : column->align);
      add_cell (self, piece, layout, x + CELL_MARGIN, width);
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
  TagaPiece *piece = add_piece (self, block, look, space);
  double width = get_text_width (self) - 2 * CELL_MARGIN;

  piece->padding = look == TAGA_PIECE_PAIR ? PAIR_PADDING : CELL_PADDING;
  piece->header = header;
  piece->has_next = row->is_group;
  if (row->is_group)
    add_cell (self, piece,
              taga_paper_layout_create_text (self, row->cells[0], CELL_SCALE, TRUE, width),
              CELL_MARGIN, width);
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

static gboolean
add_table (TagaPaperLayout *self,
           const TagaPaperBlock *block,
           GCancellable *cancellable,
           GError **error)
{
  const TagaPaperTable *table = block->table;
  g_autofree double *widths = share_width (self, table);
  TagaPiece *last = NULL;
  int header = -1;

  if (taga_paper_table_has_header (table))
    {
      TagaPiece *piece = add_piece (self, block, TAGA_PIECE_HEADER, SPACE);

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
      piece = add_row (self, block, row, widths, i == 0 && header < 0 ? SPACE : 0, header);

      /* Neither the first nor the last row stands on a page alone. */
      if (last != NULL && (i == 1 || i + 1 == table->rows->len || stays_together (block)))
        last->has_next = TRUE;
      last = piece;
    }

  return TRUE;
}

static void
add_chart (TagaPaperLayout *self, const TagaPaperBlock *block)
{
  TagaPiece *piece = add_piece (self, block, TAGA_PIECE_PLAIN, SPACE);

  piece->height = block->height * TAGA_POINTS_PER_MM;
}

/* Makes what the pages are filled with from what the paper consists of. */
gboolean
taga_paper_layout_make_pieces (TagaPaperLayout *self, GCancellable *cancellable, GError **error)
{
  guint n = taga_paper_get_n_blocks (self->paper);
  TagaPaperKind before = TAGA_PAPER_BREAK;

  add_title (self);
  for (guint i = 0; i < n; i++)
    {
      const TagaPaperBlock *block = taga_paper_get_block (self->paper, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      switch (block->kind)
        {
        case TAGA_PAPER_TABLE:
        case TAGA_PAPER_PAIRS:
          if (!add_table (self, block, cancellable, error))
            return FALSE;
          break;
        case TAGA_PAPER_CHART:
          add_chart (self, block);
          break;
        case TAGA_PAPER_BREAK:
          add_piece (self, block, TAGA_PIECE_PLAIN, 0);
          break;
        default:
          if (block->text != NULL)
            add_text (self, block, before == TAGA_PAPER_BULLET);
        }
      before = block->kind;
    }

  return TRUE;
}
