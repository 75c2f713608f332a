#include "taga-self-check.h"

#include "taga-value.h"

/*
 * The rules of the self-check 5分でできる！情報セキュリティ自社診断. The points of an answer are
 * the method edition's: an array in which those of answer 1 stand first. Points may be -1, so that
 * a question without an answer is told by its answer, `TAGA_UNKNOWN`, and never by its points.
 */

/**
 * taga_self_check_is_answer:
 * @points: (array length=n_points): the points of each answer
 * @n_points: how many answers there are to choose from
 * @answer: number of an answer, from 1, or `TAGA_UNKNOWN`
 *
 * Tells whether a question is answered. What is no answer of the edition counts as none.
 *
 * Returns: whether @answer has points
 */
gboolean
taga_self_check_is_answer (const int *points, guint n_points, int answer)
{
  return points != NULL && answer >= 1 && (guint) answer <= n_points;
}

/**
 * taga_self_check_combine:
 * @points: (array length=n_points): the points of each answer
 * @n_points: how many answers there are to choose from
 * @answers: (array length=n): what each sheet answers to one question, or `TAGA_UNKNOWN`
 * @n: how many sheets there are
 *
 * Gives the company's answer to a question: the one with the fewest points of all its sheets, as a
 * company is as safe as its weakest site. This is our rule; the guideline has several sites fill in
 * sheets and does not say how they become one. Sheets that do not answer the question are left out.
 *
 * Returns: the answer, or `TAGA_UNKNOWN` if no sheet answers the question
 */
int
taga_self_check_combine (const int *points, guint n_points, const int *answers, guint n)
{
  int lowest = TAGA_UNKNOWN;

  for (guint i = 0; i < n; i++)
    if (taga_self_check_is_answer (points, n_points, answers[i])
        && (lowest == TAGA_UNKNOWN || points[answers[i] - 1] < points[lowest - 1]))
      lowest = answers[i];

  return lowest;
}

/**
 * taga_self_check_add:
 * @sum: the sum so far, of zeros at first
 * @points: (array length=n_points): the points of each answer
 * @n_points: how many answers there are to choose from
 * @answer: the answer to one more question, or `TAGA_UNKNOWN`
 *
 * Counts one more question: 4, 2, 0 or −1 points (guideline v3.1, p. 16–17). One without an answer
 * counts as nothing, neither as not done nor as not known, and keeps the sum from being complete.
 */
void
taga_self_check_add (TagaSelfCheckSum *sum, const int *points, guint n_points, int answer)
{
  int best = 0;

  for (guint i = 0; i < n_points; i++)
    best = MAX (best, points[i]);

  sum->n_questions++;
  sum->most += best;
  if (!taga_self_check_is_answer (points, n_points, answer))
    return;

  sum->n_answered++;
  sum->points += points[answer - 1];
}

/**
 * taga_self_check_is_complete:
 * @sum: a sum
 *
 * Tells whether every question is answered, so that the total may be read.
 *
 * Returns: whether it is
 */
gboolean
taga_self_check_is_complete (const TagaSelfCheckSum *sum)
{
  return sum->n_questions > 0 && sum->n_answered == sum->n_questions;
}

/* To the nearest whole number, halves away from 0. */
static int
divide (int number, int by)
{
  return (number >= 0 ? 2 * number + by : 2 * number - by) / (2 * by);
}

/**
 * taga_self_check_mean:
 * @sums: (array length=n): the total of each sheet
 * @n: how many
 * @tenths: (out): the mean of the totals, in tenths of a point; may be below 0
 *
 * Gives the mean total of the sheets that answer every question. A sheet with gaps would draw the
 * mean down by what is not known yet. This is our rule, as the guideline knows no mean.
 *
 * Returns: whether there is any such sheet
 */
gboolean
taga_self_check_mean (const TagaSelfCheckSum *sums, guint n, int *tenths)
{
  int total = 0;
  int n_complete = 0;

  for (guint i = 0; i < n; i++)
    if (taga_self_check_is_complete (&sums[i]))
      {
        total += sums[i].points;
        n_complete++;
      }

  *tenths = n_complete == 0 ? 0 : divide (10 * total, n_complete);
  return n_complete > 0;
}

/**
 * taga_self_check_follow_up:
 * @points: (array length=n_points): the points of each answer
 * @n_points: how many answers there are to choose from
 * @answers: (array length=n): the answer to each question, or `TAGA_UNKNOWN`
 * @n: how many questions there are
 * @questions: (out caller-allocates) (array length=n): place of each question to follow up, from 0
 *
 * Names the questions that bring no point: first those to which nobody knows the answer, which the
 * guideline lists for follow-up (v3.1, p. 16), then those that are not done; of each the
 * guideline's first one first.
 *
 * Returns: how many there are
 */
guint
taga_self_check_follow_up (const int *points,
                           guint n_points,
                           const int *answers,
                           guint n,
                           guint *questions)
{
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    if (taga_self_check_is_answer (points, n_points, answers[i]) && points[answers[i] - 1] <= 0)
      {
        guint place = n_found++;

        while (place > 0 && points[answers[questions[place - 1]] - 1] > points[answers[i] - 1])
          {
            questions[place] = questions[place - 1];
            place--;
          }
        questions[place] = i;
      }

  return n_found;
}
