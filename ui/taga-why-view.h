#pragma once

#include <adwaita.h>

#include "taga-explain.h"

G_BEGIN_DECLS

#define TAGA_TYPE_WHY_VIEW (taga_why_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaWhyView, taga_why_view, TAGA, WHY_VIEW, AdwBin)

void taga_why_view_update (TagaWhyView *self,
                           TagaStore *store,
                           TagaRecord *asset,
                           const TagaExplanation *why);

G_END_DECLS
