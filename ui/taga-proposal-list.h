#pragma once

#include <gio/gio.h>

#include "taga-proposal-choices.h"
#include "taga-proposal.h"

G_BEGIN_DECLS

#define TAGA_TYPE_PROPOSAL_LIST (taga_proposal_list_get_type ())
G_DECLARE_FINAL_TYPE (TagaProposalList, taga_proposal_list, TAGA, PROPOSAL_LIST, GObject)

TagaProposalList *taga_proposal_list_new (TagaStore *store,
                                          TagaSource *source,
                                          TagaProposal *proposal,
                                          GBytes *marks);

TagaStore *taga_proposal_list_get_store (TagaProposalList *self);
TagaProposal *taga_proposal_list_get_proposal (TagaProposalList *self);
TagaProposalChoices *taga_proposal_list_get_choices (TagaProposalList *self);
const char *taga_proposal_list_get_sheet (TagaProposalList *self, guint sheet);

void taga_proposal_list_set_kind (TagaProposalList *self, int kind);
void taga_proposal_list_set_search (TagaProposalList *self, const char *text);
gboolean taga_proposal_list_is_searching (TagaProposalList *self);

void taga_proposal_list_set_retire (TagaProposalList *self, gboolean retire);

void taga_proposal_list_set_new (TagaProposalList *self, gint64 number, gboolean is_new);
void
taga_proposal_list_set_ticked (TagaProposalList *self, gint64 number, int field, gboolean ticked);
void taga_proposal_list_tick_all (TagaProposalList *self, gboolean ticked);

guint taga_proposal_list_count (TagaProposalList *self, int kind);

G_END_DECLS
