#include "taga-shortcuts.h"

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

  gtk_window_set_transient_for (shortcuts, parent);
  gtk_window_present (shortcuts);
}
