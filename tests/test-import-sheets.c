#include <gio/gio.h>
#include <string.h>

#include "book-fixture.h"
#include "cli-fixture.h"

/* Workbooks with several sheets: which are taken, which are left out and why, and what is doubtful
 * in them. */

#define LONG "業務分類|情報資産名称|備考|媒体・保存先|機密性|完全性|可用性\n"
#define PLAIN "業務分類|情報資産名称|媒体・保存先|機密性|完全性|可用性\n"

static char *
write_book (CliFixture *fixture, const BookSheet *sheets)
{
  char *path = cli_fixture_path (fixture, "部署別.xlsx");
  guint n = 0;

  while (sheets[n].name != NULL)
    n++;
  book_fixture_write (path, sheets, n);

  return path;
}

/* The sheets of an import, a line each: name, rows, taken or the reason's first words. */
static char *
list_sheets (CliFixture *fixture, const char *book)
{
  g_autoptr (JsonNode) node =
      cli_fixture_json (fixture, "import", fixture->path, book, "--dry-run", "--json", NULL);
  JsonArray *sheets = json_object_get_array_member (json_node_get_object (node), "sheets");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (sheets); i++)
    {
      JsonObject *sheet = json_array_get_object_element (sheets, i);

      g_string_append_printf (text, "%s%s %d", i > 0 ? "\n" : "",
                              json_object_get_string_member (sheet, "name"),
                              (int) json_object_get_int_member (sheet, "rows"));
      if (json_object_get_boolean_member (sheet, "taken"))
        g_assert_true (json_object_get_null_member (sheet, "reason"));
      else
        g_string_append_printf (text, " %s", json_object_get_string_member (sheet, "reason"));
    }

  return g_string_free (text, FALSE);
}

/* The doubtful rows of an import, a line each: sheet, row, kind, id and reason. */
static char *
list_doubts (CliFixture *fixture, const char *book)
{
  g_autoptr (JsonNode) node =
      cli_fixture_json (fixture, "import", fixture->path, book, "--dry-run", "--json", NULL);
  JsonArray *doubts = json_object_get_array_member (json_node_get_object (node), "doubtful");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (doubts); i++)
    {
      JsonObject *doubt = json_array_get_object_element (doubts, i);

      g_string_append_printf (text, "%s%s %d %s", i > 0 ? "\n" : "",
                              json_object_get_string_member (doubt, "sheet"),
                              (int) json_object_get_int_member (doubt, "row"),
                              json_object_get_string_member (doubt, "kind"));
      if (!json_object_get_null_member (doubt, "id"))
        g_string_append_printf (text, " %d", (int) json_object_get_int_member (doubt, "id"));
      g_string_append_printf (text, " %s", json_object_get_string_member (doubt, "reason"));
    }

  return g_string_free (text, FALSE);
}

static void
test_takes_the_sheet_of_each_department (CliFixture *fixture, gconstpointer data)
{
  static const BookSheet sheets[] = {
    { "表紙", "情報資産管理台帳\n2026年度\n", FALSE },
    { "営業部", "情報資産管理台帳\n" LONG "営業|顧客名簿||社内サーバー|3|2|1\n", FALSE },
    { "総務部", LONG "総務|給与明細||事務所PC|3|3|2\n総務|契約書||書類|2|2|1\n", FALSE },
    { "製造部", PLAIN "@5\n製造|図面|書類|2|2|1\n@9\n製造|検査票|書類|1|2|1\n", FALSE },
    { "品質部", LONG, FALSE },
    { "記入例", LONG "営業|例の資産||書類|1|1|1\n", FALSE },
    { "旧営業部", LONG "営業|昔の資産||書類|1|1|1\n", TRUE },
    { "一覧", "情報資産名称|備考\n顧客名簿|要確認\n", FALSE },
    { NULL },
  };
  g_autofree char *book = write_book (fixture, sheets);
  g_autofree char *listed = list_sheets (fixture, book);
  g_autofree char *outcome = NULL;

  g_assert_cmpstr (
      listed, ==,
      "表紙 2 It has no line with the columns of the register.\n"
      "営業部 1\n総務部 2\n製造部 2\n"
      "品質部 0 It has the columns of the register, but no rows.\n"
      "記入例 1 Its name says that it is an example.\n旧営業部 1 The workbook hides it.\n"
      "一覧 1 It has far fewer of the register’s columns than another sheet.");

  outcome = cli_fixture_import (fixture, book, NULL);
  g_assert_cmpstr (outcome, ==, "5+0=0-0 0>5 1-3");
  cli_fixture_assert_table (fixture, "asset", "business|name|medium",
                            "営業|顧客名簿|server\n総務|給与明細|office-pc\n総務|契約書|paper\n"
                            "製造|図面|paper\n製造|検査票|paper");

  /* Sheets with other columns compare with the same register. */
  g_free (outcome);
  outcome = cli_fixture_import (fixture, book, NULL);
  g_assert_cmpstr (outcome, ==, "0+0=5-0 5>5 1-3");
}

/* Headings in a company's own words. Of two for one field that of appendix 7 is meant. */
static void
test_knows_everyday_headings (CliFixture *fixture, gconstpointer data)
{
  static const BookSheet sheets[] = {
    { "営業部",
      "No.|業務|情報の名前|保管場所|担当部署|個人情報あり？|機密|完全|可用|登録した日|備考|媒体\n"
      "1|営業|顧客名簿|棚|営業部|有|3|2|1|令和6年4月1日|控え|書類\n",
      FALSE },
    { "製造部", "名称|保管場所|備考欄\n図面|社内サーバー|原図\n", FALSE },
    { NULL },
  };
  g_autofree char *book = write_book (fixture, sheets);
  g_autofree char *outcome =
      cli_fixture_import (fixture, book, "--sheet", "営業部", "--sheet", "製造部", NULL);

  g_assert_cmpstr (outcome, ==, "2+0=0-0 0>2 1-3");
  cli_fixture_assert_table (
      fixture, "asset",
      "business|name|medium|department|personal|confidentiality|availability|registered_on|note",
      "営業|顧客名簿|paper|営業部|○|3|1|2024-04-01|控え\n|図面|server||||||原図");
}

static void
test_takes_the_sheets_that_are_named (CliFixture *fixture, gconstpointer data)
{
  static const BookSheet sheets[] = {
    { "営業部", LONG "営業|顧客名簿||社内サーバー|3|2|1\n", FALSE },
    { "総務部", LONG "総務|給与明細||事務所PC|3|3|2\n", FALSE },
    { "記入例", LONG "営業|例の資産||書類|1|1|3\n", FALSE },
    { "表紙", "情報資産管理台帳\n", FALSE },
    { NULL },
  };
  g_autofree char *book = write_book (fixture, sheets);
  g_autofree char *outcome = NULL;
  g_autofree char *message = NULL;
  g_autofree char *cover = NULL;

  outcome = cli_fixture_import (fixture, book, "--sheet", "総務部", "--sheet", "記入例", NULL);
  g_assert_cmpstr (outcome, ==, "2+0=0-0 0>2 1-3");
  cli_fixture_assert_table (fixture, "asset", "name", "給与明細\n例の資産");

  message = cli_fixture_fail (fixture, 1, "import", fixture->path, book, "--sheet", "人事部", NULL);
  g_assert_nonnull (strstr (message, "no sheet “人事部”. It has: 営業部, 総務部, 記入例, 表紙."));
  cover = cli_fixture_fail (fixture, 1, "import", fixture->path, book, "--sheet", "表紙", NULL);
  g_assert_nonnull (strstr (cover, "“表紙”"));
  cli_fixture_assert_table (fixture, "asset", "name", "給与明細\n例の資産");
}

/* Two registers of different editions in one workbook: each sheet has its own scale. */
static void
test_heeds_the_scale_of_each_sheet (CliFixture *fixture, gconstpointer data)
{
  static const BookSheet sheets[] = {
    { "本社", PLAIN "営業|顧客名簿|社内サーバー|3|2|1\n", FALSE },
    { "工場", PLAIN "製造|図面|書類|0|1|2\n", FALSE },
    { NULL },
  };
  static const BookSheet unsure[] = {
    { "本社", PLAIN "営業|顧客名簿|社内サーバー|0|2|1\n", FALSE },
    { "支店", PLAIN "営業|見積書|書類|1|2|1\n", FALSE },
    { NULL },
  };
  static const BookSheet mixed[] = {
    { "本社", PLAIN "営業|契約|社内サーバー|0|2|1\n", FALSE },
    { "工場", PLAIN "製造|図面|書類|3|1|2\n", FALSE },
    { "支店", PLAIN "営業|伝票|書類|1|2|1\n", FALSE },
    { NULL },
  };
  g_autofree char *book = write_book (fixture, sheets);
  g_autofree char *outcome = cli_fixture_import (fixture, book, NULL);
  g_autofree char *shared = NULL;

  g_assert_cmpstr (outcome, ==, "2+0=0-0 0>2 null");
  cli_fixture_assert_table (fixture, "asset", "name|confidentiality|integrity|availability",
                            "顧客名簿|3|2|1\n図面|1|2|3");

  /* What one sheet does not say, the others do; if they contradict each other, nobody does. */
  g_free (write_book (fixture, unsure));
  shared = cli_fixture_import (fixture, book, NULL);
  g_assert_cmpstr (shared, ==, "1+1=0-1 2>3 0-2");
  cli_fixture_assert_table (fixture, "asset", "name|confidentiality",
                            "顧客名簿|1\n図面|1\n見積書|2");
  g_free (write_book (fixture, mixed));
  g_free (cli_fixture_fail (fixture, 1, "import", fixture->path, book, NULL));
}

static void
test_names_the_sheet_of_what_is_rejected (CliFixture *fixture, gconstpointer data)
{
  static const BookSheet sheets[] = {
    { "営業部", PLAIN "営業|顧客名簿|金庫|3|2|1\n", FALSE },
    { "総務部", PLAIN "総務|給与明細|書類|3|2|1\n総務||書類|3|2|1\n", FALSE },
    { NULL },
  };
  g_autofree char *book = write_book (fixture, sheets);
  g_autoptr (JsonNode) node =
      cli_fixture_json (fixture, "import", fixture->path, book, "--json", NULL);
  JsonArray *unread = json_object_get_array_member (json_node_get_object (node), "unread");
  JsonArray *rejected = json_object_get_array_member (json_node_get_object (node), "rejected");
  JsonObject *first = json_array_get_object_element (unread, 0);
  JsonObject *second = json_array_get_object_element (rejected, 0);

  g_assert_cmpuint (json_array_get_length (unread), ==, 1);
  g_assert_cmpuint (json_array_get_length (rejected), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (first, "text"), ==, "金庫");
  g_assert_cmpstr (json_object_get_string_member (first, "sheet"), ==, "営業部");
  g_assert_cmpint (json_object_get_int_member (first, "row"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (first, "column"), ==, "媒体・保存先");
  g_assert_cmpstr (json_object_get_string_member (second, "sheet"), ==, "総務部");
  g_assert_cmpint (json_object_get_int_member (second, "row"), ==, 3);
}

static void
test_tells_what_is_doubtful (CliFixture *fixture, gconstpointer data)
{
  static const BookSheet before[] = {
    { "台帳",
      PLAIN "営業|カタログ|書類|2|2|3\n営業|株式会社タガ屋との契約|書類|2|2|1\n"
            "総務|鍵|書類|2|2|1\n総務|伝票|書類|2|2|1\n総務|伝票|書類|2|1|1\n"
            "営業|見積書|書類|1|1|1\n営業|見積書|事務所PC|1|1|1\n人事|名簿|書類|1|1|1\n",
      FALSE },
    { NULL },
  };
  static const BookSheet after[] = {
    { "甲",
      PLAIN "営業|ｶﾀﾛｸﾞ|書類|2|2|3\n営業|タガ屋との契約（株）|書類|2|2|1\n"
            "営業|㈱タガ屋との契約|書類|2|2|1\n人事|鍵|書類|2|2|1\n総務|伝票|書類|1|1|1\n"
            "営業|見積書|クラウド|1|1|1\n人事|名簿|クラウド|1|1|1\n営業|新しい資産|書類|1|1|1\n",
      FALSE },
    { "乙", PLAIN "営業|新しい資産|書類|1|2|1\n", FALSE },
    { NULL },
  };
  g_autofree char *book = write_book (fixture, before);
  g_autofree char *outcome = cli_fixture_import (fixture, book, NULL);
  g_autofree char *doubts = NULL;

  g_assert_cmpstr (outcome, ==, "8+0=0-0 0>8 1-3");
  g_free (write_book (fixture, after));
  doubts = list_doubts (fixture, book);
  g_assert_cmpstr (
      doubts, ==,
      "甲 2 changed 1 The register writes the name differently: “カタログ ・ 営業 ・ Paper "
      "documents”.\n"
      "甲 4 changed 2 The register writes the name differently: “株式会社タガ屋との契約 ・ 営業 "
      "・ Paper documents”.\n"
      "甲 5 changed 3 Found by its name and medium only: “鍵 ・ 総務 ・ Paper documents”.\n"
      "甲 6 changed 4 The register has several of that name. The first one is taken: “伝票 ・ 総務 "
      "・ Paper documents”.\n"
      "甲 7 new The register has assets that are called so; which one is meant cannot be told.\n"
      "甲 8 changed 8 Found by its business and name only: “名簿 ・ 人事 ・ Paper documents”.\n"
      "乙 2 new Another sheet of the file has the same asset.");
}

/* What is merged over rows is only known at the end of a sheet; the others are read once more. */
static void
test_reads_merged_cells_on_any_sheet (CliFixture *fixture, gconstpointer data)
{
#define MERGED "<mergeCells><mergeCell ref='A2:A3'/></mergeCells>"
  static const BookSheet sheets[] = {
    { "営業部", PLAIN "営業|顧客名簿|書類|3|2|1\n|見積書|書類|3|2|1\n", FALSE, MERGED },
    { "総務部", PLAIN "総務|給与明細|書類|3|2|1\n|契約書|書類|3|2|1\n", FALSE, MERGED },
    { NULL },
  };
  g_autofree char *book = write_book (fixture, sheets);
  g_autofree char *outcome = cli_fixture_import (fixture, book, NULL);

  g_assert_cmpstr (outcome, ==, "4+0=0-0 0>4 1-3");
  cli_fixture_assert_table (fixture, "asset", "business|name",
                            "営業|顧客名簿\n営業|見積書\n総務|給与明細\n総務|契約書");
}

static void
test_survives_odd_workbooks (CliFixture *fixture, gconstpointer data)
{
  static const BookSheet twins[] = {
    { "台帳", PLAIN "営業|顧客名簿|書類|3|2|1\n", FALSE },
    { "台帳", PLAIN "総務|給与明細|書類|3|2|1\n", FALSE },
    { NULL },
  };
  static const BookSheet blank[] = {
    { "営業部", PLAIN, FALSE },
    { "総務部", PLAIN, FALSE },
    { NULL },
  };
  g_autofree BookSheet *many = g_new0 (BookSheet, 1001);
  g_autofree char *book = write_book (fixture, blank);
  g_autofree char *nothing = cli_fixture_import (fixture, book, NULL);
  g_autofree char *both = NULL;
  g_autofree char *all = NULL;

  g_assert_cmpstr (nothing, ==, "0+0=0-0 0>0 null");

  g_free (write_book (fixture, twins));
  both = cli_fixture_import (fixture, book, "--sheet", "台帳", NULL);
  g_assert_cmpstr (both, ==, "2+0=0-0 0>2 1-3");

  for (guint i = 0; i < 1000; i++)
    many[i] = (BookSheet){ "部署", i % 2 == 0 ? PLAIN "営業|資産|書類|3|2|1\n"
                                              : LONG "総務|資料||書類|3|2|1\n" };
  g_free (write_book (fixture, many));
  all = cli_fixture_import (fixture, book, "--dry-run", NULL);
  g_assert_cmpstr (all, ==, "1000+0=0-2 2>2 1-3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  cli_fixture_add ("/import-sheets/takes-the-sheet-of-each-department", "ipa-3.1",
                   test_takes_the_sheet_of_each_department);
  cli_fixture_add ("/import-sheets/knows-everyday-headings", "ipa-3.1",
                   test_knows_everyday_headings);
  cli_fixture_add ("/import-sheets/takes-the-sheets-that-are-named", "ipa-3.1",
                   test_takes_the_sheets_that_are_named);
  cli_fixture_add ("/import-sheets/heeds-the-scale-of-each-sheet", "ipa-3.1",
                   test_heeds_the_scale_of_each_sheet);
  cli_fixture_add ("/import-sheets/names-the-sheet-of-what-is-rejected", "ipa-3.1",
                   test_names_the_sheet_of_what_is_rejected);
  cli_fixture_add ("/import-sheets/tells-what-is-doubtful", "ipa-3.1", test_tells_what_is_doubtful);
  cli_fixture_add ("/import-sheets/reads-merged-cells-on-any-sheet", "ipa-3.1",
                   test_reads_merged_cells_on_any_sheet);
  cli_fixture_add ("/import-sheets/survives-odd-workbooks", "ipa-3.1", test_survives_odd_workbooks);

  return g_test_run ();
}
