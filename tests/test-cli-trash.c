#include "cli-fixture.h"

/* Removed assets on the command line. */

static void
test_lists_and_brings_back (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *before =
      cli_fixture_do (fixture, "list", fixture->path, "asset", "--json", NULL);
  g_autofree char *after = NULL;
  g_autoptr (JsonNode) trash = NULL;
  g_autoptr (JsonNode) empty = NULL;
  JsonObject *item;

  g_free (cli_fixture_do (fixture, "remove", fixture->path, "asset", "2", NULL));
  g_free (cli_fixture_do (fixture, "remove", fixture->path, "asset", "7", NULL));
  trash = cli_fixture_json (fixture, "trash", fixture->path, "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (trash)), ==, 2);
  item = json_array_get_object_element (json_node_get_array (trash), 1);
  g_assert_cmpint (json_object_get_int_member (item, "id"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (item, "name"), ==, "見積書");
  g_assert_cmpstr (json_object_get_string_member (item, "medium"), ==, "paper");
  g_assert_true (json_object_has_member (item, "removed"));
  g_assert_true (json_object_has_member (item, "person"));

  g_free (cli_fixture_do (fixture, "trash", fixture->path, "--restore", "7", "2", NULL));
  empty = cli_fixture_json (fixture, "trash", fixture->path, "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (empty)), ==, 0);
  after = cli_fixture_do (fixture, "list", fixture->path, "asset", "--json", NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_says_what_is_wrong (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *before = cli_fixture_checksum (fixture->path);
  g_autofree char *after = NULL;

  g_free (cli_fixture_fail (fixture, 1, "trash", fixture->path, "--restore", "2", NULL));
  g_free (cli_fixture_fail (fixture, 2, "trash", fixture->path, "--restore", NULL));
  g_free (cli_fixture_fail (fixture, 2, "trash", fixture->path, "--restore", "two", NULL));
  g_free (cli_fixture_fail (fixture, 2, "trash", fixture->path, "--restore", "0", NULL));
  g_free (cli_fixture_fail (fixture, 2, "trash", fixture->path, "2", NULL));
  after = cli_fixture_checksum (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  cli_fixture_add ("/cli-trash/lists-and-brings-back", "sample", test_lists_and_brings_back);
  cli_fixture_add ("/cli-trash/says-what-is-wrong", "sample", test_says_what_is_wrong);

  return g_test_run ();
}
