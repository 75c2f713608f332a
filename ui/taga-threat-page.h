#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_THREAT_PAGE (taga_threat_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaThreatPage, taga_threat_page, TAGA, THREAT_PAGE, AdwBin)

G_END_DECLS
