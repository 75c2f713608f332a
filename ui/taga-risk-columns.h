#pragma once

#include "taga-grid.h"

G_BEGIN_DECLS

void taga_risk_columns_apply (TagaGrid *grid);
void taga_measure_columns_apply (TagaGrid *grid);
void taga_decision_columns_apply (TagaGrid *grid);

G_END_DECLS
