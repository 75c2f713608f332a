#pragma once

#include "taga-document.h"
#include "taga-edition.h"
#include "taga-paper-head.h"
#include "taga-record.h"
#include "taga-report-register.h"
#include "taga-tally.h"

G_BEGIN_DECLS

/**
 * TagaAnalysisRound:
 * @name: (nullable): what it is called
 * @date: (nullable): its day, ISO 8601
 * @judge: (nullable): who judged
 * @sealed_on: (nullable): when it was sealed
 *
 * A round of assessment.
 */
typedef struct
{
  const char *name;
  const char *date;
  const char *judge;
  const char *sealed_on;
} TagaAnalysisRound;

/**
 * TagaAnalysisNeed:
 * @regulation: a regulation
 * @need: 1 if it is needed, 0 if not, `TAGA_UNKNOWN` if that is not known yet
 * @tally: the answers to the check items that ask for it
 *
 * Whether the company needs a regulation.
 */
typedef struct
{
  const TagaItem *regulation;
  int need;
  TagaTally tally;
} TagaAnalysisNeed;

/**
 * TagaAnalysisAxis:
 * @axis: an axis of the radar
 * @score: its score in tenths, or `TAGA_UNKNOWN`
 * @is_judged: whether a judge entered it
 * @evidence: (nullable): what the judge looked at
 * @by: (nullable): who judged
 * @on: (nullable): on which day
 *
 * Where an axis stands.
 */
typedef struct
{
  const TagaItem *axis;
  int score;
  gboolean is_judged;
  const char *evidence;
  const char *by;
  const char *on;
} TagaAnalysisAxis;

/**
 * TagaAnalysisChange:
 * @item: an axis, or a group of check items
 * @before: its score in tenths, or its share in percent, in the one round; or `TAGA_UNKNOWN`
 * @after: the same in the other round
 *
 * What became of an axis or a group.
 */
typedef struct
{
  const TagaItem *item;
  int before;
  int after;
} TagaAnalysisChange;

/**
 * TagaAnalysisSide:
 * @round: the round
 * @n_assets: how many assets it has
 * @n_bands: how many of them are in each band, by [enum@Band]
 */
typedef struct
{
  TagaAnalysisRound round;
  guint n_assets;
  guint n_bands[TAGA_MAX_BANDS];
} TagaAnalysisSide;

/**
 * TagaAnalysisMeasure:
 * @name: (nullable): what it is called
 * @finished_on: (nullable): the day on which it was finished
 */
typedef struct
{
  const char *name;
  const char *finished_on;
} TagaAnalysisMeasure;

/**
 * TagaAnalysisComparison:
 * @before: the one round
 * @after: the other round
 * @axes: (element-type TagaAnalysisChange): each axis
 * @groups: (element-type TagaAnalysisChange): each group of check items
 * @measures: (element-type TagaAnalysisMeasure): those finished in between
 * @n_moves: of the assets in both, how many went from the band of the first index to that of the
 *   second
 * @n_same: how many have the same risk in both
 * @n_new: how many only the other round has
 * @n_gone: how many only the one round has
 * @changes: (transfer full): the assets that are not the same: name, risk before, band before, risk
 *   after, band after, and what became of it, in words
 *
 * What two rounds have in common and what became different.
 */
typedef struct
{
  TagaAnalysisSide before;
  TagaAnalysisSide after;
  const GArray *axes;
  const GArray *groups;
  const GArray *measures;
  guint n_moves[TAGA_MAX_BANDS][TAGA_MAX_BANDS];
  guint n_same;
  guint n_new;
  guint n_gone;
  TagaRowSource *changes;
} TagaAnalysisComparison;

/**
 * TagaAnalysisRiskFunc:
 * @rows: what it reads from
 * @id: (out): the asset's number
 * @values: (out): the asset's values, borrowed until the next call
 * @position: (out): which row of the register the asset is, from 1
 * @has_row: (out): whether there was one left
 * @error: return location for an error
 *
 * Reads the next asset by risk.
 *
 * Returns: `TRUE` on success
 */
typedef gboolean (*TagaAnalysisRiskFunc) (gpointer rows,
                                          gint64 *id,
                                          const TagaValue **values,
                                          guint *position,
                                          gboolean *has_row,
                                          GError **error);

/**
 * TagaReportAnalysis:
 * @edition: the method edition, with what the company has added
 * @head: what every paper of the company has
 * @paper: what it is printed on
 * @number: (nullable): number of the document
 * @version: (nullable): its version
 * @mark: (nullable): its class mark, such as 社外秘
 * @is_fictitious: whether there is no such company
 * @round: the round that threats and checks are of
 * @assessment: what that round says of each medium
 * @threats: (element-type TagaRecord): the answers to the threats
 * @checks: (element-type TagaRecord): the answers to the check items
 * @regulations: (element-type utf8): for each check item in the edition's order, the regulations
 *   that it asks for, joined by "、"
 * @needs: (element-type TagaAnalysisNeed): each regulation
 * @axes: (element-type TagaAnalysisAxis): each axis
 * @measures: (element-type TagaRecord): all measures
 * @n_assets: how many assets are in use
 * @n_bands: how many of them are in each band, by [enum@Band]
 * @n_media: how many of them each medium of @assessment has
 * @line: the smallest risk value that has to be treated
 * @next_asset: reads the assets in the order of the register
 * @assets: (transfer full): what it reads from
 * @next_risk: reads the same assets, the largest risk first, after all of @assets
 * @risks: (transfer full): what it reads from
 * @free_rows: frees @assets and @risks
 * @comparison: (nullable): two rounds, or `NULL` if there are not two
 *
 * What the workbook of the analysis shows.
 */
typedef struct
{
  TagaEdition *edition;
  const TagaPaperHead *head;
  TagaPaperSize paper;
  const char *number;
  const char *version;
  const char *mark;
  gboolean is_fictitious;
  TagaAnalysisRound round;
  const TagaAssessment *assessment;
  const GPtrArray *threats;
  const GPtrArray *checks;
  const GPtrArray *regulations;
  const GArray *needs;
  const GArray *axes;
  const GPtrArray *measures;
  guint n_assets;
  guint n_bands[TAGA_MAX_BANDS];
  guint n_media[TAGA_MAX_MEDIA];
  int line;
  TagaNumberedFunc next_asset;
  gpointer assets;
  TagaAnalysisRiskFunc next_risk;
  gpointer risks;
  GDestroyNotify free_rows;
  const TagaAnalysisComparison *comparison;
} TagaReportAnalysis;

TagaDocument *taga_report_analysis_new (const TagaReportAnalysis *analysis);

G_END_DECLS
