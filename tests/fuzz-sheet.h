#pragma once

#include <glib.h>

G_BEGIN_DECLS

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

void fuzz_sheet_read (gconstpointer data, gsize size);

G_END_DECLS
