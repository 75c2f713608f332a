#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAGA_TYPE_JOB (taga_job_get_type ())
G_DECLARE_FINAL_TYPE (TagaJob, taga_job, TAGA, JOB, GObject)

/**
 * TagaJobFunc:
 * @job: the job, for its cancellable and to report progress
 * @data: what it works on
 * @error: return location for an error
 *
 * The work, in a thread of its own.
 *
 * Returns: `TRUE`, or `FALSE` with @error set
 */
typedef gboolean (*TagaJobFunc) (TagaJob *job, gpointer data, GError **error);

/**
 * TagaJobDone:
 * @error: (nullable): why the work failed; `G_IO_ERROR_CANCELLED` if the user stopped it
 * @user_data: data
 *
 * Hears of the end, in the main thread.
 */
typedef void (*TagaJobDone) (const GError *error, gpointer user_data);

void taga_job_run (GtkWidget *parent,
                   const char *title,
                   TagaJobFunc func,
                   gpointer data,
                   GDestroyNotify free_data,
                   TagaJobDone done,
                   gpointer user_data);

GCancellable *taga_job_get_cancellable (TagaJob *self);
void taga_job_report (double fraction, gpointer job);

G_END_DECLS
