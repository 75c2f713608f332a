#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_REPORT_PAGE (taga_report_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaReportPage, taga_report_page, TAGA, REPORT_PAGE, AdwBin)

G_END_DECLS
