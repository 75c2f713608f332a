#pragma once

#include <adwaita.h>

#include "taga-risk-matrix.h"

G_BEGIN_DECLS

/**
 * TAGA_RISK_MATRIX_ALL:
 *
 * The importance of no cell: all assets.
 */
#define TAGA_RISK_MATRIX_ALL (-2)

#define TAGA_TYPE_RISK_MATRIX_VIEW (taga_risk_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaRiskMatrixView, taga_risk_matrix_view, TAGA, RISK_MATRIX_VIEW, AdwBin)

void taga_risk_matrix_view_update (TagaRiskMatrixView *self,
                                   TagaEdition *edition,
                                   const TagaRiskMatrix *matrix);
void taga_risk_matrix_view_mark (TagaRiskMatrixView *self, int importance, int likelihood);

G_END_DECLS
