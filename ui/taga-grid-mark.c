#include "taga-grid-editor.h"
#include "taga-text.h"

/* Typing into cells where a word or a digit is enough: marks, and what follows a digit. */

/* Whether what was typed goes on from "2" to "2.0", as a number is written elsewhere. */
static gboolean
is_number_rest (const char *folded)
{
  const char *p = folded + 1;

  if (!g_ascii_isdigit (folded[0]))
    return FALSE;

  if (*p == '.')
    p++;
  else if (g_str_has_prefix (p, "。"))
    p += strlen ("。");
  else
    return FALSE;

  return p[strspn (p, "0")] == '\0';
}

/* Whether it goes on from "y" to "yes" in the word of a mark. */
static gboolean
is_word_rest (TagaGridEditor *self, const char *folded)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self);

  return column->kind == TAGA_FIELD_MARK && taga_grid_editor_load_choices (self)
         && taga_grid_choices_has_beginning (self->choices, folded);
}

/**
 * taga_grid_editor_is_rest:
 * @self: an editor in whose cell nothing is being entered
 * @typed: what was typed
 *
 * Says whether what was typed is but the rest of what was taken for a choice at its first letter:
 * ".0" after "2", "es" after "y". Such a rest is neither an error nor another value.
 *
 * Returns: whether it is to be swallowed
 */
gboolean
taga_grid_editor_is_rest (TagaGridEditor *self, const char *typed)
{
  g_autofree char *all = NULL;
  char *folded;

  if (self->taken == NULL)
    return FALSE;

  all = g_strconcat (self->taken, typed, NULL);
  folded = taga_text_fold (all);
  g_free (self->taken);
  self->taken = folded;
  if (is_number_rest (folded) || is_word_rest (self, folded))
    return TRUE;

  g_clear_pointer (&self->taken, g_free);
  return FALSE;
}

/**
 * taga_grid_editor_follow_mark:
 * @self: an editor in a mark's cell
 * @typed: what was typed, with what an input method composes
 *
 * Takes a word for yes or no at once. What may become one is waited for, and anything else is
 * refused.
 */
void
taga_grid_editor_follow_mark (TagaGridEditor *self, const char *typed)
{
  int found = taga_grid_choices_find_exact (self->choices, typed);

  self->pending = -1;
  if (found >= 0 && !taga_grid_editor_is_composing (self))
    {
      taga_grid_editor_take_choice (self, found);
    }
  else if (found >= 0)
    {
      self->pending = found;
      taga_grid_editor_queue_check (self);
    }
  else if (taga_grid_editor_is_composing (self)
           || taga_grid_choices_has_beginning (self->choices, typed))
    {
      taga_grid_editor_open_list (self);
    }
  else
    {
      taga_grid_editor_cancel (self);
      taga_grid_editor_refuse (self);
    }
}

/**
 * taga_grid_editor_start_mark:
 * @self: an editor in a mark's cell, whose choices have been loaded
 * @typed: what was typed, with what an input method composes
 *
 * Begins to take a word for yes or no.
 */
void
taga_grid_editor_start_mark (TagaGridEditor *self, const char *typed)
{
  self->original = taga_grid_editor_dup_value (self);
  taga_grid_editor_set_mode (self, TAGA_GRID_TYPING);
  taga_grid_editor_follow_mark (self, typed);
}
