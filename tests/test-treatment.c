#include <glib.h>
#include <stdlib.h>

#include "store-fixture.h"
#include "taga-action.h"
#include "taga-advice-groups.h"
#include "taga-asset.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-cost.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-edits.h"
#include "taga-history.h"
#include "taga-measure-action.h"
#include "taga-measure-new.h"
#include "taga-measure-sums.h"
#include "taga-measure.h"
#include "taga-risk-matrix.h"
#include "taga-treatment.h"

/* Risks in figures, what is decided about them, and the measures that follow. */

static void
test_quadrant (void)
{
  static const TagaScale scales[] = { { .lowest = 1, .highest = 3 },
                                      { .lowest = 0, .highest = 2 } };
  static const TagaTreatment expected[3][3] = {
    /* by importance from the lowest; likelihood 1, 2, 3 */
    { TAGA_TREATMENT_ACCEPT, TAGA_TREATMENT_ACCEPT, TAGA_TREATMENT_REDUCE },
    { TAGA_TREATMENT_ACCEPT, TAGA_TREATMENT_REDUCE, TAGA_TREATMENT_REDUCE },
    { TAGA_TREATMENT_TRANSFER, TAGA_TREATMENT_REDUCE, TAGA_TREATMENT_AVOID },
  };

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    for (int i = 0; i < 3; i++)
      for (int j = 0; j < 3; j++)
        g_assert_cmpint (taga_quadrant_advise (&scales[s], scales[s].lowest + i, j + 1), ==,
                         expected[i][j]);

  g_assert_cmpint (taga_quadrant_advise (&scales[0], TAGA_UNKNOWN, 3), ==, TAGA_TREATMENT_NONE);
  g_assert_cmpint (taga_quadrant_advise (&scales[1], 2, TAGA_UNKNOWN), ==, TAGA_TREATMENT_NONE);
  for (TagaTreatment i = TAGA_TREATMENT_NONE; i <= TAGA_TREATMENT_TRANSFER; i++)
    g_assert_cmpint (taga_treatment_from_key (taga_treatment_to_key (i)), ==, i);
}

/* The sample company has costs and measures already. */
static void
remove_all (TagaStore *store, GType type)
{
  g_assert_true (taga_store_begin (store, "clear", NULL));
  for (gint64 id = 1; id <= 100; id++)
    {
      g_autoptr (TagaRecord) record = taga_store_get_record (store, type, id, NULL);

      if (record != NULL)
        g_assert_true (taga_store_remove (store, type, id, NULL));
    }
  g_assert_true (taga_store_commit (store, NULL));
}

/* What the figures say is what the register says, asset by asset. */
static void
assert_matrix (TagaStore *store)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  g_autoptr (GError) error = NULL;
  TagaRiskMatrix matrix, counted = { 0 };
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  g_assert_true (taga_risk_matrix_load (store, &matrix, &error));
  g_assert_no_error (error);
  query->scope = TAGA_SCOPE_IN_USE;
  cursor = taga_cursor_new (store, TAGA_TYPE_ASSET, query, &error);
  while (taga_cursor_next (cursor, &id, &values, &has_row, &error) && has_row)
    {
      int risk = (int) values[TAGA_ASSET_RISK].number;

      counted.n_assets++;
      counted.n_still_above += values[TAGA_ASSET_RESIDUAL].number >= matrix.line;
      if (risk == TAGA_UNKNOWN)
        {
          counted.n_unknown++;
          continue;
        }
      counted.n[values[TAGA_ASSET_IMPORTANCE].number - matrix.lowest]
               [values[TAGA_ASSET_LIKELIHOOD].number - 1]++;
      counted.n_above += risk >= matrix.line;
      counted.n_untreated += risk >= matrix.line && values[TAGA_ASSET_TREATMENT].text == NULL;
    }
  g_assert_no_error (error);

  g_assert_cmpmem (matrix.n, sizeof matrix.n, counted.n, sizeof counted.n);
  g_assert_cmpuint (matrix.n_assets, ==, counted.n_assets);
  g_assert_cmpuint (matrix.n_unknown, ==, counted.n_unknown);
  g_assert_cmpuint (matrix.n_above, ==, counted.n_above);
  g_assert_cmpuint (matrix.n_untreated, ==, counted.n_untreated);
  g_assert_cmpuint (matrix.n_still_above, ==, counted.n_still_above);
}

static void
test_matrix_counts_the_register (StoreFixture *fixture, gconstpointer kind)
{
  TagaRiskMatrix matrix;

  assert_matrix (fixture->store);
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "treatment", "accept");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 2, "retired-on", "2026-04-01");
  assert_matrix (fixture->store);

  /* The line is the company's, and without one that of the edition. */
  g_assert_cmpint (taga_risk_line (fixture->store), ==, 4);
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "acceptance", "9");
  g_assert_cmpint (taga_risk_line (fixture->store), ==, 9);
  assert_matrix (fixture->store);
  g_assert_true (taga_risk_matrix_load (fixture->store, &matrix, NULL));
  g_assert_cmpuint (matrix.n_above, ==, matrix.n[2][2]);
}

/* The scale from 0 has the same nine cells. */
static void
test_matrix_of_the_old_scale (StoreFixture *fixture, gconstpointer kind)
{
  TagaRiskMatrix matrix;

  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "名刺", "medium", "paper",
                     "confidentiality", "0", "integrity", "0", "availability", "0",
                     "threat-override", "3", "threat-reason", "例", "vulnerability-override", "3",
                     "vulnerability-reason", "例", NULL);
  g_assert_true (taga_risk_matrix_load (fixture->store, &matrix, NULL));
  g_assert_cmpint (matrix.lowest, ==, 0);
  g_assert_cmpint (matrix.line, ==, 1);
  g_assert_cmpuint (matrix.n[0][2], ==, 1);
  g_assert_cmpuint (matrix.n_above, ==, 0);
}

/* What is foreseen is what the file then says. */
static void
test_outcome_comes_true (StoreFixture *fixture, gconstpointer kind)
{
  static const TagaTreatmentChoice choices[] = {
    { TAGA_TREATMENT_REDUCE, FALSE, TAGA_UNKNOWN, TRUE, 0, TRUE, 0 },
    { TAGA_TREATMENT_ACCEPT, FALSE, TAGA_UNKNOWN, TRUE, 0, TRUE, 0 },
    { TAGA_TREATMENT_AVOID, FALSE, TAGA_UNKNOWN, TRUE, 0, TRUE, 0 },
    { TAGA_TREATMENT_TRANSFER, FALSE, 2, TRUE, 0, TRUE, 0 },
  };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const TagaScale *scale = taga_store_get_assessment (fixture->store)->scale;

  for (gint64 id = 1; id <= 20; id++)
    g_array_append_val (ids, id);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      TagaTreatmentOutcome outcome = { 0 };
      guint after[TAGA_MAX_BANDS] = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (
          taga_treatment_foresee (fixture->store, ids, 0, 7, &choices[i], &outcome, &error));
      g_assert_true (
          taga_treatment_foresee (fixture->store, ids, 7, 100, &choices[i], &outcome, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (outcome.n, ==, 20);

      for (gint64 id = 1; id <= 20; id++)
        {
          g_autofree char *residual = NULL;

          store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "residual-reason", "例");
          store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "residual-override",
                             choices[i].residual == 2 ? "2" : NULL);
          store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "treatment",
                             taga_treatment_to_key (choices[i].treatment));
          residual = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, id, "residual");
          after[taga_risk_band (scale, residual == NULL ? TAGA_UNKNOWN : atoi (residual))]++;
        }
      for (guint b = 0; b < TAGA_MAX_BANDS; b++)
        g_assert_cmpuint (outcome.after[b], ==, after[b]);
    }
}

static void
test_what_assets_have_in_common (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (TagaValue) value = TAGA_VALUE_INIT;
  g_auto (TagaValue) other = TAGA_VALUE_INIT;

  for (gint64 id = 1; id <= 3; id++)
    {
      g_array_append_val (ids, id);
      store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "accepted-by", "社長");
    }
  g_assert_true (
      taga_treatment_find_common (fixture->store, ids, TAGA_ASSET_ACCEPTED_BY, 3, &value));
  g_assert_cmpstr (value.text, ==, "社長");
  g_assert_false (
      taga_treatment_find_common (fixture->store, ids, TAGA_ASSET_ACCEPTED_BY, 2, &other));
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 3, "accepted-by", "部長");
  g_assert_false (
      taga_treatment_find_common (fixture->store, ids, TAGA_ASSET_ACCEPTED_BY, 3, &other));
}

static void
assert_field (StoreFixture *fixture, gint64 id, const char *field, const char *expected)
{
  g_autofree char *text = store_fixture_get (fixture->store, TAGA_TYPE_MEASURE, id, field);

  g_assert_cmpstr (text, ==, expected);
}

static void
set_status (TagaStore *store, gint64 id, const char *status)
{
  const guint field = TAGA_MEASURE_STATUS;
  const TagaValue value = { (char *) status, TAGA_UNKNOWN };

  g_assert_true (taga_action_set (store, TAGA_TYPE_MEASURE, id, &field, &value, 1, NULL));
}

/* Who starts or finishes a measure does it today, unless a day stands there. */
static void
test_status_sets_the_day (StoreFixture *fixture, gconstpointer kind)
{
  gint64 id =
      store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "更新", "status", "todo", NULL);
  g_autofree char *today = taga_date_today ();
  g_autoptr (TagaStep) step = NULL;

  set_status (fixture->store, id, "doing");
  assert_field (fixture, id, "actual-start", today);
  step = taga_history_peek (fixture->store, TAGA_STEP_DONE, NULL);
  g_assert_cmpstr (step->label, ==, "Change “更新”: Status");

  store_fixture_set (fixture->store, TAGA_TYPE_MEASURE, id, "actual-end", "2026-05-01");
  set_status (fixture->store, id, "done");
  assert_field (fixture, id, "actual-end", "2026-05-01");
  assert_field (fixture, id, "status", "done");
}

/* So it is for many at once, as they come from a paste, a fill or the dialog for several. */
static void
test_many_are_finished_at_once (StoreFixture *fixture, gconstpointer kind)
{
  const TagaValue name = { (char *) "貼り付け", TAGA_UNKNOWN };
  const TagaValue done = { (char *) "done", TAGA_UNKNOWN };
  const TagaValue doing = { (char *) "doing", TAGA_UNKNOWN };
  const TagaValue day = { (char *) "2026-05-01", TAGA_UNKNOWN };
  const TagaValue none = TAGA_VALUE_INIT;
  g_autoptr (TagaEdits) edits = taga_edits_new (TAGA_TYPE_MEASURE);
  g_autoptr (GArray) new_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *today = taga_date_today ();
  gint64 ids[4];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ids[i] = store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "更新", "status",
                                  "todo", NULL);
      taga_edits_change (edits, ids[i]);
      taga_edits_put (edits, TAGA_MEASURE_STATUS, i == 3 ? &doing : &done);
      if (i == 1)
        taga_edits_put (edits, TAGA_MEASURE_ACTUAL_END, &day);
      if (i == 2)
        taga_edits_put (edits, TAGA_MEASURE_ACTUAL_END, &none);
    }
  taga_edits_add (edits);
  taga_edits_put (edits, TAGA_MEASURE_NAME, &name);
  taga_edits_put (edits, TAGA_MEASURE_STATUS, &done);

  g_assert_true (
      taga_edits_apply (edits, fixture->store, "貼り付け", new_ids, NULL, NULL, NULL, NULL));
  assert_field (fixture, ids[0], "actual-end", today);
  assert_field (fixture, ids[0], "actual-start", NULL);
  assert_field (fixture, ids[1], "actual-end", "2026-05-01");
  assert_field (fixture, ids[2], "actual-end", today);
  assert_field (fixture, ids[3], "actual-start", today);
  assert_field (fixture, ids[3], "actual-end", NULL);
  assert_field (fixture, g_array_index (new_ids, gint64, 0), "actual-end", today);

  g_assert_true (taga_history_undo (fixture->store, NULL));
  assert_field (fixture, ids[0], "actual-end", NULL);
  assert_field (fixture, ids[0], "status", "todo");
}

static void
test_finished_measures_answer_checks (StoreFixture *fixture, gconstpointer kind)
{
  gint64 id = store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "更新", "checks",
                                 "1-1 7-1 7-2", NULL);
  g_auto (GStrv) open = taga_measure_action_list_open_checks (fixture->store, id, NULL);
  g_auto (GStrv) left = NULL;
  gint64 n_before = taga_store_count (fixture->store, TAGA_TYPE_CHECK, NULL);
  guint n = g_strv_length (open);
  g_autoptr (TagaStep) step = NULL;

  g_assert_cmpuint (n, >, 0);
  g_assert_true (g_strv_contains ((const char *const *) open, "7-1"));
  g_assert_true (taga_measure_action_answer (fixture->store, (const char *const *) open, NULL));
  left = taga_measure_action_list_open_checks (fixture->store, id, NULL);
  g_assert_cmpuint (g_strv_length (left), ==, 0);
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_CHECK, NULL), ==, n_before);
  step = taga_history_peek (fixture->store, TAGA_STEP_DONE, NULL);
  g_assert_true (g_str_has_prefix (step->label, "Answer "));
}

/* A round that is sealed keeps its answers, also from here. */
static void
test_sealed_rounds_keep_their_answers (StoreFixture *fixture, gconstpointer kind)
{
  static const char *const checks[] = { "7-1", NULL };
  g_autofree char *path = g_strdup (fixture->path);
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  store_fixture_exec (path, "UPDATE round SET sealed_on = '2026-10-01'");
  store_fixture_reopen (fixture);
  g_assert_false (taga_measure_action_answer (fixture->store, checks, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_SEALED);
}

static void
test_measures_follow_from_risks (StoreFixture *fixture, gconstpointer kind)
{
  const gint64 ids[] = { 1, 2 };
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 measure;

  g_array_append_vals (array, ids, 1);
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "treatment", "transfer");
  measure = taga_measure_new_for_assets (fixture->store, array, NULL);
  assert_field (fixture, measure, "assets", "1");
  assert_field (fixture, measure, "treatment", "transfer");
  assert_field (fixture, measure, "status", "todo");
  assert_field (fixture, measure, "name", "Measure for “見積書”");

  g_array_append_vals (array, ids + 1, 1);
  measure = taga_measure_new_for_assets (fixture->store, array, NULL);
  assert_field (fixture, measure, "assets", "1 2");
}

/* A measure is called after what is done first, not after where. */
static gboolean
names_first_item (TagaStore *store, gint64 id)
{
  g_autoptr (TagaRecord) measure = taga_store_get_record (store, TAGA_TYPE_MEASURE, id, NULL);
  g_auto (GStrv) keys = g_strsplit (taga_record_get_text (measure, TAGA_MEASURE_CHECKS), " ", -1);
  const TagaItem *item = taga_edition_find_item (taga_store_get_edition (store), "check", keys[0]);

  return g_str_has_prefix (taga_record_get_text (measure, TAGA_MEASURE_NAME), item->short_en);
}

static void
free_draft (gpointer values)
{
  taga_values_free (values, TAGA_MEASURE_N_FIELDS);
}

/* Every item of a plan stands in one group, and the plan is one step. */
static void
test_a_plan_becomes_measures (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaImpact) impact = taga_impact_new (fixture->store, NULL);
  g_autoptr (TagaAdvice) advice = NULL;
  g_autoptr (TagaAdvicePlan) plan = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (free_draft);
  guint n = 0;
  gint64 measure = 0;

  remove_all (fixture->store, TAGA_TYPE_MEASURE);
  remove_all (fixture->store, TAGA_TYPE_COST);
  advice = taga_advice_new (fixture->store, impact, NULL);
  plan = taga_advice_plan (advice, TAGA_UNKNOWN);
  groups = taga_advice_groups_new (fixture->store, advice, impact, plan->best);

  for (guint i = 0; i < groups->len; i++)
    {
      const TagaAdviceGroup *group = g_ptr_array_index (groups, i);

      n += group->checks->len;
      g_assert_cmpint (group->medium, >=, 0);
      g_assert_cmpuint (group->after, <=, group->before);
      g_assert_cmpuint (group->n_unpriced, ==, group->checks->len);
    }
  g_assert_cmpuint (n, ==, plan->best->checks->len);
  g_assert_cmpuint (groups->len, >, 1);

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (drafts,
                     taga_measure_new_draft (fixture->store, g_ptr_array_index (groups, i)));
  g_assert_cmpint (((TagaValue *) g_ptr_array_index (drafts, 0))[TAGA_MEASURE_OWNER].number, ==,
                   TAGA_UNKNOWN);
  g_assert_true (taga_measure_new_add (fixture->store, drafts, NULL));
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_MEASURE, NULL), ==, groups->len);
  while (++measure < 100)
    {
      g_autoptr (TagaRecord) added =
          taga_store_get_record (fixture->store, TAGA_TYPE_MEASURE, measure, NULL);

      if (added != NULL)
        break;
    }
  assert_field (fixture, measure, "treatment", "reduce");
  assert_field (fixture, measure, "budget", NULL);
  g_assert_true (names_first_item (fixture->store, measure));
  g_assert_true (taga_history_undo (fixture->store, NULL));
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_MEASURE, NULL), ==, 0);
}

static void
test_sums_and_delays (StoreFixture *fixture, gconstpointer kind)
{
  TagaMeasureSums sums;
  g_autoptr (TagaRecord) late = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "A", "status", "doing",
                     "planned-end", "2026-04-01", "budget", "30000", "actual-cost", "12000", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "B", "status", "done",
                     "planned-end", "2026-04-01", "budget", "5000", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MEASURE, "name", "C", "status", "todo",
                     "planned-end", "2026-04-11", NULL);
  g_assert_true (taga_measure_sums_load (fixture->store, "2026-04-11", &sums, NULL));
  g_assert_cmpuint (sums.n, ==, 3);
  g_assert_cmpuint (sums.n_finished, ==, 1);
  g_assert_cmpuint (sums.n_late, ==, 1);
  g_assert_cmpint (sums.budget, ==, 35000);
  g_assert_cmpuint (sums.n_unbudgeted, ==, 1);
  g_assert_cmpint (sums.cost, ==, 12000);

  late = taga_store_get_record (fixture->store, TAGA_TYPE_MEASURE, 1, NULL);
  g_assert_cmpuint (taga_measure_get_delay (late, "2026-04-11"), ==, 10);
  g_assert_cmpuint (taga_measure_get_delay (late, "2026-04-01"), ==, 0);
}

static void
add (const char *path, const char *kind, void (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, kind, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/treatment/quadrant", test_quadrant);
  add ("/treatment/matrix-counts-the-register", "sample", test_matrix_counts_the_register);
  add ("/treatment/matrix-of-the-old-scale", "ipa-3.0", test_matrix_of_the_old_scale);
  add ("/treatment/outcome-comes-true", "sample", test_outcome_comes_true);
  add ("/treatment/what-assets-have-in-common", "sample", test_what_assets_have_in_common);
  add ("/treatment/status-sets-the-day", NULL, test_status_sets_the_day);
  add ("/treatment/many-are-finished-at-once", NULL, test_many_are_finished_at_once);
  add ("/treatment/finished-measures-answer-checks", "sample",
       test_finished_measures_answer_checks);
  add ("/treatment/sealed-rounds-keep-their-answers", "sample",
       test_sealed_rounds_keep_their_answers);
  add ("/treatment/measures-follow-from-risks", "sample", test_measures_follow_from_risks);
  add ("/treatment/a-plan-becomes-measures", "sample", test_a_plan_becomes_measures);
  add ("/treatment/sums-and-delays", NULL, test_sums_and_delays);

  return g_test_run ();
}
