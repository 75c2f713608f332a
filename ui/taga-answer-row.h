#pragma once

#include <gtk/gtk.h>

#include "taga-answer-kind.h"
#include "taga-answer-states.h"
#include "taga-edition.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ANSWER_ROW (taga_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (TagaAnswerRow, taga_answer_row, TAGA, ANSWER_ROW, GtkWidget)

GtkWidget *taga_answer_row_new (TagaEdition *edition, const TagaAnswerKind *kind);

void taga_answer_row_show (TagaAnswerRow *self, const TagaItem *item, const TagaAnswerState *state);
const char *taga_answer_row_get_key (TagaAnswerRow *self);
const TagaAnswerState *taga_answer_row_get_state (TagaAnswerRow *self);
void taga_answer_row_set_editable (TagaAnswerRow *self, gboolean editable);
void taga_answer_row_set_current (TagaAnswerRow *self, gboolean is_current);

G_END_DECLS
