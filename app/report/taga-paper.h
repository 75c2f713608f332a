#pragma once

#include <glib-object.h>

#include "taga-chart.h"
#include "taga-paper-block.h"
#include "taga-paper-table.h"

G_BEGIN_DECLS

/**
 * TagaPaperTitle:
 * @TAGA_PAPER_TITLE_USUAL: the title, then company and day below it, beside the approval boxes
 * @TAGA_PAPER_TITLE_LARGE: the same with a large title and a strong line, for a single sheet
 * @TAGA_PAPER_TITLE_NONE: none, and no approval boxes
 *
 * How the title of a paper looks on its first page.
 */
typedef enum
{
  TAGA_PAPER_TITLE_USUAL,
  TAGA_PAPER_TITLE_LARGE,
  TAGA_PAPER_TITLE_NONE,
} TagaPaperTitle;

#define TAGA_TYPE_PAPER (taga_paper_get_type ())
G_DECLARE_FINAL_TYPE (TagaPaper, taga_paper, TAGA, PAPER, GObject)

TagaPaper *
taga_paper_new (const char *title, const char *company, const char *date, const char *shown_date);

const char *taga_paper_get_title (TagaPaper *self);
const char *taga_paper_get_company (TagaPaper *self);
const char *taga_paper_get_date (TagaPaper *self);
const char *taga_paper_get_shown_date (TagaPaper *self);

const char *taga_paper_get_number (TagaPaper *self);
void taga_paper_set_number (TagaPaper *self, const char *number);
const char *taga_paper_get_version (TagaPaper *self);
void taga_paper_set_version (TagaPaper *self, const char *version);
const char *taga_paper_get_mark (TagaPaper *self);
void taga_paper_set_mark (TagaPaper *self, const char *mark);
const char *const *taga_paper_get_approval (TagaPaper *self);
void taga_paper_set_approval (TagaPaper *self, const char *labels);
TagaPaperTitle taga_paper_get_title_look (TagaPaper *self);
void taga_paper_set_title_look (TagaPaper *self, TagaPaperTitle look);
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
void taga_paper_add_link (TagaPaper *self, const char *text, const char *uri);
void taga_paper_add_tagged (TagaPaper *self, const char *tag, const char *text);
void
taga_paper_add_pills (TagaPaper *self, const char *const *names, const gboolean *filled, guint n);
void taga_paper_add_strip (TagaPaper *self, const char *const *titles, guint n);
void taga_paper_add_ticks (TagaPaper *self,
                           const char *question,
                           const char *const *answers,
                           int ticked,
                           const char *date_label);

void taga_paper_begin_columns (TagaPaper *self, const double *shares, guint n_columns);
void taga_paper_next_column (TagaPaper *self);
void taga_paper_end_columns (TagaPaper *self);
void taga_paper_begin_box (TagaPaper *self, TagaPaperBox style);
void taga_paper_end_box (TagaPaper *self);
void taga_paper_begin_section (TagaPaper *self, TagaPaperSize size, gboolean landscape);

void taga_paper_add_remark (TagaPaper *self, const char *text, gboolean is_told);
const GPtrArray *taga_paper_get_remarks (TagaPaper *self, guint *n_told);

guint taga_paper_get_n_blocks (TagaPaper *self);
const TagaPaperBlock *taga_paper_get_block (TagaPaper *self, guint index);

G_END_DECLS
