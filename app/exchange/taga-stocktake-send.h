#pragma once

#include "taga-store.h"
#include "taga-writer.h"

G_BEGIN_DECLS

gboolean taga_stocktake_send (TagaStore *store,
                              GFile *folder,
                              TagaWriteProgress progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GPtrArray **names,
                              GError **error);

G_END_DECLS
