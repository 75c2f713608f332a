#pragma once

#include <gtk/gtk.h>

#include "taga-answer-row.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ANSWER_GROUP (taga_answer_group_get_type ())
G_DECLARE_FINAL_TYPE (TagaAnswerGroup, taga_answer_group, TAGA, ANSWER_GROUP, GtkBox)

GtkWidget *taga_answer_group_new (const char *key);

const char *taga_answer_group_get_key (TagaAnswerGroup *self);
void taga_answer_group_set_title (TagaAnswerGroup *self, const char *title);
void taga_answer_group_set_extra (TagaAnswerGroup *self, GtkWidget *extra);
GtkWidget *taga_answer_group_get_extra (TagaAnswerGroup *self);
void taga_answer_group_set_folded (TagaAnswerGroup *self, const char *why);
void taga_answer_group_unfold (TagaAnswerGroup *self);
gboolean taga_answer_group_is_open (TagaAnswerGroup *self);

GtkWidget *taga_answer_group_get_rows (TagaAnswerGroup *self);
TagaAnswerRow *taga_answer_group_find_row (TagaAnswerGroup *self, const char *item);
void
taga_answer_group_count (TagaAnswerGroup *self, guint *n, guint *n_answered, guint *n_to_confirm);
void taga_answer_group_update (TagaAnswerGroup *self, gboolean are_questions);

char *taga_answer_group_format_progress (guint n,
                                         guint n_answered,
                                         guint n_to_confirm,
                                         gboolean are_questions);

G_END_DECLS
