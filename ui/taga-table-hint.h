#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

const char *taga_table_hint_choose (TagaRecordTable *table);

G_END_DECLS
