#pragma once

#include "taga-staging.h"

G_BEGIN_DECLS

/**
 * TagaProposalSearch:
 *
 * A search for a text in the rows of a proposal. It goes on in the main loop, some rows at a time,
 * so that nobody waits.
 */
typedef struct _TagaProposalSearch TagaProposalSearch;

/**
 * TagaProposalSearchFunc:
 * @first: position of the first number found that was not there before
 * @done: whether the search has come to its end
 * @user_data: data
 *
 * Hears of what was found.
 */
typedef void (*TagaProposalSearchFunc) (guint first, gboolean done, gpointer user_data);

TagaProposalSearch *taga_proposal_search_new (TagaStaging *staging,
                                              gsize n_rows,
                                              const char *text,
                                              TagaProposalSearchFunc func,
                                              gpointer user_data);
void taga_proposal_search_free (TagaProposalSearch *self);

gboolean taga_proposal_search_is_for (TagaProposalSearch *self, const char *text);
gboolean taga_proposal_search_is_running (TagaProposalSearch *self);
GArray *taga_proposal_search_get_found (TagaProposalSearch *self);

G_END_DECLS
