#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *taga_block_parse (const char *text);
void taga_block_append_cell (GString *text, const char *cell);

G_END_DECLS
