#pragma once

#include <adwaita.h>

#include "taga-answer-group.h"
#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ANSWER_LIST (taga_answer_list_get_type ())
G_DECLARE_FINAL_TYPE (TagaAnswerList, taga_answer_list, TAGA, ANSWER_LIST, AdwBin)

GtkWidget *taga_answer_list_new (void);

void taga_answer_list_set_source (TagaAnswerList *self, TagaStore *store, GType type, gint64 sheet);
void taga_answer_list_set_items (TagaAnswerList *self, const char *const *items);
TagaAnswerGroup *taga_answer_list_find_group (TagaAnswerList *self, const char *group);

const char *taga_answer_list_get_current (TagaAnswerList *self);
gboolean taga_answer_list_set_current (TagaAnswerList *self, const char *item);
gboolean taga_answer_list_show_last_change (TagaAnswerList *self);
void taga_answer_list_take_focus (TagaAnswerList *self);
void taga_answer_list_refresh (TagaAnswerList *self);

G_END_DECLS
