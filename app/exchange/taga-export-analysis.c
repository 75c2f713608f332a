#include <string.h>

#include "taga-analysis-feed.h"
#include "taga-asset.h"
#include "taga-axis-values.h"
#include "taga-chart-rounds.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-date.h"
#include "taga-diagnosis.h"
#include "taga-export-document.h"
#include "taga-export-paper.h"
#include "taga-measure.h"
#include "taga-report-analysis.h"
#include "taga-risk-matrix.h"
#include "taga-round.h"
#include "taga-threat.h"
#include "taga-value-counts.h"

/* What is read for the workbook and lives until it is put together. */
typedef struct
{
  TagaStore *store; /* (not owned) */
  TagaReportAnalysis report;
  TagaPaperHead head;
  TagaAnalysisComparison comparison;

  TagaRecord *company;         /* (owned) */
  TagaRecord *round;           /* (owned) (nullable) */
  GPtrArray *threats;          /* (owned) */
  GPtrArray *checks;           /* (owned) */
  GPtrArray *measures;         /* (owned) */
  GPtrArray *regulations;      /* (owned) */
  GArray *needs;               /* (owned) */
  GArray *axes;                /* (owned) */
  GArray *axis_changes;        /* (owned) */
  GArray *group_changes;       /* (owned) */
  GArray *finished;            /* (owned) */
  TagaDiagnosis *diagnosis;    /* (owned) */
  TagaAxisValues *axis_values; /* (owned) */
  TagaRoundComparison *rounds; /* (owned) (nullable) */
  TagaAnalysisFeed *assets;    /* (owned) */
  TagaAnalysisFeed *risks;     /* (owned) */
  char *today;                 /* (owned) */
} Reader;

static void
reader_init (Reader *self, TagaStore *store)
{
  self->store = store;
  self->today = taga_date_today ();
  self->regulations = g_ptr_array_new_with_free_func (g_free);
  self->needs = g_array_new (FALSE, FALSE, sizeof (TagaAnalysisNeed));
  self->axes = g_array_new (FALSE, FALSE, sizeof (TagaAnalysisAxis));
  self->axis_changes = g_array_new (FALSE, FALSE, sizeof (TagaAnalysisChange));
  self->group_changes = g_array_new (FALSE, FALSE, sizeof (TagaAnalysisChange));
  self->finished = g_array_new (FALSE, FALSE, sizeof (TagaAnalysisMeasure));
}

static void
reader_clear (Reader *self)
{
  g_clear_object (&self->company);
  g_clear_object (&self->round);
  g_clear_pointer (&self->threats, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->regulations, g_ptr_array_unref);
  g_clear_pointer (&self->needs, g_array_unref);
  g_clear_pointer (&self->axes, g_array_unref);
  g_clear_pointer (&self->axis_changes, g_array_unref);
  g_clear_pointer (&self->group_changes, g_array_unref);
  g_clear_pointer (&self->finished, g_array_unref);
  g_clear_pointer (&self->diagnosis, taga_diagnosis_free);
  g_clear_pointer (&self->axis_values, taga_axis_values_free);
  g_clear_pointer (&self->rounds, taga_round_comparison_free);
  g_clear_pointer (&self->assets, taga_analysis_feed_free);
  g_clear_pointer (&self->risks, taga_analysis_feed_free);
  g_clear_pointer (&self->today, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static const char *
get_judge (Reader *self, const char *key)
{
  const TagaChoice *judge =
      key == NULL ? NULL
                  : taga_edition_find_choice (taga_store_get_edition (self->store), "judge", key);

  return judge == NULL ? key : judge->label_ja;
}

static gboolean
read_company (Reader *self, const TagaExportOptions *options, GError **error)
{
  gint64 round = taga_store_get_round (self->store);

  self->company = taga_store_get_record (self->store, TAGA_TYPE_COMPANY, 1, error);
  if (self->company == NULL)
    return FALSE;

  self->head.company = taga_record_get_text (self->company, TAGA_COMPANY_NAME);
  self->head.approval = options->approval != NULL
                            ? options->approval
                            : taga_record_get_text (self->company, TAGA_COMPANY_APPROVAL_BOXES);
  self->head.has_era =
      options->dates == TAGA_EXPORT_DATES_OF_COMPANY
          ? g_strcmp0 (taga_record_get_text (self->company, TAGA_COMPANY_DATE_STYLE), "japanese")
                == 0
          : options->dates == TAGA_EXPORT_DATES_JAPANESE;
  self->head.date = self->today;
  self->head.is_japanese = TRUE;
  self->report.is_fictitious = taga_record_get_number (self->company, TAGA_COMPANY_FICTITIOUS) > 0;
  if (round == 0)
    return TRUE;

  self->round = taga_store_get_record (self->store, TAGA_TYPE_ROUND, round, error);
  if (self->round == NULL)
    return FALSE;

  self->report.round =
      (TagaAnalysisRound){ taga_record_get_text (self->round, TAGA_ROUND_NAME),
                           taga_record_get_text (self->round, TAGA_ROUND_DATE),
                           get_judge (self, taga_record_get_text (self->round, TAGA_ROUND_JUDGE)),
                           taga_record_get_text (self->round, TAGA_ROUND_SEALED_ON) };
  return TRUE;
}

static gboolean
read_records (Reader *self, GError **error)
{
  self->threats =
      taga_export_read_records (self->store, TAGA_TYPE_THREAT, TAGA_THREAT_ROUND, error);
  if (self->threats != NULL)
    self->checks = taga_export_read_records (self->store, TAGA_TYPE_CHECK, TAGA_CHECK_ROUND, error);
  if (self->checks != NULL)
    self->measures = taga_export_read_records (self->store, TAGA_TYPE_MEASURE, -1, error);

  return self->measures != NULL;
}

/* The regulations that each check item asks for. */
static void
list_regulations (Reader *self)
{
  TagaEdition *edition = taga_store_get_edition (self->store);
  guint n_checks, n_regulations;
  const TagaItem *checks = taga_edition_get_items (edition, "check", &n_checks);
  const TagaItem *regulations = taga_edition_get_items (edition, "regulation", &n_regulations);

  for (guint i = 0; i < n_checks; i++)
    {
      GString *text = g_string_new (NULL);

      for (guint j = 0; j < n_regulations; j++)
        if (taga_diagnosis_asks_for (edition, &checks[i], &regulations[j]))
          g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", regulations[j].title_ja);
      g_ptr_array_add (self->regulations, g_string_free (text, FALSE));
    }
}

static gboolean
read_diagnosis (Reader *self, GError **error)
{
  self->diagnosis = taga_diagnosis_read (self->store, taga_store_get_round (self->store), error);
  if (self->diagnosis == NULL)
    return FALSE;

  for (guint i = 0; i < self->diagnosis->n_regulations; i++)
    {
      const TagaDiagnosisRegulation *from = &self->diagnosis->regulations[i];
      TagaAnalysisNeed need = { from->regulation, from->need == TAGA_NEED_YES, from->tally };

      if (from->need == TAGA_NEED_UNKNOWN)
        need.need = TAGA_UNKNOWN;
      g_array_append_val (self->needs, need);
    }

  list_regulations (self);
  return TRUE;
}

static gboolean
read_axes (Reader *self, GError **error)
{
  self->axis_values =
      taga_axis_values_read (self->store, taga_store_get_round (self->store), error);
  for (guint i = 0; self->axis_values != NULL && i < self->axis_values->n; i++)
    {
      const TagaAxisValue *from = &self->axis_values->values[i];
      const TagaAnalysisAxis axis = { from->axis,     from->score, from->is_judged,
                                      from->evidence, from->by,    from->on };

      g_array_append_val (self->axes, axis);
    }

  return self->axis_values != NULL;
}

static GPtrArray *
count_values (Reader *self, guint field, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();

  query->scope = TAGA_SCOPE_IN_USE;
  return taga_value_counts (self->store, TAGA_TYPE_ASSET, query, field, NULL, G_MAXINT - 1, error);
}

static gboolean
count_assets (Reader *self, GError **error)
{
  const TagaAssessment *assessment = taga_store_get_assessment (self->store);
  g_autoptr (GPtrArray) bands = count_values (self, TAGA_ASSET_BAND, error);
  g_autoptr (GPtrArray) media =
      bands == NULL ? NULL : count_values (self, TAGA_ASSET_MEDIUM, error);

  if (media == NULL)
    return FALSE;

  for (guint i = 0; i < bands->len; i++)
    self->report.n_assets += ((const TagaValueCount *) g_ptr_array_index (bands, i))->n;
  for (TagaBand band = TAGA_BAND_SMALL; band <= TAGA_BAND_LARGE; band++)
    self->report.n_bands[band] = taga_value_counts_find (bands, taga_band_to_key (band));
  for (guint i = 0; i < assessment->n_media; i++)
    self->report.n_media[i] = taga_value_counts_find (media, assessment->media[i]);

  return TRUE;
}

static void
take_side (Reader *self, const TagaRoundSide *from, TagaAnalysisSide *side)
{
  side->round =
      (TagaAnalysisRound){ from->name, from->date, get_judge (self, from->judge), from->sealed_on };
  side->n_assets = from->n_assets;
  memcpy (side->n_bands, from->n_bands, sizeof side->n_bands);
}

static void
take_comparison (Reader *self)
{
  const TagaRoundComparison *from = self->rounds;
  TagaAnalysisComparison *comparison = &self->comparison;

  take_side (self, &from->before, &comparison->before);
  take_side (self, &from->after, &comparison->after);
  memcpy (comparison->n_moves, from->n_moves, sizeof comparison->n_moves);
  comparison->n_same = from->n_same;
  comparison->n_new = from->n_new;
  comparison->n_gone = from->n_gone;

  for (guint i = 0; i < from->axes->len; i++)
    {
      const TagaAxisChange *axis = &g_array_index (from->axes, TagaAxisChange, i);
      const TagaAnalysisChange change = { axis->axis, axis->before, axis->after };

      g_array_append_val (self->axis_changes, change);
    }
  for (guint i = 0; i < from->groups->len; i++)
    {
      const TagaGroupChange *group = &g_array_index (from->groups, TagaGroupChange, i);
      const TagaAnalysisChange change = { group->group, taga_tally_get_share (&group->before),
                                          taga_tally_get_share (&group->after) };

      g_array_append_val (self->group_changes, change);
    }
  for (guint i = 0; i < from->measures->len; i++)
    {
      const TagaFinishedMeasure *measure = &g_array_index (from->measures, TagaFinishedMeasure, i);
      const TagaAnalysisMeasure finished = { measure->name, measure->finished_on };

      g_array_append_val (self->finished, finished);
    }

  comparison->axes = self->axis_changes;
  comparison->groups = self->group_changes;
  comparison->measures = self->finished;
  self->report.comparison = comparison;
}

/* The two latest rounds unless others are asked for. One round twice is one round, and then there
 * is nothing to compare. */
static gboolean
read_comparison (Reader *self, const TagaExportOptions *options, GError **error)
{
  g_autoptr (GPtrArray) rounds = taga_chart_rounds_read (self->store, error);
  const TagaChartRound *before = NULL;
  const TagaChartRound *after = NULL;

  if (rounds == NULL)
    return FALSE;

  if (options->after != 0)
    after = taga_chart_rounds_find (rounds, options->after, error);
  else if (rounds->len > 0)
    after = g_ptr_array_index (rounds, rounds->len - 1);
  if (after == NULL)
    return options->after == 0;

  before = options->before == 0 ? taga_chart_rounds_find_before (rounds, after)
                                : taga_chart_rounds_find (rounds, options->before, error);
  if (before == NULL || before == after)
    return before == after || options->before == 0;

  self->rounds = taga_round_compare (self->store, before->id, after->id, error);
  if (self->rounds == NULL)
    return FALSE;

  take_comparison (self);
  return TRUE;
}

static gboolean
open_feeds (Reader *self, GError **error)
{
  self->assets = taga_analysis_feed_new (self->store, error);
  if (self->assets != NULL)
    self->risks = taga_analysis_feed_new_by_risk (self->store, self->assets, error);

  return self->risks != NULL;
}

static TagaDocument *
create_document (Reader *self, const TagaExportOptions *options)
{
  TagaReportAnalysis *report = &self->report;

  report->edition = taga_store_get_edition (self->store);
  report->head = &self->head;
  report->paper = options->size;
  report->number = options->number;
  report->version = options->version;
  report->mark = options->mark;
  report->assessment = taga_store_get_assessment (self->store);
  report->threats = self->threats;
  report->checks = self->checks;
  report->measures = self->measures;
  report->regulations = self->regulations;
  report->needs = self->needs;
  report->axes = self->axes;
  report->line = taga_risk_line (self->store);
  report->next_asset = taga_analysis_feed_read;
  report->assets = g_steal_pointer (&self->assets);
  report->next_risk = taga_analysis_feed_read_placed;
  report->risks = g_steal_pointer (&self->risks);
  report->free_rows = taga_analysis_feed_free;
  if (self->rounds != NULL)
    self->comparison.changes = taga_analysis_feed_changes (g_steal_pointer (&self->rounds));

  return taga_report_analysis_new (report);
}

/* Makes the workbook of the analysis: threats, checks and risks of the round that the store looks
 * at, and two rounds compared. The store is read while the workbook is written. */
TagaDocument *
taga_export_analysis (TagaStore *store, const TagaExportOptions *options, GError **error)
{
  g_auto (Reader) self = { 0 };

  reader_init (&self, store);
  if (!read_company (&self, options, error) || !read_records (&self, error)
      || !read_diagnosis (&self, error) || !read_axes (&self, error) || !count_assets (&self, error)
      || !read_comparison (&self, options, error) || !open_feeds (&self, error))
    return NULL;

  return create_document (&self, options);
}
