#pragma once

#include "taga-edits.h"
#include "taga-record-table.h"

G_BEGIN_DECLS

TagaEdits *taga_table_edits_clear (TagaRecordTable *table, guint *n_left, GError **error);
TagaEdits *taga_table_edits_remove (TagaRecordTable *table);
TagaEdits *taga_table_edits_fill (TagaRecordTable *table,
                                  const TagaGridRange *source,
                                  const TagaGridRange *target,
                                  GError **error);
TagaEdits *taga_table_edits_fill_text (TagaRecordTable *table, const char *text, GError **error);

G_END_DECLS
