#include "taga-paper-layout-private.h"

/* The words of a page, for those who do not see it. */

static void
append_cell (GString *text, const TagaFragment *fragment, const TagaPieceCell *cell)
{
  const char *whole = pango_layout_get_text (cell->layout);

  for (guint i = fragment->first; i < MIN (fragment->end, cell->lines->len); i++)
    {
      const TagaPieceLine *line = &g_array_index (cell->lines, TagaPieceLine, i);

      g_string_append_len (text, whole + line->line->start_index, line->line->length);
    }
}

/**
 * taga_paper_layout_dup_text:
 * @self: pages
 * @page: which, from 0
 *
 * Gives the words of a page from top to bottom: what stands side by side is one line, charts are
 * said in words.
 *
 * Returns: (transfer full): the text
 */
char *
taga_paper_layout_dup_text (TagaPaperLayout *self, guint page)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (TAGA_IS_PAPER_LAYOUT (self), g_string_free (text, FALSE));

  for (guint i = 0; i < self->fragments->len; i++)
    {
      const TagaFragment *fragment = &g_array_index (self->fragments, TagaFragment, i);
      const TagaPiece *piece = fragment->piece;

      if (fragment->page != page)
        continue;
      if (piece->block != NULL && piece->block->kind == TAGA_PAPER_CHART)
        {
          g_autofree char *summary = taga_chart_dup_summary (piece->block->chart);

          g_string_append (text, summary);
        }
      for (guint j = 0; j < piece->cells->len; j++)
        {
          if (j > 0)
            g_string_append (text, "  ");
          append_cell (text, fragment, g_ptr_array_index (piece->cells, j));
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
