#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

void taga_table_filter_show (TagaRecordTable *table, guint field, const GdkRectangle *rectangle);

G_END_DECLS
