#pragma once

#include <glib.h>

G_BEGIN_DECLS

void taga_language_init (void);
gboolean taga_language_is_japanese (void);

G_END_DECLS
