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

/**
 * taga_paper_block_dup_uri:
 * @self: a link
 *
 * Gets the address that it leads to, in letters that every file format takes as they are.
 *
 * Returns: (transfer full) (nullable): the address, or `NULL` if it is not one of http, https or
 *   mailto
 */
char *
taga_paper_block_dup_uri (const TagaPaperBlock *self)
{
  g_autofree char *uri = NULL;
  g_autofree char *scheme = NULL;

  if (self->detail == NULL)
    return NULL;

  /* Brackets, quotes and backslashes would end the address in one format or another. */
  uri = g_uri_escape_string (self->detail, "!#$%&*+,/:;=?@[]", FALSE);
  scheme = g_uri_parse_scheme (uri);
  if (scheme == NULL || !g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL))
    return NULL;

  return g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0
                 || g_ascii_strcasecmp (scheme, "mailto") == 0
             ? g_steal_pointer (&uri)
             : NULL;
}
