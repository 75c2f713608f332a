#include <string.h>

#include "store-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-date.h"
#include "taga-decision-action.h"
#include "taga-decision.h"
#include "taga-executive-read.h"
#include "taga-history.h"
#include "taga-measure.h"

/* What the management is told and asked. */

#define TODAY "2026-11-22"

static TagaExecutive *
read_between (StoreFixture *fixture, gint64 before, gint64 after)
{
  g_autoptr (GError) error = NULL;
  TagaExecutive *executive = taga_executive_read (fixture->store, before, after, TODAY, &error);

  g_assert_no_error (error);
  return executive;
}

static TagaExecutive *
read_sheet (StoreFixture *fixture)
{
  return read_between (fixture, 0, 0);
}

static guint
count_steps (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) steps = taga_history_list (fixture->store, 0, 1000, NULL);

  return steps->len;
}

static void
test_a_new_company_has_nothing_to_tell (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaExecutive) sheet = read_sheet (fixture);

  g_assert_cmpuint (sheet->n_rounds, ==, 1);
  g_assert_false (sheet->rounds[0].has_axes);
  g_assert_cmpuint (sheet->rounds[0].n_assets, ==, 0);
  g_assert_cmpuint (sheet->n_assets, ==, 0);
  g_assert_cmpuint (sheet->risks->len, ==, 0);
  g_assert_cmpuint (sheet->done->len, ==, 0);
  g_assert_cmpuint (sheet->late->len, ==, 0);
  g_assert_cmpuint (sheet->costs.n_measures, ==, 0);
  g_assert_cmpuint (sheet->decisions->len, ==, 0);
  g_assert_true (sheet->is_proposal);
}

static void
test_two_rounds_are_told_apart (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaExecutive) sheet = read_sheet (fixture);
  g_autoptr (TagaExecutive) turned = read_between (fixture, 1, 2);
  guint sum = 0;

  g_assert_cmpuint (sheet->n_rounds, ==, 2);
  g_assert_cmpint (sheet->rounds[0].id, ==, 2);
  g_assert_cmpstr (sheet->rounds[0].name, ==, "取組前の評価");
  g_assert_cmpstr (sheet->rounds[0].day, ==, "2026-04-15");
  g_assert_cmpint (sheet->rounds[1].id, ==, 1);
  g_assert_true (sheet->rounds[0].has_axes && sheet->rounds[1].has_axes);
  g_assert_cmpuint (sheet->rounds[1].n_axes, ==, 6);
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    sum += sheet->rounds[1].bands[i];
  g_assert_cmpuint (sum, ==, sheet->rounds[1].n_assets);
  g_assert_cmpuint (sum, ==, sheet->n_assets);

  g_assert_cmpint (turned->rounds[0].id, ==, 1);
  g_assert_cmpint (turned->rounds[1].id, ==, 2);
}

/* Who names one round gets the other by its day; the oldest has none before it. */
static void
test_the_other_round_is_found (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaExecutive) later = read_between (fixture, 0, 1);
  g_autoptr (TagaExecutive) earlier = read_between (fixture, 2, 0);
  g_autoptr (TagaExecutive) oldest = read_between (fixture, 0, 2);
  g_autoptr (TagaExecutive) newest = read_between (fixture, 1, 0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (later->rounds[0].id, ==, 2);
  g_assert_cmpint (earlier->rounds[1].id, ==, 1);
  g_assert_cmpuint (oldest->n_rounds, ==, 1);
  g_assert_cmpint (oldest->rounds[0].id, ==, 2);
  g_assert_cmpuint (newest->n_rounds, ==, 2);
  g_assert_cmpint (newest->rounds[0].id, ==, 1);
  g_assert_cmpint (newest->rounds[1].id, ==, 2);

  g_assert_null (taga_executive_read (fixture->store, 0, 99, TODAY, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
}

/* As many assets of one medium share one fate, each medium is named once, the largest first. */
static void
test_the_largest_risks_are_named (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaExecutive) sheet = read_sheet (fixture);
  int last = G_MAXINT;

  g_assert_cmpuint (sheet->risks->len, ==, TAGA_EXECUTIVE_RISKS);
  for (guint i = 0; i < sheet->risks->len; i++)
    {
      const TagaExecutiveRisk *risk = g_ptr_array_index (sheet->risks, i);
      g_autofree char *name =
          store_fixture_get (fixture->store, TAGA_TYPE_ASSET, risk->asset, "name");
      g_autofree char *value =
          store_fixture_get (fixture->store, TAGA_TYPE_ASSET, risk->asset, "medium");

      g_assert_cmpstr (risk->name, ==, name);
      g_assert_cmpstr (risk->medium, ==, value);
      g_assert_cmpint (risk->risk, <=, last);
      g_assert_nonnull (risk->threat);
      last = risk->risk;
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (risk->medium, !=,
                         ((TagaExecutiveRisk *) g_ptr_array_index (sheet->risks, j))->medium);
    }
  g_assert_cmpint (((TagaExecutiveRisk *) g_ptr_array_index (sheet->risks, 0))->risk, ==, 9);
}

/* Each question has an answer, and there is no asset. */
static void
answer_questions (StoreFixture *fixture)
{
  store_fixture_close (fixture);
  store_fixture_answer_all (fixture->path);
  store_fixture_exec (fixture->path, "DELETE FROM asset");
  store_fixture_reopen (fixture);
}

/* Three assets on two media: the larger risk is named, the smaller ones are not counted with it. */
static void
test_others_are_counted (StoreFixture *fixture, gconstpointer kind)
{
  TagaExecutiveRisk *risk;
  g_autoptr (TagaExecutive) sheet = NULL;

  answer_questions (fixture);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "小", "medium", "paper",
                     "confidentiality", "1", "integrity", "1", "availability", "1", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "大", "medium", "paper",
                     "confidentiality", "3", "integrity", "1", "availability", "1", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "個人", "medium", "paper", "personal",
                     "1", "confidentiality", "3", "integrity", "1", "availability", "1", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "使い終えたもの", "medium", "server",
                     "confidentiality", "3", "integrity", "3", "availability", "3", "retired-on",
                     "2026-01-01", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "重要度が未定", "medium", "cloud",
                     NULL);

  sheet = read_sheet (fixture);
  g_assert_cmpuint (sheet->n_assets, ==, 4);
  g_assert_cmpuint (sheet->n_unknown, ==, 1);
  g_assert_cmpuint (sheet->risks->len, ==, 1);
  risk = g_ptr_array_index (sheet->risks, 0);
  g_assert_cmpstr (risk->name, ==, "個人");
  g_assert_true (risk->by_mark && risk->is_vital);
  g_assert_cmpuint (risk->n_others, ==, 1);
}

/* A measure that names the asset goes before one for its check items; a finished one is none. */
static void
test_the_measure_against_a_risk (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *asset = NULL;
  TagaExecutiveRisk *risk;
  g_autoptr (TagaExecutive) sheet = NULL;
  gint64 id;

  answer_questions (fixture);
  id = store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "名簿", "medium", "paper",
                          "confidentiality", "3", "integrity", "3", "availability", "3", NULL);
  asset = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "終わったもの", "status", "done",
                     "assets", asset, NULL);
  sheet = read_sheet (fixture);
  risk = g_ptr_array_index (sheet->risks, 0);
  g_assert_null (risk->measure);
  g_assert_cmpuint (risk->n_measures, ==, 0);
  g_clear_pointer (&sheet, taga_executive_free);

  /* 3-2 and 3-3 are for paper, 7-2 is not. */
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "ほかの資産のもの", "assets", "999",
                     "checks", "7-2", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "一つだけ", "checks", "3-2", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "二つ", "checks", "3-2 3-3", NULL);
  sheet = read_sheet (fixture);
  risk = g_ptr_array_index (sheet->risks, 0);
  g_assert_cmpstr (risk->measure, ==, "二つ");
  g_assert_cmpuint (risk->n_measures, ==, 2);
  g_clear_pointer (&sheet, taga_executive_free);

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "鍵をかける", "status", "doing",
                     "assets", asset, "planned-end", "2026-12-01", NULL);
  sheet = read_sheet (fixture);
  risk = g_ptr_array_index (sheet->risks, 0);
  g_assert_cmpstr (risk->measure, ==, "鍵をかける");
  g_assert_cmpstr (risk->day, ==, "2026-12-01");
  g_assert_cmpuint (risk->n_measures, ==, 3);
}

/* Late is what should have been finished yesterday, not what is due today. */
static void
test_late_by_days (StoreFixture *fixture, gconstpointer kind)
{
  const TagaExecutiveMeasure *late;
  g_autoptr (TagaExecutive) sheet = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "今日まで", "status", "doing",
                     "planned-end", TODAY, NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "昨日まで", "owner", "伊藤 桜",
                     "planned-end", "2026-11-21", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "先月まで", "status", "todo",
                     "planned-end", "2026-10-22", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "終わった", "status", "done",
                     "planned-end", "2026-01-01", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "期限なし", NULL);

  sheet = read_sheet (fixture);
  g_assert_cmpuint (sheet->late->len, ==, 2);
  late = g_ptr_array_index (sheet->late, 0);
  g_assert_cmpstr (late->name, ==, "先月まで");
  g_assert_cmpuint (late->n_days, ==, 31);
  late = g_ptr_array_index (sheet->late, 1);
  g_assert_cmpstr (late->name, ==, "昨日まで");
  g_assert_cmpstr (late->owner, ==, "伊藤 桜");
  g_assert_cmpuint (late->n_days, ==, 1);
}

/* Done is what was finished after the day of the earlier round, up to now; of an unknown day too.
 */
static void
test_done_since_the_round_before (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaExecutive) sheet = NULL;
  guint n_before;

  sheet = read_sheet (fixture);
  n_before = sheet->done->len;
  g_assert_cmpuint (n_before, ==, 3);
  g_assert_cmpstr (((TagaExecutiveMeasure *) g_ptr_array_index (sheet->done, 0))->day, ==,
                   "2026-08-07");
  g_clear_pointer (&sheet, taga_executive_free);

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "その日", "status", "done",
                     "actual-end", "2026-04-15", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "次の日", "status", "done",
                     "actual-end", "2026-04-16", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "日付なし", "status", "done", NULL);
  sheet = read_sheet (fixture);
  g_assert_cmpuint (sheet->done->len, ==, n_before + 2);
  g_assert_cmpstr (((TagaExecutiveMeasure *) g_ptr_array_index (sheet->done, n_before))->name, ==,
                   "次の日");
  g_assert_cmpstr (((TagaExecutiveMeasure *) g_ptr_array_index (sheet->done, n_before + 1))->name,
                   ==, "日付なし");
}

/* What nobody has entered is not 0, and nothing is left to spend of what is finished. */
static void
test_costs_that_are_not_known (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaExecutive) sheet = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "未入力", NULL);
  sheet = read_sheet (fixture);
  g_assert_cmpuint (sheet->costs.n_measures, ==, 1);
  g_assert_cmpuint (sheet->costs.n_budgeted, ==, 0);
  g_assert_cmpuint (sheet->costs.n_costed, ==, 0);
  g_assert_cmpuint (sheet->costs.n_to_spend, ==, 0);
  g_clear_pointer (&sheet, taga_executive_free);

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "途中", "status", "doing", "budget",
                     "100000", "actual-cost", "30000", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "超過", "budget", "10000",
                     "actual-cost", "15000", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "終了", "status", "done", "budget",
                     "50000", "actual-cost", "0", NULL);
  sheet = read_sheet (fixture);
  g_assert_cmpint (sheet->costs.budget, ==, 160000);
  g_assert_cmpuint (sheet->costs.n_budgeted, ==, 3);
  g_assert_cmpint (sheet->costs.cost, ==, 45000);
  g_assert_cmpuint (sheet->costs.n_costed, ==, 3);
  g_assert_cmpint (sheet->costs.to_spend, ==, 70000);
  g_assert_cmpuint (sheet->costs.n_to_spend, ==, 2);
  g_assert_cmpuint (sheet->costs.n_open, ==, 3);
}

static const TagaExecutiveDecision *
get_decision (const TagaExecutive *sheet, guint i)
{
  return g_ptr_array_index (sheet->decisions, i);
}

/* Open ones by their days, then what was put off; answered ones are not asked again. */
static void
test_open_decisions_are_asked (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaExecutive) sheet = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_DECISION, "name", "保留したもの", "answer", "later",
                     "due-on", "2026-01-01", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_DECISION, "name", "期限なし", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_DECISION, "name", "急ぐもの", "due-on", "2026-12-01",
                     "amount", "250000", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_DECISION, "name", "承認済み", "answer", "yes", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_DECISION, "name", "見送り", "answer", "no", NULL);

  sheet = read_sheet (fixture);
  g_assert_false (sheet->is_proposal);
  g_assert_cmpuint (sheet->decisions->len, ==, 3);
  g_assert_cmpstr (get_decision (sheet, 0)->name, ==, "急ぐもの");
  g_assert_cmpint (get_decision (sheet, 0)->amount, ==, 250000);
  g_assert_cmpstr (get_decision (sheet, 1)->name, ==, "期限なし");
  g_assert_cmpint (get_decision (sheet, 1)->amount, ==, TAGA_UNKNOWN);
  g_assert_cmpstr (get_decision (sheet, 2)->name, ==, "保留したもの");
  g_assert_true (get_decision (sheet, 2)->is_put_off);
}

static void
test_proposals_follow_from_the_plan (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaExecutive) sheet = NULL;
  g_autoptr (GError) error = NULL;
  guint n_steps;

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "いつでも", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "あとで", "status", "todo",
                     "planned-start", "2027-02-01", "planned-end", "2027-03-01", "owner", "佐藤",
                     "budget", "50000", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "もう始まった", "status", "doing",
                     "planned-start", "2026-01-01", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "聞いたもの", "status", "todo",
                     NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_DECISION, "name", "聞いた", "answer", "no",
                     "measures", "4", NULL);

  sheet = read_sheet (fixture);
  g_assert_true (sheet->is_proposal);
  g_assert_cmpuint (sheet->decisions->len, ==, 2);
  g_assert_nonnull (strstr (get_decision (sheet, 0)->name, "あとで"));
  g_assert_cmpstr (get_decision (sheet, 0)->measures, ==, "2");
  g_assert_cmpint (get_decision (sheet, 0)->amount, ==, 50000);
  g_assert_cmpstr (get_decision (sheet, 0)->due_on, ==, "2027-02-01");
  g_assert_nonnull (strstr (get_decision (sheet, 0)->reason, "佐藤"));
  g_assert_cmpint (get_decision (sheet, 1)->amount, ==, TAGA_UNKNOWN);
  g_assert_null (get_decision (sheet, 1)->due_on);

  n_steps = count_steps (fixture);
  g_assert_true (taga_decision_action_add (fixture->store, sheet->decisions, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_DECISION, NULL), ==, 3);
  g_clear_pointer (&sheet, taga_executive_free);

  /* What is asked is not proposed again. */
  sheet = read_sheet (fixture);
  g_assert_false (sheet->is_proposal);
  g_assert_cmpuint (sheet->decisions->len, ==, 2);
  {
    g_autoptr (GPtrArray) proposals = taga_executive_propose (fixture->store, TODAY, NULL);

    g_assert_cmpuint (proposals->len, ==, 0);
  }
}

/* Several measures are one question; a sum of which a part is not known is not known. */
static void
test_measures_are_asked_together (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GPtrArray) unknown = NULL;
  const TagaExecutiveDecision *decision;
  gint64 id;

  for (guint i = 0; i < 4; i++)
    {
      id = store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "鍵", "budget", "10000",
                              "planned-start", i == 2 ? "2026-12-01" : "2027-01-01", NULL);
      g_array_append_val (ids, id);
    }
  known = taga_executive_propose_start (fixture->store, ids, TODAY, NULL);
  g_assert_cmpuint (known->len, ==, 1);
  decision = g_ptr_array_index (known, 0);
  g_assert_nonnull (strchr (decision->name, '4'));
  g_assert_cmpint (decision->amount, ==, 40000);
  g_assert_cmpstr (decision->measures, ==, "1 2 3 4");
  g_assert_cmpstr (decision->due_on, ==, "2026-12-01");
  g_assert_true (g_str_has_suffix (decision->reason, "鍵…"));

  id = store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "未入力", "planned-start",
                          "2026-01-01", NULL);
  g_array_append_val (ids, id);
  unknown = taga_executive_propose_start (fixture->store, ids, TODAY, NULL);
  decision = g_ptr_array_index (unknown, 0);
  g_assert_cmpint (decision->amount, ==, TAGA_UNKNOWN);
  g_assert_null (decision->due_on);
}

/* At most three measures, and the risks above the line as one question before them. */
static void
test_proposals_stay_few (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GPtrArray) proposals = NULL;
  const TagaExecutiveDecision *first;

  for (guint i = 0; i < 10; i++)
    store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "対策", "status", "todo", NULL);
  proposals = taga_executive_propose (fixture->store, TODAY, NULL);
  g_assert_cmpuint (proposals->len, ==, 4);
  first = g_ptr_array_index (proposals, 0);
  g_assert_null (first->measures);
  g_assert_nonnull (strpbrk (first->name, "0123456789"));
}

static char *
answer (StoreFixture *fixture, gint64 id, const char *key, const char *day)
{
  const guint fields[] = { TAGA_DECISION_ANSWER, TAGA_DECISION_DECIDED_ON };
  const TagaValue values[] = { { (char *) key, TAGA_UNKNOWN }, { (char *) day, TAGA_UNKNOWN } };
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_action_set (fixture->store, TAGA_TYPE_DECISION, id, fields, values,
                                  day == NULL ? 1 : 2, &error));
  g_assert_no_error (error);

  return store_fixture_get (fixture->store, TAGA_TYPE_DECISION, id, "decided-on");
}

/* An answer without a day was given today; a day that was entered stays. */
static void
test_an_answer_gets_its_day (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *today = taga_date_today ();
  gint64 id = store_fixture_add (fixture->store, TAGA_TYPE_DECISION, "name", "買ってよいか", NULL);
  gint64 other = store_fixture_add (fixture->store, TAGA_TYPE_DECISION, "name", "よいか",
                                    "decided-on", "2026-10-01", NULL);
  gint64 third = store_fixture_add (fixture->store, TAGA_TYPE_DECISION, "name", "ほか", NULL);
  guint n_steps = count_steps (fixture);
  g_autofree char *day = answer (fixture, id, "yes", NULL);
  g_autofree char *kept = answer (fixture, other, "no", NULL);
  g_autofree char *given = answer (fixture, third, "yes", "2026-11-01");
  g_autofree char *still = NULL;

  g_assert_cmpstr (day, ==, today);
  g_assert_cmpstr (kept, ==, "2026-10-01");
  g_assert_cmpstr (given, ==, "2026-11-01");
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 3);

  /* Who changes one's mind does not change the day unless that is said. */
  still = answer (fixture, other, "yes", NULL);
  g_assert_cmpstr (still, ==, "2026-10-01");
}

static void
test_an_answer_that_is_none_changes_nothing (StoreFixture *fixture, gconstpointer kind)
{
  const guint field = TAGA_DECISION_ANSWER;
  const TagaValue value = { (char *) "perhaps", TAGA_UNKNOWN };
  gint64 id = store_fixture_add (fixture->store, TAGA_TYPE_DECISION, "name", "よいか", NULL);
  const char *const pairs[] = { "name", "よいか", "measures", "three", NULL };
  guint n_steps = count_steps (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;

  g_assert_false (
      taga_action_set (fixture->store, TAGA_TYPE_DECISION, id, &field, &value, 1, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_clear_error (&error);
  day = store_fixture_get (fixture->store, TAGA_TYPE_DECISION, id, "decided-on");
  g_assert_cmpstr (day == NULL ? "" : day, ==, "");

  g_assert_false (store_fixture_try_add (fixture->store, TAGA_TYPE_DECISION, pairs, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  store_fixture_assert_plain (error);
  g_assert_cmpuint (count_steps (fixture), ==, n_steps);
}

/* Only what nobody has begun is begun, all at once; a day that is known stays. */
static void
test_approved_measures_start (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *today = taga_date_today ();
  gint64 id = store_fixture_add (fixture->store, TAGA_TYPE_DECISION, "name", "よいか", "measures",
                                 "1 2 3 4 99", NULL);
  g_autoptr (GArray) waiting = NULL;
  g_autoptr (GArray) none = NULL;
  g_autofree char *start = NULL;
  g_autofree char *known = NULL;
  g_autofree char *status = NULL;
  guint n_steps;

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "一", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "二", "status", "todo",
                     "actual-start", "2026-11-01", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "三", "status", "doing", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "四", "status", "done", NULL);

  waiting = taga_decision_action_list_waiting (fixture->store, id, NULL);
  g_assert_cmpuint (waiting->len, ==, 2);
  n_steps = count_steps (fixture);
  g_assert_true (taga_decision_action_start (fixture->store, waiting, NULL));
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);

  start = store_fixture_get (fixture->store, TAGA_TYPE_MEASURE, 1, "actual-start");
  known = store_fixture_get (fixture->store, TAGA_TYPE_MEASURE, 2, "actual-start");
  status = store_fixture_get (fixture->store, TAGA_TYPE_MEASURE, 4, "status");
  g_assert_cmpstr (start, ==, today);
  g_assert_cmpstr (known, ==, "2026-11-01");
  g_assert_cmpstr (status, ==, "done");
  none = taga_decision_action_list_waiting (fixture->store, id, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Each threat of the method says in plain words what would happen to what. */
static void
test_threats_speak_plainly (StoreFixture *fixture, gconstpointer kind)
{
  guint n;
  const TagaItem *threats =
      taga_edition_get_items (taga_store_get_edition (fixture->store), "threat", &n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (strstr (threats[i].plain_ja, "{assets}"));
      g_assert_nonnull (strstr (threats[i].plain_en, "{assets}"));
      g_assert_true (g_str_has_suffix (threats[i].plain_ja, "。"));
      g_assert_true (g_str_has_suffix (threats[i].plain_en, "."));
    }
}

static void
add (const char *path, const char *kind, void (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, kind, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/executive/new-company", NULL, test_a_new_company_has_nothing_to_tell);
  add ("/executive/two-rounds", "sample", test_two_rounds_are_told_apart);
  add ("/executive/other-round", "sample", test_the_other_round_is_found);
  add ("/executive/largest-risks", "sample", test_the_largest_risks_are_named);
  add ("/executive/others", NULL, test_others_are_counted);
  add ("/executive/measure-against-risk", NULL, test_the_measure_against_a_risk);
  add ("/executive/late", NULL, test_late_by_days);
  add ("/executive/done", "sample", test_done_since_the_round_before);
  add ("/executive/costs", NULL, test_costs_that_are_not_known);
  add ("/executive/decisions", NULL, test_open_decisions_are_asked);
  add ("/executive/proposals", NULL, test_proposals_follow_from_the_plan);
  add ("/executive/together", NULL, test_measures_are_asked_together);
  add ("/executive/few-proposals", "sample", test_proposals_stay_few);
  add ("/executive/answer-day", NULL, test_an_answer_gets_its_day);
  add ("/executive/no-answer", NULL, test_an_answer_that_is_none_changes_nothing);
  add ("/executive/start", NULL, test_approved_measures_start);
  add ("/executive/plain-threats", NULL, test_threats_speak_plainly);

  return g_test_run ();
}
