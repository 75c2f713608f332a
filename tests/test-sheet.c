#include "sheet-fixture.h"
#include "taga-cell-styles.h"

#include <string.h>

static void
test_reads_cells (SheetFixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>",
      "1: A顧客名簿 B給与 システム" },
    { "<row><c t='s'><v>3</v></c><c t='s'><v> 4 </v></c></row>", "1: A一行目\n二行目 B_x000D_と😀" },
    { "<row><c t='inlineStr'><is><t>経理</t></is></c><c t='inlineStr'><is><r><t>総</t></r><r><t>務"
      "</t></r><rPh><t>ソウム</t></rPh></is></c></row>",
      "1: A経理 B総務" },
    { "<row><c "
      "t='str'><f>A1&amp;B1</f><v>&lt;計算&gt;&#x3042;&amp;</v></c><c><f>1+1</f><v>2</v></c></row>",
      "1: A<計算>あ& B#2" },
    { "<row><c t='str'><v>タブ\tと_x0001_&#x85;</v></c><c "
      "t='str'><v><![CDATA[<生>]]></v></c></row>",
      "1: Aタブ と\n B<生>" },
    { "<row><c t='b'><v>1</v></c><c t='b'><v>false</v></c><c t='e'><v>#REF!</v></c></row>",
      "1: A?TRUE B?FALSE C!#REF!" },
    { "<row><c><v>-12</v></c><c t='n'><v>1.50</v></c><c><v>0.30000000000000004</v></c></row>",
      "1: A#-12 B#1.5 C#0.3" },
    { "<row><c><v>1E3</v></c><c><v>123456789012345</v></c><c><v>007</v></c><c><v>-0</v></c></row>",
      "1: A#1000 B#123456789012345 C#7 D#0" },
    { "<row><c s='1'><v>46348.75</v></c><c s='2'><v>46348</v></c><c s='3'><v>46348</v></c>"
      "<c s='4'><v>46348</v></c><c s='5'><v>1.25</v></c><c s='1'><v>0.5</v></c></row>",
      "1: A@2026-11-22 B@2026-11-22 C@2026-11-22 D#46348 E#1.25 F#0.5" },
    { "<row><c s='1'><v>60</v></c><c s='1'><v>-5</v></c><c "
      "t='d'><v>2026-11-22T09:30:00</v></c><c t='d'><v>T09:30</v></c></row>",
      "1: A#60 B#-5 C@2026-11-22 DT09:30" },
    { "<row><c/><c s='1'/><c><v></v></c><c t='str'><v/></c><c t='inlineStr'><is/></c></row>", "" },
    { "<row/><row><c><v>1</v></c></row><row r='5'><c r='C5'><v>2</v></c><c><v>3</v></c></row>"
      "<row><c><v>4</v></c></row>",
      "2: A#1|5: C#2 D#3|6: A#4" },
    { "<row r='1048576'><c r='A1048576'><v>1</v></c></row>", "1048576: A#1" },
    { "<row><c><extLst><ext><v>9</v></ext></extLst><v>1</v></c></row><x><row><c><v>8</v></c></"
      "row></x>",
      "1: A#1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sheet_fixture_write_book (fixture, &(SheetBook){ .rows = cases[i][0] });
      sheet_fixture_assert_rows (fixture, cases[i][1]);
    }
}

static void
test_counts_days_from_1904 (SheetFixture *fixture, gconstpointer data)
{
  sheet_fixture_write_book (
      fixture, &(SheetBook){ .rows = "<row><c s='1'><v>44886</v></c></row>",
                             .workbook = "<workbook xmlns:r='x'><workbookPr date1904='1'/><sheets>"
                                         "<sheet name='1' r:id='r1'/></sheets></workbook>" });
  sheet_fixture_assert_rows (fixture, "1: A@2026-11-22");
}

static void
test_knows_date_formats (void)
{
  static const struct
  {
    const char *code;
    gboolean date;
  } cases[] = {
    { "yyyy/mm/dd", TRUE },
    { "[$-411]gge.m.d", TRUE },
    { "aaa", TRUE },
    { "m\"月\"d\"日\"", TRUE },
    { "[$-F800]dddd", TRUE },
    { "General", FALSE },
    { "G/標準", FALSE },
    { "0.00E+00", FALSE },
    { "##0.0e-0", FALSE },
    { "#,##0\"yd\"", FALSE },
    { "[Red]-0;[Magenta]0", FALSE },
    { "[h]:mm:ss", FALSE },
    { "0\\d", FALSE },
    { "0_d;0*m", FALSE },
    { "#,##0円", FALSE },
    { "\"y", FALSE },
    { "[d", FALSE },
    { "@", FALSE },
    { "", FALSE },
    { "0;yyyy", TRUE },
    { "\\", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (taga_cell_format_is_date (cases[i].code) != cases[i].date)
      g_error ("%s is taken for the other kind", cases[i].code);
}

static void
test_lists_sheets_in_order (SheetFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaSheets) sheets = NULL;
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;

  sheet_fixture_write_book (
      fixture,
      &(SheetBook){ .rows = "<?xml version='1.0'?><x:worksheet xmlns:x='" SHEET_STRICT
                            "'><x:sheetData><x:row>"
                            "<x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>",
                    .workbook =
                        "<x:workbook xmlns:x='" SHEET_STRICT "' xmlns:q='x'><x:sheets>"
                        "<x:sheet name='二 &amp; 三&#38;amp;' sheetId='9' state='hidden' q:id='b'/>"
                        "<x:sheet name='グラフ' q:id='c'/>"
                        "<x:sheet name='一' q:id='a'/><x:sheet name='秘' state='veryHidden' "
                        "q:id='b'/></x:sheets></x:workbook>",
                    .relations = SHEET_RELATION ("a", "worksheet", "../xl/./worksheets/Sheet1.xml")
                        SHEET_RELATION ("b", "worksheet", "/xl/表/sheet2.xml")
                            SHEET_RELATION ("c", "chartsheet", "x"),
                    .extra = "xl/表/sheet2.xml" });
  sheets = sheet_fixture_open (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (taga_sheets_get_count (sheets), ==, 3);
  g_assert_cmpstr (taga_sheets_get_name (sheets, 0), ==, "二 & 三&amp;");
  g_assert_true (taga_sheets_is_hidden (sheets, 0));
  g_assert_cmpstr (taga_sheets_get_name (sheets, 1), ==, "一");
  g_assert_false (taga_sheets_is_hidden (sheets, 1));
  g_assert_true (taga_sheets_is_hidden (sheets, 2));

  rows = sheet_fixture_read (sheets, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, "1: A#7");
}

static void
test_fills_merged_cells (SheetFixture *fixture, gconstpointer data)
{
  static const char rows[] =
      "<row r='1'><c t='str'><v>題</v></c></row>"
      "<row r='2'><c t='str'><v>人事</v></c><c r='C2'><v>1</v></c></row>"
      "<row r='3'><c r='B3'><v>2</v></c><c r='C3'><v>8</v></c></row>"
      "<row r='4'><c r='A4' s='1'/><c r='B4'><v>3</v></c><c r='C4'><v>4</v></c></row>"
      "<row r='5'><c r='C5'><v>5</v></c></row><row r='6'><c r='B6'/></row>"
      "<row r='7'><c t='str'><v>経理</v></c><c r='D7' t='inlineStr'><is><t>営業</t></is></c></row>"
      "<row r='8'><c r='A8'><v>6</v></c></row><row r='9'><c r='E9'><v>7</v></c></row>";
  static const char merges[] =
      "<mergeCells><mergeCell ref='A1:F1'/><mergeCell ref='A2:A6'/>"
      "<mergeCell ref='C2:D3'/><mergeCell ref='A7:A8'/>"
      "<mergeCell ref='D7:D1048576'/><mergeCell ref='G1:G9'/></mergeCells>";
  g_autoptr (TagaSheets) sheets = NULL;
  g_autoptr (GString) first = g_string_new (NULL);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  sheet_fixture_write_book (fixture, &(SheetBook){ .rows = rows, .tail = merges });
  sheets = sheet_fixture_open (fixture, &error);
  g_assert_no_error (error);

  g_assert_true (taga_sheets_read (sheets, 0, sheet_fixture_print_row, first, NULL, &error));
  g_assert_true (taga_sheets_needs_reread (sheets));
  g_assert_true (taga_sheets_needs_reread_below (sheets, 7));
  g_assert_true (
      g_str_has_prefix (first->str, "1: A題|2: A人事 C#1|3: B#2 C#8|4: B#3 C#4|5: C#5|"));

  /* Row 8 has nothing of its own but what is covered, row 6 nothing at all. */
  again = sheet_fixture_read (sheets, 0, &error);
  g_assert_no_error (error);
  g_assert_false (taga_sheets_needs_reread (sheets));
  g_assert_cmpstr (
      again, ==,
      "1: A題|2: A人事 C#1|3: A人事 B#2 C#1|4: A人事 B#3 C#4|5: A人事 C#5|7: A経理 D営業"
      "|9: D営業 E#7");
}

#define GRID_ROWS 12
#define GRID_COLUMNS 6

/* A sheet of random cells and random ranges of one column, as it is written and as it is seen. */
static void
make_grid (GString *rows, GString *merges, GString *expected)
{
  guint last[GRID_COLUMNS] = { 0 };
  guint above[GRID_COLUMNS] = { 0 };

  for (guint row = 1; row <= GRID_ROWS; row++)
    {
      g_autoptr (GString) seen = g_string_new (NULL);
      gboolean own = FALSE;

      g_string_append_printf (rows, "<row r='%u'>", row);
      for (guint column = 0; column < GRID_COLUMNS; column++)
        {
          gboolean inside = row <= last[column];
          guint number = g_test_rand_int_range (0, 3) == 0 ? 0 : row * 10 + column;

          if (!inside && row < GRID_ROWS && g_test_rand_int_range (0, 3) == 0)
            {
              last[column] = (guint) g_test_rand_int_range ((int) row + 1, GRID_ROWS + 1);
              g_string_append_printf (merges, "<mergeCell ref='%c%u:%c%u'/>", 'A' + column, row,
                                      'A' + column, last[column]);
            }

          if (number > 0)
            g_string_append_printf (rows, "<c r='%c%u'><v>%u</v></c>", 'A' + column, row, number);
          if (!inside)
            above[column] = number;
          own = own || (number > 0 && (!inside || above[column] == 0));
          if (above[column] > 0 || number > 0)
            g_string_append_printf (seen, " %c#%u", 'A' + column,
                                    above[column] > 0 ? above[column] : number);
        }
      g_string_append (rows, "</row>");
      if (own)
        g_string_append_printf (expected, "%s%u:%s", expected->len > 0 ? "|" : "", row, seen->str);
    }
}

static void
test_fills_any_merged_cells (SheetFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GString) rows = g_string_new (NULL);
      g_autoptr (GString) merges = g_string_new ("<mergeCells>");
      g_autoptr (GString) expected = g_string_new (NULL);

      make_grid (rows, merges, expected);
      g_string_append (merges, "</mergeCells>");
      sheet_fixture_write_book (fixture, &(SheetBook){ .rows = rows->str, .tail = merges->str });
      sheet_fixture_assert_rows (fixture, expected->str);
    }
}

static void
test_rereads_a_header_only_if_asked (SheetFixture *fixture, gconstpointer data)
{
  static const char rows[] =
      "<row r='3'><c t='str'><v>業務分類</v></c><c t='str'><v>評価値</v></c></row>"
      "<row r='4'><c r='B4' t='str'><v>機密性</v></c></row><row><c><v>1</v></c></row>";
  static const char merges[] =
      "<mergeCells><mergeCell ref='A3:A4'/><mergeCell ref='B3:C3'/></mergeCells>";
  g_autoptr (TagaSheets) sheets = NULL;
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  sheet_fixture_write_book (fixture, &(SheetBook){ .rows = rows, .tail = merges });
  sheets = sheet_fixture_open (fixture, &error);
  g_assert_no_error (error);
  g_assert_true (taga_sheets_read (sheets, 0, sheet_fixture_print_row, first, NULL, &error));
  g_assert_cmpstr (first->str, ==, "3: A業務分類 B評価値|4: B機密性|5: A#1");

  g_assert_true (taga_sheets_needs_reread (sheets));
  g_assert_true (taga_sheets_needs_reread_below (sheets, 3));
  g_assert_false (taga_sheets_needs_reread_below (sheets, 4));
}

static gboolean
fail_at_once (guint row, const TagaCell *cells, guint n_cells, gpointer user_data, GError **error)
{
  g_assert_cmpuint (row, ==, 1);
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "full");
  return FALSE;
}

static gboolean
take_enough (guint row, const TagaCell *cells, guint n_cells, gpointer user_data, GError **error)
{
  *(guint *) user_data = row;
  return row < 3;
}

static gboolean
cancel_it (guint row, const TagaCell *cells, guint n_cells, gpointer user_data, GError **error)
{
  g_cancellable_cancel (user_data);
  return TRUE;
}

static void
add_progress (double fraction, gpointer user_data)
{
  GArray *heard = user_data;

  g_assert_cmpfloat (fraction, <=, 1.0);
  g_assert_true (heard->len == 0 || fraction > g_array_index (heard, double, heard->len - 1));
  g_array_append_val (heard, fraction);
}

/* Writes a file of so many rows, as a workbook or, in the same words, as text. */
static void
write_rows (SheetFixture *fixture, guint n, gboolean text)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        rows, text ? "%u,資産%08x\n" : "<row><c><v>%u</v></c><c t='str'><v>資産%08x</v></c></row>",
        i, g_str_hash ("資産") * (i + 1));
  if (text)
    sheet_fixture_write_bytes (fixture, rows->str, -1);
  else
    sheet_fixture_write_book (
        fixture, &(SheetBook){ .rows = rows->str,
                               .tail = "<mergeCells><mergeCell ref='A1:A2'/></mergeCells>" });
}

static void
test_stops_when_told (SheetFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) heard = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (TagaSheets) sheets = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint last = 0;

  write_rows (fixture, 20000, GPOINTER_TO_INT (data));
  sheets = sheet_fixture_open (fixture, &error);
  g_assert_no_error (error);

  g_assert_true (taga_sheets_read (sheets, 0, take_enough, &last, NULL, &error));
  g_assert_cmpuint (last, ==, 3);
  g_assert_false (taga_sheets_needs_reread (sheets));

  g_assert_false (taga_sheets_read (sheets, 0, fail_at_once, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  g_clear_error (&error);

  g_assert_false (taga_sheets_read (sheets, 0, cancel_it, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  taga_sheets_set_progress (sheets, add_progress, heard);
  g_assert_true (taga_sheets_read (sheets, 0, sheet_fixture_print_row, rows, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (heard->len, >=, 2);
  g_assert_cmpuint (heard->len, <=, 200);
  g_assert_cmpfloat (g_array_index (heard, double, heard->len - 1), >, 0.9);
}

static void
test_keeps_texts_of_a_wide_row (SheetFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new ("<row>");
  g_autoptr (GString) expected = g_string_new ("1:");

  for (guint i = 0; i < 26; i++)
    {
      g_autofree char *text = g_strnfill (3000, (char) ('a' + i));

      if (i % 3 == 0)
        g_string_append (rows, "<c t='s'><v>0</v></c>");
      else
        g_string_append_printf (rows, "<c t='str'><v>%s</v></c>", text);
      g_string_append_printf (expected, " %c%s", 'A' + i, i % 3 == 0 ? "顧客名簿" : text);
    }
  g_string_append (rows, "</row>");

  sheet_fixture_write_book (fixture, &(SheetBook){ .rows = rows->str });
  sheet_fixture_assert_rows (fixture, expected->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  sheet_fixture_add ("/sheet/reads-cells", test_reads_cells);
  sheet_fixture_add ("/sheet/counts-days-from-1904", test_counts_days_from_1904);
  g_test_add_func ("/sheet/knows-date-formats", test_knows_date_formats);
  sheet_fixture_add ("/sheet/lists-sheets-in-order", test_lists_sheets_in_order);
  sheet_fixture_add ("/sheet/fills-merged-cells", test_fills_merged_cells);
  sheet_fixture_add ("/sheet/fills-any-merged-cells", test_fills_any_merged_cells);
  sheet_fixture_add ("/sheet/rereads-a-header-only-if-asked", test_rereads_a_header_only_if_asked);
  sheet_fixture_add ("/sheet/keeps-texts-of-a-wide-row", test_keeps_texts_of_a_wide_row);
  g_test_add ("/sheet/stops-when-told/workbook", SheetFixture, GINT_TO_POINTER (FALSE),
              sheet_fixture_set_up, test_stops_when_told, sheet_fixture_tear_down);
  g_test_add ("/sheet/stops-when-told/text", SheetFixture, GINT_TO_POINTER (TRUE),
              sheet_fixture_set_up, test_stops_when_told, sheet_fixture_tear_down);

  return g_test_run ();
}
