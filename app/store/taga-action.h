#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gboolean
taga_action_add (TagaStore *store, GType type, const TagaValue *values, gint64 *id, GError **error);
gboolean taga_action_set (TagaStore *store,
                          GType type,
                          gint64 id,
                          const guint *fields,
                          const TagaValue *values,
                          guint n_fields,
                          GError **error);
gboolean taga_action_remove (TagaStore *store, GType type, gint64 id, GError **error);
gboolean taga_action_retire (TagaStore *store,
                             const gint64 *ids,
                             guint n_ids,
                             gboolean retire,
                             GError **error);

G_END_DECLS
