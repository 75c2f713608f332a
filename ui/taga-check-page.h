#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_CHECK_PAGE (taga_check_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaCheckPage, taga_check_page, TAGA, CHECK_PAGE, AdwBin)

G_END_DECLS
