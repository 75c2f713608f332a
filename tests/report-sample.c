#include "report-sample.h"

#include <string.h>

#define PERSONAL "個人情報の種類"
#define VALUES "評価値"
#define RISKS "現状から想定されるリスク〔入力不要・自動表示〕"

#define IMPORTANCE                                                                                 \
  "=IF(OR({personal}=\"有\",{sensitive}=\"有\",{my-number}=\"有\"),3,"                          \
  "IF(COUNT({c},{i},{a})<3,\"\",MAX({c},{i},{a})))"
#define LIKELIHOOD                                                                                 \
  "=IF(OR({threat}=\"\",{vulnerability}=\"\"),\"\","                                               \
  "ROUNDUP(LEFT({threat},1)/(4-LEFT({vulnerability},1)),0))"
#define WORDS                                                                                      \
  "=IF({likelihood}=\"\",\"\",CHOOSE({likelihood},\"可能性:低\",\"可能性:中\",\"可能性:高\"))"
#define RISK "=IF(OR({importance}=\"\",{likelihood}=\"\"),\"\",{importance}*{likelihood})"
#define BAND                                                                                       \
  "=IF({risk}=\"\",\"\",IF({risk}>=6,\"リスク大\",IF({risk}>=4,\"リスク中\",\"リスク小\")))"

static const TagaColumn columns[SAMPLE_N_COLUMNS] = {
  { "business", "業務\n分類", .width = 12 },
  { "name", "情報資産名称", .width = 28 },
  { "note", "備考", .width = 28 },
  { "users", "利用者\n範囲", .width = 14 },
  { "department", "管理部署", .width = 14 },
  { "medium", "媒体・保存先", .list = "medium", .width = 15 },
  { "personal", "個人情報", PERSONAL, .list = "mark", .is_centred = TRUE, .width = 9 },
  { "sensitive", "要配慮個人情報", PERSONAL, .list = "mark", .is_centred = TRUE, .width = 9 },
  { "my-number", "マイナンバー", PERSONAL, .list = "mark", .is_centred = TRUE, .width = 9 },
  { "c", "機密性", VALUES, TAGA_COLUMN_NUMBER, "level", .is_centred = TRUE, .tint = TAGA_TINT_RED,
    .width = 7 },
  { "i", "完全性", VALUES, TAGA_COLUMN_NUMBER, "level", .is_centred = TRUE, .tint = TAGA_TINT_BLUE,
    .width = 7 },
  { "a", "可用性", VALUES, TAGA_COLUMN_NUMBER, "level", .is_centred = TRUE, .tint = TAGA_TINT_GREEN,
    .width = 7 },
  { "importance", "重要度", NULL, TAGA_COLUMN_NUMBER, .formula = IMPORTANCE, .is_computed = TRUE,
    .is_centred = TRUE, .tint = TAGA_TINT_ORANGE, .width = 7 },
  { "retention", "保存期限", .width = 12 },
  { "registered-on", "登録日", NULL, TAGA_COLUMN_DATE, .width = 11 },
  { "threat", "脅威の発生頻度（「脅威の状況」シートで設定）", RISKS, .is_computed = TRUE,
    .width = 24 },
  { "vulnerability", "脆弱性（「対策状況チェック」シートで設定）", RISKS, .is_computed = TRUE,
    .width = 22 },
  { "likelihood", "被害発生可能性", RISKS, TAGA_COLUMN_NUMBER, .formula = LIKELIHOOD,
    .is_computed = TRUE, .is_centred = TRUE, .width = 5 },
  { "likelihood-words", "被害発生可能性", RISKS, .formula = WORDS, .is_computed = TRUE,
    .is_centred = TRUE, .width = 11 },
  { "risk", "リスク値", RISKS, TAGA_COLUMN_NUMBER, .formula = RISK, .is_computed = TRUE,
    .is_centred = TRUE, .band_by = "risk", .width = 5 },
  { "band", "リスク値", RISKS, .formula = BAND, .is_computed = TRUE, .is_centred = TRUE,
    .band_by = "risk", .width = 10 },
};

typedef struct
{
  const char *business;
  const char *name;
  const char *note;
  const char *users;
  const char *department;
  guint medium;
  const char *personal;
  int levels[3];
} Asset;

static const char *const media[] = { "書類",         "可搬電子媒体", "事務所PC", "モバイル機器",
                                     "社内サーバー", "社外サーバー", NULL };
static const int threats[] = { 2, 2, 3, 2, 3, 0 };
static const int weaknesses[] = { 2, 3, 2, 3, 1, 0 };
static const char *const threat_words[] = { NULL, NULL, "2:特定の状況で発生する",
                                            "3:通常の状況で発生する" };
static const char *const weakness_words[] = { NULL, "1:必要な対策を実施済み",
                                              "2:部分的に対策が未実施", "3:対策が未実施" };
static const char *const likelihood_words[] = { NULL, "可能性:低", "可能性:中", "可能性:高" };
static const char *const levels[] = { "3", "2", "1", NULL };
static const char *const marks[] = { "有", NULL };

static const Asset assets[] = {
  { "営業",
    "得意先名簿",
    "取引のある会社の担当者の氏名と連絡先",
    "営業部",
    "営業部",
    4,
    "有",
    { 3, 2, 2 } },
  { "営業", "見積書の控え", NULL, "営業部、経理課", "営業部", 2, NULL, { 2, 2, 1 } },
  { "営業", "名刺", "展示会で集めたものを含む", "営業部", "営業部", 0, "有", { 2, 1, 1 } },
  { "調達",
    "仕入単価表",
    "協力会社ごとの単価。社外秘として扱い、見積もりの根拠に使う",
    "購買課",
    "購買課",
    2,
    NULL,
    { 3, 2, 2 } },
  { "調達", "外注先との契約書", "原本は金庫に保管", "総務部", "総務部", 0, NULL, { 2, 3, 2 } },
  { "設計", "治具の図面", "現行機種のもの", "技術部", "技術部", 4, NULL, { 3, 3, 2 } },
  { "設計",
    "客先支給図面",
    "返却または廃棄の期限に注意",
    "技術部、製造部",
    "技術部",
    1,
    NULL,
    { 3, 3, 2 } },
  { "製造", "検査成績書", NULL, "製造部、品質保証課", "品質保証課", 4, NULL, { 1, 2, 2 } },
  { "人事", "給与台帳", "扶養控除等申告書の内容を含む", "総務部", "総務部", 2, "有", { 3, 3, 2 } },
  { "人事",
    "健康診断の結果",
    "産業医から受け取ったもの",
    "総務部",
    "総務部",
    0,
    "有",
    { 3, 2, 1 } },
  { "経理", "仕訳帳・総勘定元帳", "クラウド会計を利用", "経理課", "経理課", 5, NULL, { 2, 3, 2 } },
  { "共通",
    "電子メール",
    "社員が持ち歩く端末で読むもの",
    "全社員",
    "総務部",
    3,
    "有",
    { 3, 2, 2 } },
  { "共通", "会社案内", "配布用", "全社員", "営業部", 0, NULL, { 1, 1, 1 } },
};

typedef struct
{
  TagaRowSource parent;

  guint64 n_done;
  char date[16];
} RegisterRows;

static void
fill_risk (const Asset *asset, TagaValue *cells)
{
  int importance = asset->personal != NULL
                       ? 3
                       : MAX (MAX (asset->levels[0], asset->levels[1]), asset->levels[2]);
  int threat = threats[asset->medium];
  int weakness = weaknesses[asset->medium];
  int likelihood = threat == 0 ? 0 : (threat + 3 - weakness) / (4 - weakness);
  int risk = importance * likelihood;

  cells[SAMPLE_IMPORTANCE].number = importance;
  cells[15].text = (char *) threat_words[threat];
  cells[16].text = (char *) weakness_words[weakness];
  if (likelihood == 0)
    return;

  cells[17].number = likelihood;
  cells[18].text = (char *) likelihood_words[likelihood];
  cells[SAMPLE_RISK].number = risk;
  cells[SAMPLE_BAND].text = (char *) (risk >= 6 ? "リスク大" : risk >= 4 ? "リスク中" : "リスク小");
}

static gboolean
next_asset (TagaRowSource *source, TagaValue *cells, gboolean *has_row, GError **error)
{
  RegisterRows *self = (RegisterRows *) source;
  guint n = (guint) self->n_done;
  const Asset *asset = &assets[n % G_N_ELEMENTS (assets)];

  *has_row = self->n_done < source->n_rows;
  if (!*has_row)
    return TRUE;

  self->n_done++;
  g_snprintf (self->date, sizeof self->date, "2026-%02u-%02u", n % 12 + 1, n % 28 + 1);
  cells[0].text = (char *) asset->business;
  cells[SAMPLE_NAME].text = (char *) asset->name;
  cells[SAMPLE_NOTE].text = (char *) asset->note;
  cells[3].text = (char *) asset->users;
  cells[4].text = (char *) asset->department;
  cells[SAMPLE_MEDIUM].text = (char *) media[asset->medium];
  cells[6].text = (char *) asset->personal;
  for (guint i = 0; i < 3; i++)
    cells[SAMPLE_CONFIDENTIALITY + i].number = asset->levels[i];
  cells[SAMPLE_RETENTION].text = asset->medium == 0 ? (char *) "7年" : NULL;
  cells[SAMPLE_REGISTERED_ON].text = self->date;
  fill_risk (asset, cells);

  return TRUE;
}

static void
free_rows (TagaRowSource *source)
{
  g_free (source);
}

static TagaDocument *
begin_document (void)
{
  static const TagaScale scale = { .band_from = { 0, 1, 4, 6 } };
  TagaDocument *document =
      taga_document_new ("情報資産管理台帳", "株式会社若葉精機", "2026-11-22", TRUE);
  TagaSection *section;

  taga_document_set_bands (document, &scale);
  taga_document_add_list (document, "medium", media);
  taga_document_add_list (document, "mark", marks);
  taga_document_add_list (document, "level", levels);
  section = taga_document_add_section (document, "情報資産管理台帳");
  section->frozen_columns = 2;

  return document;
}

/* A register in the layout of appendix 7 with invented assets, as many as are asked for. */
TagaDocument *
report_sample_new_register (guint64 n_rows, TagaPaperSize paper)
{
  TagaDocument *document = begin_document ();
  RegisterRows *rows = g_new0 (RegisterRows, 1);

  rows->parent.next = next_asset;
  rows->parent.free = free_rows;
  rows->parent.n_rows = n_rows;
  taga_document_get_section (document, 0)->paper = paper;
  taga_document_add_table (document,
                           taga_table_new (NULL, columns, SAMPLE_N_COLUMNS, &rows->parent));

  return document;
}

typedef struct
{
  TagaRowSource parent;

  const TagaValue *next;
  guint n_columns;
  guint64 n_left;
} ValueRows;

static gboolean
next_values (TagaRowSource *source, TagaValue *cells, gboolean *has_row, GError **error)
{
  ValueRows *self = (ValueRows *) source;

  *has_row = self->n_left > 0;
  if (!*has_row)
    return TRUE;

  memcpy (cells, self->next, self->n_columns * sizeof *cells);
  self->next += self->n_columns;
  self->n_left--;

  return TRUE;
}

/* Rows out of an array, which must outlive them. */
TagaRowSource *
report_sample_new_rows (const TagaValue *cells, guint n_columns, guint n_rows)
{
  ValueRows *self = g_new0 (ValueRows, 1);

  self->parent.next = next_values;
  self->parent.free = free_rows;
  self->parent.n_rows = n_rows;
  self->next = cells;
  self->n_columns = n_columns;
  self->n_left = n_rows;

  return &self->parent;
}

/* A document of one table whose rows are in an array, which must outlive it. */
TagaDocument *
report_sample_new_document (const TagaColumn *own_columns,
                            guint n_columns,
                            const TagaValue *cells,
                            guint n_rows)
{
  TagaDocument *document = begin_document ();
  TagaRowSource *rows = report_sample_new_rows (cells, n_columns, n_rows);

  taga_document_add_table (document, taga_table_new (NULL, own_columns, n_columns, rows));

  return document;
}
