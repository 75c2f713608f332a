#include <string.h>

#include "report-folder.h"
#include "report-sample.h"

#define BOM "\xEF\xBB\xBF"

#define TEXT(t)                                                                                    \
  {                                                                                                \
    (char *) t, TAGA_UNKNOWN                                                                       \
  }
#define NUMBER(n)                                                                                  \
  {                                                                                                \
    NULL, n                                                                                        \
  }

static const TagaColumn columns[] = {
  { "name", "情報資産\n名称", .width = 20 },
  { "on", "登録日", "日付", TAGA_COLUMN_DATE, .width = 10 },
  { "risk", "リスク値", "日付", TAGA_COLUMN_NUMBER, .formula = "={name}", .width = 5 },
};

#define HEADER "情報資産名称,登録日,リスク値\r\n"

static char *
write_cells (ReportFolder *folder,
             const TagaValue *cells,
             guint n_rows,
             TagaWriteFlags flags,
             GPtrArray **notes)
{
  g_autoptr (TagaDocument) document =
      report_sample_new_document (columns, G_N_ELEMENTS (columns), cells, n_rows);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      report_folder_write (folder, document, "表.csv", flags | TAGA_WRITE_REPLACE, notes, &error));
  g_assert_no_error (error);

  return report_folder_load (folder, NULL);
}

static void
test_writes_the_plain_form (ReportFolder *folder, gconstpointer data)
{
  static const TagaValue cells[] = {
    TEXT ("顧客名簿"), TEXT ("2026-04-01"),   NUMBER (6),            /* */
    TEXT (NULL),       TEXT ("2026年4月頃"),  NUMBER (TAGA_UNKNOWN), /* */
    TEXT ("a"),        TEXT ("2026-02-30"),   NUMBER (0),            /* */
    TEXT ("b"),        TEXT ("1868-10-23"),   NUMBER (G_MAXINT64),   /* */
    TEXT ("c"),        TEXT ("2026-04-01 9"), NUMBER (1),
  };
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *csv = write_cells (folder, cells, 5, 0, &notes);

  g_assert_cmpstr (csv, ==,
                   BOM HEADER "顧客名簿,2026/4/1,6\r\n"
                              ",2026年4月頃,\r\n"
                              "a,2026-02-30,0\r\n"
                              "b,1868/10/23,9223372036854775807\r\n"
                              "c,2026-04-01 9,1\r\n");
  g_assert_cmpuint (notes->len, ==, 0);
}

static void
test_quotes_what_needs_it (ReportFolder *folder, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { "名簿、台帳", "名簿、台帳" },
    { "a,b", "\"a,b\"" },
    { "\"", "\"\"\"\"" },
    { "「\"甲\"」", "\"「\"\"甲\"\"」\"" },
    { "一行目\n二行目", "\"一行目\n二行目\"" },
    { "一行目\r\n二行目\r三行目", "\"一行目\n二行目\n三行目\"" },
    { " 空白 ", " 空白 " },
    { "'", "'" },
    { "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0" },
    { "=\"a\",1", "\"'=\"\"a\"\",1\"" },
    { "+1", "'+1" },
    { "-", "'-" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "\t=1", "'\t=1" },
    { "\x01=1", "'=1" },
    { "1=2", "1=2" },
    { "\x07ベ\x7Fル", "ベル" },
    { "壊れた\xFF字", "壊れた\xEF\xBF\xBD字" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TagaValue cells[] = { TEXT (cases[i].text), TEXT (NULL), NUMBER (1) };
      g_autofree char *csv = write_cells (folder, cells, 1, 0, NULL);
      g_autofree char *expected = g_strconcat (BOM HEADER, cases[i].written, ",,1\r\n", NULL);

      g_assert_cmpstr (csv, ==, expected);
    }
}

static void
test_says_what_was_left_out (ReportFolder *folder, gconstpointer data)
{
  static const TagaValue cells[] = {
    TEXT ("\x01"), TEXT (NULL), NUMBER (1), TEXT ("\xFF"), TEXT ("a\r\nb"), NUMBER (2),
  };
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *csv = write_cells (folder, cells, 2, 0, &notes);

  g_assert_cmpstr (csv, ==, BOM HEADER ",,1\r\n\xEF\xBF\xBD,\"a\nb\",2\r\n");
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_true (g_str_has_prefix (notes->pdata[0], "2 texts"));
}

static void
test_writes_cp932 (ReportFolder *folder, gconstpointer data)
{
  static const TagaValue cells[] = {
    TEXT ("①㈱髙Ⅲ～ｶﾅ\\~"), TEXT ("2026-04-01"), NUMBER (1),
    TEXT ("=表"),           TEXT ("ソ\"能"),     NUMBER (2),
  };
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *csv = write_cells (folder, cells, 2, TAGA_WRITE_CP932, &notes);
  g_autofree char *text = g_convert (csv, -1, "UTF-8", "CP932", NULL, NULL, NULL);

  g_assert_cmpstr (text, ==, HEADER "①㈱髙Ⅲ～ｶﾅ\\~,2026/4/1,1\r\n'=表,\"ソ\"\"能\",2\r\n");
  g_assert_cmpuint (notes->len, ==, 0);
}

static void
test_names_what_cp932_lacks (ReportFolder *folder, gconstpointer data)
{
  static const TagaValue cells[] = {
    TEXT ("名簿"), TEXT (NULL), NUMBER (1), TEXT ("𠮷野家と😀"), TEXT ("期限—未定"), NUMBER (2),
  };
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *csv = write_cells (folder, cells, 2, TAGA_WRITE_CP932, &notes);
  g_autofree char *text = g_convert (csv, -1, "UTF-8", "CP932", NULL, NULL, NULL);

  g_assert_cmpstr (text, ==, HEADER "名簿,,1\r\n?野家と?,期限―未定,2\r\n");
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpstr (notes->pdata[0], ==,
                   "Row 3, “情報資産名称”: CP932 does not have “𠮷😀”; it was written as “?”.");
  g_assert_cmpstr (notes->pdata[1], ==,
                   "Row 3, “登録日”: CP932 does not have “—”; it was written as “―”.");
}

static void
test_does_not_list_notes_without_end (ReportFolder *folder, gconstpointer data)
{
  g_autofree TagaValue *cells = g_new (TagaValue, 3 * 80);
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *csv = NULL;

  for (guint i = 0; i < 3 * 80; i++)
    cells[i] = (TagaValue){ i % 3 == 0 ? (char *) "😀" : NULL, TAGA_UNKNOWN };
  csv = write_cells (folder, cells, 80, TAGA_WRITE_CP932, &notes);

  g_assert_cmpuint (strlen (csv), >, 80 * 5);
  g_assert_cmpuint (notes->len, ==, 51);
  g_assert_cmpstr (notes->pdata[50], ==, "30 more such notes are not listed.");
}

static void
test_takes_the_first_table (ReportFolder *folder, gconstpointer data)
{
  static const TagaValue cells[] = { TEXT ("名簿"), TEXT (NULL), NUMBER (1) };
  g_autoptr (TagaDocument) document = report_sample_new_document (columns, 3, cells, 1);
  g_autoptr (TagaDocument) empty = taga_document_new ("文書", "会社", NULL, TRUE);
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (GError) error = NULL;

  taga_document_add_section (document, "付録");
  taga_document_add_paragraph (document, "この表の読み方");
  g_assert_true (report_folder_write (folder, document, "表.csv", 0, &notes, NULL));
  csv = report_folder_load (folder, NULL);
  g_assert_cmpstr (csv, ==, BOM HEADER "名簿,,1\r\n");
  g_assert_cmpuint (notes->len, ==, 1);

  taga_document_add_section (empty, "文章だけ");
  taga_document_add_paragraph (empty, "表はありません。");
  g_assert_false (report_folder_write (folder, empty, "なし.csv", 0, NULL, &error));
  g_assert_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED);
  g_assert_cmpuint (report_folder_count (folder), ==, 1);
}

static void
test_writes_any_number_of_rows (ReportFolder *folder, gconstpointer data)
{
  static const guint sizes[] = { 0, 1, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TagaDocument) document = report_sample_new_register (sizes[i], TAGA_PAPER_A4);
      g_autofree char *csv = NULL;
      g_auto (GStrv) lines = NULL;

      g_assert_true (
          report_folder_write (folder, document, "台帳.csv", TAGA_WRITE_REPLACE, NULL, NULL));
      csv = report_folder_load (folder, NULL);
      lines = g_strsplit (csv, "\r\n", -1);
      g_assert_cmpuint (g_strv_length (lines), ==, sizes[i] + 2);
      if (sizes[i] > 0)
        g_assert_cmpstr (lines[1], ==,
                         "営業,得意先名簿,取引のある会社の担当者の氏名と連絡先,営業部,営業部,"
                         "社内サーバー,有,,,3,2,2,3,,2026/1/1,3:通常の状況で発生する,"
                         "1:必要な対策を実施済み,1,可能性:低,3,リスク小");
    }
}

#define ADD(path, test)                                                                            \
  g_test_add ("/report/csv/" path, ReportFolder, NULL, report_folder_set_up, test,                 \
              report_folder_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("writes-the-plain-form", test_writes_the_plain_form);
  ADD ("quotes-what-needs-it", test_quotes_what_needs_it);
  ADD ("says-what-was-left-out", test_says_what_was_left_out);
  ADD ("writes-cp932", test_writes_cp932);
  ADD ("names-what-cp932-lacks", test_names_what_cp932_lacks);
  ADD ("does-not-list-notes-without-end", test_does_not_list_notes_without_end);
  ADD ("takes-the-first-table", test_takes_the_first_table);
  ADD ("writes-any-number-of-rows", test_writes_any_number_of_rows);

  return g_test_run ();
}
