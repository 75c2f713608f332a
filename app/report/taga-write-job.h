#pragma once

#include "taga-writer.h"

G_BEGIN_DECLS

typedef struct _TagaChartFormat TagaChartFormat;

/**
 * TagaWriteJob:
 * @document: (nullable): what is written, if it is a document
 * @paper: (nullable): what is written, if it is a paper
 * @chart: (nullable): what is written, if it is a chart
 * @format: (nullable): how large the chart becomes, and in which colours
 * @path: the temporary file that it is written to
 * @name: (type utf8): name of the target, for sentences
 * @flags: how it is written
 * @progress: (nullable): hears of progress
 * @user_data: data for @progress
 * @cancellable: (nullable): may stop it
 * @rows_share: which part of the time the rows take; the rest is told by [func@write_job_reach]
 * @n_rows: rows handed over by the row sources so far; of a paper, its pages
 * @n_total: rows that there will be
 * @notes: (element-type utf8): what the user should know of the file
 * @n_notes: how many notes there would be if they were not limited
 * @cleaned: (nullable): the last text that [func@write_job_clean] had to change
 * @n_cleaned: how many texts it had to change
 *
 * One writing of one document: what the formats share. Each of them has one function that writes
 * and checks the temporary file.
 */
typedef struct
{
  TagaDocument *document;
  TagaPaper *paper;
  TagaChart *chart;
  const TagaChartFormat *format;
  const char *path;
  char *name;
  TagaWriteFlags flags;

  TagaWriteProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
  double rows_share;

  guint64 n_rows;
  guint64 n_total;

  GPtrArray *notes;
  guint64 n_notes;
  char *cleaned;
  guint64 n_cleaned;
} TagaWriteJob;

gboolean taga_write_job_reach (TagaWriteJob *job, double fraction, GError **error);
gboolean taga_write_job_advance (TagaWriteJob *job, GError **error);
const char *taga_write_job_clean (TagaWriteJob *job, const char *text);
void taga_write_job_note (TagaWriteJob *job, char *note);
gboolean taga_write_job_fail (TagaWriteJob *job, int saved_errno, GError **error);

gboolean taga_write_parse_date (const char *text, int *year, int *month, int *day);

gboolean taga_xlsx_write (TagaWriteJob *job, GError **error);
gboolean taga_csv_write (TagaWriteJob *job, GError **error);
gboolean taga_pdf_write (TagaWriteJob *job, GError **error);
gboolean taga_svg_write (TagaWriteJob *job, GError **error);
gboolean taga_docx_write (TagaWriteJob *job, GError **error);

G_END_DECLS
