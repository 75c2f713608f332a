#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaRoundAsset:
 * @asset: number of the asset
 * @risk: its risk value, or `TAGA_UNKNOWN`
 * @band: the band of that value
 * @name: (nullable): what it is called
 *
 * What one asset is in one round.
 */
typedef struct
{
  gint64 asset;
  int risk;
  TagaBand band;
  const char *name;
} TagaRoundAsset;

/**
 * TagaRoundAssets:
 * @rows: (element-type TagaRoundAsset): the assets, by their numbers
 * @names: (owned): holds their names
 *
 * What all assets are in one round: as it was written down when the round was sealed, or as its
 * answers make it now.
 */
typedef struct
{
  GArray *rows;
  GStringChunk *names;
} TagaRoundAssets;

TagaRoundAssets *taga_round_assets_read (TagaStore *store, gint64 round, GError **error);
void taga_round_assets_free (TagaRoundAssets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaRoundAssets, taga_round_assets_free)

gboolean taga_round_is_frozen (TagaStore *store, gint64 round, gboolean *is_frozen, GError **error);

G_END_DECLS
