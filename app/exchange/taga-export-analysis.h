#pragma once

#include "taga-document.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaAnalysisOptions:
 * @paper: what it is printed on
 * @before: id of the round to compare from, or 0 for the latest one before @after
 * @after: id of the round to compare with, or 0 for the latest one
 *
 * How the workbook of the analysis is made.
 */
typedef struct
{
  TagaPaperSize paper;
  gint64 before;
  gint64 after;
} TagaAnalysisOptions;

TagaDocument *
taga_export_analysis_new (TagaStore *store, const TagaAnalysisOptions *options, GError **error);

G_END_DECLS
