#include "taga-field-edit.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-ui.h"

/**
 * TagaFieldEdit:
 *
 * One field of a record with its title: a line, or a few lines for a remark. What was entered is
 * kept when the field is left, with Return in a line or Ctrl+Return or Escape in a remark; in a
 * line Escape brings back what the file has. What is refused stays, with the reason below it.
 */
struct _TagaFieldEdit
{
  GtkBox parent_instance;

  const TagaField *field;
  guint index;
  TagaFieldEditSave save;
  gpointer user_data;
  TagaEdition *edition; /* (owned) (nullable): of the value that is shown */
  char *saved;          /* (owned): the text of what the file has */
  gboolean is_finishing;
  gboolean is_composing; /* an input method is at work, and the keys are its */

  GtkLabel *title;
  GtkWidget *editor; /* a GtkEntry or a GtkTextView */
  GtkWidget *names_button;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (TagaFieldEdit, taga_field_edit, GTK_TYPE_BOX)

static char *
dup_text (TagaFieldEdit *self)
{
  GtkTextIter start, end;

  if (GTK_IS_ENTRY (self->editor))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), &start,
                              &end);
  return gtk_text_iter_get_text (&start, &end);
}

static void
set_text (TagaFieldEdit *self, const char *text)
{
  if (GTK_IS_ENTRY (self->editor))
    {
      /* Nobody typed it, so the undo of the line must not empty it, as that of a remark does not.
       */
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->editor), FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->editor), TRUE);
    }
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), text, -1);
}

static gboolean
is_changed (TagaFieldEdit *self)
{
  g_autofree char *text = dup_text (self);

  return !g_str_equal (text, self->saved);
}

static void
show_reason (TagaFieldEdit *self, const char *reason)
{
  gtk_label_set_label (self->reason, reason == NULL ? "" : reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  if (reason == NULL)
    gtk_widget_remove_css_class (self->editor, "error");
  else
    gtk_widget_add_css_class (self->editor, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
      reason == NULL ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason == NULL ? "" : reason,
                                  -1);
}

static gboolean
keep (TagaFieldEdit *self, GError **error)
{
  g_autofree char *text = dup_text (self);
  g_auto (TagaValue) value = TAGA_VALUE_INIT;
  g_autofree char *shown = NULL;

  if (!taga_edition_parse (self->edition, self->field, text, &value, error)
      || !self->save (self, &value, self->user_data, error))
    return FALSE;

  shown = taga_edition_format (self->edition, self->field, &value, taga_language_is_japanese ());
  g_free (self->saved);
  self->saved = g_steal_pointer (&shown);
  if (is_changed (self))
    set_text (self, self->saved);

  return TRUE;
}

static gboolean
finish_soon_cb (gpointer self)
{
  if (gtk_widget_get_root (self) != NULL)
    taga_field_edit_finish (self);

  return G_SOURCE_REMOVE;
}

/* What is shown may be made anew when something is kept, and that must not happen while GTK is
 * still moving the focus. Whoever turns to something else asks for the rest before. */
static void
leave_cb (TagaFieldEdit *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, finish_soon_cb, g_object_ref (self), g_object_unref);
}

static void
preedit_changed_cb (TagaFieldEdit *self, const char *preedit)
{
  self->is_composing = preedit != NULL && *preedit != '\0';
}

static gboolean
key_pressed_cb (TagaFieldEdit *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_return = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (self->is_composing)
    return GDK_EVENT_PROPAGATE;

  /* A remark that took minutes is not lost to a key by which people go back. */
  if (keyval == GDK_KEY_Escape && self->field->kind == TAGA_FIELD_NOTE)
    return taga_field_edit_finish (self) ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;

  if (keyval == GDK_KEY_Escape && is_changed (self))
    {
      set_text (self, self->saved);
      show_reason (self, NULL);
      return GDK_EVENT_STOP;
    }

  if (is_return && (GTK_IS_ENTRY (self->editor) || (state & GDK_CONTROL_MASK) != 0))
    {
      /* Where fields stand in a list, whoever holds them has the action that goes on. */
      if (taga_field_edit_finish (self))
        gtk_widget_activate_action (GTK_WIDGET (self), "field.next", NULL);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
take_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaFieldEdit *self = TAGA_FIELD_EDIT (widget);

  set_text (self, g_variant_get_string (parameter, NULL));
  taga_field_edit_finish (self);
}

static void
taga_field_edit_finalize (GObject *object)
{
  TagaFieldEdit *self = TAGA_FIELD_EDIT (object);

  g_clear_object (&self->edition);
  g_free (self->saved);

  G_OBJECT_CLASS (taga_field_edit_parent_class)->finalize (object);
}

static void
taga_field_edit_class_init (TagaFieldEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_field_edit_finalize;

  gtk_widget_class_install_action (widget_class, "field.take", "s", take_action);
}

static void
taga_field_edit_init (TagaFieldEdit *self)
{
  self->saved = g_strdup ("");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
}

/* A stock text widget, so that input methods work as everywhere; Tab leaves it. */
static GtkWidget *
create_note (TagaFieldEdit *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->editor = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->editor), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->editor), FALSE);
  gtk_widget_add_css_class (self->editor, "taga-reason-text");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroll), 62);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), 160);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), self->editor);
  gtk_widget_add_css_class (scroll, "taga-note");

  return scroll;
}

static GtkWidget *
create_line (TagaFieldEdit *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->editor = gtk_entry_new ();
  gtk_widget_add_css_class (self->editor, "taga-entry");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 6);
  gtk_widget_set_hexpand (self->editor, TRUE);
  self->names_button = gtk_menu_button_new ();
  gtk_widget_set_visible (self->names_button, FALSE);
  gtk_widget_set_tooltip_text (self->names_button, _ ("Choose a person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->names_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose a person"), -1);
  gtk_box_append (GTK_BOX (box), self->editor);
  gtk_box_append (GTK_BOX (box), self->names_button);
  gtk_widget_add_css_class (box, "linked");

  return box;
}

static void
add_children (TagaFieldEdit *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *around;

  self->title = GTK_LABEL (taga_ui_create_label (_ (self->field->title)));
  self->reason = GTK_LABEL (taga_ui_create_label (""));
  around = self->field->kind == TAGA_FIELD_NOTE ? create_note (self) : create_line (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "taga-field-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self), around);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->reason));
  taga_field_edit_set_name (self, _ (self->field->title));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (GTK_IS_ENTRY (self->editor)
                                ? (gpointer) gtk_editable_get_delegate (GTK_EDITABLE (self->editor))
                                : (gpointer) self->editor,
                            "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  gtk_widget_add_controller (self->editor, keys);
  gtk_widget_add_controller (self->editor, focus);
}

/**
 * taga_field_edit_new:
 * @field: a text, note, date or number field; must live as long as the program
 * @index: its place in the field table
 * @save: brings what was entered into the file
 * @user_data: data for @save
 *
 * Makes an empty field.
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
taga_field_edit_new (const TagaField *field,
                     guint index,
                     TagaFieldEditSave save,
                     gpointer user_data)
{
  TagaFieldEdit *self = g_object_new (TAGA_TYPE_FIELD_EDIT, NULL);

  self->field = field;
  self->index = index;
  self->save = save;
  self->user_data = user_data;
  add_children (self);

  return GTK_WIDGET (self);
}

/**
 * taga_field_edit_get_index:
 * @self: a field
 *
 * Gets which field it is.
 *
 * Returns: its place in the field table
 */
guint
taga_field_edit_get_index (TagaFieldEdit *self)
{
  return self->index;
}

/**
 * taga_field_edit_set_value:
 * @self: a field
 * @edition: the method edition, which reads and writes values
 * @value: what the file has
 *
 * Shows what the file has. What the user is typing stays.
 */
void
taga_field_edit_set_value (TagaFieldEdit *self, TagaEdition *edition, const TagaValue *value)
{
  gboolean changed = is_changed (self);

  g_set_object (&self->edition, edition);
  g_free (self->saved);
  self->saved = taga_edition_format (edition, self->field, value, taga_language_is_japanese ());
  if (!changed && is_changed (self))
    set_text (self, self->saved);
}

/**
 * taga_field_edit_set_names:
 * @self: a field of one line
 * @names: (array zero-terminated=1): who may be meant
 *
 * Offers names to choose from beside the line; any other may be typed.
 */
void
taga_field_edit_set_names (TagaFieldEdit *self, const char *const *names)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (names[i], NULL);

      g_menu_item_set_action_and_target (item, "field.take", "s", names[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->names_button), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->names_button, names[0] != NULL);
}

/**
 * taga_field_edit_set_locked:
 * @self: a field
 * @locked: whether it may only be read
 *
 * Sets whether anything can be entered.
 */
void
taga_field_edit_set_locked (TagaFieldEdit *self, gboolean locked)
{
  if (GTK_IS_ENTRY (self->editor))
    gtk_editable_set_editable (GTK_EDITABLE (self->editor), !locked);
  else
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->editor), !locked);
  if (self->names_button != NULL)
    gtk_widget_set_sensitive (self->names_button, !locked);
}

/**
 * taga_field_edit_set_title:
 * @self: a field
 * @title: what stands above it instead of the field's own title
 *
 * Sets the title, and the accessible name.
 */
void
taga_field_edit_set_title (TagaFieldEdit *self, const char *title)
{
  gtk_label_set_label (self->title, title);
  taga_field_edit_set_name (self, title);
}

/**
 * taga_field_edit_set_name:
 * @self: a field
 * @name: what a screen reader says, which may name more than the title does
 *
 * Sets the accessible name of the field.
 */
void
taga_field_edit_set_name (TagaFieldEdit *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * taga_field_edit_finish:
 * @self: a field
 *
 * Keeps what was entered. What is refused stays, with the reason.
 *
 * Returns: whether the file has what the field shows
 */
gboolean
taga_field_edit_finish (TagaFieldEdit *self)
{
  g_autoptr (GError) error = NULL;
  gboolean kept = TRUE;

  g_return_val_if_fail (TAGA_IS_FIELD_EDIT (self), FALSE);

  /* A save that shows a dialog takes the focus, which would save a second time. */
  if (self->is_finishing || self->edition == NULL)
    return TRUE;

  self->is_finishing = TRUE;
  g_object_ref (self);
  if (is_changed (self))
    kept = keep (self, &error);
  show_reason (self, kept ? NULL : error->message);
  self->is_finishing = FALSE;
  g_object_unref (self);

  return kept;
}

/**
 * taga_field_edit_finish_all:
 * @root: a widget
 *
 * Keeps what was entered into the fields in a widget; the first that is refused gets the focus.
 *
 * Returns: whether nothing was refused
 */
gboolean
taga_field_edit_finish_all (GtkWidget *root)
{
  if (TAGA_IS_FIELD_EDIT (root))
    {
      if (taga_field_edit_finish (TAGA_FIELD_EDIT (root)))
        return TRUE;

      gtk_widget_grab_focus (TAGA_FIELD_EDIT (root)->editor);
      return FALSE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!taga_field_edit_finish_all (child))
      return FALSE;

  return TRUE;
}
