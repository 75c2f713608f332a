#pragma once

#include <adwaita.h>

#include "taga-risk-matrix.h"

G_BEGIN_DECLS

#define TAGA_TYPE_RISK_LINE_CONTROL (taga_risk_line_control_get_type ())
G_DECLARE_FINAL_TYPE (TagaRiskLineControl, taga_risk_line_control, TAGA, RISK_LINE_CONTROL, AdwBin)

void taga_risk_line_control_update (TagaRiskLineControl *self,
                                    TagaStore *store,
                                    const TagaRiskMatrix *matrix);

G_END_DECLS
