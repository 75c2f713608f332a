#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_PROFILE_PART_PROFILE,
  TAGA_PROFILE_PART_PART,
  TAGA_PROFILE_PART_POSITION,
  TAGA_PROFILE_PART_TITLE,
  TAGA_PROFILE_PART_TEXT,
  TAGA_PROFILE_PART_AXIS,
  TAGA_PROFILE_PART_STATE,
  TAGA_PROFILE_PART_N_FIELDS
} TagaProfilePartField;

#define TAGA_TYPE_PROFILE_PART (taga_profile_part_get_type ())
G_DECLARE_FINAL_TYPE (TagaProfilePart, taga_profile_part, TAGA, PROFILE_PART, TagaRecord)

TagaProfilePart *taga_profile_part_new (void);

G_END_DECLS
