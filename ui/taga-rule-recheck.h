#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_RULE_RECHECK (taga_rule_recheck_get_type ())
G_DECLARE_FINAL_TYPE (TagaRuleRecheck, taga_rule_recheck, TAGA, RULE_RECHECK, GtkBox)

GtkWidget *taga_rule_recheck_new (TagaStore *store, const char *rule);

gboolean taga_rule_recheck_update (TagaRuleRecheck *self, const char *obstacle, GError **error);
gboolean taga_rule_recheck_show (TagaRuleRecheck *self, const char *item);

G_END_DECLS
