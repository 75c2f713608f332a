#include "widget-fixture.h"

#include <string.h>

#include "screen-fixture.h"

GtkWidget *
widget_fixture_find (GtkWidget *root, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = widget_fixture_find (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));

  return NULL;
}

/* The first widget on the screen whose text has a part in it. */
GtkWidget *
widget_fixture_find_text (GtkWidget *root, const char *text)
{
  const char *own = get_text (root);

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (own != NULL && strstr (own, text) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = widget_fixture_find_text (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_type (GtkWidget *root, GType type, guint *nth)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*nth)-- == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
widget_fixture_find_type (GtkWidget *root, GType type, guint nth)
{
  return find_type (root, type, &nth);
}

gboolean
widget_fixture_shows (GtkWidget *root, const char *part)
{
  return widget_fixture_find_text (root, part) != NULL;
}

void
widget_fixture_wait_for (GtkWidget *root, const char *part)
{
  for (guint i = 0; i < 100 && !widget_fixture_shows (root, part); i++)
    settle ();

  if (!widget_fixture_shows (root, part))
    g_error ("“%s” did not appear", part);
}

/* The window of a type that is on the screen. */
GtkWidget *
widget_fixture_get_dialog (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (toplevels); i > 0; i--)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i - 1);

      if (G_TYPE_CHECK_INSTANCE_TYPE (toplevel, type) && gtk_widget_get_visible (toplevel))
        return toplevel;
    }

  return NULL;
}

/* Closes all windows for good, those in front first. */
void
widget_fixture_destroy_windows (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (toplevels); i > 0; i--)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i - 1);

      if (toplevel != NULL)
        gtk_window_destroy (toplevel);
    }
  settle ();
}

static gboolean
try_shortcuts (GtkWidget *widget, GListModel *shortcuts, guint keyval, GdkModifierType state)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger)
          && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == state
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
try_key (GtkWidget *widget, GtkPropagationPhase phase, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;
      gboolean captures =
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE;

      if (captures != (phase == GTK_PHASE_CAPTURE))
        continue;
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
      else if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        handled = try_shortcuts (widget, G_LIST_MODEL (controller), keyval, state);
      if (handled)
        return TRUE;
    }

  return FALSE;
}

/* A button that a key presses is seen to go down for a while. */
static void
wait_for_button (void)
{
  for (guint i = 0; i < 4; i++)
    settle ();
}

/* The dialog of GTK that asks for a printer; its type is in no header that every machine has. */
GtkWidget *
widget_fixture_find_print_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (toplevel), "GtkPrintUnixDialog"))
        return toplevel;
    }

  return NULL;
}

void
widget_fixture_activate (GtkWidget *widget)
{
  gtk_widget_activate (widget);
  wait_for_button ();
}

/* The widget and those around it, from the outermost in. */
static gboolean
try_capture (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (parent != NULL && try_capture (parent, keyval, state))
         || try_key (widget, GTK_PHASE_CAPTURE, keyval, state);
}

/* Presses a key as the window gives it to its widgets: to those around the one with the focus that
 * want it first, to that one, then to those around it; what nobody takes moves the focus. */
void
widget_fixture_press (GtkWidget *window, guint keyval, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  gboolean handled = FALSE;

  g_object_ref (window);
  handled = try_capture (focus == NULL ? window : focus, keyval, state);
  for (GtkWidget *widget = focus == NULL ? window : focus; !handled && widget != NULL;
       widget = gtk_widget_get_parent (widget))
    handled = try_key (widget, GTK_PHASE_BUBBLE, keyval, state);

  if (!handled && keyval == GDK_KEY_Tab)
    gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_space)
    wait_for_button ();
  settle ();
  g_object_unref (window);
}

/* Sees that every label on the screen has the room that its text needs. */
void
widget_fixture_assert_whole (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return;

  if (GTK_IS_LABEL (root))
    {
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (root));
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      if (gtk_widget_get_width (root) < width || gtk_widget_get_height (root) < height
          || pango_layout_is_ellipsized (layout))
        g_error ("“%s” is cut: it has %d × %d and needs %d × %d",
                 gtk_label_get_text (GTK_LABEL (root)), gtk_widget_get_width (root),
                 gtk_widget_get_height (root), width, height);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    widget_fixture_assert_whole (child);
}
