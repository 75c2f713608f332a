#include "taga-job-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * TagaJobDialog:
 *
 * Shows how far a job is, and lets the user stop it.
 */
struct _TagaJobDialog
{
  AdwWindow parent_instance;

  GCancellable *cancellable; /* (owned) */

  /* Template */
  GtkProgressBar *bar;
  GtkButton *stop_button;
};

G_DEFINE_FINAL_TYPE (TagaJobDialog, taga_job_dialog, ADW_TYPE_WINDOW)

static void
stop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaJobDialog *self = TAGA_JOB_DIALOG (widget);

  g_cancellable_cancel (self->cancellable);
  gtk_button_set_label (self->stop_button, _ ("Stopping…"));
  gtk_widget_action_set_enabled (widget, "job.stop", FALSE);
}

/* The window goes when the work has ended, not before. */
static gboolean
taga_job_dialog_close_request (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "job.stop", NULL);
  return TRUE;
}

static void
taga_job_dialog_dispose (GObject *object)
{
  TagaJobDialog *self = TAGA_JOB_DIALOG (object);

  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_JOB_DIALOG);

  G_OBJECT_CLASS (taga_job_dialog_parent_class)->dispose (object);
}

static void
taga_job_dialog_class_init (TagaJobDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_job_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = taga_job_dialog_close_request;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-job-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaJobDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, TagaJobDialog, stop_button);
  gtk_widget_class_install_action (widget_class, "job.stop", NULL, stop_action);
}

static void
taga_job_dialog_init (TagaJobDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_job_dialog_new:
 * @title: what is being done
 * @cancellable: what stops it
 *
 * Makes the window of a job.
 *
 * Returns: (transfer none): the window
 */
TagaJobDialog *
taga_job_dialog_new (const char *title, GCancellable *cancellable)
{
  TagaJobDialog *self = g_object_new (TAGA_TYPE_JOB_DIALOG, "title", title, NULL);

  self->cancellable = g_object_ref (cancellable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  return self;
}

/**
 * taga_job_dialog_set_fraction:
 * @self: the window of a job
 * @fraction: how much is done, 0 to 1; less than 0 if that is not known
 *
 * Shows how much is done. Where that is not known, each call moves the bar on a little.
 */
void
taga_job_dialog_set_fraction (TagaJobDialog *self, double fraction)
{
  g_return_if_fail (TAGA_IS_JOB_DIALOG (self));

  if (fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, fraction);
}
