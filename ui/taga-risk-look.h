#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

void taga_risk_look_apply (TagaRecordTable *table);

G_END_DECLS
