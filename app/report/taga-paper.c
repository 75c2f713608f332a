#include "taga-paper.h"

#include <string.h>

/* Points of usual text. */
#define TEXT_SIZE 10

/* How many approval boxes fit beside the title. */
#define MAX_BOXES 4

/**
 * TagaPaper:
 *
 * A paper: text, tables and charts in reading order, for writers that make pages of it. Unlike
 * [class@Document], whose tables are streamed, it stands in memory and can be written more than
 * once, in more than one format, in any thread.
 */
struct _TagaPaper
{
  GObject parent_instance;

  char *title;      /* (owned) */
  char *company;    /* (owned) */
  char *date;       /* (owned) ISO 8601 */
  char *shown_date; /* (owned) */
  char *mark;       /* (owned) (nullable) */
  char **approval;  /* (owned) */
  gboolean is_landscape;
  double text_size;

  GPtrArray *blocks; /* (owned) (element-type TagaPaperBlock) */
};

G_DEFINE_FINAL_TYPE (TagaPaper, taga_paper, G_TYPE_OBJECT)

static void
free_block (gpointer data)
{
  TagaPaperBlock *block = data;

  g_free (block->text);
  taga_paper_table_free (block->table);
  g_clear_object (&block->chart);
  g_free (block);
}

static TagaPaperBlock *
add_block (TagaPaper *self, TagaPaperKind kind, const char *text)
{
  TagaPaperBlock *block = g_new0 (TagaPaperBlock, 1);

  block->kind = kind;
  block->text = text == NULL ? NULL : taga_paper_clean (text);
  g_ptr_array_add (self->blocks, block);

  return block;
}

static void
taga_paper_finalize (GObject *object)
{
  TagaPaper *self = TAGA_PAPER (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->shown_date, g_free);
  g_clear_pointer (&self->mark, g_free);
  g_clear_pointer (&self->approval, g_strfreev);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);

  G_OBJECT_CLASS (taga_paper_parent_class)->finalize (object);
}

static void
taga_paper_class_init (TagaPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_paper_finalize;
}

static void
taga_paper_init (TagaPaper *self)
{
  self->text_size = TEXT_SIZE;
  self->approval = g_new0 (char *, 1);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
}

/**
 * taga_paper_new:
 * @title: its title
 * @company: whose it is
 * @date: the day that it bears, ISO 8601; the file says that it was made on this day, so that the
 *   same paper makes the same file
 * @shown_date: the day as the company writes days
 *
 * Makes an empty paper, A4 upright.
 *
 * Returns: (transfer full): the paper
 */
TagaPaper *
taga_paper_new (const char *title, const char *company, const char *date, const char *shown_date)
{
  TagaPaper *self;

  g_return_val_if_fail (title != NULL && date != NULL, NULL);

  self = g_object_new (TAGA_TYPE_PAPER, NULL);
  self->title = taga_paper_clean (title);
  self->company = taga_paper_clean (company);
  self->date = taga_paper_clean (date);
  self->shown_date = taga_paper_clean (shown_date);

  return self;
}

/**
 * taga_paper_get_title:
 * @self: a paper
 *
 * Gets its title.
 *
 * Returns: (transfer none): the title
 */
const char *
taga_paper_get_title (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), NULL);

  return self->title;
}

/**
 * taga_paper_get_company:
 * @self: a paper
 *
 * Gets the company that it is of.
 *
 * Returns: (transfer none): the name, perhaps empty
 */
const char *
taga_paper_get_company (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), NULL);

  return self->company;
}

/**
 * taga_paper_get_date:
 * @self: a paper
 *
 * Gets the day that it bears.
 *
 * Returns: (transfer none): the day, ISO 8601
 */
const char *
taga_paper_get_date (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), NULL);

  return self->date;
}

/**
 * taga_paper_get_shown_date:
 * @self: a paper
 *
 * Gets the day that it bears, as the company writes days.
 *
 * Returns: (transfer none): the day
 */
const char *
taga_paper_get_shown_date (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), NULL);

  return self->shown_date;
}

/**
 * taga_paper_get_mark:
 * @self: a paper
 *
 * Gets its class mark.
 *
 * Returns: (transfer none) (nullable): the mark
 */
const char *
taga_paper_get_mark (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), NULL);

  return self->mark;
}

/**
 * taga_paper_set_mark:
 * @self: a paper
 * @mark: (nullable): the mark, e.g. 社外秘
 *
 * Sets the class mark at the top of every page: who may see it.
 */
void
taga_paper_set_mark (TagaPaper *self, const char *mark)
{
  g_return_if_fail (TAGA_IS_PAPER (self));

  g_free (self->mark);
  self->mark = mark == NULL ? NULL : taga_paper_clean (mark);
}

/**
 * taga_paper_get_approval:
 * @self: a paper
 *
 * Gets the labels of the approval boxes.
 *
 * Returns: (transfer none) (array zero-terminated=1): the labels, from left to right
 */
const char *const *
taga_paper_get_approval (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), NULL);

  return (const char *const *) self->approval;
}

/**
 * taga_paper_set_approval:
 * @self: a paper
 * @labels: (nullable): labels between "|", as the company's record holds them
 *
 * Sets the boxes beside the title that are stamped 承認欄. Firms differ in their number and order.
 * At most four are taken.
 */
void
taga_paper_set_approval (TagaPaper *self, const char *labels)
{
  g_autofree char *clean = taga_paper_clean (labels);
  g_auto (GStrv) parts = g_strsplit (clean, "|", -1);
  GPtrArray *kept = g_ptr_array_new ();

  g_return_if_fail (TAGA_IS_PAPER (self));

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && kept->len < MAX_BOXES)
      g_ptr_array_add (kept, g_strdup (parts[i]));
  g_ptr_array_add (kept, NULL);

  g_strfreev (self->approval);
  self->approval = (char **) g_ptr_array_free (kept, FALSE);
}

/**
 * taga_paper_is_landscape:
 * @self: a paper
 *
 * Tells whether the paper lies on its long side.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_paper_is_landscape (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), FALSE);

  return self->is_landscape;
}

/**
 * taga_paper_set_landscape:
 * @self: a paper
 * @landscape: whether it lies on its long side
 *
 * Sets how the paper lies.
 */
void
taga_paper_set_landscape (TagaPaper *self, gboolean landscape)
{
  g_return_if_fail (TAGA_IS_PAPER (self));

  self->is_landscape = landscape;
}

/**
 * taga_paper_get_text_size:
 * @self: a paper
 *
 * Gets how high its text is.
 *
 * Returns: the size, in points
 */
double
taga_paper_get_text_size (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), TEXT_SIZE);

  return self->text_size;
}

/**
 * taga_paper_set_text_size:
 * @self: a paper
 * @points: the size, 6 to 36
 *
 * Sets how high its text is; headings follow.
 */
void
taga_paper_set_text_size (TagaPaper *self, double points)
{
  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (points >= 6 && points <= 36);

  self->text_size = points;
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

  add_block (self, TAGA_PAPER_HEADING, text)->level = level;
}

/**
 * taga_paper_add_text:
 * @self: a paper
 * @kind: a paragraph, a note or a bullet
 * @text: the text; its line breaks stay
 *
 * Adds text.
 */
void
taga_paper_add_text (TagaPaper *self, TagaPaperKind kind, const char *text)
{
  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (kind >= TAGA_PAPER_PARAGRAPH && kind <= TAGA_PAPER_BULLET);

  add_block (self, kind, text);
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
  TagaPaperBlock *block = NULL;

  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (name != NULL);

  if (self->blocks->len > 0)
    block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  if (block == NULL || block->kind != TAGA_PAPER_PAIRS)
    {
      block = add_block (self, TAGA_PAPER_PAIRS, NULL);
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

  block = add_block (self, TAGA_PAPER_TABLE, NULL);
  block->table = taga_paper_table_new (columns, n_columns);

  return block->table;
}

/**
 * taga_paper_add_chart:
 * @self: a paper
 * @chart: a chart, which is not changed any more
 * @height: how high it is drawn, in millimetres
 *
 * Adds a chart over the whole width. Its figures stand in words in a table beside it.
 */
void
taga_paper_add_chart (TagaPaper *self, TagaChart *chart, double height)
{
  TagaPaperBlock *block;

  g_return_if_fail (TAGA_IS_PAPER (self));
  g_return_if_fail (TAGA_IS_CHART (chart) && height > 0);

  block = add_block (self, TAGA_PAPER_CHART, NULL);
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

  add_block (self, TAGA_PAPER_BREAK, NULL);
}

/**
 * taga_paper_get_n_blocks:
 * @self: a paper
 *
 * Counts what it consists of.
 *
 * Returns: how many blocks
 */
guint
taga_paper_get_n_blocks (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), 0);

  return self->blocks->len;
}

/**
 * taga_paper_get_block:
 * @self: a paper
 * @index: which, from 0
 *
 * Gets one of the things that it consists of.
 *
 * Returns: (transfer none): the block
 */
const TagaPaperBlock *
taga_paper_get_block (TagaPaper *self, guint index)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), NULL);
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return g_ptr_array_index (self->blocks, index);
}
