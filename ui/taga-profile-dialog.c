#include "taga-profile-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-profile-view.h"

/**
 * TagaProfileDialog:
 *
 * The window in which the case profile is written, beside the page that shows all reports.
 */
struct _TagaProfileDialog
{
  AdwWindow parent_instance;

  TagaProfileView *view;
};

G_DEFINE_FINAL_TYPE (TagaProfileDialog, taga_profile_dialog, ADW_TYPE_WINDOW)

/* What is being written is kept; what the file refuses keeps the window open. */
static gboolean
taga_profile_dialog_close_request (GtkWindow *window)
{
  TagaProfileDialog *self = TAGA_PROFILE_DIALOG (window);

  if (!taga_profile_view_finish_editing (self->view))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (taga_profile_dialog_parent_class)->close_request (window);
}

static void
taga_profile_dialog_class_init (TagaProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = taga_profile_dialog_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
taga_profile_dialog_init (TagaProfileDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = adw_toast_overlay_new ();

  self->view = TAGA_PROFILE_VIEW (taga_profile_view_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  adw_window_set_content (ADW_WINDOW (self), overlay);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Case profile"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1160, 760);
}

/**
 * taga_profile_dialog_present:
 * @parent: the window over which it opens
 * @store: the company file
 * @before: the earlier round, or 0 for that of the profile or the last but one
 * @after: the later one, or 0
 *
 * Opens the case profile for writing. The file behind it stays open meanwhile.
 */
void
taga_profile_dialog_present (GtkWindow *parent, TagaStore *store, gint64 before, gint64 after)
{
  TagaProfileDialog *self = g_object_new (TAGA_TYPE_PROFILE_DIALOG, "transient-for", parent,
                                          "destroy-with-parent", TRUE, NULL);

  taga_profile_view_set_store (self->view, store);
  taga_profile_view_set_rounds (self->view, before, after);
  gtk_window_present (GTK_WINDOW (self));
}
