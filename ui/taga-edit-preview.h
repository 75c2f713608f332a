#pragma once

#include <adwaita.h>

#include "taga-edits.h"

G_BEGIN_DECLS

#define TAGA_TYPE_EDIT_PREVIEW (taga_edit_preview_get_type ())
G_DECLARE_FINAL_TYPE (TagaEditPreview, taga_edit_preview, TAGA, EDIT_PREVIEW, AdwWindow)

typedef void (*TagaEditPreviewAnswer) (gboolean accepted, gpointer user_data);

void taga_edit_preview_present (GtkWidget *widget,
                                TagaStore *store,
                                TagaEdits *edits,
                                const TagaEditsOutcome *outcome,
                                const char *label,
                                const char *note,
                                TagaEditPreviewAnswer answer,
                                gpointer user_data,
                                GDestroyNotify destroy);

G_END_DECLS
