#pragma once

#include <glib-object.h>

#include "taga-history.h"

G_BEGIN_DECLS

#define TAGA_TYPE_STEP_ITEM (taga_step_item_get_type ())
G_DECLARE_FINAL_TYPE (TagaStepItem, taga_step_item, TAGA, STEP_ITEM, GObject)

TagaStepItem *taga_step_item_new (const TagaStep *step);

gint64 taga_step_item_get_id (TagaStepItem *self);
gint64 taga_step_item_get_n_changes (TagaStepItem *self);
const char *taga_step_item_get_label (TagaStepItem *self);
const char *taga_step_item_get_details (TagaStepItem *self);
const char *taga_step_item_get_day (TagaStepItem *self);

TagaStepState taga_step_item_get_state (TagaStepItem *self);
void taga_step_item_set_state (TagaStepItem *self, TagaStepState state);
const char *taga_step_item_get_state_text (TagaStepItem *self);
const char *taga_step_item_get_state_icon (TagaStepItem *self);

void taga_step_item_set_starts_day (TagaStepItem *self, gboolean starts_day);

G_END_DECLS
