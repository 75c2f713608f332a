#include <string.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-axis-score.h"
#include "taga-chart-matrix.h"
#include "taga-chart-source.h"
#include "taga-check.h"
#include "taga-measure.h"
#include "taga-round-start.h"
#include "taga-round.h"
#include "taga-self-answer.h"
#include "taga-threat.h"
#include "taga-writer.h"

/* Charts of what a company file holds, looked at through what they say. */

static char *
describe (TagaStore *store, const char *kind, gint64 before, gint64 after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaChart) chart = taga_chart_source_new (store, kind, before, after, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (taga_chart_get_title (chart), !=, "");
  return taga_chart_dup_summary (chart);
}

static void
assert_says (TagaStore *store, const char *kind, gint64 before, gint64 after, const char *part)
{
  g_autofree char *text = describe (store, kind, before, after);

  if (strstr (text, part) == NULL)
    g_error ("%s does not say “%s” but “%s”", kind, part, text);
}

/* Two rounds: the first of them is sealed, and what became of its assets since does not count. */
static void
fill (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  store_fixture_set (store, TAGA_TYPE_ROUND, 1, "date", "2026-04-01");
  store_fixture_set (store, TAGA_TYPE_ROUND, 1, "name", "春");
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "名簿", "medium", "paper", "confidentiality",
                     "3", "integrity", "3", "availability", "3", NULL);
  store_fixture_set (store, TAGA_TYPE_THREAT, 1, "frequency", "3");
  store_fixture_set (store, TAGA_TYPE_CHECK, 1, "answer", "3");
  store_fixture_set (store, TAGA_TYPE_CHECK, 2, "answer", "3");
  store_fixture_set (store, TAGA_TYPE_CHECK, 5, "answer", "3");
  store_fixture_add (store, TAGA_TYPE_AXIS_SCORE, "round", "1", "axis", "data", "score", "15",
                     "origin", "judged", NULL);
  store_fixture_seal (store, 1);
  taga_round_start (store, "秋", "2026-10-01", NULL, NULL, 1, &id, &error);
  g_assert_no_error (error);
  store_fixture_add (store, TAGA_TYPE_AXIS_SCORE, "round", "2", "axis", "data", "score", "35",
                     "origin", "judged", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "金型の図面", "medium", "paper",
                     "confidentiality", "1", "integrity", "1", "availability", "1", NULL);
}

static void
test_the_trend_has_all_rounds (StoreFixture *fixture, gconstpointer data)
{
  fill (fixture->store);

  assert_says (fixture->store, "trend", 0, 0, "Data protection: 春 1.5, 秋 3.5");
  assert_says (fixture->store, "trend", 0, 1, "Network security: 春 not known, 秋 not known");
}

static void
test_the_plan_is_in_order (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "B", "planned-end", "2020-06-30",
                     NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "C", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "A", "planned-start", "2020-01-01",
                     "planned-end", "2020-02-01", "actual-start", "2020-01-10", "actual-end",
                     "2020-02-03", "status", "done", NULL);

  text = describe (fixture->store, "progress", 0, 0);
  g_assert_true (g_str_has_prefix (
      text, "A: Finished 2 days late. Planned 2020/1/1 to 2020/2/1, actual 2020/1/10 to 2020/2/3\n"
            "B: "));
  g_assert_true (g_str_has_suffix (text, "\nC: Not begun. Planned – to –, actual – to –"));
}

/* What is finished makes room first, and what is left out is told. */
static void
test_a_long_plan_is_shortened (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaChart) chart = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 45; i++)
    store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", i < 3 ? "old" : "new", "status",
                       i < 3 ? "done" : "todo", NULL);
  chart = taga_chart_source_new (fixture->store, "progress", 0, 0, NULL);
  g_assert_cmpuint (taga_chart_get_n_parts (chart), ==, 40);
  text = taga_chart_dup_summary (chart);
  g_assert_null (strstr (text, "old"));
}

/* By our rule: no money is little; nobody entered the other's cost. */
static void
test_effort_goes_by_cost_and_effect (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaChart) chart = taga_chart_source_new (fixture->store, "effort", 0, 0, NULL);
  g_autoptr (TagaChartTable) table = taga_chart_dup_table (chart);
  guint n_best = 0;

  g_assert_cmpuint (taga_chart_table_get_n_rows (table), ==, 24);
  for (guint i = 0; i < 24; i++)
    {
      g_assert_cmpstr (taga_chart_table_get (table, i, 0), !=, "");
      n_best += g_str_equal (taga_chart_table_get (table, i, 2), "3");
    }
  g_assert_cmpuint (n_best, >, 0);
  g_assert_true (g_str_has_prefix (taga_chart_table_get (table, 0, 0), "2-1 "));
  g_assert_cmpstr (taga_chart_table_get (table, 0, 1), ==, "1");
}

static void
test_every_kind_of_an_empty_company (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; taga_chart_source_get_kind (i) != NULL; i++)
    {
      const char *kind = taga_chart_source_get_kind (i);
      g_autofree char *text = describe (fixture->store, kind, 0, 0);

      g_assert_cmpstr (text, !=, "");
      g_assert_nonnull (taga_chart_source_get_title (kind));
    }
}

static void
test_two_rounds_are_compared (StoreFixture *fixture, gconstpointer data)
{
  fill (fixture->store);

  assert_says (fixture->store, "radar", 0, 0, "Data protection: 春 1.5, 秋 3.5, of 5");
  assert_says (fixture->store, "radar", 1, 2, "Data protection: 春 1.5, 秋 3.5, of 5");
  assert_says (fixture->store, "radar", 2, 2, "Data protection: 3.5 of 5");
  assert_says (fixture->store, "radar", 0, 1, "Data protection: 1.5 of 5");
  assert_says (fixture->store, "bands", 0, 0, "春: Large 1, Medium 0, Small 0");
  assert_says (fixture->store, "bands", 0, 0,
               "秋: Large 1, Medium 0, Small 1\nNo asset went to another band.");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "confidentiality", "1");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "integrity", "1");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "availability", "1");
  assert_says (fixture->store, "bands", 0, 0, "Moved: Large → Small 1");
}

static void
test_a_sealed_round_stays (StoreFixture *fixture, gconstpointer data)
{
  fill (fixture->store);

  assert_says (fixture->store, "matrix", 0, 1, "Large: 1 asset, Medium: 0 assets, Small: 0 assets");
  assert_says (fixture->store, "matrix", 0, 1, "Importance 3, likelihood 3: Large 9, 1 asset");
  assert_says (fixture->store, "matrix", 0, 2, "Importance 1, likelihood 3: Small 3, 1 asset");
  g_assert_cmpint (taga_store_get_round (fixture->store), ==, 2);
}

static void
test_a_part_of_the_self_check_that_is_open_is_not_zero (StoreFixture *fixture, gconstpointer data)
{
  assert_says (fixture->store, "barrel", 0, 0, "not answered");
  store_fixture_set (fixture->store, TAGA_TYPE_SELF_ANSWER, 1, "answer", "1");
  assert_says (fixture->store, "barrel", 0, 0, "100 of 100");
}

static void
test_what_is_not_there_is_told (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (taga_chart_source_new (fixture->store, "radar", 0, 99, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  store_fixture_assert_plain (error);
  g_clear_error (&error);

  g_assert_null (taga_chart_source_new (fixture->store, "radar", 99, 0, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (taga_chart_source_new (fixture->store, "pie", 0, 0, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
  g_assert_null (taga_chart_source_get_title ("pie"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (taga_data_get_resource ());

#define ADD(name, kind, test)                                                                      \
  g_test_add ("/chart-source/" name, StoreFixture, kind, store_fixture_set_up, test,               \
              store_fixture_tear_down)
  ADD ("every-kind-of-an-empty-company", NULL, test_every_kind_of_an_empty_company);
  ADD ("every-kind-of-the-sample-company", "sample", test_every_kind_of_an_empty_company);
  ADD ("two-rounds-are-compared", NULL, test_two_rounds_are_compared);
  ADD ("a-sealed-round-stays", NULL, test_a_sealed_round_stays);
  ADD ("a-part-of-the-self-check-that-is-open-is-not-zero", NULL,
       test_a_part_of_the_self_check_that_is_open_is_not_zero);
  ADD ("the-trend-has-all-rounds", NULL, test_the_trend_has_all_rounds);
  ADD ("the-plan-is-in-order", NULL, test_the_plan_is_in_order);
  ADD ("a-long-plan-is-shortened", NULL, test_a_long_plan_is_shortened);
  ADD ("effort-goes-by-cost-and-effect", "sample", test_effort_goes_by_cost_and_effect);
  ADD ("what-is-not-there-is-told", NULL, test_what_is_not_there_is_told);

  return g_test_run ();
}
