#pragma once

#include <gtk/gtk.h>

#include "taga-ladder.h"

G_BEGIN_DECLS

#define TAGA_TYPE_STEP_CARD (taga_step_card_get_type ())
G_DECLARE_FINAL_TYPE (TagaStepCard, taga_step_card, TAGA, STEP_CARD, GtkButton)

GtkWidget *taga_step_card_new (guint step);

guint taga_step_card_get_step (TagaStepCard *self);
void taga_step_card_set_step (TagaStepCard *self, const TagaLadderStep *step, gboolean is_current);

G_END_DECLS
