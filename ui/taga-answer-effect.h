#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ANSWER_EFFECT (taga_answer_effect_get_type ())
G_DECLARE_FINAL_TYPE (TagaAnswerEffect, taga_answer_effect, TAGA, ANSWER_EFFECT, GtkBox)

GtkWidget *taga_answer_effect_new (GType type);

void taga_answer_effect_show (TagaAnswerEffect *self, TagaStore *store, const TagaItem *item);

G_END_DECLS
