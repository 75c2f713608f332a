#include "taga-person.h"

#include <glib/gi18n-lib.h>

/**
 * TagaPerson:
 *
 * A person of the company.
 */
struct _TagaPerson
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaPerson, taga_person, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_PERSON_NAME] = { "name", N_ ("Name"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED, .width = 14 },
  [TAGA_PERSON_DEPARTMENT] = { "department", N_ ("Department"), TAGA_FIELD_REFERENCE,
                               .domain = "department", .width = 14 },
  [TAGA_PERSON_TITLE] = { "title", N_ ("Position"), TAGA_FIELD_TEXT, .width = 12 },
  [TAGA_PERSON_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_PERSON_PHONE] = { "phone", N_ ("Telephone"), TAGA_FIELD_TEXT, .width = 14 },
  [TAGA_PERSON_MAIL] = { "mail", N_ ("Mail"), TAGA_FIELD_TEXT, .width = 20 },
  [TAGA_PERSON_LEFT_ON] = { "left-on", N_ ("Left on"), TAGA_FIELD_DATE, .width = 11 },
};

static void
taga_person_class_init (TagaPersonClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "person", fields, G_N_ELEMENTS (fields));
}

static void
taga_person_init (TagaPerson *self)
{
}

/**
 * taga_person_new:
 *
 * Makes a person of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaPerson *
taga_person_new (void)
{
  return g_object_new (TAGA_TYPE_PERSON, NULL);
}
