#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ADVICE_VIEW (taga_advice_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaAdviceView, taga_advice_view, TAGA, ADVICE_VIEW, AdwBin)

void taga_advice_view_set_store (TagaAdviceView *self, TagaStore *store);

G_END_DECLS
