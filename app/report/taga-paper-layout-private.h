#pragma once

#include <pango/pangocairo.h>

#include "taga-paper-layout.h"

G_BEGIN_DECLS

/* Margins of a page, in points; the head and the foot stand in the upper and the lower one. */
#define TAGA_PAGE_SIDE (18 * TAGA_POINTS_PER_MM)
#define TAGA_PAGE_TOP (25 * TAGA_POINTS_PER_MM)
#define TAGA_PAGE_BOTTOM (20 * TAGA_POINTS_PER_MM)

/**
 * TagaPieceLook:
 * @TAGA_PIECE_PLAIN: text
 * @TAGA_PIECE_TITLE: the title of the paper, with a line under it
 * @TAGA_PIECE_PAIR: a name and its value, with a faint line under it
 * @TAGA_PIECE_CELLS: a row of a table
 * @TAGA_PIECE_HEADER: the header of a table
 * @TAGA_PIECE_GROUP: a line of a table over rows that belong together
 *
 * What is drawn around the text of a piece.
 */
typedef enum
{
  TAGA_PIECE_PLAIN,
  TAGA_PIECE_TITLE,
  TAGA_PIECE_PAIR,
  TAGA_PIECE_CELLS,
  TAGA_PIECE_HEADER,
  TAGA_PIECE_GROUP,
} TagaPieceLook;

/**
 * TagaPieceLine:
 * @line: a line of a cell's text
 * @top: its upper edge, from that of the text
 * @height: how high it is
 * @baseline: where its letters stand, from the upper edge of the text
 * @x: where it begins, from the left edge of the text
 */
typedef struct
{
  PangoLayoutLine *line;
  double top;
  double height;
  double baseline;
  double x;
} TagaPieceLine;

/**
 * TagaPieceCell:
 * @layout: its text
 * @lines: (element-type TagaPieceLine): the lines of the text
 * @x: left edge of the cell, from that of the page's text
 * @width: how wide the cell is
 */
typedef struct
{
  PangoLayout *layout;
  GArray *lines;
  double x;
  double width;
} TagaPieceCell;

/**
 * TagaPiece:
 * @block: (nullable): what it is made of; `NULL` for the title
 * @look: what is drawn around it
 * @cells: (element-type TagaPieceCell): its texts, side by side; none for a chart or a page break
 * @space: room above it, unless it is the first on its page
 * @padding: room between its edges and its text, above and below
 * @height: how high it is if it is not broken
 * @has_next: whether it stays on one page with the beginning of the next piece
 * @header: the header of its table, or −1: what stands above it on each page
 *
 * What pages are filled with. A piece may be broken between the lines of its text.
 */
typedef struct
{
  const TagaPaperBlock *block;
  TagaPieceLook look;
  GPtrArray *cells;
  double space;
  double padding;
  double height;
  gboolean has_next;
  int header;
} TagaPiece;

/**
 * TagaFragment:
 * @piece: a piece
 * @page: its page, from 0
 * @y: its upper edge
 * @height: how high it is
 * @first: the first line of its cells that stands here
 * @end: the line after the last one
 *
 * A piece, or a part of it, where it came to stand.
 */
typedef struct
{
  const TagaPiece *piece;
  guint page;
  double y;
  double height;
  guint first;
  guint end;
} TagaFragment;

struct _TagaPaperLayout
{
  GObject parent_instance;

  TagaPaper *paper;          /* (owned) */
  PangoContext *context;     /* (owned) */
  PangoAttrList *attributes; /* (owned): of all text */
  double width;
  double height;

  GPtrArray *pieces; /* (owned) (element-type TagaPiece) */
  GArray *fragments; /* (owned) (element-type TagaFragment) in the order of the pages */
  GArray *entries;   /* (owned) (element-type TagaPaperEntry) */
  guint n_pages;
  guint n_missing; /* characters that no font has */
};

void taga_piece_free (TagaPiece *piece);
guint taga_piece_count_lines (const TagaPiece *piece);
double taga_piece_measure (const TagaPiece *piece, guint first, guint end);

gboolean
taga_paper_layout_make_pieces (TagaPaperLayout *self, GCancellable *cancellable, GError **error);
PangoLayout *taga_paper_layout_create_text (TagaPaperLayout *self,
                                            const char *text,
                                            double scale,
                                            gboolean is_bold,
                                            double width);
double taga_paper_layout_get_boxes_width (TagaPaperLayout *self);

G_END_DECLS
