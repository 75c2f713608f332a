#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_RULE_ROUND,
  TAGA_RULE_ITEM,
  TAGA_RULE_ANSWER,
  TAGA_RULE_WAY,
  TAGA_RULE_OWNER,
  TAGA_RULE_NOTE,
  TAGA_RULE_EVIDENCE,
  TAGA_RULE_EVIDENCE_LINK,
  TAGA_RULE_EVIDENCE_ON,
  TAGA_RULE_ANSWERED_BY,
  TAGA_RULE_ANSWERED_ON,
  TAGA_RULE_TO_CONFIRM,
  TAGA_RULE_N_FIELDS
} TagaRuleField;

#define TAGA_TYPE_RULE (taga_rule_get_type ())
G_DECLARE_FINAL_TYPE (TagaRule, taga_rule, TAGA, RULE, TagaRecord)

TagaRule *taga_rule_new (void);

G_END_DECLS
