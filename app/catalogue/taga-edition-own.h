#pragma once

#include "taga-edition.h"

G_BEGIN_DECLS

/**
 * TagaOwnPart:
 * @list: "threat" or "check"
 * @key: the key by which answers name it
 * @group: key of its medium, or of its group of check items
 * @title: what it says
 * @help: (nullable): more words
 * @is_retired: whether it is not asked any more; old answers still know it
 *
 * An item that a company has added to those of the method edition.
 */
typedef struct
{
  const char *list;
  const char *key;
  const char *group;
  const char *title;
  const char *help;
  gboolean is_retired;
} TagaOwnPart;

/**
 * TagaMappingChange:
 * @kind: "medium" or "axis"
 * @item: key of a check item
 * @target: key of a medium or of an axis
 * @counts: whether the item counts for it
 *
 * What a company has decided otherwise than the shipped mapping.
 */
typedef struct
{
  const char *kind;
  const char *item;
  const char *target;
  gboolean counts;
} TagaMappingChange;

TagaEdition *taga_edition_load_with (const char *key,
                                     const TagaOwnPart *parts,
                                     guint n_parts,
                                     const TagaMappingChange *changes,
                                     guint n_changes,
                                     GError **error);

G_END_DECLS
