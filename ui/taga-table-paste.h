#pragma once

#include "taga-edits.h"
#include "taga-record-table.h"

G_BEGIN_DECLS

TagaEdits *taga_table_paste_rows (TagaRecordTable *table,
                                  GPtrArray *rows,
                                  const TagaGridRange *range,
                                  TagaGridRange *pasted,
                                  char **note,
                                  GError **error);

G_END_DECLS
