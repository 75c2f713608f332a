#pragma once

#include "taga-doubt.h"
#include "taga-source.h"
#include "taga-staging.h"
#include "taga-unread.h"

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
  TAGA_MATCH_ONE_OF_SEVERAL,
} TagaMatch;

TagaMatcher *taga_matcher_new (TagaSource *source, TagaUnread *unread);
void taga_matcher_free (TagaMatcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaMatcher, taga_matcher_free)

gboolean taga_matcher_begin (TagaMatcher *self, TagaStore *store, guint sheet, GError **error);
TagaMatch taga_matcher_find (TagaMatcher *self, const TagaValue *values, gint64 *id);
TagaDoubt taga_matcher_miss (TagaMatcher *self, guint64 *keys);
void taga_matcher_spare (TagaMatcher *self, const TagaValue *values);
gboolean
taga_matcher_settle (TagaMatcher *self, TagaStore *store, TagaStaging *staging, GError **error);
GHashTable *taga_matcher_collect_leftovers (TagaMatcher *self);

G_END_DECLS
