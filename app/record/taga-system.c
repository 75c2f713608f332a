#include "taga-system.h"

#include <glib/gi18n-lib.h>

/**
 * TagaSystem:
 *
 * A part of the company's systems: the overview from which the budget follows (guideline v3.1, Step
 * 3 (2)).
 */
struct _TagaSystem
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaSystem, taga_system, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_SYSTEM_NAME] = { "name", N_ ("System or device"), TAGA_FIELD_TEXT,
                         TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED, .width = 20 },
  [TAGA_SYSTEM_KIND] = { "kind", N_ ("Kind"), TAGA_FIELD_TEXT, TAGA_FIELD_SEARCHED, .width = 12 },
  [TAGA_SYSTEM_NUMBER] = { "number", N_ ("Count"), TAGA_FIELD_NUMBER, .width = 6 },
  [TAGA_SYSTEM_OS] = { "os", N_ ("OS and version"), TAGA_FIELD_TEXT, TAGA_FIELD_SEARCHED,
                       .width = 16 },
  [TAGA_SYSTEM_INTERNET] = { "internet", N_ ("On the internet"), TAGA_FIELD_MARK, .width = 8 },
  [TAGA_SYSTEM_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, TAGA_FIELD_SEARCHED,
                         .width = 30 },
};

static void
taga_system_class_init (TagaSystemClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "system", fields, G_N_ELEMENTS (fields));
}

static void
taga_system_init (TagaSystem *self)
{
}

/**
 * taga_system_new:
 *
 * Makes a system of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaSystem *
taga_system_new (void)
{
  return g_object_new (TAGA_TYPE_SYSTEM, NULL);
}
