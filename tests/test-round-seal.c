#include <string.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-answer-record.h"
#include "taga-answer-sheet.h"
#include "taga-asset.h"
#include "taga-axis-score.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-history.h"
#include "taga-mapping.h"
#include "taga-record-history.h"
#include "taga-round-remove.h"
#include "taga-round-seal.h"
#include "taga-round-start.h"
#include "taga-round.h"
#include "taga-rule.h"
#include "taga-sealed-asset.h"
#include "taga-self-answer.h"
#include "taga-threat.h"

/* A sealed round resists change through every path. */

/* A company that has answered everything. */
static void
set_up_answered (StoreFixture *fixture, gconstpointer kind)
{
  store_fixture_set_up (fixture, kind);
  store_fixture_close (fixture);
  store_fixture_answer_all (fixture->path);
  store_fixture_reopen (fixture);
}

static void
assert_refused (const GError *error)
{
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_SEALED);
  store_fixture_assert_plain (error);
}

/* Seals the first round, in which something of each kind is answered, and goes on with a copy. */
static void
seal_and_go_on (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  store_fixture_set (fixture->store, TAGA_TYPE_SELF_ANSWER, 1, "answer", "2");
  store_fixture_set (fixture->store, TAGA_TYPE_RULE, 1, "answer", "1");
  store_fixture_add (fixture->store, TAGA_TYPE_AXIS_SCORE, "round", "1", "axis", "network", "score",
                     "30", "origin", "judged", NULL);
  store_fixture_seal (fixture->store, 1);
  g_assert_true (taga_round_start (fixture->store, "第2回", NULL, NULL, NULL, 1, &id, &error));
  g_assert_cmpint (id, ==, 2);
}

static void
test_takes_no_change (StoreFixture *fixture, gconstpointer kind)
{
  const struct
  {
    GType type;
    const char *field;
    const char *text;
  } rows[] = {
    { TAGA_TYPE_ROUND, "name", "別の名" },    { TAGA_TYPE_ROUND, "sealed-on", NULL },
    { TAGA_TYPE_ROUND, "seal", NULL },        { TAGA_TYPE_ROUND, "edition", "ipa-3.0" },
    { TAGA_TYPE_THREAT, "frequency", "1" },   { TAGA_TYPE_THREAT, "round", "2" },
    { TAGA_TYPE_CHECK, "answer", "1" },       { TAGA_TYPE_CHECK, "evidence", "あとから" },
    { TAGA_TYPE_CHECK, "to-confirm", "1" },   { TAGA_TYPE_ANSWER_SHEET, "name", "支社" },
    { TAGA_TYPE_SELF_ANSWER, "answer", "1" }, { TAGA_TYPE_RULE, "way", "あとから" },
    { TAGA_TYPE_AXIS_SCORE, "score", "50" },  { TAGA_TYPE_SEALED_ASSET, "risk", "1" },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  seal_and_go_on (fixture);
  before = store_fixture_digest (fixture->path, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) change = NULL;
      g_autoptr (GError) removal = NULL;

      g_test_message ("%s %s", g_type_name (rows[i].type), rows[i].field);
      g_assert_false (store_fixture_try_set (fixture->store, rows[i].type, 1, rows[i].field,
                                             rows[i].text, &change));
      assert_refused (change);
      g_assert_false (taga_action_remove (fixture->store, rows[i].type, 1, &removal));
      assert_refused (removal);
    }

  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
}

static void
test_takes_nothing_more (StoreFixture *fixture, gconstpointer kind)
{
  static const char *const threat[] = { "round", "1", "item", "1", "frequency", "3", NULL };
  static const char *const check[] = { "round", "1", "item", "1-1", NULL };
  static const char *const sheet[] = { "round", "1", "name", "支社", NULL };
  static const char *const rule[] = { "round", "1", "item", "backup", "answer", "1", NULL };
  static const char *const score[] = { "round", "1",      "axis",   "mobile", "score",
                                       "50",    "origin", "judged", NULL };
  const struct
  {
    GType type;
    const char *const *pairs;
  } rows[] = {
    { TAGA_TYPE_THREAT, threat },      { TAGA_TYPE_CHECK, check },
    { TAGA_TYPE_ANSWER_SHEET, sheet }, { TAGA_TYPE_RULE, rule },
    { TAGA_TYPE_AXIS_SCORE, score },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 of_open;

  seal_and_go_on (fixture);
  of_open = store_fixture_add (fixture->store, TAGA_TYPE_ANSWER_SHEET, "round", "2", "name", "支社",
                               NULL);
  before = store_fixture_digest (fixture->path, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_clear_error (&error);
      g_assert_false (
          store_fixture_try_add (fixture->store, rows[i].type, rows[i].pairs, NULL, &error));
      assert_refused (error);
    }

  /* Nor does anything move into it, and it is not sealed twice. */
  g_clear_error (&error);
  g_assert_false (store_fixture_try_set (fixture->store, TAGA_TYPE_ANSWER_SHEET, of_open, "round",
                                         "1", &error));
  assert_refused (error);
  g_clear_error (&error);
  g_assert_false (taga_round_seal (fixture->store, 1, NULL, &error));
  assert_refused (error);
  g_clear_error (&error);
  g_assert_false (taga_round_remove (fixture->store, 1, &error));
  assert_refused (error);

  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
}

/* Only sealing writes what belongs to a seal. */
static void
test_is_not_sealed_by_hand (StoreFixture *fixture, gconstpointer kind)
{
  static const char *const sealed_round[] = { "name", "第9回", "sealed-on", "2026-01-01", NULL };
  static const char *const asset[] = { "round", "1", "asset", "1", "name", "名簿", NULL };
  static const char *const score[] = { "round", "1",      "axis",     "mobile", "score",
                                       "50",    "origin", "computed", NULL };
  const struct
  {
    GType type;
    const char *const *pairs;
  } rows[] = {
    { TAGA_TYPE_ROUND, sealed_round },
    { TAGA_TYPE_SEALED_ASSET, asset },
    { TAGA_TYPE_AXIS_SCORE, score },
  };
  static const char *const fields[] = { "sealed-on", "sealed-by", "seal" };
  g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          store_fixture_try_add (fixture->store, rows[i].type, rows[i].pairs, NULL, &error));
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
      store_fixture_assert_plain (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (store_fixture_try_set (fixture->store, TAGA_TYPE_ROUND, 1, fields[i],
                                             "2026-11-22", &error));
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
      store_fixture_assert_plain (error);
    }

  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
}

static void
test_undo_stops_at_a_seal (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sealed = NULL;
  g_autofree char *undone = NULL;

  store_fixture_set (fixture->store, TAGA_TYPE_THREAT, 1, "frequency", "2");
  store_fixture_set (fixture->store, TAGA_TYPE_THREAT, 1, "frequency", "3");
  g_assert_true (taga_history_undo (fixture->store, &error));
  store_fixture_seal (fixture->store, 1);
  sealed = store_fixture_digest (fixture->path, FALSE);

  g_assert_false (taga_history_redo (fixture->store, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_false (taga_history_undo (fixture->store, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOTHING);
  g_assert_nonnull (strstr (error->message, "was sealed on"));
  store_fixture_assert_plain (error);
  g_clear_error (&error);

  /* What comes after it is undone and done again, and no further. */
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "name", "別の名");
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_true (taga_history_redo (fixture->store, &error));
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_false (taga_history_undo (fixture->store, NULL));
  undone = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (undone, ==, sealed);
}

/* A history that somebody has changed does not lead behind the seal either. */
static void
test_a_forged_history_is_refused (StoreFixture *fixture, gconstpointer kind)
{
  static const int states[] = { 0, 1 };

  store_fixture_set (fixture->store, TAGA_TYPE_THREAT, 1, "frequency", "2");
  store_fixture_seal (fixture->store, 1);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE history SET state = %d", states[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      store_fixture_close (fixture);
      store_fixture_exec (fixture->path, sql);
      store_fixture_reopen (fixture);
      before = store_fixture_digest (fixture->path, TRUE);
      g_assert_false (states[i] == 0 ? taga_history_undo (fixture->store, &error)
                                     : taga_history_redo (fixture->store, &error));
      if (states[i] == 0)
        assert_refused (error);
      store_fixture_assert_plain (error);
      after = store_fixture_digest (fixture->path, TRUE);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_a_single_change_is_not_put_back (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaRecordHistory) history = NULL;
  g_autoptr (TagaAnswerRecord) answer = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_set (fixture->store, TAGA_TYPE_CHECK, 1, "answer", "1");
  store_fixture_set (fixture->store, TAGA_TYPE_CHECK, 1, "answer", "2");
  store_fixture_seal (fixture->store, 1);
  history = taga_history_list_record (fixture->store, TAGA_TYPE_CHECK, 1, 10, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->changes->len, >=, 2);
  g_assert_false (taga_record_history_revert (history, 0, fixture->store, &error));
  assert_refused (error);
  g_clear_error (&error);

  answer = taga_answer_record_load (fixture->store, TAGA_TYPE_CHECK, "1-1", &error);
  g_assert_no_error (error);
  g_assert_nonnull (taga_answer_record_get_obstacle (answer));
}

static void
assert_seals (StoreFixture *fixture, const char *const *names)
{
  const char *const *broken;

  store_fixture_reopen (fixture);
  broken = taga_store_get_broken_seals (fixture->store);
  for (guint i = 0; names[i] != NULL || broken[i] != NULL; i++)
    g_assert_cmpstr (broken[i], ==, names[i]);
}

/* Who has the file open is told as soon as the program looks at it again. */
static void
test_tells_what_others_change_now (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *name = store_fixture_get (fixture->store, TAGA_TYPE_ROUND, 1, "name");
  g_autoptr (GError) error = NULL;

  store_fixture_seal (fixture->store, 1);
  g_assert_null (taga_store_get_broken_seals (fixture->store)[0]);

  store_fixture_exec (fixture->path, "UPDATE threat SET frequency = 2 WHERE id = 3");
  g_assert_true (taga_store_refresh (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (taga_store_get_broken_seals (fixture->store)[0], ==, name);
  g_assert_null (taga_store_get_broken_seals (fixture->store)[1]);
}

/* What another program does to the file is told when it is opened, and keeps nothing from opening.
 */
static void
test_tells_what_others_changed (StoreFixture *fixture, gconstpointer kind)
{
  static const char *const statements[] = {
    "UPDATE threat SET frequency = CASE frequency WHEN 3 THEN 2 ELSE 3 END WHERE id = 3",
    "UPDATE threat SET note = 'x' WHERE id = 3",
    "UPDATE threat SET to_confirm = 1 WHERE id = 3",
    "UPDATE \"check\" SET answer = NULL WHERE id = 3",
    "UPDATE \"check\" SET evidence = 'x' WHERE id = 3",
    "DELETE FROM \"check\" WHERE id = 3",
    "UPDATE rule SET way = 'x' WHERE round = 1",
    "UPDATE question SET answer = 1 WHERE round = 1",
    "INSERT INTO top_threat (round, item) VALUES (1, '2026-1')",
    "DELETE FROM question WHERE id = 25",
    "UPDATE sheet SET name = 'x' WHERE id = 1",
    "UPDATE axis_score SET score = score + 1 WHERE round = 1 AND axis = 'network'",
    "DELETE FROM axis_score WHERE round = 1 AND axis = 'mobile'",
    "UPDATE sealed_asset SET risk = risk + 1 WHERE id = 1",
    "UPDATE sealed_asset SET band = 'small' WHERE band = 'large'",
    "UPDATE sealed_asset SET importance = NULL WHERE id = 1",
    "UPDATE sealed_asset SET round = 2 WHERE id = 1",
    "DELETE FROM sealed_asset WHERE id = 1",
    "DELETE FROM sealed_asset",
    "UPDATE round SET date = '2020-01-01' WHERE id = 1",
    "UPDATE round SET sealed_on = '2020-01-01' WHERE id = 1",
    "UPDATE round SET seal = NULL WHERE id = 1",
    "UPDATE round SET seal = substr (seal, 2) || 'x' WHERE id = 1",
    "UPDATE round SET sealed_on = NULL WHERE id = 1",
    "UPDATE round SET sealed_on = NULL, sealed_by = NULL, seal = NULL, edition = NULL WHERE id = 1",
    "UPDATE threat SET round = 2, item = item || 'x' WHERE id = 3",
  };
  const char *const none[] = { NULL };
  g_autofree char *name = store_fixture_get (fixture->store, TAGA_TYPE_ROUND, 1, "name");
  const char *const all[] = { name, NULL };
  g_autoptr (GBytes) whole = NULL;

  seal_and_go_on (fixture);
  assert_seals (fixture, none);
  store_fixture_close (fixture);
  whole = store_fixture_read_file (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_told = FALSE;

      g_test_message ("%s", statements[i]);
      store_fixture_exec (fixture->path, statements[i]);
      /* A row that went to the open round leaves traces of a seal there, too. */
      store_fixture_reopen (fixture);
      for (guint j = 0; taga_store_get_broken_seals (fixture->store)[j] != NULL; j++)
        is_told = is_told || g_str_equal (taga_store_get_broken_seals (fixture->store)[j], all[0]);
      g_assert_true (is_told);

      g_assert_true (taga_store_verify (fixture->store, &problems, &error));
      g_assert_cmpuint (problems->len, >=, 1);
      store_fixture_close (fixture);
      store_fixture_write_file (fixture->path, g_bytes_get_data (whole, NULL),
                                g_bytes_get_size (whole));
    }

  assert_seals (fixture, none);
}

/* Whatever the company does afterwards, the seal holds: also what the round went by. */
static void
test_holds_whatever_comes_after (StoreFixture *fixture, gconstpointer kind)
{
  const char *const none[] = { NULL };
  g_autofree char *edited = NULL;
  g_autoptr (GError) error = NULL;

  seal_and_go_on (fixture);
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "name", "別の名");
  g_assert_true (taga_action_remove (fixture->store, TAGA_TYPE_ASSET, 2, &error));
  store_fixture_add (fixture->store, TAGA_TYPE_MAPPING, "kind", "axis", "item", "10-1", "target",
                     "network", "counts", "1", NULL);
  store_fixture_set (fixture->store, TAGA_TYPE_THREAT, 22, "frequency", "1");
  store_fixture_seal (fixture->store, 2);
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "edition", "ipa-3.0");
  assert_seals (fixture, none);
  edited = store_fixture_get (fixture->store, TAGA_TYPE_SEALED_ASSET, 1, "name");
  g_assert_cmpstr (edited, !=, "別の名");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

#define ADD(name, func)                                                                            \
  g_test_add ("/round-seal/" name, StoreFixture, NULL, set_up_answered, func,                      \
              store_fixture_tear_down)

  ADD ("takes-no-change", test_takes_no_change);
  ADD ("takes-nothing-more", test_takes_nothing_more);
  ADD ("is-not-sealed-by-hand", test_is_not_sealed_by_hand);
  ADD ("undo-stops-at-a-seal", test_undo_stops_at_a_seal);
  ADD ("a-forged-history-is-refused", test_a_forged_history_is_refused);
  ADD ("a-single-change-is-not-put-back", test_a_single_change_is_not_put_back);
  ADD ("tells-what-others-change-now", test_tells_what_others_change_now);
  ADD ("tells-what-others-changed", test_tells_what_others_changed);
  ADD ("holds-whatever-comes-after", test_holds_whatever_comes_after);

  return g_test_run ();
}
