#include <glib.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-answer-record.h"
#include "taga-check.h"
#include "taga-diagnosis.h"
#include "taga-own-item.h"
#include "taga-own-rules.h"
#include "taga-risk.h"

/* What follows from the countermeasure check: each group, and the regulations that are needed. */

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

static TagaDiagnosis *
diagnose (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  TagaDiagnosis *diagnosis = taga_diagnosis_read (store, taga_store_get_round (store), &error);

  g_assert_no_error (error);
  return diagnosis;
}

static const TagaDiagnosisGroup *
find_group (const TagaDiagnosis *diagnosis, const char *key)
{
  for (guint i = 0; i < diagnosis->n_groups; i++)
    if (g_str_equal (diagnosis->groups[i].group->key, key))
      return &diagnosis->groups[i];

  g_assert_not_reached ();
}

static const TagaDiagnosisRegulation *
find_regulation (const TagaDiagnosis *diagnosis, const char *key)
{
  for (guint i = 0; i < diagnosis->n_regulations; i++)
    if (g_str_equal (diagnosis->regulations[i].regulation->key, key))
      return &diagnosis->regulations[i];

  g_assert_not_reached ();
}

static void
test_a_new_file_knows_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaDiagnosis) diagnosis = diagnose (fixture->store);

  g_assert_cmpuint (diagnosis->n_groups, ==, 11);
  g_assert_cmpuint (taga_tally_get_n_items (&diagnosis->total), ==, 55);
  g_assert_cmpint (taga_tally_get_state (&diagnosis->total), ==, TAGA_TALLY_UNKNOWN);
  for (guint i = 0; i < diagnosis->n_groups; i++)
    g_assert_cmpint (taga_tally_get_share (&diagnosis->groups[i].tally), ==, TAGA_UNKNOWN);
  for (guint i = 0; i < diagnosis->n_regulations; i++)
    g_assert_cmpint (diagnosis->regulations[i].need, ==, TAGA_NEED_UNKNOWN);
}

/* The answers to the three items on outsourcing, and what follows for its regulation. */
static void
test_when_a_regulation_is_needed (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int answers[3];
    TagaNeed need;
    TagaTallyState state;
    guint n_reasons;
  } rows[] = {
    { { 1, 0, 0 }, TAGA_NEED_UNKNOWN, TAGA_TALLY_PARTLY, 0 },
    { { 1, 2, 0 }, TAGA_NEED_YES, TAGA_TALLY_PARTLY, 1 },
    { { 3, 0, 0 }, TAGA_NEED_YES, TAGA_TALLY_NOT_DONE, 1 },
    { { 3, 2, 3 }, TAGA_NEED_YES, TAGA_TALLY_PARTLY, 3 },
    { { 1, 1, 1 }, TAGA_NEED_NO, TAGA_TALLY_DONE, 0 },
    { { 1, 4, 1 }, TAGA_NEED_NO, TAGA_TALLY_DONE, 0 },
    { { 4, 4, 4 }, TAGA_NEED_NO, TAGA_TALLY_NOT_APPLICABLE, 0 },
    { { 4, 4, 0 }, TAGA_NEED_UNKNOWN, TAGA_TALLY_UNKNOWN, 0 },
    { { 4, 4, 3 }, TAGA_NEED_YES, TAGA_TALLY_NOT_DONE, 1 },
  };
  static const char *const items[] = { "10-1", "10-2", "10-3" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TagaDiagnosis) diagnosis = NULL;
      const TagaDiagnosisRegulation *regulation;

      for (guint j = 0; j < G_N_ELEMENTS (items); j++)
        answer (fixture->store, items[j],
                rows[i].answers[j] == 0 ? TAGA_UNKNOWN : rows[i].answers[j]);

      g_test_message ("%d %d %d", rows[i].answers[0], rows[i].answers[1], rows[i].answers[2]);
      diagnosis = diagnose (fixture->store);
      regulation = find_regulation (diagnosis, "outsourcing");
      g_assert_cmpint (regulation->need, ==, rows[i].need);
      g_assert_cmpuint (regulation->reasons->len, ==, rows[i].n_reasons);
      g_assert_cmpint (taga_tally_get_state (&find_group (diagnosis, "10")->tally), ==,
                       rows[i].state);
    }
}

static void
test_reasons_are_the_open_items (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaDiagnosis) diagnosis = NULL;
  const TagaDiagnosisRegulation *telework;

  answer (fixture->store, "7-6", TAGA_ANSWER_DONE);
  answer (fixture->store, "7-7", TAGA_ANSWER_PARTLY);
  answer (fixture->store, "7-1", TAGA_ANSWER_NOT_DONE);

  diagnosis = diagnose (fixture->store);
  telework = find_regulation (diagnosis, "telework");
  g_assert_cmpint (telework->need, ==, TAGA_NEED_YES);
  g_assert_cmpuint (telework->reasons->len, ==, 1);
  g_assert_cmpstr (((const TagaItem *) telework->reasons->pdata[0])->key, ==, "7-7");
  g_assert_cmpuint (find_regulation (diagnosis, "devices")->reasons->len, ==, 2);
}

/* An item of the company's own asks for what its group asks for, and not for telework. */
static void
test_own_items_count (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaDiagnosis) diagnosis = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_OWN_ITEM, "list", "check", "group", "7", "title",
                     "社用車のドライブレコーダーの映像を消していますか。", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_CHECK, "round", "1", "item", "own-1", "answer", "3",
                     NULL);

  diagnosis = diagnose (fixture->store);
  g_assert_cmpuint (taga_tally_get_n_items (&find_group (diagnosis, "7")->tally), ==, 11);
  g_assert_cmpint (find_regulation (diagnosis, "devices")->need, ==, TAGA_NEED_YES);
  g_assert_cmpint (find_regulation (diagnosis, "telework")->need, ==, TAGA_NEED_UNKNOWN);
}

/* Every item of the sample company's round is answered and counts in one group. */
static void
test_sample_company (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaDiagnosis) diagnosis = diagnose (fixture->store);
  guint n = 0;

  for (guint i = 0; i < diagnosis->n_groups; i++)
    n += taga_tally_get_n_items (&diagnosis->groups[i].tally);
  g_assert_cmpuint (n, ==, 55);
  g_assert_cmpuint (diagnosis->total.n_unanswered, ==, 0);
  g_assert_cmpint (taga_tally_get_state (&diagnosis->total), ==, TAGA_TALLY_PARTLY);
}

static void
test_foreign_answers_are_told (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaDiagnosis) diagnosis = NULL;

  store_fixture_close (fixture);
  store_fixture_exec (fixture->path,
                      "INSERT INTO \"check\" (round, item, answer) VALUES (1, '12-1', 1);"
                      "UPDATE \"check\" SET answer = 9, to_confirm = 1 WHERE item = '1-1'");
  store_fixture_reopen (fixture);

  diagnosis = diagnose (fixture->store);
  g_assert_cmpuint (diagnosis->n_foreign, ==, 1);
  g_assert_cmpuint (diagnosis->n_to_confirm, ==, 1);
  g_assert_cmpuint (diagnosis->total.n_unanswered, ==, 55);
}

/* Each rule of ours has a name of its own and says that it is ours. */
static void
test_own_rules_are_described (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (TagaOwnRule i = 0; i < TAGA_N_OWN_RULES; i++)
    {
      g_assert_true (g_hash_table_add (keys, (gpointer) taga_own_rule_get_key (i)));
      g_assert_nonnull (g_strstr_len (taga_own_rule_describe (i), -1, "Taga’s own"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (taga_data_get_resource ());

#define add(path, kind, test)                                                                      \
  g_test_add (path, StoreFixture, kind, store_fixture_set_up, test, store_fixture_tear_down)
  add ("/diagnosis/a-new-file-knows-nothing", NULL, test_a_new_file_knows_nothing);
  add ("/diagnosis/when-a-regulation-is-needed", NULL, test_when_a_regulation_is_needed);
  add ("/diagnosis/reasons-are-the-open-items", NULL, test_reasons_are_the_open_items);
  add ("/diagnosis/own-items-count", NULL, test_own_items_count);
  add ("/diagnosis/sample-company", "sample", test_sample_company);
  add ("/diagnosis/foreign-answers-are-told", NULL, test_foreign_answers_are_told);
#undef add
  g_test_add_func ("/diagnosis/own-rules-are-described", test_own_rules_are_described);

  return g_test_run ();
}
