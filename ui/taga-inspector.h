#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_INSPECTOR (taga_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TagaInspector, taga_inspector, TAGA, INSPECTOR, AdwBin)

void taga_inspector_set_asset (TagaInspector *self, TagaStore *store, TagaRecord *asset);

G_END_DECLS
