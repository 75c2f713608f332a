#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TagaLadderFacts:
 * @n_rules: rules of the set in use; @n_rules_done in place, @n_rules_partly in part,
 *   @n_rules_not_done not; the rest without a state
 * @n_rules_without_way: rules without the company's own way
 * @n_questions: questions of the self-check; @n_questions_answered with an answer, @n_unclear of
 *   which nobody knows it, @n_low of which something is not done
 * @points: points of the self-check so far; @most if everything were done
 * @has_policy: whether a basic policy is published
 * @n_roles: roles of the organisation; @n_roles_filled with a holder
 * @n_assets: assets in use; @n_assets_rated with an importance and a medium
 * @n_threats: threats of the media in use; @n_threats_answered with a frequency
 * @n_checks: check items; @n_checks_answered with an answer
 * @n_risks: assets whose risk is to be treated; @n_treated with a treatment
 * @n_reduced: assets whose risk is to be reduced
 * @n_measures: measures; @n_measures_done finished
 * @n_sealed: rounds that are sealed
 * @is_open: whether there is a round that is not
 * @n_confirm_rules: rules, @n_confirm_questions answers of the self-check, @n_confirm_threats
 *   threats and @n_confirm_checks check items that were copied from the round before and not looked
 *   at yet
 * @put_off: what the company has put off to the next round: a bit for each [enum@LadderMove]
 *
 * All that decides where a company stands on the guideline's four steps.
 */
typedef struct
{
  guint n_rules, n_rules_done, n_rules_partly, n_rules_not_done, n_rules_without_way;
  guint n_questions, n_questions_answered, n_unclear, n_low;
  int points, most;
  gboolean has_policy;
  guint n_roles, n_roles_filled;
  guint n_assets, n_assets_rated;
  guint n_threats, n_threats_answered;
  guint n_checks, n_checks_answered;
  guint n_risks, n_treated, n_reduced;
  guint n_measures, n_measures_done;
  guint n_sealed;
  gboolean is_open;
  guint n_confirm_rules, n_confirm_questions, n_confirm_threats, n_confirm_checks;
  guint32 put_off;
} TagaLadderFacts;

/**
 * TagaLadderMove:
 *
 * The one next thing to do, in the order in which a beginner comes to them.
 */
typedef enum
{
  TAGA_MOVE_ANSWER_RULE,
  TAGA_MOVE_KEEP_RULE,
  TAGA_MOVE_DESCRIBE_RULE,
  TAGA_MOVE_START_SELF_CHECK,
  TAGA_MOVE_ANSWER_QUESTION,
  TAGA_MOVE_CLEAR_QUESTION,
  TAGA_MOVE_MEND_QUESTION,
  TAGA_MOVE_PUBLISH_POLICY,
  TAGA_MOVE_FILL_ROLE,
  TAGA_MOVE_ADD_ASSET,
  TAGA_MOVE_RATE_ASSET,
  TAGA_MOVE_ANSWER_THREAT,
  TAGA_MOVE_ANSWER_CHECK,
  TAGA_MOVE_TREAT_RISK,
  TAGA_MOVE_PLAN_MEASURE,
  TAGA_MOVE_SEAL_ROUND,
  TAGA_MOVE_FINISH_MEASURE,
  TAGA_MOVE_START_ROUND,
  TAGA_MOVE_CONFIRM_RULE,
  TAGA_MOVE_CONFIRM_QUESTION,
  TAGA_MOVE_CONFIRM_THREAT,
  TAGA_MOVE_CONFIRM_CHECK,
  TAGA_N_MOVES
} TagaLadderMove;

#define TAGA_N_STEPS 4

TagaLadderMove taga_ladder_choose_move (const TagaLadderFacts *facts);
guint taga_ladder_get_step (TagaLadderMove move);
guint taga_ladder_choose_step (const TagaLadderFacts *facts, TagaLadderMove move);
double taga_ladder_get_progress (const TagaLadderFacts *facts, guint step);
gboolean taga_ladder_may_wait (TagaLadderMove move);
const char *taga_ladder_move_to_key (TagaLadderMove move);

G_END_DECLS
