#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gint64 taga_own_item_get_id (const char *key);

gboolean taga_own_item_add (TagaStore *store,
                            const char *list,
                            const char *group,
                            const char *title,
                            const char *help,
                            gint64 *id,
                            GError **error);
gboolean taga_own_item_change (TagaStore *store,
                               gint64 id,
                               const char *group,
                               const char *title,
                               const char *help,
                               GError **error);
gboolean taga_own_item_retire (TagaStore *store, gint64 id, GError **error);

G_END_DECLS
