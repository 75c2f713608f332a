#include "taga-profile-facts.h"

#include <string.h>

#include "taga-value.h"

/* How many characters the name of the company or of a round may well have. */
#define NAME_SIZE 40

static const TagaProfileKind kinds[TAGA_PROFILE_N_KINDS] = {
  { "alias", 1, 24, 0 },
  { "industry", 1, 0, 50 },
  { "business", 1, 0, 90 },
  { "headline", 1, 0, 45 },
  { "strip", 4, 10, 22 },
  { "known", 3, 0, 40 },
  { "revealed", 3, 0, 40 },
  { "theme", 12, 0, 0, .has_axis = TRUE },
  { "action", 4, 28, 110 },
  { "callout", 2, 0, 36, .has_axis = TRUE },
  { "result", 4, 0, 50, .has_state = TRUE },
  { "outlook", 1, 0, 130 },
  { "management", 1, 0, 120 },
  { "participant", 1, 0, 120 },
  { "footnote", 1, 0, 120 },
};

/**
 * taga_profile_kind_get:
 * @i: which, from 0; below `TAGA_PROFILE_N_KINDS`
 *
 * Gets a kind of part, in the order of the pages.
 *
 * Returns: (transfer none): the kind
 */
const TagaProfileKind *
taga_profile_kind_get (guint i)
{
  g_return_val_if_fail (i < TAGA_PROFILE_N_KINDS, NULL);

  return &kinds[i];
}

/**
 * taga_profile_kind_find:
 * @key: (nullable): a key of the choices "profile-part"
 *
 * Finds a kind of part.
 *
 * Returns: (transfer none) (nullable): the kind
 */
const TagaProfileKind *
taga_profile_kind_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].key, key) == 0)
      return &kinds[i];

  return NULL;
}

static void
free_line (gpointer data)
{
  TagaProfileLine *line = data;

  g_free (line->title);
  g_free (line->text);
  g_free (line->axis);
  g_free (line->state);
  g_free (line);
}

static void
free_axis (gpointer data)
{
  TagaProfileAxis *axis = data;

  g_free (axis->key);
  g_free (axis->name);
  g_free (axis);
}

static void
clear_round (TagaProfileRound *round)
{
  g_free (round->name);
  g_free (round->date);
}

/**
 * taga_profile_facts_new:
 *
 * Makes a profile on which nothing stands.
 *
 * Returns: (transfer full): the facts
 */
TagaProfileFacts *
taga_profile_facts_new (void)
{
  TagaProfileFacts *self = g_new0 (TagaProfileFacts, 1);

  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->axes = g_ptr_array_new_with_free_func (free_axis);

  return self;
}

/**
 * taga_profile_facts_free:
 * @self: (transfer full): facts
 *
 * Frees facts.
 */
void
taga_profile_facts_free (TagaProfileFacts *self)
{
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->axes);
  g_free (self->company);
  clear_round (&self->before);
  clear_round (&self->after);
  g_free (self);
}

/**
 * taga_profile_facts_add:
 * @self: facts
 * @key: the kind of part
 * @title: (nullable): its title
 * @text: (nullable): its text
 *
 * Adds a part behind those that are there. It counts as from the data until it gets a record.
 *
 * Returns: (transfer none): the part
 */
TagaProfileLine *
taga_profile_facts_add (TagaProfileFacts *self,
                        const char *key,
                        const char *title,
                        const char *text)
{
  TagaProfileLine *line = g_new0 (TagaProfileLine, 1);

  line->kind = taga_profile_kind_find (key);
  line->title = g_strdup (title);
  line->text = g_strdup (text);
  g_ptr_array_add (self->lines, line);

  return line;
}

/**
 * taga_profile_facts_get:
 * @self: facts
 * @key: a kind of part
 * @i: which of them, from 0
 *
 * Gets a part.
 *
 * Returns: (transfer none) (nullable): the part; `NULL` if there are not so many
 */
const TagaProfileLine *
taga_profile_facts_get (const TagaProfileFacts *self, const char *key, guint i)
{
  for (guint j = 0; j < self->lines->len; j++)
    {
      const TagaProfileLine *line = g_ptr_array_index (self->lines, j);

      if (g_str_equal (line->kind->key, key) && i-- == 0)
        return line;
    }

  return NULL;
}

/**
 * taga_profile_facts_count:
 * @self: facts
 * @key: a kind of part
 *
 * Counts the parts of a kind.
 *
 * Returns: how many there are
 */
guint
taga_profile_facts_count (const TagaProfileFacts *self, const char *key)
{
  guint n = 0;

  while (taga_profile_facts_get (self, key, n) != NULL)
    n++;

  return n;
}

/**
 * taga_profile_facts_find_axis:
 * @self: facts
 * @key: (nullable): key of an axis
 *
 * Finds an axis.
 *
 * Returns: (transfer none) (nullable): the axis
 */
const TagaProfileAxis *
taga_profile_facts_find_axis (const TagaProfileFacts *self, const char *key)
{
  for (guint i = 0; i < self->axes->len; i++)
    {
      const TagaProfileAxis *axis = g_ptr_array_index (self->axes, i);

      if (g_strcmp0 (axis->key, key) == 0)
        return axis;
    }

  return NULL;
}

static void
hide (TagaAnonymiser *anonymiser, char **text)
{
  char *hidden = taga_anonymiser_apply (anonymiser, *text);

  g_free (*text);
  *text = hidden;
}

/**
 * taga_profile_facts_hide_names:
 * @self: facts
 * @anonymiser: what knows the names
 *
 * Replaces names in every text, those of the rounds and of the company among them. What is made of
 * the facts afterwards cannot tell them.
 */
void
taga_profile_facts_hide_names (TagaProfileFacts *self, TagaAnonymiser *anonymiser)
{
  const TagaProfileLine *alias = taga_profile_facts_get (self, "alias", 0);

  for (guint i = 0; i < self->lines->len; i++)
    {
      TagaProfileLine *line = g_ptr_array_index (self->lines, i);

      hide (anonymiser, &line->title);
      hide (anonymiser, &line->text);
    }
  for (guint i = 0; i < self->axes->len; i++)
    hide (anonymiser, &((TagaProfileAxis *) g_ptr_array_index (self->axes, i))->name);

  hide (anonymiser, &self->before.name);
  hide (anonymiser, &self->after.name);
  g_free (self->company);
  self->company = g_strdup (alias == NULL ? NULL : alias->title);
  self->is_anonymous = TRUE;
}

/**
 * taga_profile_count_chars:
 * @text: (nullable): a text
 *
 * Counts the characters of a text as people do who fill a form: blanks at its ends do not count.
 *
 * Returns: how many there are
 */
guint
taga_profile_count_chars (const char *text)
{
  g_autofree char *copy = g_strdup (text == NULL ? "" : text);

  return (guint) g_utf8_strlen (g_strstrip (copy), -1);
}

static gboolean
cut (char **text, guint size, double share)
{
  guint limit = MAX ((guint) (size * share), 4);
  g_autofree char *start = NULL;

  if (size == 0 || *text == NULL || taga_profile_count_chars (*text) <= limit)
    return FALSE;

  start = g_utf8_substring (*text, 0, limit - 1);
  g_free (*text);
  *text = g_strconcat (g_strchomp (start), "…", NULL);
  return TRUE;
}

/* Parts beyond as many as the pages hold. */
static guint
drop_surplus (TagaProfileFacts *self)
{
  guint counts[TAGA_PROFILE_N_KINDS] = { 0 };
  guint n = 0;

  for (guint i = 0; i < self->lines->len;)
    {
      const TagaProfileLine *line = g_ptr_array_index (self->lines, i);

      if (counts[line->kind - kinds]++ < line->kind->n_lines)
        {
          i++;
          continue;
        }
      g_ptr_array_remove_index (self->lines, i);
      n++;
    }

  return n;
}

/**
 * taga_profile_facts_shorten:
 * @self: facts
 * @share: how much of its size each part may have, 1 for all of it
 *
 * Cuts texts that are longer than that, with an ellipsis, and leaves out parts of which there are
 * too many, for pages that cannot hold them.
 *
 * Returns: how many texts were cut or left out
 */
guint
taga_profile_facts_shorten (TagaProfileFacts *self, double share)
{
  guint n = drop_surplus (self);

  n += cut (&self->company, NAME_SIZE, share);
  n += cut (&self->before.name, NAME_SIZE, share);
  n += cut (&self->after.name, NAME_SIZE, share);
  for (guint i = 0; i < self->lines->len; i++)
    {
      TagaProfileLine *line = g_ptr_array_index (self->lines, i);

      n += cut (&line->title, line->kind->title_size, share);
      n += cut (&line->text, line->kind->text_size, share);
    }

  return n;
}
