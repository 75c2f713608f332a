#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_HOME_PAGE (taga_home_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaHomePage, taga_home_page, TAGA, HOME_PAGE, AdwBin)

G_END_DECLS
