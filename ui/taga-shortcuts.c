#include "taga-shortcuts.h"

/* Which way a key turns the pages; 0 for other keys. In the field of the search the arrows move
 * within the text. */
static int
find_turn (GtkWindow *shortcuts, guint keyval)
{
  gboolean in_field = GTK_IS_EDITABLE (gtk_window_get_focus (shortcuts));

  switch (keyval)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return -1;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return 1;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return in_field ? 0 : -1;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return in_field ? 0 : 1;
    default:
      return 0;
    }
}

/* The window itself changes between its pages only by the menu in its title. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkWindow *shortcuts)
{
  int turn = find_turn (shortcuts, keyval);

  if (turn == 0)
    return GDK_EVENT_PROPAGATE;

  g_object_set (shortcuts, "section-name", turn > 0 ? "rows" : "table", NULL);
  return GDK_EVENT_STOP;
}

/**
 * taga_shortcuts_present:
 * @parent: the window that it is about
 *
 * Shows the keys. The window is made anew each time: it is large, and few look at it twice.
 */
void
taga_shortcuts_present (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/taga_workbench/Taga/ui/help-overlay.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), shortcuts, 0);
  gtk_widget_add_controller (GTK_WIDGET (shortcuts), keys);

  g_object_set (shortcuts, "section-name", "table", NULL);
  gtk_window_set_transient_for (shortcuts, parent);
  gtk_window_present (shortcuts);
}
