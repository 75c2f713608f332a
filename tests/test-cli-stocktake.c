#include "cli-fixture.h"
#include "stocktake-fixture.h"

#include <glib/gstdio.h>

/* Stock-taking on the command line, as a script does it. */

static gint64
get_number (JsonNode *node, const char *member)
{
  return json_object_get_int_member (json_node_get_object (node), member);
}

static void
test_whole_round (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *folder = cli_fixture_path (fixture, "依頼");
  g_autofree char *sales = g_build_filename (folder, "情報資産の棚卸し_営業部.xlsx", NULL);
  g_autofree char *filled = cli_fixture_path (fixture, "戻り.xlsx");
  g_autofree char *names = NULL;
  g_autofree char *taken = NULL;
  g_autoptr (StocktakeBook) book = NULL;
  g_autoptr (JsonNode) status = NULL;
  g_autoptr (JsonNode) dry = NULL;
  g_autoptr (JsonNode) done = NULL;
  JsonObject *conflict;

  g_free (cli_fixture_do (fixture, "stocktake", fixture->path, "start", "--due", "2030-12-15",
                          "--department", "営業部", "総務部", NULL));
  status = cli_fixture_json (fixture, "stocktake", fixture->path, "status", "--json", NULL);
  g_assert_cmpint (get_number (status, "id"), ==, 1);
  g_assert_cmpint (
      json_object_get_int_member (
          json_object_get_object_member (json_node_get_object (status), "sum"), "open"),
      ==, 26);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  names = cli_fixture_do (fixture, "stocktake", fixture->path, "send", folder, NULL);
  g_assert_cmpstr (names, ==, "情報資産の棚卸し_営業部.xlsx\n情報資産の棚卸し_総務部.xlsx\n");
  g_free (cli_fixture_fail (fixture, 1, "stocktake", fixture->path, "send", folder, NULL));

  book = stocktake_book_read (sales);
  stocktake_book_answer (book, "そのまま");
  stocktake_book_set (book, "受注台帳", "保存期限", "10年");
  stocktake_book_set (book, "名刺", "保存期限", "1年");
  stocktake_book_write (book, filled);
  g_free (cli_fixture_do (fixture, "set", fixture->path, "asset", "6", "retention=2年", NULL));

  dry = cli_fixture_json (fixture, "stocktake", fixture->path, "return", filled, "--dry-run",
                          "--json", NULL);
  done = cli_fixture_json (fixture, "stocktake", fixture->path, "return", filled, "--json", NULL);
  g_assert_true (json_node_equal (dry, done));
  g_assert_cmpint (get_number (done, "changed"), ==, 1);
  g_assert_cmpint (get_number (done, "confirmed"), ==, 8);
  g_assert_cmpint (get_number (done, "refused"), ==, 1);
  g_assert_cmpint (get_number (done, "same"), ==, 8);
  conflict = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (done), "conflicts"), 0);
  g_assert_cmpint (json_object_get_int_member (conflict, "asset"), ==, 6);
  g_assert_cmpstr (json_object_get_string_member (conflict, "field"), ==, "retention");
  g_assert_cmpstr (json_object_get_string_member (conflict, "theirs"), ==, "1年");
  g_assert_cmpstr (json_object_get_string_member (conflict, "ours"), ==, "2年");

  taken = cli_fixture_do (fixture, "stocktake", fixture->path, "status", NULL);
  g_assert_nonnull (strstr (taken, "営業部: 9 of 10 checked (as it is 8, changed 1, retired 0), "
                                   "answers not taken over 1"));
  g_free (cli_fixture_do (fixture, "stocktake", fixture->path, "close", NULL));
  g_free (cli_fixture_fail (fixture, 1, "stocktake", fixture->path, "status", NULL));
  g_free (cli_fixture_do (fixture, "verify", fixture->path, NULL));

  g_unlink (sales);
  g_free (sales);
  sales = g_build_filename (folder, "情報資産の棚卸し_総務部.xlsx", NULL);
  g_unlink (sales);
  g_rmdir (folder);
}

static void
test_tells_what_is_wrong (CliFixture *fixture, gconstpointer kind)
{
  static const char *const lines[][3] = {
    { NULL },
    { "begin" },
    { "start", "営業部" },
    { "start", "--due=someday" },
    { "send" },
    { "status", "--dry-run" },
    { "close", "now" },
    { "return" },
    { "close", "--json" },
  };
  g_autofree char *before = cli_fixture_checksum (fixture->path);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_free (
        cli_fixture_fail (fixture, 2, "stocktake", fixture->path, lines[i][0], lines[i][1], NULL));

  /* Right in itself, but not now. */
  g_free (cli_fixture_fail (fixture, 1, "stocktake", fixture->path, "send", ".", NULL));
  g_free (cli_fixture_fail (fixture, 1, "stocktake", fixture->path, "close", NULL));
  g_free (cli_fixture_fail (fixture, 1, "stocktake", fixture->path, "return", "x.xlsx", NULL));
  g_free (cli_fixture_fail (fixture, 1, "stocktake", fixture->path, "start", "--department",
                            "経理部", NULL));
  after = cli_fixture_checksum (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  cli_fixture_add ("/cli-stocktake/whole-round", "sample", test_whole_round);
  cli_fixture_add ("/cli-stocktake/tells-what-is-wrong", "sample", test_tells_what_is_wrong);

  return g_test_run ();
}
