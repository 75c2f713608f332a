#include <glib/gi18n-lib.h>

#include "taga-grid-editor.h"

/* What the editor says beside a cell, and why. */

/* Both below the cell, the text and the list would stand on each other. */
static void
show_beside (TagaGridEditor *self, const char *text)
{
  gtk_popover_set_position (GTK_POPOVER (self->reason), taga_grid_choices_is_open (self->choices)
                                                            ? GTK_POS_TOP
                                                            : GTK_POS_BOTTOM);
  gtk_label_set_text (GTK_LABEL (self->reason_label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_popover_popup (GTK_POPOVER (self->reason));
  taga_grid_queue_update (self->grid);
}

/**
 * taga_grid_editor_show_reason:
 * @self: an editor
 * @reason: (nullable): why the value is refused, or `NULL` once it isn't
 *
 * Shows beside the cell why its value is refused.
 */
void
taga_grid_editor_show_reason (TagaGridEditor *self, const char *reason)
{
  if (reason == NULL)
    {
      if (!gtk_widget_get_visible (self->reason))
        return;

      gtk_popover_popdown (GTK_POPOVER (self->reason));
      gtk_widget_remove_css_class (self->reason, "hint");
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      g_clear_pointer (&self->extent, g_free);
      return;
    }

  gtk_widget_remove_css_class (self->reason, "hint");
  gtk_widget_add_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  show_beside (self, reason);
}

/**
 * taga_grid_editor_show_hint:
 * @self: an editor in whose cell nothing is being entered
 * @hint: what helps with the cell
 *
 * Shows something beside the cell that is no error, until the cursor moves or Esc is pressed.
 */
void
taga_grid_editor_show_hint (TagaGridEditor *self, const char *hint)
{
  gtk_widget_add_css_class (self->reason, "hint");
  show_beside (self, hint);
}

/**
 * taga_grid_editor_hide_hint:
 * @self: an editor
 *
 * Takes away what is shown beside the cell, if it is no error.
 *
 * Returns: whether there was something
 */
gboolean
taga_grid_editor_hide_hint (TagaGridEditor *self)
{
  if (!gtk_widget_has_css_class (self->reason, "hint"))
    return FALSE;

  taga_grid_editor_show_reason (self, NULL);
  return TRUE;
}

/**
 * taga_grid_editor_refuse:
 * @self: an editor
 *
 * Says why nothing can be entered into the cursor's cell that way.
 */
void
taga_grid_editor_refuse (TagaGridEditor *self)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self);
  g_autofree char *reason = NULL;

  if (column == NULL)
    return;

  if (!column->editable)
    reason = g_strdup_printf (_ ("“%s” follows from other columns and can't be entered."),
                              column->title);
  else
    reason = g_strdup_printf (_ ("“%s” takes a mark only: press Space, or type Yes or No."),
                              column->title);

  taga_grid_emit (self->grid, TAGA_GRID_REFUSED, reason);
}

/**
 * taga_grid_editor_has_several_left:
 * @self: an editor
 *
 * Says whether what was typed fits several choices, none of which it is.
 *
 * Returns: whether one of them is yet to be chosen
 */
gboolean
taga_grid_editor_has_several_left (TagaGridEditor *self)
{
  return self->has_choices && taga_grid_choices_is_open (self->choices)
         && taga_grid_choices_count_found (self->choices) > 1;
}

/* "3, 2, 1": levels are few and short enough to be named. */
static char *
dup_labels (TagaGridEditor *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (guint i = 0; i < taga_grid_choices_get_n (self->choices); i++)
    {
      g_autofree char *label = taga_grid_choices_dup_label (self->choices, (int) i);

      g_strv_builder_add (builder, label);
    }
  labels = g_strv_builder_end (builder);

  return g_strjoinv (_ (", "), labels);
}

static char *
dup_no_choice (TagaGridEditor *self, const char *text)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self);
  g_autofree char *labels = NULL;

  if (taga_grid_editor_has_several_left (self))
    return g_strdup_printf (_ ("“%s” may be several. Choose one with the arrow keys."), text);
  if (column->kind != TAGA_FIELD_LEVEL && column->kind != TAGA_FIELD_MARK)
    return g_strdup_printf (_ ("“%s” is not in the list. Press Alt+Down to see it."), text);

  labels = dup_labels (self);
  return g_strdup_printf (_ ("“%s” can't be entered here. Possible: %s. Alt+Down shows the list."),
                          text, labels);
}

/**
 * taga_grid_editor_refuse_no_choice:
 * @self: an editor
 * @text: what was entered
 *
 * Refuses what the list of a cell doesn't have, before the page is asked, and says what it has.
 *
 * Returns: whether it was refused
 */
gboolean
taga_grid_editor_refuse_no_choice (TagaGridEditor *self, const char *text)
{
  g_autofree char *reason = NULL;

  if (!self->has_choices || *text == '\0'
      || taga_grid_choices_find_label (self->choices, text) >= 0)
    return FALSE;

  reason = dup_no_choice (self, text);
  taga_grid_editor_show_reason (self, reason);
  return TRUE;
}

/**
 * taga_grid_editor_explain:
 * @self: an editor
 *
 * Shows beside the cursor's cell what its value means, as the pointer does that rests on it; of a
 * text that means nothing more, the whole.
 */
void
taga_grid_editor_explain (TagaGridEditor *self)
{
  TagaGrid *grid = self->grid;
  const TagaGridColumn *column = taga_grid_editor_get_column (self);
  g_autoptr (TagaRecord) record = taga_grid_dup_cursor_record (grid);
  g_autofree char *text = NULL;

  if (record != NULL && grid->handlers.describe != NULL)
    text = grid->handlers.describe (record, column->field, grid->user_data);
  if (text == NULL)
    text = taga_grid_editor_dup_value (self);
  if (column != NULL)
    taga_grid_editor_show_hint (self, *text != '\0' ? text : _ ("Nothing is entered here yet."));
}
