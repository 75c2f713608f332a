#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

void taga_asset_review_run (GtkWidget *widget, TagaStore *store, GArray *ids, const char *state);

G_END_DECLS
