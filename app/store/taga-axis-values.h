#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaAxisValue:
 * @axis: the axis
 * @score: its score in tenths, 0–50, or `TAGA_UNKNOWN`
 * @is_judged: whether a judge entered the score
 * @computed: what the answers of the round make by our rule, in tenths, or `TAGA_UNKNOWN`
 * @evidence: (nullable): what the judge looked at
 * @by: (nullable): who judged
 * @on: (nullable): on which day
 * @n_answered: how many of the axis' check items are answered, those left out that do not apply
 * @n_applicable: how many of them apply
 *
 * Where one axis of the radar stands in a round.
 */
typedef struct
{
  const TagaItem *axis;
  int score;
  gboolean is_judged;
  int computed;
  char *evidence;
  char *by;
  char *on;
  guint n_answered;
  guint n_applicable;
} TagaAxisValue;

/**
 * TagaAxisValues:
 * @edition: (owned): the edition whose axes they are
 * @n: how many axes there are
 * @values: (array length=n): each axis, in the edition's order
 *
 * The axes of the radar in one round.
 */
typedef struct
{
  TagaEdition *edition;
  guint n;
  TagaAxisValue *values;
} TagaAxisValues;

TagaAxisValues *taga_axis_values_read (TagaStore *store, gint64 round, GError **error);
void taga_axis_values_free (TagaAxisValues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaAxisValues, taga_axis_values_free)

G_END_DECLS
