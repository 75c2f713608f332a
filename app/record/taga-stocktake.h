#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_STOCKTAKE_NAME,
  TAGA_STOCKTAKE_STARTED_ON,
  TAGA_STOCKTAKE_DUE_ON,
  TAGA_STOCKTAKE_CLOSED_ON,
  TAGA_STOCKTAKE_CODE,
  TAGA_STOCKTAKE_NOTE,
  TAGA_STOCKTAKE_N_FIELDS
} TagaStocktakeField;

#define TAGA_TYPE_STOCKTAKE (taga_stocktake_get_type ())
G_DECLARE_FINAL_TYPE (TagaStocktake, taga_stocktake, TAGA, STOCKTAKE, TagaRecord)

TagaStocktake *taga_stocktake_new (void);

G_END_DECLS
