#pragma once

#include "taga-register-view.h"

G_BEGIN_DECLS

#define TAGA_TYPE_PEOPLE_VIEW (taga_people_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaPeopleView, taga_people_view, TAGA, PEOPLE_VIEW, GtkBox)

GtkWidget *taga_people_view_new (void);
TagaRegisterView *taga_people_view_get_register (TagaPeopleView *self, GType type);
void taga_people_view_set_store (TagaPeopleView *self, TagaStore *store);
void taga_people_view_set_projector (TagaPeopleView *self, gboolean on);

G_END_DECLS
