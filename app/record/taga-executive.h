#pragma once

#include "taga-risk.h"
#include "taga-value.h"

G_BEGIN_DECLS

#define TAGA_EXECUTIVE_ROUNDS 2

/* So many of the largest risks the sheet names. */
#define TAGA_EXECUTIVE_RISKS 3

/**
 * TagaExecutiveRound:
 * @id: its number
 * @name: (nullable): what it is called
 * @day: (nullable): the day that it stands for
 * @is_open: whether it is not sealed yet
 * @n_axes: how many axes the radar has
 * @scores: (array length=n_axes): the score of each in tenths, or `TAGA_UNKNOWN`
 * @has_axes: whether any axis has a score
 * @n_assets: how many assets it has
 * @bands: how many of them are in each band, by [enum@Band]
 *
 * Where the company stood in a round.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *day;
  gboolean is_open;
  guint n_axes;
  int *scores;
  gboolean has_axes;
  guint n_assets;
  guint bands[TAGA_MAX_BANDS];
} TagaExecutiveRound;

/**
 * TagaExecutiveRisk:
 * @asset: number of the asset
 * @name: what it is called
 * @medium: key of what it is kept on
 * @n_others: how many other assets on the same medium have a risk as large
 * @risk: its value
 * @band: the band of that
 * @threat: (nullable): key of the threat that comes most often
 * @by_mark: whether it holds personal information
 * @is_vital: whether its importance is the highest there is
 * @frequency: how often that is to be expected, 1–3, or `TAGA_UNKNOWN`
 * @n_checks: how many check items apply to the medium
 * @n_done: how many of those are done
 * @n_partly: how many are done in part
 * @treatment: (nullable): key of what was decided about it
 * @measure: (nullable): name of a measure under way or planned against it
 * @day: (nullable): by when that is to be finished
 * @n_measures: how many such measures there are
 *
 * One of the largest risks: what would happen to what, why, and what is done about it.
 */
typedef struct
{
  gint64 asset;
  char *name;
  char *medium;
  guint n_others;
  int risk;
  TagaBand band;
  char *threat;
  gboolean by_mark;
  gboolean is_vital;
  int frequency;
  guint n_checks;
  guint n_done;
  guint n_partly;
  char *treatment;
  char *measure;
  char *day;
  guint n_measures;
} TagaExecutiveRisk;

/**
 * TagaExecutiveMeasure:
 * @id: its number
 * @name: what it is called
 * @owner: (nullable): who sees to it
 * @day: (nullable): when it was finished, or should be
 * @n_days: by how many days it is late
 *
 * A measure that is finished, or late.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *owner;
  char *day;
  guint n_days;
} TagaExecutiveMeasure;

/**
 * TagaExecutiveDecision:
 * @id: its number, or 0 for one that Taga proposes
 * @name: what is to be decided
 * @reason: (nullable): why
 * @measures: (nullable): numbers of the measures that it is about, with blanks between
 * @amount: yen, or `TAGA_UNKNOWN`
 * @due_on: (nullable): by when
 * @is_put_off: whether it was put off before
 *
 * Something to decide.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *reason;
  char *measures;
  gint64 amount;
  char *due_on;
  gboolean is_put_off;
} TagaExecutiveDecision;

/**
 * TagaExecutiveCosts:
 * @n_measures: how many measures there are
 * @budget: what they may cost in yen, as far as it is entered
 * @n_budgeted: for how many it is
 * @cost: what was spent in yen, as far as it is entered
 * @n_costed: for how many it is
 * @to_spend: what is left of the budgets of measures that are not finished
 * @n_to_spend: how many of those have a budget
 * @n_open: how many measures are not finished
 *
 * What the measures cost. What is not entered is not 0.
 */
typedef struct
{
  guint n_measures;
  gint64 budget;
  guint n_budgeted;
  gint64 cost;
  guint n_costed;
  gint64 to_spend;
  guint n_to_spend;
  guint n_open;
} TagaExecutiveCosts;

/**
 * TagaExecutive:
 * @n_rounds: how many of @rounds there are
 * @rounds: the rounds that are compared, the earlier one first
 * @n_assets: assets in use
 * @n_unknown: how many of them have no risk value yet
 * @line: the smallest risk value that has to be treated
 * @n_above: how many assets have that or more
 * @n_untreated: for how many of those nothing is decided
 * @risks: (element-type TagaExecutiveRisk): the largest risks, on each medium the largest one
 * @done: (element-type TagaExecutiveMeasure): what was finished since the earlier round, newest
 *   first
 * @late: (element-type TagaExecutiveMeasure): what should be finished and is not, the latest first
 * @costs: what it costs
 * @decisions: (element-type TagaExecutiveDecision): what is to be decided
 * @is_proposal: whether those are not entered, but follow from the plan
 *
 * What a president with five minutes has to know and to decide.
 */
typedef struct
{
  guint n_rounds;
  TagaExecutiveRound rounds[TAGA_EXECUTIVE_ROUNDS];
  guint n_assets;
  guint n_unknown;
  int line;
  guint n_above;
  guint n_untreated;
  GPtrArray *risks;
  GPtrArray *done;
  GPtrArray *late;
  TagaExecutiveCosts costs;
  GPtrArray *decisions;
  gboolean is_proposal;
} TagaExecutive;

TagaExecutive *taga_executive_new (void);
void taga_executive_free (TagaExecutive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaExecutive, taga_executive_free)

void taga_executive_decision_free (TagaExecutiveDecision *self);

G_END_DECLS
