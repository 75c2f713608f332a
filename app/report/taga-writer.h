#pragma once

#include <gio/gio.h>

#include "taga-document.h"
#include "taga-paper.h"

G_BEGIN_DECLS

/**
 * TagaWriteFlags:
 * @TAGA_WRITE_REPLACE: a file that is there already is replaced
 * @TAGA_WRITE_CP932: a .csv is written in CP932, what Windows calls Shift_JIS, instead of UTF-8
 *
 * How a document is written.
 */
typedef enum
{
  TAGA_WRITE_NONE = 0,
  TAGA_WRITE_REPLACE = 1 << 0,
  TAGA_WRITE_CP932 = 1 << 1,
} TagaWriteFlags;

/**
 * TagaWriteProgress:
 * @fraction: how much is done, 0 to 1
 * @user_data: data
 *
 * Hears of progress, at most some hundred times, in the thread that writes.
 */
typedef void (*TagaWriteProgress) (double fraction, gpointer user_data);

gboolean taga_document_write (TagaDocument *document,
                              GFile *target,
                              TagaWriteFlags flags,
                              TagaWriteProgress progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              guint64 *n_rows,
                              GPtrArray **notes,
                              GError **error);

gboolean taga_paper_write (TagaPaper *paper,
                           GFile *target,
                           TagaWriteFlags flags,
                           TagaWriteProgress progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           guint *n_pages,
                           GPtrArray **notes,
                           GError **error);

G_END_DECLS
