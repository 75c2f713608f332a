#pragma once

#include "taga-job.h"
#include "taga-proposal.h"

G_BEGIN_DECLS

/**
 * TagaImportReading:
 * @store: the company file in the main thread; not to be touched in another
 * @path: where it is
 * @file: the file to import
 * @scale: the scale that the user says it has, or unknown to go by the file
 * @source: (nullable): what was found in the file; kept for a second reading
 * @proposal: (nullable): the outcome, or `NULL` if the scale cannot be told
 * @kinds: (nullable): a byte with the kind of each row of the proposal
 * @user_data: whatever the caller needs when it is done
 *
 * Reading a file and comparing it with the register.
 */
typedef struct
{
  TagaStore *store;
  char *path;
  GFile *file;
  TagaSourceScale scale;

  TagaSource *source;
  TagaProposal *proposal;
  GBytes *kinds;

  gpointer user_data;
} TagaImportReading;

/**
 * TagaImportWriting:
 * @store: the company file in the main thread; not to be touched in another
 * @path: where it is
 * @person: whose step it is
 * @label: what the step is called
 * @proposal: what to take over
 * @known_ticks: (nullable): a byte for each row: which are ticked in the proposal so far, if known
 * @ticks: a byte for each row: which are to be
 * @retire_missing: whether ticked assets that the file does not have are retired
 * @n_before: how many assets there are before
 * @has_ticks: the outcome: whether the proposal has all the ticks now
 * @user_data: whatever the caller needs when it is done
 *
 * Taking over a proposal, as one step.
 */
typedef struct
{
  TagaStore *store;
  char *path;
  char *person;
  char *label;
  TagaProposal *proposal;
  GBytes *known_ticks;
  GBytes *ticks;
  gboolean retire_missing;
  gint64 n_before;

  gboolean has_ticks;

  gpointer user_data;
} TagaImportWriting;

TagaImportReading *taga_import_reading_new (TagaStore *store, GFile *file);
void taga_import_reading_free (TagaImportReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaImportReading, taga_import_reading_free)
gboolean taga_import_read (TagaJob *job, gpointer reading, GError **error);

TagaImportWriting *taga_import_writing_new (TagaStore *store, TagaProposal *proposal, GFile *file);
void taga_import_writing_free (TagaImportWriting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaImportWriting, taga_import_writing_free)
gboolean taga_import_write (TagaJob *job, gpointer writing, GError **error);

G_END_DECLS
