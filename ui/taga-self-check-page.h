#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_SELF_CHECK_PAGE (taga_self_check_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaSelfCheckPage, taga_self_check_page, TAGA, SELF_CHECK_PAGE, AdwBin)

G_END_DECLS
