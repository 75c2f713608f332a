#include "taga-plan-private.h"

#include "taga-value.h"

/*
 * All that can be reached, each at its least price. For every combination of vulnerabilities of the
 * media there is a cheapest set of check items by which all of them are reached or more. What an
 * asset's risk becomes hangs on its own medium only, so that the best of all sets of items is among
 * these few hundred, wherever the budget lies.
 *
 * A medium whose items must all be done leaves no choice. So the media of which that is asked are
 * gone through first; what the others still want is small, and a table holds the cheapest choices
 * for all of it at once.
 */

/* As much work as is done in the blink of an eye. */
#define MAX_CELLS ((gsize) 1 << 22)
#define MAX_GOALS (1 << 12)

/**
 * taga_plan_get_price:
 * @item: a check item
 *
 * Gives what orders choices: the cost, then the number of items. What is planned already is there
 * for nothing. It is for the plan's own sources.
 *
 * Returns: the price
 */
gint64
taga_plan_get_price (const TagaPlanItem *item)
{
  if (item->is_planned)
    return 0;

  return (item->cost == TAGA_UNKNOWN ? 0 : item->cost << TAGA_PLAN_PRICE_BITS) + 1;
}

static guint
get_rest (const TagaPlan *self, guint medium)
{
  guint rest = 0;

  for (guint i = 0; i < self->n_items; i++)
    if ((self->items[i].media >> medium & 1) == 1)
      rest += self->items[i].gain;

  return rest;
}

/* Adds the vulnerabilities below the present one by which the medium's assets would stand better
 * than by a higher one, with the fewest halves that reach them. */
static void
find_options (TagaPlan *self, guint index)
{
  const TagaPlanMedium *medium = &self->media[index];
  TagaPlanTarget *target = &self->targets[index];
  guint rest = get_rest (self, index);

  target->options[0] = (TagaPlanOption){ medium->vulnerability, 0, FALSE };
  target->n_options = 1;
  if (medium->vulnerability == TAGA_UNKNOWN)
    return;

  for (guint gain = 1; gain <= rest; gain++)
    {
      const TagaPlanOption *last = &target->options[target->n_options - 1];
      int level = taga_risk_cover (self->scale, medium->halves + gain, medium->n_applicable);

      if (level < last->level
          && taga_standing_compare (&medium->tally[level], &medium->tally[last->level]) < 0)
        target->options[target->n_options++] = (TagaPlanOption){ level, gain, gain == rest };
    }
}

static gboolean
may_take_all (const TagaPlan *self, guint medium)
{
  const TagaPlanTarget *target = &self->targets[medium];

  return target->options[target->n_options - 1].takes_all;
}

/* The most that a medium may want of the table. */
static guint
get_greatest_demand (const TagaPlan *self, const TagaPlanRoute *route, guint medium)
{
  const TagaPlanTarget *target = &self->targets[medium];
  guint last = target->n_options - 1;
  guint demand;

  if ((route->all >> medium & 1) == 1)
    return 0;
  if (target->options[last].takes_all)
    last--;

  demand = target->options[last].demand;
  return demand > route->given[medium] ? demand - route->given[medium] : 0;
}

static void
init_route (const TagaPlan *self, guint all, TagaPlanRoute *route)
{
  *route = (TagaPlanRoute){ .all = all };
  for (guint i = 0; i < self->n_items; i++)
    if ((self->items[i].media & all) != 0)
      {
        route->price += taga_plan_get_price (&self->items[i]);
        for (guint j = 0; j < self->n_media; j++)
          if ((self->items[i].media >> j & 1) == 1)
            route->given[j] += self->items[i].gain;
      }
}

static gboolean
solve_route (const TagaPlan *self, TagaPlanRoute *route, const guint *demands, gsize max_cells)
{
  g_autofree TagaCoverItem *items = g_new (TagaCoverItem, MAX (self->n_items, 1));

  /* What is done anyhow is not offered again. */
  for (guint i = 0; i < self->n_items; i++)
    items[i] = (TagaCoverItem){
      (self->items[i].media & route->all) == 0 ? self->items[i].media : 0,
      self->items[i].gain,
      taga_plan_get_price (&self->items[i]),
    };

  route->cover = taga_cover_new (demands, self->n_media, items, self->n_items, max_cells);
  return route->cover != NULL;
}

static gboolean
find_routes (TagaPlan *self)
{
  gsize n_left = MAX_CELLS;

  for (guint all = 0; all < 1u << self->n_media; all++)
    {
      guint demands[TAGA_MAX_MEDIA] = { 0 };
      TagaPlanRoute route;
      gboolean fits = TRUE;

      for (guint i = 0; i < self->n_media; i++)
        fits = fits && ((all >> i & 1) == 0 || may_take_all (self, i));
      if (!fits)
        continue;

      init_route (self, all, &route);
      for (guint i = 0; i < self->n_media; i++)
        demands[i] = get_greatest_demand (self, &route, i);
      if (!solve_route (self, &route, demands, n_left))
        return FALSE;

      n_left -= taga_cover_get_n_cells (route.cover);
      g_array_append_val (self->routes, route);
    }

  return TRUE;
}

static void
add_goal (TagaPlan *self, guint index, const guint8 *option)
{
  const TagaPlanRoute *route = &g_array_index (self->routes, TagaPlanRoute, index);
  TagaPlanGoal goal = { .route = index };
  guint demands[TAGA_MAX_MEDIA] = { 0 };

  for (guint i = 0; i < self->n_media; i++)
    {
      const TagaPlanOption *chosen = &self->targets[i].options[option[i]];

      goal.option[i] = option[i];
      taga_standing_merge (&goal.after, &self->media[i].tally[MAX (chosen->level, 0)]);
      if (!chosen->takes_all && chosen->demand > route->given[i])
        demands[i] = chosen->demand - route->given[i];
    }

  goal.price = route->price + taga_cover_get_price (route->cover, demands);
  g_array_append_val (self->goals, goal);
}

/* Goes on to the next combination, as a counter does. */
static gboolean
advance (const TagaPlan *self, guint8 *option)
{
  for (guint i = 0; i < self->n_media; i++)
    {
      if (++option[i] < self->targets[i].n_options)
        return TRUE;
      option[i] = 0;
    }

  return FALSE;
}

static guint
find_route (const TagaPlan *self, const guint8 *option)
{
  guint all = 0;
  guint index = 0;

  for (guint i = 0; i < self->n_media; i++)
    if (self->targets[i].options[option[i]].takes_all)
      all |= 1u << i;

  while (g_array_index (self->routes, TagaPlanRoute, index).all != all)
    index++;

  return index;
}

/**
 * taga_plan_find_goals:
 * @self: a plan whose problem is set
 *
 * Finds all that can be reached, and at what price. It is for the plan's own sources. If so many
 * items count for so many media that it would take too long, there are no goals.
 */
void
taga_plan_find_goals (TagaPlan *self)
{
  guint8 option[TAGA_MAX_MEDIA] = { 0 };
  guint n_goals = 1;

  for (guint i = 0; i < self->n_media; i++)
    {
      find_options (self, i);
      n_goals = MIN (n_goals * self->targets[i].n_options, MAX_GOALS + 1);
    }

  if (n_goals > MAX_GOALS || self->n_items >= TAGA_PLAN_MAX_ITEMS || !find_routes (self))
    return;

  do
    add_goal (self, find_route (self, option), option);
  while (advance (self, option));
}
