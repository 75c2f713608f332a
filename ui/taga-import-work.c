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
  g_clear_pointer (&self->plan, taga_import_plan_free);
  g_clear_pointer (&self->marks, g_bytes_unref);
  g_free (self);
}

typedef struct
{
  TagaStaging *staging;
  TagaProposalMark *marks;
} Notes;

/* What is doubtful is not ticked before somebody has looked at it. */
static gboolean
note_row (gint64 number,
          const TagaStagedRow *row,
          const TagaValue *values,
          gpointer user_data,
          GError **error)
{
  Notes *notes = user_data;

  notes->marks[number - 1] =
      (TagaProposalMark){ row->mask, (guint8) row->kind, (guint8) row->doubt, row->id != 0 };
  return row->doubt == TAGA_DOUBT_NONE
         || taga_staging_set_ticked (notes->staging, number, FALSE, error);
}

static gboolean
collect_marks (TagaImportReading *self, GError **error)
{
  TagaStaging *staging = taga_proposal_get_staging (self->proposal);
  g_autofree TagaProposalMark *marks = NULL;
  Notes notes;
  gsize n = 0;

  for (guint kind = 0; kind < TAGA_STAGED_N_KINDS; kind++)
    n += taga_staging_count (staging, kind);

  marks = g_new0 (TagaProposalMark, n);
  notes = (Notes){ staging, marks };
  for (guint kind = 0; kind < TAGA_STAGED_N_KINDS; kind++)
    if (!taga_staging_foreach (staging, kind, FALSE, note_row, &notes, error))
      return FALSE;

  self->marks = g_bytes_new_take (g_steal_pointer (&marks), n * sizeof (TagaProposalMark));
  return TRUE;
}

static gboolean
compare (TagaImportReading *self, TagaStore *store, TagaJob *job, GError **error)
{
  TagaSheets *sheets = taga_source_get_sheets (self->source);

  taga_sheets_set_progress (sheets, taga_job_report, job);
  self->proposal = taga_proposal_new (store, self->source, taga_job_get_cancellable (job), error);
  taga_sheets_set_progress (sheets, NULL, NULL);

  return self->proposal != NULL && collect_marks (self, error);
}

static gboolean
needs_look (TagaImportReading *self)
{
  return self->look_first
         && (!taga_import_plan_check (taga_source_get_plan (self->source), NULL)
             || !taga_source_is_certain (self->source));
}

/**
 * taga_import_read:
 * @job: the job
 * @reading: the work
 * @error: return location for an error
 *
 * Reads a file and compares it with the register, in a thread, unless somebody should look first.
 *
 * Returns: `TRUE`, or `FALSE` with `G_IO_ERROR_CANCELLED`, any [error@SourceError], any
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

  if (self->plan != NULL)
    taga_source_set_plan (self->source, self->plan);
  if (self->header_row > 0)
    return taga_source_move_header (self->source, self->header_sheet, self->header_row,
                                    taga_job_get_cancellable (job), error);

  return needs_look (self) || compare (self, store, job, error);
}

/**
 * taga_import_writing_new:
 * @store: the company file
 * @proposal: what to take over
 * @file: the file that it was read from
 *
 * Prepares taking over a proposal. The caller fills in the choices.
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
  g_clear_pointer (&self->known, g_bytes_unref);
  g_clear_pointer (&self->choices, g_bytes_unref);
  g_free (self);
}

/**
 * taga_import_summarise:
 * @choices: what was taken over
 * @n_before: how many assets there were
 * @n_after: how many there are
 *
 * Says what an import did.
 *
 * Returns: (transfer full): the text
 */
char *
taga_import_summarise (TagaProposalChoices *choices, guint n_before, guint n_after)
{
  guint n_new = taga_proposal_choices_count_ticked (choices, TAGA_STAGED_NEW);
  guint n_changed = taga_proposal_choices_count_ticked (choices, TAGA_STAGED_CHANGED);
  guint n_retired = taga_proposal_choices_count_ticked (choices, TAGA_STAGED_GONE);

  if (n_retired == 0)
    return g_strdup_printf (
        /* Translators: how many assets there were before and are now */
        _ ("Imported: %'u → %'u assets (%'u new, %'u changed). You can undo it."), n_before,
        n_after, n_new, n_changed);

  return g_strdup_printf (
      /* Translators: how many assets there were before and are now */
      _ ("Imported: %'u → %'u assets (%'u new, %'u changed, %'u retired). You can undo it."),
      n_before, n_after, n_new, n_changed, n_retired);
}

static gboolean
is_equal (const TagaStagedChoice *a, const TagaStagedChoice *b)
{
  return a->kind == b->kind && a->ticked == b->ticked && a->left == b->left;
}

static gboolean
hand_over_choices (TagaImportWriting *self, GError **error)
{
  TagaStaging *staging = taga_proposal_get_staging (self->proposal);
  gsize size;
  const TagaStagedChoice *choices = g_bytes_get_data (self->choices, &size);
  const TagaStagedChoice *known = self->known == NULL ? NULL : g_bytes_get_data (self->known, NULL);

  for (gsize i = 0; i < size / sizeof (TagaStagedChoice); i++)
    if ((known == NULL || !is_equal (&choices[i], &known[i]))
        && !taga_staging_choose (staging, (gint64) i + 1, &choices[i], error))
      return FALSE;

  self->has_choices = TRUE;
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

  if (!hand_over_choices (self, error))
    return FALSE;

  store = taga_store_open (self->path, FALSE, error);
  if (store == NULL)
    return FALSE;

  taga_store_set_person (store, self->person);
  return taga_proposal_apply (self->proposal, store, self->label, self->retire_missing,
                              taga_job_get_cancellable (job), error);
}
