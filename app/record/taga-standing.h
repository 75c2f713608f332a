#pragma once

#include "taga-risk.h"

G_BEGIN_DECLS

/**
 * TagaStanding:
 * @n: how many assets there are in each band, by [enum@Band]
 * @sum: the sum of the risk values that are known
 *
 * How a register stands in a few figures, by which two states of it can be compared.
 */
typedef struct
{
  guint n[TAGA_MAX_BANDS];
  gint64 sum;
} TagaStanding;

void taga_standing_add (TagaStanding *self, const TagaScale *scale, int risk, guint n);
void taga_standing_merge (TagaStanding *self, const TagaStanding *other);
int taga_standing_compare (const TagaStanding *a, const TagaStanding *b);

G_END_DECLS
