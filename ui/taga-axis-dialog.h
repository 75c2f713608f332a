#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_AXIS_DIALOG (taga_axis_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaAxisDialog, taga_axis_dialog, TAGA, AXIS_DIALOG, AdwWindow)

void taga_axis_dialog_present (GtkWindow *parent,
                               TagaStore *store,
                               gint64 round,
                               const char *axis,
                               gboolean is_locked);

G_END_DECLS
