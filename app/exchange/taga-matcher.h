#pragma once

#include "taga-source.h"
#include "taga-staging.h"

G_BEGIN_DECLS

/**
 * TagaMatcher:
 *
 * Knows the assets of a register by what they are called, and finds the one that a row of a file
 * means. It keeps a few numbers an asset, not the assets.
 */
typedef struct _TagaMatcher TagaMatcher;

typedef enum
{
  TAGA_MATCH_NONE,
  TAGA_MATCH_SAME,
  TAGA_MATCH_NAMED,
} TagaMatch;

TagaMatcher *taga_matcher_new (TagaStore *store, TagaSource *source, GError **error);
void taga_matcher_free (TagaMatcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaMatcher, taga_matcher_free)

TagaMatch taga_matcher_find (TagaMatcher *self, const TagaValue *values, gint64 *id);
void taga_matcher_miss (TagaMatcher *self, const TagaValue *values, guint64 *keys);
void taga_matcher_spare (TagaMatcher *self, const TagaValue *values);
gboolean taga_matcher_settle (TagaMatcher *self,
                              TagaStore *store,
                              TagaStaging **staging,
                              guint *n_same,
                              GError **error);
void taga_matcher_foreach_leftover (TagaMatcher *self,
                                    void (*func) (gint64 id, gpointer user_data),
                                    gpointer user_data);

G_END_DECLS
