#include "taga-docx.h"

/* Pills, tags and boxes to tick, as letters with frames and grounds of their own. */

#define FRAME(colour) "<w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"" colour "\"/>"
#define GROUND(colour) "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" colour "\"/>"

/* Between a tag and its text, in points. */
#define TAG_GAP 14

#define NO_BREAK_SPACE "\xC2\xA0"

static void
add_pill (TagaDocx *self, const char *name, gboolean is_filled)
{
  g_autofree char *text =
      g_strconcat (NO_BREAK_SPACE, is_filled ? "✓" NO_BREAK_SPACE : "", name, NO_BREAK_SPACE, NULL);

  taga_docx_add_run (
      self, text, is_filled ? TAGA_DOCX_BOLD FRAME ("3A6FB0") GROUND ("E4ECF7") : FRAME ("9A9A9E"));
}

/* Japanese text may be broken anywhere, and a frame would be torn: lines end where they end on the
 * pages of the PDF, whose pills are a little wider. */
static void
add_pills (TagaDocx *self, guint index)
{
  const TagaPaperBlock *block = taga_paper_get_block (self->paper, index);
  const TagaDocxParagraph about = { "Pills" };
  GPtrArray *lines = self->measure->pieces;
  guint pill = 0;

  self->measure->width = self->width;
  taga_paper_layout_add_mark_pieces (self->measure, index);
  taga_docx_begin_paragraph (self, &about);
  for (guint i = 0; i < lines->len; i++)
    {
      guint n = taga_paper_layout_get_piece (self->measure, i)->cells->len;

      if (i > 0)
        taga_docx_add_run (self, "\n", NULL);
      for (guint j = 0; j < n; j++, pill++)
        {
          if (j > 0)
            taga_docx_add_run (self, "  ", NULL);
          add_pill (self, block->names[pill], block->filled[pill]);
        }
    }
  taga_docx_end_paragraph (self);
  g_ptr_array_set_size (lines, 0);
}

/* The text begins at a tab stop, so that texts below each other are aligned. */
static void
add_tagged (TagaDocx *self, guint index)
{
  const TagaPaperBlock *block = taga_paper_get_block (self->paper, index);
  g_autofree char *tag = g_strconcat (NO_BREAK_SPACE, block->detail, NO_BREAK_SPACE, NULL);
  TagaDocxParagraph about = { "Tagged" };

  self->measure->width = self->width;
  about.hanging = taga_paper_layout_measure_tags (self->measure, index) + TAG_GAP;
  taga_docx_begin_paragraph (self, &about);
  taga_docx_add_run (self, tag, FRAME ("9A9A9E") GROUND ("F2F2F2"));
  taga_docx_add_run (self, "\t", NULL);
  taga_docx_add_run (self, block->text, NULL);
  taga_docx_end_paragraph (self);
}

static void
add_ticks (TagaDocx *self, const TagaPaperBlock *block)
{
  const TagaDocxParagraph question = { "Normal", .keep_next = TRUE };
  const TagaDocxParagraph answers = { "Ticks" };

  taga_docx_begin_paragraph (self, &question);
  taga_docx_add_run (self, block->text, TAGA_DOCX_BOLD);
  taga_docx_end_paragraph (self);

  taga_docx_begin_paragraph (self, &answers);
  for (guint i = 0; block->names[i] != NULL; i++)
    {
      gboolean is_ticked = (int) i == block->ticked;
      g_autofree char *text =
          g_strconcat (is_ticked ? "☑" : "☐", NO_BREAK_SPACE, block->names[i], "　", NULL);

      taga_docx_add_run (self, text, is_ticked ? TAGA_DOCX_BOLD : NULL);
    }
  if (block->detail != NULL)
    {
      g_autofree char *text = g_strconcat (block->detail, " ________________", NULL);

      taga_docx_add_run (self, text, NULL);
    }
  taga_docx_end_paragraph (self);
}

/* Adds a block that is drawn with marks; @index is its place on the paper. */
void
taga_docx_add_marks (TagaDocx *self, guint index)
{
  const TagaPaperBlock *block = taga_paper_get_block (self->paper, index);

  if (block->kind == TAGA_PAPER_PILLS)
    add_pills (self, index);
  else if (block->kind == TAGA_PAPER_TAGGED)
    add_tagged (self, index);
  else
    add_ticks (self, block);
}
