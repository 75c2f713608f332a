#include "taga-contact.h"

#include <glib/gi18n-lib.h>

/**
 * TagaContact:
 *
 * A line of the emergency contact list, with a way that works when mail is down (guideline v3.1,
 * p. 21).
 */
struct _TagaContact
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaContact, taga_contact, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_CONTACT_NAME] = { "name", N_ ("Name"), TAGA_FIELD_TEXT,
                          TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED, .width = 16 },
  [TAGA_CONTACT_KIND] = { "kind", N_ ("Kind"), TAGA_FIELD_CHOICE, .domain = "contact-kind",
                          .width = 12 },
  [TAGA_CONTACT_ORGANISATION] = { "organisation", N_ ("Organisation"), TAGA_FIELD_TEXT,
                                  TAGA_FIELD_SEARCHED, .width = 18 },
  [TAGA_CONTACT_PHONE] = { "phone", N_ ("Telephone"), TAGA_FIELD_TEXT, .width = 14 },
  [TAGA_CONTACT_OTHER_PHONE] = { "other-phone", N_ ("Other telephone"), TAGA_FIELD_TEXT,
                                 .width = 14 },
  [TAGA_CONTACT_MAIL] = { "mail", N_ ("Mail"), TAGA_FIELD_TEXT, .width = 20 },
  [TAGA_CONTACT_PURPOSE] = { "purpose", N_ ("When to call"), TAGA_FIELD_NOTE, TAGA_FIELD_SEARCHED,
                             .width = 30 },
  [TAGA_CONTACT_POSITION] = { "position", N_ ("Position"), TAGA_FIELD_NUMBER,
                              TAGA_FIELD_EXTRA | TAGA_FIELD_PLACE, .width = 6 },
  [TAGA_CONTACT_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 20 },
};

static void
taga_contact_class_init (TagaContactClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "contact", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_contact_init (TagaContact *self)
{
}

/**
 * taga_contact_new:
 *
 * Makes a contact of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaContact *
taga_contact_new (void)
{
  return g_object_new (TAGA_TYPE_CONTACT, NULL);
}
