#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_QUESTION_RESULT (taga_question_result_get_type ())
G_DECLARE_FINAL_TYPE (TagaQuestionResult, taga_question_result, TAGA, QUESTION_RESULT, GtkBox)

GtkWidget *taga_question_result_new (TagaEdition *edition,
                                     TagaRecord *asset,
                                     guint field,
                                     int level,
                                     const char *reason);

guint taga_question_result_get_field (TagaQuestionResult *self);
int taga_question_result_get_level (TagaQuestionResult *self);
char *taga_question_result_dup_reason (TagaQuestionResult *self);

G_END_DECLS
