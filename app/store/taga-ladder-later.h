#pragma once

#include "taga-ladder-rule.h"
#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_ladder_later_read (TagaStore *store, gint64 round, guint32 *put_off, GError **error);
gboolean
taga_ladder_later_add (TagaStore *store, gint64 round, TagaLadderMove move, GError **error);
gboolean taga_ladder_later_clear (TagaStore *store, GError **error);

G_END_DECLS
