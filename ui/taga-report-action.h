#pragma once

#include <gtk/gtk.h>

#include "taga-export-options.h"
#include "taga-file-dialog.h"

G_BEGIN_DECLS

/**
 * TagaReportWritten:
 * @target: the file
 * @user_data: data
 *
 * Hears that a report was written.
 */
typedef void (*TagaReportWritten) (GFile *target, gpointer user_data);

void taga_report_action_write (GtkWidget *widget,
                               TagaStore *store,
                               const char *report,
                               const TagaExportOptions *options,
                               GFile *target,
                               TagaFileKind kind,
                               TagaReportWritten written,
                               gpointer user_data);
void taga_report_action_print (GtkWidget *widget,
                               TagaStore *store,
                               const char *report,
                               const TagaExportOptions *options);

guint taga_report_action_list_kinds (const TagaExportReport *report, TagaFileKind *kinds);
char *taga_report_action_suggest_name (TagaStore *store, const char *report, const char *date);

G_END_DECLS
