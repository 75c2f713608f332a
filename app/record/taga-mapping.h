#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_MAPPING_KIND,
  TAGA_MAPPING_ITEM,
  TAGA_MAPPING_TARGET,
  TAGA_MAPPING_COUNTS,
  TAGA_MAPPING_N_FIELDS
} TagaMappingField;

#define TAGA_TYPE_MAPPING (taga_mapping_get_type ())
G_DECLARE_FINAL_TYPE (TagaMapping, taga_mapping, TAGA, MAPPING, TagaRecord)

TagaMapping *taga_mapping_new (void);

G_END_DECLS
