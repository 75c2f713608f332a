#include "taga-paper-block.h"

/**
 * taga_paper_block_new:
 * @kind: what it is
 * @text: (nullable): its text, from anywhere
 *
 * Makes a block. Its text is made fit to be printed.
 *
 * Returns: (transfer full): the block
 */
TagaPaperBlock *
taga_paper_block_new (TagaPaperKind kind, const char *text)
{
  TagaPaperBlock *self = g_new0 (TagaPaperBlock, 1);

  self->kind = kind;
  self->text = text == NULL ? NULL : taga_paper_clean (text);
  self->ticked = -1;

  return self;
}

/**
 * taga_paper_block_free:
 * @self: (nullable): a block
 *
 * Frees a block.
 */
void
taga_paper_block_free (TagaPaperBlock *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->detail);
  g_strfreev (self->names);
  g_free (self->filled);
  g_free (self->shares);
  taga_paper_table_free (self->table);
  g_clear_object (&self->chart);
  g_free (self);
}

/**
 * taga_paper_block_count_names:
 * @self: a block
 *
 * Counts its pills, titles or answers.
 *
 * Returns: how many; 0 for what has none
 */
guint
taga_paper_block_count_names (const TagaPaperBlock *self)
{
  return self->names == NULL ? 0 : g_strv_length (self->names);
}
