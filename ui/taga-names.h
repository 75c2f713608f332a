#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

GStrv taga_names_list_people (TagaStore *store, GError **error);

G_END_DECLS
