#include <glib/gi18n-lib.h>

#include "taga-grid-body.h"
#include "taga-grid-editor.h"

static const char *
get_text (TagaGridEditor *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_blank (const char *text)
{
  return strcmp (text, " ") == 0 || strcmp (text, "\343\200\200") == 0;
}

/**
 * taga_grid_editor_load_choices:
 * @self: an editor
 *
 * Asks the page what the cursor's cell may be chosen from.
 *
 * Returns: whether it is chosen from a list
 */
gboolean
taga_grid_editor_load_choices (TagaGridEditor *self)
{
  TagaGrid *grid = self->grid;
  const TagaGridColumn *column = taga_grid_editor_get_column (self);
  g_autoptr (TagaRecord) record = taga_grid_dup_cursor_record (grid);
  g_auto (GStrv) choices = NULL;

  self->has_choices = FALSE;
  if ((record == NULL && !grid->cursor.is_new) || grid->handlers.choices == NULL)
    return FALSE;

  choices = grid->handlers.choices (record, column->field, grid->user_data);
  if (choices == NULL || choices[0] == NULL)
    return FALSE;

  taga_grid_choices_set (self->choices, (const char *const *) choices);
  self->has_choices = TRUE;
  return TRUE;
}

/**
 * taga_grid_editor_open_list:
 * @self: an editor
 *
 * Opens the list below the cursor's cell, unless it is open.
 */
void
taga_grid_editor_open_list (TagaGridEditor *self)
{
  TagaGridPlace place = self->grid->cursor.cell;
  GdkRectangle rect;

  if (taga_grid_choices_is_open (self->choices))
    return;

  taga_grid_body_get_cell_rect (self->grid->body, place.row, place.slot, &rect);
  taga_grid_choices_open (self->choices, &rect);
  taga_grid_queue_update (self->grid);
}

/* The choice that the cell has; a mark that is not set says nothing, which its last choice is. */
static int
find_original (TagaGridEditor *self)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self);

  if (column->kind == TAGA_FIELD_MARK && *self->original == '\0')
    return (int) taga_grid_choices_get_n (self->choices) - 1;

  return taga_grid_choices_find_label (self->choices, self->original);
}

/**
 * taga_grid_editor_open_choices:
 * @self: an editor
 *
 * Opens the list of the choices that have been loaded, with the present one marked.
 */
void
taga_grid_editor_open_choices (TagaGridEditor *self)
{
  g_free (self->original);
  self->original = taga_grid_editor_dup_value (self);
  taga_grid_editor_set_mode (self, TAGA_GRID_CHOOSING);
  taga_grid_editor_open_list (self);
  taga_grid_choices_choose (self->choices, find_original (self));
}

/**
 * taga_grid_editor_take_choice:
 * @self: an editor
 * @choice: a choice
 *
 * Takes a choice that what was typed names, without waiting for Enter.
 */
void
taga_grid_editor_take_choice (TagaGridEditor *self, int choice)
{
  g_autofree char *label = taga_grid_choices_dup_label (self->choices, choice);
  g_autofree char *typed = g_strconcat (get_text (self), self->preedit, NULL);

  taga_grid_editor_drop_preedit (self);
  taga_grid_choices_close (self->choices);
  taga_grid_editor_set_text (self, label);
  if (!taga_grid_editor_finish (self))
    return;

  g_free (self->taken);
  self->taken = g_steal_pointer (&typed);
}

static gboolean
is_digit (const char *typed)
{
  gunichar c = g_utf8_get_char (typed);

  return g_unichar_isdigit (c) && *g_utf8_next_char (typed) == '\0';
}

/* The list shows what fits, with the first marked if it is meant without a doubt; when everything
 * is deleted again, all of it with the cell's own. Half a syllable that fits nothing while it is
 * composed changes nothing. */
static void
narrow_choices (TagaGridEditor *self, const char *typed, int found, guint n_found)
{
  if (*typed == '\0')
    found = taga_grid_choices_find_label (self->choices, self->original);
  else if (n_found == 0 && taga_grid_editor_is_composing (self))
    return;

  taga_grid_choices_show_found (self->choices);
  taga_grid_choices_choose (self->choices, found);
  taga_grid_editor_describe (self);
}

/* A digit that names one choice is that choice; anything else narrows the list, and nothing is
 * taken before a key or a click says so. While an input method composes, a digit is taken once it
 * has ended its event. */
static void
follow_choice (TagaGridEditor *self)
{
  g_autofree char *typed = g_strconcat (get_text (self), self->preedit, NULL);
  const TagaGridColumn *column = taga_grid_editor_get_column (self);
  guint n_found;
  int found = taga_grid_choices_find (self->choices, typed, &n_found);

  if (column->kind == TAGA_FIELD_MARK)
    {
      taga_grid_editor_follow_mark (self, typed);
      return;
    }

  self->pending = -1;
  if (n_found == 1 && is_digit (typed))
    {
      if (!taga_grid_editor_is_composing (self))
        {
          taga_grid_editor_take_choice (self, found);
          return;
        }
      self->pending = found;
      taga_grid_editor_queue_check (self);
      return;
    }

  taga_grid_editor_open_list (self);
  narrow_choices (self, typed, found, n_found);
}

static void
start_choice (TagaGridEditor *self, const char *typed)
{
  if (is_blank (typed))
    {
      taga_grid_editor_set_text (self, "");
      taga_grid_editor_open_choices (self);
      return;
    }

  self->original = taga_grid_editor_dup_value (self);
  taga_grid_editor_set_mode (self, TAGA_GRID_TYPING);
  follow_choice (self);
}

/* An input method that began to compose where nothing comes of it is reset. */
static void
drop_typed (TagaGridEditor *self)
{
  taga_grid_editor_set_text (self, "");
  self->reset = taga_grid_editor_is_composing (self);
  if (self->reset)
    taga_grid_editor_queue_check (self);
}

static void
start_in_cell (TagaGridEditor *self, const TagaGridColumn *column, const char *typed)
{
  gboolean is_mark = column->kind == TAGA_FIELD_MARK;

  if (!column->editable || (is_mark && !taga_grid_editor_load_choices (self)))
    {
      drop_typed (self);
      taga_grid_editor_refuse (self);
    }
  else if (is_mark)
    {
      taga_grid_editor_start_mark (self, typed);
    }
  else if (taga_grid_editor_load_choices (self))
    {
      start_choice (self, typed);
    }
  else
    {
      self->original = taga_grid_editor_dup_value (self);
      taga_grid_editor_set_mode (self, TAGA_GRID_TYPING);
      self->suggest_is_due = TRUE;
      taga_grid_editor_queue_check (self);
    }
}

static void
start_typing (TagaGridEditor *self)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self);
  g_autofree char *typed = g_strconcat (get_text (self), self->preedit, NULL);

  self->is_composed = taga_grid_editor_is_composing (self);
  if (column == NULL)
    {
      taga_grid_editor_set_text (self, "");
    }
  else if (is_blank (typed) && (self->state & GDK_SHIFT_MASK) != 0)
    {
      taga_grid_editor_set_text (self, "");
      taga_grid_select_rows (self->grid);
    }
  else if (column->editable && column->kind == TAGA_FIELD_MARK && is_blank (typed))
    {
      taga_grid_editor_set_text (self, "");
      taga_grid_editor_toggle (self);
    }
  else if (taga_grid_editor_is_rest (self, typed))
    {
      drop_typed (self);
    }
  else
    {
      start_in_cell (self, column, typed);
    }
}

/* Whatever changes the text, by typing, by an input method or by an assistive tool, comes here. */
static void
follow_typing (TagaGridEditor *self)
{
  taga_grid_editor_show_reason (self, NULL);

  if (self->mode == TAGA_GRID_IDLE)
    {
      start_typing (self);
      return;
    }

  if (*get_text (self) != '\0')
    self->is_composed = FALSE;
  if (self->mode == TAGA_GRID_CHOOSING)
    taga_grid_editor_set_mode (self, TAGA_GRID_TYPING);
  if (self->has_choices)
    {
      follow_choice (self);
    }
  else
    {
      self->suggest_is_due = TRUE;
      taga_grid_editor_queue_check (self);
    }
  taga_grid_queue_update (self->grid);
}

/**
 * taga_grid_editor_text_changed:
 * @self: an editor
 *
 * Follows what the user has done to the text.
 */
void
taga_grid_editor_text_changed (TagaGridEditor *self)
{
  if (self->mode != TAGA_GRID_IDLE || *get_text (self) != '\0')
    follow_typing (self);
}

/**
 * taga_grid_editor_preedit_changed:
 * @self: an editor
 * @preedit: what an input method is composing
 *
 * Notes what an input method composes, which isn't part of the text yet. It is followed after the
 * event: the text isn't to be touched while it takes in the composition.
 */
void
taga_grid_editor_preedit_changed (TagaGridEditor *self, const char *preedit)
{
  if (strcmp (self->preedit, preedit) == 0)
    return;

  g_free (self->preedit);
  self->preedit = g_strdup (preedit);
  self->preedit_is_new = TRUE;
  taga_grid_editor_queue_check (self);
}

static void
follow_preedit (TagaGridEditor *self)
{
  gboolean is_empty = *get_text (self) == '\0' && !taga_grid_editor_is_composing (self);

  self->preedit_is_new = FALSE;
  if (!is_empty)
    follow_typing (self);
  else if (self->is_composed)
    taga_grid_editor_cancel (self);
}

static gboolean
has_focus (TagaGridEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (self->entry);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == self->entry || focus == self->view
             || gtk_widget_is_ancestor (focus, self->entry));
}

/**
 * taga_grid_editor_check:
 * @self: an editor
 *
 * Does what was put off until an event was over: follows a composition, resets an input method
 * where nothing can be typed, takes the choice that a composed digit picks, completes what was
 * typed from earlier values, and commits when the focus has gone elsewhere.
 */
void
taga_grid_editor_check (TagaGridEditor *self)
{
  if (self->preedit_is_new)
    follow_preedit (self);

  if (self->reset)
    {
      self->reset = FALSE;
      taga_grid_editor_drop_preedit (self);
      taga_grid_editor_set_text (self, "");
    }

  if (self->pending >= 0 && self->mode == TAGA_GRID_TYPING)
    taga_grid_editor_take_choice (self, self->pending);
  self->pending = -1;

  taga_grid_editor_suggest (self);
  if (has_focus (self))
    return;

  taga_grid_editor_hide_hint (self);
  if (self->mode == TAGA_GRID_IDLE)
    return;

  if (self->mode == TAGA_GRID_CHOOSING)
    taga_grid_editor_cancel (self);
  else
    taga_grid_editor_finish (self);
}
