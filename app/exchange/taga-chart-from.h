#pragma once

#include "taga-axis-values.h"
#include "taga-chart.h"
#include "taga-risk-matrix.h"
#include "taga-round-compare.h"
#include "taga-self-check-read.h"

G_BEGIN_DECLS

const char *taga_chart_from_item (const TagaItem *item);
double taga_chart_from_score (int tenths);

TagaChart *taga_chart_from_axes (const char *const *names,
                                 const TagaAxisValues *const *rounds,
                                 guint n_rounds);
TagaChart *taga_chart_from_self_check (const TagaSelfCheck *check);
TagaChart *taga_chart_from_bands (TagaEdition *edition);
TagaChart *
taga_chart_from_matrix (TagaEdition *edition, const TagaScale *scale, const TagaRiskMatrix *matrix);
TagaChart *taga_chart_from_comparison (const TagaRoundComparison *comparison, gboolean has_axes);

G_END_DECLS
