#include "taga-analysis-sheets.h"

#include <string.h>

#include "taga-cell-rows.h"
#include "taga-check.h"
#include "taga-report-register.h"
#include "taga-threat.h"

/*
 * The sheets 脅威の状況 and 対策状況チェック in the layout of appendix 7, and what follows from
 * them for each medium. The figures of a medium are formulas over the two, so that an answer that
 * is changed in the workbook changes the risks of the register.
 */

#define RANGE_THREAT_MEDIUM "threat_medium"
#define RANGE_THREAT_FREQUENCY "threat_frequency"
#define RANGE_CHECK_MEDIA "check_media"

/* The number that an answer begins with; 0 for none. */
#define FREQUENCY "(LEFT(" RANGE_THREAT_FREQUENCY "&\"0\",1)+0)"
#define ANSWER "LEFT(" TAGA_RANGE_CHECK_ANSWER "&\"0\",1)"

/* Whether a check item counts for the medium of the row. */
#define COUNTS "ISNUMBER(FIND(\"、\"&{medium}&\"、\",\"、\"&" RANGE_CHECK_MEDIA "&\"、\"))"

static GHashTable *
index_by_item (const GPtrArray *records, guint field)
{
  GHashTable *by_item = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      TagaRecord *record = g_ptr_array_index (records, i);
      const char *item = taga_record_get_text (record, field);

      if (item != NULL)
        g_hash_table_insert (by_item, (gpointer) item, record);
    }

  return by_item;
}

static const char *
get_text (TagaRecord *record, guint field)
{
  return record == NULL ? NULL : taga_record_get_text (record, field);
}

static gint64
get_number (TagaRecord *record, guint field)
{
  return record == NULL ? TAGA_UNKNOWN : taga_record_get_number (record, field);
}

static const char *
get_medium (TagaEdition *edition, const char *key)
{
  const TagaChoice *medium = taga_edition_find_choice (edition, "medium", key);

  return medium == NULL ? key : medium->label_ja;
}

/* What the reader has to know of an answer that nobody has looked at in this round. */
static const char *
get_mark (TagaRecord *record, guint field)
{
  return get_number (record, field) > 0 ? "要確認" : NULL;
}

/**
 * taga_analysis_add_threats:
 * @document: the workbook
 * @self: what it shows
 *
 * Adds the sheet 脅威の状況: each threat by medium, with its frequency.
 */
void
taga_analysis_add_threats (TagaDocument *document, const TagaReportAnalysis *self)
{
  static const TagaColumn columns[] = {
    { "medium", "媒体・保存先", .width = 15, .range = RANGE_THREAT_MEDIUM },
    { "threat", "想定される脅威", .width = 44 },
    { "frequency", "対策を講じない場合の脅威の発生頻度", .list = "frequency", .width = 34,
      .range = RANGE_THREAT_FREQUENCY },
    { "note", "備考", .width = 32 },
    { "by", "回答者", .width = 12 },
    { "on", "回答日", NULL, TAGA_COLUMN_DATE, .width = 11 },
    { "confirm", "引き継ぎ", .is_centred = TRUE, .width = 9 },
  };
  g_autoptr (GHashTable) answers = index_by_item (self->threats, TAGA_THREAT_ITEM);
  TagaCellRows *rows = taga_cell_rows_new (G_N_ELEMENTS (columns));
  guint n;
  const TagaItem *items = taga_edition_get_items (self->edition, "threat", &n);

  for (guint i = 0; i < n; i++)
    {
      TagaRecord *answer = g_hash_table_lookup (answers, items[i].key);

      taga_cell_rows_begin (rows);
      taga_cell_rows_text (rows, get_medium (self->edition, items[i].group));
      taga_cell_rows_text (rows, items[i].title_ja);
      taga_cell_rows_text (
          rows, taga_analysis_get_level_words (self->edition, "frequency",
                                               get_number (answer, TAGA_THREAT_FREQUENCY)));
      taga_cell_rows_text (rows, get_text (answer, TAGA_THREAT_NOTE));
      taga_cell_rows_text (rows, get_text (answer, TAGA_THREAT_ANSWERED_BY));
      taga_cell_rows_text (rows, get_text (answer, TAGA_THREAT_ANSWERED_ON));
      taga_cell_rows_text (rows, get_mark (answer, TAGA_THREAT_TO_CONFIRM));
    }

  taga_analysis_add_section (document, self, "脅威の状況")->frozen_columns = 1;
  taga_document_add_table (document, taga_table_new ("脅威の状況", columns, G_N_ELEMENTS (columns),
                                                     taga_cell_rows_end (rows)));
}

static void
append_line (GString *text, const char *label, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "", label, line);
}

/* What shows that an item is done, in one cell. */
static char *
dup_evidence (const TagaReportAnalysis *self, TagaRecord *answer)
{
  GString *text = g_string_new (NULL);
  g_autofree char *day =
      taga_paper_head_format_date (self->head, get_text (answer, TAGA_CHECK_EVIDENCE_ON));

  append_line (text, "", get_text (answer, TAGA_CHECK_EVIDENCE));
  append_line (text, "場所：", get_text (answer, TAGA_CHECK_EVIDENCE_LINK));
  append_line (text, "ファイル：", get_text (answer, TAGA_CHECK_EVIDENCE_FILE));
  append_line (text, "保管：", get_text (answer, TAGA_CHECK_EVIDENCE_BY));
  append_line (text, "日付：", day);

  return g_string_free (text, FALSE);
}

static char *
dup_media (TagaEdition *edition, const TagaItem *item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; item->media != NULL && item->media[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "",
                            get_medium (edition, item->media[i]));

  return g_string_free (text, FALSE);
}

static void
add_check (TagaCellRows *rows,
           const TagaReportAnalysis *self,
           const TagaItem *item,
           TagaRecord *answer,
           const char *regulations)
{
  const TagaItem *group = taga_edition_find_item (self->edition, "check-group", item->group);
  g_autofree char *evidence = dup_evidence (self, answer);
  g_autofree char *media = dup_media (self->edition, item);

  taga_cell_rows_begin (rows);
  taga_cell_rows_text (rows, group == NULL ? item->group : group->title_ja);
  taga_cell_rows_text (rows, item->is_own ? "自社" : item->key);
  taga_cell_rows_text (rows, item->title_ja);
  taga_cell_rows_text (rows, taga_analysis_get_level_words (
                                 self->edition, "answer", get_number (answer, TAGA_CHECK_ANSWER)));
  taga_cell_rows_text (rows, get_text (answer, TAGA_CHECK_NOTE));
  taga_cell_rows_text (rows, evidence);
  taga_cell_rows_text (rows, get_text (answer, TAGA_CHECK_ANSWERED_BY));
  taga_cell_rows_text (rows, get_text (answer, TAGA_CHECK_ANSWERED_ON));
  taga_cell_rows_text (rows, get_mark (answer, TAGA_CHECK_TO_CONFIRM));
  taga_cell_rows_text (rows, media);
  taga_cell_rows_text (rows, regulations);
}

/**
 * taga_analysis_add_checks:
 * @document: the workbook
 * @self: what it shows
 *
 * Adds the sheet 対策状況チェック: each check item by group, with its answer and its evidence, and
 * which media and regulations it counts for.
 */
void
taga_analysis_add_checks (TagaDocument *document, const TagaReportAnalysis *self)
{
  static const TagaColumn columns[] = {
    { "group", "対策の分類", .width = 15, .range = TAGA_RANGE_CHECK_GROUP },
    { "number", "番号", .is_centred = TRUE, .width = 6 },
    { "item", "診断内容", .width = 40 },
    { "answer", "実施状況", .list = "answer", .width = 18, .range = TAGA_RANGE_CHECK_ANSWER },
    { "note", "備考", .width = 22 },
    { "evidence", "証跡", .width = 24 },
    { "by", "回答者", .width = 11 },
    { "on", "回答日", NULL, TAGA_COLUMN_DATE, .width = 11 },
    { "confirm", "引き継ぎ", .is_centred = TRUE, .width = 9 },
    { "media", "効く媒体・保存先", .width = 17, .range = RANGE_CHECK_MEDIA },
    { "regulations", "関連する規程", .width = 17, .range = "check_regulations" },
  };
  g_autoptr (GHashTable) answers = index_by_item (self->checks, TAGA_CHECK_ITEM);
  TagaCellRows *rows = taga_cell_rows_new (G_N_ELEMENTS (columns));
  guint n;
  const TagaItem *items = taga_edition_get_items (self->edition, "check", &n);

  for (guint i = 0; i < n; i++)
    add_check (rows, self, &items[i], g_hash_table_lookup (answers, items[i].key),
               g_ptr_array_index (self->regulations, i));

  taga_analysis_add_section (document, self, "対策状況チェック")->frozen_columns = 2;
  taga_document_add_table (document,
                           taga_table_new ("対策状況チェック", columns, G_N_ELEMENTS (columns),
                                           taga_cell_rows_end (rows)));
}

/* The answers to the check items of a medium, in figures. */
static void
count_checks (const TagaReportAnalysis *self,
              GHashTable *answers,
              const char *medium,
              guint *n_applicable,
              guint *n_answered,
              guint *n_halves)
{
  guint n;
  const TagaItem *items = taga_edition_get_items (self->edition, "check", &n);

  *n_applicable = *n_answered = *n_halves = 0;
  for (guint i = 0; i < n; i++)
    {
      int answer =
          (int) get_number (g_hash_table_lookup (answers, items[i].key), TAGA_CHECK_ANSWER);

      if (items[i].media == NULL || !g_strv_contains (items[i].media, medium))
        continue;
      *n_answered += answer != TAGA_UNKNOWN;
      if (answer == TAGA_ANSWER_NOT_APPLICABLE)
        continue;
      *n_applicable += 1;
      *n_halves += 2 - taga_risk_gain (answer);
    }
}

static char *
quote (const char *text)
{
  g_autoptr (GString) quoted = g_string_new (text == NULL ? "" : text);

  g_string_replace (quoted, "\"", "\"\"", 0);
  return g_strdup (quoted->str);
}

/* The words of the three levels, as the register shows them. */
static char *
create_words_formula (TagaEdition *edition, const char *domain, const char *level)
{
  g_autofree char *one = quote (taga_analysis_get_level_words (edition, domain, 1));
  g_autofree char *two = quote (taga_analysis_get_level_words (edition, domain, 2));
  g_autofree char *three = quote (taga_analysis_get_level_words (edition, domain, 3));

  return g_strdup_printf ("=IF({%s}=\"\",\"\",CHOOSE({%s},\"%s\",\"%s\",\"%s\"))", level, level,
                          one, two, three);
}

static char *
create_vulnerability_formula (TagaEdition *edition)
{
  const TagaScale *scale = taga_edition_get_scale (edition);
  char safe[G_ASCII_DTOSTR_BUF_SIZE];
  char below[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup_printf (
      "=IF(OR({answered}=0,{applicable}=0),\"\",IF({halves}/(2*{applicable})>=%s,1,"
      "IF({halves}/(2*{applicable})<%s,3,2)))",
      g_ascii_formatd (safe, sizeof safe, "%.6g", scale->safe_from),
      g_ascii_formatd (below, sizeof below, "%.6g", scale->vulnerable_below));
}

static TagaRowSource *
create_media_rows (const TagaReportAnalysis *self, guint n_columns)
{
  const TagaAssessment *assessment = self->assessment;
  g_autoptr (GHashTable) answers = index_by_item (self->checks, TAGA_CHECK_ITEM);
  TagaCellRows *rows = taga_cell_rows_new (n_columns);

  for (guint i = 0; i < assessment->n_media; i++)
    {
      guint n_applicable, n_answered, n_halves;

      count_checks (self, answers, assessment->media[i], &n_applicable, &n_answered, &n_halves);
      taga_cell_rows_begin (rows);
      taga_cell_rows_text (rows, get_medium (self->edition, assessment->media[i]));
      taga_cell_rows_number (rows, self->n_media[i]);
      taga_cell_rows_number (rows, assessment->threat[i]);
      taga_cell_rows_text (
          rows, taga_analysis_get_level_words (self->edition, "frequency", assessment->threat[i]));
      taga_cell_rows_number (rows, n_applicable);
      taga_cell_rows_number (rows, n_answered);
      taga_cell_rows_number (rows, n_halves);
      taga_cell_rows_number (rows, assessment->vulnerability[i]);
      taga_cell_rows_text (rows, taga_analysis_get_level_words (self->edition, "vulnerability",
                                                                assessment->vulnerability[i]));
    }

  return taga_cell_rows_end (rows);
}

/**
 * taga_analysis_add_media:
 * @document: the workbook
 * @self: what it shows
 *
 * Adds the sheet 媒体別の状況: what threats and checks come to for each medium, which the register
 * looks up.
 */
void
taga_analysis_add_media (TagaDocument *document, const TagaReportAnalysis *self)
{
  g_autofree char *threat = create_words_formula (self->edition, "frequency", "threat");
  g_autofree char *vulnerability =
      create_words_formula (self->edition, "vulnerability", "vulnerability");
  g_autofree char *level = create_vulnerability_formula (self->edition);
  const TagaColumn columns[] = {
    { "medium", "媒体・保存先", .width = 16, .range = TAGA_RANGE_MEDIA },
    { "assets", "台帳の資産数", NULL, TAGA_COLUMN_NUMBER, .is_centred = TRUE, .is_computed = TRUE,
      .formula = "=COUNTIF(" TAGA_RANGE_ASSET_MEDIA ",{medium})", .width = 8 },
    { "threat", "脅威", "脅威", TAGA_COLUMN_NUMBER, .is_centred = TRUE, .is_computed = TRUE,
      .formula = "=IF(SUMPRODUCT((" RANGE_THREAT_MEDIUM "={medium})*" FREQUENCY ")=0,\"\","
                 "SUMPRODUCT(MAX((" RANGE_THREAT_MEDIUM "={medium})*" FREQUENCY ")))",
      .width = 6 },
    { "threat-words", "発生頻度（いちばん高いもの）", "脅威", .is_computed = TRUE,
      .formula = threat, .width = 34, .range = TAGA_RANGE_MEDIA_THREAT },
    { "applicable", "該当する対策", "対策", TAGA_COLUMN_NUMBER, .is_centred = TRUE,
      .is_computed = TRUE, .formula = "=SUMPRODUCT(" COUNTS "*(" ANSWER "<>\"4\"))", .width = 8 },
    { "answered", "回答済み", "対策", TAGA_COLUMN_NUMBER, .is_centred = TRUE, .is_computed = TRUE,
      .formula = "=SUMPRODUCT(" COUNTS "*(" TAGA_RANGE_CHECK_ANSWER "<>\"\"))", .width = 8 },
    { "halves", "点数（実施2、一部1）", "対策", TAGA_COLUMN_NUMBER, .is_centred = TRUE,
      .is_computed = TRUE,
      .formula = "=SUMPRODUCT(" COUNTS "*((" ANSWER "=\"1\")*2+(" ANSWER "=\"2\")))", .width = 10 },
    { "vulnerability", "脆弱性", "脆弱性", TAGA_COLUMN_NUMBER, .is_centred = TRUE,
      .is_computed = TRUE, .formula = level, .width = 6 },
    { "vulnerability-words", "対策の状況", "脆弱性", .is_computed = TRUE, .formula = vulnerability,
      .width = 26, .range = TAGA_RANGE_MEDIA_VULNERABILITY },
  };

  taga_analysis_add_section (document, self, "媒体別の状況");
  taga_document_add_table (document,
                           taga_table_new ("媒体別の状況", columns, G_N_ELEMENTS (columns),
                                           create_media_rows (self, G_N_ELEMENTS (columns))));
  taga_document_add_paragraph (
      document, "「脅威の状況」と「対策状況チェック」の回答から計算しています。回答を選び直すと、"
                "この表と台帳のリスク値も変わります。");
  taga_document_add_paragraph (document,
                               taga_edition_get_source (self->edition, "threat-rule", TRUE));
  taga_document_add_paragraph (document,
                               taga_edition_get_source (self->edition, "vulnerability-rule", TRUE));
}
