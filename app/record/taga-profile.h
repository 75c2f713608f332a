#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_PROFILE_NAME,
  TAGA_PROFILE_BEFORE,
  TAGA_PROFILE_AFTER,
  TAGA_PROFILE_NOTE,
  TAGA_PROFILE_N_FIELDS
} TagaProfileField;

#define TAGA_TYPE_PROFILE (taga_profile_get_type ())
G_DECLARE_FINAL_TYPE (TagaProfile, taga_profile, TAGA, PROFILE, TagaRecord)

TagaProfile *taga_profile_new (void);

G_END_DECLS
