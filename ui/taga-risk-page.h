#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_RISK_PAGE (taga_risk_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaRiskPage, taga_risk_page, TAGA, RISK_PAGE, AdwBin)

G_END_DECLS
