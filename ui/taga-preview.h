#pragma once

#include <gtk/gtk.h>

#include "taga-export-options.h"
#include "taga-paper-layout.h"

G_BEGIN_DECLS

/**
 * TagaPreviewTable:
 * @title: heading of the sheet
 * @texts: (element-type utf8): what stands over the table
 * @columns: headers of its columns
 * @rows: (element-type GStrv): the first rows as text
 * @n_rows: how many rows there are in all
 *
 * The beginning of one sheet of a workbook.
 */
typedef struct
{
  char *title;
  GPtrArray *texts;
  GPtrArray *columns;
  GPtrArray *rows;
  guint64 n_rows;
} TagaPreviewTable;

/**
 * TagaPreview:
 * @layout: (nullable): the pages of a paper
 * @tables: (nullable) (element-type TagaPreviewTable): the sheets of a workbook
 *
 * What a report looks like. One of the members is set.
 */
typedef struct
{
  TagaPaperLayout *layout;
  GPtrArray *tables;
} TagaPreview;

void taga_preview_free (TagaPreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaPreview, taga_preview_free)

void taga_preview_load (TagaStore *store,
                        const char *report,
                        const TagaExportOptions *options,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
TagaPreview *taga_preview_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
