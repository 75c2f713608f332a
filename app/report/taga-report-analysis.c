#include "taga-analysis-sheets.h"

#include "taga-check.h"
#include "taga-measure.h"
#include "taga-report-register.h"

/*
 * The workbook of the analysis, for auditors and for whoever goes on working in a spreadsheet: the
 * register, the answers that its risks follow from, what is decided and what became different. Like
 * the register it is a Japanese form, whatever language the program speaks.
 */

/* The sheets in their order, and what the cover says of them. */
static const char *const sheets[][2] = {
  { "情報資産管理台帳", "情報資産の一覧。重要度とリスク値は自動で計算されます" },
  { "重要度定義", "評価値（機密性・完全性・可用性）の基準" },
  { "脅威の状況", "媒体・保存先ごとの脅威と、その発生頻度" },
  { "対策状況チェック", "診断項目ごとの実施状況と証跡" },
  { "媒体別の状況", "脅威と対策の回答を媒体・保存先ごとにまとめたもの" },
  { "診断結果", "対策の分類ごとの実施率と、必要な規程" },
  { "観点別の評価", "評価の観点ごとの点数と根拠" },
  { "リスク", "リスクの大きい順の一覧と、対応方針・理由・残るリスク" },
  { "対策", "対策の予定と実績、費用" },
  { "評価回の比較", "前と後の評価回の違い（観点、対策の分類、終えた対策）" },
  { "リスクの比較", "前と後の評価回で、リスクの区分ごとの資産数がどう動いたか" },
  { "資産の変化", "リスクが変わった資産、増えた資産、なくなった資産" },
};

/**
 * taga_analysis_add_section:
 * @document: the workbook
 * @self: what it shows
 * @name: name of the sheet
 *
 * Adds a sheet, on the paper that was asked for.
 *
 * Returns: (transfer none): its section
 */
TagaSection *
taga_analysis_add_section (TagaDocument *document, const TagaReportAnalysis *self, const char *name)
{
  TagaSection *section = taga_document_add_section (document, name);

  section->paper = self->paper;
  section->is_landscape = TRUE;

  return section;
}

static const char *
get_cell_words (const TagaChoice *choice)
{
  if (choice == NULL)
    return NULL;

  return choice->cell_ja != NULL ? choice->cell_ja : choice->label_ja;
}

/**
 * taga_analysis_get_level_words:
 * @edition: the edition
 * @domain: a list of levels
 * @number: a level, or `TAGA_UNKNOWN`
 *
 * Gets what a cell of appendix 7 shows for a level.
 *
 * Returns: (transfer none) (nullable): the words, or `NULL` for what is not known
 */
const char *
taga_analysis_get_level_words (TagaEdition *edition, const char *domain, gint64 number)
{
  return get_cell_words (taga_edition_find_level (edition, domain, number));
}

/**
 * taga_analysis_get_words:
 * @edition: the edition
 * @domain: a list of choices
 * @key: (nullable): key of a choice
 *
 * Gets what a cell of appendix 7 shows for a choice.
 *
 * Returns: (transfer none) (nullable): the words, or `NULL` for none
 */
const char *
taga_analysis_get_words (TagaEdition *edition, const char *domain, const char *key)
{
  return key == NULL ? NULL : get_cell_words (taga_edition_find_choice (edition, domain, key));
}

/**
 * taga_analysis_get_band_words:
 * @edition: the edition
 * @band: a band
 *
 * Gets what a cell of appendix 7 shows for a band.
 *
 * Returns: (transfer none): the words
 */
const char *
taga_analysis_get_band_words (TagaEdition *edition, TagaBand band)
{
  const char *words = taga_analysis_get_words (edition, "band", taga_band_to_key (band));

  return words == NULL ? "" : words;
}

/**
 * taga_analysis_describe_round:
 * @self: what the workbook shows
 * @round: a round
 *
 * Names a round by its name, its day, its judge and its state.
 *
 * Returns: (transfer full): the words
 */
char *
taga_analysis_describe_round (const TagaReportAnalysis *self, const TagaAnalysisRound *round)
{
  g_autofree char *day = taga_paper_head_format_date (self->head, round->date);
  g_autofree char *sealed = taga_paper_head_format_date (self->head, round->sealed_on);
  GString *text = g_string_new (round->name);

  if (*day != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "　" : "", day);
  if (round->judge != NULL)
    g_string_append_printf (text, "%s評価者 %s", text->len > 0 ? "　" : "", round->judge);
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? "　" : "", sealed,
                          round->sealed_on != NULL ? "に確定" : "評価中");

  return g_string_free (text, FALSE);
}

static void
add_list (TagaDocument *document, TagaEdition *edition, const char *domain)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  guint n;
  const TagaChoice *choices = taga_edition_get_choices (edition, domain, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (entries, (gpointer) get_cell_words (&choices[i]));
  g_ptr_array_add (entries, NULL);
  taga_document_add_list (document, domain, (const char *const *) entries->pdata);
}

static void
add_given (TagaFront *front, const char *label, const char *text)
{
  if (text != NULL && *text != '\0')
    taga_front_add_text (front, label, text);
}

static void
add_identity (TagaFront *front, const TagaReportAnalysis *self)
{
  g_autofree char *date = taga_paper_head_format_date (self->head, self->head->date);
  g_autofree char *day = taga_paper_head_format_date (self->head, self->round.date);
  g_autofree char *sealed = taga_paper_head_format_date (self->head, self->round.sealed_on);
  g_autofree char *round = g_strjoin (self->round.name != NULL && *day != '\0' ? "　" : "",
                                      self->round.name == NULL ? "" : self->round.name, day, NULL);
  g_autofree char *state = g_strconcat (sealed, "に確定", NULL);

  taga_front_add_part (front, NULL);
  taga_front_add_text (front, "会社名", self->head->company);
  add_given (front, "文書番号", self->number);
  add_given (front, "版", self->version);
  add_given (front, "取り扱い", self->mark);
  if (self->is_fictitious)
    taga_front_add_text (front, "注意", "この会社は架空です。実在の会社とは関係ありません。");
  taga_front_add_text (front, "作成日", date);
  taga_front_add_text (front, "方法", taga_edition_get_title (self->edition, TRUE));
  taga_front_add_text (front, "評価回", round);
  taga_front_add_text (front, "評価者", self->round.judge);
  taga_front_add_text (front, "状態",
                       self->round.sealed_on != NULL ? state : "評価中（まだ確定していません）");
}

/* The answers to all check items. */
static void
count_answers (const TagaReportAnalysis *self, TagaTally *tally)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const TagaItem *items = taga_edition_get_items (self->edition, "check", &n);

  for (guint i = 0; i < self->checks->len; i++)
    {
      TagaRecord *check = g_ptr_array_index (self->checks, i);
      const char *item = taga_record_get_text (check, TAGA_CHECK_ITEM);
      gint64 answer = taga_record_get_number (check, TAGA_CHECK_ANSWER);

      if (item != NULL && answer != TAGA_UNKNOWN)
        g_hash_table_insert (answers, (gpointer) item, GINT_TO_POINTER ((int) answer));
    }

  for (guint i = 0; i < n; i++)
    taga_tally_add (tally, GPOINTER_TO_INT (g_hash_table_lookup (answers, items[i].key)));
}

static void
add_share (TagaFront *front, const TagaReportAnalysis *self)
{
  static const char *const parts[][2] = {
    { "{items}", "COUNTA(" TAGA_RANGE_CHECK_GROUP ")" },
    { "{none}", "SUMPRODUCT((LEFT(" TAGA_RANGE_CHECK_ANSWER "&\"0\",1)=\"4\")*1)" },
    { "{done}", "SUMPRODUCT((LEFT(" TAGA_RANGE_CHECK_ANSWER "&\"0\",1)=\"1\")*1)" },
    { "{unanswered}",
      "SUMPRODUCT((" TAGA_RANGE_CHECK_GROUP "<>\"\")*(" TAGA_RANGE_CHECK_ANSWER "=\"\"))" },
  };
  g_autoptr (GString) formula = g_string_new (TAGA_ANALYSIS_SHARE);
  TagaTally tally = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_replace (formula, parts[i][0], parts[i][1], 0);

  count_answers (self, &tally);
  taga_front_add_percent (front, "対策の実施率", formula->str, taga_tally_get_share (&tally));
}

static void
add_figures (TagaFront *front, const TagaReportAnalysis *self)
{
  const char *done = taga_analysis_get_words (self->edition, "measure-status", "done");
  g_autofree char *finished =
      g_strdup_printf ("=COUNTIF(" TAGA_RANGE_MEASURE_STATUS ",\"%s\")", done == NULL ? "" : done);
  gint64 n_finished = 0, budget = 0, cost = 0;

  for (guint i = 0; i < self->measures->len; i++)
    {
      TagaRecord *measure = g_ptr_array_index (self->measures, i);

      n_finished += g_strcmp0 (taga_record_get_text (measure, TAGA_MEASURE_STATUS), "done") == 0;
      budget += MAX (taga_record_get_number (measure, TAGA_MEASURE_BUDGET), 0);
      cost += MAX (taga_record_get_number (measure, TAGA_MEASURE_ACTUAL_COST), 0);
    }

  taga_front_add_part (front, "主な数字（このブックの中で計算しています）");
  taga_front_add_number (front, "情報資産（件）", "=COUNTA(" TAGA_RANGE_ASSETS ")", self->n_assets);
  for (TagaBand band = TAGA_BAND_LARGE; band > TAGA_BAND_UNKNOWN; band--)
    {
      const char *words = taga_analysis_get_band_words (self->edition, band);
      g_autofree char *label = g_strdup_printf ("%s（件）", words);
      g_autofree char *formula = g_strdup_printf ("=COUNTIF(" TAGA_RANGE_BAND ",\"%s\")", words);

      taga_front_add_number (front, label, formula, self->n_bands[band]);
    }
  taga_front_add_number (front, "リスク未定（件）",
                         "=COUNTA(" TAGA_RANGE_ASSETS ")-COUNT(" TAGA_RANGE_RISK ")",
                         self->n_assets - self->n_bands[TAGA_BAND_SMALL]
                             - self->n_bands[TAGA_BAND_MEDIUM] - self->n_bands[TAGA_BAND_LARGE]);
  add_share (front, self);
  taga_front_add_number (front, "対策（件）", "=COUNTA(" TAGA_RANGE_MEASURES ")",
                         self->measures->len);
  taga_front_add_number (front, "終わった対策（件）", finished, n_finished);
  taga_front_add_number (front, "対策の予算（円）", "=SUM(" TAGA_RANGE_MEASURE_BUDGET ")", budget);
  taga_front_add_number (front, "対策にかかった費用（円）", "=SUM(" TAGA_RANGE_MEASURE_COST ")",
                         cost);
}

static void
add_cover (TagaDocument *document, const TagaReportAnalysis *self)
{
  TagaSection *section = taga_analysis_add_section (document, self, "表紙");
  TagaFront *front = taga_front_new (self->head->approval);
  guint n_sheets = G_N_ELEMENTS (sheets) - (self->comparison == NULL ? 2 : 0);

  section->title = g_strdup (taga_document_get_title (document));
  section->is_landscape = FALSE;
  add_identity (front, self);
  add_figures (front, self);

  taga_front_add_part (front, "シートの一覧");
  for (guint i = 0; i < n_sheets; i++)
    taga_front_add_link (front, sheets[i][0], sheets[i][1], i + 1);

  taga_section_add_front (section, front);
  taga_document_add_paragraph (
      document,
      "灰色のセルは計算結果です。白いセルの回答や評価値を直すと、このブックの中のリスク値も"
      "計算し直されます。");
}

/**
 * taga_report_analysis_new:
 * @analysis: what it shows; its row sources are taken over, the rest is only read
 *
 * Makes the workbook of the analysis: a cover, the register with live risks, threats, checks, what
 * follows from them, risks with their treatments, measures, and two rounds compared.
 *
 * Returns: (transfer full): the document
 */
TagaDocument *
taga_report_analysis_new (const TagaReportAnalysis *analysis)
{
  static const char *const lists[] = { "frequency", "answer", "treatment", "measure-status" };
  TagaDocument *document = taga_document_new ("情報セキュリティ リスク分析",
                                              analysis->head->company, analysis->head->date, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_list (document, analysis->edition, lists[i]);

  add_cover (document, analysis);
  taga_report_register_add (document, analysis->edition, analysis->paper, analysis->next_asset,
                            analysis->assets, analysis->free_rows, analysis->n_assets);
  taga_analysis_add_threats (document, analysis);
  taga_analysis_add_checks (document, analysis);
  taga_analysis_add_media (document, analysis);
  taga_analysis_add_diagnosis (document, analysis);
  taga_analysis_add_axes (document, analysis);
  taga_analysis_add_risks (document, analysis);
  taga_analysis_add_measures (document, analysis);
  taga_analysis_add_comparison (document, analysis);

  return document;
}
