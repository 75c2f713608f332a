#pragma once

#include "taga-advice-groups.h"

G_BEGIN_DECLS

gint64 taga_measure_new_for_assets (TagaStore *store, GArray *ids, GError **error);
TagaValue *taga_measure_new_draft (TagaStore *store, const TagaAdviceGroup *group);
gboolean taga_measure_new_add (TagaStore *store, GPtrArray *drafts, GError **error);

G_END_DECLS
