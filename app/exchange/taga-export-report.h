#pragma once

#include "taga-document.h"
#include "taga-paper-head.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaExportFormats:
 * @TAGA_EXPORT_PDF: .pdf
 * @TAGA_EXPORT_DOCX: .docx
 * @TAGA_EXPORT_XLSX: .xlsx
 * @TAGA_EXPORT_CSV: .csv, in UTF-8 or CP932
 * @TAGA_EXPORT_SVG: .svg
 * @TAGA_EXPORT_PNG: .png
 *
 * In which formats there is a report.
 */
typedef enum
{
  TAGA_EXPORT_PDF = 1 << 0,
  TAGA_EXPORT_DOCX = 1 << 1,
  TAGA_EXPORT_XLSX = 1 << 2,
  TAGA_EXPORT_CSV = 1 << 3,
  TAGA_EXPORT_SVG = 1 << 4,
  TAGA_EXPORT_PNG = 1 << 5,
} TagaExportFormats;

/* In what every paper comes. */
#define TAGA_EXPORT_PAPER_FORMATS (TAGA_EXPORT_PDF | TAGA_EXPORT_DOCX)

/**
 * TagaExportTakes:
 * @TAGA_EXPORT_TAKES_ROUND: the round whose answers it shows
 * @TAGA_EXPORT_TAKES_PAIR: the two rounds that it compares
 * @TAGA_EXPORT_TAKES_SIZE: A4 or A3
 * @TAGA_EXPORT_TAKES_TURN: upright or lying
 * @TAGA_EXPORT_TAKES_HEAD: labels of the approval boxes, date style, number, version and class mark
 * @TAGA_EXPORT_TAKES_ALIASES: whether names are replaced
 * @TAGA_EXPORT_TAKES_CHART: which chart it shows, and in which colours a picture of it is
 *
 * Which options mean something to a report.
 */
typedef enum
{
  TAGA_EXPORT_TAKES_ROUND = 1 << 0,
  TAGA_EXPORT_TAKES_PAIR = 1 << 1,
  TAGA_EXPORT_TAKES_SIZE = 1 << 2,
  TAGA_EXPORT_TAKES_TURN = 1 << 3,
  TAGA_EXPORT_TAKES_HEAD = 1 << 4,
  TAGA_EXPORT_TAKES_ALIASES = 1 << 5,
  TAGA_EXPORT_TAKES_CHART = 1 << 6,
} TagaExportTakes;

typedef enum
{
  TAGA_EXPORT_TURN_USUAL,
  TAGA_EXPORT_TURN_UPRIGHT,
  TAGA_EXPORT_TURN_LYING,
} TagaExportTurn;

typedef enum
{
  TAGA_EXPORT_DATES_OF_COMPANY,
  TAGA_EXPORT_DATES_WESTERN,
  TAGA_EXPORT_DATES_JAPANESE,
} TagaExportDates;

/* The colours of a picture. */
typedef enum
{
  TAGA_EXPORT_COLOURS_PRINT,
  TAGA_EXPORT_COLOURS_LIGHT,
  TAGA_EXPORT_COLOURS_DARK,
  TAGA_EXPORT_COLOURS_CONTRAST,
  TAGA_EXPORT_COLOURS_MONOCHROME,
} TagaExportColours;

/**
 * TagaExportOptions:
 * @round: the round to show; 0 for the one that the store looks at
 * @before: the earlier round of a comparison; 0 for the last but one
 * @after: the later one; 0 for the last one
 * @size: what it is printed on
 * @turn: how the paper lies
 * @dates: how days are written
 * @approval: (nullable): labels of the approval boxes; empty for none, `NULL` for the
 *   company's own
 * @number: (nullable): number of the document
 * @version: (nullable): its version
 * @mark: (nullable): its class mark, such as 社外秘
 * @chart: (nullable): key of a chart, see [func@chart_source_get_kind]; `NULL` for the first
 * @colours: colours of a picture; papers have those for print
 * @keeps_names: whether names are shown as they are where a report replaces them by itself
 *
 * How a report is wanted. All zero is the usual way; what a report does not take is passed over.
 */
typedef struct
{
  gint64 round;
  gint64 before;
  gint64 after;
  TagaPaperSize size;
  TagaExportTurn turn;
  TagaExportDates dates;
  const char *approval;
  const char *number;
  const char *version;
  const char *mark;
  const char *chart;
  TagaExportColours colours;
  gboolean keeps_names;
} TagaExportOptions;

typedef TagaPaper *(*TagaExportPaperFunc) (TagaStore *store,
                                           const TagaPaperHead *head,
                                           const TagaExportOptions *options,
                                           GError **error);
typedef TagaDocument *(*TagaExportDocumentFunc) (TagaStore *store,
                                                 const TagaExportOptions *options,
                                                 GError **error);

/**
 * TagaExportReport:
 * @name: by which the command line and links name it
 * @title: what it is called, marked with N_()
 * @purpose: what it is for, and for whom, marked with N_()
 * @create_paper: (nullable): makes it if it has pages
 * @create_document: (nullable): makes it if it is made of tables. One of the two is set
 * @formats: [flags@ExportFormats]
 * @takes: [flags@ExportTakes]
 * @needs: (nullable): type of the records without any of which it has nothing to show
 * @page: (nullable): page of the workbench where they are entered
 * @advice: (nullable): says what to do there first, marked with N_()
 *
 * A report of the program.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *purpose;
  TagaExportPaperFunc create_paper;
  TagaExportDocumentFunc create_document;
  guint formats;
  guint takes;
  GType (*needs) (void);
  const char *page;
  const char *advice;
} TagaExportReport;

const TagaExportReport *taga_export_get_reports (guint *n);
const TagaExportReport *taga_export_find_report (const char *name);

G_END_DECLS
