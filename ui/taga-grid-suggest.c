#include "taga-grid-editor.h"

/* How many earlier values the list shows: nobody looks through more. */
#define MAX_LISTED 100

static const char *
get_text (TagaGridEditor *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static int
get_length (const char *text)
{
  return (int) g_utf8_strlen (text, -1);
}

/* Asks the page for earlier values; (nullable), also where it knows none. */
static GStrv
dup_suggestions (TagaGridEditor *self, const char *typed)
{
  TagaGrid *grid = self->grid;
  const TagaGridColumn *column = taga_grid_editor_get_column (self);
  g_autoptr (TagaRecord) record = NULL;
  g_auto (GStrv) values = NULL;

  if (column == NULL || !column->editable || column->kind != TAGA_FIELD_TEXT
      || grid->handlers.suggest == NULL)
    return NULL;

  record = taga_grid_dup_cursor_record (grid);
  if (record != NULL || grid->cursor.is_new)
    values = grid->handlers.suggest (record, column->field, typed, grid->user_data);

  return values != NULL && values[0] != NULL ? g_steal_pointer (&values) : NULL;
}

/* Whether the text ends in a rest that was not typed and is still selected. */
static gboolean
has_rest (TagaGridEditor *self)
{
  const char *text = get_text (self);
  int start, end;

  return gtk_editable_get_selection_bounds (GTK_EDITABLE (self->entry), &start, &end)
         && *self->typed != '\0' && g_str_has_prefix (text, self->typed)
         && start == get_length (self->typed) && end == get_length (text);
}

/**
 * taga_grid_editor_drop_rest:
 * @self: an editor
 *
 * Takes the rest away that was added to what was typed. Called before the next letter comes in, so
 * that it stands at once where it will stay, also while an input method composes it.
 */
void
taga_grid_editor_drop_rest (TagaGridEditor *self)
{
  if (!has_rest (self))
    return;

  self->is_setting = TRUE;
  gtk_editable_delete_text (GTK_EDITABLE (self->entry), get_length (self->typed), -1);
  self->is_setting = FALSE;
}

/* The rest follows the caret and is selected, so that the next letter takes its place. */
static void
add_rest (TagaGridEditor *self, const char *rest)
{
  GtkEditable *entry = GTK_EDITABLE (self->entry);
  int place = get_length (self->typed), end = place;

  self->is_setting = TRUE;
  gtk_editable_insert_text (entry, rest, -1, &end);
  gtk_editable_select_region (entry, end, place);
  self->is_setting = FALSE;
}

/* Only what goes on at the text's end is completed: neither what has become shorter, by Backspace
 * or Delete, nor a change in its midst. */
static gboolean
has_grown (TagaGridEditor *self, const char *before)
{
  return strlen (self->typed) > strlen (before) && g_str_has_prefix (self->typed, before)
         && gtk_editable_get_position (GTK_EDITABLE (self->entry)) == get_length (self->typed);
}

static void
fill_list (TagaGridEditor *self, GStrv values)
{
  guint n = g_strv_length (values);

  for (guint i = MAX_LISTED; i < n; i++)
    g_clear_pointer (&values[i], g_free);
  taga_grid_choices_set (self->choices, (const char *const *) values);
}

/**
 * taga_grid_editor_suggest:
 * @self: an editor
 *
 * Completes what was typed from earlier values, as spreadsheets do: if only one goes on from it,
 * its rest is shown selected; of several, none is likelier to be meant than what was typed. If
 * their list is open, it follows. Never while an input method composes.
 */
void
taga_grid_editor_suggest (TagaGridEditor *self)
{
  g_autofree char *before = NULL;
  g_auto (GStrv) values = NULL;

  if (taga_grid_editor_is_composing (self))
    {
      taga_grid_editor_drop_rest (self);
      return;
    }
  if (!self->suggest_is_due)
    return;

  self->suggest_is_due = FALSE;
  if (self->has_choices || !taga_grid_editor_is_shown (self))
    return;

  before = self->typed;
  self->typed = g_strdup (get_text (self));
  if (!self->is_suggesting && (self->mode != TAGA_GRID_TYPING || !has_grown (self, before)))
    return;

  values = dup_suggestions (self, self->typed);
  if (values != NULL && values[1] == NULL && self->mode == TAGA_GRID_TYPING
      && has_grown (self, before) && g_str_has_prefix (values[0], self->typed))
    add_rest (self, values[0] + strlen (self->typed));

  if (self->is_suggesting && values != NULL)
    fill_list (self, values);
  else
    taga_grid_choices_close (self->choices);
  self->is_suggesting = self->is_suggesting && values != NULL;
}

/**
 * taga_grid_editor_open_suggestions:
 * @self: an editor
 *
 * Opens the list of earlier values of the cursor's text cell, those that go on from what has been
 * typed.
 *
 * Returns: whether there are any
 */
gboolean
taga_grid_editor_open_suggestions (TagaGridEditor *self)
{
  g_auto (GStrv) values = NULL;

  taga_grid_editor_drop_rest (self);
  values = dup_suggestions (self, get_text (self));
  if (values == NULL)
    return FALSE;

  fill_list (self, values);
  self->is_suggesting = TRUE;
  if (self->mode == TAGA_GRID_IDLE)
    {
      g_free (self->original);
      self->original = taga_grid_editor_dup_value (self);
      taga_grid_editor_set_mode (self, TAGA_GRID_CHOOSING);
    }
  taga_grid_editor_open_list (self);
  taga_grid_choices_choose (self->choices,
                            taga_grid_choices_find_label (self->choices, self->original));

  return TRUE;
}
