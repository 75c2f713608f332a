#pragma once

#include "taga-register-view.h"

G_BEGIN_DECLS

#define TAGA_TYPE_SYSTEM_VIEW (taga_system_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaSystemView, taga_system_view, TAGA, SYSTEM_VIEW, GtkBox)

GtkWidget *taga_system_view_new (void);
TagaRegisterView *taga_system_view_get_register (TagaSystemView *self);
void taga_system_view_set_store (TagaSystemView *self, TagaStore *store);
void taga_system_view_refresh (TagaSystemView *self);

G_END_DECLS
