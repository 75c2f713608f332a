#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_ANSWER_SHEET_ROUND,
  TAGA_ANSWER_SHEET_NAME,
  TAGA_ANSWER_SHEET_NOTE,
  TAGA_ANSWER_SHEET_N_FIELDS
} TagaAnswerSheetField;

#define TAGA_TYPE_ANSWER_SHEET (taga_answer_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TagaAnswerSheet, taga_answer_sheet, TAGA, ANSWER_SHEET, TagaRecord)

TagaAnswerSheet *taga_answer_sheet_new (void);

G_END_DECLS
