#include "taga-analysis-sheets.h"

#include "taga-cell-rows.h"
#include "taga-check.h"

/*
 * The sheet 診断結果 and the axes of the radar. The layout of appendix 7's sheet is not published;
 * the shares, and when a regulation is needed, are our rules and marked so.
 */

#define ANSWER "LEFT(" TAGA_RANGE_CHECK_ANSWER "&\"0\",1)"
#define IN_GROUP "(" TAGA_RANGE_CHECK_GROUP "={group})"
#define ASKS "ISNUMBER(FIND(\"、\"&{regulation}&\"、\",\"、\"&check_regulations&\"、\"))"
#define FIGURE .is_centred = TRUE, .is_computed = TRUE
#define COUNT NULL, TAGA_COLUMN_NUMBER, FIGURE

static const char *
describe_state (const TagaTally *tally)
{
  switch (taga_tally_get_state (tally))
    {
    case TAGA_TALLY_NOT_APPLICABLE:
      return "該当なし";
    case TAGA_TALLY_NOT_DONE:
      return "未実施";
    case TAGA_TALLY_PARTLY:
      return "一部実施";
    case TAGA_TALLY_DONE:
      return "実施済み";
    case TAGA_TALLY_UNKNOWN:
    default:
      return "未回答";
    }
}

static void
add_answers (TagaTally *tally,
             const TagaReportAnalysis *self,
             GHashTable *answers,
             const char *group)
{
  guint n;
  const TagaItem *items = taga_edition_get_items (self->edition, "check", &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (items[i].group, group) == 0)
      {
        TagaRecord *answer = g_hash_table_lookup (answers, items[i].key);

        taga_tally_add (tally, answer == NULL
                                   ? TAGA_UNKNOWN
                                   : (int) taga_record_get_number (answer, TAGA_CHECK_ANSWER));
      }
}

static void
add_tally (TagaTally *total, const TagaTally *tally)
{
  total->n_done += tally->n_done;
  total->n_partly += tally->n_partly;
  total->n_not_done += tally->n_not_done;
  total->n_not_applicable += tally->n_not_applicable;
  total->n_unanswered += tally->n_unanswered;
}

static void
add_group (TagaCellRows *rows, const TagaItem *group, const TagaTally *tally)
{
  taga_cell_rows_begin (rows);
  taga_cell_rows_text (rows, group->title_ja);
  taga_cell_rows_number (rows, taga_tally_get_n_items (tally));
  taga_cell_rows_number (rows, tally->n_done);
  taga_cell_rows_number (rows, tally->n_partly);
  taga_cell_rows_number (rows, tally->n_not_done);
  taga_cell_rows_number (rows, tally->n_not_applicable);
  taga_cell_rows_number (rows, tally->n_unanswered);
  taga_cell_rows_number (rows, taga_tally_get_share (tally));
  taga_cell_rows_text (rows, describe_state (tally));
}

static TagaTable *
create_groups (const TagaReportAnalysis *self)
{
  static const TagaColumn columns[] = {
    { "group", "対策の分類", .width = 34 },
    { "items", "項目数", COUNT, .formula = "=COUNTIF(" TAGA_RANGE_CHECK_GROUP ",{group})",
      .width = 9, .is_summed = TRUE },
    { "done", "実施", COUNT, .formula = "=SUMPRODUCT(" IN_GROUP "*(" ANSWER "=\"1\"))", .width = 9,
      .is_summed = TRUE },
    { "partly", "一部実施", COUNT, .formula = "=SUMPRODUCT(" IN_GROUP "*(" ANSWER "=\"2\"))",
      .width = 9, .is_summed = TRUE },
    { "not", "未実施・不明", COUNT, .formula = "=SUMPRODUCT(" IN_GROUP "*(" ANSWER "=\"3\"))",
      .width = 9, .is_summed = TRUE },
    { "none", "該当なし", COUNT, .formula = "=SUMPRODUCT(" IN_GROUP "*(" ANSWER "=\"4\"))",
      .width = 9, .is_summed = TRUE },
    { "unanswered", "未回答", COUNT,
      .formula = "=SUMPRODUCT(" IN_GROUP "*(" TAGA_RANGE_CHECK_ANSWER "=\"\"))", .width = 9,
      .is_summed = TRUE },
    { "share", "実施率", NULL, TAGA_COLUMN_PERCENT, FIGURE, .formula = TAGA_ANALYSIS_SHARE,
      .width = 9 },
    { "state", "状態", FIGURE,
      .formula = "=IF(AND({items}={none},{none}>0),\"該当なし\",IF({items}-{none}={unanswered},"
                 "\"未回答\",IF({done}={items}-{none},\"実施済み\",IF({done}+{partly}=0,\"未実施\","
                 "\"一部実施\"))))",
      .width = 10 },
  };
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  TagaCellRows *rows = taga_cell_rows_new (G_N_ELEMENTS (columns));
  TagaValue totals[G_N_ELEMENTS (columns)];
  TagaTally total = { 0 };
  guint n;
  const TagaItem *groups = taga_edition_get_items (self->edition, "check-group", &n);
  TagaTable *table;

  for (guint i = 0; i < self->checks->len; i++)
    {
      TagaRecord *check = g_ptr_array_index (self->checks, i);

      if (taga_record_get_text (check, TAGA_CHECK_ITEM) != NULL)
        g_hash_table_insert (answers, (gpointer) taga_record_get_text (check, TAGA_CHECK_ITEM),
                             check);
    }

  for (guint i = 0; i < n; i++)
    {
      TagaTally tally = { 0 };

      add_answers (&tally, self, answers, groups[i].key);
      add_tally (&total, &tally);
      add_group (rows, &groups[i], &tally);
    }

  table = taga_table_new ("対策の分類ごとの状況", columns, G_N_ELEMENTS (columns),
                          taga_cell_rows_end (rows));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    taga_value_init (&totals[i]);
  totals[7].number = taga_tally_get_share (&total);
  taga_table_set_total (table, "合計", totals);

  return table;
}

static const char *
describe_need (int need)
{
  if (need == TAGA_UNKNOWN)
    return "未定";

  return need > 0 ? "必要" : "不要";
}

static TagaTable *
create_regulations (const TagaReportAnalysis *self)
{
  static const TagaColumn columns[] = {
    { "regulation", "情報セキュリティ関連規程", .width = 34 },
    { "asks", "関係する項目", COUNT, .formula = "=SUMPRODUCT(" ASKS "*1)", .width = 9 },
    { "open", "一部・未実施", COUNT,
      .formula = "=SUMPRODUCT(" ASKS "*((" ANSWER "=\"2\")+(" ANSWER "=\"3\")))", .width = 9 },
    { "unanswered", "未回答", COUNT,
      .formula = "=SUMPRODUCT(" ASKS "*(" TAGA_RANGE_CHECK_ANSWER "=\"\"))", .width = 9 },
    { "need", "要否", FIGURE,
      .formula = "=IF({open}>0,\"必要\",IF({unanswered}>0,\"未定\",\"不要\"))", .width = 9 },
  };
  TagaCellRows *rows = taga_cell_rows_new (G_N_ELEMENTS (columns));

  for (guint i = 0; i < self->needs->len; i++)
    {
      const TagaAnalysisNeed *need = &g_array_index (self->needs, TagaAnalysisNeed, i);

      taga_cell_rows_begin (rows);
      taga_cell_rows_text (rows, need->regulation->title_ja);
      taga_cell_rows_number (rows, taga_tally_get_n_items (&need->tally));
      taga_cell_rows_number (rows, need->tally.n_partly + need->tally.n_not_done);
      taga_cell_rows_number (rows, need->tally.n_unanswered);
      taga_cell_rows_text (rows, describe_need (need->need));
    }

  return taga_table_new ("必要な規程", columns, G_N_ELEMENTS (columns), taga_cell_rows_end (rows));
}

/**
 * taga_analysis_add_diagnosis:
 * @document: the workbook
 * @self: what it shows
 *
 * Adds the sheet 診断結果: how each group of check items stands, and which regulations the company
 * needs.
 */
void
taga_analysis_add_diagnosis (TagaDocument *document, const TagaReportAnalysis *self)
{
  taga_analysis_add_section (document, self, "診断結果")->is_landscape = FALSE;
  taga_document_add_table (document, create_groups (self));
  taga_document_add_paragraph (
      document, "実施率は、該当する項目のうち「実施している」と答えた項目の割合です（タガの独自の"
                "計算です）。");
  taga_document_add_table (document, create_regulations (self));
  taga_document_add_paragraph (
      document, "関係する項目に「一部実施している」か「実施していない・わからない」が1つでもあれば"
                "必要とします（タガの独自の判定です）。");
}

static gboolean
has_gaps (const GArray *axes)
{
  for (guint i = 0; i < axes->len; i++)
    if (g_array_index (axes, TagaAnalysisAxis, i).score == TAGA_UNKNOWN)
      return TRUE;

  return FALSE;
}

/**
 * taga_analysis_add_axes:
 * @document: the workbook
 * @self: what it shows
 *
 * Adds the sheet 観点別の評価: the axes of the radar in the round, and the radar.
 */
void
taga_analysis_add_axes (TagaDocument *document, const TagaReportAnalysis *self)
{
  static const TagaColumn columns[] = {
    { "axis", "評価の観点", .width = 30 },
    { "score", "点数", NULL, TAGA_COLUMN_TENTHS, .is_centred = TRUE, .width = 8 },
    { "origin", "決め方", .is_centred = TRUE, .width = 18 },
    { "evidence", "根拠", .width = 46 },
    { "by", "評価者", .width = 14 },
    { "on", "判定日", NULL, TAGA_COLUMN_DATE, .width = 11 },
  };
  static const char *const series[] = { "score", NULL };
  TagaCellRows *rows = taga_cell_rows_new (G_N_ELEMENTS (columns));
  TagaSection *section = taga_analysis_add_section (document, self, "観点別の評価");
  TagaTable *table;
  TagaFigure *figure;

  for (guint i = 0; i < self->axes->len; i++)
    {
      const TagaAnalysisAxis *axis = &g_array_index (self->axes, TagaAnalysisAxis, i);
      const char *origin = axis->is_judged ? "評価者の判定" : "回答から計算";

      taga_cell_rows_begin (rows);
      taga_cell_rows_text (rows, axis->axis->title_ja);
      taga_cell_rows_number (rows, axis->score);
      taga_cell_rows_text (rows, axis->score == TAGA_UNKNOWN ? "未評価" : origin);
      taga_cell_rows_text (rows, axis->evidence);
      taga_cell_rows_text (rows, axis->by);
      taga_cell_rows_text (rows, axis->on);
    }

  table =
      taga_table_new ("観点別の評価", columns, G_N_ELEMENTS (columns), taga_cell_rows_end (rows));
  taga_document_add_table (document, table);
  taga_document_add_paragraph (document,
                               "点数は0から5までで、大きいほど対策が整っています。評価していない"
                               "観点は空欄です（0点ではありません）。");

  figure = taga_figure_new (TAGA_FIGURE_RADAR, "観点別の評価", table, "axis", series);
  figure->has_gaps = has_gaps (self->axes);
  taga_section_add_figure (section, figure);
}
