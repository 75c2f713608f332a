#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_round_remove (TagaStore *store, gint64 round, GError **error);

G_END_DECLS
