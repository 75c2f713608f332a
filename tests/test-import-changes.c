#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <gio/gio.h>

#include "cli-fixture.h"
#include "data-resources.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-proposal.h"

/* What an import does to a register that is there already, and that it does all of it or nothing.
 */

#define HEADER "業務分類,情報資産名称,備考,媒体・保存先,個人情報,機密性,完全性,可用性\n"
#define FIELDS                                                                                     \
  "business|name|note|medium|personal|confidentiality|integrity|availability|retired_on"

static const char register_csv[] = HEADER "営業,顧客名簿,台帳,社内サーバー,有,3,2,1\n"
                                          "営業,契約書,控え,書類,,2,2,1\n"
                                          "営業,契約書,写し,事務所PC,,2,2,1\n"
                                          "総務,給与明細,,事務所PC,有,3,3,2\n";

static char *
import_text (CliFixture *fixture, const char *text, const char *option)
{
  g_autofree char *source = cli_fixture_write (fixture, "取込.csv", text, -1);

  if (option == NULL)
    return cli_fixture_import (fixture, source, NULL);
  if (g_str_has_prefix (option, "--"))
    return cli_fixture_import (fixture, source, option, NULL);

  return cli_fixture_import (fixture, source, "--missing", option, NULL);
}

static void
assert_import (CliFixture *fixture, const char *text, const char *option, const char *is)
{
  g_autofree char *outcome = import_text (fixture, text, option);

  g_assert_cmpstr (outcome, ==, is);
}

static void
test_compares_cell_by_cell (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *changes;

  assert_import (fixture, register_csv, NULL, "4+0=0-0 0>4 1-3");
  assert_import (fixture, register_csv, NULL, "0+0=4-0 4>4 1-3");
  assert_import (fixture,
                 HEADER "営業,顧客名簿,台帳,社内サーバー,有,3,2,1\n"
                        "営業,契約書,控えの束,書類,,2,3,1\n"
                        "総務,給与明細,,事務所PC,有,3,3,2\n"
                        "総務,鍵の一覧,,書類,,3,1,1\n",
                 NULL, "1+1=2-1 4>5 1-3");
  cli_fixture_assert_table (fixture, "asset", FIELDS,
                            "営業|顧客名簿|台帳|server|○|3|2|1|\n"
                            "営業|契約書|控えの束|paper||2|3|1|\n"
                            "営業|契約書|写し|office-pc||2|2|1|\n"
                            "総務|給与明細||office-pc|○|3|3|2|\n"
                            "総務|鍵の一覧||paper||3|1|1|");

  /* The step names what changed, and nothing else. */
  node = cli_fixture_json (fixture, "history", fixture->path, "--json", NULL);
  changes = json_object_get_array_member (
      json_array_get_object_element (json_node_get_array (node), 2), "changes");
  for (guint i = 0, n = 0; i < json_array_get_length (changes); i++)
    {
      JsonObject *change = json_array_get_object_element (changes, i);
      const char *field = json_object_get_string_member (change, "field");

      if (json_object_get_int_member (change, "id") != 2)
        continue;
      g_assert_cmpuint (++n, <=, 2);
      g_assert_true (g_str_equal (field, "note") || g_str_equal (field, "integrity"));
    }
}

static void
test_leaves_what_the_file_does_not_say (CliFixture *fixture, gconstpointer data)
{
  assert_import (fixture, register_csv, NULL, "4+0=0-0 0>4 1-3");

  /* An empty cell, a dash, a column that is not there. */
  assert_import (fixture, HEADER "営業,顧客名簿,,社内サーバー,有,,－,\n", NULL, "0+0=1-3 4>4 null");
  assert_import (fixture, "情報資産名称,媒体,管理部署\n顧客名簿,社内サーバー,営業部\n", NULL,
                 "0+1=0-3 4>4 null");
  assert_import (fixture, "情報資産名称,備考\n給与明細,\n顧客名簿,台帳\n", NULL,
                 "0+0=2-2 4>4 null");
  assert_import (fixture, HEADER "営業,顧客名簿,,,有,3,2,1\n,給与明細,,事務所PC,有,3,3,2\n", NULL,
                 "0+0=2-2 4>4 1-3");
  cli_fixture_assert_table (fixture, "asset", FIELDS,
                            "営業|顧客名簿|台帳|server|○|3|2|1|\n"
                            "営業|契約書|控え|paper||2|2|1|\n"
                            "営業|契約書|写し|office-pc||2|2|1|\n"
                            "総務|給与明細||office-pc|○|3|3|2|");
  cli_fixture_assert_table (fixture, "asset", "department", "営業部\n\n\n");

  /* A mark is there or not. */
  assert_import (fixture, HEADER "営業,顧客名簿,,社内サーバー,,,,\n", NULL, "0+1=0-3 4>4 null");
  cli_fixture_assert_table (fixture, "asset", "personal", "\n\n\n○");
}

static void
test_follows_what_moved (CliFixture *fixture, gconstpointer data)
{
  assert_import (fixture, register_csv, NULL, "4+0=0-0 0>4 1-3");
  assert_import (fixture,
                 HEADER "営業,顧客名簿,台帳,クラウド,有,3,2,1\n"
                        "営業,契約書,控え,書類,,2,2,1\n"
                        "営業,契約書,写し,社内サーバー,,2,2,1\n"
                        "人事,給与明細,,事務所PC,有,3,3,2\n",
                 "retire", "0+3=1-0 4>4 1-3");
  cli_fixture_assert_table (fixture, "asset", "id|business|name|medium",
                            "1|営業|顧客名簿|cloud\n2|営業|契約書|paper\n3|営業|契約書|server\n"
                            "4|人事|給与明細|office-pc");

  /* Where either of two may be meant, neither is. */
  assert_import (fixture,
                 HEADER "営業,顧客名簿,台帳,クラウド,有,3,2,1\n"
                        "営業,契約書,控え,クラウド,,2,2,1\n"
                        "人事,給与明細,,事務所PC,有,3,3,2\n",
                 NULL, "1+0=2-2 4>5 1-3");
}

static void
test_tells_doubles_apart (CliFixture *fixture, gconstpointer data)
{
  static const char text[] = HEADER "営業,名簿,甲,書類,,3,1,1\n営業,名簿,乙,書類,,3,1,1\n"
                                    "営業,名簿,甲,書類,,3,1,1\n";
  static const char turned[] = HEADER "営業,名簿,乙,書類,,3,1,1\n営業, 名簿 ,甲,書類,,3,1,1\n"
                                      "営業,名簿,甲,書類,,3,1,1\n";

  assert_import (fixture, text, NULL, "3+0=0-0 0>3 1-3");
  assert_import (fixture, turned, NULL, "0+0=3-0 3>3 1-3");
  assert_import (fixture, HEADER "営業,名簿,甲,書類,,3,1,1\n営業,名簿,丙,書類,,3,1,1\n", NULL,
                 "0+1=1-1 3>3 1-3");
  cli_fixture_assert_table (fixture, "asset", "name|note", "名簿|甲\n名簿|丙\n名簿|甲");
  assert_import (fixture, HEADER "営業,ﾒｲﾎﾞ,,書類,,3,1,1\n営業,めいぼ,,書類,,3,1,1\n", NULL,
                 "2+0=0-3 3>5 1-3");
}

static void
test_retires_and_brings_back (CliFixture *fixture, gconstpointer data)
{
  static const char rest[] = HEADER "営業,顧客名簿,台帳,社内サーバー,有,3,2,1\n";
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *expected = g_strdup_printf ("\n%s\n%s\n%s", today, today, today);

  assert_import (fixture, register_csv, NULL, "4+0=0-0 0>4 1-3");
  assert_import (fixture, rest, NULL, "0+0=1-3 4>4 1-3");
  assert_import (fixture, rest, "keep", "0+0=1-3 4>4 1-3");
  cli_fixture_assert_table (fixture, "asset", "retired_on", "\n\n\n");
  assert_import (fixture, rest, "retire", "0+0=1-3 4>1 1-3");
  cli_fixture_assert_table (fixture, "asset", "retired_on", expected);
  cli_fixture_assert_table (fixture, "risk", "name", "顧客名簿");
  assert_import (fixture, rest, "retire", "0+0=1-0 1>1 1-3");

  /* Named again, it is back, the same one. */
  assert_import (fixture, register_csv, NULL, "0+3=1-0 1>4 1-3");
  cli_fixture_assert_table (fixture, "asset", "id|name|retired_on",
                            "1|顧客名簿|\n2|契約書|\n3|契約書|\n4|給与明細|");

  /* A file may say itself what is no longer there. */
  assert_import (fixture, "情報資産名称,媒体,廃止日\n顧客名簿,社内サーバー,R8.3.31\n", NULL,
                 "0+1=0-3 4>3 null");
  cli_fixture_assert_table (fixture, "asset", "retired_on", "2026-03-31\n\n\n");
}

/* What a row that cannot be read may mean is not gone. */
static void
test_spares_what_cannot_be_read (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *outcome = NULL;

  assert_import (fixture, register_csv, NULL, "4+0=0-0 0>4 1-3");
  outcome = import_text (fixture,
                         HEADER "営業,顧客名簿,台帳,社内サーバー,たぶん,3,2,1\n"
                                "営業,契約書,控え,書類,,9,2,1\n"
                                "営業,契約書,写し,金庫,,2,2,1\n",
                         "retire");
  g_assert_cmpstr (outcome, ==,
                   "0+0=3-1 4>3 1-3\n~2 個人情報 たぶん\n~3 機密性 9\n~4 媒体・保存先 金庫");
  cli_fixture_assert_table (fixture, "risk", "name|medium",
                            "顧客名簿|server\n契約書|paper\n契約書|office-pc");
}

/* What cannot be read changes nothing, neither a mark nor another cell; the rest of the row does.
 */
static void
test_takes_a_row_without_what_cannot_be_read (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *outcome = NULL;

  assert_import (fixture, "業務分類,情報資産名称,媒体,個人情報,機密性\n営業,名刺,書類,○,3\n", NULL,
                 "1+0=0-0 0>1 1-3");
  outcome = import_text (fixture,
                         "業務分類,情報資産名称,媒体,個人情報,備考,機密性\n"
                         "営業,名刺,棚の上,たぶん,写し,3\n",
                         NULL);
  g_assert_cmpstr (outcome, ==, "0+1=0-0 1>1 1-3\n~2 媒体 棚の上\n~2 個人情報 たぶん");
  cli_fixture_assert_table (fixture, "asset", "name|medium|personal|confidentiality|note",
                            "名刺|paper|○|3|写し");
}

static void
test_only_shows_when_dry (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *source = cli_fixture_path (fixture, "取込.csv");

  assert_import (fixture, register_csv, NULL, "4+0=0-0 0>4 1-3");
  before = cli_fixture_checksum (fixture->path);
  assert_import (fixture, HEADER "営業,顧客名簿,別,社内サーバー,,3,2,1\n営業,新規,,書類,,1,1,1\n",
                 "--dry-run", "1+1=0-3 4>4 1-3");
  text = cli_fixture_do (fixture, "import", fixture->path, source, "--dry-run", "--missing",
                         "retire", NULL);
  g_assert_nonnull (strstr (text, ": 1\n"));
  g_assert_nonnull (strstr (text, ": 3\n"));
  g_assert_nonnull (strstr (text, ": 4, "));
  after = cli_fixture_checksum (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_is_one_step (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *text = NULL;

  before = store_fixture_digest (fixture->path, FALSE);
  assert_import (fixture, HEADER "営業,見積書,別,事務所PC,有,3,2,1\n営業,新規,,書類,,1,1,1\n",
                 "retire", "1+1=0-43 44>2 1-3");
  after = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (before, !=, after);

  text = cli_fixture_do (fixture, "undo", fixture->path, NULL);
  g_assert_nonnull (strstr (text, "取込.csv"));
  undone = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (before, ==, undone);
  g_free (cli_fixture_do (fixture, "redo", fixture->path, NULL));
  redone = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, redone);
}

static char *
write_many (CliFixture *fixture, guint n)
{
  g_autoptr (GString) text = g_string_new (HEADER);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "業務%u,資産その%u,備考の文章%u,%s,%s,%u,%u,%u\n", i % 40, i, i,
                            i % 2 == 0 ? "書類" : "クラウド", i % 7 == 0 ? "有" : "", i % 3 + 1,
                            i % 2 + 1, i % 5 == 0 ? 3 : 1);

  return cli_fixture_write (fixture, "多い.csv", text->str, (gssize) text->len);
}

static void
test_takes_ten_thousand_rows (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *source = write_many (fixture, 10000);
  g_autofree char *before = store_fixture_digest (fixture->path, FALSE);
  g_autofree char *outcome = cli_fixture_import (fixture, source, NULL);
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpstr (outcome, ==, "10000+0=0-44 44>10044 1-3");
  again = cli_fixture_import (fixture, source, NULL);
  g_assert_cmpstr (again, ==, "0+0=10000-44 10044>10044 1-3");
  g_free (cli_fixture_do (fixture, "undo", fixture->path, NULL));
  undone = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (before, ==, undone);
}

static void
test_counts_what_it_does_not_list (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("情報資産名称,機密性\n良い行,3\n");
  g_autofree char *outcome = NULL;
  g_autofree char *source = NULL;
  g_autofree char *listed = NULL;
  guint n_lines = 0;

  for (guint i = 0; i < 10007; i++)
    g_string_append (text, "悪い行,9\n");
  outcome = import_text (fixture, text->str, NULL);
  for (const char *p = outcome; *p != '\0'; p++)
    n_lines += *p == '\n';
  g_assert_cmpuint (n_lines, ==, 10001);
  g_assert_true (g_str_has_suffix (outcome, "\n~10003 機密性"));

  /* The last one says how many more there are. */
  source = cli_fixture_path (fixture, "取込.csv");
  listed = cli_fixture_do (fixture, "import", fixture->path, source, "--dry-run", NULL);
  g_assert_nonnull (strstr (listed, " 7 more "));
}

/* A disk that takes no more than so much. */
static void
limit_file_size (gpointer user_data)
{
  const struct rlimit limit = { 192 << 10, 192 << 10 };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

static void
test_changes_nothing_on_a_full_disk (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *source = write_many (fixture, 5000);
  g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;
  g_autofree char *outcome = NULL;

  fixture->prepare = limit_file_size;
  g_free (cli_fixture_fail (fixture, 1, "import", fixture->path, source, NULL));
  fixture->prepare = NULL;
  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (before, ==, after);
  g_free (cli_fixture_do (fixture, "verify", fixture->path, NULL));

  outcome = cli_fixture_import (fixture, source, NULL);
  g_assert_cmpstr (outcome, ==, "5000+0=0-0 0>5000 1-3");
}

static void
cancel_half_way (double fraction, gpointer cancellable)
{
  if (fraction > 0.5)
    g_cancellable_cancel (cancellable);
}

static void
test_changes_nothing_when_cancelled (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_many (fixture, 5000);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (TagaStore) store = taga_store_open (fixture->path, FALSE, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TagaSource) source = NULL;
  g_autoptr (TagaProposal) proposal = NULL;
  TagaSheets *sheets;

  source = taga_source_open (file, TAGA_TYPE_ASSET, taga_store_get_edition (store), NULL, &error);
  g_assert_no_error (error);

  sheets = taga_source_get_sheets (source);
  taga_sheets_set_progress (sheets, cancel_half_way, cancellable);
  proposal = taga_proposal_new (store, source, cancellable, &error);
  g_assert_null (proposal);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  taga_sheets_set_progress (sheets, NULL, NULL);

  proposal = taga_proposal_new (store, source, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (taga_proposal_count (proposal, TAGA_STAGED_NEW), ==, 5000);
  g_assert_false (taga_proposal_apply (proposal, store, "取込", FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (before, ==, after);

  /* Only what is ticked comes in. */
  for (gint64 number = 3; number <= 5000; number++)
    taga_staging_set_ticked (taga_proposal_get_staging (proposal), number, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (taga_proposal_apply (proposal, store, "取込", FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_ASSET, &error), ==, 2);
  g_clear_object (&proposal);
  g_clear_object (&source);
  g_assert_finalize_object (g_steal_pointer (&store));
}

static void
test_stands_long_texts (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (32767, 'x');
  g_autofree char *too_long = g_strnfill (32768, 'x');
  g_autofree char *text = g_strdup_printf ("情報資産名称,備考\n長い,%s\n短い,\n", longest);
  g_autofree char *more = g_strdup_printf ("情報資産名称,備考\n長い,%s\n新しい,\n", too_long);
  g_autofree char *source = NULL;
  g_autofree char *note = NULL;

  assert_import (fixture, text, NULL, "2+0=0-0 0>2 null");
  note = cli_fixture_table (fixture, "asset", "note");
  g_assert_cmpuint (strlen (note), ==, 32767 + 1);

  /* No spreadsheet makes such a cell; the file as a whole is not what it seems. */
  source = cli_fixture_write (fixture, "長い.csv", more, -1);
  g_free (cli_fixture_fail (fixture, 1, "import", fixture->path, source, NULL));
  cli_fixture_assert_table (fixture, "asset", "name", "長い\n短い");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  cli_fixture_add ("/import-changes/compares-cell-by-cell", "ipa-3.1", test_compares_cell_by_cell);
  cli_fixture_add ("/import-changes/leaves-what-the-file-does-not-say", "ipa-3.1",
                   test_leaves_what_the_file_does_not_say);
  cli_fixture_add ("/import-changes/follows-what-moved", "ipa-3.1", test_follows_what_moved);
  cli_fixture_add ("/import-changes/tells-doubles-apart", "ipa-3.1", test_tells_doubles_apart);
  cli_fixture_add ("/import-changes/retires-and-brings-back", "ipa-3.1",
                   test_retires_and_brings_back);
  cli_fixture_add ("/import-changes/takes-a-row-without-what-cannot-be-read", "ipa-3.1",
                   test_takes_a_row_without_what_cannot_be_read);
  cli_fixture_add ("/import-changes/spares-what-cannot-be-read", "ipa-3.1",
                   test_spares_what_cannot_be_read);
  cli_fixture_add ("/import-changes/only-shows-when-dry", "ipa-3.1", test_only_shows_when_dry);
  cli_fixture_add ("/import-changes/is-one-step", "sample", test_is_one_step);
  cli_fixture_add ("/import-changes/takes-ten-thousand-rows", "sample",
                   test_takes_ten_thousand_rows);
  cli_fixture_add ("/import-changes/counts-what-it-does-not-list", "ipa-3.1",
                   test_counts_what_it_does_not_list);
  cli_fixture_add ("/import-changes/changes-nothing-on-a-full-disk", "ipa-3.1",
                   test_changes_nothing_on_a_full_disk);
  cli_fixture_add ("/import-changes/changes-nothing-when-cancelled", "ipa-3.1",
                   test_changes_nothing_when_cancelled);
  cli_fixture_add ("/import-changes/stands-long-texts", "ipa-3.1", test_stands_long_texts);

  return g_test_run ();
}
