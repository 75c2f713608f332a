#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_decision_action_update (TagaStore *store,
                                      gint64 id,
                                      const guint *fields,
                                      const TagaValue *values,
                                      guint n_fields,
                                      GError **error);
void taga_decision_action_complete (TagaStore *store, TagaValue *values);
gboolean
taga_decision_action_add (TagaStore *store, GPtrArray *decisions, gint64 *id, GError **error);

GArray *taga_decision_action_list_waiting (TagaStore *store, gint64 id, GError **error);
gboolean taga_decision_action_start (TagaStore *store, GArray *measures, GError **error);

G_END_DECLS
