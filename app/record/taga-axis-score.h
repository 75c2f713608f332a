#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

/* The highest score of an axis; scores are kept in tenths. */
#define TAGA_MAX_SCORE 5

typedef enum
{
  TAGA_AXIS_SCORE_ROUND,
  TAGA_AXIS_SCORE_AXIS,
  TAGA_AXIS_SCORE_SCORE,
  TAGA_AXIS_SCORE_ORIGIN,
  TAGA_AXIS_SCORE_EVIDENCE,
  TAGA_AXIS_SCORE_ANSWERED_BY,
  TAGA_AXIS_SCORE_ANSWERED_ON,
  TAGA_AXIS_SCORE_N_FIELDS
} TagaAxisScoreField;

#define TAGA_TYPE_AXIS_SCORE (taga_axis_score_get_type ())
G_DECLARE_FINAL_TYPE (TagaAxisScore, taga_axis_score, TAGA, AXIS_SCORE, TagaRecord)

TagaAxisScore *taga_axis_score_new (void);

G_END_DECLS
