#pragma once

#include "taga-executive.h"
#include "taga-store.h"

G_BEGIN_DECLS

TagaExecutive *taga_executive_read (TagaStore *store,
                                    gint64 before,
                                    gint64 after,
                                    const char *today,
                                    GError **error);

GPtrArray *taga_executive_propose_start (TagaStore *store,
                                         GArray *measures,
                                         const char *today,
                                         GError **error);
GPtrArray *taga_executive_propose (TagaStore *store, const char *today, GError **error);

G_END_DECLS
