#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ROUND_DIALOG (taga_round_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaRoundDialog, taga_round_dialog, TAGA, ROUND_DIALOG, AdwWindow)

TagaRoundDialog *
taga_round_dialog_present (GtkWindow *parent, TagaStore *store, gint64 from, GError **error);

G_END_DECLS
