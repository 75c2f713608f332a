#pragma once

#include <gtk/gtk.h>

#include "taga-preview.h"

G_BEGIN_DECLS

GdkTexture *taga_sheet_picture_new (const TagaPreviewTable *table, int factor);
char *taga_sheet_picture_dup_text (const TagaPreviewTable *table);

G_END_DECLS
