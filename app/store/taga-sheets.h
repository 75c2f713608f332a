#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_sheets_add (TagaStore *store, const char *name, gint64 *id, GError **error);
gboolean taga_sheets_rename (TagaStore *store, gint64 id, const char *name, GError **error);
gboolean taga_sheets_remove (TagaStore *store, gint64 id, GError **error);

G_END_DECLS
