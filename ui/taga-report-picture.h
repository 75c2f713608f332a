#pragma once

#include <gtk/gtk.h>

#include "taga-chart.h"

G_BEGIN_DECLS

GdkTexture *taga_report_picture_new (TagaChart *chart, TagaPaletteKind palette);

G_END_DECLS
