#include <linux/capability.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "cli-fixture.h"
#include "store-fixture.h"

/* The command line and the files that it is given: nothing is lost, whatever they are. */

#define DO(...) g_free (cli_fixture_do (fixture, __VA_ARGS__, NULL))
#define FAIL(status, ...) g_free (cli_fixture_fail (fixture, status, __VA_ARGS__, NULL))

static void
test_makes_a_company_file (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *output = NULL;

  output = cli_fixture_do (fixture, "new", "有限会社 タガ屋.taga", "--name",
                           " 有限会社タガ屋\n本店 ", NULL);
  g_assert_cmpstr (output, ==, "");
  g_free (fixture->path);
  fixture->path = cli_fixture_path (fixture, "有限会社 タガ屋.taga");

  cli_fixture_assert_table (fixture, "company", "id|name|edition|fictitious|fiscal_month|industry",
                            "1|有限会社タガ屋 本店|ipa-3.1||4|");
  cli_fixture_assert_table (fixture, "asset", "id", "");
  cli_fixture_assert_table (fixture, "round", "id|judge|sealed_on", "1|self|");
  DO ("verify", fixture->path);

  cli_fixture_assert_status (fixture, "new 旧版.taga --edition ipa-3.0", 0);
  cli_fixture_assert_status (fixture, "new 無題.taga", 0);
}

static void
test_overwrites_nothing (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *other = cli_fixture_write (fixture, "メモ.txt", "大事なメモ", -1);
  g_autofree char *link = cli_fixture_path (fixture, "連結.taga");
  const char *paths[] = { fixture->path, other };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *before = cli_fixture_checksum (paths[i]);
      g_autofree char *after = NULL;

      FAIL (1, "new", paths[i]);
      FAIL (1, "new", paths[i], "--sample", "mechatro");
      after = cli_fixture_checksum (paths[i]);
      g_assert_cmpstr (before, ==, after);
    }

  FAIL (1, "new", fixture->folder);
  FAIL (1, "new", "ない/会社.taga");
  FAIL (1, "new", "見本.taga", "--sample", "nix");
  FAIL (1, "new", "見本.taga", "--sample", "../samples/mechatro");
  g_assert_cmpint (symlink ("どこにもない.taga", link), ==, 0);
  FAIL (1, "new", link);
}

static void
test_verifies (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *counts = cli_fixture_do (fixture, "verify", fixture->path, NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *half = NULL;
  gsize length;

  g_assert_nonnull (strstr (counts, "asset\t44\n"));
  g_assert_nonnull (strstr (counts, "check\t110\n"));

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  half = cli_fixture_write (fixture, "半分.taga", bytes, (gssize) length / 2);
  FAIL (1, "verify", half);
  FAIL (1, "list", half, "asset");
  FAIL (1, "set", half, "asset", "1", "name=a");
  memset (bytes + 3 * 4096, 0x5a, length - 3 * 4096);
  g_free (cli_fixture_write (fixture, "半分.taga", bytes, (gssize) length));
  FAIL (1, "verify", half);

  /* A file that opens, but does not hold together. */
  store_fixture_exec (fixture->path, "PRAGMA foreign_keys = OFF; UPDATE threat SET round = 99 "
                                     "WHERE id = 3");
  FAIL (1, "verify", fixture->path);
}

static void
test_refuses_foreign_files (CliFixture *fixture, gconstpointer data)
{
  static const char *const commands[][4] = {
    { "list", "asset" },
    { "risk" },
    { "set", "asset", "1", "name=a" },
    { "add", "asset", "name=a" },
    { "history" },
    { "undo" },
    { "redo" },
    { "verify" },
    { "remove", "asset", "1" },
    { "export", "x.xlsx" },
    { "import", "x.csv" },
  };
  static const char *const files[][2] = {
    { "ない.taga", NULL },
    { "空.taga", "" },
    { "文章.taga", "これは会社のファイルではありません。\n" },
    { "札だけ.taga", "SQLite format 3" },
    { "家.csv", "情報資産名称,備考\n顧客名簿,\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      if (files[i][1] != NULL)
        g_free (cli_fixture_write (fixture, files[i][0], files[i][1], -1));
      for (guint j = 0; j < G_N_ELEMENTS (commands); j++)
        {
          const char *words[] = { commands[j][0], files[i][0],    commands[j][1],
                                  commands[j][2], commands[j][3], NULL };
          g_autofree char *line = g_strjoinv (" ", (char **) words);

          cli_fixture_assert_status (fixture, line, 1);
        }
      if (files[i][1] == NULL)
        g_assert_false (g_file_test (files[i][0], G_FILE_TEST_EXISTS));
    }

  FAIL (1, "list", fixture->folder, "asset");
  FAIL (1, "list", "/dev/null", "asset");
}

/* The superuser writes where nobody may; without these rights he is like everybody. */
static void
drop_rights (gpointer user_data)
{
  prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
  prctl (PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
}

static gboolean
may_write (CliFixture *fixture)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autofree char *output = NULL;
  g_autofree char *messages = NULL;

  g_ptr_array_add (command, (gpointer) "test");
  g_ptr_array_add (command, (gpointer) "-w");
  g_ptr_array_add (command, fixture->path);

  return cli_fixture_spawn (fixture, command, NULL, &output, &messages) == 0;
}

static void
test_leaves_a_write_protected_file (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *before = cli_fixture_checksum (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *export = NULL;

  fixture->prepare = drop_rights;
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  if (may_write (fixture))
    {
      g_test_skip ("the superuser cannot give up his rights here");
      return;
    }

  cli_fixture_assert_table (fixture, "company", "id", "1");
  export = cli_fixture_do (fixture, "export", fixture->path, "台帳.csv", NULL);
  FAIL (1, "set", fixture->path, "asset", "1", "name=a");
  FAIL (1, "add", fixture->path, "asset", "name=a");
  FAIL (1, "remove", fixture->path, "asset", "1");
  FAIL (1, "import", fixture->path, "台帳.csv");
  DO ("import", fixture->path, "台帳.csv", "--dry-run");

  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  FAIL (1, "list", fixture->path, "asset");
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);

  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  FAIL (1, "new", "新.taga");
  FAIL (1, "export", fixture->path, "台帳.xlsx");
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);

  after = cli_fixture_checksum (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_takes_any_name (CliFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "-会社.taga", "R8:会社.taga", "100% 'わが社' \"A&B\".taga",
                                       "--json",     "file:会社",    ":memory:" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *source = g_strconcat (names[i], ".csv", NULL);
      g_autofree char *table = NULL;

      DO ("new", "--", names[i]);
      DO ("add", "--", names[i], "asset", "name=帳簿");
      DO ("export", "--", names[i], source);
      DO ("import", "--dry-run", "--", names[i], source);
      table = cli_fixture_do (fixture, "list", "--json", "--", names[i], "asset", NULL);
      g_assert_nonnull (strstr (table, "\"name\":\"帳簿\""));
    }
}

static void
test_writes_reports (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *kept = cli_fixture_write (fixture, "前から.xlsx", "大事なもの", -1);
  g_autofree char *before = cli_fixture_checksum (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *output = NULL;

  output = cli_fixture_do (fixture, "export", fixture->path, "台帳.xlsx", NULL);
  g_assert_nonnull (strstr (output, " 44\n"));
  DO ("export", fixture->path, "台帳 A3.xlsx", "--report", "register", "--paper", "a3");
  FAIL (1, "export", fixture->path, "台帳.xlsx");
  FAIL (1, "export", fixture->path, "台帳.nix");
  FAIL (1, "export", fixture->path, "台帳.csv", "--report", "nix");
  FAIL (1, "export", fixture->path, "ない/台帳.xlsx");
  FAIL (1, "export", fixture->path, fixture->folder);
  FAIL (1, "export", fixture->path, fixture->path, "--replace");

  FAIL (1, "export", fixture->path, kept);
  g_assert_true (g_file_get_contents (kept, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "大事なもの");
  DO ("export", fixture->path, kept, "--replace");
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (kept, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "PK"));

  after = cli_fixture_checksum (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* A list that was cut short must not pass for the whole. */
static void
test_says_when_its_output_is_cut (CliFixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "list FILE asset --json", "risk FILE", "history FILE",
                                          "verify FILE" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GPtrArray) command = g_ptr_array_new ();
      g_autoptr (GString) line = g_string_new (commands[i]);
      g_autofree char *path = g_shell_quote (fixture->path);
      g_autofree char *program = g_shell_quote (g_getenv ("TAGA_CLI"));
      g_autofree char *output = NULL;
      g_autofree char *messages = NULL;

      g_string_replace (line, "FILE", path, 1);
      g_string_prepend (line, " ");
      g_string_prepend (line, program);
      g_string_append (line, " > /dev/full");
      g_ptr_array_add (command, (gpointer) "sh");
      g_ptr_array_add (command, (gpointer) "-c");
      g_ptr_array_add (command, line->str);
      g_assert_cmpint (cli_fixture_spawn (fixture, command, NULL, &output, &messages), ==, 1);
      g_assert_true (g_str_has_prefix (messages, "taga-cli: "));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  cli_fixture_add ("/cli-files/overwrites-nothing", "ipa-3.1", test_overwrites_nothing);
  cli_fixture_add ("/cli-files/verifies", "sample", test_verifies);
  cli_fixture_add ("/cli-files/refuses-foreign-files", NULL, test_refuses_foreign_files);
  cli_fixture_add ("/cli-files/leaves-a-write-protected-file", "ipa-3.1",
                   test_leaves_a_write_protected_file);
  cli_fixture_add ("/cli-files/takes-any-name", NULL, test_takes_any_name);
  cli_fixture_add ("/cli-files/writes-reports", "sample", test_writes_reports);
  cli_fixture_add ("/cli-files/makes-a-company-file", NULL, test_makes_a_company_file);
  cli_fixture_add ("/cli-files/says-when-its-output-is-cut", "sample",
                   test_says_when_its_output_is_cut);

  return g_test_run ();
}
