#pragma once

#include "taga-export-report.h"

G_BEGIN_DECLS

#define TAGA_EXPORT_MAX_RECENT 10

/**
 * TagaExportRecent:
 * @report: the report
 * @time: when it was written, ISO 8601
 * @file: where to
 *
 * A file that was written.
 */
typedef struct
{
  const TagaExportReport *report;
  char *time;
  GFile *file;
} TagaExportRecent;

GPtrArray *taga_export_recent_read (TagaStore *store);
gboolean taga_export_recent_add (TagaStore *store, const char *report, GFile *file, GError **error);

G_END_DECLS
