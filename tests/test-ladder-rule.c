#include <glib.h>

#include "taga-ladder-rule.h"

/* The one next thing to do, and how much of each step is done: a table of situations. */

/* A company that has done everything but seal its first round. */
static const TagaLadderFacts done = {
  .n_rules = 6,
  .n_rules_done = 6,
  .n_questions = 25,
  .n_questions_answered = 25,
  .points = 100,
  .most = 100,
  .has_policy = TRUE,
  .n_roles = 5,
  .n_roles_filled = 5,
  .n_assets = 40,
  .n_assets_rated = 40,
  .n_threats = 21,
  .n_threats_answered = 21,
  .n_checks = 55,
  .n_checks_answered = 55,
  .n_risks = 10,
  .n_treated = 10,
  .n_reduced = 4,
  .n_measures = 3,
  .is_open = TRUE,
};

/* A new file. */
static const TagaLadderFacts new = {
  .n_rules = 6,
  .n_rules_without_way = 6,
  .n_questions = 25,
  .most = 100,
  .n_roles = 5,
  .n_checks = 55,
  .is_open = TRUE,
};

#define HAVING(base, ...)                                                                          \
  ({                                                                                               \
    TagaLadderFacts facts = base;                                                                  \
    TagaLadderFacts *f = &facts;                                                                   \
    __VA_ARGS__;                                                                                   \
    facts;                                                                                         \
  })

static void
assert_next (const char *situation, TagaLadderFacts facts, const char *move, guint step)
{
  TagaLadderMove next = taga_ladder_choose_move (&facts);

  g_test_message ("%s", situation);
  g_assert_cmpstr (taga_ladder_move_to_key (next), ==, move);
  g_assert_cmpuint (taga_ladder_choose_step (&facts, next), ==, step);
}

/* From a new file to the first sealed round. */
static void
test_a_beginner (void)
{
  assert_next ("new file", new, "answer-rule", 0);
  assert_next ("one rule unanswered", HAVING (done, f->n_rules_done = 5), "answer-rule", 0);
  assert_next ("one rule not in place", HAVING (done, f->n_rules_done = 5, f->n_rules_not_done = 1),
               "keep-rule", 0);
  assert_next ("unanswered before not in place",
               HAVING (done, f->n_rules_done = 4, f->n_rules_not_done = 1), "answer-rule", 0);
  assert_next (
      "one rule in part",
      HAVING (done, f->n_rules_done = 5, f->n_rules_partly = 1, f->n_rules_without_way = 1),
      "describe-rule", 0);
  assert_next ("in part will do", HAVING (done, f->n_rules_done = 5, f->n_rules_partly = 1),
               "seal-round", 3);
  assert_next ("rules done", HAVING (new, f->n_rules_done = 6, f->n_rules_without_way = 0),
               "start-self-check", 1);
  assert_next ("self-check begun", HAVING (done, f->n_questions_answered = 1, f->points = 4),
               "answer-question", 1);
  assert_next ("one question left", HAVING (done, f->n_questions_answered = 24), "answer-question",
               1);
  assert_next ("no policy", HAVING (done, f->has_policy = FALSE), "publish-policy", 1);
  assert_next ("a role is empty", HAVING (done, f->n_roles_filled = 4), "fill-role", 2);
  assert_next ("no assets",
               HAVING (done, f->n_assets = 0, f->n_assets_rated = 0, f->n_threats_answered = 0),
               "add-asset", 2);
  assert_next ("an asset without values", HAVING (done, f->n_assets_rated = 39), "rate-asset", 2);
  assert_next ("a threat", HAVING (done, f->n_threats_answered = 20, f->n_checks_answered = 0),
               "answer-threat", 2);
  assert_next ("a check item", HAVING (done, f->n_checks_answered = 54), "answer-check", 2);
  assert_next ("a risk", HAVING (done, f->n_treated = 9), "treat-risk", 2);
  assert_next ("no measures", HAVING (done, f->n_measures = 0), "plan-measure", 2);
  assert_next ("nothing to reduce", HAVING (done, f->n_measures = 0, f->n_reduced = 0),
               "seal-round", 3);
  assert_next ("all done", done, "seal-round", 3);
}

/* What is put off to the next round is passed by; what is only to be answered never is. */
static void
test_what_is_put_off (void)
{
  guint32 all = 0;

  for (guint i = 0; i < TAGA_N_MOVES; i++)
    all |= taga_ladder_may_wait (i) ? 1u << i : 0;
  g_assert_false (taga_ladder_may_wait (TAGA_MOVE_ANSWER_RULE));
  g_assert_false (taga_ladder_may_wait (TAGA_MOVE_SEAL_ROUND));

  assert_next ("a rule put off",
               HAVING (done, f->n_rules_done = 5, f->n_rules_not_done = 1,
                       f->put_off = 1u << TAGA_MOVE_KEEP_RULE),
               "seal-round", 3);
  assert_next ("the next thing after it",
               HAVING (done, f->n_rules_done = 5, f->n_rules_not_done = 1, f->has_policy = FALSE,
                       f->put_off = 1u << TAGA_MOVE_KEEP_RULE),
               "publish-policy", 1);
  assert_next ("another is not put off",
               HAVING (done, f->n_rules_done = 5, f->n_rules_not_done = 1,
                       f->put_off = all & ~(1u << TAGA_MOVE_KEEP_RULE)),
               "keep-rule", 0);
  assert_next ("an answer does not wait", HAVING (new, f->put_off = G_MAXUINT32 & all),
               "answer-rule", 0);
}

/* What nobody knows is always found out; what is not done is mended first up to 69 points. */
static void
test_low_points (void)
{
  static const struct
  {
    guint n_unclear;
    guint n_low;
    int points;
    const char *move;
  } rows[] = {
    { 1, 0, 95, "clear-question" },   { 1, 5, 20, "clear-question" }, { 0, 1, 69, "mend-question" },
    { 0, 1, 70, "seal-round" },       { 0, 0, 50, "seal-round" },     { 0, 25, 0, "mend-question" },
    { 25, 0, -25, "clear-question" }, { 0, 1, -1, "mend-question" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TagaLadderFacts facts = done;

      facts.n_unclear = rows[i].n_unclear;
      facts.n_low = rows[i].n_low;
      facts.points = rows[i].points;
      g_test_message ("%d points", rows[i].points);
      g_assert_cmpstr (taga_ladder_move_to_key (taga_ladder_choose_move (&facts)), ==,
                       rows[i].move);
    }
}

/* After the seal: first the measures, then the next round, and in it the copied answers. */
static void
test_the_spiral (void)
{
  assert_next ("sealed, measures open", HAVING (done, f->is_open = FALSE, f->n_sealed = 1),
               "finish-measure", 3);
  assert_next ("sealed, measures finished",
               HAVING (done, f->is_open = FALSE, f->n_sealed = 1, f->n_measures_done = 3),
               "start-round", 3);

  /* A seal lifts nobody over the first two steps, nor do measures. */
  assert_next ("a beginner's round was sealed", HAVING (new, f->is_open = FALSE, f->n_sealed = 1),
               "start-round", 0);
  assert_next ("a rule is not kept",
               HAVING (done, f->is_open = FALSE, f->n_sealed = 1, f->n_rules_done = 5,
                       f->n_rules_not_done = 1),
               "start-round", 0);
  assert_next ("few points", HAVING (done, f->is_open = FALSE, f->n_sealed = 1, f->points = 69),
               "start-round", 1);
  assert_next ("a question is open",
               HAVING (done, f->is_open = FALSE, f->n_sealed = 1, f->n_questions_answered = 24),
               "start-round", 1);
  assert_next ("copied rules",
               HAVING (done, f->n_sealed = 1, f->n_confirm_rules = 6, f->n_confirm_checks = 55),
               "confirm-rule", 3);
  assert_next ("copied questions",
               HAVING (done, f->n_confirm_questions = 1, f->n_confirm_threats = 21),
               "confirm-question", 3);
  assert_next ("copied threats", HAVING (done, f->n_confirm_threats = 1, f->n_confirm_checks = 2),
               "confirm-threat", 3);
  assert_next ("copied checks", HAVING (done, f->n_confirm_checks = 1), "confirm-check", 3);
}

static void
test_progress (void)
{
  static const struct
  {
    const char *what;
    TagaLadderFacts facts;
    double progress[TAGA_N_STEPS];
  } rows[] = {
    { "nothing", { 0 }, { 0, 0, 0, 0 } },
    { "rules half", { .n_rules = 6, .n_rules_done = 2, .n_rules_partly = 2 }, { 0.5, 0, 0, 0 } },
    { "rules not in place", { .n_rules = 6, .n_rules_not_done = 6 }, { 0, 0, 0, 0 } },
    { "answered, no point",
      { .n_questions = 25, .n_questions_answered = 25, .most = 100 },
      { 0, 1 / 3.0, 0, 0 } },
    { "below no point",
      { .n_questions = 25, .n_questions_answered = 25, .points = -25, .most = 100 },
      { 0, 1 / 3.0, 0, 0 } },
    { "75 points and a policy",
      { .n_questions = 25,
        .n_questions_answered = 25,
        .points = 75,
        .most = 100,
        .has_policy = TRUE },
      { 0, 2.75 / 3, 0, 0 } },
    { "roles", { .n_roles = 5, .n_roles_filled = 5 }, { 0, 0, 0.25, 0 } },
    { "assets", { .n_assets = 4, .n_assets_rated = 2 }, { 0, 0, 0.125, 0 } },
    { "answers",
      { .n_threats = 20, .n_threats_answered = 20, .n_checks = 60 },
      { 0, 0, 0.0625, 0 } },
    { "treated half", { .n_risks = 4, .n_treated = 2 }, { 0, 0, 0.125, 0 } },
    /* That nothing has to be treated is known once everything else is. */
    { "no risk above the line",
      { .n_assets = 1,
        .n_assets_rated = 1,
        .n_threats = 1,
        .n_threats_answered = 1,
        .n_checks = 1,
        .n_checks_answered = 1 },
      { 0, 0, 0.75, 0 } },
    { "one round", { .n_sealed = 1 }, { 0, 0, 0, 0.5 } },
    { "many rounds", { .n_sealed = 9 }, { 0, 0, 0, 1 } },
    { "measures", { .n_sealed = 1, .n_measures = 4, .n_measures_done = 2 }, { 0, 0, 0, 0.5 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint step = 0; step < TAGA_N_STEPS; step++)
      {
        g_test_message ("%s, step %u", rows[i].what, step + 1);
        g_assert_cmpfloat_with_epsilon (taga_ladder_get_progress (&rows[i].facts, step),
                                        rows[i].progress[step], 1e-9);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ladder-rule/a-beginner", test_a_beginner);
  g_test_add_func ("/ladder-rule/what-is-put-off", test_what_is_put_off);
  g_test_add_func ("/ladder-rule/low-points", test_low_points);
  g_test_add_func ("/ladder-rule/the-spiral", test_the_spiral);
  g_test_add_func ("/ladder-rule/progress", test_progress);

  return g_test_run ();
}
