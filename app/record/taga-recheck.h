#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_RECHECK_ROUND,
  TAGA_RECHECK_ITEM,
  TAGA_RECHECK_ANSWER,
  TAGA_RECHECK_NOTE,
  TAGA_RECHECK_ANSWERED_BY,
  TAGA_RECHECK_ANSWERED_ON,
  TAGA_RECHECK_TO_CONFIRM,
  TAGA_RECHECK_N_FIELDS
} TagaRecheckField;

#define TAGA_TYPE_RECHECK (taga_recheck_get_type ())
G_DECLARE_FINAL_TYPE (TagaRecheck, taga_recheck, TAGA, RECHECK, TagaRecord)

TagaRecheck *taga_recheck_new (void);

G_END_DECLS
