#include "taga-ranking.h"

#include "taga-value.h"

/*
 * How people number a short list for themselves. IPA says that the order of its ten threats is no
 * order for a single company, but not how a company finds its own; so these rules are ours.
 */

/* Who has a rank, or -1. */
static int
find_rank (const int *ranks, guint n, int rank)
{
  for (guint i = 0; i < n; i++)
    if (ranks[i] == rank)
      return (int) i;

  return -1;
}

/* Moves whoever stands in the way by one, and those behind them, until there is a gap. */
static gboolean
make_room (int *ranks, guint n, int rank, int by)
{
  int gap = rank;

  while (gap >= 1 && gap <= (int) n && find_rank (ranks, n, gap) >= 0)
    gap += by;
  if (gap < 1 || gap > (int) n)
    return FALSE;

  for (; gap != rank; gap -= by)
    ranks[find_rank (ranks, n, gap - by)] = gap;

  return TRUE;
}

/**
 * taga_ranking_place:
 * @ranks: (array length=n): the rank of each item, 1 to @n, or `TAGA_UNKNOWN`; no two alike
 * @n: how many items there are
 * @item: which item, from 0
 * @rank: its new rank, 1 to @n, or `TAGA_UNKNOWN` to take its rank away
 *
 * Gives an item a rank. Whoever has that rank goes one down, and so on until there is a gap; only
 * where none is left below do they go up. So the order of all others stays.
 *
 * Returns: `FALSE` if there is no such rank; then nothing has changed
 */
gboolean
taga_ranking_place (int *ranks, guint n, guint item, int rank)
{
  g_return_val_if_fail (item < n, FALSE);

  if (rank != TAGA_UNKNOWN && (rank < 1 || rank > (int) n))
    return FALSE;

  ranks[item] = TAGA_UNKNOWN;
  if (rank != TAGA_UNKNOWN && !make_room (ranks, n, rank, 1))
    make_room (ranks, n, rank, -1);
  ranks[item] = rank;

  return TRUE;
}

/**
 * taga_ranking_order:
 * @ranks: (array length=n): the rank of each item, or `TAGA_UNKNOWN`
 * @n: how many items there are
 * @order: (out caller-allocates) (array length=n): the items by rank; those without one come last,
 *   in the order in which they are listed
 *
 * Sorts the items by rank.
 */
void
taga_ranking_order (const int *ranks, guint n, guint *order)
{
  for (guint i = 0; i < n; i++)
    {
      guint place = i;

      for (; place > 0 && ranks[i] != TAGA_UNKNOWN
             && (ranks[order[place - 1]] == TAGA_UNKNOWN || ranks[order[place - 1]] > ranks[i]);
           place--)
        order[place] = order[place - 1];
      order[place] = i;
    }
}

/**
 * taga_ranking_move:
 * @ranks: (array length=n): the rank of each item, or `TAGA_UNKNOWN`
 * @n: how many items there are
 * @item: which item, from 0
 * @by: -1 for one up, 1 for one down
 *
 * Moves an item in the order of the ranks; every item has a rank afterwards.
 *
 * Returns: `FALSE` if it stands at the end already; then nothing has changed
 */
gboolean
taga_ranking_move (int *ranks, guint n, guint item, int by)
{
  g_autofree guint *order = g_new (guint, n);
  guint place = 0;

  g_return_val_if_fail (item < n, FALSE);
  g_return_val_if_fail (by == -1 || by == 1, FALSE);

  taga_ranking_order (ranks, n, order);
  while (order[place] != item)
    place++;
  if ((by < 0 && place == 0) || (by > 0 && place == n - 1))
    return FALSE;

  order[place] = order[(int) place + by];
  order[(int) place + by] = item;
  for (guint i = 0; i < n; i++)
    ranks[order[i]] = (int) i + 1;

  return TRUE;
}
