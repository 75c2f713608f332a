#include <string.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-answer-record.h"
#include "taga-asset.h"
#include "taga-check.h"
#include "taga-explain.h"
#include "taga-history.h"
#include "taga-impact.h"
#include "taga-round.h"
#include "taga-threat.h"

/* So many assets the sample company has, the retired among them. */
#define N_SAMPLE 45

/* Why a risk is what it is, what would lower it, and what another answer would change. */

static TagaExplanation *
explain (TagaStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecord) asset = taga_store_get_record (store, TAGA_TYPE_ASSET, id, &error);
  TagaExplanation *explanation = taga_explanation_new (store, asset, &error);

  g_assert_no_error (error);
  return explanation;
}

static void
answer (TagaStore *store, GType type, const char *item, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAnswerRecord) record = taga_answer_record_load (store, type, item, &error);

  g_assert_no_error (error);
  taga_answer_record_change (record, number, &error);
  g_assert_no_error (error);
}

static gint64
add_paper (TagaStore *store, const char *value)
{
  return store_fixture_add (store, TAGA_TYPE_ASSET, "name", "契約書", "medium", "paper",
                            "confidentiality", value, "integrity", "1", "availability", "1", NULL);
}

static void
test_tells_what_is_not_known (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaExplanation) why = explain (fixture->store, add_paper (fixture->store, "3"));

  g_assert_cmpint (why->threat, ==, TAGA_UNKNOWN);
  g_assert_null (why->threat_item);
  g_assert_null (why->last_check);
  g_assert_cmpuint (why->threats->len, ==, 4);
  g_assert_cmpuint (why->checks->len, ==, 11);
  g_assert_cmpuint (why->n_open, ==, 11);
  g_assert_cmpint (why->lower_vulnerability, ==, TAGA_UNKNOWN);
  g_assert_cmpint (why->calm_risk, ==, TAGA_UNKNOWN);
}

/* Of eleven checks one is done: a coverage of 1/11 is vulnerability 3, and from 3/11 on it is 2. */
static void
test_tells_the_fewest_checks_that_help (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = add_paper (fixture->store, "3");
  g_autoptr (TagaExplanation) why = NULL;
  const TagaExplainedItem *first;

  taga_store_set_person (fixture->store, "佐藤 花子");
  answer (fixture->store, TAGA_TYPE_THREAT, "2", 2);
  answer (fixture->store, TAGA_TYPE_THREAT, "3", 3);
  answer (fixture->store, TAGA_TYPE_THREAT, "4", 3);
  answer (fixture->store, TAGA_TYPE_CHECK, "3-2", TAGA_ANSWER_DONE);
  answer (fixture->store, TAGA_TYPE_CHECK, "2-1", TAGA_ANSWER_NOT_DONE);

  why = explain (fixture->store, id);
  g_assert_cmpint (why->risk, ==, 9);
  g_assert_cmpstr (why->threat_item, ==, "3");
  g_assert_cmpstr (why->threat_by, ==, "佐藤 花子");
  g_assert_cmpint (strlen (why->threat_on), ==, 10);
  g_assert_cmpuint (why->n_done, ==, 1);
  g_assert_cmpuint (why->n_open, ==, 10);
  g_assert_nonnull (why->last_check);
  g_assert_cmpstr (why->last_check->by, ==, "佐藤 花子");
  g_assert_cmpuint (why->n_needed, ==, 2);
  g_assert_cmpint (why->lower_vulnerability, ==, 2);
  g_assert_cmpint (why->lower_risk, ==, 6);
  g_assert_cmpint (why->lower_band, ==, TAGA_BAND_LARGE);
  g_assert_cmpint (why->calm_risk, ==, 6);

  /* What is done stands behind what is not. */
  first = &g_array_index (why->checks, TagaExplainedItem, 0);
  g_assert_cmpstr (first->key, ==, "2-1");
  g_assert_cmpint (first->number, ==, TAGA_ANSWER_NOT_DONE);
  g_assert_cmpstr (g_array_index (why->checks, TagaExplainedItem, 10).key, ==, "3-2");
}

/* With a threat of 2, vulnerability 2 and 1 make the same likelihood: only 3 → 2 helps. */
static void
test_promises_nothing_that_would_not_help (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = add_paper (fixture->store, "2");
  g_autoptr (TagaExplanation) before = NULL;
  g_autoptr (TagaExplanation) after = NULL;

  answer (fixture->store, TAGA_TYPE_THREAT, "1", 2);
  answer (fixture->store, TAGA_TYPE_CHECK, "3-2", TAGA_ANSWER_PARTLY);
  before = explain (fixture->store, id);
  g_assert_cmpint (before->risk, ==, 4);
  g_assert_cmpuint (before->n_needed, ==, 3);
  g_assert_cmpint (before->lower_risk, ==, 2);

  for (guint i = 0; i < 3; i++)
    answer (fixture->store, TAGA_TYPE_CHECK,
            g_array_index (before->checks, TagaExplainedItem, i).key, TAGA_ANSWER_DONE);
  after = explain (fixture->store, id);
  g_assert_cmpint (after->risk, ==, 2);
  g_assert_cmpint (after->lower_vulnerability, ==, TAGA_UNKNOWN);
  g_assert_cmpint (after->calm_risk, ==, TAGA_UNKNOWN);
}

static void
test_foresees_what_an_answer_does (StoreFixture *fixture, gconstpointer data)
{
  static const TagaAnswer answers[] = { TAGA_ANSWER_DONE, TAGA_ANSWER_PARTLY, TAGA_ANSWER_NOT_DONE,
                                        TAGA_ANSWER_NOT_APPLICABLE };
  g_autofree char *digest = store_fixture_digest (fixture->path, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaImpact) impact = taga_impact_new (fixture->store, &error);
  guint n_all = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      TagaImpactResult foreseen;
      guint n_changed = 0;
      g_autofree char *after = NULL;
      g_autoptr (GHashTable) before = g_hash_table_new (NULL, NULL);

      g_assert_true (
          taga_impact_foresee (impact, TAGA_TYPE_CHECK, "3-6", answers[i], &foreseen, &error));
      after = store_fixture_digest (fixture->path, TRUE);
      g_assert_cmpstr (after, ==, digest);

      /* What was foreseen is what happens. */
      for (gint64 id = 1; id <= N_SAMPLE; id++)
        {
          g_autoptr (TagaRecord) asset =
              taga_store_get_record (fixture->store, TAGA_TYPE_ASSET, id, &error);

          g_hash_table_insert (before, GSIZE_TO_POINTER (id),
                               GSIZE_TO_POINTER (taga_record_get_number (asset, TAGA_ASSET_RISK)));
        }
      answer (fixture->store, TAGA_TYPE_CHECK, "3-6", answers[i]);
      for (gint64 id = 1; id <= N_SAMPLE; id++)
        {
          g_autoptr (TagaRecord) asset =
              taga_store_get_record (fixture->store, TAGA_TYPE_ASSET, id, &error);

          if (taga_record_get_text (asset, TAGA_ASSET_RETIRED_ON) == NULL
              && GPOINTER_TO_SIZE (g_hash_table_lookup (before, GSIZE_TO_POINTER (id)))
                     != (gsize) taga_record_get_number (asset, TAGA_ASSET_RISK))
            n_changed++;
        }
      g_assert_cmpuint (foreseen.n_assets, ==, n_changed);
      n_all += n_changed;
      g_assert_true (taga_history_undo (fixture->store, &error));
      g_free (digest);
      digest = store_fixture_digest (fixture->path, TRUE);
    }

  g_assert_cmpuint (n_all, >, 0);
}

static void
test_foresees_bands (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaImpact) impact = NULL;
  TagaImpactResult result;
  gint64 retired;

  add_paper (fixture->store, "3");
  add_paper (fixture->store, "2");
  add_paper (fixture->store, "1");
  retired = add_paper (fixture->store, "3");
  g_assert_true (taga_action_retire (fixture->store, &retired, 1, TRUE, &error));
  answer (fixture->store, TAGA_TYPE_THREAT, "1", 3);
  answer (fixture->store, TAGA_TYPE_CHECK, "3-2", TAGA_ANSWER_NOT_DONE);

  impact = taga_impact_new (fixture->store, &error);
  g_assert_true (taga_impact_foresee (impact, TAGA_TYPE_THREAT, "1", 2, &result, &error));
  g_assert_cmpuint (result.n_assets, ==, 3);
  g_assert_cmpuint (result.n_moved[TAGA_BAND_LARGE][TAGA_BAND_LARGE], ==, 1);
  g_assert_cmpuint (result.n_moved[TAGA_BAND_LARGE][TAGA_BAND_MEDIUM], ==, 1);
  g_assert_cmpuint (result.n_moved[TAGA_BAND_SMALL][TAGA_BAND_SMALL], ==, 1);

  g_assert_true (
      taga_impact_foresee (impact, TAGA_TYPE_THREAT, "1", TAGA_UNKNOWN, &result, &error));
  g_assert_cmpuint (result.n_moved[TAGA_BAND_LARGE][TAGA_BAND_UNKNOWN], ==, 2);
  g_assert_true (taga_impact_foresee (impact, TAGA_TYPE_THREAT, "20", 1, &result, &error));
  g_assert_cmpuint (result.n_assets, ==, 0);
}

static void
test_answers_as_one_step (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAnswerRecord) record = NULL;
  g_autoptr (TagaStep) step = NULL;
  g_autofree char *digest = store_fixture_digest (fixture->path, FALSE);
  g_autofree char *undone = NULL;

  answer (fixture->store, TAGA_TYPE_CHECK, "7-1", TAGA_ANSWER_PARTLY);
  record = taga_answer_record_load (fixture->store, TAGA_TYPE_CHECK, "7-1", &error);
  g_assert_cmpint (taga_answer_record_get_number (record), ==, TAGA_ANSWER_PARTLY);
  g_assert_cmpstr (taga_answer_record_get_person (record), ==, "試験 花子");
  step = taga_history_peek (fixture->store, TAGA_STEP_DONE, &error);
  g_assert_true (g_str_has_prefix (step->label, "Answer “"));
  g_assert_true (taga_history_undo (fixture->store, &error));
  undone = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (undone, ==, digest);
}

static void
test_says_why_nothing_can_be_answered (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAnswerRecord) record = NULL;
  g_autoptr (TagaAnswerRecord) none = NULL;

  store_fixture_seal (fixture->store, taga_store_get_round (fixture->store));
  record = taga_answer_record_load (fixture->store, TAGA_TYPE_THREAT, "1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (taga_answer_record_get_obstacle (record), ==,
                   "This round is sealed, so its answers stay as they are.");

  none = taga_answer_record_load (fixture->store, TAGA_TYPE_THREAT, "99", &error);
  g_assert_null (none);
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  store_fixture_assert_plain (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

#define ADD(name, kind, test)                                                                      \
  g_test_add ("/explain/" name, StoreFixture, kind, store_fixture_set_up, test,                    \
              store_fixture_tear_down)

  ADD ("tells-what-is-not-known", NULL, test_tells_what_is_not_known);
  ADD ("tells-the-fewest-checks-that-help", NULL, test_tells_the_fewest_checks_that_help);
  ADD ("promises-nothing-that-would-not-help", NULL, test_promises_nothing_that_would_not_help);
  ADD ("foresees-what-an-answer-does", "sample", test_foresees_what_an_answer_does);
  ADD ("foresees-bands", NULL, test_foresees_bands);
  ADD ("answers-as-one-step", NULL, test_answers_as_one_step);
  ADD ("says-why-nothing-can-be-answered", NULL, test_says_why_nothing_can_be_answered);

  return g_test_run ();
}
