#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gint64 taga_measure_new_for_assets (TagaStore *store, GArray *ids, GError **error);
gboolean taga_measure_new_for_groups (TagaStore *store, GPtrArray *groups, GError **error);

G_END_DECLS
