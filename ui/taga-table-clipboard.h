#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

void taga_table_clipboard_copy (TagaRecordTable *table);
void taga_table_clipboard_paste (TagaRecordTable *table);

G_END_DECLS
