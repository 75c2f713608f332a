#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_QUESTION_DIALOG (taga_question_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaQuestionDialog, taga_question_dialog, TAGA, QUESTION_DIALOG, AdwWindow)

void taga_question_dialog_present (GtkWindow *parent, TagaStore *store, gint64 asset, guint field);

G_END_DECLS
