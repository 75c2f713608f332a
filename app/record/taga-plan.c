#include "taga-plan-private.h"

#include <string.h>

#include "taga-value.h"

static void
clear_route (gpointer route)
{
  g_clear_pointer (&((TagaPlanRoute *) route)->cover, taga_cover_free);
}

/**
 * taga_plan_new:
 * @scale: the edition's figures; they must outlive the plan
 * @media: (array length=n_media): the media
 * @n_media: how many, at most `TAGA_MAX_MEDIA`
 * @items: (array length=n_items): the check items that are not done yet
 * @n_items: how many
 *
 * Finds what could be reached, and at what price. An item is done or not; in part there is no more
 * to gain.
 *
 * Returns: (transfer full): the plan
 */
TagaPlan *
taga_plan_new (const TagaScale *scale,
               const TagaPlanMedium *media,
               guint n_media,
               const TagaPlanItem *items,
               guint n_items)
{
  TagaPlan *self = g_new0 (TagaPlan, 1);

  g_return_val_if_fail (n_media <= TAGA_MAX_MEDIA, NULL);

  self->scale = scale;
  self->n_media = n_media;
  self->media = g_memdup2 (media, n_media * sizeof *media);
  self->n_items = n_items;
  self->items = g_memdup2 (items, n_items * sizeof *items);
  self->routes = g_array_new (FALSE, FALSE, sizeof (TagaPlanRoute));
  g_array_set_clear_func (self->routes, clear_route);
  self->goals = g_array_new (FALSE, FALSE, sizeof (TagaPlanGoal));
  taga_plan_find_goals (self);

  return self;
}

/**
 * taga_plan_free:
 * @self: (transfer full): the plan
 *
 * Frees the plan.
 */
void
taga_plan_free (TagaPlan *self)
{
  g_array_unref (self->goals);
  g_array_unref (self->routes);
  g_free (self->items);
  g_free (self->media);
  g_free (self);
}

/**
 * taga_plan_choice_free:
 * @self: (transfer full): a choice
 *
 * Frees a choice.
 */
void
taga_plan_choice_free (TagaPlanChoice *self)
{
  g_array_unref (self->items);
  g_free (self);
}

/**
 * taga_plan_is_solved:
 * @self: a plan
 *
 * Tells whether the best choices are known. They are not if a company lets so many items count for
 * so many media that finding them would take too long; with the mapping that is shipped, or one
 * near it, they always are.
 *
 * Returns: whether there is anything to choose from
 */
gboolean
taga_plan_is_solved (TagaPlan *self)
{
  return self->goals->len > 0;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

/**
 * taga_plan_judge:
 * @self: a plan
 * @items: (array length=n_items): places of check items, each once
 * @n_items: how many
 *
 * Tells what would follow if certain items were done.
 *
 * Returns: (transfer full): the choice
 */
TagaPlanChoice *
taga_plan_judge (TagaPlan *self, const guint *items, guint n_items)
{
  TagaPlanChoice *choice = g_new0 (TagaPlanChoice, 1);
  guint given[TAGA_MAX_MEDIA] = { 0 };

  choice->items = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (choice->items, items, n_items);
  g_array_sort (choice->items, compare_indexes);

  for (guint i = 0; i < n_items; i++)
    {
      const TagaPlanItem *item = &self->items[items[i]];

      choice->n_planned += item->is_planned ? 1 : 0;
      choice->cost += item->is_planned || item->cost == TAGA_UNKNOWN ? 0 : item->cost;
      for (guint j = 0; j < self->n_media; j++)
        if ((item->media >> j & 1) == 1)
          given[j] += item->gain;
    }

  for (guint i = 0; i < self->n_media; i++)
    {
      const TagaPlanMedium *medium = &self->media[i];
      int level = medium->vulnerability;

      if (level != TAGA_UNKNOWN)
        level = taga_risk_cover (self->scale, medium->halves + given[i], medium->n_applicable);
      choice->vulnerability[i] = level;
      taga_standing_merge (&choice->after, &medium->tally[MAX (level, 0)]);
    }

  return choice;
}

static TagaPlanChoice *
choose_items (TagaPlan *self, const TagaPlanGoal *goal)
{
  const TagaPlanRoute *route = &g_array_index (self->routes, TagaPlanRoute, goal->route);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint));
  guint demands[TAGA_MAX_MEDIA] = { 0 };

  for (guint i = 0; i < self->n_items; i++)
    if ((self->items[i].media & route->all) != 0)
      g_array_append_val (items, i);

  for (guint i = 0; i < self->n_media; i++)
    {
      const TagaPlanOption *chosen = &self->targets[i].options[goal->option[i]];

      if (!chosen->takes_all && chosen->demand > route->given[i])
        demands[i] = chosen->demand - route->given[i];
    }
  taga_cover_choose (route->cover, demands, items);

  return taga_plan_judge (self, (const guint *) items->data, items->len);
}

/* The best goal whose price is lower than a given one. */
static const TagaPlanGoal *
find_below (TagaPlan *self, gint64 price)
{
  const TagaPlanGoal *best = NULL;

  for (guint i = 0; i < self->goals->len; i++)
    {
      const TagaPlanGoal *goal = &g_array_index (self->goals, TagaPlanGoal, i);
      int order = best == NULL ? -1 : taga_standing_compare (&goal->after, &best->after);

      if (goal->price < price && (order < 0 || (order == 0 && goal->price < best->price)))
        best = goal;
    }

  return best;
}

/**
 * taga_plan_choose:
 * @self: a plan
 * @budget: yen, 0 or more, or `TAGA_UNKNOWN` for as much as it takes
 *
 * Finds the best choice that a budget allows: the one that leaves the fewest large risks, then the
 * fewest medium ones, then the lowest sum of risk values; if several do, the cheapest, then the one
 * with the fewest items. It is exact. Items whose cost is not entered count nothing, so that the
 * budget says nothing about them; nor do those that are planned already.
 *
 * Returns: (transfer full) (nullable): the choice, which may be to do nothing; `NULL` if the plan
 *   is not solved
 */
TagaPlanChoice *
taga_plan_choose (TagaPlan *self, gint64 budget)
{
  const gint64 most = TAGA_COVER_NEVER >> TAGA_PLAN_PRICE_BITS;
  const TagaPlanGoal *best = find_below (self, budget == TAGA_UNKNOWN || budget >= most
                                                   ? TAGA_COVER_NEVER
                                                   : (budget + 1) << TAGA_PLAN_PRICE_BITS);

  return best == NULL ? NULL : choose_items (self, best);
}

static gint64
get_choice_price (const TagaPlanChoice *choice)
{
  return (choice->cost << TAGA_PLAN_PRICE_BITS) + choice->items->len - choice->n_planned;
}

/**
 * taga_plan_choose_less:
 * @self: a plan
 * @choice: a choice of the plan
 *
 * Finds the best choice that costs less money than another. Its outcome is another one, as a best
 * choice is the cheapest of those with its outcome. What would cost as much and bring less is no
 * alternative, nor is to do nothing.
 *
 * Returns: (transfer full) (nullable): the choice; `NULL` if nothing that costs less brings
 * anything
 */
TagaPlanChoice *
taga_plan_choose_less (TagaPlan *self, const TagaPlanChoice *choice)
{
  const TagaPlanGoal *best = find_below (self, choice->cost << TAGA_PLAN_PRICE_BITS);

  return best == NULL || best->price == 0 ? NULL : choose_items (self, best);
}

/**
 * taga_plan_choose_more:
 * @self: a plan
 * @choice: the best choice within a budget
 *
 * Finds the cheapest choice that brings more than another, which takes more than that one's budget;
 * of those that cost as much the one that brings most.
 *
 * Returns: (transfer full) (nullable): the choice; `NULL` if nothing brings more
 */
TagaPlanChoice *
taga_plan_choose_more (TagaPlan *self, const TagaPlanChoice *choice)
{
  const TagaPlanGoal *best = NULL;

  for (guint i = 0; i < self->goals->len; i++)
    {
      const TagaPlanGoal *goal = &g_array_index (self->goals, TagaPlanGoal, i);
      gint64 cost = goal->price >> TAGA_PLAN_PRICE_BITS;
      gint64 least = best == NULL ? G_MAXINT64 : best->price >> TAGA_PLAN_PRICE_BITS;

      if (goal->price >= TAGA_COVER_NEVER
          || taga_standing_compare (&goal->after, &choice->after) >= 0 || cost > least)
        continue;

      if (cost < least || taga_standing_compare (&goal->after, &best->after) < 0)
        best = goal;
    }

  return best == NULL ? NULL : choose_items (self, best);
}

static int
compare_prices (gconstpointer a, gconstpointer b)
{
  const TagaPlanGoal *left = *(const TagaPlanGoal *const *) a;
  const TagaPlanGoal *right = *(const TagaPlanGoal *const *) b;

  if (left->price != right->price)
    return left->price < right->price ? -1 : 1;

  return taga_standing_compare (&left->after, &right->after);
}

static guint
count_media (const TagaPlan *self, const TagaPlanGoal *goal)
{
  guint n = 0;

  for (guint i = 0; i < self->n_media; i++)
    n += goal->option[i] > 0 ? 1 : 0;

  return n;
}

static gboolean
shares_items (const TagaPlan *self, const TagaPlanChoice *choice)
{
  guint lifted = 0;

  for (guint i = 0; i < self->n_media; i++)
    if (choice->vulnerability[i] != self->media[i].vulnerability)
      lifted |= 1u << i;

  for (guint i = 0; i < choice->items->len; i++)
    {
      guint served = self->items[g_array_index (choice->items, guint, i)].media & lifted;

      if ((served & (served - 1)) != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_set (const GPtrArray *sets, const TagaPlanChoice *choice)
{
  for (guint i = 0; i < sets->len; i++)
    {
      const TagaPlanChoice *other = g_ptr_array_index (sets, i);

      if (other->items->len == choice->items->len
          && memcmp (other->items->data, choice->items->data, other->items->len * sizeof (guint))
                 == 0)
        return TRUE;
    }

  return FALSE;
}

static int
compare_sets (gconstpointer a, gconstpointer b)
{
  const TagaPlanChoice *left = *(const TagaPlanChoice *const *) a;
  const TagaPlanChoice *right = *(const TagaPlanChoice *const *) b;
  int order = taga_standing_compare (&left->after, &right->after);

  if (order != 0 || get_choice_price (left) == get_choice_price (right))
    return order;

  return get_choice_price (left) < get_choice_price (right) ? -1 : 1;
}

/**
 * taga_plan_list_sets:
 * @self: a plan
 *
 * Lists the sets of check items that lower the vulnerability of a medium: the cheapest for each
 * medium and each of its levels that helps, and those by which items that count for several media
 * lower several at once and which bring more than any that takes less.
 *
 * Returns: (transfer full) (element-type TagaPlanChoice): the sets, the one that brings most first
 */
GPtrArray *
taga_plan_list_sets (TagaPlan *self)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_plan_choice_free);
  g_autoptr (GPtrArray) by_price = g_ptr_array_new ();
  const TagaPlanGoal *best = NULL;

  for (guint i = 0; i < self->goals->len; i++)
    g_ptr_array_add (by_price, &g_array_index (self->goals, TagaPlanGoal, i));
  g_ptr_array_sort (by_price, compare_prices);

  for (guint i = 0; i < by_price->len; i++)
    {
      const TagaPlanGoal *goal = g_ptr_array_index (by_price, i);
      gboolean is_better = best == NULL || taga_standing_compare (&goal->after, &best->after) < 0;
      guint n_lifted = count_media (self, goal);
      g_autoptr (TagaPlanChoice) choice = NULL;

      if (is_better)
        best = goal;
      if (n_lifted == 0 || (n_lifted > 1 && !is_better))
        continue;

      choice = choose_items (self, goal);
      if ((n_lifted == 1 || shares_items (self, choice)) && !has_set (sets, choice))
        g_ptr_array_add (sets, g_steal_pointer (&choice));
    }
  g_ptr_array_sort (sets, compare_sets);

  return sets;
}
