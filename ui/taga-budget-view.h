#pragma once

#include "taga-register-view.h"

G_BEGIN_DECLS

#define TAGA_TYPE_BUDGET_VIEW (taga_budget_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaBudgetView, taga_budget_view, TAGA, BUDGET_VIEW, GtkBox)

GtkWidget *taga_budget_view_new (void);
TagaRegisterView *taga_budget_view_get_register (TagaBudgetView *self);
void taga_budget_view_set_store (TagaBudgetView *self, TagaStore *store);
void taga_budget_view_refresh (TagaBudgetView *self);

G_END_DECLS
