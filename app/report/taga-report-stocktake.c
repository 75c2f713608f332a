#include "taga-report-stocktake.h"

#include <stdio.h>

#include "taga-stocktake-line.h"

/*
 * The workbook by which a department takes stock of its information assets. Like the register it is
 * a Japanese form, whatever language the program speaks.
 */

/* Rows under the list for what is not on it yet. */
#define N_FREE_ROWS 20

#define PERSONAL_GROUP "個人情報の種類"
#define VALUES_GROUP "評価値"
#define ANSWER_GROUP "ご確認の結果（ここにご記入ください）"
#define CENTRED .is_centred = TRUE

/* In the order of the fields of a line. */
static const TagaColumn columns[TAGA_STOCKTAKE_LINE_N_FIELDS] = {
  [TAGA_STOCKTAKE_LINE_BUSINESS] = { "business", "業務分類", .width = 11 },
  [TAGA_STOCKTAKE_LINE_NAME] = { "name", "情報資産名称", .width = 26 },
  [TAGA_STOCKTAKE_LINE_MEDIUM] = { "medium", "媒体・保存先", .list = "medium", .width = 14 },
  [TAGA_STOCKTAKE_LINE_USERS] = { "users", "利用者範囲", .width = 12 },
  [TAGA_STOCKTAKE_LINE_PERSONAL] = { "personal", "個人情報", PERSONAL_GROUP, .list = "mark",
                                     CENTRED, .width = 8 },
  [TAGA_STOCKTAKE_LINE_SENSITIVE] = { "sensitive", "要配慮個人情報", PERSONAL_GROUP, .list = "mark",
                                      CENTRED, .width = 8 },
  [TAGA_STOCKTAKE_LINE_MY_NUMBER] = { "my-number", "マイナンバー", PERSONAL_GROUP, .list = "mark",
                                      CENTRED, .width = 8 },
  [TAGA_STOCKTAKE_LINE_CONFIDENTIALITY] = { "confidentiality", "機密性", VALUES_GROUP,
                                            TAGA_COLUMN_NUMBER, "value", CENTRED,
                                            .tint = TAGA_TINT_RED, .width = 6 },
  [TAGA_STOCKTAKE_LINE_INTEGRITY] = { "integrity", "完全性", VALUES_GROUP, TAGA_COLUMN_NUMBER,
                                      "value", CENTRED, .tint = TAGA_TINT_BLUE, .width = 6 },
  [TAGA_STOCKTAKE_LINE_AVAILABILITY] = { "availability", "可用性", VALUES_GROUP, TAGA_COLUMN_NUMBER,
                                         "value", CENTRED, .tint = TAGA_TINT_GREEN, .width = 6 },
  [TAGA_STOCKTAKE_LINE_RETENTION] = { "retention", "保存期限", .width = 11 },
  [TAGA_STOCKTAKE_LINE_NOTE] = { "note", "備考", .width = 24 },
  [TAGA_STOCKTAKE_LINE_RESULT] = { "result", "確認結果", ANSWER_GROUP, .list = "result", CENTRED,
                                   .tint = TAGA_TINT_ORANGE, .width = 11 },
  [TAGA_STOCKTAKE_LINE_CHECKED_ON] = { "checked-on", "確認日", ANSWER_GROUP, TAGA_COLUMN_DATE,
                                       .tint = TAGA_TINT_ORANGE, .width = 11 },
  [TAGA_STOCKTAKE_LINE_CHECKED_BY] = { "checked-by", "確認者", ANSWER_GROUP,
                                       .tint = TAGA_TINT_ORANGE, .width = 10 },
  [TAGA_STOCKTAKE_LINE_KEY] = { "key", "整理番号", .is_computed = TRUE, .is_hidden = TRUE,
                                .width = 20 },
};

/* Hands lines over as rows of the form, and then the free ones. */
typedef struct
{
  TagaRowSource parent;

  TagaEdition *edition; /* (owned) */
  TagaRecordClass *klass;
  TagaValuesFunc next;
  gpointer rows; /* (owned) */
  GDestroyNotify free_rows;
  guint n_free; /* how many free rows were handed over */
} LineRows;

static void
fill_cell (LineRows *self, guint index, const TagaValue *value, TagaValue *cell)
{
  const TagaField *field = &self->klass->fields[index];
  const TagaChoice *choice;

  if (field->kind == TAGA_FIELD_MARK)
    cell->text = value->number > 0 ? (char *) "有" : NULL;
  else if (field->kind == TAGA_FIELD_CHOICE && value->text != NULL)
    {
      choice = taga_edition_find_choice (self->edition, field->domain, value->text);
      cell->text = choice == NULL ? NULL : (char *) choice->label_ja;
    }
  else
    *cell = *value;
}

static gboolean
next_row (TagaRowSource *source, TagaValue *cells, gboolean *has_row, GError **error)
{
  LineRows *self = (LineRows *) source;
  const TagaValue *values;

  if (self->n_free == 0)
    {
      if (!self->next (self->rows, &values, has_row, error))
        return FALSE;

      for (guint i = 0; *has_row && i < G_N_ELEMENTS (columns); i++)
        fill_cell (self, i, &values[i], &cells[i]);
      if (*has_row)
        return TRUE;
    }

  *has_row = self->n_free++ < N_FREE_ROWS;
  return TRUE;
}

static void
free_line_rows (TagaRowSource *source)
{
  LineRows *self = (LineRows *) source;

  g_object_unref (self->edition);
  if (self->free_rows != NULL)
    self->free_rows (self->rows);
  g_free (self);
}

static void
add_choices (TagaDocument *document, TagaEdition *edition, const char *key, const char *domain)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  guint n;
  const TagaChoice *choices = taga_edition_get_choices (edition, domain, &n);

  /* That nobody has looked yet is an empty cell, nothing to choose. */
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (choices[i].key, "open"))
      g_ptr_array_add (entries, (gpointer) choices[i].label_ja);
  g_ptr_array_add (entries, NULL);
  taga_document_add_list (document, key, (const char *const *) entries->pdata);
}

static char *
format_day (const char *iso)
{
  int year, month, day;

  if (iso == NULL || sscanf (iso, "%d-%d-%d", &year, &month, &day) != 3)
    return NULL;

  return g_strdup_printf ("%d年%d月%d日", year, month, day);
}

static void
add_request (TagaDocument *document, const TagaStocktakeLetter *letter)
{
  static const char *const steps[] = {
    "1. 「情報資産の確認」シートの一覧を、いまの業務と1行ずつ見くらべてください。",
    "2. "
    "内容が違うところは、セルをそのまま書き直してください。評価値（機密性・完全性・可用性）は、数字"
    "が"
    "大きいほど重要という意味です。",
    "3. "
    "「確認結果」を選んでください。内容どおりなら「そのまま」、書き直した行は「変更あり」、もう使っ"
    "て"
    "いないものは「廃止」です。廃止のものも、行は消さずに残してください。",
    "4. 「確認日」と「確認者」をご記入ください。",
    "5. "
    "一覧にない情報資産は、表の下の空いている行に書き足してください。紙とデータの両方で持っているも"
    "の"
    "は、2行に分けてください。",
    "判断に迷うところは空けたままでかまいません。その旨を備考にお書きください。",
  };
  g_autofree char *due = format_day (letter->due);
  g_autofree char *opening = NULL;
  g_autofree char *request = NULL;
  const char *person = letter->person == NULL ? "台帳の担当者" : letter->person;

  opening = *letter->department == '\0' ? g_strdup ("ご担当の皆様")
                                        : g_strdup_printf ("%s ご担当者様", letter->department);
  taga_document_add_paragraph (document, opening);

  request = g_strdup_printf (
      "情報資産管理台帳の棚卸しのため、貴部署で管理している情報資産のご確認をお願い"
      "いたします。お手数ですが、下の要領でご記入のうえ、%s%sこのファイルを %s まで"
      "お戻しください。",
      due == NULL ? "" : due, due == NULL ? "" : "までに、", person);
  taga_document_add_paragraph (document, request);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    taga_document_add_paragraph (document, steps[i]);
}

/**
 * taga_report_stocktake_new:
 * @edition: the method edition
 * @letter: what the request says
 * @next: reads the lines, with values by [enum@StocktakeLineField], one after the other
 * @rows: (transfer full): what @next reads from
 * @free_rows: (nullable): frees @rows
 * @n_rows: how many lines there will be
 *
 * Makes the workbook by which a department takes stock: a request, and the list of its assets with
 * columns for the outcome and free rows for what is missing. A hidden column holds the key by which
 * each row finds its asset when the workbook comes back. The wording is ours.
 *
 * Returns: (transfer full): the document
 */
TagaDocument *
taga_report_stocktake_new (TagaEdition *edition,
                           const TagaStocktakeLetter *letter,
                           TagaValuesFunc next,
                           gpointer rows,
                           GDestroyNotify free_rows,
                           guint64 n_rows)
{
  static const char *const marks[] = { "有", NULL };
  const char *department = *letter->department == '\0' ? "部署なし" : letter->department;
  g_autofree char *title = g_strdup_printf ("情報資産の棚卸し %s", department);
  TagaDocument *document = taga_document_new (title, letter->company, letter->date, TRUE);
  LineRows *source = g_new0 (LineRows, 1);
  g_autofree char *heading = NULL;
  TagaSection *section;

  source->parent.next = next_row;
  source->parent.free = free_line_rows;
  source->parent.n_rows = n_rows + N_FREE_ROWS;
  source->edition = g_object_ref (edition);
  source->klass = taga_record_class_peek (TAGA_TYPE_STOCKTAKE_LINE);
  source->next = next;
  source->rows = rows;
  source->free_rows = free_rows;

  taga_document_add_list (document, "mark", marks);
  add_choices (document, edition, "medium", "medium");
  add_choices (document, edition, "value", "value");
  add_choices (document, edition, "result", "stocktake-state");

  section = taga_document_add_section (document, "記入のお願い");
  section->is_supplement = TRUE;
  section->is_landscape = TRUE;
  add_request (document, letter);

  heading = g_strdup_printf ("情報資産の確認（%s）", department);
  section = taga_document_add_section (document, heading);
  section->is_landscape = TRUE;
  section->is_form = TRUE;
  section->frozen_columns = 2;
  taga_document_add_table (document,
                           taga_table_new (NULL, columns, G_N_ELEMENTS (columns), &source->parent));

  return document;
}
