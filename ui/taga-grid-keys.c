#include "taga-grid-body.h"
#include "taga-grid-editor.h"
#include "taga-grid-header.h"
#include "taga-grid-private.h"

#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
  TagaGridSignal signal;
} RequestKey;

/* What the page does with the range. */
static const RequestKey request_keys[] = {
  { GDK_KEY_Delete, 0, TAGA_GRID_CLEAR_REQUESTED },
  { GDK_KEY_c, GDK_CONTROL_MASK, TAGA_GRID_COPY_REQUESTED },
  { GDK_KEY_Insert, GDK_CONTROL_MASK, TAGA_GRID_COPY_REQUESTED },
  { GDK_KEY_x, GDK_CONTROL_MASK, TAGA_GRID_CUT_REQUESTED },
  { GDK_KEY_Delete, GDK_SHIFT_MASK, TAGA_GRID_CUT_REQUESTED },
  { GDK_KEY_v, GDK_CONTROL_MASK, TAGA_GRID_PASTE_REQUESTED },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, TAGA_GRID_PASTE_REQUESTED },
  { GDK_KEY_d, GDK_CONTROL_MASK, TAGA_GRID_FILL_DOWN_REQUESTED },
  { GDK_KEY_r, GDK_CONTROL_MASK, TAGA_GRID_FILL_RIGHT_REQUESTED },
  { GDK_KEY_plus, GDK_CONTROL_MASK, TAGA_GRID_INSERT_REQUESTED },
  { GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK, TAGA_GRID_INSERT_REQUESTED },
  { GDK_KEY_minus, GDK_CONTROL_MASK, TAGA_GRID_REMOVE_REQUESTED },
};

/* The keypad's keys do what the others do, and letters are the same with Caps Lock. */
static guint
normalize (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_KP_Left:
      return GDK_KEY_Left;
    case GDK_KEY_KP_Right:
      return GDK_KEY_Right;
    case GDK_KEY_KP_Up:
      return GDK_KEY_Up;
    case GDK_KEY_KP_Down:
      return GDK_KEY_Down;
    case GDK_KEY_KP_Page_Up:
      return GDK_KEY_Page_Up;
    case GDK_KEY_KP_Page_Down:
      return GDK_KEY_Page_Down;
    case GDK_KEY_KP_Home:
      return GDK_KEY_Home;
    case GDK_KEY_KP_End:
      return GDK_KEY_End;
    case GDK_KEY_KP_Delete:
      return GDK_KEY_Delete;
    case GDK_KEY_KP_Insert:
      return GDK_KEY_Insert;
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return GDK_KEY_Return;
    case GDK_KEY_ISO_Left_Tab:
    case GDK_KEY_KP_Tab:
      return GDK_KEY_Tab;
    case GDK_KEY_KP_Add:
      return GDK_KEY_plus;
    case GDK_KEY_KP_Subtract:
      return GDK_KEY_minus;
    default:
      return gdk_keyval_to_lower (keyval);
    }
}

static gboolean
press_space (TagaGrid *self, GdkModifierType modifiers)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self->editor);

  if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    taga_grid_select_everything (self);
  else if (modifiers == GDK_CONTROL_MASK)
    taga_grid_select_columns (self);
  else if (modifiers == GDK_SHIFT_MASK)
    taga_grid_select_rows (self);
  else if (modifiers == 0 && column != NULL && column->editable && column->kind == TAGA_FIELD_MARK)
    taga_grid_editor_toggle (self->editor);
  else
    return FALSE;

  return TRUE;
}

static void
show_menu (TagaGrid *self)
{
  GdkRectangle rect;

  if (!self->cursor.is_set)
    return;

  taga_grid_body_get_cell_rect (self->body, self->cursor.cell.row, self->cursor.cell.slot, &rect);
  rect.y += gtk_widget_get_height (GTK_WIDGET (self->header));
  taga_grid_emit (self, TAGA_GRID_CONTEXT_MENU, &rect);
}

/* As many rows are inserted as are selected. Into the new row one can only paste. */
static void
emit_request (TagaGrid *self, TagaGridSignal signal)
{
  TagaGridRange range;

  if (!taga_grid_get_range (self, &range)
      || (range.first_row >= self->n_rows && signal != TAGA_GRID_PASTE_REQUESTED))
    return;

  if (signal == TAGA_GRID_INSERT_REQUESTED)
    taga_grid_emit (self, signal, range.last_row - range.first_row + 1);
  else
    taga_grid_emit (self, signal);
}

static gboolean
press_request_key (TagaGrid *self, guint keyval, GdkModifierType modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (request_keys); i++)
    if (request_keys[i].keyval == keyval && request_keys[i].modifiers == modifiers)
      {
        emit_request (self, request_keys[i].signal);
        return TRUE;
      }

  return FALSE;
}

/* With Ctrl, it goes back to the cursor from wherever the view was scrolled to. */
static void
press_backspace (TagaGrid *self, GdkModifierType modifiers)
{
  if ((modifiers & GDK_CONTROL_MASK) == 0)
    {
      taga_grid_editor_begin_empty (self->editor);
      return;
    }

  self->reveal = TAGA_GRID_REVEAL_CELL;
  taga_grid_cursor_reveal (self);
  taga_grid_queue_update (self);
}

/* While nothing is entered. What isn't named here goes on: letters to the entry, which begins
 * typing, and shortcuts to the window. */
static gboolean
press_idle_key (TagaGrid *self, guint keyval, GdkModifierType modifiers)
{
  TagaGridMove move;

  if (taga_grid_find_move (keyval, modifiers, &move))
    {
      taga_grid_move (self, move, (modifiers & GDK_SHIFT_MASK) != 0);
      return TRUE;
    }
  if (modifiers == GDK_ALT_MASK)
    return taga_grid_press_alt_key (self, keyval);
  if (press_request_key (self, keyval, modifiers))
    return TRUE;

  switch (keyval)
    {
    case GDK_KEY_F2:
      if (modifiers == GDK_SHIFT_MASK)
        taga_grid_editor_explain (self->editor);
      else
        taga_grid_editor_begin (self->editor);
      return TRUE;
    case GDK_KEY_BackSpace:
      press_backspace (self, modifiers);
      return TRUE;
    case GDK_KEY_Insert:
      return modifiers == 0; /* the entry would begin to overwrite */
    case GDK_KEY_Escape:
      if (taga_grid_editor_hide_hint (self->editor))
        return TRUE;
      if (!taga_grid_cursor_has_many (self))
        return FALSE;
      taga_grid_cursor_set (self, self->cursor.cell);
      return TRUE;
    case GDK_KEY_space:
      return press_space (self, modifiers);
    case GDK_KEY_a:
      if (modifiers != GDK_CONTROL_MASK)
        return FALSE;
      taga_grid_select_everything (self);
      return TRUE;
    case GDK_KEY_Menu:
    case GDK_KEY_F10:
      if (keyval == GDK_KEY_F10 && modifiers != GDK_SHIFT_MASK)
        return FALSE;
      show_menu (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
handle_key (TagaGrid *self, guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers = state & MODIFIERS;

  /* Then Enter, Space, Esc and arrows are the input method's. */
  if (taga_grid_editor_is_composing (self->editor))
    return FALSE;

  keyval = normalize (keyval);
  if (self->editor->mode != TAGA_GRID_IDLE)
    return taga_grid_press_editing_key (self, keyval, modifiers);
  if (taga_grid_press_commit_key (self, keyval, modifiers)
      || taga_grid_press_today (self, keyval, modifiers))
    return TRUE;

  return press_idle_key (self, keyval, modifiers);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                TagaGrid *self)
{
  return handle_key (self, keyval, state);
}

/* Before the input method has the key: that turns Shift+Space into a blank, which doesn't tell of
 * Shift. A letter comes in where typing stopped, not behind what was added to complete it. */
static void
see_key (TagaGrid *self, guint keyval, GdkModifierType state)
{
  self->editor->state = state;
  if (gdk_keyval_to_unicode (keyval) >= ' '
      && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0
      && keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    taga_grid_editor_drop_rest (self->editor);
}

static gboolean
key_seen_cb (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             TagaGrid *self)
{
  see_key (self, keyval, state);

  return FALSE;
}

/**
 * taga_grid_keys_attach:
 * @self: a grid
 * @text: the widget that has the focus
 *
 * Has the grid take keys.
 *
 * The order is what matters: an input method filters keys in the text's target phase; the grid's
 * controller comes next, in the bubble phase; and the text's own key bindings, which were added
 * before it, come last.
 */
void
taga_grid_keys_attach (TagaGrid *self, GtkWidget *text)
{
  GtkEventController *watcher = gtk_event_controller_key_new ();
  GtkEventController *handler = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (watcher, GTK_PHASE_CAPTURE);
  g_signal_connect (watcher, "key-pressed", G_CALLBACK (key_seen_cb), self);
  gtk_widget_add_controller (text, watcher);

  gtk_event_controller_set_propagation_phase (handler, GTK_PHASE_BUBBLE);
  g_signal_connect (handler, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (text, handler);
}

/**
 * taga_grid_press_key:
 * @self: a grid
 * @keyval: a key
 * @state: the modifiers
 *
 * Does what a key press does, for tests. A key that the grid leaves to the entry is typed there.
 *
 * Returns: whether the key was of use
 */
gboolean
taga_grid_press_key (TagaGrid *self, guint keyval, GdkModifierType state)
{
  GtkEditable *entry = GTK_EDITABLE (taga_grid_editor_get_widget (self->editor));
  gunichar c = gdk_keyval_to_unicode (keyval);
  char text[7] = "";
  int position;

  see_key (self, keyval, state);
  if (handle_key (self, keyval, state))
    return TRUE;
  if (c < ' ' || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  g_unichar_to_utf8 (c, text);
  if (taga_grid_editor_has_lines (self->editor))
    {
      taga_grid_editor_insert_lines (self->editor, text);
      return TRUE;
    }

  gtk_editable_delete_selection (entry);
  position = gtk_editable_get_position (entry);
  gtk_editable_insert_text (entry, text, -1, &position);
  gtk_editable_set_position (entry, position);

  return TRUE;
}
