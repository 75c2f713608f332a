#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_CHECK_ROUND,
  TAGA_CHECK_ITEM,
  TAGA_CHECK_ANSWER,
  TAGA_CHECK_NOTE,
  TAGA_CHECK_ANSWERED_BY,
  TAGA_CHECK_ANSWERED_ON,
  TAGA_CHECK_N_FIELDS
} TagaCheckField;

#define TAGA_TYPE_CHECK (taga_check_get_type ())
G_DECLARE_FINAL_TYPE (TagaCheck, taga_check, TAGA, CHECK, TagaRecord)

TagaCheck *taga_check_new (void);

G_END_DECLS
