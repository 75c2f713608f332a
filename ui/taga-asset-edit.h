#pragma once

#include "taga-grid.h"
#include "taga-record-list.h"
#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_asset_edit_add (TagaStore *store, gint64 *id, GError **error);

G_END_DECLS
