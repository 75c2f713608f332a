#include "taga-docx.h"

/* Pills, tags and boxes to tick, as letters with frames and grounds of their own. */

#define FRAME(colour) "<w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"" colour "\"/>"
#define GROUND(colour) "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" colour "\"/>"

/* Between a tag and its text, in points. */
#define TAG_GAP 14

#define NO_BREAK_SPACE "\xC2\xA0"

static void
add_pills (TagaDocx *self, const TagaPaperBlock *block)
{
  const TagaDocxParagraph about = { "Pills" };

  taga_docx_begin_paragraph (self, &about);
  for (guint i = 0; block->names[i] != NULL; i++)
    {
      gboolean is_filled = block->filled[i];
      g_autofree char *text = g_strconcat (NO_BREAK_SPACE, is_filled ? "✓" NO_BREAK_SPACE : "",
                                           block->names[i], NO_BREAK_SPACE, NULL);

      if (i > 0)
        taga_docx_add_run (self, "  ", NULL);
      taga_docx_add_run (self, text,
                         is_filled ? TAGA_DOCX_BOLD FRAME ("3A6FB0") GROUND ("E4ECF7")
                                   : FRAME ("9A9A9E"));
    }
  taga_docx_end_paragraph (self);
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
    add_pills (self, block);
  else if (block->kind == TAGA_PAPER_TAGGED)
    add_tagged (self, index);
  else
    add_ticks (self, block);
}
