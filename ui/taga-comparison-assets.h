#pragma once

#include <gtk/gtk.h>

#include "taga-asset-changes.h"

G_BEGIN_DECLS

GtkWidget *taga_comparison_assets_new (TagaAssetChanges *changes);

G_END_DECLS
