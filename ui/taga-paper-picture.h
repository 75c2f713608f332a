#pragma once

#include <gtk/gtk.h>

#include "taga-paper-layout.h"

G_BEGIN_DECLS

void taga_paper_picture_draw (TagaPaperLayout *layout,
                              guint page,
                              int width,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GdkTexture *taga_paper_picture_draw_finish (GAsyncResult *result, char **text, GError **error);

G_END_DECLS
