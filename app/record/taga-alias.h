#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_ALIAS_NAME,
  TAGA_ALIAS_ALIAS,
  TAGA_ALIAS_KIND,
  TAGA_ALIAS_N_FIELDS
} TagaAliasField;

#define TAGA_TYPE_ALIAS (taga_alias_get_type ())
G_DECLARE_FINAL_TYPE (TagaAlias, taga_alias, TAGA, ALIAS, TagaRecord)

TagaAlias *taga_alias_new (void);

G_END_DECLS
