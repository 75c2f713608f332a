#pragma once

#include <gtk/gtk.h>

#include "taga-export-report.h"

G_BEGIN_DECLS

GtkWidget *taga_report_row_new (const TagaExportReport *report);
GMenuModel *taga_report_row_create_formats (const TagaExportReport *report);
const char *taga_report_row_get_save_label (const TagaExportReport *report);

G_END_DECLS
