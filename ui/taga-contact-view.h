#pragma once

#include "taga-register-view.h"

G_BEGIN_DECLS

#define TAGA_TYPE_CONTACT_VIEW (taga_contact_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaContactView, taga_contact_view, TAGA, CONTACT_VIEW, GtkBox)

GtkWidget *taga_contact_view_new (void);
TagaRegisterView *taga_contact_view_get_register (TagaContactView *self);
void taga_contact_view_set_store (TagaContactView *self, TagaStore *store);

G_END_DECLS
