#pragma once

#include <gtk/gtk.h>

#include "taga-asset-changes.h"

G_BEGIN_DECLS

void taga_comparison_parts_fill (GtkBox *box, TagaAssetChanges *changes);

G_END_DECLS
