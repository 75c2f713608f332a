#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_OWN_ITEM_LIST,
  TAGA_OWN_ITEM_GROUP,
  TAGA_OWN_ITEM_TITLE,
  TAGA_OWN_ITEM_HELP,
  TAGA_OWN_ITEM_RETIRED_ON,
  TAGA_OWN_ITEM_N_FIELDS
} TagaOwnItemField;

#define TAGA_TYPE_OWN_ITEM (taga_own_item_get_type ())
G_DECLARE_FINAL_TYPE (TagaOwnItem, taga_own_item, TAGA, OWN_ITEM, TagaRecord)

TagaOwnItem *taga_own_item_new (void);

G_END_DECLS
