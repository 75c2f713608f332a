#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_ROUNDS_PAGE (taga_rounds_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaRoundsPage, taga_rounds_page, TAGA, ROUNDS_PAGE, AdwBin)

G_END_DECLS
