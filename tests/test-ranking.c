#include <string.h>

#include "taga-ranking.h"
#include "taga-value.h"

/* How a company numbers the threats of a year for itself. */

#define NONE TAGA_UNKNOWN
#define N 4

typedef struct
{
  int before[N];
  guint item;
  int rank;
  int after[N];
} Case;

static void
test_places (void)
{
  static const Case cases[] = {
    { { NONE, NONE, NONE, NONE }, 2, 1, { NONE, NONE, 1, NONE } },
    { { 1, NONE, NONE, NONE }, 2, 1, { 2, NONE, 1, NONE } }, /* who stood there goes down */
    { { 1, 2, NONE, NONE }, 2, 1, { 2, 3, 1, NONE } },       /* and who stood there as well */
    { { 1, 3, NONE, NONE }, 2, 1, { 2, 3, 1, NONE } },       /* up to the first gap */
    { { 1, 2, 3, 4 }, 3, 1, { 2, 3, 4, 1 } },                /* its own rank is a gap */
    { { 1, 2, 3, 4 }, 0, 4, { 4, 1, 2, 3 } },                /* at the end they go up */
    { { NONE, NONE, NONE, 4 }, 0, 4, { 4, NONE, NONE, 3 } },
    { { 1, 2, 3, 4 }, 1, 2, { 1, 2, 3, 4 } },
    { { 1, 2, 3, 4 }, 1, NONE, { 1, NONE, 3, 4 } }, /* the others keep theirs */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int ranks[N];

      memcpy (ranks, cases[i].before, sizeof ranks);
      g_assert_true (taga_ranking_place (ranks, N, cases[i].item, cases[i].rank));
      for (guint j = 0; j < N; j++)
        g_assert_cmpint (ranks[j], ==, cases[i].after[j]);
    }
}

static void
test_refuses_ranks_that_do_not_exist (void)
{
  static const int wrong[] = { 0, N + 1, -7, G_MAXINT };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      int ranks[N] = { 2, 1, NONE, 4 };

      g_assert_false (taga_ranking_place (ranks, N, 2, wrong[i]));
      g_assert_cmpint (ranks[0], ==, 2);
      g_assert_cmpint (ranks[2], ==, NONE);
    }
}

static void
test_orders (void)
{
  const int ranks[N] = { NONE, 3, NONE, 1 };
  guint order[N];

  taga_ranking_order (ranks, N, order);
  g_assert_cmpuint (order[0], ==, 3);
  g_assert_cmpuint (order[1], ==, 1);
  g_assert_cmpuint (order[2], ==, 0);
  g_assert_cmpuint (order[3], ==, 2);
}

static void
test_moves (void)
{
  int ranks[N] = { NONE, NONE, NONE, NONE };

  /* The first move takes the published order for granted. */
  g_assert_true (taga_ranking_move (ranks, N, 2, -1));
  g_assert_cmpint (ranks[0], ==, 1);
  g_assert_cmpint (ranks[2], ==, 2);
  g_assert_cmpint (ranks[1], ==, 3);
  g_assert_cmpint (ranks[3], ==, 4);

  g_assert_true (taga_ranking_move (ranks, N, 2, -1));
  g_assert_cmpint (ranks[2], ==, 1);
  g_assert_false (taga_ranking_move (ranks, N, 2, -1));
  g_assert_cmpint (ranks[2], ==, 1);
  g_assert_false (taga_ranking_move (ranks, N, 3, 1));
  g_assert_true (taga_ranking_move (ranks, N, 2, 1));
  g_assert_cmpint (ranks[2], ==, 2);
  g_assert_cmpint (ranks[0], ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/ranking/places", test_places);
  g_test_add_func ("/ranking/refuses-ranks-that-do-not-exist",
                   test_refuses_ranks_that_do_not_exist);
  g_test_add_func ("/ranking/orders", test_orders);
  g_test_add_func ("/ranking/moves", test_moves);

  return g_test_run ();
}
