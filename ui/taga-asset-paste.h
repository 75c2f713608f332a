#pragma once

#include "taga-grid.h"
#include "taga-record-list.h"
#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_asset_paste (TagaGrid *grid,
                           TagaStore *store,
                           TagaRecordList *list,
                           const char *text,
                           GError **error);

G_END_DECLS
