#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_THREAT_ROUND,
  TAGA_THREAT_ITEM,
  TAGA_THREAT_FREQUENCY,
  TAGA_THREAT_NOTE,
  TAGA_THREAT_ANSWERED_BY,
  TAGA_THREAT_ANSWERED_ON,
  TAGA_THREAT_TO_CONFIRM,
  TAGA_THREAT_N_FIELDS
} TagaThreatField;

#define TAGA_TYPE_THREAT (taga_threat_get_type ())
G_DECLARE_FINAL_TYPE (TagaThreat, taga_threat, TAGA, THREAT, TagaRecord)

TagaThreat *taga_threat_new (void);

G_END_DECLS
