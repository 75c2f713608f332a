#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_PERSON_NAME,
  TAGA_PERSON_DEPARTMENT,
  TAGA_PERSON_TITLE,
  TAGA_PERSON_NOTE,
  TAGA_PERSON_PHONE,
  TAGA_PERSON_MAIL,
  TAGA_PERSON_LEFT_ON,
  TAGA_PERSON_N_FIELDS
} TagaPersonField;

#define TAGA_TYPE_PERSON (taga_person_get_type ())
G_DECLARE_FINAL_TYPE (TagaPerson, taga_person, TAGA, PERSON, TagaRecord)

TagaPerson *taga_person_new (void);

G_END_DECLS
