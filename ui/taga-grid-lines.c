#include <glib/gi18n-lib.h>

#include "taga-grid-body.h"
#include "taga-grid-editor.h"

/*
 * Notes of several lines are edited in a stock text view over the cells. What is in it is in the
 * entry as well, which typing begins in and which all else of the editor goes by.
 */

/* How many rows it covers at least, which is four lines, and at most; and how wide it is at the
 * usual text size. */
#define MIN_ROWS 3
#define MAX_ROWS 9
#define WIDTH 320

static GtkTextBuffer *
get_buffer (TagaGridEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static char *
dup_text (TagaGridEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);

  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

static void
changed_cb (TagaGridEditor *self)
{
  g_autofree char *text = NULL;

  if (self->is_setting)
    return;

  text = dup_text (self);
  taga_grid_editor_set_text (self, text);
  taga_grid_editor_show_reason (self, NULL);
  taga_grid_queue_update (self->grid);
}

static void
preedit_changed_cb (GtkTextView *view, const char *preedit, TagaGridEditor *self)
{
  taga_grid_editor_preedit_changed (self, preedit);
}

/**
 * taga_grid_editor_create_lines:
 * @self: an editor
 *
 * Makes the text view, unseen.
 */
void
taga_grid_editor_create_lines (TagaGridEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (self->view), GTK_INPUT_HINT_NO_EMOJI);
  g_signal_connect_swapped (get_buffer (self), "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (taga_grid_editor_queue_check), self);
  gtk_widget_add_controller (self->view, focus);

  self->lines = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (self->lines, "gridlines");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->lines), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->lines), self->view);
  gtk_widget_set_parent (self->lines, self->body);
  gtk_widget_set_visible (self->lines, FALSE);
}

/**
 * taga_grid_editor_free_lines:
 * @self: an editor
 *
 * Removes the text view.
 */
void
taga_grid_editor_free_lines (TagaGridEditor *self)
{
  g_signal_handlers_disconnect_by_data (get_buffer (self), self);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_pointer (&self->lines, gtk_widget_unparent);
}

/**
 * taga_grid_editor_has_lines:
 * @self: an editor
 *
 * Says whether a note is being edited line by line.
 *
 * Returns: whether the text view is open
 */
gboolean
taga_grid_editor_has_lines (TagaGridEditor *self)
{
  return gtk_widget_get_visible (self->lines);
}

/**
 * taga_grid_editor_open_lines:
 * @self: an editor in which a note is being edited
 *
 * Goes on in several lines, with the caret where it was.
 */
void
taga_grid_editor_open_lines (TagaGridEditor *self)
{
  GtkEditable *entry = GTK_EDITABLE (self->entry);
  GtkTextIter caret;

  if (taga_grid_editor_has_lines (self))
    return;

  self->is_setting = TRUE;
  gtk_text_buffer_set_text (get_buffer (self), gtk_editable_get_text (entry), -1);
  self->is_setting = FALSE;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &caret, gtk_editable_get_position (entry));
  gtk_text_buffer_place_cursor (get_buffer (self), &caret);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  taga_grid_editor_get_column (self)->title, -1);
  self->is_composed = FALSE;
  gtk_widget_set_visible (self->lines, TRUE);
  gtk_widget_grab_focus (self->view);
  taga_grid_queue_update (self->grid);
}

/**
 * taga_grid_editor_close_lines:
 * @self: an editor
 *
 * Closes the text view. The focus goes back to the entry if it was there.
 */
void
taga_grid_editor_close_lines (TagaGridEditor *self)
{
  gboolean has_focus = gtk_widget_is_focus (self->view);

  if (!taga_grid_editor_has_lines (self))
    return;

  if (has_focus)
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  gtk_widget_set_visible (self->lines, FALSE);
}

/**
 * taga_grid_editor_break_line:
 * @self: an editor in which something is being entered
 *
 * Begins a new line, as Alt+Enter does in spreadsheets. Only notes have several.
 */
void
taga_grid_editor_break_line (TagaGridEditor *self)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self);

  if (column == NULL || !taga_grid_editor_is_shown (self))
    return;

  if (column->kind != TAGA_FIELD_NOTE)
    {
      taga_grid_editor_show_hint (self, _ ("This column takes one line only."));
      return;
    }

  taga_grid_editor_set_mode (self, TAGA_GRID_EDITING);
  taga_grid_editor_open_lines (self);
  taga_grid_editor_insert_lines (self, "\n");
}

/**
 * taga_grid_editor_insert_lines:
 * @self: an editor whose text view is open
 * @text: a text
 *
 * Puts a text where the caret is, in the place of what is selected.
 */
void
taga_grid_editor_insert_lines (TagaGridEditor *self, const char *text)
{
  gtk_text_buffer_delete_selection (get_buffer (self), TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (get_buffer (self), text, -1);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view),
                                      gtk_text_buffer_get_insert (get_buffer (self)));
}

/**
 * taga_grid_editor_allocate_lines:
 * @self: an editor
 * @cell: where the cursor's cell stands in the body
 * @width: width of the body
 * @height: its height
 *
 * Places the text view over its cell, as high as its text needs and inside the body.
 */
void
taga_grid_editor_allocate_lines (TagaGridEditor *self,
                                 const GdkRectangle *cell,
                                 int width,
                                 int height)
{
  int row = self->grid->row_height;
  int wide = MIN (MAX (cell->width, (int) (WIDTH * self->grid->scale)), width);
  int high, minimum;

  if (!taga_grid_editor_has_lines (self))
    return;

  gtk_widget_measure (self->lines, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  wide = MAX (wide, minimum);
  gtk_widget_measure (self->view, GTK_ORIENTATION_VERTICAL, wide - 4, NULL, &high, NULL, NULL);
  high = MIN (CLAMP (high + row / 3, row * MIN_ROWS, row * MAX_ROWS), height);
  gtk_widget_measure (self->lines, GTK_ORIENTATION_VERTICAL, wide, &minimum, NULL, NULL, NULL);
  high = MAX (high, minimum);

  gtk_widget_size_allocate (self->lines,
                            &(GtkAllocation){ MAX (MIN (cell->x, width - wide), 0),
                                              MAX (MIN (cell->y, height - high), 0), wide, high },
                            -1);
}
