#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_measure_action_update (TagaStore *store,
                                     gint64 id,
                                     const guint *fields,
                                     const TagaValue *values,
                                     guint n_fields,
                                     GError **error);
void taga_measure_action_date (TagaValue *values);
GStrv taga_measure_action_list_open_checks (TagaStore *store, gint64 id, GError **error);
gboolean taga_measure_action_answer (TagaStore *store, const char *const *checks, GError **error);

G_END_DECLS
