#include <string.h>

#include "cli-fixture.h"

/* What to do first, on the command line. */

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

static void
add_cost (CliFixture *fixture, const char *item, const char *cost)
{
  g_autofree char *of_item = g_strdup_printf ("item=%s", item);
  g_autofree char *in_yen = g_strdup_printf ("cost=%s", cost);

  g_free (cli_fixture_do (fixture, "add", fixture->path, "cost", of_item, in_yen, NULL));
}

static gint64
get_first_int (JsonArray *sets, const char *member)
{
  return json_object_get_int_member (json_array_get_object_element (sets, 0), member);
}

/* What advice starts from is what the command "risk" prints. */
static void
assert_counts (CliFixture *fixture, JsonObject *before)
{
  g_autoptr (JsonNode) node = cli_fixture_json (fixture, "risk", fixture->path, "--json", NULL);
  JsonArray *risks = json_node_get_array (node);
  gint64 sum = 0;
  gint64 n_large = 0;

  for (guint i = 0; i < json_array_get_length (risks); i++)
    {
      JsonObject *risk = json_array_get_object_element (risks, i);

      if (!json_object_get_null_member (risk, "risk"))
        sum += json_object_get_int_member (risk, "risk");
      if (g_str_equal (json_object_get_string_member (risk, "band"), "large"))
        n_large++;
    }
  g_assert_cmpint (json_object_get_int_member (before, "sum"), ==, sum);
  g_assert_cmpint (json_object_get_int_member (before, "large"), ==, n_large);
  g_assert_cmpint (n_large, >, 0);
}

static void
test_prints_stable_json (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *checksum = cli_fixture_checksum (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (JsonNode) node = cli_fixture_json (fixture, "advise", fixture->path, "--json", NULL);
  JsonObject *advice = json_node_get_object (node);
  JsonArray *items = json_object_get_array_member (advice, "items");
  JsonArray *sets = json_object_get_array_member (advice, "sets");
  JsonObject *plan = json_object_get_object_member (advice, "plan");
  JsonObject *best = json_object_get_object_member (plan, "best");
  JsonArray *planned;

  assert_members (advice, "round answered before items sets plan");
  assert_members (json_object_get_object_member (advice, "before"),
                  "large medium small unknown sum");
  assert_members (
      best, "checks cost cost_not_entered planned planned_by vulnerability fewer fall after moved");
  assert_members (json_object_get_object_member (best, "fewer"), "large medium");
  assert_members (plan, "budget best runner_up more");
  assert_counts (fixture, json_object_get_object_member (advice, "before"));

  /* Without a budget the best is all that can be reached, and more money brings nothing. */
  g_assert_true (json_object_get_null_member (plan, "budget"));
  g_assert_true (json_object_get_null_member (plan, "more"));
  g_assert_cmpint (get_first_int (sets, "fall"), <=, json_object_get_int_member (best, "fall"));
  g_assert_cmpint (get_first_int (items, "fall"), <=, get_first_int (sets, "fall"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (best, "cost_not_entered")),
                    ==, 0);

  /* Of ¥770,000 the sample's measures have planned 270,000 already, under their own names. */
  g_assert_cmpint (json_object_get_int_member (best, "cost"), ==, 500000);
  planned = json_object_get_array_member (best, "planned_by");
  g_assert_cmpuint (json_array_get_length (planned), >, 0);
  g_assert_true (json_object_has_member (json_array_get_object_element (planned, 0), "check"));
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (planned, 0), "measure"), !=,
      "");

  after = cli_fixture_checksum (fixture->path);
  g_assert_cmpstr (after, ==, checksum);
}

/* A small company: paper, of which one check item is done; the cheapest two lift it. */
static void
make_paper (CliFixture *fixture)
{
  static const char *const items[] = {
    "2-1", "2-2", "2-3", "3-3", "3-4", "3-5", "3-7", "6-1", "6-2"
  };
  static const char *const costs[] = { "90000", "90000", "90000", "90000", "90000",
                                       "90000", "90000", "20000", "30000" };

  g_free (cli_fixture_do (fixture, "add", fixture->path, "asset", "name=契約書", "medium=paper",
                          "confidentiality=2", "integrity=1", "availability=1", NULL));
  g_free (cli_fixture_do (fixture, "set", fixture->path, "threat", "1", "frequency=3", NULL));
  g_free (cli_fixture_do (fixture, "set", fixture->path, "check", "9", "answer=1", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    add_cost (fixture, items[i], costs[i]);
}

static void
test_plans_a_budget (CliFixture *fixture, gconstpointer kind)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  g_autofree char *poor = NULL;
  JsonObject *plan, *best, *more;

  make_paper (fixture);
  add_cost (fixture, "6-3", "40000");
  node = cli_fixture_json (fixture, "advise", fixture->path, "--budget", "620000", "--json", NULL);
  plan = json_object_get_object_member (json_node_get_object (node), "plan");
  best = json_object_get_object_member (plan, "best");
  more = json_object_get_object_member (plan, "more");
  g_assert_cmpint (json_object_get_int_member (plan, "budget"), ==, 620000);
  g_assert_cmpint (json_object_get_int_member (best, "cost"), ==, 50000);
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (best, "vulnerability"), "paper"),
      ==, 2);
  g_assert_cmpint (json_object_get_int_member (more, "cost"), ==, 720000);
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (more, "vulnerability"), "paper"),
      ==, 1);

  text = cli_fixture_do (fixture, "advise", fixture->path, "--budget", "620000", NULL);
  g_assert_nonnull (strstr (text, "Now: large 1, medium 0, small 0, not known 0; "));
  g_assert_nonnull (
      strstr (text, "\nThe best with ¥620,000\n  Paper documents 3 → 2\n    large -1, "));
  g_assert_nonnull (strstr (text, "; ¥50,000\n    6-1 "));
  g_assert_nonnull (strstr (text, "\nThe best with ¥100,000 more\n  Paper documents 3 → 1, "));
  g_assert_null (strstr (text, "not entered"));

  poor = cli_fixture_do (fixture, "advise", fixture->path, "--budget", "0", NULL);
  g_assert_nonnull (strstr (poor, "\nThe best with ¥0\n  Nothing to do\n"));
}

static void
test_says_which_cost_is_missing (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *text = NULL;
  g_autofree char *rich = NULL;

  make_paper (fixture);
  text = cli_fixture_do (fixture, "advise", fixture->path, NULL);
  g_assert_nonnull (strstr (text, "¥680,000 and 1 item whose cost is not entered"));
  g_assert_nonnull (strstr (text, "    6-3 "));
  g_assert_nonnull (strstr (text, " (cost not entered)\n"));
  g_assert_nonnull (strstr (text, "were taken as free"));

  rich = cli_fixture_do (fixture, "advise", fixture->path, "--budget", "999999", NULL);
  g_assert_nonnull (strstr (rich, "\n¥100,000 more would bring no more.\n"));
}

static void
test_advises_by_round (CliFixture *fixture, gconstpointer kind)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *round = NULL;
  g_autofree char *text = NULL;

  make_paper (fixture);
  round = cli_fixture_do (fixture, "add", fixture->path, "round", "name=次回", NULL);
  g_strstrip (round);
  text = cli_fixture_do (fixture, "advise", fixture->path, "--round", round, NULL);
  g_assert_nonnull (strstr (text, "No check item of this round is answered yet"));
  node = cli_fixture_json (fixture, "advise", fixture->path, "--round", "1", "--json", NULL);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (node), "answered"));
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "round"), ==, 1);
}

static void
test_says_what_is_wrong (CliFixture *fixture, gconstpointer kind)
{
  static const char *const budgets[] = {
    "-1", "1.5", "ten", "", "500,000", "10000000000001", "99999999999999999999999"
  };
  g_autofree char *missing = cli_fixture_path (fixture, "no.taga");
  g_autofree char *no_round = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (budgets); i++)
    {
      g_autofree char *option = g_strdup_printf ("--budget=%s", budgets[i]);
      g_autofree char *sentence =
          cli_fixture_fail (fixture, 2, "advise", fixture->path, option, NULL);

      g_assert_nonnull (strstr (sentence, "--budget must be a whole number of yen"));
    }

  no_round = cli_fixture_fail (fixture, 1, "advise", fixture->path, "--round", "77", NULL);
  g_assert_nonnull (strstr (no_round, "There is no round 77"));
  g_free (cli_fixture_fail (fixture, 1, "advise", missing, NULL));
  g_free (cli_fixture_fail (fixture, 2, "advise", NULL));
  g_free (cli_fixture_fail (fixture, 2, "advise", fixture->path, "extra", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  cli_fixture_add ("/cli-advise/prints-stable-json", "sample", test_prints_stable_json);
  cli_fixture_add ("/cli-advise/plans-a-budget", "ipa-3.1", test_plans_a_budget);
  cli_fixture_add ("/cli-advise/says-which-cost-is-missing", "ipa-3.1",
                   test_says_which_cost_is_missing);
  cli_fixture_add ("/cli-advise/advises-by-round", "ipa-3.1", test_advises_by_round);
  cli_fixture_add ("/cli-advise/says-what-is-wrong", "ipa-3.1", test_says_what_is_wrong);

  return g_test_run ();
}
