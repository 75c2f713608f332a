#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TagaOwnRule:
 *
 * What the guideline leaves open and Taga decides, beside what a method edition marks itself.
 */
typedef enum
{
  TAGA_OWN_RULE_SHARE,
  TAGA_OWN_RULE_REGULATION,
  TAGA_OWN_RULE_COMPANY_ANSWER,
  TAGA_OWN_RULE_MEAN,
  TAGA_OWN_RULE_AXIS,
  TAGA_OWN_RULE_STARS,
  TAGA_OWN_RULE_LADDER,
  TAGA_N_OWN_RULES
} TagaOwnRule;

const char *taga_own_rule_get_key (TagaOwnRule rule);
const char *taga_own_rule_describe (TagaOwnRule rule);

G_END_DECLS
