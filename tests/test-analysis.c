#include <string.h>

#include <glib/gstdio.h>

#include "office-fixture.h"
#include "store-fixture.h"
#include "taga-export.h"
#include "taga-round.h"

/* The workbook of the analysis, as other programs read it and compute it. */

static char *export(CliFixture *fixture, const char *name)
{
  char *target = cli_fixture_path (fixture, name);

  g_free (cli_fixture_do (fixture, "export", fixture->path, target, "--report", "analysis",
                          "--replace", NULL));
  return target;
}

/* The cells of a sheet, from a row on. */
static char *
read_sheet (CliFixture *fixture, const char *book, const char *sheet, const char *first)
{
  return office_fixture_python (fixture, NULL, "text", book, sheet, "--first", first, NULL);
}

static void
assert_shows (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* Without the results LibreOffice has to compute each formula, and comes to the same. */
static void
assert_computes_the_same (CliFixture *fixture, const char *book)
{
  g_autofree char *computed = NULL;
  g_autofree char *differences = NULL;

  g_free (office_fixture_python (fixture, NULL, "strip", book, "式だけ.xlsx", NULL));
  computed = office_fixture_convert (fixture, "式だけ.xlsx", "xlsx");
  differences = office_fixture_python (fixture, NULL, "compare", book, computed, NULL);
  if (!g_str_has_prefix (differences, "formulas "))
    g_error ("Results differ:\n%s", differences);
  g_assert_cmpint (atoi (differences + strlen ("formulas ")), >, 100);
}

static gboolean
has_office (void)
{
  return office_fixture_has (OFFICE_OPENPYXL) && office_fixture_has (OFFICE_LIBREOFFICE);
}

static void
add_hostile_data (CliFixture *fixture)
{
  g_free (cli_fixture_do (fixture, "set", fixture->path, "asset", "1", "name==cmd|' /C calc'!A1",
                          "threat-override=3", "threat-reason=<b>&\"引用\"</b>", "treatment=accept",
                          "treatment-reason==1+1", "accepted-by=社長", NULL));
  g_free (cli_fixture_do (fixture, "set", fixture->path, "asset", "2", "vulnerability-override=1",
                          "vulnerability-reason=理由", "name=_x0041_", NULL));
  g_free (cli_fixture_do (fixture, "add", fixture->path, "own_item", "list=check", "group=1",
                          "title=\"自社の\"項目、その1ですか。", NULL));
  g_free (cli_fixture_do (fixture, "add", fixture->path, "own_item", "list=threat", "group=paper",
                          "title=@自社の脅威", NULL));
  g_free (cli_fixture_do (fixture, "set", fixture->path, "check", "1", "answer=4", NULL));
  g_free (cli_fixture_do (fixture, "add", fixture->path, "measure", "name==HYPERLINK(\"x\")",
                          "status=doing", "budget=1200000", "planned-end=2020-01-31",
                          "checks=1-1 own-1", NULL));
}

static void
test_computes_as_libreoffice_does (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *book = NULL;

  if (!has_office ())
    return;

  book = export(fixture, "分析.xlsx");
  assert_computes_the_same (fixture, book);
}

static void
test_takes_any_text_and_own_items (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *book = NULL;
  g_autofree char *register_text = NULL;
  g_autofree char *risks = NULL;
  g_autofree char *checks = NULL;
  g_autofree char *threats = NULL;
  g_autofree char *measures = NULL;
  g_autofree char *outcome = NULL;

  if (!has_office ())
    return;

  add_hostile_data (fixture);
  book = export(fixture, "分析.xlsx");
  assert_computes_the_same (fixture, book);

  register_text = read_sheet (fixture, book, "情報資産管理台帳", "4");
  assert_shows (register_text, "|=cmd|' /C calc'!A1|");
  /* This reader leaves the escape in, where the text is none; the import below takes it out. */
  assert_shows (register_text, "|_x005F_x0041_|");
  risks = read_sheet (fixture, book, "リスク", "4");
  assert_shows (risks, "|保有|=1+1|");
  assert_shows (risks, "|社長|");
  assert_shows (risks, "|脅威を3とした：<b>&\"引用\"</b>\n");
  checks = read_sheet (fixture, book, "対策状況チェック", "3");
  assert_shows (checks, "|自社|\"自社の\"項目、その1ですか。|");
  threats = read_sheet (fixture, book, "脅威の状況", "3");
  assert_shows (threats, "書類|@自社の脅威|");
  measures = read_sheet (fixture, book, "対策", "4");
  assert_shows (measures, "|=HYPERLINK(\"x\")|");
  assert_shows (measures, "合計|");

  /* What the register's sheet holds is the register. */
  outcome = cli_fixture_import (fixture, book, NULL);
  assert_shows (outcome, "0+0=");
  assert_shows (outcome, "-0 ");
}

/* The risk of each asset as the program sees it, by number. */
static char *
get_risks (CliFixture *fixture)
{
  return cli_fixture_table (fixture, "risk", "importance|likelihood|risk");
}

static void
test_an_answer_changes_the_risk (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *book = NULL;
  g_autofree char *before = get_risks (fixture);
  g_autofree char *computed = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;

  if (!has_office ())
    return;

  /* The same change in the workbook and in the program: the first threat to paper. */
  book = export(fixture, "分析.xlsx");
  g_free (office_fixture_python (fixture, NULL, "edit", book, "直した.xlsx", "脅威の状況", "C3",
                                 "3:通常の状態で発生する（いつ発生してもおかしくない）", NULL));
  computed = office_fixture_convert (fixture, "直した.xlsx", "xlsx");
  theirs = office_fixture_python (fixture, NULL, "text", computed, "情報資産管理台帳", "--first",
                                  "4", "--columns", "13,18,20", NULL);
  g_free (cli_fixture_do (fixture, "set", fixture->path, "threat", "1", "frequency=3", NULL));
  ours = get_risks (fixture);

  g_assert_cmpstr (g_strchomp (theirs), ==, ours);
  g_assert_cmpstr (ours, !=, before);
}

static void
test_a_check_changes_the_risk (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *book = NULL;
  g_autofree char *computed = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *diagnosis = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *again = NULL;
  g_autofree char *expected = NULL;

  if (!has_office ())
    return;

  book = export(fixture, "分析.xlsx");
  g_free (office_fixture_python (fixture, NULL, "edit", book, "直した.xlsx", "対策状況チェック",
                                 "D7", "3：実施してない／わからない", NULL));
  computed = office_fixture_convert (fixture, "直した.xlsx", "xlsx");
  theirs =
      office_fixture_python (fixture, NULL, "text", computed, "媒体別の状況", "--first", "4", NULL);
  diagnosis =
      office_fixture_python (fixture, NULL, "text", computed, "診断結果", "--first", "3", NULL);

  g_free (cli_fixture_do (fixture, "set", fixture->path, "check", "5", "answer=3", NULL));
  again = export(fixture, "もう一度.xlsx");
  ours = read_sheet (fixture, again, "媒体別の状況", "4");
  expected = read_sheet (fixture, again, "診断結果", "3");
  g_assert_cmpstr (theirs, ==, ours);
  g_assert_cmpstr (diagnosis, ==, expected);
}

static void
test_compares_two_rounds (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *book = NULL;
  g_autofree char *rounds = NULL;
  g_autofree char *bands = NULL;
  g_autofree char *turned = NULL;
  g_autofree char *other_way = NULL;
  g_autofree char *front = NULL;
  g_autofree char *cover = NULL;

  if (!has_office ())
    return;

  /* In the sample the first round that was judged has the higher number. */
  book = export(fixture, "分析.xlsx");
  cover = read_sheet (fixture, book, "表紙", "1");
  assert_shows (cover, "作成|承認");
  assert_shows (cover, "この会社は架空です");
  assert_shows (cover, "評価中（まだ確定していません）");
  rounds = read_sheet (fixture, book, "評価回の比較", "1");
  assert_shows (rounds, "前：取組前の評価　2026/4/15　評価者 専門家");
  assert_shows (rounds, "\\n後：第1回評価　2026/10/5　評価者 自社　評価中\\n");
  assert_shows (rounds, "ネットワークセキュリティ|0|1.7|1.7\n");
  bands = read_sheet (fixture, book, "リスクの比較", "4");
  assert_shows (bands, "\n前|29|7|6|2|44\n後|18|9|15|2|44\n");

  turned = cli_fixture_path (fixture, "逆.xlsx");
  g_free (cli_fixture_do (fixture, "export", fixture->path, turned, "--report", "analysis",
                          "--before", "1", "--after", "2", "--paper", "a3", "--approval",
                          "社長|監査", "--mark", "社外秘", "--document-number", "ISMS-7", NULL));
  front = read_sheet (fixture, turned, "表紙", "1");
  assert_shows (front, "社長|監査");
  assert_shows (front, "\n文書番号|ISMS-7|");
  assert_shows (front, "\n取り扱い|社外秘|");
  other_way = read_sheet (fixture, turned, "リスクの比較", "4");
  assert_shows (other_way, "\n前|18|9|15|2|44\n後|29|7|6|2|44\n");
}

static void
test_says_why_there_is_nothing_to_compare (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *book = NULL;
  g_autofree char *rounds = NULL;
  g_autofree char *sheets = NULL;
  g_autofree char *cover = NULL;

  if (!office_fixture_has (OFFICE_OPENPYXL))
    return;

  book = export(fixture, "空.xlsx");
  rounds = read_sheet (fixture, book, "評価回の比較", "1");
  assert_shows (rounds, "比べる相手になる、前の評価回がありません。");
  sheets = office_fixture_python (fixture, NULL, "sheets", book, NULL);
  g_assert_null (strstr (sheets, "資産の変化"));
  cover = read_sheet (fixture, book, "表紙", "1");
  assert_shows (cover, "情報資産（件）|0|");
  g_assert_null (strstr (cover, "資産の変化"));
}

static void
test_guides_who_fills_it_in (CliFixture *fixture, gconstpointer kind)
{
  static const char *const lines[] = {
    "sheet 表紙 visible\npanes None\ntitles None\norientation portrait 8\n",
    "sheet 情報資産管理台帳 visible\npanes C4\ntitles $1:$3\norientation landscape 8\n",
    "sheet 脅威の状況 visible\npanes B3\ntitles $1:$2\norientation landscape 8\nlist C3:",
    "sheet 対策状況チェック visible\npanes C3\ntitles $1:$2\norientation landscape 8\nlist D3:",
    "sheet リスク visible\npanes E4\ntitles $1:$3\norientation landscape 8\nlist L4:",
    "sheet 対策 visible\npanes C4\ntitles $1:$3\norientation landscape 8\nlist C4:C10 list "
    "'選択肢'!$C$1:$C$4\nlist D4:D10 ",
    "sheet 資産の変化 visible\npanes B4\n",
    "sheet 選択肢 hidden\n",
  };
  g_autofree char *book = cli_fixture_path (fixture, "分析.xlsx");
  g_autofree char *sheets = NULL;

  if (!office_fixture_has (OFFICE_OPENPYXL))
    return;

  g_free (cli_fixture_do (fixture, "export", fixture->path, book, "--report", "analysis", "--paper",
                          "a3", NULL));
  sheets = office_fixture_python (fixture, NULL, "sheets", book, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_shows (sheets, lines[i]);
}

static void
test_refuses_what_cannot_be (CliFixture *fixture, gconstpointer kind)
{
  g_autofree char *book = cli_fixture_path (fixture, "分析.xlsx");
  g_autofree char *nowhere = cli_fixture_path (fixture, "ない/分析.xlsx");
  g_autofree char *missing = cli_fixture_fail (fixture, 1, "export", fixture->path, book,
                                               "--report", "analysis", "--after", "99", NULL);
  g_autofree char *folder =
      cli_fixture_fail (fixture, 1, "export", fixture->path, nowhere, "--report", "analysis", NULL);
  g_autofree char *misused =
      cli_fixture_fail (fixture, 2, "export", fixture->path, book, "--before", "1", NULL);

  assert_shows (missing, "99");
  assert_shows (folder, "its folder is not there");
  assert_shows (misused, "The report “register” has no use for --before.");
  g_assert_false (g_file_test (book, G_FILE_TEST_EXISTS));
}

typedef struct
{
  GCancellable *cancellable;
  double cancel_at;
} Watch;

static void
watch_progress (double fraction, gpointer user_data)
{
  Watch *watch = user_data;

  if (fraction >= watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
}

/* One that is stopped leaves nothing behind, and the file can be read again at once. */
static void
test_can_be_stopped (StoreFixture *fixture, gconstpointer kind)
{
  static const double moments[] = { 0, 0.1, 0.3, 0.93, 2 };
  g_autofree char *path = g_build_filename (fixture->folder, "分析.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (TagaDocument) document =
          taga_export_create (fixture->store, "analysis", TAGA_PAPER_A4, &error);
      Watch watch = { cancellable, moments[i] };
      gboolean is_last = i + 1 == G_N_ELEMENTS (moments);
      gboolean is_written;

      g_assert_no_error (error);
      is_written = taga_document_write (document, file, TAGA_WRITE_NONE, watch_progress, &watch,
                                        cancellable, NULL, NULL, &error);
      g_assert_true (is_written == is_last);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == is_last);
      if (!is_last)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* How many sections there are, and how many rows the sheets have. */
static guint64
count_rows (StoreFixture *fixture, const TagaExportOptions *options, guint *n_sections)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaDocument) document =
      taga_export_new_document (fixture->store, "analysis", options, &error);

  g_assert_no_error (error);
  *n_sections = taga_document_get_n_sections (document);

  return taga_document_count_rows (document);
}

/* Without options it is the two latest rounds, by their days and not by their numbers. */
static void
test_takes_the_two_latest_rounds (StoreFixture *fixture, gconstpointer kind)
{
  TagaExportOptions options = { 0 };
  guint n_sections, n_with;
  guint64 n_rows;

  g_assert_cmpuint (count_rows (fixture, &options, &n_with), >, 0);
  g_assert_cmpuint (n_with, ==, 13);

  /* A round of long ago is none of the two. */
  n_rows = count_rows (fixture, &options, &n_sections);
  store_fixture_add (fixture->store, TAGA_TYPE_ROUND, "name", "昔", "date", "2001-04-01", NULL);
  g_assert_cmpuint (count_rows (fixture, &options, &n_sections), ==, n_rows);
  options.before = 3;
  g_assert_cmpuint (count_rows (fixture, &options, &n_sections), !=, n_rows);
  g_assert_cmpuint (n_sections, ==, n_with);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  cli_fixture_add ("/analysis/computes-as-libreoffice-does/sample", "sample",
                   test_computes_as_libreoffice_does);
  cli_fixture_add ("/analysis/computes-as-libreoffice-does/new", "ipa-3.1",
                   test_computes_as_libreoffice_does);
  cli_fixture_add ("/analysis/computes-as-libreoffice-does/old-edition", "ipa-3.0",
                   test_computes_as_libreoffice_does);
  cli_fixture_add ("/analysis/takes-any-text-and-own-items", "sample",
                   test_takes_any_text_and_own_items);
  cli_fixture_add ("/analysis/an-answer-changes-the-risk", "sample",
                   test_an_answer_changes_the_risk);
  cli_fixture_add ("/analysis/a-check-changes-the-risk", "sample", test_a_check_changes_the_risk);
  cli_fixture_add ("/analysis/compares-two-rounds", "sample", test_compares_two_rounds);
  cli_fixture_add ("/analysis/says-why-there-is-nothing-to-compare", "ipa-3.1",
                   test_says_why_there_is_nothing_to_compare);
  cli_fixture_add ("/analysis/guides-who-fills-it-in", "sample", test_guides_who_fills_it_in);
  g_test_add ("/analysis/can-be-stopped", StoreFixture, "sample", store_fixture_set_up,
              test_can_be_stopped, store_fixture_tear_down);
  g_test_add ("/analysis/takes-the-two-latest-rounds", StoreFixture, "sample", store_fixture_set_up,
              test_takes_the_two_latest_rounds, store_fixture_tear_down);
  cli_fixture_add ("/analysis/refuses-what-cannot-be", "sample", test_refuses_what_cannot_be);

  return g_test_run ();
}
