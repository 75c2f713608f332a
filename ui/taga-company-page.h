#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_COMPANY_PAGE (taga_company_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaCompanyPage, taga_company_page, TAGA, COMPANY_PAGE, AdwBin)

G_END_DECLS
