#pragma once

#include "taga-axis-values.h"
#include "taga-self-check-read.h"
#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_OVERVIEW_ROUNDS 2

/* So many days ahead something is due soon (our rule). */
#define TAGA_OVERVIEW_DAYS 30

/**
 * TagaOverviewRound:
 * @id: its number
 * @name: what it is called
 * @axes: where the axes of the radar stand
 * @has_axes: whether any axis has a score
 * @has_bands: whether it is known how many risks there are in each band
 * @bands: how many there are, by [enum@Band]
 *
 * One of the rounds that are compared at a glance.
 */
typedef struct
{
  gint64 id;
  char *name;
  TagaAxisValues *axes;
  gboolean has_axes;
  gboolean has_bands;
  guint bands[TAGA_MAX_BANDS];
} TagaOverviewRound;

/**
 * TagaDueKind:
 *
 * What is due.
 */
typedef enum
{
  TAGA_DUE_MEASURE,
  TAGA_DUE_DECLARATION,
  TAGA_DUE_STOCKTAKE,
} TagaDueKind;

/**
 * TagaDue:
 * @kind: what it is
 * @id: number of its record
 * @name: what it is called
 * @owner: (nullable): who sees to it
 * @day: the day on which it is due
 * @days: how many days there are until then; negative if it is late
 *
 * Something with a day.
 */
typedef struct
{
  TagaDueKind kind;
  gint64 id;
  char *name;
  char *owner;
  char *day;
  int days;
} TagaDue;

/**
 * TagaOverview:
 * @n_rounds: how many of @rounds there are
 * @rounds: the newest rounds, the earlier one first
 * @self_check: the self-check of the newest round
 * @due: (element-type TagaDue): what is late or due soon, the earliest first
 * @n_expired: assets in use that are kept longer than they should
 * @n_measures: measures that have a budget or a cost
 * @budget: what the measures are planned to cost, in yen
 * @cost: what they have cost
 *
 * What somebody wants to know before anything else.
 */
typedef struct
{
  guint n_rounds;
  TagaOverviewRound rounds[TAGA_OVERVIEW_ROUNDS];
  TagaSelfCheck *self_check;
  GPtrArray *due;
  guint n_expired;
  guint n_measures;
  gint64 budget;
  gint64 cost;
} TagaOverview;

TagaOverview *taga_overview_read (TagaStore *store, const char *today, GError **error);
void taga_overview_free (TagaOverview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaOverview, taga_overview_free)

G_END_DECLS
