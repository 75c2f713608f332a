#pragma once

#include "taga-report-analysis.h"

G_BEGIN_DECLS

/* The sheets of the workbook "analysis". Each of these adds one or two, with the names of ranges
 * that the others' formulas refer to. */

#define TAGA_RANGE_CHECK_GROUP "check_group"
#define TAGA_RANGE_CHECK_ANSWER "check_answer"
#define TAGA_RANGE_MEASURES "measure_name"
#define TAGA_RANGE_MEASURE_STATUS "measure_status"
#define TAGA_RANGE_MEASURE_BUDGET "measure_budget"
#define TAGA_RANGE_MEASURE_COST "measure_cost"

/* The share of the items that are done among those that apply, of the cells or formulas that count
 * them: as [func@tally_get_share] does. */
#define TAGA_ANALYSIS_SHARE                                                                        \
  "=IF({items}-{none}={unanswered},\"\",IF({done}={items}-{none},1,IF({done}=0,0,"                 \
  "MIN(0.99,MAX(0.01,ROUND({done}/({items}-{none}),2))))))"

TagaSection *taga_analysis_add_section (TagaDocument *document,
                                        const TagaReportAnalysis *self,
                                        const char *name);
const char *taga_analysis_get_level_words (TagaEdition *edition, const char *domain, gint64 number);
const char *taga_analysis_get_words (TagaEdition *edition, const char *domain, const char *key);
const char *taga_analysis_get_band_words (TagaEdition *edition, TagaBand band);
char *taga_analysis_describe_round (const TagaReportAnalysis *self, const TagaAnalysisRound *round);

void taga_analysis_add_threats (TagaDocument *document, const TagaReportAnalysis *self);
void taga_analysis_add_checks (TagaDocument *document, const TagaReportAnalysis *self);
void taga_analysis_add_media (TagaDocument *document, const TagaReportAnalysis *self);
void taga_analysis_add_diagnosis (TagaDocument *document, const TagaReportAnalysis *self);
void taga_analysis_add_axes (TagaDocument *document, const TagaReportAnalysis *self);
void taga_analysis_add_risks (TagaDocument *document, const TagaReportAnalysis *self);
void taga_analysis_add_measures (TagaDocument *document, const TagaReportAnalysis *self);
void taga_analysis_add_comparison (TagaDocument *document, const TagaReportAnalysis *self);

G_END_DECLS
