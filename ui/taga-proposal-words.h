#pragma once

#include "taga-proposal-list.h"

G_BEGIN_DECLS

/**
 * TagaProposalWords:
 * @staged: the row
 * @name: (nullable): what the asset is called
 * @title: which asset it is, in markup; for a cell which field
 * @details: what would become of it, in markup
 * @new_title: (nullable): which asset it is if the row is taken for a new one
 * @new_details: (nullable): what that one would be like
 * @doubt: (nullable): why the row may mean something else, in markup
 * @unread: (nullable): which cells of the row are not taken, in markup
 *
 * A row of a proposal, or a cell of it, in words.
 */
typedef struct
{
  TagaStagedRow staged;
  char *name;
  char *title;
  char *details;
  char *new_title;
  char *new_details;
  char *doubt;
  char *unread;
} TagaProposalWords;

gboolean taga_proposal_words_read (TagaProposalWords *self,
                                   TagaProposalList *list,
                                   gint64 number,
                                   int field,
                                   GError **error);
void taga_proposal_words_clear (TagaProposalWords *self);

const char *taga_proposal_words_get_title (const TagaProposalWords *self, TagaStagedKind kind);
const char *taga_proposal_words_get_icon (const TagaProposalWords *self, TagaStagedKind kind);
char *taga_proposal_words_create_details (const TagaProposalWords *self,
                                          int field,
                                          TagaStagedKind kind,
                                          guint64 left,
                                          gboolean enabled);
char *taga_proposal_words_describe (const TagaProposalWords *self,
                                    int field,
                                    TagaStagedKind kind,
                                    gboolean enabled);

G_END_DECLS
