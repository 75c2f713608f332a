#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_BUDGET_YEAR,
  TAGA_BUDGET_NAME,
  TAGA_BUDGET_PLANNED,
  TAGA_BUDGET_ACTUAL,
  TAGA_BUDGET_NOTE,
  TAGA_BUDGET_N_FIELDS
} TagaBudgetField;

#define TAGA_TYPE_BUDGET (taga_budget_get_type ())
G_DECLARE_FINAL_TYPE (TagaBudget, taga_budget, TAGA, BUDGET, TagaRecord)

TagaBudget *taga_budget_new (void);

G_END_DECLS
