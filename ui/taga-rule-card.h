#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_RULE_CARD (taga_rule_card_get_type ())
G_DECLARE_FINAL_TYPE (TagaRuleCard, taga_rule_card, TAGA, RULE_CARD, GtkBox)

GtkWidget *taga_rule_card_new (TagaStore *store, const TagaItem *rule, guint number);

const char *taga_rule_card_get_key (TagaRuleCard *self);
gint64 taga_rule_card_get_state (TagaRuleCard *self);
gboolean taga_rule_card_update (TagaRuleCard *self, GError **error);
void taga_rule_card_take_focus (TagaRuleCard *self);
gboolean taga_rule_card_show (TagaRuleCard *self, const char *item);

G_END_DECLS
