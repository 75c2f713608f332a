#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

#define TAGA_TYPE_RISK_VIEW (taga_risk_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaRiskView, taga_risk_view, TAGA, RISK_VIEW, AdwBin)

void taga_risk_view_set_store (TagaRiskView *self, TagaStore *store);
void taga_risk_view_set_wide (TagaRiskView *self, gboolean wide);
TagaRecordTable *taga_risk_view_get_table (TagaRiskView *self);

G_END_DECLS
