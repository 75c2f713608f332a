#pragma once

#include "taga-document.h"

G_BEGIN_DECLS

/* The columns of the sample register, for tests that look at one. */
enum
{
  SAMPLE_NAME = 1,
  SAMPLE_NOTE = 2,
  SAMPLE_MEDIUM = 5,
  SAMPLE_CONFIDENTIALITY = 9,
  SAMPLE_IMPORTANCE = 12,
  SAMPLE_RETENTION = 13,
  SAMPLE_REGISTERED_ON = 14,
  SAMPLE_RISK = 19,
  SAMPLE_BAND = 20,
  SAMPLE_N_COLUMNS = 21,
};

TagaDocument *report_sample_new_register (guint64 n_rows, TagaPaperSize paper);
TagaRowSource *report_sample_new_rows (const TagaValue *cells, guint n_columns, guint n_rows);
TagaDocument *report_sample_new_document (const TagaColumn *columns,
                                          guint n_columns,
                                          const TagaValue *cells,
                                          guint n_rows);

G_END_DECLS
