#pragma once

#include "taga-advice.h"

/* What the files of the advice share. */

G_BEGIN_DECLS

/* What the file says of the check items. */
typedef struct
{
  GHashTable *answers; /* key -> number */
  GHashTable *costs;   /* key -> yen; none for those that nobody has entered */
  GHashTable *planned; /* key -> TagaAdviceMeasure: the first one that is not finished */
  GPtrArray *measures; /* (element-type TagaAdviceMeasure): what these are */
} TagaAdviceFacts;

void taga_advice_facts_clear (TagaAdviceFacts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TagaAdviceFacts, taga_advice_facts_clear)

gboolean taga_advice_facts_load (TagaAdviceFacts *self, TagaStore *store, GError **error);
gint64 taga_advice_facts_get_cost (const TagaAdviceFacts *self, const char *key);

G_END_DECLS
