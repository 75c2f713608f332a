#include "taga-department.h"

#include <glib/gi18n-lib.h>

/**
 * TagaDepartment:
 *
 * A department of the company.
 */
struct _TagaDepartment
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaDepartment, taga_department, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_DEPARTMENT_NAME] = { "name", N_ ("Department"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                             .width = 16 },
  [TAGA_DEPARTMENT_HEAD] = { "head", N_ ("Head"), TAGA_FIELD_TEXT, .width = 12 },
  [TAGA_DEPARTMENT_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
};

static void
taga_department_class_init (TagaDepartmentClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "department", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_department_init (TagaDepartment *self)
{
}

/**
 * taga_department_new:
 *
 * Makes a department of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaDepartment *
taga_department_new (void)
{
  return g_object_new (TAGA_TYPE_DEPARTMENT, NULL);
}
