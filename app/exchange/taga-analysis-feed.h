#pragma once

#include "taga-report-analysis.h"
#include "taga-round-compare.h"

G_BEGIN_DECLS

/* What the workbook of the analysis reads row by row while it is written. */

/**
 * TagaAnalysisFeed:
 *
 * The assets in use, read from the file in some order.
 */
typedef struct _TagaAnalysisFeed TagaAnalysisFeed;

TagaAnalysisFeed *taga_analysis_feed_new (TagaStore *store, GError **error);
TagaAnalysisFeed *
taga_analysis_feed_new_by_risk (TagaStore *store, const TagaAnalysisFeed *other, GError **error);
void taga_analysis_feed_free (gpointer feed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaAnalysisFeed, taga_analysis_feed_free)

gboolean taga_analysis_feed_read (gpointer feed,
                                  gint64 *id,
                                  const TagaValue **values,
                                  gboolean *has_row,
                                  GError **error);
gboolean taga_analysis_feed_read_placed (gpointer feed,
                                         gint64 *id,
                                         const TagaValue **values,
                                         guint *position,
                                         gboolean *has_row,
                                         GError **error);

TagaRowSource *taga_analysis_feed_changes (TagaRoundComparison *comparison);

G_END_DECLS
