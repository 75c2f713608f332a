#include "taga-chart-source.h"

#include <glib/gi18n-lib.h>

#include "taga-chart-bands.h"
#include "taga-chart-from.h"
#include "taga-chart-plan.h"
#include "taga-chart-radar.h"
#include "taga-chart-rounds.h"
#include "taga-chart-trend.h"
#include "taga-round-assets.h"
#include "taga-round.h"
#include "taga-writer.h"

/* What a chart is made of. */
typedef struct
{
  TagaStore *store;
  GPtrArray *rounds;            /* (owned) (element-type TagaChartRound) */
  const TagaChartRound *before; /* (nullable) */
  const TagaChartRound *after;
} Source;

typedef TagaChart *(*CreateFunc) (const Source *source, GError **error);

static TagaChart *
create_radar (const Source *source, GError **error)
{
  g_autoptr (TagaAxisValues) after =
      taga_axis_values_read (source->store, source->after->id, error);
  g_autoptr (TagaAxisValues) before = NULL;

  if (after == NULL)
    return NULL;
  if (source->before == NULL)
    return taga_chart_from_axes ((const char *const[]){ source->after->name },
                                 (const TagaAxisValues *const[]){ after }, 1);

  before = taga_axis_values_read (source->store, source->before->id, error);
  if (before == NULL)
    return NULL;

  return taga_chart_from_axes ((const char *const[]){ source->before->name, source->after->name },
                               (const TagaAxisValues *const[]){ before, after }, 2);
}

static TagaChart *
create_pair (const Source *source, GError **error)
{
  TagaChart *chart = create_radar (source, error);

  if (chart != NULL)
    taga_chart_radar_set_pair (TAGA_CHART_RADAR (chart), TRUE);

  return chart;
}

static TagaChart *
create_barrel (const Source *source, GError **error)
{
  g_autoptr (TagaSelfCheck) check = taga_self_check_read (source->store, source->after->id, error);

  return check == NULL ? NULL : taga_chart_from_self_check (check);
}

static TagaChart *
create_matrix (const Source *source, GError **error)
{
  TagaRiskMatrix matrix;

  if (!taga_risk_matrix_load_round (source->store, source->after->id, &matrix, error))
    return NULL;

  return taga_chart_from_matrix (taga_store_get_edition (source->store),
                                 taga_store_get_assessment (source->store)->scale, &matrix);
}

static gboolean
add_bands (TagaChart *chart, TagaStore *store, const TagaChartRound *round, GError **error)
{
  g_autoptr (TagaRoundAssets) assets = taga_round_assets_read (store, round->id, error);
  guint counts[TAGA_MAX_BANDS] = { 0 };

  if (assets == NULL)
    return FALSE;

  for (guint i = 0; i < assets->rows->len; i++)
    counts[g_array_index (assets->rows, TagaRoundAsset, i).band]++;
  taga_chart_bands_add (TAGA_CHART_BANDS (chart), round->name, counts);

  return TRUE;
}

static TagaChart *
create_bands (const Source *source, GError **error)
{
  g_autoptr (TagaChart) chart = NULL;
  g_autoptr (TagaRoundComparison) comparison = NULL;

  if (source->before != NULL)
    {
      comparison = taga_round_compare (source->store, source->before->id, source->after->id, error);
      return comparison == NULL ? NULL : taga_chart_from_comparison (comparison, FALSE);
    }

  chart = taga_chart_from_bands (taga_store_get_edition (source->store));
  if (!add_bands (chart, source->store, source->after, error))
    return NULL;

  return g_steal_pointer (&chart);
}

/* All rounds, whichever is asked for; those without any score too, as that says something. */
static TagaChart *
create_trend (const Source *source, GError **error)
{
  g_autoptr (TagaChart) chart = taga_chart_trend_new (TAGA_RADAR_HIGHEST);
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) taga_axis_values_free);
  g_autofree double *values = g_new (double, source->rounds->len);
  guint n = 0;

  for (guint i = 0; i < source->rounds->len; i++)
    {
      const TagaChartRound *round = source->rounds->pdata[i];
      TagaAxisValues *axes = taga_axis_values_read (source->store, round->id, error);

      if (axes == NULL)
        return NULL;
      g_ptr_array_add (all, axes);
      taga_chart_trend_add_round (TAGA_CHART_TREND (chart), round->name);
      n = MIN (axes->n, TAGA_TREND_MAX_LINES);
    }

  for (guint i = 0; i < n; i++)
    {
      const TagaAxisValues *first = all->pdata[0];

      for (guint j = 0; j < all->len; j++)
        values[j] = taga_chart_from_score (((TagaAxisValues *) all->pdata[j])->values[i].score);
      taga_chart_trend_add_line (TAGA_CHART_TREND (chart),
                                 taga_chart_from_item (first->values[i].axis), values);
    }
  taga_chart_set_title (chart, _ ("Scores over all rounds"));

  return g_steal_pointer (&chart);
}

static TagaChart *
create_progress (const Source *source, GError **error)
{
  return taga_chart_from_plan (source->store, error);
}

static TagaChart *
create_effort (const Source *source, GError **error)
{
  return taga_chart_from_advice (source->store, error);
}

/* Which rounds a chart shows. */
typedef enum
{
  ROUNDS_NONE,
  ROUNDS_ONE,
  ROUNDS_PAIR,
  ROUNDS_ALL,
} Rounds;

static const struct
{
  const char *key;
  const char *title;
  Rounds rounds;
  CreateFunc create;
} kinds[] = {
  { "radar", N_ ("Scores on the axes"), ROUNDS_PAIR, create_radar },
  { "radar-pair", N_ ("Scores side by side, before and after"), ROUNDS_PAIR, create_pair },
  { "barrel", N_ ("The barrel: parts of the self-check"), ROUNDS_ONE, create_barrel },
  { "matrix", N_ ("Risk matrix"), ROUNDS_ONE, create_matrix },
  { "bands", N_ ("Assets by risk"), ROUNDS_PAIR, create_bands },
  { "trend", N_ ("Scores over all rounds"), ROUNDS_ALL, create_trend },
  { "progress", N_ ("Measures: planned and actual"), ROUNDS_NONE, create_progress },
  { "effort", N_ ("Cost and effect of check items"), ROUNDS_NONE, create_effort },
};

static int
find_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].key, kind) == 0)
      return (int) i;

  return -1;
}

/**
 * taga_chart_source_get_kind:
 * @i: from 0
 *
 * Lists the kinds of charts that there are.
 *
 * Returns: (transfer none) (nullable): the key of a kind, or `NULL` behind the last
 */
const char *
taga_chart_source_get_kind (guint i)
{
  return i < G_N_ELEMENTS (kinds) ? kinds[i].key : NULL;
}

/**
 * taga_chart_source_get_title:
 * @kind: key of a kind
 *
 * Gives the title of a kind of charts.
 *
 * Returns: (transfer none) (nullable): the title, or `NULL` if there is no such kind
 */
const char *
taga_chart_source_get_title (const char *kind)
{
  int i = find_kind (kind);

  return i < 0 ? NULL : _ (kinds[i].title);
}

/**
 * taga_chart_source_has_before:
 * @kind: key of a kind
 *
 * Tells whether such a chart compares two rounds.
 *
 * Returns: whether it takes the round before
 */
gboolean
taga_chart_source_has_before (const char *kind)
{
  int i = find_kind (kind);

  return i >= 0 && kinds[i].rounds == ROUNDS_PAIR;
}

static gboolean
choose_rounds (Source *source, gint64 before, gint64 after, GError **error)
{
  source->rounds = taga_chart_rounds_read (source->store, error);
  if (source->rounds == NULL)
    return FALSE;

  source->after = taga_chart_rounds_find (
      source->rounds, after == 0 ? taga_store_get_round (source->store) : after, error);
  if (source->after == NULL)
    return FALSE;
  if (before == 0)
    source->before = taga_chart_rounds_find_before (source->rounds, source->after);
  else
    source->before = taga_chart_rounds_find (source->rounds, before, error);
  if (before != 0 && source->before == NULL)
    return FALSE;

  /* One round twice is one round. */
  if (source->before == source->after)
    source->before = NULL;

  return TRUE;
}

/**
 * taga_chart_source_new:
 * @store: a company file
 * @kind: key of a kind, see [func@chart_source_get_kind]
 * @before: number of the round before; 0 for the one that precedes @after, if there is one; the
 *   same as @after for no round before
 * @after: number of the round; 0 for the one in use
 * @error: return location for an error
 *
 * Makes a chart of a company's figures. Where nothing is known yet the chart says so.
 *
 * Returns: (transfer full) (nullable): the chart, or `NULL` with any [error@StoreError], such as
 *   `TAGA_STORE_ERROR_NOT_FOUND` for a round that there is not, or `TAGA_REPORT_ERROR_FAILED` for a
 *   kind that there is not
 */
TagaChart *
taga_chart_source_new (TagaStore *store,
                       const char *kind,
                       gint64 before,
                       gint64 after,
                       GError **error)
{
  Source source = { .store = store };
  TagaChart *chart = NULL;
  int i = find_kind (kind);

  g_return_val_if_fail (TAGA_IS_STORE (store), NULL);

  if (i < 0)
    {
      g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                   _ ("There is no chart “%s”. Choose one of those that the help lists."), kind);
      return NULL;
    }

  if (choose_rounds (&source, before, after, error))
    chart = kinds[i].create (&source, error);
  g_clear_pointer (&source.rounds, g_ptr_array_unref);

  return chart;
}

static void
name_round (GString *text, const TagaChartRound *round, const char *between)
{
  g_autofree char *name = taga_round_describe (round->name, round->sealed_on);

  g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", name);
}

/**
 * taga_chart_source_name_rounds:
 * @store: a company file
 * @kind: key of a kind, see [func@chart_source_get_kind]
 * @before: number of the round before, as for [func@chart_source_new]
 * @after: number of the round, as for [func@chart_source_new]
 * @error: return location for an error
 *
 * Names the rounds that a chart shows, and says which of them are not sealed yet.
 *
 * Returns: (transfer full) (nullable): the words, empty for a chart that is not of rounds; or
 *   `NULL` with any [error@StoreError]
 */
char *
taga_chart_source_name_rounds (TagaStore *store,
                               const char *kind,
                               gint64 before,
                               gint64 after,
                               GError **error)
{
  Source source = { .store = store };
  GString *text = g_string_new (NULL);
  int i = find_kind (kind);
  Rounds rounds = i < 0 ? ROUNDS_NONE : kinds[i].rounds;
  gboolean done = rounds == ROUNDS_NONE || choose_rounds (&source, before, after, error);

  for (guint j = 0; done && rounds == ROUNDS_ALL && j < source.rounds->len; j++)
    name_round (text, source.rounds->pdata[j], _ (", "));
  if (done && rounds == ROUNDS_PAIR && source.before != NULL)
    name_round (text, source.before, "");
  if (done && (rounds == ROUNDS_PAIR || rounds == ROUNDS_ONE))
    name_round (text, source.after, " → ");
  g_clear_pointer (&source.rounds, g_ptr_array_unref);

  return g_string_free (text, !done);
}
