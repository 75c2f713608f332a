#include "taga-paper-private.h"

/* Points of usual text. */
#define TEXT_SIZE 10

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
  char *number;     /* (owned) (nullable) */
  char *version;    /* (owned) (nullable) */
  char *mark;       /* (owned) (nullable) */
  char **approval;  /* (owned) */
  TagaPaperTitle title_look;
  gboolean is_landscape;
  double text_size;

  GPtrArray *blocks;  /* (owned) (element-type TagaPaperBlock) */
  GPtrArray *remarks; /* (owned) (element-type utf8) */
  guint n_told;       /* how many of the remarks, from the first, ask for nothing */
};

G_DEFINE_FINAL_TYPE (TagaPaper, taga_paper, G_TYPE_OBJECT)

static void
taga_paper_finalize (GObject *object)
{
  TagaPaper *self = TAGA_PAPER (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->shown_date, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->mark, g_free);
  g_clear_pointer (&self->approval, g_strfreev);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);

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
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_paper_block_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
}

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = text == NULL || *text == '\0' ? NULL : taga_paper_clean (text);
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
 * taga_paper_get_number:
 * @self: a paper
 *
 * Gets the number that the company files it under.
 *
 * Returns: (transfer none) (nullable): the number
 */
const char *
taga_paper_get_number (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), NULL);

  return self->number;
}

/**
 * taga_paper_set_number:
 * @self: a paper
 * @number: (nullable): the number, e.g. IS-03
 *
 * Sets the document number 文書番号 at the top of every page.
 */
void
taga_paper_set_number (TagaPaper *self, const char *number)
{
  g_return_if_fail (TAGA_IS_PAPER (self));

  set_text (&self->number, number);
}

/**
 * taga_paper_get_version:
 * @self: a paper
 *
 * Gets which version of the document it is.
 *
 * Returns: (transfer none) (nullable): the version
 */
const char *
taga_paper_get_version (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), NULL);

  return self->version;
}

/**
 * taga_paper_set_version:
 * @self: a paper
 * @version: (nullable): the version, e.g. 1.2
 *
 * Sets the version 版 at the top of every page.
 */
void
taga_paper_set_version (TagaPaper *self, const char *version)
{
  g_return_if_fail (TAGA_IS_PAPER (self));

  set_text (&self->version, version);
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

  set_text (&self->mark, mark);
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
 * @labels: (nullable): labels as [func@paper_split_labels] reads them
 *
 * Sets the boxes beside the title that are stamped 承認欄. Firms differ in their number and order.
 * At most four are taken.
 */
void
taga_paper_set_approval (TagaPaper *self, const char *labels)
{
  g_return_if_fail (TAGA_IS_PAPER (self));

  g_strfreev (self->approval);
  self->approval = taga_paper_split_labels (labels);
}

/**
 * taga_paper_get_title_look:
 * @self: a paper
 *
 * Gets how its title looks.
 *
 * Returns: how
 */
TagaPaperTitle
taga_paper_get_title_look (TagaPaper *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER (self), TAGA_PAPER_TITLE_USUAL);

  return self->title_look;
}

/**
 * taga_paper_set_title_look:
 * @self: a paper
 * @look: how its title looks
 *
 * Sets how its title looks. A paper without one still has it at the top of each page and in the
 * description of its file.
 */
void
taga_paper_set_title_look (TagaPaper *self, TagaPaperTitle look)
{
  g_return_if_fail (TAGA_IS_PAPER (self));

  self->title_look = look;
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
 * taga_paper_add_remark:
 * @self: a paper
 * @text: a sentence for whoever has the paper made; it does not stand on it
 * @is_told: whether it was asked for so, and needs no look at the paper; such come first
 *
 * Tells what was done to the paper, such as which names were replaced.
 */
void
taga_paper_add_remark (TagaPaper *self, const char *text, gboolean is_told)
{
  g_ptr_array_insert (self->remarks, is_told ? (int) self->n_told++ : -1, g_strdup (text));
}

/* The sentences for whoever has the paper made; the first @n_told of them need no look at it. */
const GPtrArray *
taga_paper_get_remarks (TagaPaper *self, guint *n_told)
{
  if (n_told != NULL)
    *n_told = self->n_told;

  return self->remarks;
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

/* Adds a block at the end, for the functions that fill it. */
TagaPaperBlock *
taga_paper_append (TagaPaper *self, TagaPaperKind kind, const char *text)
{
  TagaPaperBlock *block = taga_paper_block_new (kind, text);

  g_ptr_array_add (self->blocks, block);
  return block;
}

/* The last block, or `NULL`. */
TagaPaperBlock *
taga_paper_get_last (TagaPaper *self)
{
  return self->blocks->len == 0 ? NULL : g_ptr_array_index (self->blocks, self->blocks->len - 1);
}

/* How many of what has a beginning and an end are not at their end. */
guint
taga_paper_count_open (TagaPaper *self, TagaPaperKind begin, TagaPaperKind end)
{
  guint n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const TagaPaperBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == begin)
        n++;
      else if (block->kind == end)
        n--;
    }

  return n;
}
