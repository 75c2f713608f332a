#pragma once

#include "taga-doubt.h"
#include "taga-source.h"
#include "taga-staging.h"

G_BEGIN_DECLS

/**
 * TagaRejection:
 * @sheet: position of the sheet in the file
 * @sheet_name: what it is called
 * @row: number of the row in the sheet
 * @column: what the file calls the column
 * @name: (nullable): what the asset is called, if that could be read
 * @text: (nullable): what stands in the cell
 * @reason: a sentence
 * @taken: whether the rest of the row is taken
 *
 * A cell that could not be read. Where the asset has a name, and the cell may as well be empty, the
 * row is taken without it.
 */
typedef struct
{
  guint sheet;
  char *sheet_name;
  guint row;
  char *column;
  char *name;
  char *text;
  char *reason;
  gboolean taken;
} TagaRejection;

#define TAGA_TYPE_PROPOSAL (taga_proposal_get_type ())
G_DECLARE_FINAL_TYPE (TagaProposal, taga_proposal, TAGA, PROPOSAL, GObject)

TagaProposal *
taga_proposal_new (TagaStore *store, TagaSource *source, GCancellable *cancellable, GError **error);

guint taga_proposal_count (TagaProposal *self, TagaStagedKind kind);
guint taga_proposal_count_same (TagaProposal *self);
GPtrArray *taga_proposal_get_rejections (TagaProposal *self);
guint64 taga_proposal_get_unread (TagaProposal *self, guint sheet, guint row);
TagaStaging *taga_proposal_get_staging (TagaProposal *self);

gboolean taga_proposal_apply (TagaProposal *self,
                              TagaStore *store,
                              const char *label,
                              gboolean retire_missing,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
