#include <string.h>

#include "report-folder.h"
#include "report-sample.h"

/* Prints what surrounds the cells of the first sheet. */
static const char settings_program[] =
    "import sys, openpyxl\n"
    "book = openpyxl.load_workbook(sys.argv[1])\n"
    "sheet = book.worksheets[0]\n"
    "out = open(sys.argv[1] + '.txt', 'w', encoding='utf-8')\n"
    "say = lambda *a: out.write(' '.join(str(x) for x in a) + '\\n')\n"
    "say('sheets', *(s.title + ':' + s.sheet_state for s in book.worksheets))\n"
    "say('merged', *sorted(str(r) for r in sheet.merged_cells.ranges))\n"
    "say('freeze', sheet.freeze_panes, 'filter', sheet.auto_filter.ref)\n"
    "say('titles', sheet.print_title_rows, 'paper', sheet.page_setup.paperSize,\n"
    "    sheet.page_setup.orientation, sheet.page_setup.fitToHeight,\n"
    "    sheet.sheet_properties.pageSetUpPr.fitToPage)\n"
    "say('header', sheet.oddHeader.left.text, sheet.oddHeader.right.text)\n"
    "say('footer', sheet.oddFooter.left.text, sheet.oddFooter.right.text)\n"
    "for v in sheet.data_validations.dataValidation:\n"
    "    say('list', v.sqref, v.type, v.formula1, v.errorStyle, v.showErrorMessage)\n"
    "for r in sheet.conditional_formatting:\n"
    "    for f in r.rules: say('band', r.sqref, f.formula[0], f.dxf.fill.bgColor.rgb)\n"
    "say('font', sheet['B4'].font.name, sheet['B4'].border.left.style, sheet['O4'].number_format)\n"
    "say('fills', *(sheet[c].fill.fgColor.rgb for c in\n"
    "    ('A2', 'J3', 'K3', 'L3', 'M2', 'P3', 'M4')), sheet['A4'].fill.fill_type)\n";

static void
write_register (ReportFolder *folder, guint n_rows, TagaPaperSize paper, const char *name)
{
  g_autoptr (TagaDocument) document = report_sample_new_register (n_rows, paper);
  g_autoptr (GError) error = NULL;

  g_assert_true (report_folder_write (folder, document, name, TAGA_WRITE_REPLACE, NULL, &error));
  g_assert_no_error (error);
}

static void
test_makes_the_same_file_twice (ReportFolder *folder, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  write_register (folder, 50, TAGA_PAPER_A4, "1.xlsx");
  first = report_folder_load (folder, &first_length);
  g_usleep (1100 * 1000);
  write_register (folder, 50, TAGA_PAPER_A4, "2.xlsx");
  second = report_folder_load (folder, &second_length);

  g_assert_cmpmem (first, first_length, second, second_length);
}

static void
test_writes_the_expected_parts (ReportFolder *folder, gconstpointer data)
{
  static const char *const parts[][2] = {
    { "xl/worksheets/sheet1.xml", "register.xml" },
    { "xl/worksheets/sheet2.xml", "lists.xml" },
    { "xl/workbook.xml", "workbook.xml" },
    { "docProps/core.xml", "core.xml" },
  };

  write_register (folder, 2, TAGA_PAPER_A4, "台帳.xlsx");
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

static void
append_expected (GString *text, const TagaColumn *column, const TagaValue *value)
{
  if (column->kind == TAGA_COLUMN_NUMBER && value->number != TAGA_UNKNOWN)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, value->number);
  else if (column->kind != TAGA_COLUMN_NUMBER && value->text != NULL)
    g_string_append (text, value->text);
}

/* What a reader must see in the rows of a register. */
static char *
describe_register (guint n_rows)
{
  g_autoptr (TagaDocument) document = report_sample_new_register (n_rows, TAGA_PAPER_A4);
  TagaTable *table = taga_document_find_table (document);
  GString *text = g_string_new (NULL);
  TagaValue cells[SAMPLE_N_COLUMNS];
  gboolean has_row;

  while (taga_table_next_row (table, cells, &has_row, NULL) && has_row)
    {
      for (guint i = 0; i < table->n_columns; i++)
        {
          append_expected (text, &table->columns[i], &cells[i]);
          g_string_append_c (text, i + 1 < table->n_columns ? '\t' : '\n');
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_reads_back_cell_by_cell (ReportFolder *folder, gconstpointer data)
{
  static const guint sizes[] = { 0, 1, 40, 5000 };

  if (!report_folder_has_python ())
    {
      g_test_skip ("openpyxl is not installed");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *expected = describe_register (sizes[i]);
      g_autofree char *values = NULL;
      g_autofree char *header = NULL;

      write_register (folder, sizes[i], TAGA_PAPER_A4, "台帳.xlsx");
      values = report_folder_dump (folder, "values", 0, 4);
      g_assert_cmpstr (values, ==, expected);

      header = report_folder_dump (folder, "values", 0, 1);
      g_assert_true (g_str_has_prefix (
          header, "情報資産管理台帳\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n"
                  "業務|分類\t情報資産名称\t備考\t利用者|範囲\t管理部署\t媒体・保存先\t"
                  "個人情報の種類\t\t\t評価値\t\t\t重要度\t保存期限\t登録日\t"
                  "現状から想定されるリスク〔入力不要・自動表示〕\t\t\t\t\t\n"
                  "\t\t\t\t\t\t個人情報\t要配慮個人情報\tマイナンバー\t機密性\t完全性\t可用性\t"
                  "\t\t\t脅威の発生頻度（「脅威の状況」シートで設定）\t"
                  "脆弱性（「対策状況チェック」シートで設定）\t被害発生可能性\t\tリスク値\t\n"));
    }
}

static void
test_writes_live_formulas (ReportFolder *folder, gconstpointer data)
{
  g_autofree char *formulas = NULL;
  g_auto (GStrv) rows = NULL;
  g_auto (GStrv) cells = NULL;

  if (!report_folder_has_python ())
    {
      g_test_skip ("openpyxl is not installed");
      return;
    }

  write_register (folder, 120, TAGA_PAPER_A4, "台帳.xlsx");
  formulas = report_folder_dump (folder, "formulas", 0, 4);
  rows = g_strsplit (formulas, "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 121);

  cells = g_strsplit (rows[119], "\t", -1);
  g_assert_cmpstr (cells[SAMPLE_IMPORTANCE], ==,
                   "=IF(OR(G123=\"有\",H123=\"有\",I123=\"有\"),3,"
                   "IF(COUNT(J123,K123,L123)<3,\"\",MAX(J123,K123,L123)))");
  g_assert_cmpstr (cells[SAMPLE_RISK], ==, "=IF(OR(M123=\"\",R123=\"\"),\"\",M123*R123)");
  g_assert_cmpstr (
      cells[SAMPLE_BAND], ==,
      "=IF(T123=\"\",\"\",IF(T123>=6,\"リスク大\",IF(T123>=4,\"リスク中\",\"リスク小\")))");
}

static void
test_sets_the_sheet_up (ReportFolder *folder, gconstpointer data)
{
  g_autofree char *settings = NULL;

  if (!report_folder_has_python ())
    {
      g_test_skip ("openpyxl is not installed");
      return;
    }

  write_register (folder, 40, TAGA_PAPER_A3, "台帳.xlsx");
  settings = report_folder_run_python (folder, settings_program, "", 0, 0);
  g_assert_cmpstr (
      settings, ==,
      "sheets 情報資産管理台帳:visible 選択肢:hidden\n"
      "merged A2:A3 B2:B3 C2:C3 D2:D3 E2:E3 F2:F3 G2:I2 J2:L2 M2:M3 N2:N3 O2:O3 P2:U2 R3:S3 T3:U3\n"
      "freeze C4 filter A3:U43\n"
      "titles $1:$3 paper 8 landscape 0 True\n"
      "header 株式会社若葉精機 2026/11/22\n"
      "footer 情報資産管理台帳 &P / &N\n"
      "list F4:F243 list '選択肢'!$A$1:$A$6 None True\n"
      "list G4:G243 list '選択肢'!$B$1:$B$1 None True\n"
      "list H4:H243 list '選択肢'!$B$1:$B$1 None True\n"
      "list I4:I243 list '選択肢'!$B$1:$B$1 None True\n"
      "list J4:J243 list '選択肢'!$C$1:$C$3 None True\n"
      "list K4:K243 list '選択肢'!$C$1:$C$3 None True\n"
      "list L4:L243 list '選択肢'!$C$1:$C$3 None True\n"
      "band T4:T243 AND(ISNUMBER($T4),$T4>=1,$T4<4) FFDDF0DA\n"
      "band T4:T243 AND(ISNUMBER($T4),$T4>=4,$T4<6) FFFFE699\n"
      "band T4:T243 AND(ISNUMBER($T4),$T4>=6) FFF4A9A3\n"
      "band U4:U243 AND(ISNUMBER($T4),$T4>=1,$T4<4) FFDDF0DA\n"
      "band U4:U243 AND(ISNUMBER($T4),$T4>=4,$T4<6) FFFFE699\n"
      "band U4:U243 AND(ISNUMBER($T4),$T4>=6) FFF4A9A3\n"
      "font 游ゴシック thin yyyy/m/d\n"
      "fills FFDDE3EC FFF6D0D0 FFCFE0F5 FFD5EBD3 FFFBDDBE FFD9D9D9 FFF2F2F2 None\n");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/report/xlsx/" path, ReportFolder, NULL, report_folder_set_up, test,                \
              report_folder_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("makes-the-same-file-twice", test_makes_the_same_file_twice);
  ADD ("writes-the-expected-parts", test_writes_the_expected_parts);
  ADD ("reads-back-cell-by-cell", test_reads_back_cell_by_cell);
  ADD ("writes-live-formulas", test_writes_live_formulas);
  ADD ("sets-the-sheet-up", test_sets_the_sheet_up);

  return g_test_run ();
}
