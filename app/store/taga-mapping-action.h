#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gboolean
taga_mapping_counts (TagaEdition *edition, const char *kind, const char *item, const char *target);
gint64 taga_mapping_count_changes (TagaStore *store, const char *item, GError **error);

gboolean taga_mapping_set (TagaStore *store,
                           const char *kind,
                           const char *item,
                           const char *target,
                           gboolean counts,
                           GError **error);
gboolean taga_mapping_reset (TagaStore *store, const char *item, GError **error);

G_END_DECLS
