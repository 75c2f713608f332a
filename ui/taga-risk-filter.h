#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

void taga_risk_filter_show_cell (TagaRecordTable *table, int importance, int likelihood);
void taga_risk_filter_show_untreated (TagaRecordTable *table, int line);
void taga_risk_filter_show_above (TagaRecordTable *table, int line);
gboolean taga_risk_filter_clear (TagaRecordTable *table);

void taga_risk_filter_read_cell (TagaRecordTable *table, int *importance, int *likelihood);
char *taga_risk_filter_describe (TagaRecordTable *table);

G_END_DECLS
