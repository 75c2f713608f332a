#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_TOP_THREATS_VIEW (taga_top_threats_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaTopThreatsView, taga_top_threats_view, TAGA, TOP_THREATS_VIEW, AdwBin)

G_END_DECLS
