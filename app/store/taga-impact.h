#pragma once

#include "taga-standing.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaImpact:
 *
 * The register in a few figures, by which one can tell at once what another answer would change.
 */
typedef struct _TagaImpact TagaImpact;

/**
 * TagaImpactResult:
 * @n_assets: how many assets would get another risk value
 * @n_moved: how many would go from a band, the first index, to another, the second
 */
typedef struct
{
  guint n_assets;
  guint n_moved[TAGA_MAX_BANDS][TAGA_MAX_BANDS];
} TagaImpactResult;

TagaImpact *taga_impact_new (TagaStore *store, GError **error);
void taga_impact_free (TagaImpact *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaImpact, taga_impact_free)

void taga_impact_tally (TagaImpact *self, int medium, int vulnerability, TagaStanding *tally);
void taga_impact_compare (TagaImpact *self, const TagaAssessment *then, TagaImpactResult *result);
gboolean taga_impact_foresee (TagaImpact *self,
                              GType type,
                              const char *item,
                              gint64 number,
                              TagaImpactResult *result,
                              GError **error);

G_END_DECLS
