#include "taga-plan.h"
#include "taga-value.h"

/* What to do first: the best plan against all that could be chosen, and cases made by hand. */

#define MAX_ITEMS 10
#define MAX_ASSETS 12
#define N_PROBLEMS 400

static const TagaScale scale = {
  .lowest = 1,
  .highest = 3,
  .likelihood = { { 1, 1, 1 }, { 1, 1, 2 }, { 1, 2, 3 } },
  .band_from = { [TAGA_BAND_MEDIUM] = 4, [TAGA_BAND_LARGE] = 6 },
  .vulnerable_below = 0.25,
  .safe_from = 1,
};

typedef struct
{
  guint medium;
  int importance;
  int threat;
  int override;
} Asset;

/* A company small enough to try everything. */
typedef struct
{
  TagaScale scale;
  guint n_media;
  guint n_done[3]; /* check items of each medium that are done already */
  guint n_items;
  TagaPlanItem items[MAX_ITEMS];
  guint n_assets;
  Asset assets[MAX_ASSETS];
} Problem;

static void
invent (Problem *problem, GRand *rand)
{
  *problem = (Problem){ .scale = scale };
  if (g_rand_boolean (rand))
    {
      problem->scale.vulnerable_below = g_rand_double_range (rand, 0.1, 0.6);
      problem->scale.safe_from = g_rand_double_range (rand, 0.6, 1);
    }

  problem->n_media = (guint) g_rand_int_range (rand, 1, 4);
  for (guint i = 0; i < problem->n_media; i++)
    problem->n_done[i] = (guint) g_rand_int_range (rand, 0, 3);

  problem->n_items = (guint) g_rand_int_range (rand, 0, MAX_ITEMS + 1);
  for (guint i = 0; i < problem->n_items; i++)
    problem->items[i] = (TagaPlanItem){
      (guint) g_rand_int_range (rand, 0, 1 << problem->n_media),
      (guint) g_rand_int_range (rand, 1, 3),
      g_rand_int_range (rand, 0, 6) == 0 ? TAGA_UNKNOWN : g_rand_int_range (rand, 0, 8) * 10000,
      g_rand_int_range (rand, 0, 4) == 0,
    };

  problem->n_assets = (guint) g_rand_int_range (rand, 0, MAX_ASSETS + 1);
  for (guint i = 0; i < problem->n_assets; i++)
    problem->assets[i] = (Asset){
      (guint) g_rand_int_range (rand, 0, (gint32) problem->n_media),
      g_rand_int_range (rand, 0, 6) == 0 ? TAGA_UNKNOWN : g_rand_int_range (rand, 1, 4),
      g_rand_int_range (rand, 1, 4),
      g_rand_int_range (rand, 0, 4) == 0 ? g_rand_int_range (rand, 1, 4) : TAGA_UNKNOWN,
    };
}

/* A medium's vulnerability, from the answers as they would be. */
static int
judge_medium (const Problem *problem, guint medium, guint chosen)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (int));
  const int done = TAGA_ANSWER_DONE;

  for (guint i = 0; i < problem->n_done[medium]; i++)
    g_array_append_val (answers, done);
  for (guint i = 0; i < problem->n_items; i++)
    if ((problem->items[i].media >> medium & 1) == 1)
      {
        int answer = problem->items[i].gain == 1 ? TAGA_ANSWER_PARTLY : TAGA_ANSWER_NOT_DONE;

        if ((chosen >> i & 1) == 1)
          answer = TAGA_ANSWER_DONE;
        g_array_append_val (answers, answer);
      }

  return taga_risk_vulnerability (&problem->scale, (const int *) answers->data, answers->len);
}

static void
count_assets (const Problem *problem, guint medium, int vulnerability, TagaStanding *tally)
{
  for (guint i = 0; i < problem->n_assets; i++)
    {
      const Asset *asset = &problem->assets[i];
      int level = asset->override == TAGA_UNKNOWN ? vulnerability : asset->override;

      if (asset->medium == medium)
        taga_standing_add (
            tally, &problem->scale,
            taga_risk_value (asset->importance,
                             taga_risk_likelihood (&problem->scale, asset->threat, level)),
            1);
    }
}

static TagaPlan *
solve (const Problem *problem)
{
  TagaPlanMedium media[3] = { 0 };

  for (guint i = 0; i < problem->n_media; i++)
    {
      media[i].vulnerability = judge_medium (problem, i, 0);
      media[i].n_applicable = problem->n_done[i];
      media[i].halves = problem->n_done[i] * 2;
      for (guint j = 0; j < problem->n_items; j++)
        if ((problem->items[j].media >> i & 1) == 1)
          {
            media[i].n_applicable++;
            media[i].halves += 2 - problem->items[j].gain;
          }
      for (int level = 0; level <= 3; level++)
        count_assets (problem, i, level == 0 ? TAGA_UNKNOWN : level, &media[i].tally[level]);
    }

  return taga_plan_new (&problem->scale, media, problem->n_media, problem->items, problem->n_items);
}

/* One of all sets of items, and what would follow. */
typedef struct
{
  guint chosen;
  gint64 cost;
  guint n_items;
  TagaStanding after;
} Trial;

static Trial
try (const Problem *problem, guint chosen)
{
  Trial trial = { .chosen = chosen };

  for (guint i = 0; i < problem->n_items; i++)
    if ((chosen >> i & 1) == 1)
      {
        if (problem->items[i].is_planned)
          continue;
        trial.n_items++;
        trial.cost += MAX (problem->items[i].cost, 0);
      }
  for (guint i = 0; i < problem->n_media; i++)
    count_assets (problem, i, judge_medium (problem, i, chosen), &trial.after);

  return trial;
}

static int
compare_prices (const Trial *a, const Trial *b)
{
  if (a->cost != b->cost)
    return a->cost < b->cost ? -1 : 1;

  return (a->n_items > b->n_items) - (a->n_items < b->n_items);
}

/* The best of all sets within a budget; if @below is given, of those that cost less than it and are
 * more than nothing. What is planned is done for nothing. */
static const Trial *
find_best (const Trial *trials, guint n_trials, gint64 budget, const Trial *below)
{
  const Trial *best = NULL;

  for (guint i = 0; i < n_trials; i++)
    {
      int order;

      if ((budget != TAGA_UNKNOWN && trials[i].cost > budget)
          || (below != NULL && trials[i].cost >= below->cost))
        continue;

      order = best == NULL ? -1 : taga_standing_compare (&trials[i].after, &best->after);
      if (order < 0 || (order == 0 && compare_prices (&trials[i], best) < 0))
        best = &trials[i];
    }

  return below != NULL && best != NULL && best->n_items == 0 ? NULL : best;
}

/* The cheapest of all sets that bring more than one. */
static const Trial *
find_better (const Trial *trials, guint n_trials, const Trial *than)
{
  const Trial *better = NULL;

  for (guint i = 0; i < n_trials; i++)
    {
      int order;

      if (taga_standing_compare (&trials[i].after, &than->after) >= 0)
        continue;

      order =
          better == NULL ? -1 : (trials[i].cost > better->cost) - (trials[i].cost < better->cost);
      if (order == 0)
        order = taga_standing_compare (&trials[i].after, &better->after);
      if (order < 0 || (order == 0 && trials[i].n_items < better->n_items))
        better = &trials[i];
    }

  return better;
}

static Trial
try_choice (const Problem *problem, const TagaPlanChoice *choice)
{
  guint chosen = 0;

  for (guint i = 0; i < choice->items->len; i++)
    chosen |= 1u << g_array_index (choice->items, guint, i);

  return try (problem, chosen);
}

static void
assert_same_tally (const TagaStanding *a, const TagaStanding *b)
{
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    g_assert_cmpuint (a->n[i], ==, b->n[i]);
  g_assert_cmpint (a->sum, ==, b->sum);
}

/* What a choice says of itself is so, and it is as good as the best of all. */
static void
check_choice (const Problem *problem, const TagaPlanChoice *choice, const Trial *best)
{
  Trial trial;

  if (best == NULL)
    {
      g_assert_null (choice);
      return;
    }

  g_assert_nonnull (choice);
  trial = try_choice (problem, choice);
  assert_same_tally (&choice->after, &trial.after);
  g_assert_cmpint (choice->cost, ==, trial.cost);
  g_assert_cmpuint (choice->items->len - choice->n_planned, ==, trial.n_items);
  for (guint i = 0; i < problem->n_media; i++)
    g_assert_cmpint (choice->vulnerability[i], ==, judge_medium (problem, i, trial.chosen));

  assert_same_tally (&choice->after, &best->after);
  g_assert_cmpint (choice->cost, ==, best->cost);
  g_assert_cmpuint (choice->items->len - choice->n_planned, ==, best->n_items);
}

static void
check_budget (const Problem *problem, TagaPlan *plan, const Trial *trials, gint64 budget)
{
  g_autoptr (TagaPlanChoice) choice = taga_plan_choose (plan, budget);
  g_autoptr (TagaPlanChoice) less = taga_plan_choose_less (plan, choice);
  g_autoptr (TagaPlanChoice) more = taga_plan_choose_more (plan, choice);
  guint n_trials = 1u << problem->n_items;
  const Trial *best = find_best (trials, n_trials, budget, NULL);

  check_choice (problem, choice, best);
  check_choice (problem, less, find_best (trials, n_trials, budget, best));
  check_choice (problem, more, find_better (trials, n_trials, best));
  if (more != NULL)
    {
      g_assert_cmpint (budget, !=, TAGA_UNKNOWN);
      g_assert_cmpint (more->cost, >, budget);
    }
  if (less != NULL)
    g_assert_cmpint (taga_standing_compare (&choice->after, &less->after), <, 0);
}

/* A set for each level that helps is there, and none that lifts a medium is cheaper. */
static void
check_sets (const Problem *problem, TagaPlan *plan, const Trial *trials)
{
  g_autoptr (GPtrArray) sets = taga_plan_list_sets (plan);
  const TagaPlanChoice *last = NULL;
  TagaStanding before = trials[0].after;

  for (guint i = 0; i < sets->len; i++)
    {
      const TagaPlanChoice *set = g_ptr_array_index (sets, i);
      Trial trial = try_choice (problem, set);

      assert_same_tally (&set->after, &trial.after);
      g_assert_cmpint (taga_standing_compare (&set->after, &before), <, 0);
      if (last != NULL)
        g_assert_cmpint (taga_standing_compare (&last->after, &set->after), <=, 0);
      last = set;
    }

  for (guint medium = 0; medium < problem->n_media; medium++)
    for (int level = 1; level < judge_medium (problem, medium, 0); level++)
      {
        const Trial *cheapest = NULL;
        TagaStanding now = { 0 };
        TagaStanding then = { 0 };
        TagaStanding above = { 0 };
        gboolean found = FALSE;

        for (guint i = 0; i < 1u << problem->n_items; i++)
          if (judge_medium (problem, medium, i) <= level
              && (cheapest == NULL || compare_prices (&trials[i], cheapest) < 0))
            cheapest = &trials[i];
        count_assets (problem, medium, judge_medium (problem, medium, 0), &now);
        count_assets (problem, medium, level, &then);
        count_assets (problem, medium, level + 1, &above);
        if (cheapest == NULL || taga_standing_compare (&then, &now) >= 0
            || taga_standing_compare (&then, &above) >= 0)
          continue;

        for (guint i = 0; i < sets->len && !found; i++)
          {
            Trial trial = try_choice (problem, g_ptr_array_index (sets, i));

            found = judge_medium (problem, medium, trial.chosen) <= level
                    && compare_prices (&trial, cheapest) == 0;
          }
        g_assert_true (found);
      }
}

static void
test_is_the_best_of_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  guint n_helped = 0;

  for (guint i = 0; i < N_PROBLEMS; i++)
    {
      Problem problem;
      g_autoptr (TagaPlan) plan = NULL;
      g_autofree Trial *trials = NULL;

      invent (&problem, rand);
      g_test_message ("problem %u", i);
      trials = g_new (Trial, 1u << problem.n_items);
      for (guint j = 0; j < 1u << problem.n_items; j++)
        trials[j] = try (&problem, j);

      plan = solve (&problem);
      g_assert_true (taga_plan_is_solved (plan));
      check_budget (&problem, plan, trials, TAGA_UNKNOWN);
      check_budget (&problem, plan, trials, 0);
      check_budget (&problem, plan, trials, G_MAXINT64);
      for (guint j = 0; j < 4; j++)
        check_budget (&problem, plan, trials, g_rand_int_range (rand, 0, 30) * 10000);
      check_sets (&problem, plan, trials);
      n_helped += taga_standing_compare (
                      &find_best (trials, 1u << problem.n_items, TAGA_UNKNOWN, NULL)->after,
                      &trials[0].after)
                  < 0;
    }

  /* Most of them have something to gain, or this would prove nothing. */
  g_assert_cmpuint (n_helped, >, N_PROBLEMS / 2);
}

/* Two media, two large assets each: four items for the first, four for the second, and one of them
 * counts for both. */
static Problem
make_two_media (void)
{
  Problem problem = {
    .scale = scale,
    .n_media = 2,
    .n_items = 7,
    .items = { { 1, 2, 50000 },
               { 1, 2, 20000 },
               { 1, 2, 30000 },
               { 3, 2, 40000 },
               { 2, 2, 30000 },
               { 2, 2, 90000 },
               { 2, 2, 60000 } },
    .n_assets = 4,
    .assets = { { 0, 3, 3, TAGA_UNKNOWN },
                { 0, 2, 3, TAGA_UNKNOWN },
                { 1, 3, 2, TAGA_UNKNOWN },
                { 1, 3, 3, TAGA_UNKNOWN } },
  };

  return problem;
}

static void
assert_items (const TagaPlanChoice *choice, const char *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (choice);
  for (guint i = 0; i < choice->items->len; i++)
    g_string_append_printf (text, "%s%u", i == 0 ? "" : " ",
                            g_array_index (choice->items, guint, i));
  g_assert_cmpstr (text->str, ==, items);
}

static void
test_shared_item_lifts_two_media (void)
{
  Problem problem = make_two_media ();
  g_autoptr (TagaPlan) plan = solve (&problem);
  g_autoptr (GPtrArray) sets = taga_plan_list_sets (plan);
  g_autoptr (TagaPlanChoice) choice = taga_plan_choose (plan, 40000);
  g_autoptr (TagaPlanChoice) less = taga_plan_choose_less (plan, choice);
  guint n_shared = 0;

  /* A quarter of each medium is one item: the shared one takes both from 3 to 2. */
  assert_items (choice, "3");
  g_assert_cmpint (choice->cost, ==, 40000);
  g_assert_cmpint (choice->vulnerability[0], ==, 2);
  g_assert_cmpint (choice->vulnerability[1], ==, 2);
  g_assert_cmpuint (choice->after.n[TAGA_BAND_LARGE], ==, 2);
  g_assert_cmpint (choice->after.sum, ==, 6 + 4 + 3 + 6);

  /* Without it one medium is lifted; the one with an asset that leaves the large risks either way
   * is the cheaper of the two. */
  assert_items (less, "4");

  for (guint i = 0; i < sets->len; i++)
    {
      const TagaPlanChoice *set = g_ptr_array_index (sets, i);

      if (set->items->len == 1 && g_array_index (set->items, guint, 0) == 3)
        n_shared++;
    }
  g_assert_cmpuint (n_shared, ==, 1);
}

static void
test_no_limit_is_the_cheapest_way_to_the_best (void)
{
  Problem problem = make_two_media ();
  g_autoptr (TagaPlan) plan = solve (&problem);
  g_autoptr (TagaPlanChoice) all = taga_plan_choose (plan, TAGA_UNKNOWN);
  g_autoptr (TagaPlanChoice) less = taga_plan_choose_less (plan, all);
  g_autoptr (TagaPlanChoice) enough = taga_plan_choose (plan, 320000);
  g_autoptr (TagaPlanChoice) one_yen_less = taga_plan_choose (plan, 319999);

  assert_items (all, "0 1 2 3 4 5 6");
  g_assert_cmpuint (all->after.n[TAGA_BAND_LARGE], ==, 0);
  g_assert_cmpint (all->cost, ==, 320000);
  assert_items (enough, "0 1 2 3 4 5 6");

  /* The next best lets the medium stay at 2 in which one large risk remains either way. */
  g_assert_cmpint (taga_standing_compare (&one_yen_less->after, &less->after), ==, 0);
  g_assert_cmpint (one_yen_less->cost, ==, less->cost);
  g_assert_cmpuint (less->after.n[TAGA_BAND_LARGE], ==, 1);
}

static void
test_no_budget_takes_what_is_free (void)
{
  Problem problem = make_two_media ();
  g_autoptr (TagaPlan) plan = solve (&problem);
  g_autoptr (TagaPlanChoice) nothing = taga_plan_choose (plan, 0);
  g_autoptr (TagaPlan) free_plan = NULL;
  g_autoptr (TagaPlanChoice) something = NULL;

  assert_items (nothing, "");
  g_assert_cmpint (nothing->cost, ==, 0);
  g_assert_cmpuint (nothing->after.n[TAGA_BAND_LARGE], ==, 4);
  g_assert_null (taga_plan_choose_less (plan, nothing));

  problem.items[1].cost = 0;
  problem.items[5].cost = TAGA_UNKNOWN;
  free_plan = solve (&problem);
  something = taga_plan_choose (free_plan, 0);
  assert_items (something, "1 5");
  g_assert_cmpint (something->cost, ==, 0);
}

static void
test_nothing_to_gain (void)
{
  Problem problem = make_two_media ();
  g_autoptr (TagaPlan) plan = NULL;
  g_autoptr (TagaPlanChoice) choice = NULL;
  g_autoptr (GPtrArray) sets = NULL;

  /* Where no threat is, measures change no risk. */
  for (guint i = 0; i < problem.n_assets; i++)
    problem.assets[i].threat = 1;
  plan = solve (&problem);
  choice = taga_plan_choose (plan, TAGA_UNKNOWN);
  sets = taga_plan_list_sets (plan);

  assert_items (choice, "");
  g_assert_cmpuint (sets->len, ==, 0);
  g_assert_cmpint (choice->after.sum, ==, 3 + 2 + 3 + 3);
}

static void
test_all_done (void)
{
  Problem problem = make_two_media ();
  g_autoptr (TagaPlan) plan = NULL;
  g_autoptr (TagaPlanChoice) choice = NULL;
  g_autoptr (GPtrArray) sets = NULL;

  problem.n_items = 0;
  problem.n_done[0] = problem.n_done[1] = 4;
  plan = solve (&problem);
  choice = taga_plan_choose (plan, 1000000);
  sets = taga_plan_list_sets (plan);

  assert_items (choice, "");
  g_assert_cmpint (choice->vulnerability[0], ==, 1);
  g_assert_cmpint (choice->vulnerability[1], ==, 1);
  g_assert_cmpuint (sets->len, ==, 0);
}

static void
test_partly_done_items_count (void)
{
  Problem problem = make_two_media ();
  g_autoptr (TagaPlan) plan = NULL;
  g_autoptr (TagaPlanChoice) choice = NULL;
  guint last;

  /* Three halves of eight are there, so the first medium is at 2 already. */
  for (guint i = 0; i < 3; i++)
    problem.items[i].gain = 1;
  problem.n_media = 1;
  problem.n_items = 4;
  problem.n_assets = 2;
  problem.items[3].media = 1;
  plan = solve (&problem);
  choice = taga_plan_choose (plan, 139999);
  g_assert_cmpint (choice->vulnerability[0], ==, 2);
  assert_items (choice, "");
  g_clear_pointer (&choice, taga_plan_choice_free);

  choice = taga_plan_choose (plan, 140000);
  assert_items (choice, "0 1 2 3");
  g_assert_cmpint (choice->vulnerability[0], ==, 1);

  /* The last half is as good as a whole item. */
  g_clear_pointer (&choice, taga_plan_choice_free);
  g_clear_pointer (&plan, taga_plan_free);
  problem.n_done[0] = 3;
  problem.n_items = 1;
  plan = solve (&problem);
  last = 0;
  choice = taga_plan_judge (plan, &last, 1);
  g_assert_cmpint (choice->vulnerability[0], ==, 1);
}

static void
test_overrides_stay (void)
{
  Problem problem = make_two_media ();
  g_autoptr (TagaPlan) plan = NULL;
  g_autoptr (TagaPlanChoice) choice = NULL;

  /* The first medium's assets are judged by hand, so that only the second can gain. */
  problem.assets[0].override = 3;
  problem.assets[1].override = 1;
  plan = solve (&problem);
  choice = taga_plan_choose (plan, TAGA_UNKNOWN);

  assert_items (choice, "3 4 5 6");
  g_assert_cmpuint (choice->after.n[TAGA_BAND_LARGE], ==, 1);
  g_assert_cmpint (choice->after.sum, ==, 9 + 2 + 3 + 3);
}

static void
test_what_is_not_known_is_left_out (void)
{
  Problem problem = make_two_media ();
  g_autoptr (TagaPlan) plan = NULL;
  g_autoptr (TagaPlanChoice) choice = NULL;

  problem.assets[2].importance = TAGA_UNKNOWN;
  problem.assets[3].importance = TAGA_UNKNOWN;
  plan = solve (&problem);
  choice = taga_plan_choose (plan, TAGA_UNKNOWN);

  assert_items (choice, "0 1 2 3");
  g_assert_cmpuint (choice->after.n[TAGA_BAND_UNKNOWN], ==, 2);
  g_assert_cmpint (choice->after.sum, ==, 3 + 2);
}

/* Whoever lets everything count for everything gets no plan rather than a wait; what a given set
 * of items brings can still be told. */
static void
test_gives_up_in_time (void)
{
  TagaPlanMedium media[6] = { 0 };
  g_autofree TagaPlanItem *items = g_new0 (TagaPlanItem, 3000);
  g_autoptr (TagaPlan) plan = NULL;
  g_autoptr (TagaPlanChoice) choice = NULL;
  g_autoptr (GPtrArray) sets = NULL;

  for (guint i = 0; i < 3000; i++)
    items[i] = (TagaPlanItem){ 1 + i % 63, 2, (gint64) i * 1000 };
  for (guint i = 0; i < G_N_ELEMENTS (media); i++)
    {
      media[i].vulnerability = 3;
      media[i].n_applicable = 1600;
      for (int level = 1; level <= 3; level++)
        taga_standing_add (&media[i].tally[level], &scale, level * 3, 1);
    }

  plan = taga_plan_new (&scale, media, G_N_ELEMENTS (media), items, 3000);
  g_assert_false (taga_plan_is_solved (plan));
  g_assert_null (taga_plan_choose (plan, TAGA_UNKNOWN));
  sets = taga_plan_list_sets (plan);
  g_assert_cmpuint (sets->len, ==, 0);

  choice = taga_plan_judge (plan, (const guint[]){ 7 }, 1);
  g_assert_cmpint (choice->vulnerability[0], ==, 3);
  g_assert_cmpuint (choice->after.n[TAGA_BAND_LARGE], ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/plan/is-the-best-of-all", test_is_the_best_of_all);
  g_test_add_func ("/plan/shared-item-lifts-two-media", test_shared_item_lifts_two_media);
  g_test_add_func ("/plan/no-limit-is-the-cheapest-way-to-the-best",
                   test_no_limit_is_the_cheapest_way_to_the_best);
  g_test_add_func ("/plan/no-budget-takes-what-is-free", test_no_budget_takes_what_is_free);
  g_test_add_func ("/plan/nothing-to-gain", test_nothing_to_gain);
  g_test_add_func ("/plan/all-done", test_all_done);
  g_test_add_func ("/plan/partly-done-items-count", test_partly_done_items_count);
  g_test_add_func ("/plan/overrides-stay", test_overrides_stay);
  g_test_add_func ("/plan/what-is-not-known-is-left-out", test_what_is_not_known_is_left_out);
  g_test_add_func ("/plan/gives-up-in-time", test_gives_up_in_time);

  return g_test_run ();
}
