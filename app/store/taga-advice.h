#pragma once

#include "taga-impact.h"
#include "taga-plan.h"

G_BEGIN_DECLS

/**
 * TAGA_ADVICE_MORE:
 *
 * By how many yen a budget is raised to see what more money would bring.
 */
#define TAGA_ADVICE_MORE 100000

/**
 * TagaAdviceSet:
 * @checks: (element-type utf8): keys of check items to get done, in the edition's order
 * @planned: (element-type utf8): those of them that a measure gets done which is not finished yet
 * @unpriced: (element-type utf8): those of the others whose cost nobody has entered
 * @cost: what the rest costs together, in yen; what is planned is paid for by its measure
 * @is_planned: whether all of them are planned
 * @vulnerability: what each medium's vulnerability becomes, by the store's assessment
 * @after: how the register would stand
 * @fewer: by how many assets there would be fewer in each band, by [enum@Band]; negative for more
 * @fall: by how much the sum of the risk values would fall
 * @impact: how many assets would go from which band to which
 *
 * Check items to get done, what that costs and what it would bring. The keys last as long as the
 * store.
 */
typedef struct
{
  GPtrArray *checks;
  GPtrArray *planned;
  GPtrArray *unpriced;
  gint64 cost;
  gboolean is_planned;
  int vulnerability[TAGA_MAX_MEDIA];
  TagaStanding after;
  int fewer[TAGA_MAX_BANDS];
  gint64 fall;
  TagaImpactResult impact;
} TagaAdviceSet;

/**
 * TagaAdviceMeasure:
 * @name: what it is called
 * @budget: what it is planned to cost, in yen, or `TAGA_UNKNOWN`
 *
 * A measure that is not finished, by which check items are planned.
 */
typedef struct
{
  char *name;
  gint64 budget;
} TagaAdviceMeasure;

/**
 * TagaAdvicePlan:
 * @best: what brings most within the budget, which may be nothing
 * @runner_up: (nullable): what brings most of all that costs less; if there is nothing, the
 * cheapest of all above the budget that brings more
 * @is_dearer: whether @runner_up is above the budget
 * @more: (nullable): what brings most if the budget is `TAGA_ADVICE_MORE` higher; `NULL` if that
 *   brings no more, or without a budget
 *
 * What to do with a budget.
 */
typedef struct
{
  TagaAdviceSet *best;
  TagaAdviceSet *runner_up;
  gboolean is_dearer;
  TagaAdviceSet *more;
} TagaAdvicePlan;

void taga_advice_plan_free (TagaAdvicePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaAdvicePlan, taga_advice_plan_free)

/**
 * TagaAdvice:
 *
 * What to do first, by the answers of the round in use.
 */
typedef struct _TagaAdvice TagaAdvice;

TagaAdvice *taga_advice_new (TagaStore *store, TagaImpact *impact, GError **error);
void taga_advice_free (TagaAdvice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaAdvice, taga_advice_free)

const TagaStanding *taga_advice_get_before (TagaAdvice *self);
gboolean taga_advice_is_answered (TagaAdvice *self);
gboolean taga_advice_is_solved (TagaAdvice *self);
GPtrArray *taga_advice_get_items (TagaAdvice *self);
GPtrArray *taga_advice_get_sets (TagaAdvice *self);
const TagaAdviceSet *taga_advice_find_item (TagaAdvice *self, const char *key);
const TagaAdviceMeasure *taga_advice_find_measure (TagaAdvice *self, const char *key);
TagaAdvicePlan *taga_advice_plan (TagaAdvice *self, gint64 budget);

gint64 taga_advice_add_measure (TagaStore *store,
                                const char *name,
                                const char *const *checks,
                                gint64 cost,
                                GError **error);

G_END_DECLS
