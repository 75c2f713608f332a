#pragma once

#include "taga-stocktake-read.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaStocktakeEntry:
 * @item: the item's number
 * @asset: the asset's
 * @name: what it was called when the stock-taking began
 * @department: whose it was then; empty for none
 * @state: what was said of it so far
 * @sending: which sending it went out with last, or `TAGA_UNKNOWN`
 * @base: (nullable): what was sent then, by field of a line
 * @row: (nullable): the row of the workbook that means it
 * @is_base_known: whether that row is of the last sending
 *
 * One asset of the stock-taking, and which row of the workbook means it.
 */
typedef struct
{
  gint64 item;
  gint64 asset;
  char *name;
  char *department;
  char *state;
  gint64 sending;
  TagaValue *base;
  const TagaStocktakeRow *row;
  gboolean is_base_known;
} TagaStocktakeEntry;

/**
 * TagaStocktakeMatch:
 * @entries: (element-type TagaStocktakeEntry): all assets of the stock-taking
 * @added: (element-type TagaStocktakeRow) (transfer none): rows that mean none of them
 *
 * Which row means what.
 */
typedef struct
{
  GPtrArray *entries;
  GPtrArray *added;
} TagaStocktakeMatch;

TagaStocktakeMatch *
taga_stocktake_match_new (TagaStore *store, gint64 run, TagaStocktakeSheet *sheet, GError **error);
void taga_stocktake_match_free (TagaStocktakeMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaStocktakeMatch, taga_stocktake_match_free)

G_END_DECLS
