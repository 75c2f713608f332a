#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

void taga_table_follow_step (TagaRecordTable *table, gint64 step);

G_END_DECLS
