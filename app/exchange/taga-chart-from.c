#include "taga-chart-from.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "taga-chart-bands.h"
#include "taga-chart-barrel.h"
#include "taga-chart-matrix.h"
#include "taga-chart-radar.h"
#include "taga-language.h"

/* Charts of figures that were read already: pages, papers and the command line draw the same. */

/**
 * taga_chart_from_item:
 * @item: an axis, a part or a check item
 *
 * Gives the name that charts show.
 *
 * Returns: (transfer none): its title in the language of the program
 */
const char *
taga_chart_from_item (const TagaItem *item)
{
  return taga_language_is_japanese () ? item->title_ja : item->title_en;
}

/**
 * taga_chart_from_score:
 * @tenths: a score in tenths, or `TAGA_UNKNOWN`
 *
 * Gives a score as charts take it.
 *
 * Returns: the score, or no number
 */
double
taga_chart_from_score (int tenths)
{
  return tenths == TAGA_UNKNOWN ? NAN : tenths / 10.0;
}

static void
add_axis (TagaChart *chart, const TagaItem *axis)
{
  taga_chart_radar_add_axis (TAGA_CHART_RADAR (chart), taga_chart_from_item (axis));
}

/**
 * taga_chart_from_axes:
 * @names: (array length=n_rounds): names of the rounds, the earlier one first
 * @rounds: (array length=n_rounds): where the axes stand in each; all have the same axes
 * @n_rounds: 1 or 2
 *
 * Draws where the axes stand in one round or in two.
 *
 * Returns: (transfer full): the radar
 */
TagaChart *
taga_chart_from_axes (const char *const *names, const TagaAxisValues *const *rounds, guint n_rounds)
{
  TagaChart *chart = taga_chart_radar_new ();
  guint n;

  g_return_val_if_fail (n_rounds > 0, chart);

  n = MIN (rounds[0]->n, TAGA_RADAR_MAX_AXES);
  for (guint i = 0; i < n; i++)
    add_axis (chart, rounds[0]->values[i].axis);
  for (guint i = 0; i < n_rounds; i++)
    {
      double values[TAGA_RADAR_MAX_AXES];

      for (guint j = 0; j < n; j++)
        values[j] = j < rounds[i]->n ? taga_chart_from_score (rounds[i]->values[j].score) : NAN;
      taga_chart_radar_add_series (TAGA_CHART_RADAR (chart), names[i] == NULL ? "" : names[i],
                                   values);
    }
  taga_chart_set_title (chart, _ ("Scores on the axes"));

  return chart;
}

/**
 * taga_chart_from_self_check:
 * @check: the self-check of a round
 *
 * Draws the parts of the self-check as staves: of the points that the answered questions could
 * bring, how many they do. A part without an answer is not known, which is not 0.
 *
 * Returns: (transfer full): the barrel
 */
TagaChart *
taga_chart_from_self_check (const TagaSelfCheck *check)
{
  TagaChart *chart = taga_chart_barrel_new ();

  taga_chart_set_title (chart, _ ("The barrel: parts of the self-check"));
  for (guint i = 0; i < check->n_parts; i++)
    {
      const TagaSelfCheckSum *sum = &check->company->parts[i];
      const TagaItem *part = &check->parts[i];
      double most =
          sum->n_questions == 0 ? 0 : (double) sum->most * sum->n_answered / sum->n_questions;

      taga_chart_barrel_add (TAGA_CHART_BARREL (chart),
                             taga_language_is_japanese () ? part->short_ja : part->short_en,
                             most > 0 ? MAX (0, 100 * sum->points / most) : NAN);
    }

  return chart;
}

static void
list_bands (TagaEdition *edition, const char *names[TAGA_MAX_BANDS])
{
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    {
      const TagaChoice *choice =
          taga_edition_find_choice (edition, "band", taga_band_to_key ((TagaBand) i));

      names[i] = taga_language_is_japanese () ? choice->label_ja : choice->label_en;
    }
}

/**
 * taga_chart_from_bands:
 * @edition: the method edition, which names the bands
 *
 * Makes a chart of how many assets are in each band, without rounds yet.
 *
 * Returns: (transfer full): the chart; a [class@ChartBands]
 */
TagaChart *
taga_chart_from_bands (TagaEdition *edition)
{
  const char *names[TAGA_MAX_BANDS];
  TagaChart *chart;

  list_bands (edition, names);
  chart = taga_chart_bands_new (names);
  taga_chart_set_title (chart, _ ("Assets by risk"));

  return chart;
}

/**
 * taga_chart_from_matrix:
 * @edition: the method edition, which names the bands
 * @scale: its figures
 * @matrix: the assets by importance and likelihood
 *
 * Draws the matrix of importance and likelihood, with the line of acceptance.
 *
 * Returns: (transfer full): the matrix
 */
TagaChart *
taga_chart_from_matrix (TagaEdition *edition, const TagaScale *scale, const TagaRiskMatrix *matrix)
{
  const char *names[TAGA_MAX_BANDS];
  TagaChart *chart;

  list_bands (edition, names);
  chart = taga_chart_matrix_new (scale, names, matrix->line);
  for (int i = 0; i < TAGA_MATRIX_SIZE; i++)
    for (int j = 0; j < TAGA_MATRIX_SIZE; j++)
      taga_chart_matrix_set_count (TAGA_CHART_MATRIX (chart), matrix->lowest + i, j + 1,
                                   matrix->n[i][j]);
  taga_chart_matrix_set_unknown (TAGA_CHART_MATRIX (chart), matrix->n_unknown);
  taga_chart_set_title (chart, _ ("Risk matrix"));

  return chart;
}

static TagaChart *
compare_axes (const TagaRoundComparison *self)
{
  TagaChart *chart = taga_chart_radar_new ();
  guint n = MIN (self->axes->len, TAGA_RADAR_MAX_AXES);
  double before[TAGA_RADAR_MAX_AXES], after[TAGA_RADAR_MAX_AXES];

  for (guint i = 0; i < n; i++)
    {
      const TagaAxisChange *change = &g_array_index (self->axes, TagaAxisChange, i);

      add_axis (chart, change->axis);
      before[i] = taga_chart_from_score (change->before);
      after[i] = taga_chart_from_score (change->after);
    }
  taga_chart_radar_add_series (TAGA_CHART_RADAR (chart),
                               self->before.name == NULL ? "" : self->before.name, before);
  taga_chart_radar_add_series (TAGA_CHART_RADAR (chart),
                               self->after.name == NULL ? "" : self->after.name, after);
  taga_chart_set_title (chart, _ ("Scores on the axes"));

  return chart;
}

/**
 * taga_chart_from_comparison:
 * @comparison: two rounds
 * @has_axes: `TRUE` for the radar, `FALSE` for the assets in each band
 *
 * Draws two rounds.
 *
 * Returns: (transfer full): the chart
 */
TagaChart *
taga_chart_from_comparison (const TagaRoundComparison *comparison, gboolean has_axes)
{
  TagaChart *chart;

  if (has_axes)
    return compare_axes (comparison);

  chart = taga_chart_from_bands (comparison->edition);
  taga_chart_bands_add (TAGA_CHART_BANDS (chart),
                        comparison->before.name == NULL ? "" : comparison->before.name,
                        comparison->before.n_bands);
  taga_chart_bands_add (TAGA_CHART_BANDS (chart),
                        comparison->after.name == NULL ? "" : comparison->after.name,
                        comparison->after.n_bands);
  taga_chart_bands_set_moves (TAGA_CHART_BANDS (chart), comparison->n_moves);

  return chart;
}
