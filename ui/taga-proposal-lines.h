#pragma once

#include "taga-proposal-choices.h"

G_BEGIN_DECLS

/**
 * TagaProposalLine:
 * @number: number of a row of the proposal, from 1
 * @field: the cell of it that the line is, or -1 for the row
 *
 * One line of the list of a proposal.
 */
typedef struct
{
  guint32 number;
  gint32 field;
} TagaProposalLine;

gboolean taga_proposal_lines_are_of (TagaProposalChoices *choices, gint64 number, int kind);
void taga_proposal_lines_append (GArray *lines, TagaProposalChoices *choices, gint64 number);
void taga_proposal_lines_append_all (GArray *lines, TagaProposalChoices *choices, int kind);
gboolean taga_proposal_lines_update (GArray *lines,
                                     TagaProposalChoices *choices,
                                     gint64 number,
                                     guint *position,
                                     guint *n_removed,
                                     guint *n_added);

G_END_DECLS
