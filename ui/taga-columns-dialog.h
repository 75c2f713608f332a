#pragma once

#include <adwaita.h>

#include "taga-table-columns.h"

G_BEGIN_DECLS

#define TAGA_TYPE_COLUMNS_DIALOG (taga_columns_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaColumnsDialog, taga_columns_dialog, TAGA, COLUMNS_DIALOG, AdwWindow)

void taga_columns_dialog_present (TagaRecordTable *table, TagaTableColumns *columns);

G_END_DECLS
