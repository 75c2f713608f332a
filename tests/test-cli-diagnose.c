#include <string.h>

#include "cli-fixture.h"

/* The command "diagnose" as scripts see it: names in JSON, figures, columns, exit statuses. */

#define DO(...) g_free (cli_fixture_do (fixture, __VA_ARGS__, NULL))
#define FAIL(status, ...) g_free (cli_fixture_fail (fixture, status, __VA_ARGS__, NULL))

static void
assert_members (JsonObject *object, const char *names)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GList *member = members; member != NULL; member = member->next)
    g_string_append_printf (text, "%s%s", member == members ? "" : " ",
                            (const char *) member->data);
  g_assert_cmpstr (text->str, ==, names);
}

static JsonObject *
find_element (JsonObject *object, const char *list, const char *key)
{
  JsonArray *array = json_object_get_array_member (object, list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = json_array_get_object_element (array, i);

      if (g_strcmp0 (json_object_get_string_member (element, "key"), key) == 0)
        return element;
    }

  g_assert_not_reached ();
}

static void
test_names (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = cli_fixture_json (fixture, "diagnose", fixture->path, "--json", NULL);
  JsonObject *object = json_node_get_object (node);

  assert_members (object, "round edition groups total regulations self_check axes rules "
                          "security_action roles warnings ladder foreign_answers own_rules");
  assert_members (json_object_get_object_member (object, "total"),
                  "items applicable done partly not_done not_applicable unanswered share state");
  assert_members (find_element (object, "regulations", "people"), "key title needed reasons");
  assert_members (json_object_get_object_member (object, "self_check"),
                  "points most answered questions complete reading parts mean sheets follow_up");
  assert_members (find_element (object, "axes", "mobile"),
                  "key title score computed judged evidence answered applicable");
  assert_members (json_object_get_object_member (object, "security_action"),
                  "readiness declared_stars declared_on review_on review_due");
  assert_members (find_element (object, "roles", "system"), "key title standing filled holders");
  assert_members (json_object_get_object_member (object, "ladder"), "round step next steps");
  assert_members (json_object_get_object_member (object, "own_rules"),
                  "share regulation company-answer mean axis stars ladder");
}

/* The sample company's answers: 6 of 52 applicable items are done; it develops nothing itself. */
static void
test_sample_company (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = cli_fixture_json (fixture, "diagnose", fixture->path, "--json", NULL);
  JsonObject *object = json_node_get_object (node);
  JsonObject *total = json_object_get_object_member (object, "total");
  JsonObject *axis = find_element (object, "axes", "data");

  g_assert_cmpint (json_object_get_int_member (total, "done"), ==, 6);
  g_assert_cmpint (json_object_get_int_member (total, "applicable"), ==, 52);
  g_assert_cmpint (json_object_get_int_member (total, "share"), ==, 12);
  g_assert_cmpstr (
      json_object_get_string_member (find_element (object, "regulations", "development"), "needed"),
      ==, "no");
  g_assert_cmpstr (json_object_get_string_member (find_element (object, "groups", "9"), "state"),
                   ==, "not-applicable");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (axis, "score"), 2.5, 1e-9);
  g_assert_false (json_object_get_boolean_member (axis, "judged"));
}

/* What the company enters shows in figures, in sentences, and in what comes next. */
static void
test_follows_the_records (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object, *check, *next;

  DO ("set", fixture->path, "question", "1", "answer=1");
  DO ("set", fixture->path, "question", "2", "answer=4");
  DO ("add", fixture->path, "axis_score", "round=1", "axis=partners", "score=3.5", "origin=judged",
      "evidence=契約書");
  DO ("add", fixture->path, "person", "name=佐藤 花子", "left_on=2020-03-31");
  DO ("add", fixture->path, "role", "item=system", "person=1");

  node = cli_fixture_json (fixture, "diagnose", fixture->path, "--json", NULL);
  object = json_node_get_object (node);
  check = json_object_get_object_member (object, "self_check");
  g_assert_cmpint (json_object_get_int_member (check, "points"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (check, "answered"), ==, 2);
  g_assert_true (json_object_get_null_member (check, "reading"));
  g_assert_true (json_object_get_null_member (check, "mean"));
  g_assert_cmpint (json_object_get_int_member (find_element (check, "follow_up", "2"), "answer"),
                   ==, 4);
  g_assert_cmpfloat_with_epsilon (
      json_object_get_double_member (find_element (object, "axes", "partners"), "score"), 3.5,
      1e-9);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "warnings")), ==,
                    1);

  next = json_object_get_object_member (json_object_get_object_member (object, "ladder"), "next");
  g_assert_cmpstr (json_object_get_string_member (next, "key"), ==, "answer-rule");
  g_assert_cmpstr (json_object_get_string_member (next, "page"), ==, "self-check");
  g_assert_cmpstr (json_object_get_string_member (next, "item"), ==, "update");
}

/* Another round has answers of its own; one that is not there is told. */
static void
test_rounds (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  JsonObject *total;

  DO ("add", fixture->path, "round", "name=第2回評価");
  second = cli_fixture_json (fixture, "diagnose", fixture->path, "--json", NULL);
  first = cli_fixture_json (fixture, "diagnose", fixture->path, "--round", "1", "--json", NULL);

  total = json_object_get_object_member (json_node_get_object (second), "total");
  g_assert_cmpint (json_object_get_int_member (total, "unanswered"), ==, 55);
  g_assert_true (json_object_get_null_member (total, "share"));
  total = json_object_get_object_member (json_node_get_object (first), "total");
  g_assert_cmpint (json_object_get_int_member (total, "unanswered"), ==, 0);

  FAIL (1, "diagnose", fixture->path, "--round", "7");
  FAIL (1, "diagnose", "nowhere.taga");
  cli_fixture_assert_status (fixture, "diagnose", 2);
  cli_fixture_assert_status (fixture, "diagnose FILE extra", 2);
  cli_fixture_assert_status (fixture, "diagnose FILE --round x", 2);
}

/* As lines: no tab or line break of what people entered shifts a column. */
static void
test_lines (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *before = cli_fixture_checksum (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_headings = 0;

  output = cli_fixture_do (fixture, "diagnose", fixture->path, NULL);
  after = cli_fixture_checksum (fixture->path);
  g_assert_cmpstr (before, ==, after);

  g_assert_nonnull (strstr (output, "9\tSystem development and maintenance\tdoes not apply\t-\t"));
  g_assert_nonnull (strstr (output, "telework\tTelework measures\tneeded\t7-6 7-7\n"));
  g_assert_nonnull (strstr (output, "The company (lowest answers)\t20/100\t3/20\t14/52\t3/28"));
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n_headings += g_str_has_prefix (lines[i], "# ");
  g_assert_cmpuint (n_headings, ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  cli_fixture_add ("/cli-diagnose/names", "ipa-3.1", test_names);
  cli_fixture_add ("/cli-diagnose/sample-company", "sample", test_sample_company);
  cli_fixture_add ("/cli-diagnose/follows-the-records", "ipa-3.0", test_follows_the_records);
  cli_fixture_add ("/cli-diagnose/rounds", "sample", test_rounds);
  cli_fixture_add ("/cli-diagnose/lines", "sample", test_lines);

  return g_test_run ();
}
