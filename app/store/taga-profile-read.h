#pragma once

#include "taga-profile-facts.h"
#include "taga-store.h"

G_BEGIN_DECLS

TagaProfileFacts *
taga_profile_read (TagaStore *store, gint64 profile, gint64 before, gint64 after, GError **error);
TagaAnonymiser *taga_profile_read_names (TagaStore *store,
                                         const TagaProfileFacts *facts,
                                         gboolean has_departments,
                                         GError **error);

G_END_DECLS
