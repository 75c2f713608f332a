#include <string.h>

#include "taga-paper-private.h"

/* Whether what is added stands on the page itself, and not in columns or in a box. */
static gboolean
is_on_page (TagaPaper *self)
{
  return taga_paper_count_open (self, TAGA_PAPER_COLUMNS, TAGA_PAPER_COLUMNS_END) == 0
         && taga_paper_count_open (self, TAGA_PAPER_BOX, TAGA_PAPER_BOX_END) == 0;
}

/* The number of the last item of the list that is being written, or 0. */
static guint
find_last_number (TagaPaper *self)
{
  for (guint i = taga_paper_get_n_blocks (self); i > 0; i--)
    {
      const TagaPaperBlock *block = taga_paper_get_block (self, i - 1);

      if (block->kind == TAGA_PAPER_NUMBER)
        return block->level;
      if (block->kind != TAGA_PAPER_NOTE && block->kind != TAGA_PAPER_QUOTE
          && block->kind != TAGA_PAPER_BULLET && block->kind != TAGA_PAPER_LINK
          && block->kind != TAGA_PAPER_PILLS && block->kind != TAGA_PAPER_TAGGED)
        break;
    }

  return 0;
}

static char **
clean_names (const char *const *names, guint n)
{
  char **clean = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    clean[i] = taga_paper_clean (names[i]);

  return clean;
}

/**
 * taga_paper_add_heading:
 * @self: a paper
 * @level: 1 to 3
 * @text: the heading
 *
 * Adds a heading. It stays with what follows, and leads to its page from the outline of the file.
 */
void
taga_paper_add_heading (TagaPaper *self, guint level, const char *text)
{
  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (level >= 1 && level <= TAGA_PAPER_MAX_LEVEL && text != NULL);

  taga_paper_append (self, TAGA_PAPER_HEADING, text)->level = level;
}

/**
 * taga_paper_add_text:
 * @self: a paper
 * @kind: a paragraph, a lead, a note, a quote, a bullet or a number
 * @text: the text; its line breaks stay
 *
 * Adds text.
 */
void
taga_paper_add_text (TagaPaper *self, TagaPaperKind kind, const char *text)
{
  guint number;

  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (kind >= TAGA_PAPER_PARAGRAPH && kind <= TAGA_PAPER_NUMBER);

  number = kind == TAGA_PAPER_NUMBER ? find_last_number (self) + 1 : 0;
  taga_paper_append (self, kind, text)->level = number;
}

/**
 * taga_paper_add_pair:
 * @self: a paper
 * @name: what it is
 * @value: (nullable): the value; none is shown as a dash
 *
 * Adds a name with its value, below the pair before it.
 */
void
taga_paper_add_pair (TagaPaper *self, const char *name, const char *value)
{
  static const TagaPaperColumn columns[] = { { .width = 24, .is_bold = TRUE }, { .width = 76 } };
  const char *cells[] = { name, value == NULL || *value == '\0' ? "–" : value };
  TagaPaperBlock *block;

  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (name != NULL);

  block = taga_paper_get_last (self);
  if (block == NULL || block->kind != TAGA_PAPER_PAIRS)
    {
      block = taga_paper_append (self, TAGA_PAPER_PAIRS, NULL);
      block->table = taga_paper_table_new (columns, G_N_ELEMENTS (columns));
    }
  taga_paper_table_add_row (block->table, cells);
}

/**
 * taga_paper_add_table:
 * @self: a paper
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many
 *
 * Adds a table. Its header is repeated on each page that it goes on to.
 *
 * Returns: (transfer none): the table, to add rows to
 */
TagaPaperTable *
taga_paper_add_table (TagaPaper *self, const TagaPaperColumn *columns, guint n_columns)
{
  TagaPaperBlock *block;

  g_return_val_if_fail (TAGA_IS_PAPER (self), NULL);

  block = taga_paper_append (self, TAGA_PAPER_TABLE, NULL);
  block->table = taga_paper_table_new (columns, n_columns);

  return block->table;
}

/**
 * taga_paper_add_chart:
 * @self: a paper
 * @chart: a chart, which is not changed any more
 * @height: how high it is drawn, in millimetres
 *
 * Adds a chart over the whole width that there is. Its figures stand in words in a table beside it.
 */
void
taga_paper_add_chart (TagaPaper *self, TagaChart *chart, double height)
{
  TagaPaperBlock *block;

  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (TAGA_IS_CHART (chart) && height > 0);

  block = taga_paper_append (self, TAGA_PAPER_CHART, NULL);
  block->chart = g_object_ref (chart);
  block->height = height;
}

/**
 * taga_paper_add_break:
 * @self: a paper
 *
 * Has what follows begin on a new page.
 */
void
taga_paper_add_break (TagaPaper *self)
{
  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (is_on_page (self));

  taga_paper_append (self, TAGA_PAPER_BREAK, NULL);
}

/**
 * taga_paper_add_link:
 * @self: a paper
 * @text: what is read
 * @uri: the address, http, https or mailto; another one is printed but leads nowhere
 *
 * Adds a paragraph that leads to an address.
 */
void
taga_paper_add_link (TagaPaper *self, const char *text, const char *uri)
{
  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (text != NULL && uri != NULL);

  taga_paper_append (self, TAGA_PAPER_LINK, text)->detail = taga_paper_clean (uri);
}

/**
 * taga_paper_add_tagged:
 * @self: a paper
 * @tag: a short word, e.g. 解決
 * @text: the text after it
 *
 * Adds a text after a small framed word. The texts of such lines below each other are aligned.
 */
void
taga_paper_add_tagged (TagaPaper *self, const char *tag, const char *text)
{
  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (tag != NULL && text != NULL);

  taga_paper_append (self, TAGA_PAPER_TAGGED, text)->detail = taga_paper_clean (tag);
}

/**
 * taga_paper_add_pills:
 * @self: a paper
 * @names: (array length=n): short names
 * @filled: (array length=n) (nullable): which of them stand out: by their ground, and by a mark for
 *   prints without colour
 * @n: how many, at least 1
 *
 * Adds names in rounded frames, one after the other, on as many lines as they need.
 */
void
taga_paper_add_pills (TagaPaper *self, const char *const *names, const gboolean *filled, guint n)
{
  TagaPaperBlock *block;

  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (names != NULL && n > 0);

  block = taga_paper_append (self, TAGA_PAPER_PILLS, NULL);
  block->names = clean_names (names, n);
  block->filled = g_new0 (gboolean, n);
  if (filled != NULL)
    memcpy (block->filled, filled, n * sizeof *filled);
}

/**
 * taga_paper_add_strip:
 * @self: a paper
 * @titles: (array length=n): short titles
 * @n: how many, at least 1
 *
 * Adds numbered titles in arrows, from the first to the last.
 */
void
taga_paper_add_strip (TagaPaper *self, const char *const *titles, guint n)
{
  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (titles != NULL && n > 0);

  taga_paper_append (self, TAGA_PAPER_STRIP, NULL)->names = clean_names (titles, n);
}

/**
 * taga_paper_add_ticks:
 * @self: a paper
 * @question: what is asked
 * @answers: (array zero-terminated=1): the answers, one of which is to be ticked
 * @ticked: the one that is ticked already, from 0, or −1
 * @date_label: (nullable): label of the line that the day is written on, e.g. 決定日
 *
 * Adds a question with boxes to tick by hand.
 */
void
taga_paper_add_ticks (TagaPaper *self,
                      const char *question,
                      const char *const *answers,
                      int ticked,
                      const char *date_label)
{
  TagaPaperBlock *block;

  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (question != NULL && answers != NULL && answers[0] != NULL);

  block = taga_paper_append (self, TAGA_PAPER_TICKS, question);
  block->names = clean_names (answers, g_strv_length ((char **) answers));
  block->ticked = ticked;
  block->detail = date_label == NULL ? NULL : taga_paper_clean (date_label);
}
