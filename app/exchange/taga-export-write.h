#pragma once

#include "taga-export-report.h"
#include "taga-writer.h"

G_BEGIN_DECLS

/**
 * TagaExportResult:
 * @n_pages: how many pages were written, if it has pages
 * @n_rows: how many rows of the first table, if it is made of tables
 * @notes: (nullable) (element-type utf8): sentences that the user should read
 * @n_told: how many of the notes, from the first, tell what was done as it was asked for
 *
 * What came of writing a report.
 */
typedef struct
{
  guint n_pages;
  guint64 n_rows;
  GPtrArray *notes;
  guint n_told;
} TagaExportResult;

gboolean taga_export_write (TagaStore *store,
                            const char *report,
                            const TagaExportOptions *options,
                            GFile *target,
                            TagaWriteFlags flags,
                            TagaWriteProgress progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            TagaExportResult *result,
                            GError **error);

G_END_DECLS
