#pragma once

#include "taga-edit-run.h"
#include "taga-record-table.h"

G_BEGIN_DECLS

void taga_table_replace (TagaRecordTable *table,
                         GArray *ids,
                         GArray *fields,
                         const char *text,
                         const char *by,
                         TagaEditRunDone done,
                         gpointer user_data);

G_END_DECLS
