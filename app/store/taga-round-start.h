#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_round_start (TagaStore *store,
                           const char *name,
                           const char *date,
                           const char *judge,
                           const char *note,
                           gint64 from,
                           gint64 *id,
                           GError **error);
gboolean taga_round_insert (TagaStore *store,
                            const TagaValue *values,
                            gint64 from,
                            gint64 *id,
                            GError **error);

G_END_DECLS
