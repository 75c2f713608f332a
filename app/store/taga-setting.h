#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

char *taga_setting_get (TagaStore *store, const char *name, GError **error);
gboolean taga_setting_set (TagaStore *store, const char *name, const char *value, GError **error);

G_END_DECLS
