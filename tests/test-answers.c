#include "store-fixture.h"
#include "taga-answer-kind.h"
#include "taga-answer-record.h"
#include "taga-answer-sheet.h"
#include "taga-answer-states.h"
#include "taga-check.h"
#include "taga-date.h"
#include "taga-history.h"
#include "taga-language.h"
#include "taga-recheck.h"
#include "taga-round.h"
#include "taga-rule.h"
#include "taga-self-answer.h"
#include "taga-threat.h"

/* Answers of each kind: one answer is one step, and what belongs to it goes along. */

static TagaAnswerRecord *
load (StoreFixture *fixture, GType type, gint64 sheet, const char *item)
{
  g_autoptr (GError) error = NULL;
  TagaAnswerRecord *record =
      taga_answer_record_load_in_sheet (fixture->store, type, sheet, item, &error);

  g_assert_no_error (error);
  return record;
}

static gint64
count_steps (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) steps = taga_history_list (fixture->store, 0, 1000, NULL);

  return steps->len;
}

static TagaAnswerState
get_state (StoreFixture *fixture, GType type, gint64 sheet, const char *item)
{
  g_autoptr (GHashTable) states = taga_answer_states_load (fixture->store, type, sheet, NULL);

  return taga_answer_states_get (states, item);
}

/* A new company has a row for each threat and check item, with no answer. */
static gint64
copy_answer (TagaStore *store, const char *item)
{
  for (gint64 id = 1;; id++)
    {
      g_autofree char *found = store_fixture_get (store, TAGA_TYPE_CHECK, id, "item");

      if (g_str_equal (found, item))
        {
          store_fixture_set (store, TAGA_TYPE_CHECK, id, "answer", "2");
          store_fixture_set (store, TAGA_TYPE_CHECK, id, "answered-by", "前任者");
          store_fixture_set (store, TAGA_TYPE_CHECK, id, "answered-on", "2025-04-01");
          store_fixture_set (store, TAGA_TYPE_CHECK, id, "note", "年末に更新");
          store_fixture_set (store, TAGA_TYPE_CHECK, id, "to-confirm", "1");
          return id;
        }
    }
}

static void
test_answers_every_kind (StoreFixture *fixture, gconstpointer kind)
{
  gint64 sheet = store_fixture_add (fixture->store, TAGA_TYPE_ANSWER_SHEET, "round", "1", "name",
                                    "本社", NULL);
  const struct
  {
    GType type;
    gint64 sheet;
    const char *item;
    int number;
  } cases[] = {
    { TAGA_TYPE_THREAT, 0, "12", 3 },         { TAGA_TYPE_CHECK, 0, "7-1", 4 },
    { TAGA_TYPE_SELF_ANSWER, sheet, "1", 4 }, { TAGA_TYPE_RULE, 0, "update", 2 },
    { TAGA_TYPE_RECHECK, 0, "update-1", 3 },
  };
  g_autofree char *today = taga_date_today ();

  taga_store_set_person (fixture->store, "総務 花子");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 before = count_steps (fixture);
      g_autoptr (TagaAnswerRecord) record =
          load (fixture, cases[i].type, cases[i].sheet, cases[i].item);
      g_autoptr (TagaAnswerRecord) again = NULL;

      g_assert_cmpint (taga_answer_record_get_number (record), ==, TAGA_UNKNOWN);
      g_assert_true (taga_answer_record_change (record, cases[i].number, NULL));
      g_assert_cmpint (count_steps (fixture), ==, before + 1);
      again = load (fixture, cases[i].type, cases[i].sheet, cases[i].item);
      g_assert_cmpint (taga_answer_record_get_number (again), ==, cases[i].number);
      g_assert_cmpstr (taga_answer_record_get_person (again), ==, "総務 花子");
      g_assert_cmpstr (taga_answer_record_get_day (again), ==, today);
      g_assert_cmpint (get_state (fixture, cases[i].type, cases[i].sheet, cases[i].item).number, ==,
                       cases[i].number);

      /* What stands already, by the same person as of today, is no step. */
      g_assert_true (taga_answer_record_change (again, cases[i].number, NULL));
      g_assert_cmpint (count_steps (fixture), ==, before + 1);

      g_assert_true (taga_history_undo (fixture->store, NULL));
      g_assert_cmpint (get_state (fixture, cases[i].type, cases[i].sheet, cases[i].item).number, ==,
                       TAGA_UNKNOWN);
    }
}

static void
test_sheets_are_apart (StoreFixture *fixture, gconstpointer kind)
{
  gint64 sheets[2];
  g_autoptr (TagaAnswerRecord) record = NULL;

  for (guint i = 0; i < 2; i++)
    sheets[i] = store_fixture_add (fixture->store, TAGA_TYPE_ANSWER_SHEET, "round", "1", "name",
                                   i == 0 ? "本社" : "工場", NULL);
  record = load (fixture, TAGA_TYPE_SELF_ANSWER, sheets[1], "25");
  g_assert_true (taga_answer_record_change (record, 2, NULL));
  g_assert_cmpint (get_state (fixture, TAGA_TYPE_SELF_ANSWER, sheets[0], "25").number, ==,
                   TAGA_UNKNOWN);
  g_assert_cmpint (get_state (fixture, TAGA_TYPE_SELF_ANSWER, sheets[1], "25").number, ==, 2);
}

static void
test_confirms_and_takes_back (StoreFixture *fixture, gconstpointer kind)
{
  gint64 id = copy_answer (fixture->store, "7-1");
  g_autoptr (TagaAnswerRecord) record = load (fixture, TAGA_TYPE_CHECK, 0, "7-1");
  g_autoptr (TagaAnswerRecord) other = load (fixture, TAGA_TYPE_CHECK, 0, "7-2");
  g_autofree char *today = taga_date_today ();
  g_autofree char *note = NULL;
  gint64 before;

  taga_store_set_person (fixture->store, "総務 花子");
  g_assert_true (taga_answer_record_is_to_confirm (record));
  g_assert_true (get_state (fixture, TAGA_TYPE_CHECK, 0, "7-1").to_confirm);
  before = count_steps (fixture);
  g_assert_true (taga_answer_record_confirm (record, NULL));
  g_assert_false (taga_answer_record_is_to_confirm (record));
  g_assert_false (get_state (fixture, TAGA_TYPE_CHECK, 0, "7-1").to_confirm);
  g_assert_cmpint (taga_answer_record_get_number (record), ==, 2);
  g_assert_cmpstr (taga_answer_record_get_person (record), ==, "総務 花子");
  g_assert_cmpstr (taga_answer_record_get_day (record), ==, today);
  g_assert_cmpint (count_steps (fixture), ==, before + 1);

  /* There is nothing more to confirm, nor was there ever in the other. */
  g_assert_true (taga_answer_record_confirm (record, NULL));
  g_assert_true (taga_answer_record_confirm (other, NULL));
  g_assert_true (taga_answer_record_change (other, TAGA_UNKNOWN, NULL));
  g_assert_cmpint (count_steps (fixture), ==, before + 1);

  g_assert_true (taga_answer_record_change (record, TAGA_UNKNOWN, NULL));
  g_assert_cmpint (get_state (fixture, TAGA_TYPE_CHECK, 0, "7-1").number, ==, TAGA_UNKNOWN);
  g_assert_null (taga_answer_record_get_person (record));
  g_assert_null (taga_answer_record_get_day (record));
  note = store_fixture_get (fixture->store, TAGA_TYPE_CHECK, id, "note");
  g_assert_cmpstr (note, ==, "年末に更新");
}

static void
test_keeps_what_goes_with_an_answer (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaAnswerRecord) record = load (fixture, TAGA_TYPE_CHECK, 0, "7-1");
  g_autoptr (TagaAnswerRecord) again = NULL;
  g_autoptr (TagaStep) step = NULL;
  g_autoptr (GError) error = NULL;
  TagaValue value = { (char *) "WSUS の画面を印刷", TAGA_UNKNOWN };
  gint64 before = count_steps (fixture);

  g_assert_true (taga_answer_record_set (record, TAGA_CHECK_EVIDENCE, &value, &error));
  g_assert_no_error (error);
  g_assert_true (taga_answer_record_set (record, TAGA_CHECK_EVIDENCE, &value, NULL));
  g_assert_cmpint (count_steps (fixture), ==, before + 1);
  step = taga_history_peek (fixture->store, TAGA_STEP_DONE, NULL);
  g_assert_cmpstr (step->label, ==, "Change “Software updates”: Evidence");

  again = load (fixture, TAGA_TYPE_CHECK, 0, "7-1");
  g_assert_cmpstr (taga_answer_record_get_value (again, TAGA_CHECK_EVIDENCE)->text, ==,
                   "WSUS の画面を印刷");
  g_assert_cmpint (taga_answer_record_get_number (again), ==, TAGA_UNKNOWN);
  g_assert_null (taga_answer_record_get_day (again));

  /* A later answer keeps it. */
  g_assert_true (taga_answer_record_change (again, 1, NULL));
  g_assert_cmpstr (taga_answer_record_get_value (again, TAGA_CHECK_EVIDENCE)->text, ==,
                   "WSUS の画面を印刷");
}

static void
test_says_what_is_in_the_way (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaAnswerRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (taga_answer_record_find_obstacle (fixture->store));
  record = taga_answer_record_load (fixture->store, TAGA_TYPE_CHECK, "99-9", &error);
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  g_assert_null (record);

  store_fixture_seal (fixture->store, 1);
  record = load (fixture, TAGA_TYPE_CHECK, 0, "7-1");
  g_assert_cmpstr (taga_answer_record_get_obstacle (record), ==,
                   "This round is sealed, so its answers stay as they are.");
}

static void
test_other_records_are_no_answers (void)
{
  TagaAnswerKind kind;

  g_assert_false (taga_answer_kind_get (TAGA_TYPE_ROUND, &kind));
  g_assert_true (taga_answer_kind_get (TAGA_TYPE_SELF_ANSWER, &kind));
  g_assert_cmpint (kind.sheet, ==, TAGA_SELF_ANSWER_SHEET);
  g_assert_true (taga_answer_kind_get (TAGA_TYPE_RECHECK, &kind));
  g_assert_cmpint (kind.sheet, ==, -1);
  g_assert_cmpstr (kind.groups, ==, "rule");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  taga_language_init ();

#define ADD(name, test)                                                                            \
  g_test_add ("/answers/" name, StoreFixture, NULL, store_fixture_set_up, test,                    \
              store_fixture_tear_down)

  ADD ("answers-every-kind", test_answers_every_kind);
  ADD ("sheets-are-apart", test_sheets_are_apart);
  ADD ("confirms-and-takes-back", test_confirms_and_takes_back);
  ADD ("keeps-what-goes-with-an-answer", test_keeps_what_goes_with_an_answer);
  ADD ("says-what-is-in-the-way", test_says_what_is_in_the_way);
  g_test_add_func ("/answers/other-records-are-no-answers", test_other_records_are_no_answers);

  return g_test_run ();
}
