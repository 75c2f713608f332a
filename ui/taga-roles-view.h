#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ROLES_VIEW (taga_roles_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaRolesView, taga_roles_view, TAGA, ROLES_VIEW, AdwBin)

GtkWidget *taga_roles_view_new (void);
void taga_roles_view_set_store (TagaRolesView *self, TagaStore *store);
void taga_roles_view_refresh (TagaRolesView *self);
void taga_roles_view_go_to (TagaRolesView *self, const char *role);

G_END_DECLS
