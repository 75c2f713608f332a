#pragma once

#include "taga-standing.h"

G_BEGIN_DECLS

/**
 * TagaPlanMedium:
 * @vulnerability: what it is now, 1–3, or `TAGA_UNKNOWN` if nothing can be said of it
 * @halves: how much of its check items is done, as for [func@risk_cover]
 * @n_applicable: how many of them apply
 * @tally: how its assets would stand at each vulnerability; the first if it is not known
 *
 * A medium, and what another vulnerability would make of its assets.
 */
typedef struct
{
  int vulnerability;
  guint halves;
  guint n_applicable;
  TagaStanding tally[4];
} TagaPlanMedium;

/**
 * TagaPlanItem:
 * @media: the media for which it counts, a bit for each
 * @gain: how much it still has to give, 1 or 2 halves
 * @cost: yen, or `TAGA_UNKNOWN` if nobody has entered it
 * @is_planned: whether something is under way that gets it done, so that it is to be had for
 * nothing
 *
 * A check item that is not done yet.
 */
typedef struct
{
  guint media;
  guint gain;
  gint64 cost;
  gboolean is_planned;
} TagaPlanItem;

/**
 * TagaPlanChoice:
 * @items: (element-type guint): the places of the chosen items, rising
 * @n_planned: how many of them are planned already
 * @cost: what the others cost in yen; those whose cost is not entered count nothing
 * @vulnerability: the vulnerability of each medium when they are done
 * @after: how the register would stand
 *
 * Check items to get done, and what they would bring.
 */
typedef struct
{
  GArray *items;
  guint n_planned;
  gint64 cost;
  int vulnerability[TAGA_MAX_MEDIA];
  TagaStanding after;
} TagaPlanChoice;

void taga_plan_choice_free (TagaPlanChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaPlanChoice, taga_plan_choice_free)

/**
 * TagaPlan:
 *
 * Which check items to get done first.
 */
typedef struct _TagaPlan TagaPlan;

TagaPlan *taga_plan_new (const TagaScale *scale,
                         const TagaPlanMedium *media,
                         guint n_media,
                         const TagaPlanItem *items,
                         guint n_items);
void taga_plan_free (TagaPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaPlan, taga_plan_free)

gboolean taga_plan_is_solved (TagaPlan *self);
TagaPlanChoice *taga_plan_judge (TagaPlan *self, const guint *items, guint n_items);
TagaPlanChoice *taga_plan_choose (TagaPlan *self, gint64 budget);
TagaPlanChoice *taga_plan_choose_less (TagaPlan *self, const TagaPlanChoice *choice);
TagaPlanChoice *taga_plan_choose_more (TagaPlan *self, const TagaPlanChoice *choice);
GPtrArray *taga_plan_list_sets (TagaPlan *self);

G_END_DECLS
