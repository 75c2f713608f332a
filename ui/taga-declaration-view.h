#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_DECLARATION_VIEW (taga_declaration_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaDeclarationView, taga_declaration_view, TAGA, DECLARATION_VIEW, AdwBin)

G_END_DECLS
