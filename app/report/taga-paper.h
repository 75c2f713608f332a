#pragma once

#include <glib-object.h>

#include "taga-chart.h"
#include "taga-paper-table.h"

G_BEGIN_DECLS

#define TAGA_PAPER_MAX_LEVEL 3

/**
 * TagaPaperKind:
 * @TAGA_PAPER_HEADING: a heading
 * @TAGA_PAPER_PARAGRAPH: a paragraph
 * @TAGA_PAPER_NOTE: a paragraph in smaller letters
 * @TAGA_PAPER_BULLET: an item of a list
 * @TAGA_PAPER_TABLE: a table with lines
 * @TAGA_PAPER_PAIRS: names and their values, one a line; a table of two columns without a header
 * @TAGA_PAPER_CHART: a chart
 * @TAGA_PAPER_BREAK: the end of a page
 *
 * What a paper consists of.
 */
typedef enum
{
  TAGA_PAPER_HEADING,
  TAGA_PAPER_PARAGRAPH,
  TAGA_PAPER_NOTE,
  TAGA_PAPER_BULLET,
  TAGA_PAPER_TABLE,
  TAGA_PAPER_PAIRS,
  TAGA_PAPER_CHART,
  TAGA_PAPER_BREAK,
} TagaPaperKind;

/**
 * TagaPaperBlock:
 * @kind: what it is
 * @level: of a heading, 1 to 3
 * @text: (nullable): the text of what is text
 * @table: (nullable): the table, or the pairs
 * @chart: (nullable): the chart
 * @height: how high the chart is, in millimetres
 *
 * One thing on a paper, in the order from top to bottom.
 */
typedef struct
{
  TagaPaperKind kind;
  guint level;
  char *text;
  TagaPaperTable *table;
  TagaChart *chart;
  double height;
} TagaPaperBlock;

#define TAGA_TYPE_PAPER (taga_paper_get_type ())
G_DECLARE_FINAL_TYPE (TagaPaper, taga_paper, TAGA, PAPER, GObject)

TagaPaper *
taga_paper_new (const char *title, const char *company, const char *date, const char *shown_date);

const char *taga_paper_get_title (TagaPaper *self);
const char *taga_paper_get_company (TagaPaper *self);
const char *taga_paper_get_date (TagaPaper *self);
const char *taga_paper_get_shown_date (TagaPaper *self);

const char *taga_paper_get_mark (TagaPaper *self);
void taga_paper_set_mark (TagaPaper *self, const char *mark);
const char *const *taga_paper_get_approval (TagaPaper *self);
void taga_paper_set_approval (TagaPaper *self, const char *labels);
gboolean taga_paper_is_landscape (TagaPaper *self);
void taga_paper_set_landscape (TagaPaper *self, gboolean landscape);
double taga_paper_get_text_size (TagaPaper *self);
void taga_paper_set_text_size (TagaPaper *self, double points);

void taga_paper_add_heading (TagaPaper *self, guint level, const char *text);
void taga_paper_add_text (TagaPaper *self, TagaPaperKind kind, const char *text);
void taga_paper_add_pair (TagaPaper *self, const char *name, const char *value);
TagaPaperTable *
taga_paper_add_table (TagaPaper *self, const TagaPaperColumn *columns, guint n_columns);
void taga_paper_add_chart (TagaPaper *self, TagaChart *chart, double height);
void taga_paper_add_break (TagaPaper *self);

guint taga_paper_get_n_blocks (TagaPaper *self);
const TagaPaperBlock *taga_paper_get_block (TagaPaper *self, guint index);

G_END_DECLS
