#pragma once

#include "taga-executive-read.h"

G_BEGIN_DECLS

/* The parts of the sheet for the management, each filled in by a file of its own. */

gboolean taga_executive_read_rounds (TagaExecutive *self,
                                     TagaStore *store,
                                     gint64 before,
                                     gint64 after,
                                     GError **error);
gboolean taga_executive_read_risks (TagaExecutive *self, TagaStore *store, GError **error);
gboolean taga_executive_read_measures (TagaExecutive *self,
                                       TagaStore *store,
                                       const char *today,
                                       GError **error);
gboolean taga_executive_read_decisions (TagaExecutive *self,
                                        TagaStore *store,
                                        const char *today,
                                        GError **error);

gboolean taga_executive_read_open (TagaStore *store,
                                   GPtrArray *decisions,
                                   GHashTable *asked,
                                   GError **error);
gboolean taga_executive_list_proposals (TagaStore *store,
                                        guint n_untreated,
                                        GHashTable *asked,
                                        const char *today,
                                        GPtrArray *proposals,
                                        GError **error);

G_END_DECLS
