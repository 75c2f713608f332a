#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_ROUND_NAME,
  TAGA_ROUND_DATE,
  TAGA_ROUND_JUDGE,
  TAGA_ROUND_NOTE,
  TAGA_ROUND_SEALED_ON,
  TAGA_ROUND_COPIED_FROM,
  TAGA_ROUND_EDITION,
  TAGA_ROUND_SEALED_BY,
  TAGA_ROUND_SEAL,
  TAGA_ROUND_N_FIELDS
} TagaRoundField;

#define TAGA_TYPE_ROUND (taga_round_get_type ())
G_DECLARE_FINAL_TYPE (TagaRound, taga_round, TAGA, ROUND, TagaRecord)

TagaRound *taga_round_new (void);
char *taga_round_describe (const char *name, const char *sealed_on);

G_END_DECLS
