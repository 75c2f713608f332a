#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

const GType *taga_registers_get_types (guint *n_types);
GType taga_registers_find (const char *table);

G_END_DECLS
