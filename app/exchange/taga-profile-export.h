#pragma once

#include "taga-paper-layout.h"
#include "taga-report-profile.h"
#include "taga-store.h"

G_BEGIN_DECLS

/* The setting of a file by which the names of departments are replaced too: "yes". */
#define TAGA_PROFILE_DEPARTMENTS "profile-departments"

/**
 * TagaProfileWish:
 * @profile: number of a case profile, or 0 for the one made last
 * @before: the earlier round, or 0
 * @after: the later round, or 0
 * @keeps_names: whether names stand as they are
 *
 * How a case profile is wanted.
 */
typedef struct
{
  gint64 profile;
  gint64 before;
  gint64 after;
  gboolean keeps_names;
} TagaProfileWish;

/**
 * TagaProfileExport:
 * @facts: (owned): what stands in the file, names and all
 * @shown: (owned): what stands on the pages
 * @names: (owned): what knows the names, and how often it replaced each
 * @notes: (owned) (element-type utf8): what the user should know
 * @layout: (owned): the pages
 *
 * A case profile, set on its two pages.
 */
typedef struct
{
  TagaProfileFacts *facts;
  TagaProfileFacts *shown;
  TagaAnonymiser *names;
  GPtrArray *notes;
  TagaPaperLayout *layout;
} TagaProfileExport;

TagaProfileExport *taga_profile_export_new (TagaStore *store,
                                            const TagaPaperHead *head,
                                            const TagaProfileWish *wish,
                                            GCancellable *cancellable,
                                            GError **error);
void taga_profile_export_free (TagaProfileExport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaProfileExport, taga_profile_export_free)

G_END_DECLS
