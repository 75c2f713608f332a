#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_REPORT_PAGE (taga_report_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaReportPage, taga_report_page, TAGA, REPORT_PAGE, AdwBin)

gboolean taga_report_page_is_busy (TagaReportPage *self);

G_END_DECLS
