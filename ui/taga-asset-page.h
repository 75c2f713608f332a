#pragma once

#include <adwaita.h>

#include "taga-record-table.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ASSET_PAGE (taga_asset_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaAssetPage, taga_asset_page, TAGA, ASSET_PAGE, AdwBin)

TagaRecordTable *taga_asset_page_get_table (TagaAssetPage *self);

void taga_asset_page_add (TagaAssetPage *self);
void taga_asset_page_toggle_inspector (TagaAssetPage *self);

G_END_DECLS
