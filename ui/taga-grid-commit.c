#include <glib/gi18n-lib.h>

#include "taga-grid-body.h"
#include "taga-grid-editor.h"

/**
 * taga_grid_editor_get_column:
 * @self: an editor
 *
 * Gets the column of the cursor.
 *
 * Returns: (transfer none) (nullable): the column, or `NULL` if there is no cursor
 */
const TagaGridColumn *
taga_grid_editor_get_column (TagaGridEditor *self)
{
  TagaGrid *grid = self->grid;

  if (!grid->cursor.is_set)
    return NULL;

  return taga_grid_layout_get_column (&grid->layout, grid->cursor.cell.slot);
}

/**
 * taga_grid_editor_dup_value:
 * @self: an editor
 *
 * Gets the text that editing the cursor's cell begins with.
 *
 * Returns: (transfer full): the text
 */
char *
taga_grid_editor_dup_value (TagaGridEditor *self)
{
  TagaGrid *grid = self->grid;
  const TagaGridColumn *column = taga_grid_editor_get_column (self);
  g_autoptr (TagaRecord) record = taga_grid_dup_cursor_record (grid);
  TagaGridCell cell = { NULL, NULL, FALSE };
  char *text = NULL;

  if (record == NULL)
    return g_strdup ("");

  if (grid->handlers.edit_text != NULL)
    text = grid->handlers.edit_text (record, column->field, grid->user_data);
  if (text != NULL)
    return text;

  if (grid->handlers.format != NULL)
    grid->handlers.format (record, column->field, &cell, grid->user_data);

  return cell.text != NULL ? cell.text : g_strdup ("");
}

/**
 * taga_grid_editor_commit:
 * @self: an editor
 * @text: what was entered
 *
 * Has the page put a text into the record at the cursor. If it refuses, the reason shows beside the
 * cell.
 *
 * Returns: whether the text was taken
 */
gboolean
taga_grid_editor_commit (TagaGridEditor *self, const char *text)
{
  TagaGrid *grid = self->grid;
  const TagaGridColumn *column = taga_grid_editor_get_column (self);
  g_autoptr (TagaRecord) record = taga_grid_dup_cursor_record (grid);
  g_autoptr (GError) error = NULL;
  guint row = grid->cursor.cell.row;
  gboolean taken;

  if ((record == NULL && !grid->cursor.is_new) || grid->handlers.commit == NULL)
    return TRUE;

  if (record == NULL)
    taken = taga_grid_commit_new_row (grid, column->field, text, &error);
  else
    taken = grid->handlers.commit (record, column->field, text, grid->user_data, &error);
  if (!taken)
    {
      taga_grid_editor_show_reason (self, error != NULL ? error->message
                                                        : _ ("This value can't be entered here."));
      /* What is typed next takes the place of what was refused. */
      if (self->mode != TAGA_GRID_IDLE)
        gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
      return FALSE;
    }

  taga_grid_pool_set_stale (taga_grid_body_get_pool (grid->body), row, 1);
  return TRUE;
}

/**
 * taga_grid_editor_toggle:
 * @self: an editor
 *
 * Switches the mark at the cursor.
 */
void
taga_grid_editor_toggle (TagaGridEditor *self)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self);
  g_autoptr (TagaRecord) record = taga_grid_dup_cursor_record (self->grid);

  if (column == NULL)
    return;

  taga_grid_editor_commit (
      self, record != NULL && taga_record_get_number (record, column->field) == 1 ? "0" : "1");
}

/**
 * taga_grid_editor_begin:
 * @self: an editor
 *
 * Begins to edit the cursor's cell in place: switches a mark, opens the list of a choice, and shows
 * any other value with the caret at its end.
 */
void
taga_grid_editor_begin (TagaGridEditor *self)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self);

  if (column == NULL || self->mode == TAGA_GRID_EDITING)
    return;

  if (self->mode == TAGA_GRID_TYPING)
    {
      taga_grid_editor_set_mode (self, TAGA_GRID_EDITING);
      return;
    }

  if (!column->editable)
    {
      taga_grid_editor_refuse (self);
    }
  else if (column->kind == TAGA_FIELD_MARK)
    {
      taga_grid_editor_toggle (self);
    }
  else if (taga_grid_editor_load_choices (self))
    {
      taga_grid_editor_open_choices (self);
    }
  else
    {
      taga_grid_choices_close (self->choices);
      self->is_suggesting = FALSE;
      g_free (self->original);
      self->original = taga_grid_editor_dup_value (self);
      taga_grid_editor_set_text (self, self->original);
      taga_grid_editor_set_mode (self, TAGA_GRID_EDITING);
      if (column->kind == TAGA_FIELD_NOTE && strchr (self->original, '\n') != NULL)
        taga_grid_editor_open_lines (self);
    }
}

/**
 * taga_grid_editor_begin_empty:
 * @self: an editor
 *
 * Begins to edit the cursor's cell with nothing in it.
 */
void
taga_grid_editor_begin_empty (TagaGridEditor *self)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self);

  if (column == NULL)
    return;

  if (!column->editable || column->kind == TAGA_FIELD_MARK)
    {
      taga_grid_editor_refuse (self);
      return;
    }

  taga_grid_editor_begin (self);
  if (self->mode != TAGA_GRID_EDITING)
    return;

  taga_grid_editor_close_lines (self);
  taga_grid_editor_set_text (self, "");
  taga_grid_editor_set_mode (self, TAGA_GRID_TYPING);
}

/**
 * taga_grid_editor_begin_with:
 * @self: an editor
 * @text: a text
 *
 * Puts a text into the cursor's cell as if it had been typed. It is kept or dropped like one.
 */
void
taga_grid_editor_begin_with (TagaGridEditor *self, const char *text)
{
  if (self->mode == TAGA_GRID_IDLE)
    {
      self->original = taga_grid_editor_dup_value (self);
      taga_grid_editor_set_mode (self, TAGA_GRID_TYPING);
    }

  taga_grid_editor_drop_preedit (self);
  taga_grid_editor_show_reason (self, NULL);
  taga_grid_editor_set_text (self, text);
}

/* What the entry and the list say together: what is marked in the list, or else the text; `NULL`
 * if the list was opened and nothing done with it. */
static char *
dup_entered (TagaGridEditor *self)
{
  int chosen = -1;

  if ((self->has_choices || self->is_suggesting) && taga_grid_choices_is_open (self->choices))
    chosen = taga_grid_choices_get_chosen (self->choices);
  if (chosen >= 0)
    return taga_grid_choices_dup_label (self->choices, chosen);
  if (self->mode == TAGA_GRID_CHOOSING)
    return NULL;

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Refused, a text stays in the cell, to be mended; what it could be stays in sight. */
static void
keep_text (TagaGridEditor *self, const char *text)
{
  if (!taga_grid_editor_has_several_left (self))
    taga_grid_choices_close (self->choices);
  taga_grid_editor_set_text (self, text);
  taga_grid_editor_set_mode (self, TAGA_GRID_EDITING);
}

/**
 * taga_grid_editor_finish:
 * @self: an editor
 *
 * Ends editing and keeps what was entered. What is as it was isn't committed, so that no step of
 * history comes of it.
 *
 * Returns: whether editing has ended; if not, the value was refused and stands in the cell with the
 *   reason beside it
 */
gboolean
taga_grid_editor_finish (TagaGridEditor *self)
{
  g_autofree char *text = NULL;

  if (self->mode == TAGA_GRID_IDLE)
    return TRUE;

  taga_grid_editor_drop_preedit (self);
  text = dup_entered (self);
  if (text != NULL && g_strcmp0 (text, self->original) != 0
      && (taga_grid_editor_refuse_no_choice (self, text) || !taga_grid_editor_commit (self, text)))
    {
      keep_text (self, text);
      return FALSE;
    }

  taga_grid_editor_cancel (self);
  return TRUE;
}

/**
 * taga_grid_editor_finish_range:
 * @self: an editor
 *
 * Ends editing and has the page put what was entered into every cell of the range; if that has one
 * cell only, as taga_grid_editor_finish() does. What is as it was is put into the others, too.
 *
 * Returns: whether editing has ended
 */
gboolean
taga_grid_editor_finish_range (TagaGridEditor *self)
{
  g_autofree char *original = NULL;
  g_autofree char *text = NULL;

  if (self->mode == TAGA_GRID_IDLE || !taga_grid_cursor_has_many (self->grid)
      || self->grid->cursor.is_new)
    return taga_grid_editor_finish (self);

  taga_grid_editor_drop_preedit (self);
  text = dup_entered (self);
  if (text == NULL)
    text = g_strdup (self->original);
  if (taga_grid_editor_refuse_no_choice (self, text))
    {
      keep_text (self, text);
      return FALSE;
    }

  /* A page that ends all editing before it does anything must not enter the text twice. */
  taga_grid_editor_show_reason (self, NULL);
  original = g_steal_pointer (&self->original);
  self->original = g_strdup (text);
  taga_grid_emit (self->grid, TAGA_GRID_FILL_TEXT_REQUESTED, text);
  g_free (self->original);
  self->original = g_steal_pointer (&original);
  if (gtk_widget_get_visible (self->reason))
    {
      keep_text (self, text);
      return FALSE;
    }

  taga_grid_editor_cancel (self);
  return TRUE;
}

/**
 * taga_grid_editor_cancel:
 * @self: an editor
 *
 * Ends editing and drops what was entered.
 */
void
taga_grid_editor_cancel (TagaGridEditor *self)
{
  taga_grid_editor_show_reason (self, NULL);
  g_clear_pointer (&self->original, g_free);
  if (self->mode == TAGA_GRID_IDLE)
    return;

  taga_grid_editor_drop_preedit (self);
  taga_grid_editor_set_text (self, "");
  taga_grid_editor_set_mode (self, TAGA_GRID_IDLE);
}
