#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "taga-cli.h"
#include "taga-export-write.h"
#include "taga-export.h"

static gboolean
export_report (TagaStore *store,
               GFile *target,
               const char *report,
               const TagaExportOptions *options,
               TagaWriteFlags flags,
               GError **error)
{
  TagaExportResult result;
  g_autoptr (GPtrArray) notes = NULL;

  if (!taga_export_write (store, report, options, target, flags, NULL, NULL, NULL, &result, error))
    return FALSE;

  notes = result.notes;
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_printerr ("taga-cli: %s\n", (const char *) g_ptr_array_index (notes, i));
  if (!taga_export_is_paper (report))
    g_print (_ ("Rows written: %llu\n"), (unsigned long long) result.n_rows);
  else if (result.n_pages > 0)
    g_print (_ ("Pages written: %u\n"), result.n_pages);

  return TRUE;
}

/* What of the command line goes to the writer, and what to the report. */
typedef struct
{
  char *report;
  char *paper;
  gboolean cp932;
  gboolean replace;
  gboolean lies;
  gint64 round;
  gint64 before;
  gint64 after;
  gboolean no_alias;
  char *approval;
  char *number;
  char *version;
  char *mark;
  char *chart;
} Line;

static void
clear_line (Line *line)
{
  g_free (line->report);
  g_free (line->paper);
  g_free (line->approval);
  g_free (line->number);
  g_free (line->version);
  g_free (line->mark);
  g_free (line->chart);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, clear_line)

static gboolean
parse_line (Line *line, int *n, char ***arguments)
{
  const GOptionEntry entries[] = {
    { "report", 0, 0, G_OPTION_ARG_STRING, &line->report, NULL, NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &line->paper, NULL, NULL },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &line->lies, NULL, NULL },
    { "cp932", 0, 0, G_OPTION_ARG_NONE, &line->cp932, NULL, NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &line->replace, NULL, NULL },
    { "round", 0, 0, G_OPTION_ARG_INT64, &line->round, NULL, NULL },
    { "before", 0, 0, G_OPTION_ARG_INT64, &line->before, NULL, NULL },
    { "after", 0, 0, G_OPTION_ARG_INT64, &line->after, NULL, NULL },
    { "no-alias", 0, 0, G_OPTION_ARG_NONE, &line->no_alias, NULL, NULL },
    { "approval", 0, 0, G_OPTION_ARG_STRING, &line->approval, NULL, NULL },
    { "document-number", 0, 0, G_OPTION_ARG_STRING, &line->number, NULL, NULL },
    { "document-version", 0, 0, G_OPTION_ARG_STRING, &line->version, NULL, NULL },
    { "chart", 0, 0, G_OPTION_ARG_STRING, &line->chart, NULL, NULL },
    { "mark", 0, 0, G_OPTION_ARG_STRING, &line->mark, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  return taga_cli_parse (n, arguments, entries, 2, 2);
}

/* The first option of the line that means nothing to the report; `NULL` if there is none. */
static const char *
find_useless (const Line *line, const TagaExportReport *report)
{
  const struct
  {
    const char *option;
    gboolean is_given;
    gboolean is_taken;
  } options[] = {
    { "--round", line->round != 0, (report->takes & TAGA_EXPORT_TAKES_ROUND) != 0 },
    { "--before", line->before != 0, (report->takes & TAGA_EXPORT_TAKES_PAIR) != 0 },
    { "--after", line->after != 0, (report->takes & TAGA_EXPORT_TAKES_PAIR) != 0 },
    { "--paper", line->paper != NULL, (report->takes & TAGA_EXPORT_TAKES_SIZE) != 0 },
    { "--landscape", line->lies, (report->takes & TAGA_EXPORT_TAKES_TURN) != 0 },
    { "--no-alias", line->no_alias, (report->takes & TAGA_EXPORT_TAKES_ALIASES) != 0 },
    { "--approval", line->approval != NULL, (report->takes & TAGA_EXPORT_TAKES_HEAD) != 0 },
    { "--document-number", line->number != NULL, (report->takes & TAGA_EXPORT_TAKES_HEAD) != 0 },
    { "--document-version", line->version != NULL, (report->takes & TAGA_EXPORT_TAKES_HEAD) != 0 },
    { "--chart", line->chart != NULL, (report->takes & TAGA_EXPORT_TAKES_CHART) != 0 },
    { "--mark", line->mark != NULL, (report->takes & TAGA_EXPORT_TAKES_HEAD) != 0 },
    { "--cp932", line->cp932, (report->formats & TAGA_EXPORT_CSV) != 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].is_given && !options[i].is_taken)
      return options[i].option;

  return NULL;
}

static void
read_options (const Line *line, TagaExportOptions *options)
{
  options->round = line->round;
  options->before = line->before;
  options->after = line->after;
  options->size = g_strcmp0 (line->paper, "a3") == 0 ? TAGA_PAPER_A3 : TAGA_PAPER_A4;
  options->turn = line->lies ? TAGA_EXPORT_TURN_LYING : TAGA_EXPORT_TURN_USUAL;
  options->approval = line->approval;
  options->number = line->number;
  options->version = line->version;
  options->mark = line->mark;
  options->chart = line->chart;
  options->keeps_names = line->no_alias;
}

static int
refuse_option (const char *option, const TagaExportReport *report)
{
  g_autofree char *text =
      g_strdup_printf (_ ("The report “%s” has no use for %s."), report->name, option);

  return taga_cli_misuse (text);
}

/**
 * taga_cli_export:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Writes a report to a file; its extension says in which format.
 *
 * Returns: the exit status
 */
int
taga_cli_export (int n, char **arguments)
{
  g_auto (Line) line = { NULL };
  TagaExportOptions options = { 0 };
  const TagaExportReport *report;
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;
  TagaWriteFlags flags = TAGA_WRITE_NONE;

  if (!parse_line (&line, &n, &arguments))
    return TAGA_CLI_USAGE;

  if (line.paper != NULL && !g_str_equal (line.paper, "a4") && !g_str_equal (line.paper, "a3"))
    return taga_cli_misuse (_ ("--paper must be a4 or a3."));
  if (line.report == NULL)
    line.report = g_strdup ("register");
  report = taga_export_find_report (line.report);
  if (report != NULL && find_useless (&line, report) != NULL)
    return refuse_option (find_useless (&line, report), report);

  read_options (&line, &options);
  if (line.cp932)
    flags |= TAGA_WRITE_CP932;
  if (line.replace)
    flags |= TAGA_WRITE_REPLACE;

  store = taga_cli_open (arguments[1], TRUE, &error);
  target = g_file_new_for_path (arguments[2]);
  if (store == NULL)
    return taga_cli_fail (error);

  if (!export_report (store, target, line.report, &options, flags, &error))
    return taga_cli_fail (error);

  return TAGA_CLI_DONE;
}
