#pragma once

#include "taga-self-check.h"
#include "taga-store.h"
#include "taga-tally.h"

G_BEGIN_DECLS

/**
 * TagaRoundSide:
 * @id: number of the round
 * @name: what it is called
 * @date: (nullable): its day
 * @judge: (nullable): who judged
 * @sealed_on: (nullable): when it was sealed
 * @edition: key of the edition that it went by
 * @is_frozen: whether its assets are as they were when it was sealed
 * @n_assets: how many assets it has
 * @n_bands: how many of them are in each band, by [enum@Band]
 * @risk_sum: sum of the risk values that are known
 * @self_check: points of the 25 questions, of each the lowest of all sheets
 *
 * One of two rounds that are compared.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *date;
  char *judge;
  char *sealed_on;
  char *edition;
  gboolean is_frozen;
  guint n_assets;
  guint n_bands[TAGA_MAX_BANDS];
  gint64 risk_sum;
  TagaSelfCheckSum self_check;
} TagaRoundSide;

/**
 * TagaAxisChange:
 * @axis: the axis
 * @before: its score in the one round, in tenths, or `TAGA_UNKNOWN`; missing is not 0
 * @after: its score in the other
 *
 * What became of one axis of the radar.
 */
typedef struct
{
  const TagaItem *axis;
  int before;
  int after;
} TagaAxisChange;

/**
 * TagaGroupChange:
 * @group: the group of check items
 * @before: its answers in the one round
 * @after: its answers in the other
 *
 * What became of one group of check items.
 */
typedef struct
{
  const TagaItem *group;
  TagaTally before;
  TagaTally after;
} TagaGroupChange;

/**
 * TagaAssetChange:
 * @asset: number of the asset
 * @name: what it is called; as in the later round that has it
 * @is_before: whether the one round has it
 * @is_after: whether the other has it
 * @risk_before: its risk value, or `TAGA_UNKNOWN`
 * @risk_after: the same in the other round
 * @band_before: the band of that value
 * @band_after: the same in the other round
 *
 * What became of one asset: another risk or band, or it came or went.
 */
typedef struct
{
  gint64 asset;
  char *name;
  gboolean is_before;
  gboolean is_after;
  int risk_before;
  int risk_after;
  TagaBand band_before;
  TagaBand band_after;
} TagaAssetChange;

/**
 * TagaFinishedMeasure:
 * @id: number of the measure
 * @name: what it is called
 * @finished_on: the day on which it was finished
 *
 * A measure that was finished between two rounds.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *finished_on;
} TagaFinishedMeasure;

/**
 * TagaRoundComparison:
 * @edition: (owned): the edition to which axes and groups belong
 * @before: the one round
 * @after: the other round
 * @axes: (element-type TagaAxisChange): each axis
 * @groups: (element-type TagaGroupChange): each group of check items
 * @assets: (element-type TagaAssetChange): the assets that are not the same, by their numbers
 * @n_same: how many assets have the same risk and band in both
 * @n_new: how many only the other round has
 * @n_gone: how many only the one round has
 * @n_moves: of the assets in both, how many are in the band of the first index in the one round and
 *   in that of the second in the other
 * @measures: (element-type TagaFinishedMeasure): the measures finished after the earlier day and up
 *   to the later one, by that day
 *
 * What two rounds have in common and what became different.
 */
typedef struct
{
  TagaEdition *edition;
  TagaRoundSide before;
  TagaRoundSide after;
  GArray *axes;
  GArray *groups;
  GArray *assets;
  guint n_same;
  guint n_new;
  guint n_gone;
  guint n_moves[TAGA_MAX_BANDS][TAGA_MAX_BANDS];
  GArray *measures;
} TagaRoundComparison;

TagaRoundComparison *
taga_round_compare (TagaStore *store, gint64 before, gint64 after, GError **error);
void taga_round_comparison_free (TagaRoundComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaRoundComparison, taga_round_comparison_free)

G_END_DECLS
