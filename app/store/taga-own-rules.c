#include "taga-own-rules.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *key;
  const char *text;
} rules[] = {
  [TAGA_OWN_RULE_SHARE] = { "share", N_ ("Taga’s own rule: the share is that of the items done "
                                         "among those that apply; an item without an answer counts "
                                         "as one that applies.") },
  [TAGA_OWN_RULE_REGULATION] = { "regulation",
                                 N_ ("Taga’s own rule: a regulation is needed if any of its items "
                                     "is done only in part or not at all.") },
  [TAGA_OWN_RULE_COMPANY_ANSWER] = { "company-answer",
                                     N_ ("Taga’s own rule: the company’s answer to a question is "
                                         "the lowest of all sheets.") },
  [TAGA_OWN_RULE_MEAN] = { "mean", N_ ("Taga’s own rule: the mean is that of the sheets that "
                                       "answer every question.") },
  [TAGA_OWN_RULE_AXIS] = { "axis", N_ ("Taga’s own rule: a score is five times the mean of the "
                                       "answers, done 1, partly ½, not done 0. Items that do not "
                                       "apply or have no answer are left out.") },
  [TAGA_OWN_RULE_STARS] = { "stars", N_ ("Taga’s own reading of when you are ready to declare. "
                                         "SECURITY ACTION is a declaration of your own; nobody "
                                         "examines it.") },
  [TAGA_OWN_RULE_LADDER] = { "ladder", N_ ("The four steps are the guideline’s. What counts as "
                                           "progress, and what comes next, is Taga’s own rule. The "
                                           "guideline has the detailed risk analysis in step 4; "
                                           "here it stands in step 3, where its results are "
                                           "used.") },
};

/**
 * taga_own_rule_get_key:
 * @rule: a rule of ours
 *
 * Gives the name of a rule in the command line's JSON.
 *
 * Returns: (transfer none): the name
 */
const char *
taga_own_rule_get_key (TagaOwnRule rule)
{
  g_return_val_if_fail (rule < TAGA_N_OWN_RULES, "");

  return rules[rule].key;
}

/**
 * taga_own_rule_describe:
 * @rule: a rule of ours
 *
 * Says what a rule is and that it is ours, to be shown beside what follows from it.
 *
 * Returns: (transfer none): the sentence
 */
const char *
taga_own_rule_describe (TagaOwnRule rule)
{
  g_return_val_if_fail (rule < TAGA_N_OWN_RULES, "");

  return _ (rules[rule].text);
}
