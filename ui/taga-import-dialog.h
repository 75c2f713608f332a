#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_IMPORT_DIALOG (taga_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaImportDialog, taga_import_dialog, TAGA, IMPORT_DIALOG, AdwWindow)

void taga_import_dialog_present (GtkWindow *parent, TagaStore *store, GFile *file);

G_END_DECLS
