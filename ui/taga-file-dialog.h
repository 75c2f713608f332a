#pragma once

#include "taga-file-kind.h"

G_BEGIN_DECLS

void taga_file_dialog_open (GtkWindow *parent,
                            const char *title,
                            const TagaFileKind *kinds,
                            guint n_kinds,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GFile *taga_file_dialog_open_finish (GAsyncResult *result, GError **error);

void taga_file_dialog_select_folder (GtkWindow *parent,
                                     const char *title,
                                     GFile *folder,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GFile *taga_file_dialog_select_folder_finish (GAsyncResult *result, GError **error);

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

G_END_DECLS
