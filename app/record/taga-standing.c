#include "taga-standing.h"

#include "taga-value.h"

/**
 * taga_standing_add:
 * @self: a tally
 * @scale: the edition's figures
 * @risk: a risk value, or `TAGA_UNKNOWN`
 * @n: how many assets have it
 *
 * Counts assets. What is not known is counted as such and adds nothing to the sum.
 */
void
taga_standing_add (TagaStanding *self, const TagaScale *scale, int risk, guint n)
{
  self->n[taga_risk_band (scale, risk)] += n;
  if (risk != TAGA_UNKNOWN)
    self->sum += (gint64) risk * n;
}

/**
 * taga_standing_merge:
 * @self: a tally
 * @other: a tally of other assets
 *
 * Counts the assets of another tally too.
 */
void
taga_standing_merge (TagaStanding *self, const TagaStanding *other)
{
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    self->n[i] += other->n[i];
  self->sum += other->sum;
}

static int
compare (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/**
 * taga_standing_compare:
 * @a: a tally
 * @b: a tally of the same assets in another state
 *
 * Tells which state is better (our rule): the one with fewer large risks; of those with equally
 * many the one with fewer medium ones; then the one with the lower sum of risk values.
 *
 * Returns: less than, equal to or greater than 0 if @a is better than, as good as or worse than @b
 */
int
taga_standing_compare (const TagaStanding *a, const TagaStanding *b)
{
  for (TagaBand band = TAGA_BAND_LARGE; band > TAGA_BAND_SMALL; band--)
    if (a->n[band] != b->n[band])
      return compare (a->n[band], b->n[band]);

  return compare (a->sum, b->sum);
}
