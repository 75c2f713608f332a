#pragma once

#include <gtk/gtk.h>

#include "taga-answer-record.h"

G_BEGIN_DECLS

#define TAGA_TYPE_RULE_FIELDS (taga_rule_fields_get_type ())
G_DECLARE_FINAL_TYPE (TagaRuleFields, taga_rule_fields, TAGA, RULE_FIELDS, GtkBox)

GtkWidget *taga_rule_fields_new (TagaStore *store, const char *rule);

gboolean taga_rule_fields_update (TagaRuleFields *self, TagaAnswerRecord *answer, GError **error);

G_END_DECLS
