#pragma once

#include "taga-stocktake-line.h"

G_BEGIN_DECLS

/**
 * TagaStocktakeKey:
 * @code: the code of the stock-taking
 * @asset: the asset's number
 * @sending: which sending of the asset it was
 *
 * What stands in the hidden column of a workbook that was sent, taken apart.
 */
typedef struct
{
  char code[9];
  gint64 asset;
  gint64 sending;
} TagaStocktakeKey;

char *taga_stocktake_key_to_text (const char *code, gint64 asset, gint64 sending);
gboolean taga_stocktake_key_parse (const char *text, TagaStocktakeKey *key);

char *taga_stocktake_sent_to_text (const TagaValue *values);
TagaValue *taga_stocktake_sent_parse (const char *text);

G_END_DECLS
