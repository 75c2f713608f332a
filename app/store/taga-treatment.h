#pragma once

#include "taga-quadrant.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaTreatmentChoice:
 * @treatment: what is to be done
 * @keeps_residual: whether each asset keeps the residual risk that it has by hand
 * @residual: else the residual risk by hand, or `TAGA_UNKNOWN` to have it computed
 * @keeps_threat: whether each asset keeps the threat that it has by hand
 * @threat: else the threat by hand, or `TAGA_UNKNOWN`
 * @keeps_vulnerability: whether each asset keeps the vulnerability that it has by hand
 * @vulnerability: else the vulnerability by hand, or `TAGA_UNKNOWN`
 *
 * What somebody is about to decide about risks.
 */
typedef struct
{
  TagaTreatment treatment;
  gboolean keeps_residual;
  int residual;
  gboolean keeps_threat;
  int threat;
  gboolean keeps_vulnerability;
  int vulnerability;
} TagaTreatmentChoice;

/**
 * TagaTreatmentOutcome:
 * @n: how many assets were looked at
 * @before: how many risks are in each band, with threat and vulnerability as they are chosen
 * @after: how many residual risks would be
 * @n_above: how many residual risks would be above the line of acceptance
 * @advised: how often each treatment is what one looks at first, by [enum@Treatment]
 *
 * What a decision would come to.
 */
typedef struct
{
  guint n;
  guint before[TAGA_MAX_BANDS];
  guint after[TAGA_MAX_BANDS];
  guint n_above;
  guint advised[TAGA_TREATMENT_TRANSFER + 1];
} TagaTreatmentOutcome;

gboolean taga_treatment_foresee (TagaStore *store,
                                 GArray *ids,
                                 guint first,
                                 guint n,
                                 const TagaTreatmentChoice *choice,
                                 TagaTreatmentOutcome *outcome,
                                 GError **error);
gboolean taga_treatment_find_common (TagaStore *store,
                                     GArray *ids,
                                     guint field,
                                     guint max,
                                     TagaValue *value);

G_END_DECLS
