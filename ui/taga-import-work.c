#include "taga-import-work.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"

/*
 * What an import does in a thread. A store belongs to its thread, so each of these opens the
 * company file for itself; what they leave behind, the source and the proposal, is nobody's in
 * particular and used by one thread at a time.
 */

/**
 * taga_import_reading_new:
 * @store: the company file
 * @file: the file to import
 *
 * Prepares reading a file.
 *
 * Returns: (transfer full): the work, for [func@import_read]
 */
TagaImportReading *
taga_import_reading_new (TagaStore *store, GFile *file)
{
  TagaImportReading *self = g_new0 (TagaImportReading, 1);

  self->store = g_object_ref (store);
  self->path = g_strdup (taga_store_get_path (store));
  self->file = g_object_ref (file);

  return self;
}

/**
 * taga_import_reading_free:
 * @self: (transfer full): the work
 *
 * Frees it.
 */
void
taga_import_reading_free (TagaImportReading *self)
{
  g_clear_object (&self->store);
  g_free (self->path);
  g_clear_object (&self->file);
  g_clear_object (&self->source);
  g_clear_object (&self->proposal);
  g_clear_pointer (&self->kinds, g_bytes_unref);
  g_free (self);
}

static gboolean
note_kind (gint64 number,
           const TagaStagedRow *row,
           const TagaValue *values,
           gpointer user_data,
           GError **error)
{
  guint8 *kinds = user_data;

  kinds[number - 1] = (guint8) row->kind;
  return TRUE;
}

static gboolean
collect_kinds (TagaImportReading *self, GError **error)
{
  TagaStaging *staging = taga_proposal_get_staging (self->proposal);
  g_autofree guint8 *kinds = NULL;
  gsize n = 0;

  for (guint kind = TAGA_STAGED_NEW; kind <= TAGA_STAGED_GONE; kind++)
    n += taga_staging_count (staging, kind);

  kinds = g_new0 (guint8, n);
  for (guint kind = TAGA_STAGED_NEW; kind <= TAGA_STAGED_GONE; kind++)
    if (!taga_staging_foreach (staging, kind, FALSE, note_kind, kinds, error))
      return FALSE;

  self->kinds = g_bytes_new_take (g_steal_pointer (&kinds), n);
  return TRUE;
}

static gboolean
compare (TagaImportReading *self, TagaStore *store, TagaJob *job, GError **error)
{
  TagaSheets *sheets = taga_source_get_sheets (self->source);
  g_autoptr (GError) local_error = NULL;

  taga_sheets_set_progress (sheets, taga_job_report, job);
  self->proposal =
      taga_proposal_new (store, self->source, taga_job_get_cancellable (job), &local_error);
  taga_sheets_set_progress (sheets, NULL, NULL);

  if (self->proposal != NULL)
    return collect_kinds (self, error);

  /* That the scale cannot be told is no failure, but a question. */
  if (g_error_matches (local_error, TAGA_SOURCE_ERROR, TAGA_SOURCE_ERROR_NO_SCALE))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * taga_import_read:
 * @job: the job
 * @reading: the work
 * @error: return location for an error
 *
 * Reads a file and compares it with the register, in a thread.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_SOURCE_ERROR_NO_HEADER`, `G_IO_ERROR_CANCELLED`, any
 *   [error@SheetError] or any [error@StoreError]
 */
gboolean
taga_import_read (TagaJob *job, gpointer reading, GError **error)
{
  TagaImportReading *self = reading;
  g_autoptr (TagaStore) store = taga_store_open (self->path, TRUE, error);

  if (store == NULL)
    return FALSE;

  if (self->source == NULL)
    self->source = taga_source_open (self->file, TAGA_TYPE_ASSET, taga_store_get_edition (store),
                                     taga_job_get_cancellable (job), error);
  if (self->source == NULL)
    return FALSE;

  if (self->scale != TAGA_SOURCE_SCALE_UNKNOWN)
    taga_source_set_scale (self->source, self->scale);

  return compare (self, store, job, error);
}

/**
 * taga_import_writing_new:
 * @store: the company file
 * @proposal: what to take over
 * @file: the file that it was read from
 *
 * Prepares taking over a proposal. The caller fills in the ticks.
 *
 * Returns: (transfer full): the work, for [func@import_write]
 */
TagaImportWriting *
taga_import_writing_new (TagaStore *store, TagaProposal *proposal, GFile *file)
{
  TagaImportWriting *self = g_new0 (TagaImportWriting, 1);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  self->store = g_object_ref (store);
  self->path = g_strdup (taga_store_get_path (store));
  self->person = g_strdup (taga_store_get_person (store));
  self->label = g_strdup_printf (_ ("Import “%s”"), shown);
  self->proposal = g_object_ref (proposal);

  return self;
}

/**
 * taga_import_writing_free:
 * @self: (transfer full): the work
 *
 * Frees it.
 */
void
taga_import_writing_free (TagaImportWriting *self)
{
  g_clear_object (&self->store);
  g_free (self->path);
  g_free (self->person);
  g_free (self->label);
  g_clear_object (&self->proposal);
  g_clear_pointer (&self->known_ticks, g_bytes_unref);
  g_clear_pointer (&self->ticks, g_bytes_unref);
  g_free (self);
}

static gboolean
hand_over_ticks (TagaImportWriting *self, GError **error)
{
  TagaStaging *staging = taga_proposal_get_staging (self->proposal);
  gsize n;
  const guint8 *ticks = g_bytes_get_data (self->ticks, &n);
  const guint8 *known =
      self->known_ticks == NULL ? NULL : g_bytes_get_data (self->known_ticks, NULL);

  for (gsize i = 0; i < n; i++)
    if ((known == NULL || ticks[i] != known[i])
        && !taga_staging_set_ticked (staging, (gint64) i + 1, ticks[i], error))
      return FALSE;

  self->has_ticks = TRUE;
  return TRUE;
}

/**
 * taga_import_write:
 * @job: the job
 * @writing: the work
 * @error: return location for an error
 *
 * Takes over what is ticked, in a thread, all of it or nothing.
 *
 * Returns: `TRUE` when it is on disk, or `FALSE` with `G_IO_ERROR_CANCELLED` or any
 *   [error@StoreError] and nothing changed
 */
gboolean
taga_import_write (TagaJob *job, gpointer writing, GError **error)
{
  TagaImportWriting *self = writing;
  g_autoptr (TagaStore) store = NULL;

  if (!hand_over_ticks (self, error))
    return FALSE;

  store = taga_store_open (self->path, FALSE, error);
  if (store == NULL)
    return FALSE;

  taga_store_set_person (store, self->person);
  return taga_proposal_apply (self->proposal, store, self->label, self->retire_missing,
                              taga_job_get_cancellable (job), error);
}
