#include <string.h>

#include <glib.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-answer-record.h"
#include "taga-axis-score.h"
#include "taga-axis-values.h"
#include "taga-check.h"
#include "taga-mapping.h"
#include "taga-own-item.h"
#include "taga-risk.h"
#include "taga-round.h"

/* The axes of the radar: computed from the answers, entered by a judge, or frozen by the seal. */

static void
answer (TagaStore *store, const char *item, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAnswerRecord) record =
      taga_answer_record_load (store, TAGA_TYPE_CHECK, item, &error);

  g_assert_no_error (error);
  taga_answer_record_change (record, number, &error);
  g_assert_no_error (error);
}

static TagaAxisValues *
read_values (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  TagaAxisValues *values = taga_axis_values_read (store, taga_store_get_round (store), &error);

  g_assert_no_error (error);
  return values;
}

static const TagaAxisValue *
find_axis (const TagaAxisValues *values, const char *key)
{
  for (guint i = 0; i < values->n; i++)
    if (g_str_equal (values->values[i].axis->key, key))
      return &values->values[i];

  g_assert_not_reached ();
}

static void
test_missing_is_not_zero (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaAxisValues) values = read_values (fixture->store);

  g_assert_cmpuint (values->n, ==, 6);
  g_assert_true (taga_edition_is_ours (values->edition, "axis"));
  for (guint i = 0; i < values->n; i++)
    {
      g_assert_cmpint (values->values[i].score, ==, TAGA_UNKNOWN);
      g_assert_cmpuint (values->values[i].n_answered, ==, 0);
      g_assert_cmpuint (values->values[i].n_applicable, >, 0);
      g_assert_false (values->values[i].is_judged);
    }
}

/* Of the five items on outside partners three are answered and one does not apply. */
static void
test_answers_make_a_score (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaAxisValues) values = NULL;
  const TagaAxisValue *partners;

  answer (fixture->store, "10-1", TAGA_ANSWER_DONE);
  answer (fixture->store, "10-2", TAGA_ANSWER_PARTLY);
  answer (fixture->store, "10-3", TAGA_ANSWER_NOT_APPLICABLE);
  answer (fixture->store, "8-9", TAGA_ANSWER_DONE);

  values = read_values (fixture->store);
  partners = find_axis (values, "partners");
  g_assert_cmpint (partners->score, ==, 42);
  g_assert_cmpint (partners->computed, ==, 42);
  g_assert_cmpuint (partners->n_answered, ==, 3);
  g_assert_cmpuint (partners->n_applicable, ==, 4);
}

/* A judge's score goes before the computed one; a judge who only wrote down what was seen has given
 * none. */
static void
test_a_judge_goes_first (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaAxisValues) values = NULL;
  const TagaAxisValue *axis;

  answer (fixture->store, "10-1", TAGA_ANSWER_DONE);
  answer (fixture->store, "7-1", TAGA_ANSWER_PARTLY);
  store_fixture_add (fixture->store, TAGA_TYPE_AXIS_SCORE, "round", "1", "axis", "partners",
                     "score", "15", "origin", "judged", "evidence", "契約書を見た", "answered-by",
                     "専門家", "answered-on", "2026-11-22", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_AXIS_SCORE, "round", "1", "axis", "endpoint",
                     "origin", "judged", "evidence", "端末を3台見た", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_AXIS_SCORE, "round", "1", "axis", "network", "score",
                     "0", "origin", "judged", NULL);

  values = read_values (fixture->store);
  axis = find_axis (values, "partners");
  g_assert_true (axis->is_judged);
  g_assert_cmpint (axis->score, ==, 15);
  g_assert_cmpint (axis->computed, ==, 50);
  g_assert_cmpstr (axis->evidence, ==, "契約書を見た");
  g_assert_cmpstr (axis->by, ==, "専門家");
  g_assert_cmpstr (axis->on, ==, "2026-11-22");

  axis = find_axis (values, "endpoint");
  g_assert_false (axis->is_judged);
  g_assert_cmpint (axis->score, ==, 25);
  g_assert_cmpstr (axis->evidence, ==, "端末を3台見た");

  axis = find_axis (values, "network");
  g_assert_true (axis->is_judged);
  g_assert_cmpint (axis->score, ==, 0);
  g_assert_cmpint (axis->computed, ==, TAGA_UNKNOWN);
}

/* The scores of a sealed round stay, also if the company lets other items count afterwards: none
 * that was missing comes up either. */
static void
test_a_seal_freezes_scores (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaAxisValues) sealed = NULL;

  answer (fixture->store, "10-1", TAGA_ANSWER_DONE);
  answer (fixture->store, "10-2", TAGA_ANSWER_NOT_DONE);
  store_fixture_add (fixture->store, TAGA_TYPE_AXIS_SCORE, "round", "1", "axis", "network",
                     "origin", "judged", "evidence", "配線図を見た", NULL);
  store_fixture_seal (fixture->store, 1);
  store_fixture_add (fixture->store, TAGA_TYPE_MAPPING, "kind", "axis", "item", "10-2", "target",
                     "partners", "counts", "0", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_MAPPING, "kind", "axis", "item", "10-1", "target",
                     "network", "counts", "1", NULL);

  sealed = read_values (fixture->store);
  g_assert_cmpint (find_axis (sealed, "partners")->score, ==, 25);
  g_assert_cmpint (find_axis (sealed, "partners")->computed, ==, 50);
  g_assert_false (find_axis (sealed, "partners")->is_judged);
  g_assert_cmpint (find_axis (sealed, "network")->score, ==, TAGA_UNKNOWN);
  g_assert_cmpstr (find_axis (sealed, "network")->evidence, ==, "配線図を見た");
}

/* An item of the company's own counts once it is mapped, until it is put out of use. */
static void
test_own_items_count_while_in_use (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaAxisValues) before = NULL;
  g_autoptr (TagaAxisValues) after = NULL;
  gint64 id;

  id = store_fixture_add (fixture->store, TAGA_TYPE_OWN_ITEM, "list", "check", "group", "10",
                          "title", "監査報告書をもらう", NULL);
  g_assert_cmpint (id, ==, 1);
  store_fixture_add (fixture->store, TAGA_TYPE_MAPPING, "kind", "axis", "item", "own-1", "target",
                     "partners", "counts", "1", NULL);
  answer (fixture->store, "10-1", TAGA_ANSWER_DONE);
  store_fixture_add (fixture->store, TAGA_TYPE_CHECK, "round", "1", "item", "own-1", "answer", "3",
                     NULL);
  before = read_values (fixture->store);
  g_assert_cmpint (find_axis (before, "partners")->score, ==, 25);
  g_assert_cmpuint (find_axis (before, "partners")->n_applicable, ==, 6);

  store_fixture_set (fixture->store, TAGA_TYPE_OWN_ITEM, id, "retired-on", "2026-11-22");
  after = read_values (fixture->store);
  g_assert_cmpint (find_axis (after, "partners")->score, ==, 50);
  g_assert_cmpuint (find_axis (after, "partners")->n_applicable, ==, 5);
}

/* Figures that no page of ours writes stay within the scale; unknown axes are left alone. */
static void
test_strange_rows_do_no_harm (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaAxisValues) values = NULL;

  store_fixture_close (fixture);
  store_fixture_exec (fixture->path, "INSERT INTO axis_score (round, axis, score, origin) VALUES"
                                     " (1, 'partners', 900, 'judged'), (1, 'data', -7, 'judged'),"
                                     " (1, 'nowhere', 10, 'judged'), (1, 'mobile', 10, 'nobody')");
  store_fixture_reopen (fixture);

  values = read_values (fixture->store);
  g_assert_cmpint (find_axis (values, "partners")->score, ==, 50);
  g_assert_cmpint (find_axis (values, "data")->score, ==, 0);
  g_assert_cmpint (find_axis (values, "mobile")->score, ==, TAGA_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (taga_data_get_resource ());

#define add(path, test)                                                                            \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  add ("/axis-values/missing-is-not-zero", test_missing_is_not_zero);
  add ("/axis-values/answers-make-a-score", test_answers_make_a_score);
  add ("/axis-values/a-judge-goes-first", test_a_judge_goes_first);
  add ("/axis-values/a-seal-freezes-scores", test_a_seal_freezes_scores);
  add ("/axis-values/own-items-count-while-in-use", test_own_items_count_while_in_use);
  add ("/axis-values/strange-rows-do-no-harm", test_strange_rows_do_no_harm);
#undef add

  return g_test_run ();
}
