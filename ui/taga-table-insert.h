#pragma once

#include "taga-edits.h"
#include "taga-record-table.h"

G_BEGIN_DECLS

TagaEdits *taga_table_insert_rows (TagaRecordTable *table, guint n, GError **error);
TagaEdits *taga_table_insert_copies (TagaRecordTable *table,
                                     const char *medium,
                                     guint *n_left_out,
                                     GError **error);

G_END_DECLS
