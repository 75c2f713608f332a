#pragma once

#include <glib-object.h>

#include "taga-chart.h"
#include "taga-paper-size.h"
#include "taga-paper-table.h"

G_BEGIN_DECLS

#define TAGA_PAPER_MAX_LEVEL 3
#define TAGA_PAPER_MAX_COLUMNS 4

/**
 * TagaPaperKind:
 * @TAGA_PAPER_HEADING: a heading
 * @TAGA_PAPER_PARAGRAPH: a paragraph
 * @TAGA_PAPER_LEAD: a line in larger letters, such as the headline of a story
 * @TAGA_PAPER_NOTE: a paragraph in smaller letters
 * @TAGA_PAPER_QUOTE: what somebody said, set in from the left with a line beside it
 * @TAGA_PAPER_BULLET: an item of a list
 * @TAGA_PAPER_NUMBER: an item of a numbered list, which goes on after what explains an item: notes,
 *   quotes, bullets, links, pills and tagged texts
 * @TAGA_PAPER_LINK: a paragraph that leads to an address
 * @TAGA_PAPER_TAGGED: a text after a small framed word
 * @TAGA_PAPER_PILLS: short names in rounded frames, one after the other
 * @TAGA_PAPER_STRIP: short titles in arrows, from the first to the last
 * @TAGA_PAPER_TICKS: a question with boxes to tick by hand
 * @TAGA_PAPER_TABLE: a table with lines
 * @TAGA_PAPER_PAIRS: names and their values, one a line; a table of two columns without a header
 * @TAGA_PAPER_CHART: a chart
 * @TAGA_PAPER_BREAK: the end of a page
 * @TAGA_PAPER_SECTION: the end of a page; the pages after it are of another size
 * @TAGA_PAPER_COLUMNS: what follows stands in columns side by side; it is in the first
 * @TAGA_PAPER_NEXT_COLUMN: what follows stands in the next column
 * @TAGA_PAPER_COLUMNS_END: what follows stands below the columns
 * @TAGA_PAPER_BOX: what follows stands in a box
 * @TAGA_PAPER_BOX_END: what follows stands below the box
 *
 * What a paper consists of.
 */
typedef enum
{
  TAGA_PAPER_HEADING,
  TAGA_PAPER_PARAGRAPH,
  TAGA_PAPER_LEAD,
  TAGA_PAPER_NOTE,
  TAGA_PAPER_QUOTE,
  TAGA_PAPER_BULLET,
  TAGA_PAPER_NUMBER,
  TAGA_PAPER_LINK,
  TAGA_PAPER_TAGGED,
  TAGA_PAPER_PILLS,
  TAGA_PAPER_STRIP,
  TAGA_PAPER_TICKS,
  TAGA_PAPER_TABLE,
  TAGA_PAPER_PAIRS,
  TAGA_PAPER_CHART,
  TAGA_PAPER_BREAK,
  TAGA_PAPER_SECTION,
  TAGA_PAPER_COLUMNS,
  TAGA_PAPER_NEXT_COLUMN,
  TAGA_PAPER_COLUMNS_END,
  TAGA_PAPER_BOX,
  TAGA_PAPER_BOX_END,
} TagaPaperKind;

/**
 * TagaPaperBox:
 * @TAGA_PAPER_FRAME: a thin line around it
 * @TAGA_PAPER_FILL: a light ground with rounded corners
 *
 * How a box looks.
 */
typedef enum
{
  TAGA_PAPER_FRAME,
  TAGA_PAPER_FILL,
} TagaPaperBox;

/**
 * TagaPaperBlock:
 * @kind: what it is
 * @level: of a heading, 1 to 3; of a number, which it is, from 1
 * @text: (nullable): the text of what is text; the question of ticks
 * @detail: (nullable): the tag before a text, the address of a link, or the label of the day that
 *   is written beside ticks
 * @names: (nullable) (array zero-terminated=1): pills, titles of a strip, or answers to tick
 * @filled: (nullable) (array): which of the pills are filled
 * @ticked: which of the answers is ticked, or −1
 * @shares: (nullable) (array length=n_columns): how wide the columns are, in relation to each other
 * @n_columns: how many columns
 * @box: how a box looks
 * @size: what a section is printed on
 * @is_landscape: whether a section lies on its long side
 * @table: (nullable): the table, or the pairs
 * @chart: (nullable): the chart
 * @height: how high the chart is, in millimetres
 *
 * One thing on a paper, in the order in which they are read. Columns and boxes are a beginning,
 * what stands in them, and an end.
 */
typedef struct
{
  TagaPaperKind kind;
  guint level;
  char *text;
  char *detail;
  char **names;
  gboolean *filled;
  int ticked;
  double *shares;
  guint n_columns;
  TagaPaperBox box;
  TagaPaperSize size;
  gboolean is_landscape;
  TagaPaperTable *table;
  TagaChart *chart;
  double height;
} TagaPaperBlock;

TagaPaperBlock *taga_paper_block_new (TagaPaperKind kind, const char *text);
void taga_paper_block_free (TagaPaperBlock *self);

char *taga_paper_block_dup_uri (const TagaPaperBlock *self);
guint taga_paper_block_count_names (const TagaPaperBlock *self);

G_END_DECLS
