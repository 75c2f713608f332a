#pragma once

#include "taga-advice.h"

G_BEGIN_DECLS

/**
 * TagaAdviceGroup:
 * @medium: index of the medium in the store's assessment that the items protect, or -1
 * @checks: (element-type utf8): keys of check items; they last as long as the set
 * @cost: what they cost together in yen, without those whose cost nobody has entered
 * @n_unpriced: how many those are
 * @before: how many assets of the medium are in the band of large risks
 * @after: how many would be
 *
 * The items of a set that are not planned yet and protect the same medium. An item that protects
 * several of those that the set makes safer stands with the first, and is counted there alone.
 */
typedef struct
{
  int medium;
  GPtrArray *checks;
  gint64 cost;
  guint n_unpriced;
  guint before;
  guint after;
} TagaAdviceGroup;

GPtrArray *taga_advice_groups_new (TagaStore *store,
                                   TagaAdvice *advice,
                                   TagaImpact *impact,
                                   const TagaAdviceSet *set);

G_END_DECLS
