#include <string.h>

#include "taga-chart-text.h"
#include "taga-paper-layout-private.h"

/* How high text is, by what it is, as a multiple of the paper's text. */
static const double heading_scales[TAGA_PAPER_MAX_LEVEL] = { 1.4, 1.15, 1 };
#define TITLE_SCALE 2
#define LARGE_TITLE_SCALE 2.3
#define LEAD_SCALE 1.5
#define NOTE_SCALE 0.85

/* Room above headings, and how far lists and quotes are set in, as a multiple of the text. */
static const double heading_spaces[TAGA_PAPER_MAX_LEVEL] = { 1.8, 1.4, 1 };
#define BULLET_INDENT 1.4
#define NUMBER_INDENT 2
#define QUOTE_INDENT 1

/* A last line of a heading is short below this share of the width; the width is tried in such
 * steps. */
#define SHORT_LINE 0.15
#define BALANCE_STEP 0.04

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

/* How high a part of a cell's text is, from a line up to but without another. */
double
taga_piece_measure_cell (const TagaPieceCell *cell, guint first, guint end)
{
  guint last = MIN (end, cell->lines->len);
  const TagaPieceLine *bottom;

  if (first >= last)
    return 0;

  bottom = &g_array_index (cell->lines, TagaPieceLine, last - 1);
  return bottom->top + bottom->height - g_array_index (cell->lines, TagaPieceLine, first).top;
}

/* How high a part of a piece is, from a line up to but without another. */
double
taga_piece_measure (const TagaPiece *piece, guint first, guint end)
{
  double height = 0;

  for (guint i = 0; i < piece->cells->len; i++)
    height =
        MAX (height, taga_piece_measure_cell (g_ptr_array_index (piece->cells, i), first, end));

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
TagaPieceCell *
taga_paper_layout_add_cell (TagaPaperLayout *self,
                            TagaPiece *piece,
                            PangoLayout *layout,
                            double x,
                            double width)
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

  return cell;
}

/* One of the pieces. */
const TagaPiece *
taga_paper_layout_get_piece (TagaPaperLayout *self, guint i)
{
  return g_ptr_array_index (self->pieces, i);
}

/* Adds a piece without text, as wide as there is room. */
TagaPiece *
taga_paper_layout_add_piece (TagaPaperLayout *self,
                             const TagaPaperBlock *block,
                             TagaPieceLook look,
                             double space)
{
  TagaPiece *piece = g_new0 (TagaPiece, 1);

  piece->block = block;
  piece->look = look;
  piece->x = self->x;
  piece->width = self->width;
  piece->space = space * taga_paper_get_text_size (self->paper);
  piece->cells = g_ptr_array_new_with_free_func (free_cell);
  piece->header = -1;
  g_ptr_array_add (self->pieces, piece);

  return piece;
}

/* How much of the width beside the title the approval boxes take. */
double
taga_paper_layout_get_boxes_width (TagaPaperLayout *self)
{
  return g_strv_length ((char **) taga_paper_get_approval (self->paper)) * BOX_WIDTH;
}

static double
measure_last_line (PangoLayout *layout)
{
  PangoLayoutLine *line =
      pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1);
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  return logical.width;
}

/* A title whose last line would be a letter or two gets more of them from the lines before. */
static void
balance (PangoLayout *layout)
{
  int whole = pango_layout_get_width (layout);
  int n = pango_layout_get_line_count (layout);

  if (n < 2 || measure_last_line (layout) > SHORT_LINE * whole)
    return;

  for (double share = 1 - BALANCE_STEP; share > 0.5; share -= BALANCE_STEP)
    {
      pango_layout_set_width (layout, (int) (whole * share));
      if (pango_layout_get_line_count (layout) == n)
        {
          if (measure_last_line (layout) > SHORT_LINE * whole)
            return;
          continue;
        }
      break;
    }
  pango_layout_set_width (layout, whole);
}

static void
add_title (TagaPaperLayout *self)
{
  TagaPiece *piece = taga_paper_layout_add_piece (self, NULL, TAGA_PIECE_TITLE, 0);
  double boxes = taga_paper_layout_get_boxes_width (self);
  double width = self->width - boxes - (boxes > 0 ? 12 : 0);
  g_autofree char *below = g_strdup_printf ("%s\n%s", taga_paper_get_company (self->paper),
                                            taga_paper_get_shown_date (self->paper));
  PangoAttrList *attributes = taga_chart_text_create_attributes ();
  g_autofree char *text = g_strdup_printf ("%s\n%s", taga_paper_get_title (self->paper), below);
  PangoLayout *layout = taga_paper_layout_create_text (self, text, 1, FALSE, width);
  gboolean is_large = taga_paper_get_title_look (self->paper) == TAGA_PAPER_TITLE_LARGE;
  PangoAttribute *size = pango_attr_scale_new (is_large ? LARGE_TITLE_SCALE : TITLE_SCALE);
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  size->end_index = weight->end_index = (guint) strlen (taga_paper_get_title (self->paper));
  pango_attr_list_insert (attributes, size);
  pango_attr_list_insert (attributes, weight);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  piece->padding = 4;
  taga_paper_layout_add_cell (self, piece, layout, 0, width);
  if (boxes > 0)
    piece->height = MAX (piece->height, BOX_HEIGHT + 2 * piece->padding);
}

/* How a text is set. */
typedef struct
{
  double scale;
  double space;
  double indent;
  gboolean is_bold;
} TextLook;

static TextLook
find_look (const TagaPaperBlock *block, gboolean goes_on)
{
  TextLook look = { 1, TAGA_TEXT_SPACE, 0, FALSE };

  if (block->kind == TAGA_PAPER_HEADING)
    {
      look.scale = heading_scales[block->level - 1];
      look.space = heading_spaces[block->level - 1];
      look.is_bold = TRUE;
    }
  else if (block->kind == TAGA_PAPER_LEAD)
    {
      look.scale = LEAD_SCALE;
      look.is_bold = TRUE;
    }
  else if (block->kind == TAGA_PAPER_NOTE)
    look.scale = NOTE_SCALE;
  else if (block->kind == TAGA_PAPER_QUOTE)
    look.indent = QUOTE_INDENT;
  else if (block->kind == TAGA_PAPER_BULLET || block->kind == TAGA_PAPER_NUMBER)
    {
      look.indent = block->kind == TAGA_PAPER_BULLET ? BULLET_INDENT : NUMBER_INDENT;
      look.space = goes_on ? TAGA_LINE_SPACE : TAGA_TEXT_SPACE;
    }

  return look;
}

/* The point or the number of an item of a list. */
static void
add_sign (TagaPaperLayout *self, TagaPiece *piece, const TagaPaperBlock *block, double indent)
{
  gboolean is_number = block->kind == TAGA_PAPER_NUMBER;
  g_autofree char *sign = is_number ? g_strdup_printf ("%u.", block->level) : g_strdup ("•");
  double x = is_number ? 0 : indent * 0.3;

  taga_paper_layout_add_cell (self, piece, taga_paper_layout_create_text (self, sign, 1, FALSE, -1),
                              x, indent - x);
}

static void
add_text (TagaPaperLayout *self, const TagaPaperBlock *block, gboolean goes_on)
{
  TextLook look = find_look (block, goes_on);
  double indent = look.indent * taga_paper_get_text_size (self->paper);
  TagaPiece *piece = taga_paper_layout_add_piece (self, block, TAGA_PIECE_PLAIN, look.space);
  PangoLayout *layout;
  TagaPieceCell *cell;

  piece->has_next = block->kind == TAGA_PAPER_HEADING;
  if (block->kind == TAGA_PAPER_BULLET || block->kind == TAGA_PAPER_NUMBER)
    add_sign (self, piece, block, indent);

  layout = taga_paper_layout_create_text (self, block->text, look.scale, look.is_bold,
                                          self->width - indent);
  if (look.is_bold)
    balance (layout);
  cell = taga_paper_layout_add_cell (self, piece, layout, indent, self->width - indent);
  if (block->kind == TAGA_PAPER_QUOTE)
    cell->mark = TAGA_MARK_BAR;
}

static void
add_chart (TagaPaperLayout *self, const TagaPaperBlock *block)
{
  TagaPiece *piece = taga_paper_layout_add_piece (self, block, TAGA_PIECE_PLAIN, TAGA_TEXT_SPACE);

  piece->height = block->height * TAGA_POINTS_PER_MM;
}

/* Has what follows made for pages of a size. */
void
taga_paper_layout_use_sheet (TagaPaperLayout *self, TagaPaperSize size, gboolean landscape)
{
  static const TagaSheet sheets[] = { { 210 * TAGA_POINTS_PER_MM, 297 * TAGA_POINTS_PER_MM },
                                      { 297 * TAGA_POINTS_PER_MM, 420 * TAGA_POINTS_PER_MM } };
  TagaSheet upright = sheets[size];

  self->sheet.width = landscape ? upright.height : upright.width;
  self->sheet.height = landscape ? upright.width : upright.height;
  self->x = 0;
  self->width = self->sheet.width - 2 * TAGA_PAGE_SIDE;
}

static gboolean
make_piece (TagaPaperLayout *self,
            GArray *opens,
            guint i,
            GCancellable *cancellable,
            GError **error)
{
  const TagaPaperBlock *block = taga_paper_get_block (self->paper, i);

  switch (block->kind)
    {
    case TAGA_PAPER_TABLE:
    case TAGA_PAPER_PAIRS:
      return taga_paper_layout_add_table_pieces (self, block, cancellable, error);
    case TAGA_PAPER_CHART:
      add_chart (self, block);
      break;
    case TAGA_PAPER_SECTION:
      taga_paper_layout_use_sheet (self, block->size, block->is_landscape);
      if (i > 0)
        taga_paper_layout_add_piece (self, block, TAGA_PIECE_BREAK, 0);
      break;
    case TAGA_PAPER_BREAK:
      taga_paper_layout_add_piece (self, block, TAGA_PIECE_BREAK, 0);
      break;
    case TAGA_PAPER_COLUMNS:
    case TAGA_PAPER_BOX:
      taga_paper_layout_begin (self, opens, block);
      break;
    case TAGA_PAPER_NEXT_COLUMN:
      taga_paper_layout_next_column (self, opens, block);
      break;
    case TAGA_PAPER_COLUMNS_END:
    case TAGA_PAPER_BOX_END:
      taga_paper_layout_end (self, opens);
      break;
    case TAGA_PAPER_TAGGED:
    case TAGA_PAPER_PILLS:
    case TAGA_PAPER_STRIP:
    case TAGA_PAPER_TICKS:
      taga_paper_layout_add_mark_pieces (self, i);
      break;
    case TAGA_PAPER_HEADING:
    case TAGA_PAPER_PARAGRAPH:
    case TAGA_PAPER_LEAD:
    case TAGA_PAPER_NOTE:
    case TAGA_PAPER_QUOTE:
    case TAGA_PAPER_BULLET:
    case TAGA_PAPER_NUMBER:
    case TAGA_PAPER_LINK:
    default:
      add_text (self, block,
                i > 0 && taga_paper_get_block (self->paper, i - 1)->kind == block->kind);
    }

  return TRUE;
}

/* Makes what the pages are filled with from what the paper consists of. */
gboolean
taga_paper_layout_make_pieces (TagaPaperLayout *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) opens = g_array_new (FALSE, FALSE, sizeof (TagaOpen));
  guint n = taga_paper_get_n_blocks (self->paper);

  if (taga_paper_get_title_look (self->paper) != TAGA_PAPER_TITLE_NONE)
    add_title (self);
  for (guint i = 0; i < n; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !make_piece (self, opens, i, cancellable, error))
      return FALSE;

  /* What was left open ends with the paper. */
  while (opens->len > 0)
    taga_paper_layout_end (self, opens);

  return TRUE;
}
