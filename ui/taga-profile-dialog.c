#include "taga-profile-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-history.h"
#include "taga-profile-view.h"
#include "taga-ui.h"
#include "taga-undo-action.h"

/**
 * TagaProfileDialog:
 *
 * The window in which the case profile is written, over the page that shows all reports. It takes
 * all keys while it is open: what is behind it must not change unseen.
 */
struct _TagaProfileDialog
{
  AdwWindow parent_instance;

  TagaProfileView *view;
  TagaStore *store;   /* (owned) (nullable) */
  gint64 first_step;  /* the last step before the window was opened; it stays done */
  gboolean is_undone; /* whether a step was taken back here, which can be done again */
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

/* The step that can be taken back or done again here: one that was made in this window. */
static TagaStep *
peek (TagaProfileDialog *self, gboolean undo)
{
  g_autoptr (TagaStep) step = NULL;

  if (self->store == NULL || (!undo && !self->is_undone))
    return NULL;

  step = taga_history_peek (self->store, undo ? TAGA_STEP_DONE : TAGA_STEP_UNDONE, NULL);

  return step != NULL && step->id > self->first_step ? g_steal_pointer (&step) : NULL;
}

static void
tell_step (GtkWidget *view, gboolean undo)
{
  GtkRoot *root = gtk_widget_get_root (view);
  g_autoptr (TagaStep) step = NULL;
  g_autoptr (GString) text = NULL;

  if (!TAGA_IS_PROFILE_DIALOG (root))
    return;

  TAGA_PROFILE_DIALOG (root)->is_undone |= undo;
  step = taga_history_peek (TAGA_PROFILE_DIALOG (root)->store,
                            undo ? TAGA_STEP_UNDONE : TAGA_STEP_DONE, NULL);
  if (step == NULL)
    return;

  text = g_string_new (undo ? _ ("Undone: {step}") : _ ("Done again: {step}"));
  g_string_replace (text, "{step}", step->label, 1);
  taga_ui_toast (view, text->str);
}

static void
undone_cb (gint64 step, gpointer user_data)
{
  tell_step (user_data, TRUE);
}

static void
redone_cb (gint64 step, gpointer user_data)
{
  tell_step (user_data, FALSE);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaProfileDialog *self = TAGA_PROFILE_DIALOG (widget);
  gboolean undo = g_str_equal (action_name, "profile.undo");
  g_autoptr (TagaStep) step = NULL;

  if (!taga_profile_view_finish_editing (self->view))
    return;

  step = peek (self, undo);
  if (step != NULL)
    taga_undo_action_run (GTK_WIDGET (self->view), self->store, undo, undo ? undone_cb : redone_cb,
                          self->view);
  else
    taga_ui_toast (GTK_WIDGET (self->view), undo ? _ ("Nothing was changed here that can be undone")
                                                 : _ ("Nothing to redo"));
}

static void
taga_profile_dialog_dispose (GObject *object)
{
  g_clear_object (&TAGA_PROFILE_DIALOG (object)->store);

  G_OBJECT_CLASS (taga_profile_dialog_parent_class)->dispose (object);
}

static void
taga_profile_dialog_class_init (TagaProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_profile_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = taga_profile_dialog_close_request;
  gtk_widget_class_install_action (widget_class, "profile.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "profile.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "profile.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "profile.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "profile.redo",
                                       NULL);
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

/* The window that asks something for this one, or this one. */
static GtkWindow *
find_top (TagaProfileDialog *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self)
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return GTK_WINDOW (self);
}

static gboolean
take_back_cb (gpointer user_data)
{
  TagaProfileDialog *self = user_data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL && gtk_window_is_active (parent) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    /* With the time of the last key, as presenting has it, some take it for an old wish. */
    gdk_toplevel_focus (GDK_TOPLEVEL (gtk_native_get_surface (GTK_NATIVE (find_top (self)))),
                        GDK_CURRENT_TIME);

  return G_SOURCE_REMOVE;
}

/* Some window managers turn to the window behind when a dialog of this one has closed. The keys
 * would still come here, but without a cursor and past the input method. They are asked once they
 * are done with the dialog. */
static void
parent_active_cb (TagaProfileDialog *self)
{
  g_timeout_add_full (G_PRIORITY_DEFAULT, 60, take_back_cb, g_object_ref (self), g_object_unref);
}

/**
 * taga_profile_dialog_present:
 * @parent: the window over which it opens
 * @store: the company file
 * @before: the earlier round, or 0 for that of the profile or the last but one
 * @after: the later one, or 0
 *
 * Opens the case profile for writing. What was done before it was opened cannot be undone in it.
 */
void
taga_profile_dialog_present (GtkWindow *parent, TagaStore *store, gint64 before, gint64 after)
{
  TagaProfileDialog *self = g_object_new (TAGA_TYPE_PROFILE_DIALOG, "transient-for", parent,
                                          "modal", TRUE, "destroy-with-parent", TRUE, NULL);
  g_autoptr (TagaStep) step = taga_history_peek (store, TAGA_STEP_DONE, NULL);

  self->store = g_object_ref (store);
  self->first_step = step == NULL ? 0 : step->id;
  taga_profile_view_set_store (self->view, store);
  taga_profile_view_set_rounds (self->view, before, after);
  g_signal_connect_object (parent, "notify::is-active", G_CALLBACK (parent_active_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
