#pragma once

#include "taga-import-plan.h"
#include "taga-sheet.h"

G_BEGIN_DECLS

/* How far down a header may stand. */
#define TAGA_SURVEY_MAX_HEADER_ROW 200

/**
 * TagaSurvey:
 * @sheets: the file's sheets
 * @klass: the record type that they may hold
 * @defined: the scale that the file defines, if it does
 *
 * Looks at the beginning of a sheet: where its header is, which column is which, what its values
 * are like.
 */
typedef struct
{
  TagaSheets *sheets;
  TagaRecordClass *klass;
  TagaSourceScale defined;
} TagaSurvey;

gboolean taga_survey_define (TagaSurvey *self, GCancellable *cancellable, GError **error);
gboolean taga_survey_examine (const TagaSurvey *self,
                              guint number,
                              guint header_row,
                              TagaImportSheet *sheet,
                              GCancellable *cancellable,
                              GError **error);
gboolean taga_survey_count (const TagaSurvey *self,
                            guint number,
                            TagaImportSheet *sheet,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
