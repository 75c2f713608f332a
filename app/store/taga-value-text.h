#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

char *taga_value_text_format (TagaStore *store, const TagaField *field, const TagaValue *value);
gboolean taga_value_text_parse (TagaStore *store,
                                const TagaField *field,
                                const char *text,
                                TagaValue *value,
                                GError **error);
GStrv taga_value_text_list_names (TagaStore *store, const TagaField *field, GError **error);

G_END_DECLS
