#include "taga-analysis-sheets.h"

#include "taga-cell-rows.h"

/*
 * The sheets 評価回の比較, リスクの比較 and 資産の変化: what two rounds have in common and what
 * became different, with charts that the spreadsheet draws from the tables.
 */

static TagaTable *
create_changes (const char *title, const char *item, const GArray *changes, TagaColumnKind kind)
{
  const TagaColumn columns[] = {
    { "item", item, .width = 38 },
    { "before", "前", NULL, kind, .is_centred = TRUE, .width = 11 },
    { "after", "後", NULL, kind, .is_centred = TRUE, .width = 11 },
    { "change", "増減", NULL, kind, .is_centred = TRUE, .is_computed = TRUE, .from = "before",
      .to = "after", .width = 11 },
  };
  TagaCellRows *rows = taga_cell_rows_new (G_N_ELEMENTS (columns));

  for (guint i = 0; i < changes->len; i++)
    {
      const TagaAnalysisChange *change = &g_array_index (changes, TagaAnalysisChange, i);

      taga_cell_rows_begin (rows);
      taga_cell_rows_text (rows, change->item->title_ja);
      taga_cell_rows_number (rows, change->before);
      taga_cell_rows_number (rows, change->after);
    }

  return taga_table_new (title, columns, G_N_ELEMENTS (columns), taga_cell_rows_end (rows));
}

static void
add_side (TagaCellRows *rows, const char *name, const TagaAnalysisSide *side)
{
  taga_cell_rows_begin (rows);
  taga_cell_rows_text (rows, name);
  for (TagaBand band = TAGA_BAND_LARGE; band > TAGA_BAND_UNKNOWN; band--)
    taga_cell_rows_number (rows, side->n_bands[band]);
  taga_cell_rows_number (rows, side->n_bands[TAGA_BAND_UNKNOWN]);
  taga_cell_rows_number (rows, side->n_assets);
}

#define BAND NULL, TAGA_COLUMN_NUMBER, .is_centred = TRUE, .width = 11

static TagaTable *
create_bands (const TagaReportAnalysis *self)
{
  const TagaColumn columns[] = {
    { "side", "評価回", .width = 30 },
    { "large", taga_analysis_get_band_words (self->edition, TAGA_BAND_LARGE), BAND },
    { "medium", taga_analysis_get_band_words (self->edition, TAGA_BAND_MEDIUM), BAND },
    { "small", taga_analysis_get_band_words (self->edition, TAGA_BAND_SMALL), BAND },
    { "unknown", "未定", BAND },
    { "all", "資産数", BAND, .is_computed = TRUE,
      .formula = "={large}+{medium}+{small}+{unknown}" },
  };
  TagaCellRows *rows = taga_cell_rows_new (G_N_ELEMENTS (columns));

  add_side (rows, "前", &self->comparison->before);
  add_side (rows, "後", &self->comparison->after);

  return taga_table_new ("リスクの区分ごとの資産数", columns, G_N_ELEMENTS (columns),
                         taga_cell_rows_end (rows));
}

/* Assets that both rounds have, by their bands before (rows) and after (columns). */
static TagaTable *
create_moves (const TagaReportAnalysis *self)
{
  static const TagaBand order[] = { TAGA_BAND_LARGE, TAGA_BAND_MEDIUM, TAGA_BAND_SMALL,
                                    TAGA_BAND_UNKNOWN };
  const char *words[TAGA_MAX_BANDS] = {
    [TAGA_BAND_UNKNOWN] = "未定",
    [TAGA_BAND_SMALL] = taga_analysis_get_band_words (self->edition, TAGA_BAND_SMALL),
    [TAGA_BAND_MEDIUM] = taga_analysis_get_band_words (self->edition, TAGA_BAND_MEDIUM),
    [TAGA_BAND_LARGE] = taga_analysis_get_band_words (self->edition, TAGA_BAND_LARGE),
  };
  const TagaColumn columns[] = {
    { "before", "前の区分 ＼ 後の区分", .width = 30 },
    { "large", words[TAGA_BAND_LARGE], BAND, .is_summed = TRUE },
    { "medium", words[TAGA_BAND_MEDIUM], BAND, .is_summed = TRUE },
    { "small", words[TAGA_BAND_SMALL], BAND, .is_summed = TRUE },
    { "unknown", words[TAGA_BAND_UNKNOWN], BAND, .is_summed = TRUE },
    { "all", "計", BAND, .is_computed = TRUE, .formula = "={large}+{medium}+{small}+{unknown}",
      .is_summed = TRUE },
  };
  TagaCellRows *rows = taga_cell_rows_new (G_N_ELEMENTS (columns));
  TagaTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const guint *moves = self->comparison->n_moves[order[i]];
      guint sum = 0;

      taga_cell_rows_begin (rows);
      taga_cell_rows_text (rows, words[order[i]]);
      for (guint j = 0; j < G_N_ELEMENTS (order); j++)
        {
          taga_cell_rows_number (rows, moves[order[j]]);
          sum += moves[order[j]];
        }
      taga_cell_rows_number (rows, sum);
    }

  table = taga_table_new ("両方の評価回にある資産の動き", columns, G_N_ELEMENTS (columns),
                          taga_cell_rows_end (rows));
  taga_table_set_total (table, "計", NULL);

  return table;
}

static TagaTable *
create_measures (const TagaAnalysisComparison *comparison)
{
  static const TagaColumn columns[] = {
    { "name", "対策", .width = 38 },
    { "on", "終えた日", NULL, TAGA_COLUMN_DATE, .width = 11 },
  };
  TagaCellRows *rows = taga_cell_rows_new (G_N_ELEMENTS (columns));

  for (guint i = 0; i < comparison->measures->len; i++)
    {
      const TagaAnalysisMeasure *measure =
          &g_array_index (comparison->measures, TagaAnalysisMeasure, i);

      taga_cell_rows_begin (rows);
      taga_cell_rows_text (rows, measure->name);
      taga_cell_rows_text (rows, measure->finished_on);
    }

  return taga_table_new ("この間に終えた対策", columns, G_N_ELEMENTS (columns),
                         taga_cell_rows_end (rows));
}

static gboolean
has_gaps (const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const TagaAnalysisChange *change = &g_array_index (changes, TagaAnalysisChange, i);

      if (change->before == TAGA_UNKNOWN || change->after == TAGA_UNKNOWN)
        return TRUE;
    }

  return FALSE;
}

static void
add_radar (TagaSection *section, const TagaTable *axes, gboolean with_gaps)
{
  static const char *const sides[] = { "before", "after", NULL };
  TagaFigure *figure =
      taga_figure_new (TAGA_FIGURE_RADAR, "観点別の評価（前と後）", axes, "item", sides);

  figure->has_gaps = with_gaps;
  taga_section_add_figure (section, figure);
}

static void
add_sides (TagaDocument *document, const TagaReportAnalysis *self)
{
  const TagaAnalysisComparison *comparison = self->comparison;
  g_autofree char *before = taga_analysis_describe_round (self, &comparison->before.round);
  g_autofree char *after = taga_analysis_describe_round (self, &comparison->after.round);
  g_autofree char *text = g_strdup_printf (
      "前：%s\n後：%s\nリスクが同じ資産%u件、後だけにある資産%u件、前だけにある資産%u件", before,
      after, comparison->n_same, comparison->n_new, comparison->n_gone);

  taga_document_add_paragraph (document, text);
}

static void
add_bands (TagaDocument *document, const TagaReportAnalysis *self)
{
  static const char *const layers[] = { "large", "medium", "small", "unknown", NULL };
  TagaSection *section = taga_analysis_add_section (document, self, "リスクの比較");
  TagaTable *bands = create_bands (self);

  section->is_landscape = FALSE;
  add_sides (document, self);
  taga_document_add_table (document, bands);
  taga_section_add_figure (section,
                           taga_figure_new (TAGA_FIGURE_STACK, "リスクの区分ごとの資産数（前と後）",
                                            bands, "side", layers));
  taga_document_add_table (document, create_moves (self));
}

static void
add_assets (TagaDocument *document, const TagaReportAnalysis *self)
{
  static const TagaColumn columns[] = {
    { "name", "情報資産名称", .width = 36 },
    { "risk-before", "リスク値", "前", TAGA_COLUMN_NUMBER, .is_centred = TRUE, .width = 8,
      .band_by = "risk-before" },
    { "band-before", "区分", "前", .is_centred = TRUE, .width = 11, .band_by = "risk-before" },
    { "risk-after", "リスク値", "後", TAGA_COLUMN_NUMBER, .is_centred = TRUE, .width = 8,
      .band_by = "risk-after" },
    { "band-after", "区分", "後", .is_centred = TRUE, .width = 11, .band_by = "risk-after" },
    { "change", "増減", NULL, TAGA_COLUMN_NUMBER, .is_centred = TRUE, .is_computed = TRUE,
      .from = "risk-before", .to = "risk-after", .width = 8 },
    { "words", "変わったこと", .width = 30 },
  };

  taga_analysis_add_section (document, self, "資産の変化")->frozen_columns = 1;
  taga_document_add_table (document, taga_table_new ("資産の変化", columns, G_N_ELEMENTS (columns),
                                                     self->comparison->changes));
}

/**
 * taga_analysis_add_comparison:
 * @document: the workbook
 * @self: what it shows
 *
 * Adds the sheets 評価回の比較, リスクの比較 and 資産の変化; or the first alone, which says why it
 * is empty, if there are not two rounds.
 */
void
taga_analysis_add_comparison (TagaDocument *document, const TagaReportAnalysis *self)
{
  const TagaAnalysisComparison *comparison = self->comparison;
  TagaSection *section = taga_analysis_add_section (document, self, "評価回の比較");
  TagaTable *axes;

  section->is_landscape = FALSE;
  if (comparison == NULL)
    {
      taga_document_add_paragraph (
          document, "比べる相手になる、前の評価回がありません。評価回が2つになると、前の評価回との"
                    "違いがここに出ます。");
      return;
    }

  axes = create_changes ("観点別の評価", "評価の観点", comparison->axes, TAGA_COLUMN_TENTHS);
  add_sides (document, self);
  taga_document_add_table (document, axes);
  add_radar (section, axes, has_gaps (comparison->axes));
  taga_document_add_table (document, create_changes ("対策の分類ごとの実施率", "対策の分類",
                                                     comparison->groups, TAGA_COLUMN_PERCENT));
  if (comparison->measures->len > 0)
    taga_document_add_table (document, create_measures (comparison));
  else
    taga_document_add_paragraph (document, "この間に終えた対策はありません。");

  add_bands (document, self);
  add_assets (document, self);
}
