#include "taga-score.h"

#include "taga-risk.h"
#include "taga-value.h"

/**
 * taga_score_from_answers:
 * @answers: (array length=n): [enum@Answer] to each check item of an axis, or `TAGA_UNKNOWN`
 * @n: how many
 * @n_answered: (out) (optional): how many of the applicable items are answered
 * @n_applicable: (out) (optional): how many items apply, those without an answer among them
 *
 * Gives the score of an axis of the radar, 0.0 to 5.0. This is our rule, as the case book does not
 * tell how its judges came to theirs: five times the mean of done 1, partly ½ and not done 0,
 * rounded to tenths. Items that do not apply and items without an answer are left out, as missing
 * is not 0.
 *
 * Returns: the score in tenths, 0 to `TAGA_SCORE_MOST`, or `TAGA_UNKNOWN` if no item is answered
 */
int
taga_score_from_answers (const int *answers, guint n, guint *n_answered, guint *n_applicable)
{
  guint n_found = 0;
  guint n_left_out = 0;
  guint halves = 0;

  for (guint i = 0; i < n; i++)
    {
      n_left_out += answers[i] == TAGA_ANSWER_NOT_APPLICABLE;
      if (answers[i] < TAGA_ANSWER_DONE || answers[i] > TAGA_ANSWER_NOT_DONE)
        continue;

      n_found++;
      halves += (guint) (TAGA_ANSWER_NOT_DONE - answers[i]);
    }

  if (n_answered != NULL)
    *n_answered = n_found;
  if (n_applicable != NULL)
    *n_applicable = n - n_left_out;
  if (n_found == 0)
    return TAGA_UNKNOWN;

  return (int) ((TAGA_SCORE_MOST * halves + n_found) / (2 * n_found));
}
