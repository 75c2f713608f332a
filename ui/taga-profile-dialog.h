#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_PROFILE_DIALOG (taga_profile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaProfileDialog, taga_profile_dialog, TAGA, PROFILE_DIALOG, AdwWindow)

void taga_profile_dialog_present (GtkWindow *parent, TagaStore *store, gint64 before, gint64 after);

G_END_DECLS
