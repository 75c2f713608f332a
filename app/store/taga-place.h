#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_place_find (TagaStore *store,
                          GType type,
                          gint64 id,
                          gboolean after,
                          guint n,
                          gint64 *first,
                          gint64 *distance,
                          GError **error);

G_END_DECLS
