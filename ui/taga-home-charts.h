#pragma once

#include <gtk/gtk.h>

#include "taga-chart.h"
#include "taga-overview.h"

G_BEGIN_DECLS

TagaChart *taga_home_charts_create_radar (const TagaOverview *overview);
TagaChart *taga_home_charts_create_barrel (const TagaOverview *overview);
TagaChart *taga_home_charts_create_bands (const TagaOverview *overview, TagaEdition *edition);

void taga_home_charts_fill_table (GtkGrid *table, const TagaOverview *overview);

G_END_DECLS
