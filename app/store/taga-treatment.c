#include "taga-treatment.h"

#include "taga-asset.h"
#include "taga-risk-matrix.h"

/* What deciding about risks would leave over. Nothing is written here. */

static int
get_level (TagaRecord *asset, guint field)
{
  return (int) taga_record_get_number (asset, field);
}

/* What an asset's risk is and leaves over, by what is judged by hand in the choice. */
typedef struct
{
  int likelihood;
  int risk;
  int residual;
} Foreseen;

static Foreseen
foresee (TagaStore *store, TagaRecord *asset, const TagaTreatmentChoice *choice)
{
  const TagaAssessment *assessment = taga_store_get_assessment (store);
  int medium =
      taga_assessment_find_medium (assessment, taga_record_get_text (asset, TAGA_ASSET_MEDIUM));
  int importance = get_level (asset, TAGA_ASSET_IMPORTANCE);
  int threat =
      choice->keeps_threat ? get_level (asset, TAGA_ASSET_THREAT_OVERRIDE) : choice->threat;
  int by_hand = choice->keeps_vulnerability ? get_level (asset, TAGA_ASSET_VULNERABILITY_OVERRIDE)
                                            : choice->vulnerability;
  int vulnerability = by_hand;
  int residual =
      choice->keeps_residual ? get_level (asset, TAGA_ASSET_RESIDUAL_OVERRIDE) : choice->residual;
  Foreseen foreseen;

  if (threat == TAGA_UNKNOWN && medium >= 0)
    threat = assessment->threat[medium];
  if (vulnerability == TAGA_UNKNOWN && medium >= 0)
    vulnerability = assessment->vulnerability[medium];

  foreseen.likelihood = taga_risk_likelihood (assessment->scale, threat, vulnerability);
  foreseen.risk = taga_risk_value (importance, foreseen.likelihood);
  foreseen.residual = taga_risk_residual (assessment, choice->treatment, residual, importance,
                                          threat, medium, by_hand);

  return foreseen;
}

/**
 * taga_treatment_foresee:
 * @store: a store
 * @ids: (element-type gint64): numbers of assets
 * @first: the first of them to look at
 * @n: how many of them at most
 * @choice: what is to be decided
 * @outcome: (inout): what that would come to is added here
 * @error: return location for an error
 *
 * Tells what a decision about risks would leave over.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_treatment_foresee (TagaStore *store,
                        GArray *ids,
                        guint first,
                        guint n,
                        const TagaTreatmentChoice *choice,
                        TagaTreatmentOutcome *outcome,
                        GError **error)
{
  const TagaScale *scale = taga_store_get_assessment (store)->scale;
  int line = taga_risk_line (store);

  for (guint i = first; i < ids->len && i - first < n; i++)
    {
      g_autoptr (TagaRecord) asset =
          taga_store_get_record (store, TAGA_TYPE_ASSET, g_array_index (ids, gint64, i), error);
      Foreseen foreseen;

      if (asset == NULL)
        return FALSE;

      foreseen = foresee (store, asset, choice);
      outcome->n++;
      outcome->before[taga_risk_band (scale, foreseen.risk)]++;
      outcome->after[taga_risk_band (scale, foreseen.residual)]++;
      outcome->n_above += foreseen.residual >= line;
      outcome->advised[taga_quadrant_advise (scale, get_level (asset, TAGA_ASSET_IMPORTANCE),
                                             foreseen.likelihood)]++;
    }

  return TRUE;
}

/**
 * taga_treatment_find_common:
 * @store: a store
 * @ids: (element-type gint64): numbers of assets
 * @field: a field of assets
 * @max: of how many assets at most this is looked at
 * @value: (inout): an empty value, which takes what they have
 *
 * Finds what all of some assets have in a field.
 *
 * Returns: `FALSE` if they differ, or are too many to look at
 */
gboolean
taga_treatment_find_common (TagaStore *store, GArray *ids, guint field, guint max, TagaValue *value)
{
  if (ids->len > max)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TagaRecord) asset =
          taga_store_get_record (store, TAGA_TYPE_ASSET, g_array_index (ids, gint64, i), NULL);

      if (asset == NULL)
        return FALSE;
      if (i == 0)
        taga_value_set (value, taga_record_get_value (asset, field));
      else if (!taga_value_equal (value, taga_record_get_value (asset, field)))
        return FALSE;
    }

  return TRUE;
}
