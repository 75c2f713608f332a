#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *taga_schema_get_steps (int *n_steps);

G_END_DECLS
