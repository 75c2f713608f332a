#include "taga-ladder-rule.h"

/*
 * Where a company stands on the guideline's four steps, and what it does next. The steps are the
 * guideline's; the order of the moves follows the rule of the TAMA association that a beginner
 * starts with Do, goes on with Check and Act, and plans only then.
 */

/* From so many hundredths of the points on, "not done" no longer keeps a company from going on: the
 * readings "not enough" and worse ask to mend the low points first. */
#define FAIR 70

static gboolean
choose_confirmation (const TagaLadderFacts *facts, TagaLadderMove *move)
{
  const struct
  {
    guint n;
    TagaLadderMove move;
  } lists[] = {
    { facts->n_confirm_rules, TAGA_MOVE_CONFIRM_RULE },
    { facts->n_confirm_questions, TAGA_MOVE_CONFIRM_QUESTION },
    { facts->n_confirm_threats, TAGA_MOVE_CONFIRM_THREAT },
    { facts->n_confirm_checks, TAGA_MOVE_CONFIRM_CHECK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].n > 0)
      {
        *move = lists[i].move;
        return TRUE;
      }

  return FALSE;
}

/* Whether the first two steps ask for nothing more than a round can tell. */
static gboolean
has_begun_well (const TagaLadderFacts *f)
{
  return f->n_rules_not_done == 0 && f->n_rules_done + f->n_rules_partly >= f->n_rules
         && f->n_questions_answered >= f->n_questions && 100 * f->points >= FAIR * f->most;
}

/**
 * taga_ladder_choose_step:
 * @facts: how far the company is
 * @move: what to do next
 *
 * Tells on which of the guideline's steps the company stands: on that of the next thing to do, but
 * a sealed round lifts nobody over the first two steps.
 *
 * Returns: the step, from 0
 */
guint
taga_ladder_choose_step (const TagaLadderFacts *facts, TagaLadderMove move)
{
  if (facts->is_open || has_begun_well (facts))
    return taga_ladder_get_step (move);

  return facts->n_rules_not_done > 0 || facts->n_rules_done + facts->n_rules_partly < facts->n_rules
             ? 0
             : 1;
}

/**
 * taga_ladder_choose_move:
 * @facts: how far the company is
 *
 * Chooses the one next thing to do (our rule). A round that was copied is looked through first. A
 * round that is sealed takes no answers any more: a company that has the first two steps behind it
 * finishes its measures before the next one begins; another begins the next round to go on with
 * them.
 *
 * Returns: the move
 */
TagaLadderMove
taga_ladder_choose_move (const TagaLadderFacts *facts)
{
  const TagaLadderFacts *f = facts;
  TagaLadderMove move;
  const struct
  {
    gboolean is_due;
    TagaLadderMove move;
  } moves[] = {
    { f->n_rules_done + f->n_rules_partly + f->n_rules_not_done < f->n_rules,
      TAGA_MOVE_ANSWER_RULE },
    { f->n_rules_not_done > 0, TAGA_MOVE_KEEP_RULE },
    { f->n_rules_without_way > 0, TAGA_MOVE_DESCRIBE_RULE },
    { f->n_questions > 0 && f->n_questions_answered == 0, TAGA_MOVE_START_SELF_CHECK },
    { f->n_questions_answered < f->n_questions, TAGA_MOVE_ANSWER_QUESTION },
    { f->n_unclear > 0, TAGA_MOVE_CLEAR_QUESTION },
    { f->n_low > 0 && 100 * f->points < FAIR * f->most, TAGA_MOVE_MEND_QUESTION },
    { !f->has_policy, TAGA_MOVE_PUBLISH_POLICY },
    { f->n_roles_filled < f->n_roles, TAGA_MOVE_FILL_ROLE },
    { f->n_assets == 0, TAGA_MOVE_ADD_ASSET },
    { f->n_assets_rated < f->n_assets, TAGA_MOVE_RATE_ASSET },
    { f->n_threats_answered < f->n_threats, TAGA_MOVE_ANSWER_THREAT },
    { f->n_checks_answered < f->n_checks, TAGA_MOVE_ANSWER_CHECK },
    { f->n_treated < f->n_risks, TAGA_MOVE_TREAT_RISK },
    { f->n_reduced > 0 && f->n_measures == 0, TAGA_MOVE_PLAN_MEASURE },
  };

  if (!facts->is_open)
    return f->n_measures_done < f->n_measures && has_begun_well (f) ? TAGA_MOVE_FINISH_MEASURE
                                                                    : TAGA_MOVE_START_ROUND;
  if (choose_confirmation (facts, &move))
    return move;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].is_due && (facts->put_off & 1u << moves[i].move) == 0)
      return moves[i].move;

  return TAGA_MOVE_SEAL_ROUND;
}

/**
 * taga_ladder_get_step:
 * @move: what to do
 *
 * Tells on which of the guideline's steps a company does something.
 *
 * Returns: the step, from 0
 */
guint
taga_ladder_get_step (TagaLadderMove move)
{
  if (move <= TAGA_MOVE_DESCRIBE_RULE)
    return 0;
  if (move <= TAGA_MOVE_PUBLISH_POLICY)
    return 1;

  return move <= TAGA_MOVE_PLAN_MEASURE ? 2 : 3;
}

static double
divide (double part, guint whole)
{
  return whole == 0 ? 0 : CLAMP (part / whole, 0, 1);
}

static double
get_organised (const TagaLadderFacts *facts)
{
  double answered = divide (facts->n_questions_answered, facts->n_questions);
  double points = divide (facts->points, (guint) MAX (facts->most, 0));

  return (answered + points + (facts->has_policy ? 1 : 0)) / 3;
}

/* Nothing to treat is everything treated, but only once the risks are known. */
static double
get_analysed (const TagaLadderFacts *facts)
{
  double roles = divide (facts->n_roles_filled, facts->n_roles);
  double rated = divide (facts->n_assets_rated, facts->n_assets);
  double answered = divide (facts->n_threats_answered + facts->n_checks_answered,
                            facts->n_threats + facts->n_checks);
  double treated = divide (facts->n_treated, facts->n_risks);

  if (facts->n_risks == 0 && rated >= 1 && answered >= 1)
    treated = 1;

  return (roles + rated + answered + treated) / 4;
}

/* A first round, a second one to compare it with, and measures that are finished. */
static double
get_spiral (const TagaLadderFacts *facts)
{
  double rounds = (facts->n_sealed > 0) + (facts->n_sealed > 1);

  if (facts->n_measures == 0)
    return rounds / 2;

  return (rounds + divide (facts->n_measures_done, facts->n_measures)) / 3;
}

/**
 * taga_ladder_get_progress:
 * @facts: how far the company is
 * @step: a step, from 0
 *
 * Tells how much of a step is done, each of its parts counting alike (our rule).
 *
 * Returns: 0–1
 */
double
taga_ladder_get_progress (const TagaLadderFacts *facts, guint step)
{
  g_return_val_if_fail (step < TAGA_N_STEPS, 0);

  switch (step)
    {
    case 0:
      return divide (facts->n_rules_done + facts->n_rules_partly / 2.0, facts->n_rules);
    case 1:
      return get_organised (facts);
    case 2:
      return get_analysed (facts);
    default:
      return get_spiral (facts);
    }
}

/**
 * taga_ladder_may_wait:
 * @move: a thing to do
 *
 * Tells whether a company may put something off to the next round, and be shown what comes after
 * it. What is only to be answered takes a moment, and all the rest follows from it. Our rule.
 *
 * Returns: `TRUE` if it may wait
 */
gboolean
taga_ladder_may_wait (TagaLadderMove move)
{
  G_STATIC_ASSERT (TAGA_N_MOVES <= 32);

  switch (move)
    {
    case TAGA_MOVE_KEEP_RULE:
    case TAGA_MOVE_DESCRIBE_RULE:
    case TAGA_MOVE_CLEAR_QUESTION:
    case TAGA_MOVE_MEND_QUESTION:
    case TAGA_MOVE_PUBLISH_POLICY:
    case TAGA_MOVE_FILL_ROLE:
    case TAGA_MOVE_RATE_ASSET:
    case TAGA_MOVE_TREAT_RISK:
    case TAGA_MOVE_PLAN_MEASURE:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * taga_ladder_move_to_key:
 * @move: what to do
 *
 * Gives the name of a move in the command line's JSON.
 *
 * Returns: (transfer none): the name
 */
const char *
taga_ladder_move_to_key (TagaLadderMove move)
{
  static const char *const keys[] = {
    [TAGA_MOVE_ANSWER_RULE] = "answer-rule",
    [TAGA_MOVE_KEEP_RULE] = "keep-rule",
    [TAGA_MOVE_DESCRIBE_RULE] = "describe-rule",
    [TAGA_MOVE_START_SELF_CHECK] = "start-self-check",
    [TAGA_MOVE_ANSWER_QUESTION] = "answer-question",
    [TAGA_MOVE_CLEAR_QUESTION] = "clear-question",
    [TAGA_MOVE_MEND_QUESTION] = "mend-question",
    [TAGA_MOVE_PUBLISH_POLICY] = "publish-policy",
    [TAGA_MOVE_FILL_ROLE] = "fill-role",
    [TAGA_MOVE_ADD_ASSET] = "add-asset",
    [TAGA_MOVE_RATE_ASSET] = "rate-asset",
    [TAGA_MOVE_ANSWER_THREAT] = "answer-threat",
    [TAGA_MOVE_ANSWER_CHECK] = "answer-check",
    [TAGA_MOVE_TREAT_RISK] = "treat-risk",
    [TAGA_MOVE_PLAN_MEASURE] = "plan-measure",
    [TAGA_MOVE_SEAL_ROUND] = "seal-round",
    [TAGA_MOVE_FINISH_MEASURE] = "finish-measure",
    [TAGA_MOVE_START_ROUND] = "start-round",
    [TAGA_MOVE_CONFIRM_RULE] = "confirm-rule",
    [TAGA_MOVE_CONFIRM_QUESTION] = "confirm-question",
    [TAGA_MOVE_CONFIRM_THREAT] = "confirm-threat",
    [TAGA_MOVE_CONFIRM_CHECK] = "confirm-check",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (keys) == TAGA_N_MOVES);
  g_return_val_if_fail (move < TAGA_N_MOVES, "");

  return keys[move];
}
