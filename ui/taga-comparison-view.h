#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_COMPARISON_VIEW (taga_comparison_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaComparisonView, taga_comparison_view, TAGA, COMPARISON_VIEW, AdwBin)

void taga_comparison_view_show (TagaComparisonView *self, TagaStore *store, GPtrArray *rounds);

G_END_DECLS
