#include <sqlite3.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-answer-sheet.h"
#include "taga-asset.h"
#include "taga-axis-score.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-history.h"
#include "taga-own-item.h"
#include "taga-profile.h"
#include "taga-recheck.h"
#include "taga-round-remove.h"
#include "taga-round-seal.h"
#include "taga-round-start.h"
#include "taga-round.h"
#include "taga-rule.h"
#include "taga-sealed-asset.h"
#include "taga-self-answer.h"
#include "taga-threat.h"
#include "taga-top-threat.h"

/* Rounds of assessment: they start, are sealed, and then resist. */

/* The one number that a statement gives, as another program reads it. */
static gint64
ask (StoreFixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return number;
}

/* A company that has answered everything. */
static void
set_up_answered (StoreFixture *fixture, gconstpointer kind)
{
  store_fixture_set_up (fixture, kind);
  store_fixture_close (fixture);
  store_fixture_answer_all (fixture->path);
  store_fixture_reopen (fixture);
}

static gint64
start (TagaStore *store, gint64 from)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  taga_round_start (store, "第2回", "2026-11-22", "expert", "写し", from, &id, &error);
  g_assert_no_error (error);

  return id;
}

static void
answer (TagaStore *store, GType type, gint64 id, const char *number)
{
  store_fixture_set (store, type, id, type == TAGA_TYPE_THREAT ? "frequency" : "answer", number);
}

/* A round in which something of each kind is answered. */
static void
answer_some (TagaStore *store)
{
  answer (store, TAGA_TYPE_THREAT, 1, "3");
  answer (store, TAGA_TYPE_CHECK, 1, "2");
  store_fixture_set (store, TAGA_TYPE_CHECK, 1, "evidence-link", "https://example.jp/誓約書");
  store_fixture_set (store, TAGA_TYPE_CHECK, 1, "answered-by", "山田");
  answer (store, TAGA_TYPE_SELF_ANSWER, 1, "4");
  answer (store, TAGA_TYPE_RULE, 1, "1");
  store_fixture_set (store, TAGA_TYPE_RULE, 1, "way", "毎月第1月曜に更新する");
  answer (store, TAGA_TYPE_RECHECK, 1, "3");
  store_fixture_add (store, TAGA_TYPE_TOP_THREAT, "round", "1", "item", "2026-3", "rank", "1",
                     NULL);
  store_fixture_add (store, TAGA_TYPE_AXIS_SCORE, "round", "1", "axis", "network", "score", "31",
                     "origin", "judged", "evidence", "配線図", NULL);
}

static void
test_a_new_company_has_all_to_answer (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *edition = store_fixture_get (fixture->store, TAGA_TYPE_ROUND, 1, "edition");
  g_autofree char *sheet = store_fixture_get (fixture->store, TAGA_TYPE_ANSWER_SHEET, 1, "name");

  g_assert_cmpstr (edition, ==, "ipa-3.1");
  g_assert_cmpstr (sheet, ==, "Head office");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM threat WHERE round = 1"), ==, 21);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM \"check\" WHERE round = 1"), ==, 55);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM question WHERE sheet = 1"), ==, 25);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM rule WHERE round = 1"), ==, 6);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM recheck"), >=, 6);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM top_threat"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM question WHERE answer IS NOT NULL OR "
                                 "to_confirm <> 0"),
                   ==, 0);
  store_fixture_assert_whole (fixture->store);
}

static void
test_copies_and_marks (StoreFixture *fixture, gconstpointer kind)
{
  static const struct
  {
    const char *sql;
    gint64 is;
  } rows[] = {
    { "SELECT copied_from FROM round WHERE id = 2", 1 },
    { "SELECT count(*) FROM threat WHERE round = 2", 21 },
    { "SELECT frequency FROM threat WHERE round = 2 AND to_confirm = 1", 3 },
    { "SELECT count(*) FROM threat WHERE round = 2 AND to_confirm = 1", 1 },
    { "SELECT count(*) FROM \"check\" WHERE round = 2", 56 },
    { "SELECT count(*) FROM \"check\" WHERE round = 2 AND answer = 2 AND to_confirm = 1 AND "
      "evidence_link = 'https://example.jp/誓約書' AND answered_by = '山田'",
      1 },
    { "SELECT count(*) FROM \"check\" WHERE round = 2 AND to_confirm = 1", 1 },
    { "SELECT count(*) FROM \"check\" WHERE round = 2 AND item = 'own-1' AND answer IS NULL", 1 },
    { "SELECT count(*) FROM \"check\" WHERE round = 2 AND item = 'own-2'", 0 },
    { "SELECT count(*) FROM sheet WHERE round = 2 AND name IN ('Head office', '大阪')", 2 },
    { "SELECT count(*) FROM question WHERE round = 2", 50 },
    { "SELECT count(*) FROM question WHERE round = 2 AND answer = 4 AND to_confirm = 1 AND "
      "sheet = (SELECT id FROM sheet WHERE round = 2 AND name = 'Head office')",
      1 },
    { "SELECT count(*) FROM question WHERE round = 2 AND to_confirm = 1", 1 },
    { "SELECT count(*) FROM rule WHERE round = 2 AND answer = 1 AND to_confirm = 1 AND "
      "way = '毎月第1月曜に更新する'",
      1 },
    { "SELECT count(*) FROM rule WHERE round = 2", 6 },
    { "SELECT count(*) FROM recheck WHERE round = 2 AND answer = 3 AND to_confirm = 1", 1 },
    { "SELECT rank FROM top_threat WHERE round = 2 AND item = '2026-3'", 1 },
    { "SELECT count(*) FROM axis_score WHERE round = 2", 0 },
    { "SELECT count(*) FROM \"check\" WHERE round = 1 AND to_confirm = 1", 0 },
  };
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  answer_some (fixture->store);
  store_fixture_add (fixture->store, TAGA_TYPE_ANSWER_SHEET, "round", "1", "name", "大阪", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_OWN_ITEM, "list", "check", "group", "10", "title",
                     "監査報告書をもらう", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_OWN_ITEM, "list", "check", "group", "10", "title",
                     "使わなくなった項目", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_CHECK, "round", "1", "item", "own-2", "answer", "1",
                     NULL);
  store_fixture_set (fixture->store, TAGA_TYPE_OWN_ITEM, 2, "retired-on", "2026-11-01");
  before = store_fixture_digest (fixture->path, FALSE);

  g_assert_cmpint (start (fixture->store, 1), ==, 2);
  g_assert_cmpint (taga_store_get_round (fixture->store), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].sql);
      g_assert_cmpint (ask (fixture, rows[i].sql), ==, rows[i].is);
    }
  store_fixture_assert_whole (fixture->store);

  /* It is one step. */
  g_assert_true (taga_history_undo (fixture->store, &error));
  undone = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (taga_history_redo (fixture->store, &error));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM question WHERE round = 2"), ==, 50);
}

static void
test_starts_empty (StoreFixture *fixture, gconstpointer kind)
{
  answer_some (fixture->store);
  g_assert_cmpint (start (fixture->store, 0), ==, 2);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM round WHERE id = 2 AND copied_from IS NULL "
                                 "AND edition = 'ipa-3.1' AND judge = 'expert'"),
                   ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM \"check\" WHERE round = 2 AND answer IS "
                                 "NULL AND to_confirm = 0"),
                   ==, 55);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM top_threat WHERE round = 2"), ==, 0);
}

static void
test_refuses_to_start (StoreFixture *fixture, gconstpointer kind)
{
  static const struct
  {
    const char *date;
    const char *judge;
    gint64 from;
    TagaStoreError code;
  } rows[] = {
    { NULL, NULL, 1, TAGA_STORE_ERROR_INVALID }, /* another edition */
    { NULL, NULL, 7, TAGA_STORE_ERROR_NOT_FOUND },
    { "2026-02-30", NULL, 0, TAGA_STORE_ERROR_INVALID },
    { NULL, "friend", 0, TAGA_STORE_ERROR_INVALID },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  answer_some (fixture->store);
  store_fixture_set (fixture->store, TAGA_TYPE_ROUND, 1, "edition", "ipa-3.0");
  before = store_fixture_digest (fixture->path, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 id;

      g_assert_false (taga_round_start (fixture->store, NULL, rows[i].date, rows[i].judge, NULL,
                                        rows[i].from, &id, &error));
      g_assert_error (error, TAGA_STORE_ERROR, (int) rows[i].code);
      store_fixture_assert_plain (error);
    }

  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
}

/* What every asset is by the answers of its own round, whichever round is looked at. */
static void
test_seals_by_its_own_answers (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *risk = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, 1, "risk");
  g_autofree char *band = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, 1, "band");
  g_autofree char *sealed_risk = NULL;
  g_autofree char *sealed_band = NULL;
  gint64 n_assets = taga_store_count (fixture->store, TAGA_TYPE_ASSET, NULL);
  gint64 frozen;

  g_assert_cmpstr (band, ==, "large");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 5, "retired-on", "2026-11-01");
  start (fixture->store, 0);
  store_fixture_seal (fixture->store, 1);

  g_assert_cmpint (taga_store_get_round (fixture->store), ==, 2);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM sealed_asset WHERE round = 1"), ==,
                   n_assets - 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM sealed_asset WHERE asset = 5"), ==, 0);
  frozen = ask (fixture, "SELECT id FROM sealed_asset WHERE asset = 1");
  sealed_risk = store_fixture_get (fixture->store, TAGA_TYPE_SEALED_ASSET, frozen, "risk");
  sealed_band = store_fixture_get (fixture->store, TAGA_TYPE_SEALED_ASSET, frozen, "band");
  g_assert_cmpstr (sealed_risk, ==, risk);
  g_assert_cmpstr (sealed_band, ==, band);

  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM round WHERE id = 1 AND length(seal) = 64 "
                                 "AND sealed_by = '試験 花子' AND edition = 'ipa-3.1'"),
                   ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM axis_score WHERE round = 1 AND origin = "
                                 "'computed' AND score BETWEEN 0 AND 50"),
                   ==, 6);
  store_fixture_assert_whole (fixture->store);
}

/* A score that follows from nothing is not written; a judge's stays. */
static void
test_writes_scores (StoreFixture *fixture, gconstpointer kind)
{
  answer_some (fixture->store);
  answer (fixture->store, TAGA_TYPE_CHECK,
          ask (fixture, "SELECT id FROM \"check\" WHERE item = "
                        "'10-1'"),
          "2");
  store_fixture_seal (fixture->store, 1);
  g_assert_cmpint (ask (fixture, "SELECT score FROM axis_score WHERE axis = 'partners' AND "
                                 "origin = 'computed'"),
                   ==, 25);
  g_assert_cmpint (ask (fixture, "SELECT score FROM axis_score WHERE axis = 'network' AND "
                                 "origin = 'judged' AND evidence = '配線図'"),
                   ==, 31);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM axis_score WHERE axis = 'mobile'"), ==, 0);
}

static void
test_counts_what_is_open (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;
  TagaRoundOpen open;
  guint n_all = 21 + 55 + 25;
  guint n_rechecks = (guint) ask (fixture, "SELECT count(*) FROM recheck");

  g_assert_true (taga_round_count_open (fixture->store, 1, &open, &error));
  g_assert_cmpuint (open.n_unanswered, ==, n_all + 6 + n_rechecks);
  g_assert_cmpuint (open.n_to_confirm, ==, 0);
  g_assert_cmpuint (open.n_assets, ==, 0);

  /* The rule that is not among the five asks nothing. */
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "rule-set", "five");
  answer_some (fixture->store);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "名簿", "medium", "paper", NULL);
  g_assert_true (taga_round_count_open (fixture->store, 1, &open, &error));
  n_rechecks = (guint) ask (fixture, "SELECT count(*) FROM recheck WHERE item NOT LIKE 'backup%'");
  g_assert_cmpuint (open.n_unanswered, ==, n_all + 5 + n_rechecks - 5);
  g_assert_cmpuint (open.n_assets, ==, 1);
  g_assert_cmpuint (open.n_without_risk, ==, 1);

  start (fixture->store, 1);
  g_assert_true (taga_round_count_open (fixture->store, 2, &open, &error));
  g_assert_cmpuint (open.n_to_confirm, ==, 5);
  g_assert_false (taga_round_count_open (fixture->store, 9, &open, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
}

static void
test_stops (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (taga_round_seal (fixture->store, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
  store_fixture_set (fixture->store, TAGA_TYPE_THREAT, 1, "frequency", "2");
}

static void
test_removes_with_all_answers (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (taga_action_remove (fixture->store, TAGA_TYPE_ROUND, 1, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  store_fixture_assert_plain (error);
  g_clear_error (&error);

  answer_some (fixture->store);
  start (fixture->store, 1);
  start (fixture->store, 2);
  store_fixture_add (fixture->store, TAGA_TYPE_PROFILE, "name", "事例", "before", "1", "after", "2",
                     NULL);
  before = store_fixture_digest (fixture->path, FALSE);
  g_assert_true (taga_action_remove (fixture->store, TAGA_TYPE_ROUND, 2, &error));
  g_assert_cmpint (
      ask (fixture, "SELECT count(*) FROM profile WHERE \"before\" = 1 AND \"after\" IS NULL"), ==,
      1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM question WHERE round = 2"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM round WHERE id = 3 AND copied_from IS NULL"),
                   ==, 1);
  store_fixture_assert_whole (fixture->store);
  g_assert_true (taga_history_undo (fixture->store, &error));
  undone = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (undone, ==, before);

  /* From where a sealed round was copied it says for good. */
  store_fixture_seal (fixture->store, 3);
  g_assert_false (taga_round_remove (fixture->store, 2, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_SEALED);
  store_fixture_assert_plain (error);
  g_clear_error (&error);
  g_assert_false (taga_round_remove (fixture->store, 99, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
}

/* A file of before rounds said by which edition they are. */
static void
test_takes_rounds_of_old_files (StoreFixture *fixture, gconstpointer kind)
{
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "fixtures", "version-4.taga", NULL);
  g_autoptr (GBytes) bytes = store_fixture_read_file (old);

  store_fixture_close (fixture);
  store_fixture_write_file (fixture->path, g_bytes_get_data (bytes, NULL),
                            g_bytes_get_size (bytes));
  store_fixture_reopen (fixture);

  g_assert_cmpint (start (fixture->store, 1), ==, 2);
  g_assert_cmpint (
      ask (fixture, "SELECT count(*) FROM \"check\" WHERE round = 2 AND to_confirm = 1"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM question WHERE round = 2"), ==, 25);
  store_fixture_seal (fixture->store, 1);
  store_fixture_seal (fixture->store, 2);
  store_fixture_reopen (fixture);
  g_assert_null (taga_store_get_broken_seals (fixture->store)[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

#define ADD(name, kind, func)                                                                      \
  g_test_add ("/round/" name, StoreFixture, kind, store_fixture_set_up, func,                      \
              store_fixture_tear_down)

  ADD ("a-new-company-has-all-to-answer", NULL, test_a_new_company_has_all_to_answer);
  ADD ("copies-and-marks", NULL, test_copies_and_marks);
  ADD ("starts-empty", NULL, test_starts_empty);
  ADD ("refuses-to-start", NULL, test_refuses_to_start);
  g_test_add ("/round/seals-by-its-own-answers", StoreFixture, NULL, set_up_answered,
              test_seals_by_its_own_answers, store_fixture_tear_down);
  ADD ("writes-scores", NULL, test_writes_scores);
  ADD ("counts-what-is-open", NULL, test_counts_what_is_open);
  ADD ("stops", NULL, test_stops);
  ADD ("removes-with-all-answers", NULL, test_removes_with_all_answers);
  ADD ("takes-rounds-of-old-files", NULL, test_takes_rounds_of_old_files);

  return g_test_run ();
}
