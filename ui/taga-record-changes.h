#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_RECORD_CHANGES (taga_record_changes_get_type ())
G_DECLARE_FINAL_TYPE (TagaRecordChanges, taga_record_changes, TAGA, RECORD_CHANGES, AdwBin)

void taga_record_changes_update (TagaRecordChanges *self, TagaStore *store, TagaRecord *record);

G_END_DECLS
