#pragma once

#include <pango/pangocairo.h>

#include "taga-paper-layout.h"

G_BEGIN_DECLS

/* Margins of a page, in points; the head and the foot stand in the upper and the lower one. */
#define TAGA_PAGE_SIDE (18 * TAGA_POINTS_PER_MM)
#define TAGA_PAGE_TOP (25 * TAGA_POINTS_PER_MM)
#define TAGA_PAGE_BOTTOM (20 * TAGA_POINTS_PER_MM)

/* Room between a box and what stands in it, and between columns, in points. */
#define TAGA_BOX_PADDING 7
#define TAGA_COLUMN_GAP 14

/* Room between the lines of a table and its text, in points. */
#define TAGA_CELL_MARGIN 4

/* Text of a table as a multiple of the paper's text. */
#define TAGA_CELL_SCALE 0.9

/* Room above text, as a multiple of the text; and between lines that belong together. */
#define TAGA_TEXT_SPACE 0.6
#define TAGA_LINE_SPACE 0.2

/* Lines and grounds of a paper. */
#define TAGA_PAPER_LINE 0x9A9A9E
#define TAGA_PAPER_FAINT_LINE 0xD8D8DC
#define TAGA_PAPER_GROUND 0xE4ECF7
#define TAGA_PAPER_FAINT_GROUND 0xF2F2F2
#define TAGA_PAPER_THIN 0.5

/**
 * TagaPieceLook:
 * @TAGA_PIECE_PLAIN: text
 * @TAGA_PIECE_TITLE: the title of the paper, with a line under it
 * @TAGA_PIECE_PAIR: a name and its value, with a faint line under it
 * @TAGA_PIECE_CELLS: a row of a table
 * @TAGA_PIECE_HEADER: the header of a table
 * @TAGA_PIECE_GROUP: a line of a table over rows that belong together
 * @TAGA_PIECE_BREAK: nothing; it ends a page
 * @TAGA_PIECE_COLUMNS: nothing; the pieces up to @end stand in columns
 * @TAGA_PIECE_NEXT: nothing; the next column begins
 * @TAGA_PIECE_BOX: the box that the pieces up to @end stand in
 * @TAGA_PIECE_END: nothing; columns or a box end
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
  TAGA_PIECE_BREAK,
  TAGA_PIECE_COLUMNS,
  TAGA_PIECE_NEXT,
  TAGA_PIECE_BOX,
  TAGA_PIECE_END,
} TagaPieceLook;

/**
 * TagaCellMark:
 * @TAGA_MARK_NONE: none
 * @TAGA_MARK_PILL: a rounded frame
 * @TAGA_MARK_FILLED_PILL: one with a ground and a tick
 * @TAGA_MARK_TAG: a small frame
 * @TAGA_MARK_ARROW: an arrow that the text stands in
 * @TAGA_MARK_OPEN: a square before the text
 * @TAGA_MARK_TICKED: a square with a tick
 * @TAGA_MARK_LINE: a line after the text, to write on
 * @TAGA_MARK_BAR: a bar along the left of the text
 *
 * What is drawn around a text of a piece.
 */
typedef enum
{
  TAGA_MARK_NONE,
  TAGA_MARK_PILL,
  TAGA_MARK_FILLED_PILL,
  TAGA_MARK_TAG,
  TAGA_MARK_ARROW,
  TAGA_MARK_OPEN,
  TAGA_MARK_TICKED,
  TAGA_MARK_LINE,
  TAGA_MARK_BAR,
} TagaCellMark;

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
 * @x: left edge of the cell, from that of the piece
 * @width: how wide the cell is
 * @mark: what is drawn around its text
 * @mark_x: left edge of the mark, from that of the piece
 * @mark_width: how wide the mark is
 */
typedef struct
{
  PangoLayout *layout;
  GArray *lines;
  double x;
  double width;
  TagaCellMark mark;
  double mark_x;
  double mark_width;
} TagaPieceCell;

/**
 * TagaPiece:
 * @block: (nullable): what it is made of; `NULL` for the title and for what ends nothing
 * @look: what is drawn around it
 * @cells: (element-type TagaPieceCell): its texts, side by side; none for a chart or a page break
 * @x: its left edge, from that of the page's text
 * @width: how wide it is
 * @space: room above it, unless it is the first on its page
 * @padding: room between its edges and its text, above and below
 * @height: how high it is if it is not broken
 * @has_next: whether it stays on one page with the beginning of the next piece
 * @header: the header of its table, or −1: what stands above it on each page
 * @end: of columns and boxes, the piece that ends them
 *
 * What pages are filled with. A piece may be broken between the lines of its text.
 */
typedef struct
{
  const TagaPaperBlock *block;
  TagaPieceLook look;
  GPtrArray *cells;
  double x;
  double width;
  double space;
  double padding;
  double height;
  gboolean has_next;
  int header;
  guint end;
} TagaPiece;

/**
 * TagaOpen:
 * @begin: what columns or a box begin with
 * @x: where the pieces around them go
 * @width: and how wide that is
 * @column: the column that pieces are made for, from 0
 *
 * Columns or a box that pieces are made for.
 */
typedef struct
{
  TagaPiece *begin;
  double x;
  double width;
  guint column;
} TagaOpen;

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

/**
 * TagaFrame:
 * @style: how it looks
 * @page: its page, from 0
 * @box: where on the page it is
 *
 * A box, or a part of it, where it came to stand.
 */
typedef struct
{
  TagaPaperBox style;
  guint page;
  TagaChartBox box;
} TagaFrame;

typedef struct
{
  double width;
  double height;
} TagaSheet;

struct _TagaPaperLayout
{
  GObject parent_instance;

  TagaPaper *paper;          /* (owned) */
  PangoContext *context;     /* (owned) */
  PangoAttrList *attributes; /* (owned): of all text */
  TagaSheet sheet;           /* what pieces are made for */
  double x;                  /* where they go, from the left edge of the page's text */
  double width;              /* and how wide that is */

  GPtrArray *pieces; /* (owned) (element-type TagaPiece) */
  GArray *fragments; /* (owned) (element-type TagaFragment) in the order of the pages */
  GArray *frames;    /* (owned) (element-type TagaFrame) */
  GArray *entries;   /* (owned) (element-type TagaPaperEntry) */
  GArray *pages;     /* (owned) (element-type TagaSheet) */
  guint n_pages;
  guint n_missing; /* characters that no font has */
};

void taga_piece_free (TagaPiece *piece);
guint taga_piece_count_lines (const TagaPiece *piece);
double taga_piece_measure_cell (const TagaPieceCell *cell, guint first, guint end);
double taga_piece_measure (const TagaPiece *piece, guint first, guint end);

const TagaPiece *taga_paper_layout_get_piece (TagaPaperLayout *self, guint i);
TagaPiece *taga_paper_layout_add_piece (TagaPaperLayout *self,
                                        const TagaPaperBlock *block,
                                        TagaPieceLook look,
                                        double space);
TagaPieceCell *taga_paper_layout_add_cell (TagaPaperLayout *self,
                                           TagaPiece *piece,
                                           PangoLayout *layout,
                                           double x,
                                           double width);
PangoLayout *taga_paper_layout_create_text (TagaPaperLayout *self,
                                            const char *text,
                                            double scale,
                                            gboolean is_bold,
                                            double width);
void taga_paper_layout_begin (TagaPaperLayout *self, GArray *opens, const TagaPaperBlock *block);
void
taga_paper_layout_next_column (TagaPaperLayout *self, GArray *opens, const TagaPaperBlock *block);
void taga_paper_layout_end (TagaPaperLayout *self, GArray *opens);
void taga_paper_layout_add_mark_pieces (TagaPaperLayout *self, guint block);
gboolean taga_paper_layout_add_table_pieces (TagaPaperLayout *self,
                                             const TagaPaperBlock *block,
                                             GCancellable *cancellable,
                                             GError **error);
gboolean
taga_paper_layout_make_pieces (TagaPaperLayout *self, GCancellable *cancellable, GError **error);
double *taga_paper_layout_share_width (TagaPaperLayout *self, const TagaPaperTable *table);
double taga_paper_layout_measure_tags (TagaPaperLayout *self, guint index);
TagaPaperLayout *taga_paper_layout_create (TagaPaper *paper);
void taga_paper_layout_use_sheet (TagaPaperLayout *self, TagaPaperSize size, gboolean landscape);
double taga_paper_layout_get_boxes_width (TagaPaperLayout *self);

void taga_paper_layout_place_pieces (TagaPaperLayout *self);

char *taga_paper_dup_filed (TagaPaper *paper);
void taga_paper_draw_chart (cairo_t *cr, TagaChart *chart, double width, double height);
void taga_paper_draw_marks (cairo_t *cr, const TagaFragment *fragment);
void taga_paper_draw_frame (cairo_t *cr, const TagaFrame *frame);
void taga_paper_draw_margins (TagaPaperLayout *self, cairo_t *cr, guint page);
void taga_paper_draw_rule (cairo_t *cr, guint32 colour, double x, double y, double width);

G_END_DECLS
