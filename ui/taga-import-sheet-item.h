#pragma once

#include <gio/gio.h>

#include "taga-import-plan.h"

G_BEGIN_DECLS

#define TAGA_TYPE_IMPORT_SHEET_ITEM (taga_import_sheet_item_get_type ())
G_DECLARE_FINAL_TYPE (TagaImportSheetItem, taga_import_sheet_item, TAGA, IMPORT_SHEET_ITEM, GObject)

TagaImportSheetItem *taga_import_sheet_item_new (TagaImportSheet *sheet);

TagaImportSheet *taga_import_sheet_item_get_sheet (TagaImportSheetItem *self);
void taga_import_sheet_item_toggle (TagaImportSheetItem *self);
void taga_import_sheet_item_forget (TagaImportSheetItem *self);

G_END_DECLS
