#include "taga-stocktake-work.h"

#include "taga-stocktake-run.h"
#include "taga-stocktake-send.h"

/**
 * taga_stocktake_work_new:
 * @store: the company file in the main thread
 * @user_data: whatever the caller needs when it is done
 *
 * Prepares work. The caller fills in what it is about.
 *
 * Returns: (transfer full): the work
 */
TagaStocktakeWork *
taga_stocktake_work_new (TagaStore *store, gpointer user_data)
{
  TagaStocktakeWork *self = g_new0 (TagaStocktakeWork, 1);

  self->path = g_strdup (taga_store_get_path (store));
  self->person = g_strdup (taga_store_get_person (store));
  self->user_data = user_data;

  return self;
}

/**
 * taga_stocktake_work_free:
 * @self: (transfer full): the work
 *
 * Frees it.
 */
void
taga_stocktake_work_free (TagaStocktakeWork *self)
{
  g_free (self->path);
  g_free (self->person);
  g_free (self->due);
  g_strfreev (self->departments);
  g_clear_object (&self->file);
  g_free (self->label);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_object (&self->back);
  g_free (self);
}

static TagaStore *
open_store (TagaStocktakeWork *self, gboolean read_only, GError **error)
{
  TagaStore *store = taga_store_open (self->path, read_only, error);

  if (store != NULL)
    taga_store_set_person (store, self->person);

  return store;
}

/**
 * taga_stocktake_work_start:
 * @job: the job
 * @work: the work
 * @error: return location for an error
 *
 * Starts a stock-taking, in a thread.
 *
 * Returns: `TRUE`, or `FALSE` with what [func@stocktake_start] says
 */
gboolean
taga_stocktake_work_start (TagaJob *job, gpointer work, GError **error)
{
  TagaStocktakeWork *self = work;
  g_autoptr (TagaStore) store = open_store (self, FALSE, error);

  return store != NULL
         && taga_stocktake_start (store, self->due, (const char *const *) self->departments,
                                  taga_job_get_cancellable (job), NULL, error);
}

/**
 * taga_stocktake_work_send:
 * @job: the job
 * @work: the work
 * @error: return location for an error
 *
 * Writes the workbooks for the departments, in a thread.
 *
 * Returns: `TRUE`, or `FALSE` with what [func@stocktake_send] says
 */
gboolean
taga_stocktake_work_send (TagaJob *job, gpointer work, GError **error)
{
  TagaStocktakeWork *self = work;
  g_autoptr (TagaStore) store = open_store (self, FALSE, error);

  return store != NULL
         && taga_stocktake_send (store, self->file, taga_job_report, job,
                                 taga_job_get_cancellable (job), &self->names, error);
}

/**
 * taga_stocktake_work_read:
 * @job: the job
 * @work: the work
 * @error: return location for an error
 *
 * Reads a workbook that came back, in a thread.
 *
 * Returns: `TRUE`, or `FALSE` with what [ctor@StocktakeReturn.new] says
 */
gboolean
taga_stocktake_work_read (TagaJob *job, gpointer work, GError **error)
{
  TagaStocktakeWork *self = work;
  g_autoptr (TagaStore) store = open_store (self, TRUE, error);

  if (store != NULL)
    self->back = taga_stocktake_return_new (store, self->file, taga_job_report, job,
                                            taga_job_get_cancellable (job), error);

  return self->back != NULL;
}

/**
 * taga_stocktake_work_apply:
 * @job: the job
 * @work: the work
 * @error: return location for an error
 *
 * Takes over what a workbook says, in a thread, all of it or nothing.
 *
 * Returns: `TRUE`, or `FALSE` with what [method@StocktakeReturn.apply] says
 */
gboolean
taga_stocktake_work_apply (TagaJob *job, gpointer work, GError **error)
{
  TagaStocktakeWork *self = work;
  g_autoptr (TagaStore) store = open_store (self, FALSE, error);

  return store != NULL
         && taga_stocktake_return_apply (self->back, store, self->label,
                                         taga_job_get_cancellable (job), error);
}
