#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_stocktake_mark (TagaStore *store,
                              const gint64 *ids,
                              guint n_ids,
                              const char *state,
                              GError **error);

gboolean taga_stocktake_set_state (TagaStore *store,
                                   gint64 item,
                                   const char *state,
                                   const char *day,
                                   const char *person,
                                   GError **error);
gboolean taga_stocktake_set_refused (TagaStore *store,
                                     gint64 item,
                                     const char *day,
                                     const char *person,
                                     GError **error);
gboolean taga_stocktake_date_asset (TagaStore *store,
                                    gint64 asset,
                                    const char *state,
                                    const char *day,
                                    GError **error);

G_END_DECLS
