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
 * @reason: a sentence
 *
 * A cell for which its row could not be read.
 */
typedef struct
{
  guint sheet;
  char *sheet_name;
  guint row;
  char *column;
  char *reason;
} TagaRejection;

#define TAGA_TYPE_PROPOSAL (taga_proposal_get_type ())
G_DECLARE_FINAL_TYPE (TagaProposal, taga_proposal, TAGA, PROPOSAL, GObject)

TagaProposal *
taga_proposal_new (TagaStore *store, TagaSource *source, GCancellable *cancellable, GError **error);

guint taga_proposal_count (TagaProposal *self, TagaStagedKind kind);
guint taga_proposal_count_same (TagaProposal *self);
GPtrArray *taga_proposal_get_rejections (TagaProposal *self);
TagaStaging *taga_proposal_get_staging (TagaProposal *self);

gboolean taga_proposal_apply (TagaProposal *self,
                              TagaStore *store,
                              const char *label,
                              gboolean retire_missing,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
