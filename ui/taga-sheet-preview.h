#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_SHEET_PREVIEW (taga_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (TagaSheetPreview, taga_sheet_preview, TAGA, SHEET_PREVIEW, AdwBin)

void taga_sheet_preview_show (TagaSheetPreview *self, GPtrArray *tables);

G_END_DECLS
