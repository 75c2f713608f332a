#pragma once

#include "taga-doubt.h"

G_BEGIN_DECLS

/**
 * TAGA_PROPOSAL_ALL_KINDS:
 *
 * Stands for every kind of row of a proposal that would do something.
 */
#define TAGA_PROPOSAL_ALL_KINDS (-1)

/**
 * TAGA_PROPOSAL_DOUBTFUL:
 *
 * Stands for the rows of a proposal that may mean something else.
 */
#define TAGA_PROPOSAL_DOUBTFUL (-2)

/**
 * TagaProposalMark:
 * @mask: which fields the row would set
 * @kind: what it would do
 * @doubt: why it may mean something else
 * @found: whether it was found to be an asset of the register
 *
 * What is known of each row of a proposal, however many there are.
 */
typedef struct
{
  guint64 mask;
  guint8 kind;
  guint8 doubt;
  guint8 found;
} TagaProposalMark;

/**
 * TagaProposalChoices:
 *
 * What the user wants of each row of a proposal and of each cell. Rows are counted from 0 here.
 */
typedef struct _TagaProposalChoices TagaProposalChoices;

TagaProposalChoices *taga_proposal_choices_new (GBytes *marks);
void taga_proposal_choices_free (TagaProposalChoices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaProposalChoices, taga_proposal_choices_free)

gsize taga_proposal_choices_count (TagaProposalChoices *self);
const TagaProposalMark *taga_proposal_choices_get_mark (TagaProposalChoices *self, gsize row);
TagaStagedKind taga_proposal_choices_get_kind (TagaProposalChoices *self, gsize row);
void taga_proposal_choices_set_kind (TagaProposalChoices *self, gsize row, TagaStagedKind kind);
gboolean taga_proposal_choices_get_retire (TagaProposalChoices *self);
void taga_proposal_choices_set_retire (TagaProposalChoices *self, gboolean retire);
gboolean taga_proposal_choices_can_tick (TagaProposalChoices *self, gsize row);
gboolean taga_proposal_choices_get_ticked (TagaProposalChoices *self, gsize row, int field);
void
taga_proposal_choices_set_ticked (TagaProposalChoices *self, gsize row, int field, gboolean ticked);
guint64 taga_proposal_choices_get_left (TagaProposalChoices *self, gsize row);
gboolean taga_proposal_choices_is_partial (TagaProposalChoices *self, gsize row);
guint taga_proposal_choices_count_ticked (TagaProposalChoices *self, int kind);
GBytes *taga_proposal_choices_create (TagaProposalChoices *self);

G_END_DECLS
