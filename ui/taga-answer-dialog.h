#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ANSWER_DIALOG (taga_answer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TagaAnswerDialog, taga_answer_dialog, TAGA, ANSWER_DIALOG, AdwWindow)

void taga_answer_dialog_present (GtkWindow *parent, TagaStore *store, GType type, const char *item);

G_END_DECLS
