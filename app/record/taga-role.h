#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_ROLE_ITEM,
  TAGA_ROLE_PERSON,
  TAGA_ROLE_DEPARTMENT,
  TAGA_ROLE_NOTE,
  TAGA_ROLE_N_FIELDS
} TagaRoleField;

#define TAGA_TYPE_ROLE (taga_role_get_type ())
G_DECLARE_FINAL_TYPE (TagaRole, taga_role, TAGA, ROLE, TagaRecord)

TagaRole *taga_role_new (void);

G_END_DECLS
