#include "taga-asset.h"
#include "taga-cursor.h"
#include "taga-executive-private.h"
#include "taga-explain.h"
#include "taga-measure-keys.h"
#include "taga-measure.h"
#include "taga-risk-matrix.h"

/* The largest risks. As many assets on one medium share one fate, each medium is named once, by the
 * asset with the largest risk (our rule); so that the sheet shows three things that can happen, and
 * not one of them three times. */

typedef struct
{
  gint64 asset;
  int risk;
  int importance;
  gboolean by_mark;
  guint n;
} Largest;

/* Of risks as large, that of the more important asset comes first, then that of personal
 * information; else the older line of the register. */
static gboolean
is_larger (const Largest *one, const Largest *other)
{
  if (other->asset == 0 || one->risk != other->risk)
    return other->asset == 0 || one->risk > other->risk;
  if (one->importance != other->importance)
    return one->importance > other->importance;

  return one->by_mark && !other->by_mark;
}

static void
take_asset (Largest *largest, gint64 id, const TagaValue *values)
{
  const Largest one = { id, (int) values[TAGA_ASSET_RISK].number,
                        (int) values[TAGA_ASSET_IMPORTANCE].number,
                        taga_asset_has_personal_information (values), 1 };
  guint n = largest->n;

  if (largest->asset == 0 || one.risk > largest->risk)
    n = 0;
  if (one.risk >= largest->risk || largest->asset == 0)
    n++;
  if (is_larger (&one, largest))
    *largest = one;
  largest->n = n;
}

static gboolean
find_largest (TagaStore *store, Largest *largest, GError **error)
{
  const TagaAssessment *assessment = taga_store_get_assessment (store);
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  query->scope = TAGA_SCOPE_IN_USE;
  cursor = taga_cursor_new_for_rules (store, TAGA_TYPE_ASSET, query, error);
  while (cursor != NULL && has_row)
    {
      int medium;

      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (!has_row || values[TAGA_ASSET_RISK].number == TAGA_UNKNOWN)
        continue;
      medium = taga_assessment_find_medium (assessment, values[TAGA_ASSET_MEDIUM].text);
      if (medium >= 0)
        take_asset (&largest[medium], id, values);
    }

  return cursor != NULL;
}

/* The medium whose risk is the largest of those that are not named yet; of risks as large, that of
 * the most assets. */
static int
pick_medium (const Largest *largest, guint n, const gboolean *is_named)
{
  int best = -1;

  for (guint i = 0; i < n; i++)
    if (largest[i].asset != 0 && !is_named[i]
        && (best < 0 || largest[i].risk > largest[best].risk
            || (largest[i].risk == largest[best].risk && largest[i].n > largest[best].n)))
      best = (int) i;

  return best;
}

/* How much a measure does against the risk: G_MAXUINT if it names the asset, or else how many of
 * the medium's open check items it gets done. */
static guint
count_help (const TagaValue *measure, gint64 asset, const TagaExplanation *why)
{
  g_autoptr (GArray) ids = taga_measure_keys_read_assets (measure[TAGA_MEASURE_ASSETS].text);
  g_auto (GStrv) checks = taga_measure_keys_read (measure[TAGA_MEASURE_CHECKS].text);
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == asset)
      return G_MAXUINT;

  for (guint i = 0; i < why->n_open && i < why->checks->len; i++)
    n += g_strv_contains ((const char *const *) checks,
                          g_array_index (why->checks, TagaExplainedItem, i).key);

  return n;
}

/* A measure that names the asset goes before those for the medium's check items, of which that with
 * the most of them is named. */
static gboolean
find_measures (TagaExecutiveRisk *self,
               TagaStore *store,
               const TagaExplanation *why,
               GError **error)
{
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_MEASURE, NULL, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  guint most = 0;

  while (cursor != NULL && has_row)
    {
      guint help;

      if (!taga_cursor_next (cursor, NULL, &values, &has_row, error))
        return FALSE;
      if (!has_row || g_strcmp0 (values[TAGA_MEASURE_STATUS].text, "done") == 0)
        continue;
      help = count_help (values, self->asset, why);
      self->n_measures += help > 0;
      if (help <= most)
        continue;

      most = help;
      g_free (self->measure);
      g_free (self->day);
      self->measure = g_strdup (values[TAGA_MEASURE_NAME].text);
      self->day = g_strdup (values[TAGA_MEASURE_PLANNED_END].text);
    }

  return cursor != NULL;
}

static gboolean
add_risk (TagaExecutive *self, TagaStore *store, const Largest *largest, GError **error)
{
  g_autoptr (TagaRecord) asset =
      taga_store_get_record (store, TAGA_TYPE_ASSET, largest->asset, error);
  g_autoptr (TagaExplanation) why =
      asset == NULL ? NULL : taga_explanation_new (store, asset, error);
  TagaExecutiveRisk *risk;

  if (why == NULL)
    return FALSE;

  risk = g_new0 (TagaExecutiveRisk, 1);
  g_ptr_array_add (self->risks, risk);
  risk->asset = largest->asset;
  risk->name = g_strdup (taga_record_get_text (asset, TAGA_ASSET_NAME));
  risk->medium = g_strdup (why->medium);
  risk->n_others = largest->n - 1;
  risk->risk = why->risk;
  risk->band = why->band;
  risk->threat = g_strdup (why->threat_item);
  risk->by_mark = why->by_mark;
  risk->is_vital = why->importance == taga_store_get_assessment (store)->scale->highest;
  risk->frequency = why->threat;
  /* Who judged the vulnerability by hand did not count check items. */
  risk->n_checks = why->vulnerability_overridden ? 0 : why->n_applicable;
  risk->n_done = why->n_done;
  risk->n_partly = why->n_partly;
  risk->treatment = g_strdup (taga_record_get_text (asset, TAGA_ASSET_TREATMENT));

  return find_measures (risk, store, why, error);
}

/* Reads the largest risks and how many there are above the line of acceptance. */
gboolean
taga_executive_read_risks (TagaExecutive *self, TagaStore *store, GError **error)
{
  guint n_media = taga_store_get_assessment (store)->n_media;
  gboolean is_named[TAGA_MAX_MEDIA] = { FALSE };
  Largest largest[TAGA_MAX_MEDIA] = { { 0 } };
  TagaRiskMatrix matrix;

  if (!taga_risk_matrix_load (store, &matrix, error) || !find_largest (store, largest, error))
    return FALSE;

  self->n_assets = matrix.n_assets;
  self->n_unknown = matrix.n_unknown;
  self->line = matrix.line;
  self->n_above = matrix.n_above;
  self->n_untreated = matrix.n_untreated;

  while (self->risks->len < TAGA_EXECUTIVE_RISKS)
    {
      int medium = pick_medium (largest, n_media, is_named);

      if (medium < 0)
        break;
      is_named[medium] = TRUE;
      if (!add_risk (self, store, &largest[medium], error))
        return FALSE;
    }

  return TRUE;
}
