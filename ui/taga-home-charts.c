#include "taga-home-charts.h"

#include <glib/gi18n-lib.h>

#include "taga-chart-bands.h"
#include "taga-chart-from.h"
#include "taga-chart-radar.h"
#include "taga-language.h"
#include "taga-ui.h"

/* The charts on home, each `NULL` as long as there is nothing to show. */

static const char *
get_title (const TagaItem *item)
{
  return taga_language_is_japanese () ? item->title_ja : item->title_en;
}

/* The rounds that have a score on any axis. */
static guint
list_rounds (const TagaOverview *overview, const TagaOverviewRound **rounds)
{
  guint n = 0;

  for (guint i = 0; i < overview->n_rounds; i++)
    if (overview->rounds[i].has_axes)
      rounds[n++] = &overview->rounds[i];

  return n;
}

/**
 * taga_home_charts_create_radar:
 * @overview: the overview
 *
 * Draws where the axes stand in the last two rounds.
 *
 * Returns: (transfer full) (nullable): the chart, or `NULL` if no axis has a score
 */
TagaChart *
taga_home_charts_create_radar (const TagaOverview *overview)
{
  const TagaOverviewRound *rounds[TAGA_OVERVIEW_ROUNDS];
  const char *names[TAGA_OVERVIEW_ROUNDS];
  const TagaAxisValues *axes[TAGA_OVERVIEW_ROUNDS];
  guint n = list_rounds (overview, rounds);
  TagaChart *chart;

  if (n == 0 || rounds[0]->axes->n < TAGA_RADAR_MIN_AXES)
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      names[i] = rounds[i]->name;
      axes[i] = rounds[i]->axes;
    }
  chart = taga_chart_from_axes (names, axes, n);
  taga_chart_set_title (chart, n > 1 ? _ ("Before and after") : _ ("Where you stand"));

  return chart;
}

/**
 * taga_home_charts_create_barrel:
 * @overview: the overview
 *
 * Draws the parts of the self-check as staves.
 *
 * Returns: (transfer full) (nullable): the chart, or `NULL` if no question has an answer
 */
TagaChart *
taga_home_charts_create_barrel (const TagaOverview *overview)
{
  const TagaSelfCheck *check = overview->self_check;

  if (check == NULL || check->company->total.n_answered == 0)
    return NULL;

  return taga_chart_from_self_check (check);
}

/**
 * taga_home_charts_create_bands:
 * @overview: the overview
 * @edition: the method edition, which names the bands
 *
 * Draws how many risks there are in each band, in the last two rounds.
 *
 * Returns: (transfer full) (nullable): the chart, or `NULL` if there is no asset
 */
TagaChart *
taga_home_charts_create_bands (const TagaOverview *overview, TagaEdition *edition)
{
  TagaChart *chart = NULL;

  for (guint i = 0; i < overview->n_rounds; i++)
    {
      if (!overview->rounds[i].has_bands)
        continue;
      if (chart == NULL)
        {
          chart = taga_chart_from_bands (edition);
          taga_chart_set_title (chart, _ ("Number of risks"));
        }
      taga_chart_bands_add (TAGA_CHART_BANDS (chart), overview->rounds[i].name,
                            overview->rounds[i].bands);
    }

  return chart;
}

static void
attach (GtkGrid *table, const char *text, int column, int row, gboolean is_number)
{
  GtkWidget *label = taga_ui_create_label (text);

  if (row == 0)
    gtk_widget_add_css_class (label, "taga-column-title");
  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_grid_attach (table, label, column, row, 1, 1);
}

/**
 * taga_home_charts_fill_table:
 * @table: an empty or filled table
 * @overview: the overview
 *
 * Writes the radar's numbers. An axis without a score has a dash, which is not 0.
 */
void
taga_home_charts_fill_table (GtkGrid *table, const TagaOverview *overview)
{
  const TagaOverviewRound *rounds[TAGA_OVERVIEW_ROUNDS];
  guint n = list_rounds (overview, rounds);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (table))) != NULL)
    gtk_grid_remove (table, child);

  for (guint i = 0; i < n; i++)
    {
      attach (table, rounds[i]->name, (int) i + 1, 0, TRUE);
      for (guint j = 0; j < rounds[i]->axes->n; j++)
        {
          const TagaAxisValue *value = &rounds[i]->axes->values[j];
          g_autofree char *score =
              value->score == TAGA_UNKNOWN
                  ? g_strdup ("–")
                  : g_strdup_printf ("%d.%d", value->score / 10, value->score % 10);

          if (i == 0)
            attach (table, get_title (value->axis), 0, (int) j + 1, FALSE);
          attach (table, score, (int) i + 1, (int) j + 1, TRUE);
        }
    }
  if (n > 0)
    attach (table, _ ("Axis"), 0, 0, FALSE);
}
