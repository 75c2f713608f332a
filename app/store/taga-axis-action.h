#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_axis_judge (TagaStore *store,
                          gint64 round,
                          const char *axis,
                          int score,
                          const char *evidence,
                          const char *by,
                          const char *on,
                          GError **error);
gboolean taga_axis_unjudge (TagaStore *store, gint64 round, const char *axis, GError **error);

gboolean taga_axis_set_checks (TagaStore *store,
                               const char *axis,
                               const char *const *checks,
                               GError **error);

G_END_DECLS
