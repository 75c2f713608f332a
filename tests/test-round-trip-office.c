#include <string.h>

#include <glib.h>

#include "office-fixture.h"

/* Other programs read and compute the same, and what they write comes in. */

/* The way of a workbook: in, edited, undone, the file closed, done again, out. Each command opens
 * the file anew. */
static void
test_goes_in_and_out (CliFixture *fixture, gconstpointer data)
{
  static const char assets[] =
      "営業|製品カタログ|現役製品\\n一式|営業部|営業部|書類||||1|2|2|永年|2016-07-01\n"
      "営業|応募者リスト|20xx年の応募者|営業部|営業部|社内サーバー|有|||3|2|1||2016-07-02\n"
      "技術|設計図|'=現役製品|開発部|開発部|クラウド||||3|3|3|7年|R8.4.1\n";
  g_autofree char *book = NULL;
  g_autofree char *outcome = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *computed = NULL;
  g_autofree char *again = NULL;

  if (!office_fixture_has (OFFICE_OPENPYXL) || !office_fixture_has (OFFICE_LIBREOFFICE))
    return;

  book = office_fixture_write (fixture, assets, "--book --markers --prepared 20 --merge business");
  outcome = cli_fixture_import (fixture, book, NULL);
  g_assert_cmpstr (outcome, ==, "3+0=0-0 0>3 1-3");
  g_free (cli_fixture_do (fixture, "set", fixture->path, "threat", "1", "frequency=2", NULL));
  g_free (cli_fixture_do (fixture, "set", fixture->path, "threat", "17", "frequency=3", NULL));
  g_free (cli_fixture_do (fixture, "set", fixture->path, "check", "5", "answer=1", NULL));
  g_free (cli_fixture_do (fixture, "set", fixture->path, "check", "20", "answer=3", NULL));
  g_free (
      cli_fixture_do (fixture, "set", fixture->path, "asset", "1", "name=＝名前を変えた", NULL));
  g_free (cli_fixture_do (fixture, "undo", fixture->path, NULL));
  cli_fixture_assert_table (fixture, "asset", "name", "製品カタログ\n応募者リスト\n設計図");
  g_free (cli_fixture_do (fixture, "redo", fixture->path, NULL));
  g_free (cli_fixture_do (fixture, "export", fixture->path, "台帳.xlsx", NULL));

  exported = office_fixture_python (fixture, NULL, "text", "台帳.xlsx", "情報資産管理台帳",
                                    "--first", "4", NULL);
  g_assert_cmpstr (
      exported, ==,
      "営業|＝名前を変えた|現役製品\\n一式|営業部|営業部|書類||||1|2|2|2|永年|2016-07-01|"
      "2:特定の状況で発生する（年に数回程度）|3:脆弱性未対策（ほとんど無防備）|2|可能性:中|4|"
      "リスク中\n"
      "営業|応募者リスト|20xx年の応募者|営業部|営業部|社内サーバー|有|||3|2|1|3||2016-07-02|"
      "3:通常の状態で発生する（いつ発生してもおかしくない）|3:脆弱性未対策（ほとんど無防備）|3|"
      "可能性:高|9|"
      "リスク大\n"
      "技術|設計図|=現役製品|開発部|開発部|社外サーバー||||3|3|3|3|7年|2026-04-01||"
      "3:脆弱性未対策（ほとんど無防備）||||\n");

  /* Without the results LibreOffice has to compute them. */
  g_free (office_fixture_python (fixture, NULL, "strip", "台帳.xlsx", "式だけ.xlsx", NULL));
  computed = office_fixture_convert (fixture, "式だけ.xlsx", "xlsx");
  again = office_fixture_python (fixture, NULL, "text", computed, "情報資産管理台帳", "--first",
                                 "4", NULL);
  g_assert_cmpstr (again, ==, exported);
  g_clear_pointer (&outcome, g_free);
  outcome = cli_fixture_import (fixture, computed, NULL);
  g_assert_cmpstr (outcome, ==, "0+0=3-0 3>3 1-3");
}

static void
test_guides_who_fills_it_in (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *sheets = NULL;
  static const char *const lines[] = {
    "sheet 情報資産管理台帳 visible\npanes C4\ntitles $1:$3\norientation landscape 9\n",
    "sheet 重要度定義 visible\n",
    "sheet 選択肢 hidden\n",
    "list F4:",
    "list G4:",
    "list H4:",
    "list I4:",
    "list J4:",
    "list K4:",
    "list L4:",
  };

  if (!office_fixture_has (OFFICE_OPENPYXL))
    return;

  g_free (cli_fixture_do (fixture, "export", fixture->path, "台帳.xlsx", NULL));
  sheets = office_fixture_python (fixture, NULL, "sheets", "台帳.xlsx", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_nonnull (strstr (sheets, lines[i]));
}

/* Every combination of values, mark and medium, among them what is not known. */
static char *
write_combinations (CliFixture *fixture, gboolean is_old)
{
  static const char *const media[] = { "", "書類", "可搬電子媒体", "社内サーバー" };
  g_autoptr (GString) text =
      g_string_new ("業務分類,情報資産名称,媒体・保存先,要配慮個人情報,機密性,完全性,可用性\n");

  for (guint i = 0; i < 4 * 2 * 64; i++)
    {
      char levels[3][2];
      guint rest = i / 8;

      for (guint j = 0; j < 3; j++, rest /= 4)
        {
          levels[j][0] = (char) (rest % 4 == 0 ? '\0' : '0' + rest % 4 - (is_old ? 1 : 0));
          levels[j][1] = '\0';
        }
      g_string_append_printf (text, "業務,資産%u,%s,%s,%s,%s,%s\n", i, media[i % 4],
                              i / 4 % 2 == 0 ? "" : "有", levels[0], levels[1], levels[2]);
    }

  return cli_fixture_write (fixture, "組合せ.csv", text->str, -1);
}

static void
test_computes_as_libreoffice_does (CliFixture *fixture, gconstpointer edition)
{
  gboolean is_old = g_str_equal (edition, "ipa-3.0");
  g_autofree char *source = write_combinations (fixture, is_old);
  g_autofree char *outcome = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *cached = NULL;
  g_autofree char *computed = NULL;
  g_autofree char *theirs = NULL;

  if (!office_fixture_has (OFFICE_OPENPYXL) || !office_fixture_has (OFFICE_LIBREOFFICE))
    return;

  outcome = cli_fixture_import (fixture, source, NULL);
  g_assert_cmpstr (outcome, ==, is_old ? "512+0=0-0 0>512 0-2" : "512+0=0-0 0>512 1-3");
  g_free (cli_fixture_do (fixture, "set", fixture->path, "threat", "1", "frequency=1", NULL));
  g_free (cli_fixture_do (fixture, "set", fixture->path, "threat", "17", "frequency=3", NULL));
  g_free (cli_fixture_do (fixture, "set", fixture->path, "check", "5", "answer=2", NULL));
  g_free (cli_fixture_do (fixture, "set", fixture->path, "check", "20", "answer=3", NULL));
  ours = cli_fixture_table (fixture, "risk", "importance|likelihood|risk");

  g_free (cli_fixture_do (fixture, "export", fixture->path, "台帳.xlsx", NULL));
  cached = office_fixture_python (fixture, NULL, "text", "台帳.xlsx", "情報資産管理台帳", "--first",
                                  "4", "--columns", "13,18,20", NULL);
  g_assert_cmpstr (g_strchomp (cached), ==, ours);

  g_free (office_fixture_python (fixture, NULL, "strip", "台帳.xlsx", "式だけ.xlsx", NULL));
  computed = office_fixture_convert (fixture, "式だけ.xlsx", "xlsx");
  theirs = office_fixture_python (fixture, NULL, "text", computed, "情報資産管理台帳", "--first",
                                  "4", "--columns", "13,18,20", NULL);
  g_assert_cmpstr (g_strchomp (theirs), ==, ours);
}

/* LibreOffice's own files, with the results of formulas that openpyxl did not compute. */
static void
test_reads_what_libreoffice_writes (CliFixture *fixture, gconstpointer data)
{
  static const char assets[] =
      "営業|顧客名簿|台帳|営業部|営業部|社内サーバー|有|||3|2|1|永年|2026-04-01\n"
      "営業|見積書|控え\\n（写し）|営業部|営業部|書類||||2|2|1|'7|2026-04-02\n";
  g_autofree char *book = NULL;
  g_autofree char *converted = NULL;
  g_autofree char *outcome = NULL;
  g_autofree char *again = NULL;

  if (!office_fixture_has (OFFICE_OPENPYXL) || !office_fixture_has (OFFICE_LIBREOFFICE))
    return;

  book = office_fixture_write (fixture, assets,
                               "--book --prepared 30 --merge business,users --definitions new");
  converted = office_fixture_convert (fixture, book, "xlsx");
  outcome = cli_fixture_import (fixture, converted, NULL);
  g_assert_cmpstr (outcome, ==, "2+0=0-0 0>2 1-3");
  again = cli_fixture_import (fixture, book, "--missing", "retire", NULL);
  g_assert_cmpstr (again, ==, "0+0=2-0 2>2 1-3");
  cli_fixture_assert_table (
      fixture, "asset",
      "business|name|note|users|department|medium|personal|sensitive|my_number|confidentiality|"
      "integrity|availability|retention|registered_on",
      "営業|顧客名簿|台帳|営業部|営業部|server|○|||3|2|1|永年|2026-04-01\n"
      "営業|見積書|控え\n（写し）|営業部|営業部|paper||||2|2|1|7|2026-04-02");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  cli_fixture_add ("/round-trip-office/goes-in-and-out", "ipa-3.1", test_goes_in_and_out);
  cli_fixture_add ("/round-trip-office/guides-who-fills-it-in", "sample",
                   test_guides_who_fills_it_in);
  cli_fixture_add ("/round-trip-office/computes-as-libreoffice-does/new-edition", "ipa-3.1",
                   test_computes_as_libreoffice_does);
  cli_fixture_add ("/round-trip-office/computes-as-libreoffice-does/old-edition", "ipa-3.0",
                   test_computes_as_libreoffice_does);
  cli_fixture_add ("/round-trip-office/reads-what-libreoffice-writes", "ipa-3.1",
                   test_reads_what_libreoffice_writes);

  return g_test_run ();
}
