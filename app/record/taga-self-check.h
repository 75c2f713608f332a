#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TagaSelfCheckSum:
 * @points: what the answered questions make, so far; may be below 0
 * @most: what all questions would make if each had the best answer
 * @n_answered: how many of the questions are answered
 * @n_questions: how many there are
 *
 * The points of the self-check or of one of its parts. As long as a question has no answer the
 * points are those so far, and no reading belongs to them.
 */
typedef struct
{
  int points;
  int most;
  guint n_answered;
  guint n_questions;
} TagaSelfCheckSum;

gboolean taga_self_check_is_answer (const int *points, guint n_points, int answer);
int taga_self_check_combine (const int *points, guint n_points, const int *answers, guint n);
void taga_self_check_add (TagaSelfCheckSum *sum, const int *points, guint n_points, int answer);
gboolean taga_self_check_is_complete (const TagaSelfCheckSum *sum);
gboolean taga_self_check_mean (const TagaSelfCheckSum *sums, guint n, int *tenths);
guint taga_self_check_follow_up (const int *points,
                                 guint n_points,
                                 const int *answers,
                                 guint n,
                                 guint *questions);

G_END_DECLS
