#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAGA_TYPE_IMPORT_ROW (taga_import_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaImportRow, taga_import_row, TAGA, IMPORT_ROW, GtkBox)

void taga_import_row_switch (TagaImportRow *self);
void taga_import_row_toggle (TagaImportRow *self);

G_END_DECLS
