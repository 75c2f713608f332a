#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-declaration.h"
#include "taga-measure.h"
#include "taga-overview.h"
#include "taga-round.h"
#include "taga-sealed-asset.h"

/* What home shows at a glance. */

#define TODAY "2026-11-22"

static TagaOverview *
read_overview (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TagaOverview *overview = taga_overview_read (fixture->store, TODAY, &error);

  g_assert_no_error (error);
  return overview;
}

static void
test_a_new_company_has_nothing_yet (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaOverview) overview = read_overview (fixture);

  g_assert_cmpuint (overview->n_rounds, ==, 1);
  g_assert_false (overview->rounds[0].has_axes);
  g_assert_false (overview->rounds[0].has_bands);
  g_assert_cmpuint (overview->self_check->company->total.n_answered, ==, 0);
  g_assert_cmpuint (overview->due->len, ==, 0);
  g_assert_cmpuint (overview->n_expired, ==, 0);
  g_assert_cmpuint (overview->n_measures, ==, 0);
}

static guint
sum_bands (const TagaOverviewRound *round)
{
  guint sum = 0;

  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    sum += round->bands[i];

  return sum;
}

/* The earlier one stands first, whenever it was entered, with its bands as they were sealed. */
static void
test_the_last_two_rounds_are_compared (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaOverview) overview = read_overview (fixture);

  g_assert_cmpuint (overview->n_rounds, ==, 2);
  g_assert_cmpstr (overview->rounds[0].name, ==, "取組前の評価");
  g_assert_cmpstr (overview->rounds[1].name, ==, "第1回評価");
  for (guint i = 0; i < overview->n_rounds; i++)
    g_assert_true (overview->rounds[i].has_axes && overview->rounds[i].has_bands);
  g_assert_cmpuint (sum_bands (&overview->rounds[0]), ==,
                    taga_store_count (fixture->store, TAGA_TYPE_SEALED_ASSET, NULL));
  g_assert_cmpuint (sum_bands (&overview->rounds[1]), ==,
                    taga_store_count (fixture->store, TAGA_TYPE_ASSET, NULL));
  g_clear_pointer (&overview, taga_overview_free);

  /* Of an open round that is not the one in use nobody knows the risks. */
  store_fixture_add (fixture->store, TAGA_TYPE_ROUND, "name", "第2回評価", "date", "2026-12-01",
                     NULL);
  overview = read_overview (fixture);
  g_assert_cmpstr (overview->rounds[0].name, ==, "第1回評価");
  g_assert_cmpstr (overview->rounds[1].name, ==, "第2回評価");
  g_assert_false (overview->rounds[0].has_bands);
  g_assert_true (overview->rounds[0].has_axes);
  g_assert_true (overview->rounds[1].has_bands);
  g_assert_false (overview->rounds[1].has_axes);
}

static const TagaDue *
get_due (TagaOverview *overview, guint i)
{
  return g_ptr_array_index (overview->due, i);
}

static void
test_what_is_late_or_due_soon (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaOverview) overview = NULL;
  TagaStore *store = fixture->store;

  store_fixture_add (store, TAGA_TYPE_MEASURE, "name", "soon", "planned-end", "2026-12-22", "owner",
                     "山田", NULL);
  store_fixture_add (store, TAGA_TYPE_MEASURE, "name", "later", "planned-end", "2026-12-23", NULL);
  store_fixture_add (store, TAGA_TYPE_MEASURE, "name", "late", "planned-end", "2026-11-15",
                     "status", "doing", NULL);
  store_fixture_add (store, TAGA_TYPE_MEASURE, "name", "done", "planned-end", "2026-11-15",
                     "status", "done", NULL);
  store_fixture_add (store, TAGA_TYPE_MEASURE, "name", "without a day", NULL);
  store_fixture_add (store, TAGA_TYPE_DECLARATION, "stars", "1", "review-on", "2025-01-01", NULL);
  store_fixture_add (store, TAGA_TYPE_DECLARATION, "stars", "2", "review-on", "2026-11-22", NULL);

  overview = read_overview (fixture);
  g_assert_cmpuint (overview->due->len, ==, 3);
  g_assert_cmpstr (get_due (overview, 0)->name, ==, "late");
  g_assert_cmpint (get_due (overview, 0)->days, ==, -7);
  g_assert_cmpint (get_due (overview, 1)->kind, ==, TAGA_DUE_DECLARATION);
  g_assert_cmpint (get_due (overview, 1)->days, ==, 0);
  g_assert_cmpstr (get_due (overview, 2)->name, ==, "soon");
  g_assert_cmpstr (get_due (overview, 2)->owner, ==, "山田");
  g_assert_cmpint (get_due (overview, 2)->days, ==, 30);
}

static void
test_costs_are_summed (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaOverview) overview = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "a", "budget", "300000",
                     "actual-cost", "250000", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "b", "actual-cost", "70000", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "c", NULL);

  overview = read_overview (fixture);
  g_assert_cmpuint (overview->n_measures, ==, 2);
  g_assert_cmpint (overview->budget, ==, 300000);
  g_assert_cmpint (overview->cost, ==, 320000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/overview/a-new-company-has-nothing-yet", StoreFixture, NULL, store_fixture_set_up,
              test_a_new_company_has_nothing_yet, store_fixture_tear_down);
  g_test_add ("/overview/the-last-two-rounds-are-compared", StoreFixture, "sample",
              store_fixture_set_up, test_the_last_two_rounds_are_compared, store_fixture_tear_down);
  g_test_add ("/overview/what-is-late-or-due-soon", StoreFixture, NULL, store_fixture_set_up,
              test_what_is_late_or_due_soon, store_fixture_tear_down);
  g_test_add ("/overview/costs-are-summed", StoreFixture, NULL, store_fixture_set_up,
              test_costs_are_summed, store_fixture_tear_down);

  return g_test_run ();
}
