#pragma once

#include <gtk/gtk.h>

#include "taga-export-recent.h"

G_BEGIN_DECLS

/**
 * TagaReportAgain:
 * @report: the report
 * @file: where it was written to
 * @user_data: data
 *
 * Is to write a report once more to the same place.
 */
typedef void (*TagaReportAgain) (const char *report, GFile *file, gpointer user_data);

void taga_report_recent_fill (GtkMenuButton *button,
                              TagaStore *store,
                              TagaReportAgain again,
                              gpointer user_data);

G_END_DECLS
