#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

#define TAGA_TYPE_MEASURE_VIEW (taga_measure_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaMeasureView, taga_measure_view, TAGA, MEASURE_VIEW, AdwBin)

void taga_measure_view_set_store (TagaMeasureView *self, TagaStore *store);
void taga_measure_view_set_wide (TagaMeasureView *self, gboolean wide);
TagaRecordTable *taga_measure_view_get_table (TagaMeasureView *self);

G_END_DECLS
