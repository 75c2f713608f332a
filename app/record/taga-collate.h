#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TAGA_COLLATE_BYTES:
 *
 * So much of a text decides where it sorts.
 */
#define TAGA_COLLATE_BYTES 1024

guint8 *taga_collate_key (const char *text, gsize *length);

G_END_DECLS
