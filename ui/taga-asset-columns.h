#pragma once

#include "taga-grid.h"

G_BEGIN_DECLS

void taga_asset_columns_apply (TagaGrid *grid);

G_END_DECLS
