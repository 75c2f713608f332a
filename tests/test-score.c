#include <string.h>

#include <glib.h>

#include "taga-risk.h"
#include "taga-score.h"
#include "taga-value.h"

/* The score of an axis, in tenths. In the tables d is done, p partly, n not done, x not applicable,
 * - without an answer, ? a number that is no answer. */

static int
read_answer (char letter)
{
  switch (letter)
    {
    case 'd':
      return TAGA_ANSWER_DONE;
    case 'p':
      return TAGA_ANSWER_PARTLY;
    case 'n':
      return TAGA_ANSWER_NOT_DONE;
    case 'x':
      return TAGA_ANSWER_NOT_APPLICABLE;
    case '?':
      return 9;
    default:
      return TAGA_UNKNOWN;
    }
}

static void
test_scores (void)
{
  static const struct
  {
    const char *answers;
    int score;
    guint n_answered;
    guint n_applicable;
  } rows[] = {
    { "", TAGA_UNKNOWN, 0, 0 },
    { "-", TAGA_UNKNOWN, 0, 1 },
    { "x", TAGA_UNKNOWN, 0, 0 },
    { "xx-", TAGA_UNKNOWN, 0, 1 },
    { "?", TAGA_UNKNOWN, 0, 1 },
    { "n", 0, 1, 1 },
    { "p", 25, 1, 1 },
    { "d", 50, 1, 1 },
    { "nnnn", 0, 4, 4 },
    { "dddd", 50, 4, 4 },
    { "dn", 25, 2, 2 },
    /* What is missing is not 0, and what does not apply is left out. */
    { "d---", 50, 1, 4 },
    { "n---", 0, 1, 4 },
    { "dxxx", 50, 1, 1 },
    { "d-x", 50, 1, 2 },
    /* Thirds: 1.67 and 3.33. */
    { "dnn", 17, 3, 3 },
    { "ddn", 33, 3, 3 },
    { "dpn", 25, 3, 3 },
    /* 1/40 of an item makes 1.25 tenths, so that halves of a tenth go up. */
    { "pnnnnnnnnnnnnnnnnnnn", 1, 20, 20 },
    { "pnnnnnnnnn", 3, 10, 10 },
    { "ppppppppppppppppppppppppppppppppppppppppppppppppn", 24, 49, 49 },
    { "ddddddddddddddddddddddddddddddddddddddddddddddddddn", 49, 51, 51 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n = (guint) strlen (rows[i].answers);
      int answers[64];
      guint n_answered, n_applicable;

      for (guint j = 0; j < n; j++)
        answers[j] = read_answer (rows[i].answers[j]);

      g_test_message ("%s", rows[i].answers);
      g_assert_cmpint (taga_score_from_answers (answers, n, &n_answered, &n_applicable), ==,
                       rows[i].score);
      g_assert_cmpuint (n_answered, ==, rows[i].n_answered);
      g_assert_cmpuint (n_applicable, ==, rows[i].n_applicable);
      g_assert_cmpint (taga_score_from_answers (answers, n, NULL, NULL), ==, rows[i].score);
    }
}

/* An answer that gets better never lowers a score. */
static void
test_better_answers_never_lower (void)
{
  int answers[5];

  for (guint code = 0; code < 243; code++)
    {
      int before;

      for (guint i = 0, rest = code; i < G_N_ELEMENTS (answers); i++, rest /= 3)
        answers[i] = (int) (rest % 3) + 1;
      before = taga_score_from_answers (answers, G_N_ELEMENTS (answers), NULL, NULL);
      g_assert_cmpint (before, >=, 0);
      g_assert_cmpint (before, <=, TAGA_SCORE_MOST);

      for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
        if (answers[i] > TAGA_ANSWER_DONE)
          {
            answers[i]--;
            g_assert_cmpint (taga_score_from_answers (answers, G_N_ELEMENTS (answers), NULL, NULL),
                             >, before);
            answers[i]++;
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/table", test_scores);
  g_test_add_func ("/score/better-answers-never-lower", test_better_answers_never_lower);

  return g_test_run ();
}
