#include <string.h>

#include "cli-fixture.h"
#include "store-fixture.h"

/* Rounds of assessment on the command line. */

#define DO(...) g_free (cli_fixture_do (fixture, __VA_ARGS__, NULL))

static JsonArray *
list (CliFixture *fixture, const char *table, JsonNode **node)
{
  *node = cli_fixture_json (fixture, "list", fixture->path, table, "--json", NULL);
  return json_node_get_array (*node);
}

static void
test_new_seal_compare (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) rounds = NULL;
  g_autoptr (JsonNode) sealed = NULL;
  g_autoptr (JsonNode) comparison = NULL;
  g_autofree char *text = NULL;
  JsonObject *round, *side;

  store_fixture_answer_all (fixture->path);
  id = cli_fixture_do (fixture, "round", fixture->path, "new", "--name", "第2回", "--date",
                       "令和8年12月1日", "--judge", "audit", "--note", "年末の見直し", NULL);
  g_assert_cmpstr (id, ==, "2\n");
  round = json_array_get_object_element (list (fixture, "round", &rounds), 1);
  g_assert_cmpstr (json_object_get_string_member (round, "name"), ==, "第2回");
  g_assert_cmpstr (json_object_get_string_member (round, "date"), ==, "2026-12-01");
  g_assert_cmpstr (json_object_get_string_member (round, "judge"), ==, "audit");
  g_assert_cmpint (json_object_get_int_member (round, "copied_from"), ==, 1);
  g_assert_true (json_object_get_null_member (round, "sealed_on"));

  sealed = cli_fixture_json (fixture, "round", fixture->path, "seal", "1", "--json", NULL);
  round = json_node_get_object (sealed);
  g_assert_cmpint (json_object_get_int_member (round, "id"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (round, "assets"), ==, 6);
  g_assert_true (json_object_has_member (round, "unanswered"));
  g_assert_cmpint (json_object_get_int_member (round, "confirm"), ==, 0);
  g_assert_cmpuint (strlen (json_object_get_string_member (round, "seal")), ==, 64);

  DO ("remove", fixture->path, "asset", "2");
  comparison =
      cli_fixture_json (fixture, "round", fixture->path, "compare", "1", "2", "--json", NULL);
  side = json_object_get_object_member (json_node_get_object (comparison), "before");
  g_assert_cmpint (json_object_get_int_member (side, "assets"), ==, 6);
  g_assert_true (json_object_get_null_member (side, "points"));
  side = json_object_get_object_member (json_node_get_object (comparison), "after");
  g_assert_cmpint (json_object_get_int_member (side, "assets"), ==, 5);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (comparison), "gone"), ==, 1);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (json_node_get_object (comparison), "axes")),
                    ==, 6);

  text = cli_fixture_do (fixture, "round", fixture->path, "compare", "1", "2", NULL);
  g_assert_nonnull (strstr (text, "Assets\t6\t5\n"));
  g_assert_nonnull (strstr (text, "見積書"));
}

/* A sealed round is asked for what it was. */
static void
test_prints_frozen_risks (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *before = NULL;
  g_autofree char *sealed = NULL;
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;

  store_fixture_answer_all (fixture->path);
  before = cli_fixture_do (fixture, "risk", fixture->path, "--round", "1", "--json", NULL);
  DO ("round", fixture->path, "seal");
  sealed = cli_fixture_do (fixture, "risk", fixture->path, "--round", "1", "--json", NULL);
  g_assert_cmpstr (sealed, ==, before);

  DO ("set", fixture->path, "asset", "1", "medium=cloud", "confidentiality=1", "name=別の名");
  DO ("remove", fixture->path, "asset", "2");
  DO ("add", fixture->path, "asset", "name=新しい帳票", "medium=paper");
  after = cli_fixture_do (fixture, "risk", fixture->path, "--round", "1", "--json", NULL);
  g_assert_cmpstr (after, ==, before);
  now = cli_fixture_do (fixture, "risk", fixture->path, "--json", NULL);
  g_assert_nonnull (strstr (now, "新しい帳票"));
}

static void
test_lists_sets_and_adds (CliFixture *fixture, gconstpointer kind)
{
  static const struct
  {
    const char *table;
    guint n;
    const char *line;
  } rows[] = {
    { "threat", 21, "set FILE threat 1 frequency=3 'note=近隣で空き巣'" },
    { "check", 55, "set FILE check 1 answer=2 'evidence=誓約書' evidence_on=2026-11-01" },
    { "question", 25, "set FILE question 25 answer=4 answered_by=山田" },
    { "rule", 6, "set FILE rule 6 answer=3 way=なし" },
    { "round", 1, "set FILE round 1 name=はじめの評価" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = NULL;

      g_assert_cmpuint (json_array_get_length (list (fixture, rows[i].table, &node)), ==,
                        rows[i].n);
      cli_fixture_assert_status (fixture, rows[i].line, 0);
    }

  DO ("add", fixture->path, "round", "name=空の評価");
  DO ("add", fixture->path, "sheet", "name=大阪");
  DO ("add", fixture->path, "question", "sheet=2", "item=1", "answer=1");
  DO ("add", fixture->path, "threat", "item=1", "frequency=2");
  DO ("add", fixture->path, "check", "item=1-1", "answer=4");
  DO ("add", fixture->path, "rule", "item=update", "answer=1");
  cli_fixture_assert_table (fixture, "rule", "id|round|item|answer",
                            "1|1|update|\n2|1|antivirus|\n3|1|password|\n4|1|sharing|\n"
                            "5|1|know|\n6|1|backup|3\n7|2|update|1");
  DO ("verify", fixture->path);
}

static void
test_says_what_is_wrong (CliFixture *fixture, gconstpointer kind)
{
  static const struct
  {
    int status;
    const char *line;
  } cases[] = {
    { 1, "add FILE threat item=99" },
    { 1, "add FILE check round=1 item=1-1 answer=1" },
    { 1, "add FILE check item=12-1" },
    { 1, "add FILE question sheet=1 item=26" },
    { 1, "add FILE rule item=fire" },
    { 1, "add FILE axis_score axis=luck score=3 origin=judged" },
    { 1, "add FILE mapping kind=axis item=1-1 target=luck counts=1" },
    { 1, "add FILE mapping kind=axis item=99-1 target=network counts=1" },
    { 1, "set FILE check 1 answer=9" },
    { 1, "set FILE question 1 answer=9" },
    { 1, "set FILE rule 1 answer=4" },
    { 1, "set FILE round 1 judge=friend" },
    { 1, "set FILE round 1 sealed_on=2026-11-22" },
    { 1, "add FILE sealed_asset round=1 asset=1 name=a" },
    { 1, "round FILE new --from 9" },
    { 1, "round FILE new --judge friend" },
    { 1, "round FILE seal 9" },
    { 1, "round FILE compare 1 9" },
    { 2, "round FILE" },
    { 2, "round FILE open" },
    { 2, "round FILE new 1" },
    { 2, "round FILE new --json" },
    { 2, "round FILE new --from x" },
    { 2, "round FILE new --from -1" },
    { 2, "round FILE new --from 1 --empty" },
    { 2, "round FILE new --name ' '" },
    { 2, "round FILE new --date 2026-02-30" },
    { 2, "round FILE seal x" },
    { 2, "round FILE seal 1 1" },
    { 2, "round FILE seal --name a" },
    { 2, "round FILE compare 1" },
    { 2, "round FILE compare 1 0" },
    { 2, "round FILE compare 1 1 1" },
  };
  g_autofree char *before = cli_fixture_checksum (fixture->path);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    cli_fixture_assert_status (fixture, cases[i].line, cases[i].status);
  after = cli_fixture_checksum (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_sealed_round_refuses (CliFixture *fixture, gconstpointer kind)
{
  static const char *const lines[] = {
    "set FILE threat 1 frequency=1",
    "set FILE check 1 answer=1",
    "set FILE question 1 answer=1",
    "set FILE rule 1 answer=1",
    "set FILE round 1 note=a",
    "set FILE sealed_asset 1 risk=1",
    "add FILE sheet name=支社",
    "remove FILE rule 1",
    "remove FILE round 1",
    "round FILE seal",
    "round FILE seal 1",
    "undo FILE",
    "redo FILE",
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  DO ("add", fixture->path, "asset", "name=名簿", "medium=paper");
  DO ("set", fixture->path, "rule", "1", "answer=2");
  DO ("round", fixture->path, "seal");
  before = cli_fixture_checksum (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    cli_fixture_assert_status (fixture, lines[i], 1);
  after = cli_fixture_checksum (fixture->path);
  g_assert_cmpstr (after, ==, before);

  /* Another edition's answers are not copied, and nothing is lost. */
  DO ("set", fixture->path, "company", "1", "edition=ipa-3.0");
  cli_fixture_assert_status (fixture, "round FILE new", 1);
  DO ("round", fixture->path, "new", "--empty");
  DO ("verify", fixture->path);
}

static void
test_warns_of_a_broken_seal (CliFixture *fixture, gconstpointer kind)
{
  const char *const show[] = { "list", fixture->path, "round", NULL };
  const char *const verify[] = { "verify", fixture->path, NULL };
  g_autofree char *output = NULL;
  g_autofree char *messages = NULL;
  g_autofree char *problems = NULL;

  DO ("round", fixture->path, "seal");
  DO ("verify", fixture->path);
  store_fixture_exec (fixture->path, "UPDATE \"check\" SET answer = 1 WHERE id = 3");
  g_assert_cmpint (cli_fixture_run (fixture, show, &output, &messages), ==, 0);
  g_assert_nonnull (strstr (messages, "“First assessment” was sealed"));
  g_clear_pointer (&output, g_free);
  g_assert_cmpint (cli_fixture_run (fixture, verify, &output, &problems), ==, 1);
  g_assert_nonnull (strstr (problems, "round “First assessment”:"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  cli_fixture_add ("/cli-round/new-seal-compare", "ipa-3.1", test_new_seal_compare);
  cli_fixture_add ("/cli-round/prints-frozen-risks", "ipa-3.1", test_prints_frozen_risks);
  cli_fixture_add ("/cli-round/lists-sets-and-adds", "ipa-3.1", test_lists_sets_and_adds);
  cli_fixture_add ("/cli-round/says-what-is-wrong", "ipa-3.1", test_says_what_is_wrong);
  cli_fixture_add ("/cli-round/a-sealed-round-refuses", "ipa-3.1", test_a_sealed_round_refuses);
  cli_fixture_add ("/cli-round/warns-of-a-broken-seal", "ipa-3.1", test_warns_of_a_broken_seal);

  return g_test_run ();
}
