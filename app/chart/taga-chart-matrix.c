#include "taga-chart-matrix-private.h"

#include <glib/gi18n-lib.h>

#include "taga-value.h"

G_DEFINE_FINAL_TYPE (TagaChartMatrix, taga_chart_matrix, TAGA_TYPE_CHART)

static guint
taga_chart_matrix_get_n_parts (TagaChart *chart)
{
  return TAGA_CHART_MATRIX (chart)->n_levels * TAGA_MATRIX_N_LIKELIHOODS;
}

/* The risk value of a cell. */
int
taga_chart_matrix_get_risk (TagaChartMatrix *self, guint part)
{
  int importance, likelihood;

  taga_chart_matrix_get_cell (self, part, &importance, &likelihood);
  return taga_risk_value (importance, likelihood);
}

/* The band of a cell. */
TagaBand
taga_chart_matrix_get_band (TagaChartMatrix *self, guint part)
{
  return taga_risk_band (&self->scale, taga_chart_matrix_get_risk (self, part));
}

/* How many assets, in words. */
char *
taga_chart_matrix_dup_count (guint count)
{
  /* Translators: how many assets, as short as it can be */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u asset", "%u assets", count), count);
}

static void
taga_chart_matrix_get_box (TagaChart *chart,
                           const TagaChartStyle *style,
                           double width,
                           double height,
                           guint part,
                           TagaChartBox *box)
{
  TagaChartMatrix *self = TAGA_CHART_MATRIX (chart);
  double size = style->text_size;
  double below = size * (self->n_unknown > 0 ? TAGA_MATRIX_BELOW + 1.6 : TAGA_MATRIX_BELOW);
  double across = MAX (width - size * TAGA_MATRIX_LEFT, 1) / TAGA_MATRIX_N_LIKELIHOODS;
  double down = MAX (height - below, 1) / self->n_levels;

  box->x = size * TAGA_MATRIX_LEFT + across * (part % TAGA_MATRIX_N_LIKELIHOODS);
  box->y = down * (part / TAGA_MATRIX_N_LIKELIHOODS);
  box->width = MAX (across - size * TAGA_MATRIX_GAP, 0);
  box->height = MAX (down - size * TAGA_MATRIX_GAP, 0);
}

static guint
taga_chart_matrix_move (TagaChart *chart, guint part, int right, int down)
{
  TagaChartMatrix *self = TAGA_CHART_MATRIX (chart);
  int column = (int) (part % TAGA_MATRIX_N_LIKELIHOODS) + right;
  int row = (int) (part / TAGA_MATRIX_N_LIKELIHOODS) + down;

  if (column < 0 || column >= TAGA_MATRIX_N_LIKELIHOODS || row < 0 || row >= (int) self->n_levels)
    return part;

  return (guint) (row * TAGA_MATRIX_N_LIKELIHOODS + column);
}

static char *
taga_chart_matrix_dup_part_text (TagaChart *chart, guint part)
{
  TagaChartMatrix *self = TAGA_CHART_MATRIX (chart);
  g_autofree char *count = taga_chart_matrix_dup_count (self->counts[part]);
  int importance, likelihood;

  taga_chart_matrix_get_cell (self, part, &importance, &likelihood);
  /* Translators: a cell of the matrix: levels, word of the band, risk value, number of assets */
  return g_strdup_printf (_ ("Importance %d, likelihood %d: %s %d, %s"), importance, likelihood,
                          self->bands[taga_chart_matrix_get_band (self, part)],
                          taga_chart_matrix_get_risk (self, part), count);
}

static char *
taga_chart_matrix_dup_summary (TagaChart *chart)
{
  TagaChartMatrix *self = TAGA_CHART_MATRIX (chart);
  guint totals[TAGA_MAX_BANDS] = { 0 };
  guint n = taga_chart_get_n_parts (chart);
  GString *text = g_string_new (NULL);

  totals[TAGA_BAND_UNKNOWN] = self->n_unknown;
  for (guint i = 0; i < n; i++)
    totals[taga_chart_matrix_get_band (self, i)] += self->counts[i];

  for (int band = TAGA_BAND_LARGE; band >= TAGA_BAND_UNKNOWN; band--)
    {
      g_autofree char *count = taga_chart_matrix_dup_count (totals[band]);

      if (band != TAGA_BAND_UNKNOWN || totals[band] > 0)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? _ (", ") : "", self->bands[band],
                                count);
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cell = taga_chart_matrix_dup_part_text (chart, i);

      if (self->counts[i] > 0)
        g_string_append_printf (text, "\n%s", cell);
    }

  return g_string_free (text, FALSE);
}

static TagaChartTable *
taga_chart_matrix_dup_table (TagaChart *chart)
{
  TagaChartMatrix *self = TAGA_CHART_MATRIX (chart);
  TagaChartTable *table = taga_chart_table_new ();
  guint n = taga_chart_get_n_parts (chart);

  taga_chart_table_add_column (table, _ ("Importance"));
  taga_chart_table_add_column (table, _ ("Likelihood"));
  taga_chart_table_add_column (table, _ ("Risk value"));
  taga_chart_table_add_column (table, _ ("Band"));
  taga_chart_table_add_column (table, _ ("Assets"));
  for (guint i = 0; i < n; i++)
    {
      int importance, likelihood;

      taga_chart_matrix_get_cell (self, i, &importance, &likelihood);
      taga_chart_table_take (table, g_strdup_printf ("%d", importance));
      taga_chart_table_take (table, g_strdup_printf ("%d", likelihood));
      taga_chart_table_take (table, g_strdup_printf ("%d", taga_chart_matrix_get_risk (self, i)));
      taga_chart_table_add (table, self->bands[taga_chart_matrix_get_band (self, i)]);
      taga_chart_table_take (table, g_strdup_printf ("%u", self->counts[i]));
    }
  if (self->n_unknown > 0)
    {
      for (int i = 0; i < 3; i++)
        taga_chart_table_add (table, "–");
      taga_chart_table_add (table, self->bands[TAGA_BAND_UNKNOWN]);
      taga_chart_table_take (table, g_strdup_printf ("%u", self->n_unknown));
    }

  return table;
}

static void
taga_chart_matrix_finalize (GObject *object)
{
  TagaChartMatrix *self = TAGA_CHART_MATRIX (object);

  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    g_free (self->bands[i]);

  G_OBJECT_CLASS (taga_chart_matrix_parent_class)->finalize (object);
}

static void
taga_chart_matrix_class_init (TagaChartMatrixClass *klass)
{
  TagaChartClass *chart_class = TAGA_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_chart_matrix_finalize;
  chart_class->draw = taga_chart_matrix_draw;
  chart_class->dup_summary = taga_chart_matrix_dup_summary;
  chart_class->dup_table = taga_chart_matrix_dup_table;
  chart_class->get_n_parts = taga_chart_matrix_get_n_parts;
  chart_class->get_part = taga_chart_matrix_get_box;
  chart_class->move = taga_chart_matrix_move;
  chart_class->dup_part_text = taga_chart_matrix_dup_part_text;
  chart_class->min_width = 20;
  chart_class->min_height = 16;
}

static void
taga_chart_matrix_init (TagaChartMatrix *self)
{
  self->selected = -1;
}

/**
 * taga_chart_matrix_new:
 * @scale: figures of the method edition
 * @band_names: words of the bands, by [enum@Band]
 * @acceptance: smallest risk value that has to be treated, or `TAGA_UNKNOWN`
 *
 * Makes a matrix of a method edition, without assets.
 *
 * Returns: (transfer full): the chart
 */
TagaChart *
taga_chart_matrix_new (const TagaScale *scale, const char *const *band_names, int acceptance)
{
  TagaChartMatrix *self;

  g_return_val_if_fail (scale->highest - scale->lowest < TAGA_MATRIX_MAX_LEVELS, NULL);

  self = g_object_new (TAGA_TYPE_CHART_MATRIX, NULL);
  self->scale = *scale;
  self->n_levels = (guint) (scale->highest - scale->lowest + 1);
  self->acceptance = acceptance;
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    self->bands[i] = g_strdup (band_names[i]);

  return TAGA_CHART (self);
}

/**
 * taga_chart_matrix_set_count:
 * @self: a matrix
 * @importance: a level of the scale
 * @likelihood: 1 to 3
 * @count: how many assets
 *
 * Sets how many assets a cell has. A cell that the scale does not have is left out.
 */
void
taga_chart_matrix_set_count (TagaChartMatrix *self, int importance, int likelihood, guint count)
{
  int part = taga_chart_matrix_get_part (self, importance, likelihood);

  if (part >= 0)
    self->counts[part] = count;
}

/**
 * taga_chart_matrix_set_unknown:
 * @self: a matrix
 * @count: how many assets
 *
 * Sets how many assets are in no cell, because their risk is not known yet.
 */
void
taga_chart_matrix_set_unknown (TagaChartMatrix *self, guint count)
{
  g_return_if_fail (TAGA_IS_CHART_MATRIX (self));

  self->n_unknown = count;
}

/**
 * taga_chart_matrix_select:
 * @self: a matrix
 * @importance: a level of the scale, or `TAGA_UNKNOWN`
 * @likelihood: 1 to 3, or `TAGA_UNKNOWN`
 *
 * Outlines a cell, or none.
 */
void
taga_chart_matrix_select (TagaChartMatrix *self, int importance, int likelihood)
{
  g_return_if_fail (TAGA_IS_CHART_MATRIX (self));

  self->selected = taga_chart_matrix_get_part (self, importance, likelihood);
}

/**
 * taga_chart_matrix_get_part:
 * @self: a matrix
 * @importance: a level of the scale
 * @likelihood: 1 to 3
 *
 * Tells which part a cell is.
 *
 * Returns: the part, or −1 if there is no such cell
 */
int
taga_chart_matrix_get_part (TagaChartMatrix *self, int importance, int likelihood)
{
  g_return_val_if_fail (TAGA_IS_CHART_MATRIX (self), -1);

  if (importance < self->scale.lowest || importance > self->scale.highest || likelihood < 1
      || likelihood > TAGA_MATRIX_N_LIKELIHOODS)
    return -1;

  return (self->scale.highest - importance) * TAGA_MATRIX_N_LIKELIHOODS + likelihood - 1;
}

/**
 * taga_chart_matrix_get_cell:
 * @self: a matrix
 * @part: a part
 * @importance: (out): its importance
 * @likelihood: (out): its likelihood
 *
 * Tells which cell a part is.
 */
void
taga_chart_matrix_get_cell (TagaChartMatrix *self, guint part, int *importance, int *likelihood)
{
  g_return_if_fail (TAGA_IS_CHART_MATRIX (self));
  g_return_if_fail (part < self->n_levels * TAGA_MATRIX_N_LIKELIHOODS);

  *importance = self->scale.highest - (int) (part / TAGA_MATRIX_N_LIKELIHOODS);
  *likelihood = (int) (part % TAGA_MATRIX_N_LIKELIHOODS) + 1;
}
