#include "taga-edit-run.h"

#include <glib/gi18n-lib.h>

#include "taga-edit-preview.h"
#include "taga-job.h"
#include "taga-ui.h"
#include "taga-undo-action.h"

/*
 * What becomes of edits: they are looked at whole, shown if they reach further than the user sees,
 * and applied as one step. Many go through a thread, so that the window stays alive.
 */

/* So many records are done within a frame. */
#define MANY_RECORDS 400

typedef struct
{
  GtkWidget *widget; /* (owned) */
  TagaStore *store;  /* (owned): of the main thread */
  TagaEdits *edits;  /* (owned) */
  char *label;
  char *note; /* (nullable) */
  char *path;
  char *person;
  guint n_quiet;
  guint failed;
  TagaEditsOutcome outcome;
  GArray *new_ids; /* (owned) */
  TagaEditRunDone done;
  gpointer user_data;
  GDestroyNotify destroy; /* (nullable) */
} Run;

/* Each stage that waits for something holds a reference; who gives up just lets go. */
static void
clear_run (gpointer data)
{
  Run *self = data;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_object_unref (self->widget);
  g_object_unref (self->store);
  taga_edits_unref (self->edits);
  g_free (self->label);
  g_free (self->note);
  g_free (self->path);
  g_free (self->person);
  g_array_unref (self->outcome.touched);
  g_array_unref (self->new_ids);
}

static void
release_run (gpointer run)
{
  g_rc_box_release_full (run, clear_run);
}

static void
end (Run *self, gboolean done)
{
  if (self->done != NULL)
    self->done (done, self->new_ids, self->user_data);
}

static gboolean
is_long (Run *self)
{
  return taga_edits_get_n_records (self->edits) > MANY_RECORDS;
}

/* Which row it was, if there are several. */
static void
report (Run *self, const GError *error)
{
  g_autoptr (GError) placed = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    taga_ui_toast (self->widget, _ ("Stopped. Nothing was changed."));
  else if (taga_edits_get_n_records (self->edits) > 1 && self->failed != G_MAXUINT)
    {
      placed =
          g_error_new (error->domain, error->code,
                       /* Translators: number of a row, then why it cannot be changed so */
                       _ ("Row %u: %s Nothing was changed."), self->failed + 1, error->message);
      taga_ui_report (self->widget, FALSE, placed);
    }
  else
    taga_ui_report (self->widget, FALSE, error);

  end (self, FALSE);
}

static void
applied_cb (const GError *error, gpointer user_data)
{
  Run *self = user_data;
  g_autoptr (GError) refresh_error = NULL;

  if (error != NULL)
    {
      report (self, error);
      return;
    }
  if (is_long (self) && !taga_store_refresh (self->store, &refresh_error))
    {
      report (self, refresh_error);
      return;
    }

  if (self->outcome.n_removed > 0 || self->outcome.n_changed + self->outcome.n_new > self->n_quiet)
    taga_undo_action_announce (self->widget, self->store);
  end (self, TRUE);
}

static gboolean
apply_in_thread (TagaJob *job, gpointer data, GError **error)
{
  Run *self = data;
  g_autoptr (TagaStore) store = taga_store_open (self->path, FALSE, error);

  if (store == NULL)
    return FALSE;

  taga_store_set_person (store, self->person);
  return taga_edits_apply (self->edits, store, self->label, self->new_ids, taga_job_report, job,
                           taga_job_get_cancellable (job), error);
}

static void
apply (Run *self)
{
  g_autoptr (GError) error = NULL;

  self->failed = G_MAXUINT;
  if (is_long (self))
    {
      taga_job_run (self->widget, self->label, apply_in_thread, g_rc_box_acquire (self),
                    release_run, applied_cb, self);
      return;
    }

  taga_edits_apply (self->edits, self->store, self->label, self->new_ids, NULL, NULL, NULL, &error);
  applied_cb (error, self);
}

static void
answered_cb (gboolean accepted, gpointer user_data)
{
  Run *self = user_data;

  if (accepted)
    apply (self);
  else
    end (self, FALSE);
}

static void
examined_cb (const GError *error, gpointer user_data)
{
  Run *self = user_data;
  guint n_touched = self->outcome.touched->len;

  if (error != NULL)
    report (self, error);
  else if (n_touched == 0 && self->note == NULL)
    {
      taga_ui_toast (self->widget, _ ("Nothing changes: the cells have these values already."));
      end (self, FALSE);
    }
  else if (n_touched > self->n_quiet || self->note != NULL)
    taga_edit_preview_present (self->widget, self->store, self->edits, &self->outcome, self->label,
                               self->note, answered_cb, g_rc_box_acquire (self), release_run);
  else
    apply (self);
}

static gboolean
examine_in_thread (TagaJob *job, gpointer data, GError **error)
{
  Run *self = data;
  g_autoptr (TagaStore) store = taga_store_open (self->path, TRUE, error);
  guint n = taga_edits_get_n_records (self->edits);

  if (store == NULL)
    return FALSE;

  for (guint i = 0; i < n; i += MANY_RECORDS)
    {
      taga_job_report ((double) i / n, job);
      if (g_cancellable_set_error_if_cancelled (taga_job_get_cancellable (job), error)
          || !taga_edits_examine (self->edits, store, i, MANY_RECORDS, &self->outcome,
                                  &self->failed, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * taga_edit_run:
 * @widget: a widget of the window
 * @store: the company file
 * @edits: (transfer none): what to do
 * @label: what the step is called
 * @n_quiet: up to how many records are changed without a question: as many as the user sees
 * @note: (nullable): something that the user has to know first, which is always asked
 * @done: (nullable): hears what became of them
 * @user_data: data for @done
 * @destroy: (nullable): frees the data; without it they have to live as long as @widget
 *
 * Applies edits as one step, after looking at them whole. If something is wrong, or the user does
 * not want it, nothing is changed.
 */
void
taga_edit_run (GtkWidget *widget,
               TagaStore *store,
               TagaEdits *edits,
               const char *label,
               guint n_quiet,
               const char *note,
               TagaEditRunDone done,
               gpointer user_data,
               GDestroyNotify destroy)
{
  Run *self = g_rc_box_new0 (Run);
  g_autoptr (GError) error = NULL;

  self->widget = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->edits = taga_edits_ref (edits);
  self->label = g_strdup (label);
  self->note = g_strdup (note);
  self->path = g_strdup (taga_store_get_path (store));
  self->person = g_strdup (taga_store_get_person (store));
  self->n_quiet = n_quiet;
  self->failed = G_MAXUINT;
  self->outcome.touched = g_array_new (FALSE, FALSE, sizeof (guint));
  self->new_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->done = done;
  self->user_data = user_data;
  self->destroy = destroy;

  if (is_long (self))
    {
      taga_job_run (widget, _ ("Looking at the changes…"), examine_in_thread,
                    g_rc_box_acquire (self), release_run, examined_cb, self);
    }
  else
    {
      taga_edits_examine (edits, store, 0, G_MAXUINT, &self->outcome, &self->failed, &error);
      examined_cb (error, self);
    }
  release_run (self);
}
