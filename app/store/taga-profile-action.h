#pragma once

#include "taga-profile-facts.h"
#include "taga-store.h"

G_BEGIN_DECLS

gboolean taga_profile_action_set_part (TagaStore *store,
                                       const TagaProfileFacts *facts,
                                       const char *key,
                                       const TagaProfileLine *lines,
                                       guint n_lines,
                                       GError **error);
gboolean taga_profile_action_reset_part (TagaStore *store,
                                         const TagaProfileFacts *facts,
                                         const char *key,
                                         GError **error);
gboolean taga_profile_action_set_alias (TagaStore *store,
                                        TagaNameKind kind,
                                        const char *name,
                                        const char *alias,
                                        GError **error);
gboolean taga_profile_action_remove (TagaStore *store, gint64 profile, GError **error);

G_END_DECLS
