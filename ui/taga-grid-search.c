#include "taga-grid-choice.h"
#include "taga-grid-choices.h"
#include "taga-text.h"

/* Which of the choices of a cell is meant by what was typed. */

static TagaGridChoice *
get_choice (GPtrArray *choices, int choice)
{
  return g_ptr_array_index (choices, choice);
}

static void
set_all_fit (GPtrArray *choices)
{
  for (guint i = 0; i < choices->len; i++)
    {
      get_choice (choices, (int) i)->fit = TAGA_GRID_FIT_LABEL;
      get_choice (choices, (int) i)->by = NULL;
    }
}

static void
match_all (GPtrArray *choices, const char *folded)
{
  for (guint i = 0; i < choices->len; i++)
    taga_grid_choice_match (get_choice (choices, (int) i), folded);
}

/* Whether any label or word is what was typed or begins with it. */
static gboolean
has_beginning (GPtrArray *choices)
{
  for (guint i = 0; i < choices->len; i++)
    {
      TagaGridFit fit = get_choice (choices, (int) i)->fit;

      if (fit != TAGA_GRID_FIT_LABEL_HAS && fit < TAGA_GRID_FIT_WORD_HAS)
        return TRUE;
    }

  return FALSE;
}

/* The choice with that number in the list, if what was typed is one digit. */
static gboolean
take_ordinal (GPtrArray *choices, const char *folded)
{
  int ordinal = folded[0] - '0';

  if (folded[0] == '\0' || folded[1] != '\0' || ordinal < 1 || ordinal > 9
      || (guint) ordinal > choices->len)
    return FALSE;

  for (guint i = 0; i < choices->len; i++)
    {
      get_choice (choices, (int) i)->fit =
          (int) i == ordinal - 1 ? TAGA_GRID_FIT_LABEL : TAGA_GRID_FIT_NOTHING;
      get_choice (choices, (int) i)->by = NULL;
    }

  return TRUE;
}

/* What words have inside counts only where nothing fits better. */
static void
drop_worst (GPtrArray *choices)
{
  TagaGridFit best = TAGA_GRID_FIT_NOTHING;

  for (guint i = 0; i < choices->len; i++)
    best = MIN (best, get_choice (choices, (int) i)->fit);

  for (guint i = 0; best < TAGA_GRID_FIT_WORD_HAS && i < choices->len; i++)
    if (get_choice (choices, (int) i)->fit == TAGA_GRID_FIT_WORD_HAS)
      get_choice (choices, (int) i)->fit = TAGA_GRID_FIT_NOTHING;
}

/* The best of those that fit, or -1. */
static int
find_best (GPtrArray *choices)
{
  int best = -1;

  for (int i = 0; i < (int) choices->len; i++)
    if (get_choice (choices, i)->fit != TAGA_GRID_FIT_NOTHING
        && (best < 0 || get_choice (choices, i)->fit < get_choice (choices, best)->fit))
      best = i;

  return best;
}

/**
 * taga_grid_choices_count_found:
 * @self: a list
 *
 * Counts the choices that fit what was last looked for.
 *
 * Returns: how many there are
 */
guint
taga_grid_choices_count_found (TagaGridChoices *self)
{
  GPtrArray *choices = taga_grid_choices_get_all (self);
  guint n = 0;

  for (guint i = 0; i < choices->len; i++)
    if (get_choice (choices, (int) i)->fit != TAGA_GRID_FIT_NOTHING)
      n++;

  return n;
}

/**
 * taga_grid_choices_find:
 * @self: a list
 * @typed: what was typed
 * @n_found: (out): how many choices it fits
 *
 * Finds the choices that fit what was typed, with width, case and kana folded: by the label, which
 * people see, before the further words, which they don't; and in each case those that are what was
 * typed before those that begin with it and those that have it inside. A single digit that none
 * begins with stands for the choice at that place.
 *
 * Returns: the choice that what was typed stands for without a doubt: the best by its label, or the
 *   only one that fits; else -1
 */
int
taga_grid_choices_find (TagaGridChoices *self, const char *typed, guint *n_found)
{
  GPtrArray *choices = taga_grid_choices_get_all (self);
  g_autofree char *folded = taga_text_fold (typed);
  int best;

  *n_found = 0;
  if (*folded == '\0')
    {
      set_all_fit (choices);
      return -1;
    }

  match_all (choices, folded);
  if (has_beginning (choices) || !take_ordinal (choices, folded))
    drop_worst (choices);

  *n_found = taga_grid_choices_count_found (self);
  best = find_best (choices);
  if (best >= 0 && *n_found > 1 && get_choice (choices, best)->fit > TAGA_GRID_FIT_LABEL_HAS)
    return -1;

  return best;
}

/**
 * taga_grid_choices_find_exact:
 * @self: a list
 * @typed: what was typed
 *
 * Finds the choice one of whose words is what was typed, with width, case and kana folded.
 *
 * Returns: the choice, or -1
 */
int
taga_grid_choices_find_exact (TagaGridChoices *self, const char *typed)
{
  GPtrArray *choices = taga_grid_choices_get_all (self);
  g_autofree char *folded = taga_text_fold (typed);

  match_all (choices, folded);
  for (int i = 0; *folded != '\0' && i < (int) choices->len; i++)
    if (get_choice (choices, i)->fit == TAGA_GRID_FIT_LABEL
        || get_choice (choices, i)->fit == TAGA_GRID_FIT_WORD)
      return i;

  return -1;
}

/**
 * taga_grid_choices_has_beginning:
 * @self: a list
 * @typed: what was typed
 *
 * Says whether any word for any choice is or begins with what was typed.
 *
 * Returns: whether it may still become one
 */
gboolean
taga_grid_choices_has_beginning (TagaGridChoices *self, const char *typed)
{
  GPtrArray *choices = taga_grid_choices_get_all (self);
  g_autofree char *folded = taga_text_fold (typed);

  match_all (choices, folded);
  return has_beginning (choices);
}
