#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_MEASURE_INSPECTOR (taga_measure_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TagaMeasureInspector, taga_measure_inspector, TAGA, MEASURE_INSPECTOR, AdwBin)

void taga_measure_inspector_set_measure (TagaMeasureInspector *self,
                                         TagaStore *store,
                                         TagaRecord *measure);

G_END_DECLS
