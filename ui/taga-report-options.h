#pragma once

#include <adwaita.h>

#include "taga-export-options.h"

G_BEGIN_DECLS

#define TAGA_TYPE_REPORT_OPTIONS (taga_report_options_get_type ())
G_DECLARE_FINAL_TYPE (TagaReportOptions, taga_report_options, TAGA, REPORT_OPTIONS, AdwBin)

void taga_report_options_show (TagaReportOptions *self,
                               TagaStore *store,
                               const TagaExportReport *report,
                               GError **error);
void taga_report_options_clear (TagaReportOptions *self);
const TagaExportOptions *taga_report_options_get (TagaReportOptions *self);
gboolean taga_report_options_has_any (TagaReportOptions *self);

G_END_DECLS
