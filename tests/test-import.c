#include <gio/gio.h>
#include <string.h>

#include "office-fixture.h"

/* What comes in: registers as offices have them. */

/* However a register is laid out, the same comes in. */
static void
test_finds_the_register (CliFixture *fixture, gconstpointer data)
{
  static const char assets[] =
      "営業|顧客名簿|台帳|営業部|営業部|社内サーバー|有|||3|2|1|永年|2026-04-01\n"
      "営業|見積書|控え\\n（写し）|営業部|営業部|書類||||2|2|1||2026-04-02\n"
      "総務|給与明細|給与|総務部|総務部|事務所PC|有||有|3|3|2|7年|2026-04-03\n";
  static const char *const layouts[] = {
    "",
    "--plain",
    "--plain --bare",
    "--markers --wide",
    "--skip 12",
    "--skip 150 --plain",
    "--book",
    "--book --definitions new --example 321",
    "--book --definitions new --hide 台帳記入例,利用方法",
    "--book --sheet 台帳(本社)",
    "--book --sheet 営業部・総務部 --prepared 100",
    "--book --hide 情報資産管理台帳,重要度定義",
    "--merge business,users,department --prepared 10",
    "--epoch-1904",
    "--hide-columns note,users,registered",
  };
  g_autofree char *expected = NULL;

  if (!office_fixture_has (OFFICE_OPENPYXL))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *book = office_fixture_write (fixture, assets, layouts[i]);
      g_autofree char *outcome = NULL;

      g_test_message ("%s", layouts[i]);
      outcome = cli_fixture_import (fixture, book, "--missing", "retire", NULL);
      g_assert_cmpstr (outcome, ==, i == 0 ? "3+0=0-0 0>3 1-3" : "0+0=3-0 3>3 1-3");
    }

  cli_fixture_assert_table (
      fixture, "asset",
      "business|name|note|users|department|medium|personal|sensitive|my_number|confidentiality|"
      "integrity|availability|retention|registered_on|retired_on",
      "営業|顧客名簿|台帳|営業部|営業部|server|○|||3|2|1|永年|2026-04-01|\n"
      "営業|見積書|控え\n（写し）|営業部|営業部|paper||||2|2|1||2026-04-02|\n"
      "総務|給与明細|給与|総務部|総務部|office-pc|○||○|3|3|2|7年|2026-04-03|");
}

static void
test_finds_columns_in_any_order (CliFixture *fixture, gconstpointer data)
{
  static const char assets[] = "2026-04-01|3|社内サーバー|低減|顧客名簿|有|2|営業|1\n"
                               "2026-04-02|2|書類|受容|見積書||2|営業|1\n";
  g_autofree char *book = NULL;
  g_autofree char *outcome = NULL;

  if (!office_fixture_has (OFFICE_OPENPYXL))
    return;

  book =
      office_fixture_write (fixture, assets,
                            "--order no,registered,confidentiality,medium,plan,name,risk,personal,"
                            "integrity,importance,business,likelihood,availability "
                            "--bare --markers");
  outcome = cli_fixture_import (fixture, book, NULL);
  g_assert_cmpstr (outcome, ==, "2+0=0-0 0>2 1-3");
  cli_fixture_assert_table (
      fixture, "asset",
      "business|name|medium|personal|confidentiality|integrity|availability|registered_on|note",
      "営業|顧客名簿|server|○|3|2|1|2026-04-01|\n営業|見積書|paper||2|2|1|2026-04-02|");
}

static void
test_finds_no_register (CliFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "こんにちは\n",
    "情報資産名称\n顧客名簿\n",
    "業務分類,備考,管理部署\n営業,,\n",
    "会社名,住所,電話\n有限会社タガ屋,東京,03\n",
    "Name,Amount\na,1\n",
  };
  g_autofree char *before = cli_fixture_checksum (fixture->path);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *source = cli_fixture_write (fixture, "別.csv", texts[i], -1);

      g_free (cli_fixture_fail (fixture, 1, "import", fixture->path, source, NULL));
    }
  g_free (cli_fixture_fail (fixture, 1, "import", fixture->path, "ない.xlsx", NULL));
  g_free (cli_fixture_fail (fixture, 1, "import", fixture->path, fixture->path, NULL));
  g_free (cli_fixture_fail (fixture, 1, "import", fixture->path, fixture->folder, NULL));
  after = cli_fixture_checksum (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* A cell as people fill it in, and what it means. */
static void
test_reads_cells_as_people_write (CliFixture *fixture, gconstpointer data)
{
  static const char *const cases[][3] = {
    { "medium", "社内サーバ", "server" },
    { "medium", "クラウド", "cloud" },
    { "medium", "社外サーバー", "cloud" },
    { "medium", "社外\\nサーバー", "cloud" },
    { "medium", "事務所ＰＣ", "office-pc" },
    { "medium", "モバイル　機器", "mobile" },
    { "medium", "ｸﾗｳﾄﾞ", "cloud" },
    { "medium", "紙", "paper" },
    { "medium", "", "" },
    { "medium", "－", "" },
    { "personal", "有", "○" },
    { "personal", "○", "○" },
    { "personal", "〇", "○" },
    { "personal", "1", "○" },
    { "personal", "あり", "○" },
    { "personal", "無", "" },
    { "personal", "×", "" },
    { "personal", "－", "" },
    { "integrity", "３", "3" },
    { "integrity", "3:重大", "3" },
    { "integrity", "２：重要", "2" },
    { "integrity", " 1 ", "1" },
    { "integrity", "'2", "2" },
    { "integrity", "－", "" },
    { "registered", "2026-04-01", "2026-04-01" },
    { "registered", "R8.4.1", "2026-04-01" },
    { "registered", "2026年4月1日", "2026-04-01" },
    { "registered", "'2026/4/1", "2026-04-01" },
    { "registered", "令和８年４月１日", "2026-04-01" },
    { "registered", "H31.4.30", "2019-04-30" },
    { "retention", "2033-03-31", "2033-03-31" },
    { "retention", "7", "7" },
    { "retention", "2.5", "2.5" },
    { "retention", "永年", "永年" },
    { "note", "=1+1", "=1+1" },
    { "note", "一行目\\n二行目", "一行目\n二行目" },
    { "note", "'0123", "0123" },
    { "users", "営業部\\n総務部", "営業部 総務部" },
    { "name", "㈱タガ屋①𠮷野家😀", "㈱タガ屋①𠮷野家😀" },
    { "name", "ｶﾞｽ検針票", "ｶﾞｽ検針票" },
  };

  static const char *const keys[][2] = {
    { "name", "name" },           { "note", "note" },
    { "users", "users" },         { "medium", "medium" },
    { "personal", "personal" },   { "integrity", "integrity" },
    { "retention", "retention" }, { "registered", "registered_on" },
  };
  g_autoptr (GString) assets = g_string_new (NULL);
  g_autofree char *book = NULL;
  g_autofree char *outcome = NULL;

  if (!office_fixture_has (OFFICE_OPENPYXL))
    return;

  /* A row for each case. Its number keeps the rows apart, and the availability tells the scale. */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_string_append_printf (assets, "%u", i + 1);
      for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
        g_string_append_printf (assets, "|%s",
                                g_str_equal (cases[i][0], keys[j][0]) ? cases[i][1]
                                : j == 0                              ? "見本"
                                                                      : "");
      g_string_append (assets, "|3\n");
    }
  book =
      office_fixture_write (fixture, assets->str,
                            "--order business,name,note,users,medium,personal,integrity,retention,"
                            "registered,availability");
  outcome = cli_fixture_import (fixture, book, NULL);
  g_assert_cmpstr (outcome, ==, "40+0=0-0 0>40 1-3");

  for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
    {
      g_autoptr (GString) expected = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        g_string_append_printf (expected, "%s%s", i == 0 ? "" : "\n",
                                g_str_equal (cases[i][0], keys[j][0]) ? cases[i][2]
                                : j == 0                              ? "見本"
                                                                      : "");
      cli_fixture_assert_table (fixture, "asset", keys[j][1], expected->str);
    }
}

static void
test_tells_the_scale (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *values;
    const char *option;
    const char *outcome; /* NULL if it has to be asked for */
    const char *levels;
  } cases[] = {
    { "0,1,2", NULL, "1+0=0-0 0>1 0-2", "1|2|3" },
    { "3,2,1", NULL, "1+0=0-0 0>1 1-3", "3|2|1" },
    { "１,：,０", NULL, "1+0=0-0 0>1 0-2\n~2 完全性 ：", "2||1" },
    { "2:重要,1:普通,0:なし", NULL, "1+0=0-0 0>1 0-2", "3|2|1" },
    { "1,2,2", NULL, NULL, NULL },
    { "1,2,2", "0-2", "1+0=0-0 0>1 0-2", "2|3|3" },
    { "1,2,2", "1-3", "1+0=0-0 0>1 1-3", "1|2|2" },
    { ",,", NULL, "1+0=0-0 0>1 null", "||" },
    { "－,,ー", NULL, "1+0=0-0 0>1 null", "||" },
    { ",,", "0-2", "1+0=0-0 0>1 0-2", "||" },
    { ",2,", NULL, NULL, NULL },
    { "3,0,1", NULL, "1+0=0-0 0>1 1-3\n~2 完全性 0", "3||1" },
    { "3,2,1", "0-2", "1+0=0-0 0>1 0-2\n~2 機密性 3", "|3|2" },
    { "0,2.5,1", NULL, "1+0=0-0 0>1 0-2\n~2 完全性 2.5", "1||2" },
    { "0,12,1", NULL, "1+0=0-0 0>1 0-2\n~2 完全性 12", "1||2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("情報資産名称,備考,機密性,完全性,可用性\n名簿,3,%s\n", cases[i].values);
      g_autofree char *source = cli_fixture_write (fixture, "値.csv", text, -1);
      g_autofree char *outcome = NULL;

      g_test_message ("%s %s", cases[i].values, cases[i].option);
      if (cases[i].outcome == NULL)
        {
          outcome = cli_fixture_fail (fixture, 1, "import", fixture->path, source, NULL);
          g_assert_nonnull (strstr (outcome, "from 0 to 2"));
          cli_fixture_assert_table (fixture, "asset", "name", "");
          continue;
        }

      if (cases[i].option == NULL)
        outcome = cli_fixture_import (fixture, source, NULL);
      else
        outcome = cli_fixture_import (fixture, source, "--scale", cases[i].option, NULL);
      g_assert_cmpstr (outcome, ==, cases[i].outcome);
      cli_fixture_assert_table (fixture, "asset", "confidentiality|integrity|availability",
                                cases[i].levels);
      if (*cases[i].levels != '\0')
        g_free (cli_fixture_do (fixture, "undo", fixture->path, NULL));
    }
}

static void
test_heeds_the_definitions (CliFixture *fixture, gconstpointer data)
{
  static const char *const cases[][3] = {
    { "名簿|2|2|1\n", "--definitions old", "1+0=0-0 0>1 0-2" },
    { "名簿|2|2|1\n", "--definitions new", "1+0=0-0 0>1 1-3" },
    { "名簿|||\n", "--definitions old", "1+0=0-0 0>1 0-2" },
    { "名簿|3|2|1\n", "--definitions new", "1+0=0-0 0>1 1-3" },
    { "名簿|3|2|1\n", "--definitions old", NULL },
    { "名簿|2|1|0\n", "--definitions new", NULL },
  };

  if (!office_fixture_has (OFFICE_OPENPYXL))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *options = g_strconcat (
          "--plain --bare --order name,confidentiality,integrity,availability ", cases[i][1], NULL);
      g_autofree char *book = office_fixture_write (fixture, cases[i][0], options);
      g_autofree char *outcome = NULL;

      if (cases[i][2] == NULL)
        {
          g_free (cli_fixture_fail (fixture, 1, "import", fixture->path, book, NULL));
          continue;
        }
      outcome = cli_fixture_import (fixture, book, NULL);
      g_assert_cmpstr (outcome, ==, cases[i][2]);
      g_free (cli_fixture_do (fixture, "undo", fixture->path, NULL));
    }
}

/* Rows without a name do not come in, the others do without the cells that cannot be read; each of
 * the cells is named. */
static void
test_names_rejected_rows (CliFixture *fixture, gconstpointer data)
{
  static const char assets[] = "営業|良い行その1||||書類||||3|2|1||2026-04-01\n"
                               "営業|||||書類||||3|2|1||2026-04-01\n"
                               "営業|媒体がおかしい||||金庫||||3|2|1||2026-04-01\n"
                               "営業|二か所おかしい||||書類|たぶん|||4|2|1||2026-04-01\n"
                               "営業|日付がおかしい||||書類||||3|2|1||来月\n"
                               "営業|#REF!||||書類||||3|2|1||2026-04-01\n"
                               "営業|良い行その2||||書類||||3|2|1||\n";
  g_autofree char *book = NULL;
  g_autofree char *outcome = NULL;

  if (!office_fixture_has (OFFICE_OPENPYXL))
    return;

  book = office_fixture_write (fixture, assets, "--prepared 5");
  outcome = cli_fixture_import (fixture, book, NULL);
  g_assert_cmpstr (outcome, ==,
                   "5+0=0-0 0>5 1-3\n5 情報資産名称\n9 情報資産名称\n~6 媒体・ 保存先 金庫\n"
                   "~7 個人 情報 たぶん\n~7 機密性 4\n~8 登録日 来月");
  cli_fixture_assert_table (fixture, "asset", "name|medium|confidentiality|integrity",
                            "良い行その1|paper|3|2\n媒体がおかしい||3|2\n"
                            "二か所おかしい|paper||2\n日付がおかしい|paper|3|2\n"
                            "良い行その2|paper|3|2");
}

static void
test_reads_text_files (CliFixture *fixture, gconstpointer data)
{
  static const char text[] = "管理台帳（本社）,,,\r\n"
                             "業務分類,情報資産名称,備考,機密性\r\n"
                             "営業,㈱タガ屋 ①,\"一行目\n\"\"二\"\"行目, 読点\",3\r\n"
                             "総務,ｶﾞｽ検針票,～－髙﨑,１\r\n";
  static const char *const charsets[] = { "UTF-8", "CP932", "UTF-16" };
  g_autofree char *tabs = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
      g_autofree char *source = cli_fixture_write (fixture, "台帳.csv", bytes, (gssize) length);
      g_autofree char *outcome = cli_fixture_import (fixture, source, NULL);

      g_assert_cmpstr (outcome, ==, i == 0 ? "2+0=0-0 0>2 1-3" : "0+0=2-0 2>2 1-3");
    }

  tabs = cli_fixture_write (fixture, "台帳.txt",
                            "\xEF\xBB\xBF情報資産名称\t業務分類\t備考\n㈱タガ屋①\t営業\t\n", -1);
  g_free (tabs);
  tabs = cli_fixture_import (fixture, "台帳.txt", NULL);
  g_assert_cmpstr (tabs, ==, "0+1=0-1 2>2 null");
  cli_fixture_assert_table (fixture, "asset", "business|name|note|confidentiality",
                            "営業|㈱タガ屋①|一行目\n\"二\"行目, 読点|3\n総務|ｶﾞｽ検針票|～－髙﨑|1");
}

/* The first asset bears the name of a column, and is none the less an asset. */
static void
test_takes_assets_that_are_called_like_columns (CliFixture *fixture, gconstpointer data)
{
  static const char text[] = "情報資産名称,備考\n個人情報,\nマイナンバー,\n備考,可用性\n";
  g_autofree char *source = cli_fixture_write (fixture, "名前.csv", text, -1);
  g_autofree char *outcome = cli_fixture_import (fixture, source, NULL);

  g_assert_cmpstr (outcome, ==, "3+0=0-0 0>3 null");
  cli_fixture_assert_table (fixture, "asset", "name|note", "個人情報|\nマイナンバー|\n備考|可用性");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  cli_fixture_add ("/import/finds-the-register", "ipa-3.1", test_finds_the_register);
  cli_fixture_add ("/import/finds-columns-in-any-order", "ipa-3.1",
                   test_finds_columns_in_any_order);
  cli_fixture_add ("/import/finds-no-register", "ipa-3.1", test_finds_no_register);
  cli_fixture_add ("/import/reads-cells-as-people-write", "ipa-3.1",
                   test_reads_cells_as_people_write);
  cli_fixture_add ("/import/tells-the-scale", "ipa-3.1", test_tells_the_scale);
  cli_fixture_add ("/import/heeds-the-definitions", "ipa-3.1", test_heeds_the_definitions);
  cli_fixture_add ("/import/names-rejected-rows", "ipa-3.1", test_names_rejected_rows);
  cli_fixture_add ("/import/reads-text-files", "ipa-3.1", test_reads_text_files);
  cli_fixture_add ("/import/takes-assets-that-are-called-like-columns", "ipa-3.1",
                   test_takes_assets_that_are_called_like_columns);

  return g_test_run ();
}
