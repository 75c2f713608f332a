#pragma once

#include "taga-source.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaMatcher:
 *
 * Knows the assets of a register by what they are called, and finds the one that a row of a file
 * means. It keeps three numbers an asset, not the assets.
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

void taga_matcher_make_keys (const TagaValue *values, guint64 *keys);
TagaMatch taga_matcher_find (TagaMatcher *self, const TagaValue *values, gint64 *id);
gint64 taga_matcher_take_leftover (TagaMatcher *self, guint loose, guint64 key);
void taga_matcher_foreach_leftover (TagaMatcher *self,
                                    void (*func) (gint64 id, gpointer user_data),
                                    gpointer user_data);

G_END_DECLS
