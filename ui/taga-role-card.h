#pragma once

#include <gtk/gtk.h>

#include "taga-roles.h"

G_BEGIN_DECLS

#define TAGA_TYPE_ROLE_CARD (taga_role_card_get_type ())
G_DECLARE_FINAL_TYPE (TagaRoleCard, taga_role_card, TAGA, ROLE_CARD, GtkBox)

GtkWidget *taga_role_card_new (const TagaItem *role);

const char *taga_role_card_get_key (TagaRoleCard *self);
void taga_role_card_show (TagaRoleCard *self, const TagaRoleState *state, gboolean locked);
void taga_role_card_set_people (TagaRoleCard *self, GMenuModel *people);
void taga_role_card_take_focus (TagaRoleCard *self);

G_END_DECLS
