#include "taga-grid-body.h"
#include "taga-grid-editor.h"
#include "taga-grid-header.h"
#include "taga-grid-private.h"

#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
  TagaGridMove move;
} MoveKey;

/* Shift with any of them extends the range. */
static const MoveKey move_keys[] = {
  { GDK_KEY_Left, 0, TAGA_GRID_LEFT },
  { GDK_KEY_Right, 0, TAGA_GRID_RIGHT },
  { GDK_KEY_Up, 0, TAGA_GRID_UP },
  { GDK_KEY_Down, 0, TAGA_GRID_DOWN },
  { GDK_KEY_Page_Up, 0, TAGA_GRID_PAGE_UP },
  { GDK_KEY_Page_Down, 0, TAGA_GRID_PAGE_DOWN },
  { GDK_KEY_Home, 0, TAGA_GRID_ROW_START },
  { GDK_KEY_End, 0, TAGA_GRID_ROW_END },
  { GDK_KEY_Home, GDK_CONTROL_MASK, TAGA_GRID_FIRST },
  { GDK_KEY_End, GDK_CONTROL_MASK, TAGA_GRID_LAST },
  { GDK_KEY_Left, GDK_CONTROL_MASK, TAGA_GRID_EDGE_LEFT },
  { GDK_KEY_Right, GDK_CONTROL_MASK, TAGA_GRID_EDGE_RIGHT },
  { GDK_KEY_Up, GDK_CONTROL_MASK, TAGA_GRID_EDGE_UP },
  { GDK_KEY_Down, GDK_CONTROL_MASK, TAGA_GRID_EDGE_DOWN },
};

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
    default:
      return gdk_keyval_to_lower (keyval);
    }
}

static const MoveKey *
find_move (guint keyval, GdkModifierType modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (move_keys); i++)
    if (move_keys[i].keyval == keyval && move_keys[i].modifiers == (modifiers & ~GDK_SHIFT_MASK))
      return &move_keys[i];

  return NULL;
}

/* Leaves the grid, so that the keyboard is never caught in it. */
static void
leave_grid (TagaGrid *self, gboolean back)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (root != NULL)
    gtk_widget_child_focus (root, back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

/* Enter and Tab, in every mode: keep what was entered and go on. */
static gboolean
press_commit_key (TagaGrid *self, guint keyval, GdkModifierType modifiers)
{
  gboolean back = (modifiers & GDK_SHIFT_MASK) != 0;

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_Tab)
      || (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  if (!taga_grid_editor_finish (self->editor))
    return TRUE;

  if ((modifiers & GDK_CONTROL_MASK) != 0)
    {
      if (keyval == GDK_KEY_Tab)
        leave_grid (self, back);
    }
  else if (keyval == GDK_KEY_Return)
    {
      taga_grid_move_enter (self, back);
    }
  else if (!taga_grid_move_tab (self, back))
    {
      leave_grid (self, back);
    }

  return TRUE;
}

/* In the open list; letters go to the entry and mark what they begin. */
static gboolean
press_choice_key (TagaGrid *self, guint keyval, GdkModifierType modifiers)
{
  TagaGridChoices *choices = self->editor->choices;

  if (!self->editor->has_choices || !taga_grid_choices_is_open (choices))
    return FALSE;

  if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_Down) && (modifiers & GDK_ALT_MASK) != 0)
    {
      taga_grid_editor_finish (self->editor);
      return TRUE;
    }
  if ((modifiers & MODIFIERS) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Up:
      taga_grid_choices_move (choices, -1);
      return TRUE;
    case GDK_KEY_Down:
      taga_grid_choices_move (choices, 1);
      return TRUE;
    case GDK_KEY_Page_Up:
      taga_grid_choices_move (choices, -8);
      return TRUE;
    case GDK_KEY_Page_Down:
      taga_grid_choices_move (choices, 8);
      return TRUE;
    case GDK_KEY_Return:
      taga_grid_editor_finish (self->editor);
      return TRUE;
    default:
      return FALSE;
    }
}

/* While something is entered. What isn't named here is the entry's own. */
static gboolean
press_editing_key (TagaGrid *self, guint keyval, GdkModifierType modifiers)
{
  const MoveKey *key = find_move (keyval, modifiers);

  if (keyval == GDK_KEY_Escape)
    {
      taga_grid_editor_cancel (self->editor);
      return TRUE;
    }
  if (keyval == GDK_KEY_F2 && modifiers == 0)
    {
      taga_grid_editor_begin (self->editor);
      return TRUE;
    }
  if (key == NULL || modifiers != 0)
    return FALSE;

  if (self->editor->mode == TAGA_GRID_TYPING || self->editor->mode == TAGA_GRID_CHOOSING)
    {
      if (taga_grid_editor_finish (self->editor))
        taga_grid_move (self, key->move, FALSE);
      return TRUE;
    }

  /* Up and down would else take the focus away from the text. */
  return key->move == TAGA_GRID_UP || key->move == TAGA_GRID_DOWN;
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

/* Alt+Down opens the choices of a choice cell, and elsewhere the menu of the column. */
static gboolean
press_alt_key (TagaGrid *self, guint keyval)
{
  const TagaGridColumn *column = taga_grid_editor_get_column (self->editor);

  if (column == NULL)
    return FALSE;

  if (keyval == GDK_KEY_Up)
    {
      taga_grid_header_focus (self->header, self->cursor.cell.slot);
      return TRUE;
    }
  if (keyval != GDK_KEY_Down)
    return FALSE;

  if (column->editable && column->kind != TAGA_FIELD_MARK
      && taga_grid_editor_load_choices (self->editor))
    taga_grid_editor_open_choices (self->editor);
  else
    taga_grid_header_show_menu (self->header, self->cursor.cell.slot);

  return TRUE;
}

static gboolean
press_request_key (TagaGrid *self, guint keyval, GdkModifierType modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (request_keys); i++)
    if (request_keys[i].keyval == keyval && request_keys[i].modifiers == modifiers)
      {
        if (self->cursor.is_set)
          taga_grid_emit (self, request_keys[i].signal);
        return TRUE;
      }

  return FALSE;
}

/* While nothing is entered. What isn't named here goes on: letters to the entry, which begins
 * typing, and shortcuts to the window. */
static gboolean
press_idle_key (TagaGrid *self, guint keyval, GdkModifierType modifiers)
{
  const MoveKey *key = find_move (keyval, modifiers);

  if (key != NULL)
    {
      taga_grid_move (self, key->move, (modifiers & GDK_SHIFT_MASK) != 0);
      return TRUE;
    }
  if (modifiers == GDK_ALT_MASK)
    return press_alt_key (self, keyval);
  if (press_request_key (self, keyval, modifiers))
    return TRUE;

  switch (keyval)
    {
    case GDK_KEY_F2:
      taga_grid_editor_begin (self->editor);
      return TRUE;
    case GDK_KEY_BackSpace:
      taga_grid_editor_begin_empty (self->editor);
      return TRUE;
    case GDK_KEY_Insert:
      return modifiers == 0; /* the entry would begin to overwrite */
    case GDK_KEY_Escape:
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
  if (press_choice_key (self, keyval, modifiers) || press_commit_key (self, keyval, modifiers))
    return TRUE;

  if (self->editor->mode != TAGA_GRID_IDLE)
    return press_editing_key (self, keyval, modifiers);

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

/* Only looks on: the input method turns Shift+Space into a blank, which doesn't tell of Shift. */
static gboolean
key_seen_cb (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             TagaGrid *self)
{
  self->editor->state = state;

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
  int position = gtk_editable_get_position (entry);
  char text[7] = "";

  self->editor->state = state;
  if (handle_key (self, keyval, state))
    return TRUE;
  if (c < ' ' || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  g_unichar_to_utf8 (c, text);
  gtk_editable_insert_text (entry, text, -1, &position);
  gtk_editable_set_position (entry, position);

  return TRUE;
}
