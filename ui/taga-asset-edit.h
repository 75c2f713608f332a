#pragma once

#include "taga-grid.h"
#include "taga-record-list.h"
#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_asset_edit_add (TagaStore *store, gint64 *id, GError **error);
gboolean
taga_asset_edit_clear (TagaGrid *grid, TagaStore *store, TagaRecordList *list, GError **error);
gboolean taga_asset_edit_retire (TagaGrid *grid,
                                 TagaStore *store,
                                 TagaRecordList *list,
                                 gboolean retire,
                                 GError **error);
gboolean
taga_asset_edit_remove (TagaGrid *grid, TagaStore *store, TagaRecordList *list, GError **error);
void taga_asset_edit_copy (TagaGrid *grid, TagaStore *store);

G_END_DECLS
