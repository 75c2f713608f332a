#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_TOP_THREAT_ROUND,
  TAGA_TOP_THREAT_ITEM,
  TAGA_TOP_THREAT_RANK,
  TAGA_TOP_THREAT_NOTE,
  TAGA_TOP_THREAT_N_FIELDS
} TagaTopThreatField;

#define TAGA_TYPE_TOP_THREAT (taga_top_threat_get_type ())
G_DECLARE_FINAL_TYPE (TagaTopThreat, taga_top_threat, TAGA, TOP_THREAT, TagaRecord)

TagaTopThreat *taga_top_threat_new (void);

G_END_DECLS
