#pragma once

#include "taga-register-view.h"

G_BEGIN_DECLS

#define TAGA_TYPE_DECISION_VIEW (taga_decision_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaDecisionView, taga_decision_view, TAGA, DECISION_VIEW, GtkBox)

GtkWidget *taga_decision_view_new (void);
TagaRegisterView *taga_decision_view_get_register (TagaDecisionView *self);
void taga_decision_view_set_store (TagaDecisionView *self, TagaStore *store);
void taga_decision_view_announce (GtkWidget *widget, TagaStore *store, guint n);

G_END_DECLS
