#pragma once

#include "taga-proposal-list.h"

G_BEGIN_DECLS

#define TAGA_TYPE_PROPOSAL_ROW (taga_proposal_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaProposalRow, taga_proposal_row, TAGA, PROPOSAL_ROW, GObject)

TagaProposalRow *taga_proposal_row_new (TagaProposalList *list, gint64 number, int field);

gint64 taga_proposal_row_get_number (TagaProposalRow *self);
int taga_proposal_row_get_field (TagaProposalRow *self);
gboolean taga_proposal_row_is_doubtful (TagaProposalRow *self);
void taga_proposal_row_switch (TagaProposalRow *self);
TagaStagedKind taga_proposal_row_get_kind (TagaProposalRow *self);
const char *taga_proposal_row_get_name (TagaProposalRow *self);
char *taga_proposal_row_describe (TagaProposalRow *self);

gboolean taga_proposal_row_get_ticked (TagaProposalRow *self);
gboolean taga_proposal_row_is_partial (TagaProposalRow *self);
void taga_proposal_row_set_ticked (TagaProposalRow *self, gboolean ticked);

void taga_proposal_row_refresh (TagaProposalRow *self);

G_END_DECLS
