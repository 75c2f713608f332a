#include "taga-quadrant.h"

#include "taga-value.h"

/**
 * taga_quadrant_advise:
 * @scale: the figures of the method edition
 * @importance: an asset's importance, or `TAGA_UNKNOWN`
 * @likelihood: 1–3, or `TAGA_UNKNOWN`
 *
 * Gives the treatment that is looked at first for a risk. The rule is ours, after the figure of the
 * Tokyo workshops: what is likely is reduced, and avoided if it would hurt most; what is unlikely
 * is accepted, and transferred if it would hurt most. The fields of the figure are not equal: what
 * happens now and then is reduced, unless it hardly matters. It is an aid and forbids nothing.
 *
 * Returns: the treatment, or `TAGA_TREATMENT_NONE` if something is not known
 */
TagaTreatment
taga_quadrant_advise (const TagaScale *scale, int importance, int likelihood)
{
  gboolean is_highest = importance >= scale->highest;

  if (importance == TAGA_UNKNOWN || likelihood == TAGA_UNKNOWN)
    return TAGA_TREATMENT_NONE;

  if (likelihood >= 3)
    return is_highest ? TAGA_TREATMENT_AVOID : TAGA_TREATMENT_REDUCE;
  if (likelihood == 2)
    return importance > scale->lowest ? TAGA_TREATMENT_REDUCE : TAGA_TREATMENT_ACCEPT;

  return is_highest ? TAGA_TREATMENT_TRANSFER : TAGA_TREATMENT_ACCEPT;
}

/**
 * taga_treatment_to_key:
 * @treatment: a treatment
 *
 * Gives the name of a treatment in the file.
 *
 * Returns: (transfer none) (nullable): the key, or `NULL` for none
 */
const char *
taga_treatment_to_key (TagaTreatment treatment)
{
  switch (treatment)
    {
    case TAGA_TREATMENT_REDUCE:
      return "reduce";
    case TAGA_TREATMENT_ACCEPT:
      return "accept";
    case TAGA_TREATMENT_AVOID:
      return "avoid";
    case TAGA_TREATMENT_TRANSFER:
      return "transfer";
    case TAGA_TREATMENT_NONE:
    default:
      return NULL;
    }
}
