#pragma once

#include "taga-job.h"
#include "taga-proposal-list.h"

G_BEGIN_DECLS

/**
 * TagaImportReading:
 * @store: the company file in the main thread; not to be touched in another
 * @path: where it is
 * @file: the file to import
 * @plan: (nullable): how the user wants it read, or `NULL` as found
 * @look_first: whether to stop before comparing if somebody should look at the plan first
 * @header_sheet: the sheet whose header is moved
 * @header_row: the row that becomes its header, or 0 to move none; then nothing is compared
 * @source: (nullable): what was found in the file; kept for a second reading
 * @proposal: (nullable): the outcome, or `NULL` if nothing was compared
 * @marks: (nullable) (element-type TagaProposalMark): what each row of the proposal is
 * @user_data: whatever the caller needs when it is done
 *
 * Reading a file and comparing it with the register.
 */
typedef struct
{
  TagaStore *store;
  char *path;
  GFile *file;
  TagaImportPlan *plan;
  gboolean look_first;
  guint header_sheet;
  guint header_row;

  TagaSource *source;
  TagaProposal *proposal;
  GBytes *marks;

  gpointer user_data;
} TagaImportReading;

/**
 * TagaImportWriting:
 * @store: the company file in the main thread; not to be touched in another
 * @path: where it is
 * @person: whose step it is
 * @label: what the step is called
 * @proposal: what to take over
 * @known: (nullable) (element-type TagaStagedChoice): what the proposal has so far, if known
 * @choices: (element-type TagaStagedChoice): what the user wants of each row
 * @retire_missing: whether ticked assets that the file does not have are retired
 * @n_before: how many assets there are before
 * @has_choices: the outcome: whether the proposal has all the choices now
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
  GBytes *known;
  GBytes *choices;
  gboolean retire_missing;
  gint64 n_before;

  gboolean has_choices;

  gpointer user_data;
} TagaImportWriting;

TagaImportReading *taga_import_reading_new (TagaStore *store, GFile *file);
void taga_import_reading_free (TagaImportReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaImportReading, taga_import_reading_free)
gboolean taga_import_read (TagaJob *job, gpointer reading, GError **error);

TagaImportWriting *taga_import_writing_new (TagaStore *store, TagaProposal *proposal, GFile *file);
void taga_import_writing_free (TagaImportWriting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaImportWriting, taga_import_writing_free)
char *taga_import_summarise (TagaProposalChoices *choices, guint n_before, guint n_after);
gboolean taga_import_write (TagaJob *job, gpointer writing, GError **error);

G_END_DECLS
