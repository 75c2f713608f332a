#include "data-resources.h"
#include "store-fixture.h"
#include "taga-axis-action.h"
#include "taga-axis-score.h"
#include "taga-axis-values.h"
#include "taga-history.h"
#include "taga-mapping.h"

/* What judges do with the axes of the radar: the score of one, and the check items that count. In
 * the sample company round 1 is open and round 2 sealed. */

static int
read_score (TagaStore *store, gint64 round, const char *axis, gboolean *is_judged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAxisValues) values = taga_axis_values_read (store, round, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < values->n; i++)
    if (g_str_equal (values->values[i].axis->key, axis))
      {
        *is_judged = values->values[i].is_judged;
        return values->values[i].score;
      }

  g_assert_not_reached ();
}

static void
assert_score (StoreFixture *fixture, const char *axis, int score, gboolean is_judged)
{
  gboolean found;

  g_assert_cmpint (read_score (fixture->store, 1, axis, &found), ==, score);
  g_assert_cmpint (found, ==, is_judged);
}

static gint64
count (StoreFixture *fixture, GType type)
{
  return taga_store_count (fixture->store, type, NULL);
}

static gint64
get_last_step (StoreFixture *fixture)
{
  g_autoptr (TagaStep) step = taga_history_peek (fixture->store, TAGA_STEP_DONE, NULL);

  return step == NULL ? 0 : step->id;
}

static void
test_a_score_is_one_step (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 n = count (fixture, TAGA_TYPE_AXIS_SCORE);

  g_assert_true (taga_axis_judge (fixture->store, 1, "data", 34, "台帳を見た", "専門家",
                                  "2026-10-09", &error));
  g_assert_no_error (error);
  assert_score (fixture, "data", 34, TRUE);

  /* A second judgement takes the place of the first. */
  g_assert_true (taga_axis_judge (fixture->store, 1, "data", 0, NULL, NULL, NULL, &error));
  assert_score (fixture, "data", 0, TRUE);
  g_assert_cmpint (count (fixture, TAGA_TYPE_AXIS_SCORE), ==, n + 1);

  g_assert_true (taga_axis_unjudge (fixture->store, 1, "data", &error));
  assert_score (fixture, "data", 25, FALSE);
  g_assert_cmpint (count (fixture, TAGA_TYPE_AXIS_SCORE), ==, n);

  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_true (taga_history_undo (fixture->store, &error));
  assert_score (fixture, "data", 34, TRUE);
}

static void
test_nothing_to_take_back_is_no_step (StoreFixture *fixture, gconstpointer data)
{
  gint64 step = get_last_step (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_axis_unjudge (fixture->store, 1, "data", &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_last_step (fixture), ==, step);
}

static void
test_refuses_what_is_not_allowed (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 round;
    const char *axis;
    int score;
    const char *on;
    int code;
  } cases[] = {
    { 1, "data", 51, NULL, TAGA_STORE_ERROR_INVALID },
    { 1, "data", -7, NULL, TAGA_STORE_ERROR_INVALID },
    { 1, "data", 10, "2026-02-30", TAGA_STORE_ERROR_INVALID },
    { 1, "no such axis", 10, NULL, TAGA_STORE_ERROR_INVALID },
    { 2, "data", 10, NULL, TAGA_STORE_ERROR_SEALED },
  };
  gint64 n = count (fixture, TAGA_TYPE_AXIS_SCORE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (taga_axis_judge (fixture->store, cases[i].round, cases[i].axis,
                                       cases[i].score, NULL, NULL, cases[i].on, &error));
      g_assert_error (error, TAGA_STORE_ERROR, cases[i].code);
      store_fixture_assert_plain (error);
      g_assert_cmpint (count (fixture, TAGA_TYPE_AXIS_SCORE), ==, n);
    }
}

static void
test_a_sealed_score_is_not_taken_back (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (taga_axis_unjudge (fixture->store, 2, "data", &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_SEALED);
}

static const char *const *
get_checks (StoreFixture *fixture, const char *axis)
{
  return taga_edition_find_item (taga_store_get_edition (fixture->store), "axis", axis)->checks;
}

/* Only what differs from the edition as it is shipped is kept. */
static void
test_items_are_one_step (StoreFixture *fixture, gconstpointer data)
{
  static const char *const checks[] = { "1-1", "8-8", NULL };
  g_auto (GStrv) shipped = g_strdupv ((char **) get_checks (fixture, "network"));
  g_autoptr (GError) error = NULL;
  gint64 step;

  g_assert_true (taga_axis_set_checks (fixture->store, "network", checks, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((char **) get_checks (fixture, "network")), ==, 2);
  g_assert_true (g_strv_contains (get_checks (fixture, "network"), "1-1"));
  g_assert_cmpint (count (fixture, TAGA_TYPE_MAPPING), ==, g_strv_length (shipped));
  step = get_last_step (fixture);

  /* The same again is no step. */
  g_assert_true (taga_axis_set_checks (fixture->store, "network", checks, &error));
  g_assert_cmpint (get_last_step (fixture), ==, step);

  g_assert_true (
      taga_axis_set_checks (fixture->store, "network", (const char *const *) shipped, &error));
  g_assert_cmpint (count (fixture, TAGA_TYPE_MAPPING), ==, 0);
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_cmpuint (g_strv_length ((char **) get_checks (fixture, "network")), ==, 2);
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_cmpint (count (fixture, TAGA_TYPE_MAPPING), ==, 0);
}

/* With other items an open round has another score; a sealed one keeps its own. */
static void
test_a_sealed_round_keeps_its_score (StoreFixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean is_judged;
  int sealed = read_score (fixture->store, 2, "data", &is_judged);

  g_assert_true (taga_axis_set_checks (fixture->store, "data", none, &error));
  g_assert_no_error (error);
  assert_score (fixture, "data", TAGA_UNKNOWN, FALSE);
  g_assert_cmpint (read_score (fixture->store, 2, "data", &is_judged), ==, sealed);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/axis-action/" name, StoreFixture, "sample", store_fixture_set_up, test,            \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  ADD ("a-score-is-one-step", test_a_score_is_one_step);
  ADD ("nothing-to-take-back-is-no-step", test_nothing_to_take_back_is_no_step);
  ADD ("refuses-what-is-not-allowed", test_refuses_what_is_not_allowed);
  ADD ("a-sealed-score-is-not-taken-back", test_a_sealed_score_is_not_taken_back);
  ADD ("items-are-one-step", test_items_are_one_step);
  ADD ("a-sealed-round-keeps-its-score", test_a_sealed_round_keeps_its_score);

  return g_test_run ();
}
