#include "taga-export-analysis.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-analysis-feed.h"
#include "taga-asset.h"
#include "taga-axis-values.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-date.h"
#include "taga-diagnosis.h"
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
read_company (Reader *self, GError **error)
{
  gint64 round = taga_store_get_round (self->store);

  self->company = taga_store_get_record (self->store, TAGA_TYPE_COMPANY, 1, error);
  if (self->company == NULL)
    return FALSE;

  self->head.company = taga_record_get_text (self->company, TAGA_COMPANY_NAME);
  self->head.approval = taga_record_get_text (self->company, TAGA_COMPANY_APPROVAL_BOXES);
  self->head.has_era =
      g_strcmp0 (taga_record_get_text (self->company, TAGA_COMPANY_DATE_STYLE), "japanese") == 0;
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

/* The day that a round stands for; an open one without a day is the latest. */
static const char *
get_day (TagaRecord *round)
{
  const char *date = taga_record_get_text (round, TAGA_ROUND_DATE);

  if (date == NULL)
    date = taga_record_get_text (round, TAGA_ROUND_SEALED_ON);

  return date == NULL ? "9999" : date;
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  TagaRecord *one = *(TagaRecord *const *) a;
  TagaRecord *other = *(TagaRecord *const *) b;
  int order = strcmp (get_day (one), get_day (other));

  if (order != 0)
    return order;

  return taga_record_get_id (one) < taga_record_get_id (other) ? -1 : 1;
}

static gboolean
has_round (const GPtrArray *rounds, gint64 id, guint *place)
{
  for (*place = 0; *place < rounds->len; (*place)++)
    if (taga_record_get_id (g_ptr_array_index (rounds, *place)) == id)
      return TRUE;

  return FALSE;
}

/* Says that there is no such round. */
static gboolean
find_round (Reader *self, gint64 id, GError **error)
{
  g_autoptr (TagaRecord) round = taga_store_get_record (self->store, TAGA_TYPE_ROUND, id, error);

  return round != NULL;
}

/* Fills in the rounds that were not given: the latest, and the latest before it. 0 stays where
 * there is none. */
static gboolean
choose_rounds (Reader *self, gint64 *before, gint64 *after, GError **error)
{
  g_autoptr (GPtrArray) rounds = taga_export_read_records (self->store, TAGA_TYPE_ROUND, -1, error);
  guint place;

  if (rounds == NULL)
    return FALSE;

  g_ptr_array_sort (rounds, compare_rounds);
  for (guint i = rounds->len; *after == 0 && i > 0; i--)
    if (taga_record_get_id (g_ptr_array_index (rounds, i - 1)) != *before)
      *after = taga_record_get_id (g_ptr_array_index (rounds, i - 1));
  if (*before != 0 || *after == 0)
    return TRUE;
  if (!has_round (rounds, *after, &place))
    return find_round (self, *after, error);
  if (place > 0)
    *before = taga_record_get_id (g_ptr_array_index (rounds, place - 1));

  return TRUE;
}

static gboolean
read_comparison (Reader *self, const TagaAnalysisOptions *options, GError **error)
{
  gint64 before = options->before;
  gint64 after = options->after;

  if (before != 0 && before == after)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("A round cannot be compared with itself. Choose two rounds."));
      return FALSE;
    }
  if (!choose_rounds (self, &before, &after, error))
    return FALSE;
  if (before == 0 && options->after == 0)
    return TRUE;
  if (before == 0 || after == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("There is no other round to compare this one with. Choose two "
                              "rounds."));
      return FALSE;
    }

  self->rounds = taga_round_compare (self->store, before, after, error);
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
create_document (Reader *self, const TagaAnalysisOptions *options)
{
  TagaReportAnalysis *report = &self->report;

  report->edition = taga_store_get_edition (self->store);
  report->head = &self->head;
  report->paper = options->paper;
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

/**
 * taga_export_analysis_new:
 * @store: a company file, which is read while the document is written
 * @options: how
 * @error: return location for an error
 *
 * Makes the workbook of the analysis from what is in a company file: threats, checks and risks of
 * the round that the store looks at, and two rounds compared.
 *
 * Returns: (transfer full) (nullable): the document, or `NULL` with `G_IO_ERROR_INVALID_ARGUMENT`
 *   if there are not the two rounds that were asked for, or any [error@StoreError]
 */
TagaDocument *
taga_export_analysis_new (TagaStore *store, const TagaAnalysisOptions *options, GError **error)
{
  g_auto (Reader) self = { 0 };

  reader_init (&self, store);
  if (!read_company (&self, error) || !read_records (&self, error) || !read_diagnosis (&self, error)
      || !read_axes (&self, error) || !count_assets (&self, error)
      || !read_comparison (&self, options, error) || !open_feeds (&self, error))
    return NULL;

  return create_document (&self, options);
}
