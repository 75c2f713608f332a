#pragma once

#include "taga-grid.h"
#include "taga-record-list.h"
#include "taga-store.h"

G_BEGIN_DECLS

void taga_record_cells_attach (TagaGrid *grid, TagaStore *store, TagaRecordList *list);
gboolean taga_record_cells_can_add (TagaStore *store, const TagaQuery *query);
void taga_record_cells_show_query (TagaGrid *grid, TagaRecordClass *klass, const TagaQuery *query);

G_END_DECLS
