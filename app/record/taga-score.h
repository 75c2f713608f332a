#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TAGA_SCORE_MOST:
 *
 * The highest score of an axis, 5.0, in tenths.
 */
#define TAGA_SCORE_MOST 50

int taga_score_from_answers (const int *answers, guint n, guint *n_answered, guint *n_applicable);

G_END_DECLS
