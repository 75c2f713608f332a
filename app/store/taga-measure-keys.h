#pragma once

#include "taga-edition.h"

/* Measures name check items and assets by their keys, with a blank between them. */

G_BEGIN_DECLS

char **taga_measure_keys_read (const char *text);
char *taga_measure_keys_write (TagaEdition *edition, const char *const *keys);

GArray *taga_measure_keys_read_assets (const char *text);
char *taga_measure_keys_write_assets (const gint64 *ids, guint n_ids);

G_END_DECLS
