#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

GPtrArray *taga_contact_advice_list (TagaStore *store, GError **error);
gboolean taga_contact_advice_add (TagaStore *store, GPtrArray *contacts, GError **error);

G_END_DECLS
