#pragma once

#include "taga-paper-layout-private.h"
#include "taga-write-job.h"

G_BEGIN_DECLS

/**
 * TagaDocx:
 * @job: the job
 * @paper: the paper that is written
 * @measure: measures its text
 * @xml: the part that is being written
 * @width: how wide what is written next may be, in points
 * @is_top: whether nothing stands above it in its cell
 * @pictures: (element-type GBytes): the pictures, as PNG
 * @links: (element-type utf8): the addresses
 * @sheets: (element-type TagaSheet): the size of each section
 * @n_lists: numbered lists so far
 * @reached: the progress that was told of, 0 to 1
 *
 * A paper on its way into an Office Open XML document (ECMA-376, transitional).
 */
typedef struct
{
  TagaWriteJob *job;
  TagaPaper *paper;
  TagaPaperLayout *measure;
  GString *xml;
  double width;
  gboolean is_top;
  GPtrArray *pictures;
  GPtrArray *links;
  GArray *sheets;
  guint n_lists;
  double reached;
} TagaDocx;

/**
 * TagaDocxParagraph:
 * @style: its style
 * @keep_next: whether it stays on a page with what follows
 * @list: its numbered list, from 1; 0 for none
 * @tabs: (nullable): XML of its tab stops
 * @hanging: how far all lines but the first are set in, in points
 * @align: where it stands
 */
typedef struct
{
  const char *style;
  gboolean keep_next;
  guint list;
  const char *tabs;
  double hanging;
  TagaPaperAlign align;
} TagaDocxParagraph;

#define TAGA_DOCX_BOLD "<w:b/><w:bCs/>"

int taga_docx_twips (double points);
int taga_docx_half_points (TagaPaper *paper, double scale);

void taga_docx_add (TagaDocx *self, const char *xml);
void taga_docx_add_f (TagaDocx *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void taga_docx_add_escaped (TagaDocx *self, const char *text);
void taga_docx_begin_paragraph (TagaDocx *self, const TagaDocxParagraph *about);
void taga_docx_end_paragraph (TagaDocx *self);
void taga_docx_add_run (TagaDocx *self, const char *text, const char *properties);
void taga_docx_add_paragraph (TagaDocx *self, const char *style, const char *text);
void taga_docx_add_spacer (TagaDocx *self);
void taga_docx_keep_apart (TagaDocx *self);
void taga_docx_add_page_break (TagaDocx *self);

void taga_docx_begin_table (TagaDocx *self, const double *widths, guint n, const char *borders);
void taga_docx_begin_cell (TagaDocx *self, double width, guint span, const char *properties);
void taga_docx_end_cell (TagaDocx *self);
void taga_docx_end_table (TagaDocx *self);
gboolean taga_docx_add_table (TagaDocx *self, const TagaPaperBlock *block, GError **error);
void taga_docx_add_title (TagaDocx *self);
void taga_docx_add_strip (TagaDocx *self, const TagaPaperBlock *block);

void taga_docx_add_marks (TagaDocx *self, guint index);
gboolean taga_docx_add_picture (TagaDocx *self, const TagaPaperBlock *block, GError **error);
gboolean taga_docx_add_body (TagaDocx *self, GError **error);

void taga_docx_add_styles (TagaDocx *self);
void taga_docx_add_numbering (TagaDocx *self);
void taga_docx_add_settings (TagaDocx *self);
void taga_docx_add_fonts (TagaDocx *self);
void taga_docx_add_header (TagaDocx *self, guint section);
void taga_docx_add_footer (TagaDocx *self, guint section);
void taga_docx_add_core (TagaDocx *self);
void taga_docx_add_app (TagaDocx *self);
void taga_docx_add_types (TagaDocx *self);
void taga_docx_add_package_relations (TagaDocx *self);
void taga_docx_add_relations (TagaDocx *self);

G_END_DECLS
