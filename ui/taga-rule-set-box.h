#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_RULE_SET_BOX (taga_rule_set_box_get_type ())
G_DECLARE_FINAL_TYPE (TagaRuleSetBox, taga_rule_set_box, TAGA, RULE_SET_BOX, GtkBox)

void taga_rule_set_box_update (TagaRuleSetBox *self, TagaStore *store, const char *set);

G_END_DECLS
