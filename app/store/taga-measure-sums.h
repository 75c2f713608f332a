#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaMeasureSums:
 * @n: how many measures there are
 * @n_finished: how many of them are finished
 * @n_late: how many should be finished by now and are not
 * @budget: what all of them may cost, in yen
 * @n_unbudgeted: for how many that is not entered
 * @cost: what has been spent on them, in yen
 *
 * The measures of a company in a few figures.
 */
typedef struct
{
  guint n;
  guint n_finished;
  guint n_late;
  gint64 budget;
  guint n_unbudgeted;
  gint64 cost;
} TagaMeasureSums;

gboolean
taga_measure_sums_load (TagaStore *store, const char *today, TagaMeasureSums *sums, GError **error);
guint taga_measure_get_delay (TagaRecord *measure, const char *today);
guint taga_measure_values_get_delay (const TagaValue *values, const char *today);

G_END_DECLS
