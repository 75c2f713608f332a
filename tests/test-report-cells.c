#include <glib/gstdio.h>
#include <string.h>

#include "report-folder.h"
#include "report-sample.h"
#include "taga-package.h"

#define TEXT(t)                                                                                    \
  {                                                                                                \
    (char *) t, TAGA_UNKNOWN                                                                       \
  }
#define NUMBER(n)                                                                                  \
  {                                                                                                \
    NULL, n                                                                                        \
  }

static void
write_cells (ReportFolder *folder,
             const TagaColumn *columns,
             guint n_columns,
             const TagaValue *cells,
             guint n_rows)
{
  g_autoptr (TagaDocument) document =
      report_sample_new_document (columns, n_columns, cells, n_rows);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      report_folder_write (folder, document, "表.xlsx", TAGA_WRITE_REPLACE, NULL, &error));
  g_assert_no_error (error);
}

static const TagaColumn text_columns[] = { { "a", "名称", .width = 20 } };

/* The only sheet's part, which is as it was written: no other program's reading lies between. */
static char *
write_text (ReportFolder *folder, const char *text)
{
  const TagaValue cells[] = { TEXT (text) };

  write_cells (folder, text_columns, 1, cells, 1);
  return report_folder_load_part (folder, "xl/worksheets/sheet1.xml");
}

static void
test_writes_any_text_as_text (ReportFolder *folder, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { "=cmd|' /C calc'!A0", "<is><t>=cmd|' /C calc'!A0</t></is>" },
    { "{=1}", "<is><t>{=1}</t></is>" },
    { "+1", "<is><t>+1</t></is>" },
    { "https://example.jp/", "<is><t>https://example.jp/</t></is>" },
    { "0120", "<is><t>0120</t></is>" },
    { "</t></is></c>", "<is><t>&lt;/t&gt;&lt;/is&gt;&lt;/c&gt;</t></is>" },
    { "<row ", "<is><t xml:space=\"preserve\">&lt;row </t></is>" },
    { "&amp;", "<is><t>&amp;amp;</t></is>" },
    { "\"", "<is><t>\"</t></is>" },
    { "'", "<is><t>'</t></is>" },
    { "一行目\n二行目", "<is><t>一行目\n二行目</t></is>" },
    { "一行目\r\n二行目\r三行目", "<is><t>一行目\n二行目\n三行目</t></is>" },
    { "\x01\x1F\x7F制\x0B御", "<is><t>制御</t></is>" },
    { "\xC2\x85次", "<is><t>次</t></is>" },
    { "\xEF\xBF\xBE\xEF\xBF\xBF末", "<is><t>末</t></is>" },
    { "\xFF\xE3\x81", "<is><t>\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD</t></is>" },
    { "_x000D_と_x0041", "<is><t>_x005F_x000D_と_x0041</t></is>" },
    { "_x0041_x0042_", "<is><t>_x005F_x0041_x005F_x0042_</t></is>" },
    { "𠮷野家😀", "<is><t>𠮷野家😀</t></is>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sheet = write_text (folder, cases[i].text);
      g_autofree char *expected =
          g_strconcat ("t=\"inlineStr\">", cases[i].written, "</c></row></sheetData>", NULL);

      if (strstr (sheet, expected) == NULL)
        g_test_message ("%s", sheet);
      g_assert_nonnull (strstr (sheet, expected));
    }
}

static void
test_leaves_empty_cells_empty (ReportFolder *folder, gconstpointer data)
{
  static const char *const texts[] = { NULL, "", "\x01" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *sheet = write_text (folder, texts[i]);

      g_assert_nonnull (strstr (sheet, "<row r=\"3\"><c r=\"A3\" s=\"3\"/></row></sheetData>"));
    }
}

static char *
repeat (const char *text, guint n)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (result, text);

  return g_string_free (result, FALSE);
}

static void
test_refuses_texts_that_are_too_long (ReportFolder *folder, gconstpointer data)
{
  static const struct
  {
    const char *character;
    guint n;
    gboolean fits;
  } cases[] = {
    { "a", 32767, TRUE },   { "a", 32768, FALSE }, { "字", 32767, TRUE },
    { "字", 32768, FALSE }, { "𠮷", 16383, TRUE }, { "𠮷", 16384, FALSE },
  };
  static const TagaColumn columns[] = { { "a", "番号", .width = 5 },
                                        { "b", "備\n考", .width = 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].character, cases[i].n);
      const TagaValue cells[] = { TEXT ("1"), TEXT ("短い"), TEXT ("2"), TEXT (text) };
      g_autoptr (TagaDocument) document = report_sample_new_document (columns, 2, cells, 2);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (
          report_folder_write (folder, document, "表.xlsx", TAGA_WRITE_REPLACE, NULL, &error), ==,
          cases[i].fits);
      if (cases[i].fits)
        continue;

      g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_TOO_LARGE);
      g_assert_nonnull (strstr (error->message, "row 2 of the table, column “備考”"));
    }

  g_assert_cmpuint (report_folder_count (folder), ==, 1);
}

static gboolean
next_never (TagaRowSource *source, TagaValue *cells, gboolean *has_row, GError **error)
{
  g_assert_not_reached ();
}

static void
free_source (TagaRowSource *source)
{
  g_free (source);
}

static void
test_refuses_too_many_rows_at_once (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (TagaDocument) document = taga_document_new ("表", "会社", NULL, TRUE);
  TagaRowSource *rows = g_new0 (TagaRowSource, 1);
  g_autoptr (GError) error = NULL;

  rows->next = next_never;
  rows->free = free_source;
  rows->n_rows = 1048575;
  taga_document_add_section (document, "表");
  taga_document_add_table (document, taga_table_new (NULL, text_columns, 1, rows));

  g_assert_false (report_folder_write (folder, document, "表.xlsx", 0, NULL, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_TOO_LARGE);
  g_assert_cmpuint (report_folder_count (folder), ==, 0);
}

static void
test_writes_days_as_days (ReportFolder *folder, gconstpointer data)
{
  static const TagaColumn columns[] = { { "on", "登録日", .kind = TAGA_COLUMN_DATE, .width = 10 } };
  static const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { "1900-03-01", "<v>61</v>" },
    { "2000-02-29", "<v>36585</v>" },
    { "2026-11-22", "<v>46348</v>" },
    { "9999-12-31", "<v>2958465</v>" },
    { "1900-02-28", "<t>1900-02-28</t>" },
    { "2026-02-29", "<t>2026-02-29</t>" },
    { "2026-13-01", "<t>2026-13-01</t>" },
    { "2026-1-1", "<t>2026-1-1</t>" },
    { "２０２６-01-01", "<t>２０２６-01-01</t>" },
    { "令和8年11月", "<t>令和8年11月</t>" },
    { "2026-11-22 ", "<t xml:space=\"preserve\">2026-11-22 </t>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TagaValue cells[] = { TEXT (cases[i].text) };
      g_autofree char *sheet = NULL;

      write_cells (folder, columns, 1, cells, 1);
      sheet = report_folder_load_part (folder, "xl/worksheets/sheet1.xml");
      g_assert_nonnull (strstr (sheet, cases[i].written));
    }
}

static void
test_keeps_what_is_not_known (ReportFolder *folder, gconstpointer data)
{
  static const TagaColumn columns[] = {
    { "a", "評価値", .kind = TAGA_COLUMN_NUMBER, .width = 5 },
    { "b", "重要度", .kind = TAGA_COLUMN_NUMBER, .formula = "=SUM({a},{1,2})*{a}", .width = 5 },
    { "c", "言葉", .formula = "=IF({b}>1,\"<大>\",\"\")", .width = 5 },
  };
  static const TagaValue cells[] = {
    NUMBER (2),  NUMBER (10), TEXT ("<大>"), NUMBER (TAGA_UNKNOWN), NUMBER (TAGA_UNKNOWN),
    TEXT (NULL),
  };
  g_autofree char *sheet = NULL;

  write_cells (folder, columns, 3, cells, 2);
  sheet = report_folder_load_part (folder, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (sheet,
                            "<row r=\"3\"><c r=\"A3\" s=\"3\"><v>2</v></c>"
                            "<c r=\"B3\" s=\"3\"><f>SUM(A3,{1,2})*A3</f><v>10</v></c>"
                            "<c r=\"C3\" s=\"4\" t=\"str\"><f>IF(B3&gt;1,\"&lt;大&gt;\",\"\")</f>"
                            "<v>&lt;大&gt;</v></c></row>"));
  g_assert_nonnull (strstr (sheet,
                            "<row r=\"4\"><c r=\"A4\" s=\"3\"/>"
                            "<c r=\"B4\" s=\"3\" t=\"str\"><f>SUM(A4,{1,2})*A4</f><v></v></c>"
                            "<c r=\"C4\" s=\"4\" t=\"str\">"));
}

static void
test_puts_blocks_under_each_other (ReportFolder *folder, gconstpointer data)
{
  static const TagaColumn columns[] = {
    { "a", "項目", .list = "medium", .width = 20 },
    { "b", "件数", .kind = TAGA_COLUMN_NUMBER, .width = 6 },
  };
  static const TagaValue cells[] = { TEXT ("書類"), NUMBER (1200), TEXT ("=1"), NUMBER (0) };
  g_autoptr (TagaDocument) document = report_sample_new_document (columns, 2, cells, 2);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *lists = NULL;

  if (!report_folder_has_python ())
    {
      g_test_skip ("openpyxl is not installed");
      return;
    }

  taga_document_add_paragraph (document, "読み方\n件数は見直しの日のもの");
  taga_document_add_paragraph (document, "以上");
  taga_document_add_table (
      document, taga_table_new ("二つ目", columns, 2, report_sample_new_rows (cells, 2, 1)));
  taga_document_add_section (document, "文章");
  taga_document_add_paragraph (document, "=表のない紙");
  g_assert_true (report_folder_write (folder, document, "表.xlsx", 0, NULL, NULL));

  first = report_folder_dump (folder, "values", 0, 1);
  g_assert_cmpstr (
      first, ==,
      "情報資産管理台帳\t\n項目\t件数\n書類\t1200\n=1\t0\n\t\n"
      "読み方|件数は見直しの日のもの\t\n以上\t\n\t\n二つ目\t\n項目\t件数\n書類\t1200\n");
  second = report_folder_dump (folder, "values", 1, 1);
  g_assert_cmpstr (second, ==, "文章\n=表のない紙\n");
  lists = report_folder_dump (folder, "values", 2, 1);
  g_assert_cmpstr (lists, ==,
                   "書類\t有\t3\n可搬電子媒体\t\t2\n事務所PC\t\t1\nモバイル機器\t\t\n"
                   "社内サーバー\t\t\n社外サーバー\t\t\n");
}

static void
test_names_every_sheet (ReportFolder *folder, gconstpointer data)
{
  static const char *const headings[] = {
    "選択肢",
    "a/b[c]:*?\\'",
    "A／B［C］：＊？＼’",
    "",
    "\x01\xFF",
    "履歴",
    "History",
    "とても長い見出しなので途中で切らなければ表計算ソフトが受け付けないもの",
    "とても長い見出しなので途中で切らなければ表計算ソフトが受け付けないもの２",
    "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷",
  };
  static const char program[] = "import sys, openpyxl\n"
                                "book = openpyxl.load_workbook(sys.argv[1])\n"
                                "open(sys.argv[1] + '.txt', 'w', encoding='utf-8').write(\n"
                                "    '\\n'.join(s.title for s in book.worksheets))\n";
  static const TagaValue cells[] = { TEXT ("1") };
  g_autoptr (TagaDocument) document = report_sample_new_document (text_columns, 1, cells, 1);
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  if (!report_folder_has_python ())
    {
      g_test_skip ("openpyxl is not installed");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      taga_document_add_section (document, headings[i]);
      taga_document_add_table (
          document, taga_table_new (NULL, text_columns, 1, report_sample_new_rows (cells, 1, 1)));
    }
  g_assert_true (report_folder_write (folder, document, "表.xlsx", 0, NULL, &error));
  g_assert_no_error (error);

  names = report_folder_run_python (folder, program, "", 0, 0);
  g_assert_cmpstr (names, ==,
                   "情報資産管理台帳\n選択肢 (2)\na／b［c］：＊？＼’\nA／B［C］：＊？＼’ (2)\n"
                   "シート\n\xEF\xBF\xBD\n履歴 (2)\nHistory (2)\n"
                   "とても長い見出しなので途中で切らなければ表計算ソフトが受け付け\n"
                   "とても長い見出しなので途中で切らなければ表計算ソフト (2)\n"
                   "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷\n選択肢");
}

static void
test_escapes_the_printed_header (ReportFolder *folder, gconstpointer data)
{
  g_autofree char *long_name = repeat ("株式会社＆", 40);
  g_autofree char *company = g_strconcat ("3M&P\n", long_name, NULL);
  g_autoptr (TagaDocument) document = taga_document_new ("R&D\xFF", company, NULL, FALSE);
  g_autofree char *sheet = NULL;
  static const TagaValue cells[] = { TEXT ("1") };

  taga_document_add_section (document, "表");
  taga_document_add_table (
      document, taga_table_new (NULL, text_columns, 1, report_sample_new_rows (cells, 1, 1)));
  g_assert_true (report_folder_write (folder, document, "表.xlsx", 0, NULL, NULL));

  sheet = report_folder_load_part (folder, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (
      strstr (sheet, "<oddHeader>&amp;L&amp;9&amp;\"游ゴシック,Regular\"3M&amp;&amp;P 株"));
  g_assert_nonnull (strstr (
      sheet, "<oddFooter>&amp;L&amp;9&amp;\"游ゴシック,Regular\"R&amp;&amp;D\xEF\xBF\xBD&amp;R"));
}

static void
test_notices_a_damaged_package (ReportFolder *folder, gconstpointer data)
{
  const TagaPackagePart good[] = { { "xl/worksheets/sheet1.xml", "<row ", 3 } };
  const TagaPackagePart wrong[] = { { "xl/worksheets/sheet1.xml", "<row ", 4 } };
  const TagaPackagePart missing[] = { { "xl/worksheets/sheet9.xml", "<row ", 3 } };
  g_autofree char *sheet = write_text (folder, "名簿");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  guint n_noticed = 0;
  gsize length;

  g_assert_true (taga_package_check (folder->target, good, 1, &error));
  g_assert_no_error (error);
  g_assert_false (taga_package_check (folder->target, wrong, 1, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (taga_package_check (folder->target, missing, 1, NULL));

  /* Bytes of the packed parts; what lies between them is not all looked at. */
  contents = report_folder_load (folder, &length);
  for (gsize i = 100; i < length - 1500; i += 199)
    {
      contents[i] ^= 0x10;
      g_assert_true (g_file_set_contents (folder->target, contents, (gssize) length, NULL));
      n_noticed += !taga_package_check (folder->target, good, 1, NULL);
      contents[i] ^= 0x10;
    }
  g_assert_cmpuint (n_noticed, >, (length - 1600) / 199 * 8 / 10);

  g_assert_true (g_file_set_contents (folder->target, contents, (gssize) length / 2, NULL));
  g_assert_false (taga_package_check (folder->target, good, 1, NULL));
}

#define ADD(path, test)                                                                            \
  g_test_add ("/report/cells/" path, ReportFolder, NULL, report_folder_set_up, test,               \
              report_folder_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("writes-any-text-as-text", test_writes_any_text_as_text);
  ADD ("leaves-empty-cells-empty", test_leaves_empty_cells_empty);
  ADD ("refuses-texts-that-are-too-long", test_refuses_texts_that_are_too_long);
  ADD ("refuses-too-many-rows-at-once", test_refuses_too_many_rows_at_once);
  ADD ("writes-days-as-days", test_writes_days_as_days);
  ADD ("keeps-what-is-not-known", test_keeps_what_is_not_known);
  ADD ("puts-blocks-under-each-other", test_puts_blocks_under_each_other);
  ADD ("names-every-sheet", test_names_every_sheet);
  ADD ("escapes-the-printed-header", test_escapes_the_printed_header);
  ADD ("notices-a-damaged-package", test_notices_a_damaged_package);

  return g_test_run ();
}
