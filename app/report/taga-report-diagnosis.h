#pragma once

#include "taga-edition.h"
#include "taga-paper-head.h"
#include "taga-tally.h"

G_BEGIN_DECLS

typedef struct
{
  const TagaItem *group;
  TagaTally tally;
} TagaReportGroup;

/**
 * TagaReportRegulation:
 * @regulation: a regulation
 * @is_needed: 1 if it is needed, 0 if not, `TAGA_UNKNOWN` if that is not known yet
 * @reasons: (element-type TagaItem): the check items that ask for it
 */
typedef struct
{
  const TagaItem *regulation;
  int is_needed;
  const GPtrArray *reasons;
} TagaReportRegulation;

/**
 * TagaReportDiagnosis:
 * @groups: (element-type TagaReportGroup): each group of check items
 * @regulations: (element-type TagaReportRegulation): each regulation
 * @total: the answers to all items
 * @n_to_confirm: answers that were copied from the round before and not looked at yet
 * @share_rule: says whose rule the share is
 * @need_rule: says whose rule it is when a regulation is needed
 *
 * What the paper 診断結果 shows.
 */
typedef struct
{
  const GArray *groups;
  const GArray *regulations;
  TagaTally total;
  guint n_to_confirm;
  const char *share_rule;
  const char *need_rule;
} TagaReportDiagnosis;

TagaPaper *taga_report_diagnosis_new (const TagaPaperHead *head,
                                      const TagaReportDiagnosis *diagnosis);

G_END_DECLS
