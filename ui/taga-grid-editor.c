#include "taga-grid-editor.h"

#include <glib/gi18n-lib.h>

#include "taga-grid-body.h"

#define REASON_WIDTH 36

/* How much of a text is measured to see whether it fits: far more than fits. */
#define MAX_MEASURED 1000

static void
changed_cb (GtkEditable *editable, TagaGridEditor *self)
{
  if (!self->is_setting)
    taga_grid_editor_text_changed (self);
}

static void
preedit_changed_cb (GtkText *text, const char *preedit, TagaGridEditor *self)
{
  taga_grid_editor_preedit_changed (self, preedit);
}

static gboolean
check_cb (gpointer user_data)
{
  TagaGridEditor *self = user_data;

  self->check_id = 0;
  taga_grid_editor_check (self);

  return G_SOURCE_REMOVE;
}

/**
 * taga_grid_editor_queue_check:
 * @self: an editor
 *
 * Has the editor look at where it stands once the present event is over, still before the next
 * frame: within an event, input method and focus are between two states.
 */
void
taga_grid_editor_queue_check (TagaGridEditor *self)
{
  if (self->check_id == 0)
    self->check_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, check_cb, self, NULL);
}

static void
picked_cb (const char *label, gpointer user_data)
{
  TagaGridEditor *self = user_data;

  taga_grid_editor_set_text (self, label);
  taga_grid_editor_finish (self);
}

static void
create_entry (TagaGridEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  self->text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  gtk_widget_add_css_class (self->entry, "grideditor");
  gtk_entry_set_has_frame (GTK_ENTRY (self->entry), FALSE);
  gtk_entry_set_input_hints (GTK_ENTRY (self->entry), GTK_INPUT_HINT_NO_EMOJI);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 1);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->text, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (taga_grid_editor_queue_check), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_parent (self->entry, self->body);
}

static void
create_reason (TagaGridEditor *self)
{
  self->reason_label = g_object_new (
      GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "max-width-chars",
      REASON_WIDTH, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "xalign", 0.0, NULL);

  self->reason = gtk_popover_new ();
  gtk_widget_add_css_class (self->reason, "gridreason");
  gtk_popover_set_autohide (GTK_POPOVER (self->reason), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->reason), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->reason), self->reason_label);
  gtk_widget_set_parent (self->reason, self->body);
}

/**
 * taga_grid_editor_new:
 * @grid: the grid
 * @body: the part of it that holds the cells
 *
 * Makes the editor. Both must outlive it.
 *
 * Returns: (transfer full): the editor
 */
TagaGridEditor *
taga_grid_editor_new (TagaGrid *grid, GtkWidget *body)
{
  TagaGridEditor *self = g_new0 (TagaGridEditor, 1);

  self->grid = grid;
  self->body = body;
  self->preedit = g_strdup ("");
  self->typed = g_strdup ("");
  self->pending = -1;
  create_entry (self);
  taga_grid_editor_create_lines (self);
  create_reason (self);
  self->choices = taga_grid_choices_new (body, picked_cb, self);
  self->mode = TAGA_GRID_EDITING;
  taga_grid_editor_set_mode (self, TAGA_GRID_IDLE);

  return self;
}

/**
 * taga_grid_editor_free:
 * @self: an editor
 *
 * Removes the editor's widgets from the body and frees it.
 */
void
taga_grid_editor_free (TagaGridEditor *self)
{
  self->is_setting = TRUE;
  g_clear_handle_id (&self->check_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->text, self);
  g_signal_handlers_disconnect_by_data (self->entry, self);
  g_clear_pointer (&self->choices, taga_grid_choices_free);
  taga_grid_editor_free_lines (self);
  g_clear_pointer (&self->reason, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);

  g_free (self->original);
  g_free (self->preedit);
  g_free (self->name);
  g_free (self->extent);
  g_free (self->typed);
  g_free (self->taken);
  g_free (self);
}

/**
 * taga_grid_editor_get_widget:
 * @self: an editor
 *
 * Gets the entry.
 *
 * Returns: (transfer none): the entry
 */
GtkWidget *
taga_grid_editor_get_widget (TagaGridEditor *self)
{
  return self->entry;
}

/**
 * taga_grid_editor_grab_focus:
 * @self: an editor
 *
 * Gives the entry the focus, which is what makes the grid take keys.
 *
 * Returns: whether it has the focus
 */
gboolean
taga_grid_editor_grab_focus (TagaGridEditor *self)
{
  if (taga_grid_editor_has_lines (self))
    return gtk_widget_grab_focus (self->view);

  return gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
}

/**
 * taga_grid_editor_set_mode:
 * @self: an editor
 * @mode: what it shall do
 *
 * Shows or hides the entry. Hidden, it stays on its cell and keeps the focus, but lets the pointer
 * through and doesn't take undo away from the program.
 */
void
taga_grid_editor_set_mode (TagaGridEditor *self, TagaGridMode mode)
{
  gboolean shown;

  if (self->mode == mode)
    return;

  self->mode = mode;
  shown = taga_grid_editor_is_shown (self);
  gtk_widget_set_opacity (self->entry, shown ? 1.0 : 0.0);
  gtk_widget_set_can_target (self->entry, shown);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), shown);
  if (mode != TAGA_GRID_IDLE)
    {
      self->grid->reveal = TAGA_GRID_REVEAL_CELL;
      taga_grid_cursor_reveal (self->grid);
    }
  else
    {
      taga_grid_choices_close (self->choices);
      taga_grid_editor_close_lines (self);
      self->has_choices = self->is_suggesting = self->suggest_is_due = FALSE;
      self->is_composed = FALSE;
      self->pending = -1;
      g_free (self->typed);
      self->typed = g_strdup ("");
    }
  taga_grid_queue_update (self->grid);
}

/**
 * taga_grid_editor_set_text:
 * @self: an editor
 * @text: a text
 *
 * Puts a text into the entry, as if it had not been typed, with the caret at its end.
 */
void
taga_grid_editor_set_text (TagaGridEditor *self, const char *text)
{
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_setting = FALSE;
}

/**
 * taga_grid_editor_is_shown:
 * @self: an editor
 *
 * Says whether the entry shows.
 *
 * Returns: whether a text is being entered
 */
gboolean
taga_grid_editor_is_shown (TagaGridEditor *self)
{
  return self->mode == TAGA_GRID_TYPING || self->mode == TAGA_GRID_EDITING;
}

/**
 * taga_grid_editor_is_composing:
 * @self: an editor
 *
 * Says whether an input method is composing; then keys are its own.
 *
 * Returns: whether there is text that is not committed yet
 */
gboolean
taga_grid_editor_is_composing (TagaGridEditor *self)
{
  return *self->preedit != '\0';
}

/**
 * taga_grid_editor_drop_preedit:
 * @self: an editor
 *
 * Makes an input method end what it is composing. It may add it to the text or drop it.
 */
void
taga_grid_editor_drop_preedit (TagaGridEditor *self)
{
  if (!taga_grid_editor_is_composing (self))
    return;

  /* A text resets its input method when it becomes read-only; there is no other way to ask for it.
   */
  self->is_setting = TRUE;
  gtk_text_view_reset_im_context (GTK_TEXT_VIEW (self->view));
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), TRUE);
  self->is_setting = FALSE;

  g_free (self->preedit);
  self->preedit = g_strdup ("");
}

/* What the cursor's cell says, or `NULL` if it is out of view and has been named before: a lazy
 * list isn't asked for it again and again while it is out of view. */
static char *
dup_cell_text (TagaGridEditor *self)
{
  const TagaGridCursor *cursor = &self->grid->cursor;
  TagaGridRow *row =
      taga_grid_pool_get_row (taga_grid_body_get_pool (self->grid->body), cursor->cell.row);
  TagaGridCellView *cell = NULL;

  if (row != NULL)
    cell = taga_grid_row_get_cell (row, cursor->cell.slot);
  if (cell != NULL)
    return g_strdup (taga_grid_cell_view_get_text (cell));
  if (taga_grid_place_equal (self->named, cursor->cell) && self->named_id == cursor->id)
    return NULL;

  return taga_grid_editor_dup_value (self);
}

/* The focus is always in the entry: its name is what a screen reader says when the cursor moves. */
static void
update_name (TagaGridEditor *self)
{
  const TagaGridCursor *cursor = &self->grid->cursor;
  const TagaGridColumn *column = taga_grid_editor_get_column (self);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (column != NULL)
    text = dup_cell_text (self);
  if (text == NULL)
    return;

  if (cursor->is_new)
    name = g_strdup_printf (_ ("%s: empty, new row"), column->title);
  else
    name = g_strdup_printf (_ ("%s: %s, row %u"), column->title, *text != '\0' ? text : _ ("empty"),
                            cursor->cell.row + 1);
  self->named = cursor->cell;
  self->named_id = cursor->id;
  if (g_strcmp0 (name, self->name) == 0)
    return;

  g_free (self->name);
  self->name = g_steal_pointer (&name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
}

/* What is marked in the open list, or else what the range reaches over; (nullable). */
static char *
dup_extent (TagaGridEditor *self)
{
  TagaGrid *grid = self->grid;
  TagaGridRange range;
  int chosen;

  if (taga_grid_choices_is_open (self->choices))
    {
      chosen = taga_grid_choices_get_chosen (self->choices);
      return chosen >= 0 ? taga_grid_choices_dup_spoken (self->choices, chosen) : NULL;
    }

  if (!taga_grid_cursor_has_many (grid) || !taga_grid_cursor_get_range (grid, &range))
    return NULL;

  return g_strdup_printf (_ ("Selected: rows %u to %u, “%s” to “%s”"), range.first_row + 1,
                          range.last_row + 1,
                          taga_grid_layout_get_column (&grid->layout, range.first_column)->title,
                          taga_grid_layout_get_column (&grid->layout, range.last_column)->title);
}

/**
 * taga_grid_editor_describe:
 * @self: an editor
 *
 * Tells screen readers, which stay with the entry, what the list marks or how far the range
 * reaches now.
 */
void
taga_grid_editor_describe (TagaGridEditor *self)
{
  g_autofree char *extent = NULL;

  if (gtk_widget_get_visible (self->reason))
    return;

  extent = dup_extent (self);
  if (g_strcmp0 (extent, self->extent) == 0)
    return;

  g_free (self->extent);
  self->extent = g_steal_pointer (&extent);
  if (self->extent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->extent, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * taga_grid_editor_update:
 * @self: an editor
 *
 * Follows the cursor and the rows. Called before the body is laid out.
 */
void
taga_grid_editor_update (TagaGridEditor *self)
{
  update_name (self);
  taga_grid_editor_describe (self);
}

/* While a text is typed that its column is too narrow for, the entry grows to the right. */
static int
get_entry_width (TagaGridEditor *self, const GdkRectangle *cell, int view_width)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *all = NULL;
  int width, room = (int) (28 * self->grid->scale);

  if (!taga_grid_editor_is_shown (self))
    return cell->width;

  all = g_strconcat (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->preedit, NULL);
  if (strlen (all) > MAX_MEASURED)
    return MAX (cell->width, view_width - cell->x);

  layout = gtk_widget_create_pango_layout (self->entry, all);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return MAX (cell->width, MIN (width + room, view_width - cell->x));
}

/**
 * taga_grid_editor_allocate:
 * @self: an editor
 * @width: width of the body
 * @height: its height
 *
 * Places the entry on the cursor's cell, and what is open at it.
 */
void
taga_grid_editor_allocate (TagaGridEditor *self, int width, int height)
{
  GdkRectangle cell = { 0, 0, 1, self->grid->row_height };
  int min_width, min_height;

  if (self->grid->cursor.is_set)
    taga_grid_body_get_cell_rect (self->grid->body, self->grid->cursor.cell.row,
                                  self->grid->cursor.cell.slot, &cell);
  cell.width = get_entry_width (self, &cell, width);

  gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, &min_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->entry,
                            &(GtkAllocation){ cell.x, cell.y, MAX (cell.width, min_width),
                                              MAX (cell.height, min_height) },
                            -1);

  taga_grid_editor_allocate_lines (self, &cell, width, height);
  taga_grid_choices_place (self->choices, &cell);
  if (gtk_widget_get_visible (self->reason))
    {
      gtk_popover_set_pointing_to (GTK_POPOVER (self->reason), &cell);
      gtk_popover_present (GTK_POPOVER (self->reason));
    }
}
