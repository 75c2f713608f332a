#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_CONTACT_NAME,
  TAGA_CONTACT_KIND,
  TAGA_CONTACT_ORGANISATION,
  TAGA_CONTACT_PHONE,
  TAGA_CONTACT_OTHER_PHONE,
  TAGA_CONTACT_MAIL,
  TAGA_CONTACT_PURPOSE,
  TAGA_CONTACT_POSITION,
  TAGA_CONTACT_NOTE,
  TAGA_CONTACT_N_FIELDS
} TagaContactField;

#define TAGA_TYPE_CONTACT (taga_contact_get_type ())
G_DECLARE_FINAL_TYPE (TagaContact, taga_contact, TAGA, CONTACT, TagaRecord)

TagaContact *taga_contact_new (void);

G_END_DECLS
