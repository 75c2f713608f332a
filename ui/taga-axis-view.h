#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_AXIS_VIEW (taga_axis_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaAxisView, taga_axis_view, TAGA, AXIS_VIEW, GtkWidget)

void taga_axis_view_show (TagaAxisView *self, TagaStore *store, TagaRecord *round);

G_END_DECLS
