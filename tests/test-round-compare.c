#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-answer-sheet.h"
#include "taga-asset.h"
#include "taga-axis-score.h"
#include "taga-check.h"
#include "taga-measure.h"
#include "taga-own-item.h"
#include "taga-round-compare.h"
#include "taga-round-start.h"
#include "taga-round.h"
#include "taga-self-answer.h"
#include "taga-threat.h"

/* Two rounds side by side. */

static TagaRoundComparison *
compare (TagaStore *store, gint64 before, gint64 after)
{
  g_autoptr (GError) error = NULL;
  TagaRoundComparison *comparison = taga_round_compare (store, before, after, &error);

  g_assert_no_error (error);
  return comparison;
}

static gint64
add_asset (TagaStore *store, const char *name, const char *medium, const char *level)
{
  return store_fixture_add (store, TAGA_TYPE_ASSET, "name", name, "medium", medium,
                            "confidentiality", level, "integrity", level, "availability", level,
                            NULL);
}

static gint64
copy_round (TagaStore *store, gint64 from)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  taga_round_start (store, "第2回", "2026-11-22", NULL, NULL, from, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* Paper is threatened often and protected by nothing; of the cloud nothing is known. Afterwards the
 * threat is rare, one asset has gone and one has come. */
static void
fill (TagaStore *store)
{
  store_fixture_set (store, TAGA_TYPE_ROUND, 1, "date", "2026-04-01");
  add_asset (store, "名簿", "paper", "3");
  add_asset (store, "掲示物", "paper", "1");
  add_asset (store, "共有フォルダー", "cloud", "3");
  store_fixture_set (store, TAGA_TYPE_THREAT, 1, "frequency", "3");
  store_fixture_set (store, TAGA_TYPE_CHECK, 1, "answer", "3");
  store_fixture_set (store, TAGA_TYPE_CHECK, 2, "answer", "1");
  store_fixture_set (store, TAGA_TYPE_CHECK, 5, "answer", "3");
  copy_round (store, 1);
}

static void
go_on (TagaStore *store)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set (store, TAGA_TYPE_THREAT, 22, "frequency", "1");
  store_fixture_set (store, TAGA_TYPE_CHECK, 56, "answer", "1");
  g_assert_true (taga_action_remove (store, TAGA_TYPE_ASSET, 2, &error));
  add_asset (store, "図面", "paper", "2");
}

static const TagaAssetChange *
find_change (const TagaRoundComparison *comparison, gint64 asset)
{
  for (guint i = 0; i < comparison->assets->len; i++)
    {
      const TagaAssetChange *change = &g_array_index (comparison->assets, TagaAssetChange, i);

      if (change->asset == asset)
        return change;
    }

  return NULL;
}

static void
test_assets_that_changed_came_and_went (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaRoundComparison) comparison = NULL;
  const TagaAssetChange *change;

  fill (fixture->store);
  store_fixture_seal (fixture->store, 1);
  go_on (fixture->store);
  comparison = compare (fixture->store, 1, 2);

  g_assert_true (comparison->before.is_frozen);
  g_assert_false (comparison->after.is_frozen);
  g_assert_cmpuint (comparison->assets->len, ==, 3);
  g_assert_cmpuint (comparison->n_same, ==, 1);
  g_assert_cmpuint (comparison->n_new, ==, 1);
  g_assert_cmpuint (comparison->n_gone, ==, 1);

  change = find_change (comparison, 1);
  g_assert_cmpint (change->risk_before, ==, 9);
  g_assert_cmpint (change->risk_after, <, 9);
  g_assert_cmpint (change->band_before, ==, TAGA_BAND_LARGE);
  change = find_change (comparison, 2);
  g_assert_true (change->is_before);
  g_assert_false (change->is_after);
  g_assert_cmpstr (change->name, ==, "掲示物");
  g_assert_cmpint (change->risk_before, ==, 3);
  g_assert_cmpint (change->risk_after, ==, TAGA_UNKNOWN);
  change = find_change (comparison, 4);
  g_assert_false (change->is_before);
  g_assert_cmpstr (change->name, ==, "図面");
  g_assert_null (find_change (comparison, 3));
}

static void
test_figures (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaRoundComparison) comparison = NULL;
  guint n_moves = 0;

  fill (fixture->store);
  store_fixture_seal (fixture->store, 1);
  go_on (fixture->store);
  comparison = compare (fixture->store, 1, 2);

  g_assert_cmpuint (comparison->before.n_assets, ==, 3);
  g_assert_cmpint (comparison->before.risk_sum, ==, 12);
  g_assert_cmpuint (comparison->before.n_bands[TAGA_BAND_LARGE], ==, 1);
  g_assert_cmpuint (comparison->before.n_bands[TAGA_BAND_UNKNOWN], ==, 1);
  g_assert_cmpuint (comparison->after.n_assets, ==, 3);
  g_assert_cmpuint (comparison->n_moves[TAGA_BAND_UNKNOWN][TAGA_BAND_UNKNOWN], ==, 1);
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    for (guint j = 0; j < TAGA_MAX_BANDS; j++)
      n_moves += comparison->n_moves[i][j];
  g_assert_cmpuint (n_moves, ==, 2);
}

/* Two open rounds make the same assets differ by their answers alone; the other way round it is the
 * other way round; nobody who looks at a round notices. */
static void
test_open_rounds (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaRoundComparison) forth = NULL;
  g_autoptr (TagaRoundComparison) back = NULL;
  g_autoptr (TagaRoundComparison) same = NULL;
  const TagaAssetChange *change;

  fill (fixture->store);
  store_fixture_set (fixture->store, TAGA_TYPE_THREAT, 22, "frequency", "1");
  forth = compare (fixture->store, 1, 2);
  back = compare (fixture->store, 2, 1);
  same = compare (fixture->store, 1, 1);
  g_assert_cmpint (taga_store_get_round (fixture->store), ==, 2);
  g_assert_cmpint (taga_store_get_assessment (fixture->store)->threat[0], ==, 1);

  g_assert_cmpuint (forth->n_new + forth->n_gone, ==, 0);
  change = find_change (forth, 1);
  g_assert_cmpint (change->risk_before, ==, 9);
  g_assert_cmpint (change->risk_after, ==, find_change (back, 1)->risk_before);
  g_assert_cmpint (find_change (back, 1)->risk_after, ==, 9);
  g_assert_cmpuint (same->assets->len, ==, 0);
  g_assert_cmpuint (same->n_same, ==, 3);
}

static const TagaAxisChange *
find_axis (const TagaRoundComparison *comparison, const char *key)
{
  for (guint i = 0; i < comparison->axes->len; i++)
    {
      const TagaAxisChange *change = &g_array_index (comparison->axes, TagaAxisChange, i);

      if (g_str_equal (change->axis->key, key))
        return change;
    }

  g_assert_not_reached ();
}

static void
test_axes_and_groups (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaRoundComparison) comparison = NULL;
  const TagaGroupChange *first;

  fill (fixture->store);
  store_fixture_add (fixture->store, TAGA_TYPE_AXIS_SCORE, "round", "1", "axis", "network", "score",
                     "0", "origin", "judged", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_AXIS_SCORE, "round", "2", "axis", "mobile", "score",
                     "45", "origin", "judged", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_OWN_ITEM, "list", "check", "group", "1", "title",
                     "新しい項目", NULL);
  store_fixture_seal (fixture->store, 1);
  store_fixture_set (fixture->store, TAGA_TYPE_CHECK, 56, "answer", "1");
  comparison = compare (fixture->store, 1, 2);

  g_assert_cmpuint (comparison->axes->len, ==, 6);
  g_assert_cmpint (find_axis (comparison, "network")->before, ==, 0);
  g_assert_cmpint (find_axis (comparison, "network")->after, ==, TAGA_UNKNOWN);
  g_assert_cmpint (find_axis (comparison, "mobile")->before, ==, TAGA_UNKNOWN);
  g_assert_cmpint (find_axis (comparison, "mobile")->after, ==, 45);

  /* What came since is unanswered in the open round and no matter of the sealed one. */
  g_assert_cmpuint (comparison->groups->len, ==, 11);
  first = &g_array_index (comparison->groups, TagaGroupChange, 0);
  g_assert_cmpstr (first->group->key, ==, "1");
  g_assert_cmpuint (first->after.n_unanswered, ==, first->before.n_unanswered + 1);
  g_assert_cmpuint (first->after.n_done, ==, first->before.n_done + 1);
  g_assert_cmpuint (first->before.n_not_done, ==, 1);
  g_assert_cmpuint (first->after.n_not_done, ==, 0);
  g_assert_cmpint (
      taga_tally_get_share (&g_array_index (comparison->groups, TagaGroupChange, 10).after), ==,
      TAGA_UNKNOWN);
}

/* Of each question the sheet with the lowest answer counts. */
static void
test_self_check (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaRoundComparison) comparison = NULL;
  gint64 sheet;
  g_autofree char *number = NULL;

  fill (fixture->store);
  sheet = store_fixture_add (fixture->store, TAGA_TYPE_ANSWER_SHEET, "round", "2", "name", "大阪",
                             NULL);
  number = g_strdup_printf ("%d", (int) sheet);
  store_fixture_set (fixture->store, TAGA_TYPE_SELF_ANSWER, 1, "answer", "1");
  store_fixture_set (fixture->store, TAGA_TYPE_SELF_ANSWER, 26, "answer", "1");
  store_fixture_add (fixture->store, TAGA_TYPE_SELF_ANSWER, "round", "2", "sheet", number, "item",
                     "1", "answer", "4", NULL);
  comparison = compare (fixture->store, 1, 2);
  g_assert_cmpint (comparison->before.self_check.points, ==, 4);
  g_assert_cmpint (comparison->after.self_check.points, ==, -1);
  g_assert_cmpuint (comparison->after.self_check.n_answered, ==, 1);
}

static void
add_measure (TagaStore *store, const char *name, const char *status, const char *end)
{
  store_fixture_add (store, TAGA_TYPE_MEASURE, "name", name, "status", status, "actual-end", end,
                     NULL);
}

static void
test_measures_between (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaRoundComparison) forth = NULL;
  g_autoptr (TagaRoundComparison) back = NULL;

  fill (fixture->store);
  add_measure (fixture->store, "その日のうちに", "done", "2026-04-01");
  add_measure (fixture->store, "最後の日", "done", "2026-11-22");
  add_measure (fixture->store, "次の日", "done", "2026-04-02");
  add_measure (fixture->store, "あとで", "done", "2026-11-23");
  add_measure (fixture->store, "途中", "doing", "2026-06-01");
  add_measure (fixture->store, "日付なし", "done", NULL);
  forth = compare (fixture->store, 1, 2);
  back = compare (fixture->store, 2, 1);

  g_assert_cmpuint (forth->measures->len, ==, 2);
  g_assert_cmpstr (g_array_index (forth->measures, TagaFinishedMeasure, 0).name, ==, "次の日");
  g_assert_cmpstr (g_array_index (forth->measures, TagaFinishedMeasure, 1).name, ==, "最後の日");
  g_assert_cmpuint (back->measures->len, ==, 2);
}

static void
test_knows_no_such_round (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (taga_round_compare (fixture->store, 1, 9, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  store_fixture_assert_plain (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

#define ADD(name, func)                                                                            \
  g_test_add ("/round-compare/" name, StoreFixture, NULL, store_fixture_set_up, func,              \
              store_fixture_tear_down)

  ADD ("assets-that-changed-came-and-went", test_assets_that_changed_came_and_went);
  ADD ("figures", test_figures);
  ADD ("open-rounds", test_open_rounds);
  ADD ("axes-and-groups", test_axes_and_groups);
  ADD ("self-check", test_self_check);
  ADD ("measures-between", test_measures_between);
  ADD ("knows-no-such-round", test_knows_no_such_round);

  return g_test_run ();
}
