#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_AXIS_MAP_DIALOG (taga_axis_map_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaAxisMapDialog, taga_axis_map_dialog, TAGA, AXIS_MAP_DIALOG, AdwWindow)

void taga_axis_map_dialog_present (GtkWindow *parent,
                                   TagaStore *store,
                                   const char *axis,
                                   gboolean is_locked);

G_END_DECLS
