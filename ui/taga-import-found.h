#pragma once

#include <gtk/gtk.h>

#include "taga-import-plan.h"

G_BEGIN_DECLS

#define TAGA_TYPE_IMPORT_FOUND (taga_import_found_get_type ())
G_DECLARE_FINAL_TYPE (TagaImportFound, taga_import_found, TAGA, IMPORT_FOUND, GtkBox)

void taga_import_found_set_plan (TagaImportFound *self, const TagaImportPlan *plan);
const TagaImportPlan *taga_import_found_get_plan (TagaImportFound *self);
gboolean taga_import_found_is_ready (TagaImportFound *self);
void taga_import_found_focus_header (TagaImportFound *self);

G_END_DECLS
