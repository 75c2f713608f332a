#include <string.h>

#include "report-folder.h"
#include "report-sample.h"
#include "taga-cell-rows.h"

/* Covers, charts, sums and named ranges of a workbook, part by part. */

static const TagaColumn columns[] = {
  { "axis", "観点", .width = 20, .range = "axis_name" },
  { "before", "前", NULL, TAGA_COLUMN_TENTHS, .is_centred = TRUE, .width = 8 },
  { "after", "後", NULL, TAGA_COLUMN_TENTHS, .is_centred = TRUE, .width = 8 },
  { "change", "増減", NULL, TAGA_COLUMN_TENTHS, .is_centred = TRUE, .is_computed = TRUE,
    .from = "before", .to = "after", .width = 8 },
  { "items", "項目", NULL, TAGA_COLUMN_NUMBER, .is_centred = TRUE, .width = 8, .is_summed = TRUE },
  { "done", "実施", NULL, TAGA_COLUMN_NUMBER, .is_centred = TRUE, .width = 8, .is_summed = TRUE },
  { "share", "実施率", NULL, TAGA_COLUMN_PERCENT, .is_centred = TRUE, .is_computed = TRUE,
    .formula = "=IF({items}=0,\"\",ROUND({done}/{items},2))", .width = 8 },
  { "note", "備考", .formula = "=IF({items}=0,\"なし\",\"あり\")", .width = 8 },
};

static void
add_row (TagaCellRows *rows,
         const char *axis,
         int before,
         int after,
         int items,
         int done,
         int share)
{
  taga_cell_rows_begin (rows);
  taga_cell_rows_text (rows, axis);
  taga_cell_rows_number (rows, before);
  taga_cell_rows_number (rows, after);
  taga_cell_rows_skip (rows);
  taga_cell_rows_number (rows, items);
  taga_cell_rows_number (rows, done);
  taga_cell_rows_number (rows, share);
  taga_cell_rows_text (rows, items > 0 ? "あり" : "なし");
}

static TagaTable *
create_table (gboolean is_empty, gboolean with_gaps)
{
  TagaCellRows *rows = taga_cell_rows_new (G_N_ELEMENTS (columns));
  TagaValue totals[G_N_ELEMENTS (columns)];
  TagaTable *table;

  if (!is_empty)
    {
      add_row (rows, "ネットワーク", 3, 12, 4, 1, 25);
      add_row (rows, "端末", 20, 20, 3, 2, 67);
      add_row (rows, "=人", with_gaps ? TAGA_UNKNOWN : 31, 28, 0, 0, TAGA_UNKNOWN);
    }

  table = taga_table_new ("表", columns, G_N_ELEMENTS (columns), taga_cell_rows_end (rows));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    taga_value_init (&totals[i]);
  totals[6].number = 43;
  taga_table_set_total (table, "合計", totals);

  return table;
}

static TagaFront *
create_front (void)
{
  TagaFront *front = taga_front_new ("作成 | |承認|社長|部長|余分");

  taga_front_add_part (front, NULL);
  taga_front_add_text (front, "会社名", "=若葉 & 精機 <株>");
  taga_front_add_text (front, "評価者", NULL);
  taga_front_add_part (front, "数字");
  taga_front_add_number (front, "観点", "=COUNTA(axis_name)", 3);
  taga_front_add_percent (front, "割合", "=IF(1=1,0.43,\"\")", 43);
  taga_front_add_number (front, "なし", "=IF(1=1,\"\",0)", TAGA_UNKNOWN);
  taga_front_add_part (front, "シート");
  taga_front_add_link (front, "図", "表と図", 1);

  return front;
}

static TagaDocument *
create_document (gboolean is_empty, gboolean with_gaps)
{
  static const char *const sides[] = { "before", "after", NULL };
  static const char *const layers[] = { "items", "done", NULL };
  TagaDocument *document = taga_document_new ("分析", "株式会社若葉精機", "2026-11-22", TRUE);
  TagaSection *section = taga_document_add_section (document, "表紙");
  TagaTable *table = create_table (is_empty, with_gaps);
  TagaFigure *figure;

  section->title = g_strdup ("リスク分析");
  taga_section_add_front (section, create_front ());

  section = taga_document_add_section (document, "図/表");
  taga_document_add_table (document, table);
  figure = taga_figure_new (TAGA_FIGURE_RADAR, "レーダー & 図", table, "axis", sides);
  figure->has_gaps = with_gaps;
  taga_section_add_figure (section, figure);
  taga_section_add_figure (section,
                           taga_figure_new (TAGA_FIGURE_STACK, "積み上げ", table, "axis", layers));

  return document;
}

static void
write_document (ReportFolder *folder, gboolean is_empty, gboolean with_gaps)
{
  g_autoptr (TagaDocument) document = create_document (is_empty, with_gaps);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      report_folder_write (folder, document, "図.xlsx", TAGA_WRITE_REPLACE, NULL, &error));
  g_assert_no_error (error);
}

static void
test_writes_the_expected_parts (ReportFolder *folder, gconstpointer data)
{
  static const char *const parts[][2] = {
    { "xl/worksheets/sheet1.xml", "cover.xml" },   { "xl/worksheets/sheet2.xml", "figures.xml" },
    { "xl/charts/chart1.xml", "radar.xml" },       { "xl/charts/chart2.xml", "stack.xml" },
    { "xl/workbook.xml", "figures-workbook.xml" },
  };

  write_document (folder, FALSE, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "fixtures", "report", parts[i][1], NULL);
      g_autofree char *part = report_folder_load_part (folder, parts[i][0]);
      g_autofree char *expected = NULL;

      g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
      g_assert_cmpstr (part, ==, g_strchomp (expected));
    }
}

/* A filled area would show what was not assessed as 0. */
static void
test_draws_lines_where_scores_are_missing (ReportFolder *folder, gconstpointer data)
{
  g_autofree char *filled = NULL;
  g_autofree char *lines = NULL;

  write_document (folder, FALSE, FALSE);
  filled = report_folder_load_part (folder, "xl/charts/chart1.xml");
  g_assert_nonnull (strstr (filled, "<c:radarStyle val=\"filled\"/>"));

  write_document (folder, FALSE, TRUE);
  lines = report_folder_load_part (folder, "xl/charts/chart1.xml");
  g_assert_nonnull (strstr (lines, "<c:radarStyle val=\"marker\"/>"));
  g_assert_nonnull (strstr (lines, "<c:symbol val=\"diamond\"/>"));
  g_assert_nonnull (strstr (lines, "<c:symbol val=\"circle\"/>"));
  g_assert_nonnull (strstr (lines, "<a:prstDash val=\"dash\"/>"));
}

/* Other programs read the figures, the sums and the rises; what looks like a formula is a text. */
static void
test_reads_back (ReportFolder *folder, gconstpointer data)
{
  g_autofree char *values = NULL;
  g_autofree char *formulas = NULL;
  g_autofree char *cover = NULL;

  if (!report_folder_has_python ())
    {
      g_test_skip ("openpyxl is not installed");
      return;
    }

  write_document (folder, FALSE, TRUE);
  values = report_folder_dump (folder, "values", 1, 4);
  g_assert_cmpstr (values, ==,
                   "ネットワーク\t0.3\t1.2\t0.9\t4\t1\t0.25\tあり\n"
                   "端末\t2\t2\t0\t3\t2\t0.67\tあり\n"
                   "=人\t\t2.8\t\t0\t0\t\tなし\n"
                   "合計\t\t\t\t7\t3\t0.43\t\n");
  formulas = report_folder_dump (folder, "formulas", 1, 7);
  g_assert_cmpstr (formulas, ==,
                   "合計\t\t\t\t=SUM(E4:E6)\t=SUM(F4:F6)\t=IF(E7=0,\"\",ROUND(F7/E7,2))\t\n");
  cover = report_folder_dump (folder, "values", 0, 1);
  g_assert_nonnull (strstr (cover, "リスク分析"));
  g_assert_nonnull (strstr (cover, "作成\t承認\t社長\t部長\n"));
  g_assert_nonnull (strstr (cover, "会社名\t=若葉 & 精機 <株>\t"));
  g_assert_null (strstr (cover, "余分"));
}

static void
test_table_without_rows (ReportFolder *folder, gconstpointer data)
{
  g_autofree char *sheet = NULL;
  g_autofree char *book = NULL;

  write_document (folder, TRUE, FALSE);
  sheet = report_folder_load_part (folder, "xl/worksheets/sheet2.xml");
  book = report_folder_load_part (folder, "xl/workbook.xml");
  g_assert_null (strstr (sheet, "合計"));
  g_assert_null (strstr (sheet, "<drawing"));
  g_assert_nonnull (strstr (book, "<definedName name=\"axis_name\">'図／表'!$A$4:$A$4<"));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, ReportFolder, NULL, report_folder_set_up, func, report_folder_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/report-figures/writes-the-expected-parts", test_writes_the_expected_parts);
  ADD ("/report-figures/draws-lines-where-scores-are-missing",
       test_draws_lines_where_scores_are_missing);
  ADD ("/report-figures/reads-back", test_reads_back);
  ADD ("/report-figures/table-without-rows", test_table_without_rows);

  return g_test_run ();
}
