#pragma once

#include <gio/gio.h>

#include "taga-round-compare.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ASSET_CHANGES (taga_asset_changes_get_type ())
G_DECLARE_FINAL_TYPE (TagaAssetChanges, taga_asset_changes, TAGA, ASSET_CHANGES, GObject)

#define TAGA_TYPE_ASSET_CHANGE_ITEM (taga_asset_change_item_get_type ())
G_DECLARE_FINAL_TYPE (TagaAssetChangeItem, taga_asset_change_item, TAGA, ASSET_CHANGE_ITEM, GObject)

TagaAssetChanges *taga_asset_changes_new (TagaRoundComparison *comparison);
const TagaRoundComparison *taga_asset_changes_get_comparison (TagaAssetChanges *self);

gint64 taga_asset_change_item_get_asset (TagaAssetChangeItem *self);
const char *taga_asset_change_item_get_name (TagaAssetChangeItem *self);
char *taga_asset_change_item_format (TagaAssetChangeItem *self);

G_END_DECLS
