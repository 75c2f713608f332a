#include <string.h>

#include <glib.h>

#include "taga-risk.h"
#include "taga-tally.h"
#include "taga-value.h"

/* How a group of check items stands. In the table d is done, p partly, n not done, x not
 * applicable, - without an answer. */

static int
read_answer (char letter)
{
  static const char order[] = "dpnx";
  const char *found = strchr (order, letter);

  return found == NULL ? TAGA_UNKNOWN : (int) (found - order) + 1;
}

static void
test_table (void)
{
  static const struct
  {
    const char *answers;
    int share;
    const char *state;
  } rows[] = {
    { "", TAGA_UNKNOWN, "unknown" },
    { "-", TAGA_UNKNOWN, "unknown" },
    { "x-", TAGA_UNKNOWN, "unknown" },
    { "x", TAGA_UNKNOWN, "not-applicable" },
    { "xxx", TAGA_UNKNOWN, "not-applicable" },
    { "n", 0, "not-done" },
    { "n--", 0, "not-done" },
    { "nx", 0, "not-done" },
    { "p", 0, "partly" },
    { "p---", 0, "partly" },
    { "pn", 0, "partly" },
    { "d", 100, "done" },
    { "dx", 100, "done" },
    { "dddd", 100, "done" },
    /* An item without an answer applies, until somebody says that it does not. */
    { "d-", 50, "partly" },
    { "dp", 50, "partly" },
    { "dn", 50, "partly" },
    { "dnn", 33, "partly" },
    { "ddn", 67, "partly" },
    { "dddddddpx", 88, "partly" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TagaTally tally = { 0 };

      for (const char *p = rows[i].answers; *p != '\0'; p++)
        taga_tally_add (&tally, read_answer (*p));

      g_test_message ("%s", rows[i].answers);
      g_assert_cmpint (taga_tally_get_share (&tally), ==, rows[i].share);
      g_assert_cmpstr (taga_tally_state_to_key (taga_tally_get_state (&tally)), ==, rows[i].state);
      g_assert_cmpuint (taga_tally_get_n_items (&tally), ==, strlen (rows[i].answers));
    }
}

/* 0 and 100 are not said of what is between them, however many items there are. */
static void
test_nearly_is_not_all (void)
{
  const TagaTally nearly = { .n_done = 999, .n_not_done = 1 };
  const TagaTally hardly = { .n_done = 1, .n_not_done = 999 };

  g_assert_cmpint (taga_tally_get_share (&nearly), ==, 99);
  g_assert_cmpint (taga_tally_get_share (&hardly), ==, 1);
}

static void
test_strange_answers_are_none (void)
{
  static const int strange[] = { 0, 5, -1, -7, G_MAXINT };
  TagaTally tally = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    taga_tally_add (&tally, strange[i]);
  g_assert_cmpuint (tally.n_unanswered, ==, G_N_ELEMENTS (strange));
  g_assert_cmpint (taga_tally_get_state (&tally), ==, TAGA_TALLY_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tally/table", test_table);
  g_test_add_func ("/tally/nearly-is-not-all", test_nearly_is_not_all);
  g_test_add_func ("/tally/strange-answers-are-none", test_strange_answers_are_none);

  return g_test_run ();
}
