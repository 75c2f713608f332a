#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_RULES_VIEW (taga_rules_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaRulesView, taga_rules_view, TAGA, RULES_VIEW, AdwBin)

G_END_DECLS
