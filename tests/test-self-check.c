#include <string.h>

#include <glib.h>

#include "taga-self-check.h"
#include "taga-value.h"

/* The points of the guideline: done 4, partly 2, not done 0, not known −1. In the tables d is done,
 * p partly, n not done, ? not known and - without an answer. */
static const int points[] = { 4, 2, 0, -1 };

#define N_POINTS G_N_ELEMENTS (points)
#define MAX_ANSWERS 32

static guint
read_answers (const char *letters, int *answers)
{
  static const char order[] = "dpn?";
  guint n = (guint) strlen (letters);

  g_assert_cmpuint (n, <=, MAX_ANSWERS);
  for (guint i = 0; i < n; i++)
    {
      const char *found = strchr (order, letters[i]);

      answers[i] = found == NULL ? TAGA_UNKNOWN : (int) (found - order) + 1;
    }

  return n;
}

static TagaSelfCheckSum
add_up (const char *letters)
{
  TagaSelfCheckSum sum = { 0 };
  int answers[MAX_ANSWERS];
  guint n = read_answers (letters, answers);

  for (guint i = 0; i < n; i++)
    taga_self_check_add (&sum, points, N_POINTS, answers[i]);

  return sum;
}

/* The three parts make 20, 52 and 28 points, and all of them 100; the least is −25. */
static void
test_golden_totals (void)
{
  static const struct
  {
    const char *letters;
    int points;
    int most;
    guint n_answered;
    gboolean is_complete;
  } rows[] = {
    { "ddddd", 20, 20, 5, TRUE },
    { "ddddddddddddd", 52, 52, 13, TRUE },
    { "ddddddd", 28, 28, 7, TRUE },
    { "ddddddddddddddddddddddddd", 100, 100, 25, TRUE },
    { "?????????????????????????", -25, 100, 25, TRUE },
    { "nnnnnnnnnnnnnnnnnnnnnnnnn", 0, 100, 25, TRUE },
    { "ppppppppppppppppppppppppp", 50, 100, 25, TRUE },
    { "dp?", 5, 12, 3, TRUE },
    { "dp-", 6, 12, 2, FALSE },
    { "-----", 0, 20, 0, FALSE },
    { "", 0, 0, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TagaSelfCheckSum sum = add_up (rows[i].letters);

      g_test_message ("%s", rows[i].letters);
      g_assert_cmpint (sum.points, ==, rows[i].points);
      g_assert_cmpint (sum.most, ==, rows[i].most);
      g_assert_cmpuint (sum.n_answered, ==, rows[i].n_answered);
      g_assert_cmpuint (sum.n_questions, ==, strlen (rows[i].letters));
      g_assert_cmpint (taga_self_check_is_complete (&sum), ==, rows[i].is_complete);
    }
}

static void
test_company_is_its_lowest_sheet (void)
{
  static const struct
  {
    const char *sheets;
    const char *company;
  } rows[] = {
    { "d", "d" },   { "dd", "d" },   { "dp", "p" },   { "pd", "p" },  { "dpn", "n" },
    { "dn?", "?" }, { "?d", "?" },   { "-d", "d" },   { "p-", "p" },  { "--", "-" },
    { "", "-" },    { "-?-d", "?" }, { "pppd", "p" }, { "dnd", "n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int answers[MAX_ANSWERS];
      int company;
      guint n = read_answers (rows[i].sheets, answers);

      read_answers (rows[i].company, &company);
      g_test_message ("%s", rows[i].sheets);
      g_assert_cmpint (taga_self_check_combine (points, N_POINTS, answers, n), ==, company);
    }
}

/* The company's answer is the one with the fewest points, in whatever order the answers stand. */
static void
test_points_decide_what_is_lowest (void)
{
  static const int other[] = { 0, 3, -2 };
  static const int answers[] = { 1, 2, 3, 2 };

  g_assert_cmpint (taga_self_check_combine (other, 3, answers, 2), ==, 1);
  g_assert_cmpint (taga_self_check_combine (other, 3, answers, 4), ==, 3);
}

static void
test_no_answer_of_the_edition_counts_as_none (void)
{
  static const int strange[] = { 0, 5, 99, -7, TAGA_UNKNOWN, G_MAXINT, G_MININT };
  TagaSelfCheckSum sum = { 0 };
  guint questions[G_N_ELEMENTS (strange)];

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_assert_false (taga_self_check_is_answer (points, N_POINTS, strange[i]));
      taga_self_check_add (&sum, points, N_POINTS, strange[i]);
    }

  g_assert_cmpint (sum.points, ==, 0);
  g_assert_cmpuint (sum.n_answered, ==, 0);
  g_assert_cmpint (taga_self_check_combine (points, N_POINTS, strange, G_N_ELEMENTS (strange)), ==,
                   TAGA_UNKNOWN);
  g_assert_cmpuint (
      taga_self_check_follow_up (points, N_POINTS, strange, G_N_ELEMENTS (strange), questions), ==,
      0);
}

static void
test_mean_of_complete_sheets (void)
{
  static const struct
  {
    const char *sheets[3];
    gboolean is_known;
    int tenths;
  } rows[] = {
    { { "dd" }, TRUE, 80 },
    { { "dd", "nn" }, TRUE, 40 },
    { { "dd", "d-" }, TRUE, 80 },
    { { "d-", "-d" }, FALSE, 0 },
    { { NULL }, FALSE, 0 },
    { { "d", "d", "n" }, TRUE, 27 },
    { { "d", "n", "n" }, TRUE, 13 },
    { { "?", "?" }, TRUE, -10 },
    /* A mean of −0.3: what is not known is told by the answer of the function, not by the number.
     */
    { { "n", "n", "?" }, TRUE, -3 },
    { { "n", "?" }, TRUE, -5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TagaSelfCheckSum sums[3];
      guint n = 0;
      int tenths;

      for (guint j = 0; j < 3 && rows[i].sheets[j] != NULL; j++)
        sums[n++] = add_up (rows[i].sheets[j]);

      g_test_message ("row %u", i);
      g_assert_cmpint (taga_self_check_mean (sums, n, &tenths), ==, rows[i].is_known);
      g_assert_cmpint (tenths, ==, rows[i].tenths);
    }
}

static void
test_follow_up_asks_first_what_nobody_knows (void)
{
  static const struct
  {
    const char *letters;
    guint n;
    guint questions[5];
  } rows[] = {
    { "", 0, { 0 } },
    { "ddpp-", 0, { 0 } },
    { "n", 1, { 0 } },
    { "n?", 2, { 1, 0 } },
    { "?n", 2, { 0, 1 } },
    { "nn?n?", 5, { 2, 4, 0, 1, 3 } },
    { "d?p-n", 2, { 1, 4 } },
    { "?????", 5, { 0, 1, 2, 3, 4 } },
    { "nd?dn", 3, { 2, 0, 4 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int answers[MAX_ANSWERS];
      guint questions[MAX_ANSWERS];
      guint n = read_answers (rows[i].letters, answers);

      g_test_message ("%s", rows[i].letters);
      g_assert_cmpuint (taga_self_check_follow_up (points, N_POINTS, answers, n, questions), ==,
                        rows[i].n);
      for (guint j = 0; j < rows[i].n; j++)
        g_assert_cmpuint (questions[j], ==, rows[i].questions[j]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/self-check/golden-totals", test_golden_totals);
  g_test_add_func ("/self-check/company-is-its-lowest-sheet", test_company_is_its_lowest_sheet);
  g_test_add_func ("/self-check/points-decide-what-is-lowest", test_points_decide_what_is_lowest);
  g_test_add_func ("/self-check/no-answer-of-the-edition-counts-as-none",
                   test_no_answer_of_the_edition_counts_as_none);
  g_test_add_func ("/self-check/mean-of-complete-sheets", test_mean_of_complete_sheets);
  g_test_add_func ("/self-check/follow-up-asks-first-what-nobody-knows",
                   test_follow_up_asks_first_what_nobody_knows);

  return g_test_run ();
}
