#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_SYSTEM_NAME,
  TAGA_SYSTEM_KIND,
  TAGA_SYSTEM_NUMBER,
  TAGA_SYSTEM_OS,
  TAGA_SYSTEM_INTERNET,
  TAGA_SYSTEM_NOTE,
  TAGA_SYSTEM_N_FIELDS
} TagaSystemField;

#define TAGA_TYPE_SYSTEM (taga_system_get_type ())
G_DECLARE_FINAL_TYPE (TagaSystem, taga_system, TAGA, SYSTEM, TagaRecord)

TagaSystem *taga_system_new (void);

G_END_DECLS
