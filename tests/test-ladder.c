#include <string.h>

#include <glib.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-answer-record.h"
#include "taga-asset.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-declaration.h"
#include "taga-ladder.h"
#include "taga-measure.h"
#include "taga-person.h"
#include "taga-role.h"
#include "taga-round-start.h"
#include "taga-rule.h"
#include "taga-self-answer.h"
#include "taga-threat.h"

/* A company climbs the ladder: after each thing it does, the next one is told. */

static TagaLadder *
read_ladder (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  TagaLadder *ladder = taga_ladder_read (store, &error);

  g_assert_no_error (error);
  return ladder;
}

static void
assert_text (const char *text)
{
  g_assert_cmpuint (strlen (text), >, 0);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strpbrk (text, "{}"));
}

/* Step, page and item are what a button on the screen goes by. */
static void
assert_next (TagaStore *store, const char *move, guint step, const char *page, const char *item)
{
  g_autoptr (TagaLadder) ladder = read_ladder (store);

  g_test_message ("%s: %s", ladder->title, ladder->reason);
  g_assert_cmpstr (taga_ladder_move_to_key (ladder->move), ==, move);
  g_assert_cmpuint (ladder->current, ==, step);
  g_assert_cmpstr (ladder->page, ==, page);
  g_assert_cmpstr (ladder->item, ==, item);
  assert_text (ladder->title);
  assert_text (ladder->reason);
  for (guint i = 0; i < TAGA_N_STEPS; i++)
    {
      assert_text (ladder->steps[i].title);
      assert_text (ladder->steps[i].state);
      g_assert_cmpfloat (ladder->steps[i].progress, >=, 0);
      g_assert_cmpfloat (ladder->steps[i].progress, <=, 1);
    }
}

/* A new file has a record for each rule and question, in their order. */
static void
keep_rules (TagaStore *store)
{
  for (gint64 i = 1; i <= 6; i++)
    {
      store_fixture_set (store, TAGA_TYPE_RULE, i, "answer", i == 3 ? "3" : "1");
      store_fixture_set (store, TAGA_TYPE_RULE, i, "way", i == 2 ? " " : "毎月、総務が確かめる");
    }
}

static void
answer_question (TagaStore *store, gint64 question, const char *answer)
{
  store_fixture_set (store, TAGA_TYPE_SELF_ANSWER, question, "answer", answer);
}

static void
climb_first_steps (TagaStore *store)
{
  assert_next (store, "answer-rule", 0, "self-check", "update");
  keep_rules (store);
  assert_next (store, "keep-rule", 0, "self-check", "password");
  store_fixture_set (store, TAGA_TYPE_RULE, 3, "answer", "2");
  assert_next (store, "describe-rule", 0, "self-check", "antivirus");
  store_fixture_set (store, TAGA_TYPE_RULE, 2, "way", "全台に入れて自動更新");
  assert_next (store, "start-self-check", 1, "self-check", "1");

  for (gint64 i = 1; i <= 24; i++)
    answer_question (store, i, i == 7 ? "4" : i == 3 || i > 14 ? "3" : "1");
  assert_next (store, "answer-question", 1, "self-check", "25");
  answer_question (store, 25, "1");
  assert_next (store, "clear-question", 1, "self-check", "7");
  answer_question (store, 7, "1");
  assert_next (store, "mend-question", 1, "self-check", "3");
  for (gint64 i = 15; i <= 20; i++)
    answer_question (store, i, "1");
  assert_next (store, "publish-policy", 1, "self-check", "declaration");
  store_fixture_add (store, TAGA_TYPE_DECLARATION, "stars", "2", "policy-url",
                     "https://example.com/policy", NULL);
}

static void
fill_roles (TagaStore *store)
{
  static const char *const roles[] = { "responsible", "department", "system", "education",
                                       "inspection" };

  assert_next (store, "fill-role", 2, "company", "responsible");
  store_fixture_add (store, TAGA_TYPE_PERSON, "name", "佐藤 花子", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    store_fixture_add (store, TAGA_TYPE_ROLE, "item", roles[i], "person", "1", NULL);
}

/* Answers all items of a list alike; of the threats only those to paper, the only medium in use. */
static void
answer_all (TagaStore *store, GType type, const char *list, const char *group, gint64 number)
{
  guint n;
  const TagaItem *items = taga_edition_get_items (taga_store_get_edition (store), list, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TagaAnswerRecord) record = NULL;

      if (group != NULL && !g_str_equal (items[i].group, group))
        continue;
      record = taga_answer_record_load (store, type, items[i].key, &error);
      g_assert_no_error (error);
      taga_answer_record_change (record, number, &error);
      g_assert_no_error (error);
    }
}

static void
climb_analysis (TagaStore *store)
{
  assert_next (store, "add-asset", 2, "assets", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "契約書", "medium", "paper", NULL);
  assert_next (store, "rate-asset", 2, "assets", NULL);
  store_fixture_set (store, TAGA_TYPE_ASSET, 1, "confidentiality", "3");
  store_fixture_set (store, TAGA_TYPE_ASSET, 1, "integrity", "1");
  store_fixture_set (store, TAGA_TYPE_ASSET, 1, "availability", "1");
  assert_next (store, "answer-threat", 2, "threats", "1");
  answer_all (store, TAGA_TYPE_THREAT, "threat", "paper", 3);
  assert_next (store, "answer-check", 2, "checks", "1-1");
  answer_all (store, TAGA_TYPE_CHECK, "check", NULL, 3);
  assert_next (store, "treat-risk", 2, "risks", NULL);
  store_fixture_set (store, TAGA_TYPE_ASSET, 1, "treatment", "reduce");
  assert_next (store, "plan-measure", 2, "risks", "measures");
  store_fixture_add (store, TAGA_TYPE_MEASURE, "name", "鍵付きの棚", "status", "todo",
                     "planned-end", "2027-03-31", NULL);
  store_fixture_add (store, TAGA_TYPE_MEASURE, "name", "持ち出し台帳", "status", "doing",
                     "planned-end", "2026-12-28", NULL);
  store_fixture_add (store, TAGA_TYPE_MEASURE, "name", "期限なし", NULL);
}

static void
start_round (TagaStore *store)
{
  g_autoptr (GError) error = NULL;

  taga_round_start (store, "第2回評価", NULL, NULL, NULL, 1, NULL, &error);
  g_assert_no_error (error);
}

static void
confirm (TagaStore *store, GType type, gint64 first, gint64 last)
{
  for (gint64 i = first; i <= last; i++)
    store_fixture_set (store, type, i, "to-confirm", "0");
}

static void
climb_spiral (TagaStore *store)
{
  assert_next (store, "seal-round", 3, "rounds", NULL);
  store_fixture_seal (store, 1);
  assert_next (store, "finish-measure", 3, "risks", "measures/2");
  for (gint64 i = 1; i <= 3; i++)
    store_fixture_set (store, TAGA_TYPE_MEASURE, i, "status", "done");
  assert_next (store, "start-round", 3, "rounds", NULL);

  start_round (store);
  assert_next (store, "confirm-rule", 3, "self-check", "update");
  confirm (store, TAGA_TYPE_RULE, 7, 12);
  assert_next (store, "confirm-question", 3, "self-check", "1");
  confirm (store, TAGA_TYPE_SELF_ANSWER, 26, 50);
  assert_next (store, "confirm-threat", 3, "threats", "1");
  confirm (store, TAGA_TYPE_THREAT, 22, 42);
  assert_next (store, "confirm-check", 3, "checks", "1-1");
  confirm (store, TAGA_TYPE_CHECK, 56, 110);
  assert_next (store, "seal-round", 3, "rounds", NULL);
}

static void
test_a_company_climbs (StoreFixture *fixture, gconstpointer data)
{
  climb_first_steps (fixture->store);
  fill_roles (fixture->store);
  climb_analysis (fixture->store);
  climb_spiral (fixture->store);
}

/* What the company accepts needs no treatment: the line decides, and an empty one is the medium
 * band. */
static void
test_the_line_decides (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *line;
    gboolean is_above;
  } rows[] = { { NULL, TRUE }, { "1", TRUE }, { "9", TRUE }, { "10", FALSE } };
  TagaStore *store = fixture->store;

  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "契約書", "medium", "paper", "confidentiality",
                     "3", "integrity", "1", "availability", "1", "threat-reason", "実例",
                     "threat-override", "3", "vulnerability-reason", "未対策",
                     "vulnerability-override", "3", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TagaLadder) ladder = NULL;

      store_fixture_set (store, TAGA_TYPE_COMPANY, 1, "acceptance", rows[i].line);
      ladder = read_ladder (store);
      g_assert_cmpuint (ladder->facts.n_risks, ==, rows[i].is_above);
      g_assert_cmpuint (ladder->facts.n_treated, ==, 0);
    }
}

/* Only the threats to media that some asset uses are asked for. */
static void
test_unused_media_are_not_asked_for (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaLadder) none = read_ladder (fixture->store);
  g_autoptr (TagaLadder) paper = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "契約書", "medium", "paper", NULL);
  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "廃棄済み", "medium", "server",
                     "retired-on", "2026-01-01", NULL);
  paper = read_ladder (fixture->store);

  g_assert_cmpuint (none->facts.n_threats, ==, 0);
  g_assert_cmpuint (paper->facts.n_threats, ==, 4);
  g_assert_cmpuint (paper->facts.n_assets, ==, 1);
}

/* A company that has its register and no rules is still sent to the rules first. */
static void
test_sample_company (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaLadder) ladder = read_ladder (fixture->store);

  g_assert_cmpstr (taga_ladder_move_to_key (ladder->move), ==, "keep-rule");
  g_assert_cmpuint (ladder->facts.n_assets, ==, 44);
  g_assert_cmpfloat (ladder->steps[2].progress, >, 0.4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (taga_data_get_resource ());

#define add(path, kind, test)                                                                      \
  g_test_add (path, StoreFixture, kind, store_fixture_set_up, test, store_fixture_tear_down)
  add ("/ladder/a-company-climbs", NULL, test_a_company_climbs);
  add ("/ladder/the-line-decides", NULL, test_the_line_decides);
  add ("/ladder/unused-media-are-not-asked-for", NULL, test_unused_media_are_not_asked_for);
  add ("/ladder/sample-company", "sample", test_sample_company);
#undef add

  return g_test_run ();
}
