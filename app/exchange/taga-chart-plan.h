#pragma once

#include "taga-chart.h"
#include "taga-store.h"

G_BEGIN_DECLS

TagaChart *taga_chart_from_plan (TagaStore *store, GError **error);
TagaChart *taga_chart_from_advice (TagaStore *store, GError **error);

G_END_DECLS
