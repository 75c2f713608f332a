#include "taga-job.h"

#include "taga-job-dialog.h"

/* Work that ends sooner than this many milliseconds shows no window: it would only flash. */
#define PATIENCE 300

/* How often the window looks at the progress, in milliseconds. */
#define INTERVAL 80

/* The progress is kept in parts of this. */
#define WHOLE 10000

/**
 * TagaJob:
 *
 * Work that may take long. It runs in a thread of its own, so that the windows stay alive; when it
 * takes a moment, a small window shows how far it is and lets the user stop it.
 *
 * The main thread owns a job; the working thread borrows it, asks for the cancellable and reports.
 */
struct _TagaJob
{
  GObject parent_instance;

  GCancellable *cancellable; /* (owned) */
  char *title;               /* (owned) */
  int progress;              /* atomic; parts of WHOLE, or -1 as long as nothing is known */

  TagaJobFunc func;
  gpointer data; /* (owned): freed in the main thread, at the very end */
  GDestroyNotify free_data;
  TagaJobDone done;
  gpointer user_data;

  GtkWidget *parent;         /* (unowned) (nullable): `NULL` once it has gone */
  TagaJobDialog *dialog;     /* (weak) (nullable): GTK owns it; we destroy it */
  GApplication *application; /* (owned) (nullable): held while the thread runs */
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (TagaJob, taga_job, G_TYPE_OBJECT)

static void
taga_job_finalize (GObject *object)
{
  TagaJob *self = TAGA_JOB (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->application);
  g_clear_pointer (&self->title, g_free);
  if (self->free_data != NULL)
    self->free_data (self->data);

  G_OBJECT_CLASS (taga_job_parent_class)->finalize (object);
}

static void
taga_job_class_init (TagaJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_job_finalize;
}

static void
taga_job_init (TagaJob *self)
{
  self->cancellable = g_cancellable_new ();
  self->progress = -1;
}

static void
close_dialog (TagaJob *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  g_clear_weak_pointer (&self->dialog);
}

static void
show_progress (TagaJob *self)
{
  int progress = g_atomic_int_get (&self->progress);

  taga_job_dialog_set_fraction (self->dialog, progress < 0 ? -1 : progress / (double) WHOLE);
}

static gboolean
update_cb (gpointer user_data)
{
  show_progress (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
patience_cb (gpointer user_data)
{
  TagaJob *self = user_data;
  GtkRoot *root = gtk_widget_get_root (self->parent);

  g_set_weak_pointer (&self->dialog, taga_job_dialog_new (self->title, self->cancellable));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self->dialog), GTK_WINDOW (root));
  show_progress (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  self->timeout_id = g_timeout_add (INTERVAL, update_cb, self);

  return G_SOURCE_REMOVE;
}

/* Nobody waits for the end any more. The thread still runs until it sees that it was stopped. A
 * window that is closed may still be held by somebody, and is then unrealized, but not destroyed.
 */
static void
parent_gone_cb (TagaJob *self)
{
  self->parent = NULL;
  close_dialog (self);
  g_cancellable_cancel (self->cancellable);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  TagaJob *self = task_data;
  GError *error = NULL;

  if (self->func (self, self->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
end_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaJob) self = user_data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  close_dialog (self);
  if (self->application != NULL)
    g_application_release (self->application);

  if (self->parent != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->parent, self);
      self->done (error, self->user_data);
    }
}

static void
hold_application (TagaJob *self)
{
  GtkRoot *root = gtk_widget_get_root (self->parent);
  GtkApplication *application = NULL;

  if (GTK_IS_WINDOW (root))
    application = gtk_window_get_application (GTK_WINDOW (root));
  if (application == NULL)
    return;

  self->application = g_object_ref (G_APPLICATION (application));
  g_application_hold (self->application);
}

/**
 * taga_job_run:
 * @parent: the widget that wants it done
 * @title: what is being done, in a few words
 * @func: does it, in a thread
 * @data: data for @func; nobody else touches it until the end
 * @free_data: (nullable): frees @data, in the main thread, after @done
 * @done: hears of the end, in the main thread
 * @user_data: data for @done; it may be @data
 *
 * Does work that may take long. When it takes a moment, a modal window shows its progress and lets
 * the user stop it; that is up to @func, and work that was done all the same counts as done.
 *
 * If @parent is destroyed meanwhile, or its window closed, the work is stopped and @done is not
 * called.
 */
void
taga_job_run (GtkWidget *parent,
              const char *title,
              TagaJobFunc func,
              gpointer data,
              GDestroyNotify free_data,
              TagaJobDone done,
              gpointer user_data)
{
  TagaJob *self;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (func != NULL && done != NULL);

  self = g_object_new (TAGA_TYPE_JOB, NULL);
  self->title = g_strdup (title);
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  self->done = done;
  self->user_data = user_data;
  self->parent = parent;
  self->timeout_id = g_timeout_add (PATIENCE, patience_cb, self);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_gone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parent, "unrealize", G_CALLBACK (parent_gone_cb), self,
                           G_CONNECT_SWAPPED);
  hold_application (self);

  /* What the thread says counts, not whether the user tried to stop it at the last moment. */
  task = g_task_new (NULL, self->cancellable, end_cb, self);
  g_task_set_source_tag (task, taga_job_run);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * taga_job_get_cancellable:
 * @self: a job
 *
 * Gets what the user stops the work with. It may be asked for in the thread.
 *
 * Returns: (transfer none): the cancellable
 */
GCancellable *
taga_job_get_cancellable (TagaJob *self)
{
  g_return_val_if_fail (TAGA_IS_JOB (self), NULL);

  return self->cancellable;
}

/**
 * taga_job_report:
 * @fraction: how much is done, 0 to 1; less than 0 if that is not known
 * @job: a job
 *
 * Reports progress, in the thread. It fits wherever a function that hears of progress is wanted.
 */
void
taga_job_report (double fraction, gpointer job)
{
  TagaJob *self = TAGA_JOB (job);

  g_atomic_int_set (&self->progress, fraction < 0 ? -1 : (int) (MIN (fraction, 1) * WHOLE));
}
