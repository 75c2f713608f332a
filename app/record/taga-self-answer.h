#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_SELF_ANSWER_ROUND,
  TAGA_SELF_ANSWER_SHEET,
  TAGA_SELF_ANSWER_ITEM,
  TAGA_SELF_ANSWER_ANSWER,
  TAGA_SELF_ANSWER_NOTE,
  TAGA_SELF_ANSWER_ANSWERED_BY,
  TAGA_SELF_ANSWER_ANSWERED_ON,
  TAGA_SELF_ANSWER_TO_CONFIRM,
  TAGA_SELF_ANSWER_N_FIELDS
} TagaSelfAnswerField;

#define TAGA_TYPE_SELF_ANSWER (taga_self_answer_get_type ())
G_DECLARE_FINAL_TYPE (TagaSelfAnswer, taga_self_answer, TAGA, SELF_ANSWER, TagaRecord)

TagaSelfAnswer *taga_self_answer_new (void);

G_END_DECLS
