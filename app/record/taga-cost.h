#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_COST_ITEM,
  TAGA_COST_COST,
  TAGA_COST_NOTE,
  TAGA_COST_N_FIELDS
} TagaCostField;

#define TAGA_TYPE_COST (taga_cost_get_type ())
G_DECLARE_FINAL_TYPE (TagaCost, taga_cost, TAGA, COST, TagaRecord)

TagaCost *taga_cost_new (void);

G_END_DECLS
