/* Writes a register of invented assets as a workbook, by Taga or by libxlsxwriter alone, and prints
 * how long it took and how much memory: what Taga adds is the ratio of the two. */

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <xlsxwriter.h>

#include "taga-writer.h"

#define N_COLUMNS G_N_ELEMENTS (columns)

#define IMPORTANCE                                                                                 \
  "=IF(OR({personal}=\"有\",{sensitive}=\"有\",{my-number}=\"有\"),3,"                          \
  "IF(COUNT({c},{i},{a})<3,\"\",MAX({c},{i},{a})))"
#define LIKELIHOOD "=ROUNDUP(LEFT({threat},1)/(4-LEFT({vulnerability},1)),0)"
#define LIKELIHOOD_WORDS "=CHOOSE({likelihood},\"可能性:低\",\"可能性:中\",\"可能性:高\")"
#define RISK "=IF({importance}=\"\",\"\",{importance}*{likelihood})"
#define BAND                                                                                       \
  "=IF({risk}=\"\",\"\",IF({risk}>=6,\"リスク大\",IF({risk}>=4,\"リスク中\",\"リスク小\")))"

static const TagaColumn columns[] = {
  { "business", "業務分類", .width = 12 },
  { "name", "情報資産名称", .width = 28 },
  { "note", "備考", .width = 28 },
  { "users", "利用者範囲", .width = 14 },
  { "department", "管理部署", .width = 14 },
  { "medium", "媒体・保存先", .width = 15 },
  { "personal", "個人情報", .is_centred = TRUE, .width = 9 },
  { "sensitive", "要配慮個人情報", .is_centred = TRUE, .width = 9 },
  { "my-number", "マイナンバー", .is_centred = TRUE, .width = 9 },
  { "c", "機密性", .kind = TAGA_COLUMN_NUMBER, .is_centred = TRUE, .width = 7 },
  { "i", "完全性", .kind = TAGA_COLUMN_NUMBER, .is_centred = TRUE, .width = 7 },
  { "a", "可用性", .kind = TAGA_COLUMN_NUMBER, .is_centred = TRUE, .width = 7 },
  { "importance", "重要度", .kind = TAGA_COLUMN_NUMBER, .formula = IMPORTANCE, .is_computed = TRUE,
    .width = 7 },
  { "retention", "保存期限", .width = 14 },
  { "registered-on", "登録日", .kind = TAGA_COLUMN_DATE, .width = 11 },
  { "threat", "脅威の発生頻度", .is_computed = TRUE, .width = 24 },
  { "vulnerability", "脆弱性", .is_computed = TRUE, .width = 24 },
  { "likelihood", "被害発生可能性", .kind = TAGA_COLUMN_NUMBER, .formula = LIKELIHOOD,
    .is_computed = TRUE, .width = 5 },
  { "likelihood-words", "可能性", .formula = LIKELIHOOD_WORDS, .is_computed = TRUE, .width = 11 },
  { "risk", "リスク値", .kind = TAGA_COLUMN_NUMBER, .formula = RISK, .is_computed = TRUE,
    .width = 5 },
  { "band", "リスク", .formula = BAND, .is_computed = TRUE, .width = 10 },
};

typedef struct
{
  TagaRowSource parent;

  guint64 n_done;
  char name[64];
  char date[16];
} Rows;

static void
fill_row (Rows *self, TagaValue *cells)
{
  static const char *const businesses[] = { "営業", "調達", "人事", "経理", "技術" };
  static const char *const names[] = { "顧客名簿", "発注伝票", "給与データ", "仕訳帳",
                                       "製品設計図" };
  static const char *const media[] = { "書類",         "可搬電子媒体", "事務所PC",
                                       "モバイル機器", "社内サーバー", "社外サーバー" };
  static const char *const words[] = { "可能性:低", "可能性:中", "可能性:高" };
  guint n = (guint) self->n_done;
  int importance = n % 7 == 0 ? 3 : (int) (n % 3) + 1;
  int likelihood = (int) (n % 2) + 1;
  int risk = importance * likelihood;

  g_snprintf (self->name, sizeof self->name, "%s %u", names[n % 5], n % 9973);
  g_snprintf (self->date, sizeof self->date, "2026-%02u-%02u", n % 12 + 1, n % 28 + 1);

  cells[0].text = (char *) businesses[n % 5];
  cells[1].text = self->name;
  cells[2].text = (char *) "四半期ごとに棚卸しを行い、持ち出しは台帳に記録する";
  cells[3].text = (char *) "営業部、総務部";
  cells[4].text = (char *) "総務部";
  cells[5].text = (char *) media[n % 6];
  cells[6].text = n % 7 == 0 ? (char *) "有" : NULL;
  cells[9].number = n % 3 + 1;
  cells[10].number = 1;
  cells[11].number = 1;
  cells[12].number = importance;
  cells[13].text = (char *) "7年";
  cells[14].text = self->date;
  cells[15].text = (char *) (likelihood == 2 ? "3:通常の状況で発生する" : "2:特定の状況で発生する");
  cells[16].text = (char *) "2:部分的に脆弱性未対策";
  cells[17].number = likelihood;
  cells[18].text = (char *) words[likelihood - 1];
  cells[19].number = risk;
  cells[20].text = (char *) (risk >= 6 ? "リスク大" : risk >= 4 ? "リスク中" : "リスク小");
}

static gboolean
next_row (TagaRowSource *source, TagaValue *cells, gboolean *has_row, GError **error)
{
  Rows *self = (Rows *) source;

  *has_row = self->n_done < source->n_rows;
  if (*has_row)
    {
      fill_row (self, cells);
      self->n_done++;
    }

  return TRUE;
}

static void
free_rows (TagaRowSource *source)
{
  g_free (source);
}

static gboolean
write_by_taga (guint64 n_rows, const char *path)
{
  g_autoptr (TagaDocument) document =
      taga_document_new ("情報資産管理台帳", "株式会社タガ製作所", "2026-11-22", TRUE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  Rows *rows = g_new0 (Rows, 1);

  rows->parent.next = next_row;
  rows->parent.free = free_rows;
  rows->parent.n_rows = n_rows;
  taga_document_add_section (document, "情報資産管理台帳");
  taga_document_add_table (document, taga_table_new (NULL, columns, N_COLUMNS, &rows->parent));

  if (taga_document_write (document, file, TAGA_WRITE_REPLACE, NULL, NULL, NULL, NULL, NULL,
                           &error))
    return TRUE;

  g_printerr ("%s\n", error->message);
  return FALSE;
}

/* The formula of a row, by the cheapest way that C has. */
static void
format_formula (char *formula, gsize size, guint column, guint row)
{
  switch (column)
    {
    case 12:
      g_snprintf (formula, size,
                  "=IF(OR(G%u=\"有\",H%u=\"有\",I%u=\"有\"),3,"
                  "IF(COUNT(J%u,K%u,L%u)<3,\"\",MAX(J%u,K%u,L%u)))",
                  row, row, row, row, row, row, row, row, row);
      break;
    case 17:
      g_snprintf (formula, size, "=ROUNDUP(LEFT(P%u,1)/(4-LEFT(Q%u,1)),0)", row, row);
      break;
    case 18:
      g_snprintf (formula, size, "=CHOOSE(R%u,\"可能性:低\",\"可能性:中\",\"可能性:高\")", row);
      break;
    case 19:
      g_snprintf (formula, size, "=IF(M%u=\"\",\"\",M%u*R%u)", row, row, row);
      break;
    default:
      g_snprintf (formula, size,
                  "=IF(T%u=\"\",\"\",IF(T%u>=6,\"リスク大\",IF(T%u>=4,\"リスク中\",\"リスク小\")))",
                  row, row, row);
    }
}

static void
write_bare_cell (lxw_worksheet *sheet,
                 lxw_row_t row,
                 guint i,
                 const TagaValue *cell,
                 lxw_format *format)
{
  lxw_col_t column = (lxw_col_t) i;
  char formula[256];

  if (columns[i].formula != NULL)
    format_formula (formula, sizeof formula, i, row + 1);

  if (columns[i].formula != NULL && cell->text != NULL)
    worksheet_write_formula_str (sheet, row, column, formula, format, cell->text);
  else if (columns[i].formula != NULL)
    worksheet_write_formula_num (sheet, row, column, formula, format, (double) cell->number);
  else if (columns[i].kind == TAGA_COLUMN_NUMBER)
    worksheet_write_number (sheet, row, column, (double) cell->number, format);
  else if (columns[i].kind == TAGA_COLUMN_DATE)
    worksheet_write_number (sheet, row, column, 46000 + row % 365, format);
  else
    worksheet_write_string (sheet, row, column, cell->text, format);
}

static gboolean
write_by_library (guint64 n_rows, const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "情報資産管理台帳");
  lxw_format *text = workbook_add_format (book);
  lxw_format *date = workbook_add_format (book);
  Rows rows = { .parent.n_rows = n_rows };
  TagaValue cells[N_COLUMNS];

  format_set_font_name (text, "游ゴシック");
  format_set_border (text, LXW_BORDER_THIN);
  format_set_text_wrap (text);
  format_set_font_name (date, "游ゴシック");
  format_set_border (date, LXW_BORDER_THIN);
  format_set_num_format (date, "yyyy/m/d");

  for (guint i = 0; i < N_COLUMNS; i++)
    worksheet_write_string (sheet, 2, (lxw_col_t) i, columns[i].title, text);

  for (; rows.n_done < n_rows; rows.n_done++)
    {
      memset (cells, 0, sizeof cells);
      fill_row (&rows, cells);
      for (guint i = 0; i < N_COLUMNS; i++)
        write_bare_cell (sheet, (lxw_row_t) rows.n_done + 3, i, &cells[i],
                         columns[i].kind == TAGA_COLUMN_DATE ? date : text);
    }

  return workbook_close (book) == LXW_NO_ERROR;
}

int
main (int argc, char **argv)
{
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  guint64 n_rows;
  gboolean is_written;

  if (argc != 4 || !g_ascii_string_to_unsigned (argv[2], 10, 0, 1000000, &n_rows, NULL))
    {
      g_printerr ("Usage: bench-xlsx bare|taga ROWS FILE.xlsx\n");
      return 2;
    }

  is_written = g_str_equal (argv[1], "taga") ? write_by_taga (n_rows, argv[3])
                                             : write_by_library (n_rows, argv[3]);
  if (!is_written)
    return 1;

  getrusage (RUSAGE_SELF, &usage);
  printf ("%.3f s %ld kB\n", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC,
          usage.ru_maxrss);
  return 0;
}
