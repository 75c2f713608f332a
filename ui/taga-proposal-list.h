#pragma once

#include <gio/gio.h>

#include "taga-proposal.h"

G_BEGIN_DECLS

/**
 * TAGA_PROPOSAL_ALL_KINDS:
 *
 * Stands for every kind of row of a proposal.
 */
#define TAGA_PROPOSAL_ALL_KINDS (-1)

#define TAGA_TYPE_PROPOSAL_LIST (taga_proposal_list_get_type ())
G_DECLARE_FINAL_TYPE (TagaProposalList, taga_proposal_list, TAGA, PROPOSAL_LIST, GObject)

TagaProposalList *taga_proposal_list_new (TagaStore *store, TagaProposal *proposal, GBytes *kinds);

TagaStore *taga_proposal_list_get_store (TagaProposalList *self);
TagaStaging *taga_proposal_list_get_staging (TagaProposalList *self);

void taga_proposal_list_set_kind (TagaProposalList *self, int kind);

gboolean taga_proposal_list_get_retire (TagaProposalList *self);
void taga_proposal_list_set_retire (TagaProposalList *self, gboolean retire);

gboolean taga_proposal_list_get_ticked (TagaProposalList *self, gint64 number);
void taga_proposal_list_set_ticked (TagaProposalList *self, gint64 number, gboolean ticked);
void taga_proposal_list_tick_all (TagaProposalList *self, gboolean ticked);

guint taga_proposal_list_count_ticked (TagaProposalList *self, int kind);
GBytes *taga_proposal_list_create_ticks (TagaProposalList *self);

G_END_DECLS
