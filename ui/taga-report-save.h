#pragma once

#include "taga-report-action.h"

G_BEGIN_DECLS

void taga_report_save_run (GtkWidget *widget,
                           TagaStore *store,
                           const TagaExportReport *report,
                           const TagaExportOptions *options,
                           TagaFileKind kind,
                           TagaReportWritten written,
                           gpointer user_data);
void taga_report_save_again (GtkWidget *widget,
                             TagaStore *store,
                             const char *report,
                             GFile *file,
                             TagaReportWritten written,
                             gpointer user_data);

G_END_DECLS
