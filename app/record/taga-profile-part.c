#include "taga-profile-part.h"

#include <glib/gi18n-lib.h>

/**
 * TagaProfilePart:
 *
 * A part of a case profile that is written by hand, such as an action or the voice of the
 * management. It stands in the place of what the data would say there.
 */
struct _TagaProfilePart
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaProfilePart, taga_profile_part, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_PROFILE_PART_PROFILE] = { "profile", N_ ("Case profile"), TAGA_FIELD_REFERENCE,
                                  TAGA_FIELD_REQUIRED, .domain = "profile", .width = 10 },
  [TAGA_PROFILE_PART_PART] = { "part", N_ ("Part"), TAGA_FIELD_CHOICE, TAGA_FIELD_REQUIRED,
                               .domain = "profile-part", .width = 14 },
  [TAGA_PROFILE_PART_POSITION] = { "position", N_ ("Position"), TAGA_FIELD_NUMBER, .width = 6 },
  [TAGA_PROFILE_PART_TITLE] = { "title", N_ ("Title"), TAGA_FIELD_TEXT, TAGA_FIELD_SEARCHED,
                                .width = 24 },
  [TAGA_PROFILE_PART_TEXT] = { "text", N_ ("Text"), TAGA_FIELD_NOTE, TAGA_FIELD_SEARCHED,
                               .width = 40 },
  [TAGA_PROFILE_PART_AXIS] = { "axis", N_ ("Axis"), TAGA_FIELD_TEXT, .width = 12 },
  [TAGA_PROFILE_PART_STATE] = { "state", N_ ("State"), TAGA_FIELD_CHOICE, .domain = "result-state",
                                .width = 8 },
};

static void
taga_profile_part_class_init (TagaProfilePartClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "profile_part", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_profile_part_init (TagaProfilePart *self)
{
}

/**
 * taga_profile_part_new:
 *
 * Makes a part of a case profile of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaProfilePart *
taga_profile_part_new (void)
{
  return g_object_new (TAGA_TYPE_PROFILE_PART, NULL);
}
