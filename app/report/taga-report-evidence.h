#pragma once

#include "taga-edition.h"
#include "taga-paper-head.h"
#include "taga-record.h"
#include "taga-self-check.h"

G_BEGIN_DECLS

/* What a declaration needs: one star is the rules, two are the self-check and the policy. */
typedef struct
{
  guint stars;
  gboolean is_met;
  const char *sentence;
} TagaReportCondition;

/**
 * TagaReportRule:
 * @rule: a rule
 * @record: (nullable): what the company does about it
 */
typedef struct
{
  const TagaItem *rule;
  TagaRecord *record;
} TagaReportRule;

/**
 * TagaReportQuestion:
 * @question: a question of the self-check
 * @answer: the company's answer, or `TAGA_UNKNOWN`
 * @note: (nullable): what was written about it
 */
typedef struct
{
  const TagaItem *question;
  int answer;
  const char *note;
} TagaReportQuestion;

/**
 * TagaReportEvidence:
 * @edition: the method edition
 * @conditions: (element-type TagaReportCondition): what a declaration needs, ★ first
 * @declarations: (element-type TagaDeclaration): what was declared, the newest first
 * @rules: (element-type TagaReportRule): the rules of the set that the company follows
 * @rule_set: (nullable): that set
 * @questions: (element-type TagaReportQuestion): the questions, in order
 * @parts: (array length=n_parts): the parts of the self-check
 * @sums: (array length=n_parts): the points of each
 * @n_parts: how many
 * @total: the points of all questions
 * @reading: (nullable): what the total means
 * @stars_rule: says whose reading the conditions are
 * @company_rule: says whose rule the company's answer is
 *
 * What the evidence for SECURITY ACTION shows.
 */
typedef struct
{
  TagaEdition *edition;
  const GArray *conditions;
  const GPtrArray *declarations;
  const GArray *rules;
  const TagaItem *rule_set;
  const GArray *questions;
  const TagaItem *parts;
  const TagaSelfCheckSum *sums;
  guint n_parts;
  TagaSelfCheckSum total;
  const TagaChoice *reading;
  const char *stars_rule;
  const char *company_rule;
} TagaReportEvidence;

TagaPaper *taga_report_evidence_new (const TagaPaperHead *head, const TagaReportEvidence *evidence);

G_END_DECLS
