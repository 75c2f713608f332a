#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaRuleState:
 * @rule: the rule
 * @answer: 1 in place, 2 partly, 3 not in place, or `TAGA_UNKNOWN`
 * @has_way: whether the company has written down its own way
 * @to_confirm: whether the state was copied from the round before and not looked at yet
 *
 * How the company keeps one rule.
 */
typedef struct
{
  const TagaItem *rule;
  int answer;
  gboolean has_way;
  gboolean to_confirm;
} TagaRuleState;

/**
 * TagaRuleStates:
 * @edition: (owned): the edition whose rules they are
 * @set: (nullable): the rule set that the company follows
 * @n: how many rules it has
 * @rules: (array length=n): each rule, in the set's order
 * @n_done: how many are in place
 * @n_partly: how many are so in part
 * @n_not_done: how many are not
 * @n_without_way: how many have no way of the company's own written down
 * @n_to_confirm: how many states were copied from the round before and not looked at yet
 *
 * How the company keeps 5か条 or 6か条 in one round.
 */
typedef struct
{
  TagaEdition *edition;
  const TagaItem *set;
  guint n;
  TagaRuleState *rules;
  guint n_done;
  guint n_partly;
  guint n_not_done;
  guint n_without_way;
  guint n_to_confirm;
} TagaRuleStates;

TagaRuleStates *taga_rule_states_read (TagaStore *store, gint64 round, GError **error);
void taga_rule_states_free (TagaRuleStates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaRuleStates, taga_rule_states_free)

G_END_DECLS
