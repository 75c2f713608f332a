#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TagaFileKind:
 * @TAGA_FILE_COMPANY: a company file
 * @TAGA_FILE_TABLE: a workbook or text file with a table, as it is read
 * @TAGA_FILE_XLSX: a workbook, as it is written
 * @TAGA_FILE_CSV: a text file in UTF-8, as it is written
 * @TAGA_FILE_CSV_CP932: a text file in CP932, what Windows calls Shift_JIS, as it is written
 * @TAGA_FILE_ANY: whatever there is
 *
 * What a file dialog shows, and what is chosen in it.
 */
typedef enum
{
  TAGA_FILE_COMPANY,
  TAGA_FILE_TABLE,
  TAGA_FILE_XLSX,
  TAGA_FILE_CSV,
  TAGA_FILE_CSV_CP932,
  TAGA_FILE_ANY,
} TagaFileKind;

void taga_file_dialog_open (GtkWindow *parent,
                            const char *title,
                            const TagaFileKind *kinds,
                            guint n_kinds,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GFile *taga_file_dialog_open_finish (GAsyncResult *result, GError **error);

void taga_file_dialog_save (GtkWindow *parent,
                            const char *title,
                            GFile *folder,
                            const char *name,
                            const TagaFileKind *kinds,
                            guint n_kinds,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GFile *taga_file_dialog_save_finish (GAsyncResult *result, TagaFileKind *kind, GError **error);

void taga_file_dialog_ask_to_replace (GtkWindow *parent,
                                      GFile *file,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean taga_file_dialog_ask_to_replace_finish (GAsyncResult *result);

char *taga_file_kind_complete_name (TagaFileKind *kind,
                                    const TagaFileKind *kinds,
                                    guint n_kinds,
                                    const char *name);

G_END_DECLS
