#include "taga-profile.h"

#include <glib/gi18n-lib.h>

/**
 * TagaProfile:
 *
 * A case profile: the two facing pages that show where the company stood before and stands after.
 * What they say follows from the data; what is written by hand is kept as their parts.
 */
struct _TagaProfile
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaProfile, taga_profile, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_PROFILE_NAME] = { "name", N_ ("Name"), TAGA_FIELD_TEXT,
                          TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED, .width = 24 },
  [TAGA_PROFILE_BEFORE] = { "before", N_ ("Before"), TAGA_FIELD_REFERENCE, .domain = "round",
                            .width = 10 },
  [TAGA_PROFILE_AFTER] = { "after", N_ ("After"), TAGA_FIELD_REFERENCE, .domain = "round",
                           .width = 10 },
  [TAGA_PROFILE_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, TAGA_FIELD_SEARCHED,
                          .width = 30 },
};

static void
taga_profile_class_init (TagaProfileClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "profile", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_profile_init (TagaProfile *self)
{
}

/**
 * taga_profile_new:
 *
 * Makes a case profile of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaProfile *
taga_profile_new (void)
{
  return g_object_new (TAGA_TYPE_PROFILE, NULL);
}
