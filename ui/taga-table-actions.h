#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

void taga_table_actions_install (GtkWidgetClass *widget_class);
void taga_table_actions_connect (TagaRecordTable *table, TagaGrid *grid);
void taga_table_actions_update (TagaRecordTable *table);

G_END_DECLS
