#include "taga-role.h"

#include <glib/gi18n-lib.h>

/**
 * TagaRole:
 *
 * Who holds a role of the security organisation or of the organisation for incidents (guideline
 * v3.1, tables 4 and 5).
 */
struct _TagaRole
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaRole, taga_role, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_ROLE_ITEM] = { "item", N_ ("Role"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED, .width = 16 },
  [TAGA_ROLE_PERSON] = { "person", N_ ("Person"), TAGA_FIELD_REFERENCE, .domain = "person",
                         .width = 14 },
  [TAGA_ROLE_DEPARTMENT] = { "department", N_ ("Department"), TAGA_FIELD_REFERENCE,
                             .domain = "department", .width = 14 },
  [TAGA_ROLE_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
};

static void
taga_role_class_init (TagaRoleClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "role", fields, G_N_ELEMENTS (fields));
}

static void
taga_role_init (TagaRole *self)
{
}

/**
 * taga_role_new:
 *
 * Makes a role of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaRole *
taga_role_new (void)
{
  return g_object_new (TAGA_TYPE_ROLE, NULL);
}
