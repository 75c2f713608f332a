#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAGA_TYPE_IMPORT_SHEET_ROW (taga_import_sheet_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaImportSheetRow, taga_import_sheet_row, TAGA, IMPORT_SHEET_ROW, GtkBox)

G_END_DECLS
