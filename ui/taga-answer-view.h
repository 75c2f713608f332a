#pragma once

#include <adwaita.h>

#include "taga-answer-list.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ANSWER_VIEW (taga_answer_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaAnswerView, taga_answer_view, TAGA, ANSWER_VIEW, AdwBin)

GtkWidget *taga_answer_view_new (void);

TagaAnswerList *taga_answer_view_get_list (TagaAnswerView *self);
void taga_answer_view_set_panel (TagaAnswerView *self, GtkWidget *panel);
gboolean taga_answer_view_finish_editing (TagaAnswerView *self);
void taga_answer_view_set_projector (TagaAnswerView *self, gboolean on);

G_END_DECLS
