#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaTopRanks:
 * @edition: (owned): the edition that lists the threats
 * @n: how many threats the list has
 * @threats: (array length=n): the threats, in the published order
 * @ranks: (array length=n): the company's own number for each, or `TAGA_UNKNOWN`
 * @notes: (array length=n): the remark on each, or `NULL`
 * @ids: (array length=n): the number of each one's record, or 0 if nothing was entered yet
 *
 * The threats of a year, as the company numbers them for itself in the round in use.
 */
typedef struct
{
  TagaEdition *edition;
  guint n;
  const TagaItem **threats;
  int *ranks;
  char **notes;
  gint64 *ids;
} TagaTopRanks;

TagaTopRanks *taga_top_ranks_read (TagaStore *store, const char *list, GError **error);
void taga_top_ranks_free (TagaTopRanks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaTopRanks, taga_top_ranks_free)

int taga_top_ranks_find (const TagaTopRanks *self, const char *threat);
gboolean taga_top_ranks_place (TagaStore *store, const char *threat, gint64 rank, GError **error);
gboolean
taga_top_ranks_set_note (TagaStore *store, const char *threat, const char *note, GError **error);
gboolean
taga_top_ranks_move (TagaStore *store, const char *threat, int by, gboolean *moved, GError **error);

G_END_DECLS
