#include "taga-analysis-sheets.h"

#include "taga-asset.h"
#include "taga-cell-rows.h"
#include "taga-measure.h"
#include "taga-report-register.h"
#include "taga-write-job.h"

/*
 * The sheets リスク and 対策: what is decided about each risk, and what is done. A risk is that of
 * the register, which each row finds by the asset's number, so that both sheets can be sorted.
 */

enum
{
  RISK_NUMBER,
  RISK_POSITION,
  RISK_BUSINESS,
  RISK_NAME,
  RISK_DEPARTMENT,
  RISK_MEDIUM,
  RISK_IMPORTANCE,
  RISK_LIKELIHOOD,
  RISK_VALUE,
  RISK_BAND,
  RISK_LINE,
  RISK_TREATMENT,
  RISK_REASON,
  RISK_REJECTED,
  RISK_RESIDUAL,
  RISK_RESIDUAL_REASON,
  RISK_ACCEPTED_BY,
  RISK_ACCEPTED_ON,
  RISK_BY_HAND,
  RISK_N_COLUMNS
};

typedef struct
{
  TagaRowSource parent;

  TagaEdition *edition; /* (owned) */
  TagaAnalysisRiskFunc next;
  gpointer rows; /* (owned) */
  GDestroyNotify free_rows;
  int line;
  GString *by_hand; /* (owned) */
} RiskRows;

static void
append_reason (GString *text, const char *what, const TagaValue *level, const TagaValue *reason)
{
  if (level->number == TAGA_UNKNOWN)
    return;

  g_string_append_printf (text, "%s%sを%dとした", text->len > 0 ? "\n" : "", what,
                          (int) level->number);
  if (reason->text != NULL)
    g_string_append_printf (text, "：%s", reason->text);
}

static void
fill_risk (RiskRows *self, gint64 id, const TagaValue *values, guint position, TagaValue *cells)
{
  gint64 risk = values[TAGA_ASSET_RISK].number;
  const char *band = taga_analysis_get_words (self->edition, "band", values[TAGA_ASSET_BAND].text);

  cells[RISK_NUMBER].number = id;
  cells[RISK_POSITION].number = position > 0 ? (gint64) position : TAGA_UNKNOWN;
  cells[RISK_BUSINESS].text = values[TAGA_ASSET_BUSINESS].text;
  cells[RISK_NAME].text = values[TAGA_ASSET_NAME].text;
  cells[RISK_DEPARTMENT].text = values[TAGA_ASSET_DEPARTMENT].text;
  cells[RISK_MEDIUM].text =
      (char *) taga_analysis_get_words (self->edition, "medium", values[TAGA_ASSET_MEDIUM].text);
  cells[RISK_IMPORTANCE].number = values[TAGA_ASSET_IMPORTANCE].number;
  cells[RISK_LIKELIHOOD].number = values[TAGA_ASSET_LIKELIHOOD].number;
  cells[RISK_VALUE].number = risk;
  cells[RISK_BAND].text = risk == TAGA_UNKNOWN ? NULL : (char *) band;
  if (risk != TAGA_UNKNOWN)
    cells[RISK_LINE].text = (char *) (risk >= self->line ? "対応が必要" : "受容できる");
  cells[RISK_TREATMENT].text = (char *) taga_analysis_get_words (self->edition, "treatment",
                                                                 values[TAGA_ASSET_TREATMENT].text);
  cells[RISK_REASON].text = values[TAGA_ASSET_TREATMENT_REASON].text;
  cells[RISK_REJECTED].text = values[TAGA_ASSET_REJECTED_OPTIONS].text;
  cells[RISK_RESIDUAL].number = values[TAGA_ASSET_RESIDUAL].number;
  cells[RISK_RESIDUAL_REASON].text = values[TAGA_ASSET_RESIDUAL_REASON].text;
  cells[RISK_ACCEPTED_BY].text = values[TAGA_ASSET_ACCEPTED_BY].text;
  cells[RISK_ACCEPTED_ON].text = values[TAGA_ASSET_ACCEPTED_ON].text;

  g_string_truncate (self->by_hand, 0);
  append_reason (self->by_hand, "脅威", &values[TAGA_ASSET_THREAT_OVERRIDE],
                 &values[TAGA_ASSET_THREAT_REASON]);
  append_reason (self->by_hand, "脆弱性", &values[TAGA_ASSET_VULNERABILITY_OVERRIDE],
                 &values[TAGA_ASSET_VULNERABILITY_REASON]);
  cells[RISK_BY_HAND].text = self->by_hand->str;
}

static gboolean
next_risk (TagaRowSource *source, TagaValue *cells, gboolean *has_row, GError **error)
{
  RiskRows *self = (RiskRows *) source;
  const TagaValue *values;
  guint position;
  gint64 id;

  if (!self->next (self->rows, &id, &values, &position, has_row, error))
    return FALSE;

  if (*has_row)
    fill_risk (self, id, values, position, cells);

  return TRUE;
}

static void
free_risk_rows (TagaRowSource *source)
{
  RiskRows *self = (RiskRows *) source;

  g_object_unref (self->edition);
  self->free_rows (self->rows);
  g_string_free (self->by_hand, TRUE);
  g_free (self);
}

static TagaRowSource *
create_risk_rows (const TagaReportAnalysis *self)
{
  RiskRows *rows = g_new0 (RiskRows, 1);

  rows->parent.next = next_risk;
  rows->parent.free = free_risk_rows;
  rows->parent.n_rows = self->n_assets;
  rows->edition = g_object_ref (self->edition);
  rows->next = self->next_risk;
  rows->rows = self->risks;
  rows->free_rows = self->free_rows;
  rows->line = self->line;
  rows->by_hand = g_string_new (NULL);

  return &rows->parent;
}

#define LIVE(range)                                                                                \
  .formula = "=IF({position}=\"\",\"\",INDEX(" range ",{position}))", .is_computed = TRUE

static TagaTable *
create_risks (const TagaReportAnalysis *self)
{
  g_autofree char *line = g_strdup_printf (
      "=IF({risk}=\"\",\"\",IF({risk}>=%d,\"対応が必要\",\"受容できる\"))", self->line);
  const TagaColumn columns[RISK_N_COLUMNS] = {
    [RISK_NUMBER] = { "number", "資産番号", NULL, TAGA_COLUMN_NUMBER, .is_centred = TRUE,
                      .width = 6 },
    [RISK_POSITION] = { "position", "台帳で何件目か", NULL, TAGA_COLUMN_NUMBER, .is_centred = TRUE,
                        .is_computed = TRUE, .width = 7,
                        .formula =
                            "=IFERROR(MATCH({number}," TAGA_RANGE_ASSET_NUMBERS ",0),\"\")" },
    [RISK_BUSINESS] = { "business", "業務分類", .width = 10 },
    [RISK_NAME] = { "name", "情報資産名称", .width = 24 },
    [RISK_DEPARTMENT] = { "department", "管理部署", .width = 12 },
    [RISK_MEDIUM] = { "medium", "媒体・保存先", .width = 13 },
    [RISK_IMPORTANCE] = { "importance", "重要度", "現在のリスク", TAGA_COLUMN_NUMBER,
                          .is_centred = TRUE, .width = 6, LIVE (TAGA_RANGE_IMPORTANCE) },
    [RISK_LIKELIHOOD] = { "likelihood", "被害発生可能性", "現在のリスク", TAGA_COLUMN_NUMBER,
                          .is_centred = TRUE, .width = 8, LIVE (TAGA_RANGE_LIKELIHOOD) },
    [RISK_VALUE] = { "risk", "リスク値", "現在のリスク", TAGA_COLUMN_NUMBER, .is_centred = TRUE,
                     .width = 6, .band_by = "risk", LIVE (TAGA_RANGE_RISK) },
    [RISK_BAND] = { "band", "区分", "現在のリスク", .is_centred = TRUE, .width = 10,
                    .band_by = "risk", LIVE (TAGA_RANGE_BAND) },
    [RISK_LINE] = { "line", "受容の基準", "現在のリスク", .is_centred = TRUE, .width = 10,
                    .formula = line, .is_computed = TRUE },
    [RISK_TREATMENT] = { "treatment", "対応方針", "リスク対応", .list = "treatment",
                         .is_centred = TRUE, .width = 8 },
    [RISK_REASON] = { "reason", "選んだ理由", "リスク対応", .width = 24 },
    [RISK_REJECTED] = { "rejected", "選ばなかった案と理由", "リスク対応", .width = 24 },
    [RISK_RESIDUAL] = { "residual", "値", "残るリスク（作成日現在）", TAGA_COLUMN_NUMBER,
                        .is_centred = TRUE, .width = 6, .band_by = "residual" },
    [RISK_RESIDUAL_REASON] = { "residual-reason", "根拠", "残るリスク（作成日現在）", .width = 20 },
    [RISK_ACCEPTED_BY] = { "accepted-by", "認めた人", "受容", .width = 12 },
    [RISK_ACCEPTED_ON] = { "accepted-on", "認めた日", "受容", TAGA_COLUMN_DATE, .width = 11 },
    [RISK_BY_HAND] = { "by-hand", "手で決めた脅威・脆弱性", .width = 22 },
  };

  return taga_table_new ("リスク", columns, RISK_N_COLUMNS, create_risk_rows (self));
}

/**
 * taga_analysis_add_risks:
 * @document: the workbook
 * @self: what it shows
 *
 * Adds the sheet リスク: each asset in use, the largest risk first, with its treatment, why, what
 * was rejected, what remains and who accepts it.
 */
void
taga_analysis_add_risks (TagaDocument *document, const TagaReportAnalysis *self)
{
  taga_analysis_add_section (document, self, "リスク")->frozen_columns = 4;
  taga_document_add_table (document, create_risks (self));
}

/* The check items that a measure serves, by number and name. */
static char *
dup_checks (TagaEdition *edition, const char *keys)
{
  g_auto (GStrv) parts = g_strsplit (keys == NULL ? "" : keys, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const TagaItem *item = taga_edition_find_item (edition, "check", parts[i]);

      if (*parts[i] == '\0')
        continue;
      g_string_append (text, text->len > 0 ? "、" : "");
      if (item == NULL || !item->is_own)
        g_string_append_printf (text, "%s%s", parts[i], item == NULL ? "" : " ");
      if (item != NULL)
        g_string_append (text, item->short_ja);
    }

  return g_string_free (text, FALSE);
}

static gint64
count_words (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text == NULL ? "" : text, " ", -1);
  gint64 n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    n += *parts[i] != '\0';

  return n == 0 ? TAGA_UNKNOWN : n;
}

static gboolean
read_day (const char *text, GDate *date)
{
  int year, month, day;

  g_date_clear (date, 1);
  if (!taga_write_parse_date (text, &year, &month, &day))
    return FALSE;

  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* By how many days a measure is late on the day of the workbook. */
static gint64
get_delay (const TagaReportAnalysis *self, TagaRecord *measure)
{
  GDate end, today;
  int days;

  if (g_strcmp0 (taga_record_get_text (measure, TAGA_MEASURE_STATUS), "done") == 0
      || !read_day (taga_record_get_text (measure, TAGA_MEASURE_PLANNED_END), &end)
      || !read_day (self->head->date, &today))
    return TAGA_UNKNOWN;

  days = g_date_days_between (&end, &today);
  return days > 0 ? days : TAGA_UNKNOWN;
}

static void
add_measure (TagaCellRows *rows, const TagaReportAnalysis *self, TagaRecord *measure, guint number)
{
  static const guint days[] = { TAGA_MEASURE_PLANNED_START, TAGA_MEASURE_PLANNED_END,
                                TAGA_MEASURE_ACTUAL_START, TAGA_MEASURE_ACTUAL_END };
  g_autofree char *checks =
      dup_checks (self->edition, taga_record_get_text (measure, TAGA_MEASURE_CHECKS));

  taga_cell_rows_begin (rows);
  taga_cell_rows_number (rows, number);
  taga_cell_rows_text (rows, taga_record_get_text (measure, TAGA_MEASURE_NAME));
  taga_cell_rows_text (
      rows, taga_analysis_get_words (self->edition, "treatment",
                                     taga_record_get_text (measure, TAGA_MEASURE_TREATMENT)));
  taga_cell_rows_text (
      rows, taga_analysis_get_words (self->edition, "measure-status",
                                     taga_record_get_text (measure, TAGA_MEASURE_STATUS)));
  taga_cell_rows_text (rows, taga_record_get_text (measure, TAGA_MEASURE_OWNER));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    taga_cell_rows_text (rows, taga_record_get_text (measure, days[i]));
  taga_cell_rows_number (rows, get_delay (self, measure));
  taga_cell_rows_number (rows, taga_record_get_number (measure, TAGA_MEASURE_BUDGET));
  taga_cell_rows_number (rows, taga_record_get_number (measure, TAGA_MEASURE_ACTUAL_COST));
  taga_cell_rows_text (rows, checks);
  taga_cell_rows_number (rows, count_words (taga_record_get_text (measure, TAGA_MEASURE_ASSETS)));
  taga_cell_rows_text (rows, taga_record_get_text (measure, TAGA_MEASURE_NOTE));
}

/* Late is what should be over by the day of the workbook and is not. */
static char *
create_delay_formula (const TagaReportAnalysis *self)
{
  const char *done = taga_analysis_get_words (self->edition, "measure-status", "done");
  GDate today;

  if (!read_day (self->head->date, &today))
    return NULL;

  return g_strdup_printf ("=IF(OR({planned-end}=\"\",{status}=\"%s\"),\"\","
                          "IF({planned-end}<DATE(%d,%d,%d),DATE(%d,%d,%d)-{planned-end},\"\"))",
                          done == NULL ? "" : done, g_date_get_year (&today),
                          g_date_get_month (&today), g_date_get_day (&today),
                          g_date_get_year (&today), g_date_get_month (&today),
                          g_date_get_day (&today));
}

/**
 * taga_analysis_add_measures:
 * @document: the workbook
 * @self: what it shows
 *
 * Adds the sheet 対策: each measure with its plan, what was done and what it costs, summed up.
 */
void
taga_analysis_add_measures (TagaDocument *document, const TagaReportAnalysis *self)
{
  g_autofree char *delay = create_delay_formula (self);
  const TagaColumn columns[] = {
    { "number", "番号", NULL, TAGA_COLUMN_NUMBER, .is_centred = TRUE, .width = 6 },
    { "name", "対策", .width = 28, .range = TAGA_RANGE_MEASURES },
    { "treatment", "対応方針", .list = "treatment", .is_centred = TRUE, .width = 8 },
    { "status", "進み具合", .list = "measure-status", .is_centred = TRUE, .width = 8,
      .range = TAGA_RANGE_MEASURE_STATUS },
    { "owner", "担当", .width = 12 },
    { "planned-start", "開始", "予定", TAGA_COLUMN_DATE, .width = 11 },
    { "planned-end", "終了", "予定", TAGA_COLUMN_DATE, .width = 11 },
    { "actual-start", "開始", "実績", TAGA_COLUMN_DATE, .width = 11 },
    { "actual-end", "終了", "実績", TAGA_COLUMN_DATE, .width = 11 },
    { "delay", "遅れ（日）", NULL, TAGA_COLUMN_NUMBER, .is_centred = TRUE, .is_computed = TRUE,
      .formula = delay, .width = 6 },
    { "budget", "予算", "費用（円）", TAGA_COLUMN_NUMBER, .width = 13, .is_summed = TRUE,
      .range = TAGA_RANGE_MEASURE_BUDGET },
    { "cost", "実績", "費用（円）", TAGA_COLUMN_NUMBER, .width = 13, .is_summed = TRUE,
      .range = TAGA_RANGE_MEASURE_COST },
    { "checks", "関係する診断項目", .width = 26 },
    { "assets", "対象の資産数", NULL, TAGA_COLUMN_NUMBER, .is_centred = TRUE, .width = 8 },
    { "note", "備考", .width = 24 },
  };
  TagaCellRows *rows = taga_cell_rows_new (G_N_ELEMENTS (columns));
  TagaTable *table;

  for (guint i = 0; i < self->measures->len; i++)
    add_measure (rows, self, g_ptr_array_index (self->measures, i), i + 1);

  taga_analysis_add_section (document, self, "対策")->frozen_columns = 2;
  table = taga_table_new ("対策", columns, G_N_ELEMENTS (columns), taga_cell_rows_end (rows));
  taga_table_set_total (table, "合計", NULL);
  taga_document_add_table (document, table);
}
