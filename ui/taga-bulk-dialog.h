#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

#define TAGA_TYPE_BULK_DIALOG (taga_bulk_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaBulkDialog, taga_bulk_dialog, TAGA, BULK_DIALOG, AdwWindow)

void taga_bulk_dialog_present (TagaRecordTable *table);

G_END_DECLS
