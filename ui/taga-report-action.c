#include "taga-report-action.h"

#include <glib/gi18n-lib.h>

#include "taga-company.h"
#include "taga-export-recent.h"
#include "taga-export-write.h"
#include "taga-export.h"
#include "taga-job.h"
#include "taga-paper-print.h"
#include "taga-ui.h"
#include "taga-written.h"

/* One report on its way. The thread has it to itself until the job ends. */
typedef struct
{
  GtkWidget *widget; /* (unowned): the job's parent */
  TagaStore *store;  /* (owned): the main thread's; the work has one of its own */
  TagaReportWritten written;
  gpointer user_data;

  char *path; /* (owned): of the company file */
  gint64 round;
  char *report;               /* (owned) */
  TagaExportOptions *options; /* (owned) */
  GFile *target;              /* (owned) (nullable): none if it is printed */
  TagaWriteFlags flags;

  TagaExportResult result; /* (owned) */
  TagaPaperLayout *layout; /* (owned) (nullable) */
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->store);
  g_clear_object (&work->target);
  g_clear_object (&work->layout);
  g_clear_pointer (&work->result.notes, g_ptr_array_unref);
  taga_export_options_free (work->options);
  g_free (work->report);
  g_free (work->path);
  g_free (work);
}

static Work *
create_work (GtkWidget *widget,
             TagaStore *store,
             const char *report,
             const TagaExportOptions *options)
{
  const TagaExportOptions usual = { 0 };
  Work *work = g_new0 (Work, 1);

  work->widget = widget;
  work->store = g_object_ref (store);
  work->path = g_strdup (taga_store_get_path (store));
  work->round = taga_store_get_round (store);
  work->report = g_strdup (report);
  work->options = taga_export_options_copy (options == NULL ? &usual : options);

  return work;
}

/* Runs in a thread, with a store of its own: what is on disk is what is written. */
static TagaStore *
open_store (Work *work, GError **error)
{
  g_autoptr (TagaStore) store = taga_store_open (work->path, TRUE, error);

  if (store == NULL)
    return NULL;
  if (work->round != 0 && work->round != taga_store_get_round (store)
      && !taga_store_select_round (store, work->round, error))
    return NULL;

  return g_steal_pointer (&store);
}

static gboolean
write_report (TagaJob *job, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (TagaStore) store = open_store (work, error);

  return store != NULL
         && taga_export_write (store, work->report, work->options, work->target, work->flags,
                               taga_job_report, job, taga_job_get_cancellable (job), &work->result,
                               error);
}

static gboolean
lay_out (TagaJob *job, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (TagaStore) store = open_store (work, error);
  g_autoptr (TagaPaper) paper =
      store == NULL ? NULL : taga_export_new_paper (store, work->report, work->options, error);

  if (paper == NULL)
    return FALSE;

  work->layout = taga_paper_layout_new (paper, taga_job_get_cancellable (job), error);
  return work->layout != NULL;
}

static char *
describe (Work *work)
{
  guint n_pages = work->result.n_pages;
  guint n_rows = (guint) MIN (work->result.n_rows, G_MAXUINT);

  if (n_pages > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u page written", "%u pages written", n_pages), n_pages);
  if (taga_export_is_paper (work->report))
    /* Translators: a file was written; its name follows */
    return g_strdup (C_ ("file", "Written"));

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u row written", "%'u rows written", n_rows), n_rows);
}

/* Where it went is no reason to trouble somebody who has the file already. */
static void
remember (Work *work)
{
  g_autoptr (GError) error = NULL;

  if (!taga_store_is_read_only (work->store)
      && !taga_export_recent_add (work->store, work->report, work->target, &error))
    g_debug ("a file that was written could not be remembered: %s", error->message);
  if (work->written != NULL)
    work->written (work->target, work->user_data);
}

static void
written_cb (const GError *error, gpointer user_data)
{
  Work *work = user_data;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      taga_ui_toast (work->widget, _ ("Stopped. No file was written."));
      return;
    }
  if (error != NULL)
    {
      taga_ui_show_error (work->widget,
                          taga_export_is_paper (work->report)
                              ? _ ("The Paper Could Not Be Written")
                              : _ ("The Report Could Not Be Written"),
                          error);
      return;
    }

  text = describe (work);
  taga_written_announce (work->widget, text, work->target);
  if (work->result.notes != NULL && work->result.notes->len > work->result.n_told)
    taga_written_show_notes (work->widget, work->result.notes, _ ("Written, With Notes"),
                             _ ("The paper is written. Please look it over with these points in "
                                "mind:"));
  remember (work);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || gtk_widget_get_root (widget) == NULL)
    return;

  gtk_print_operation_get_error (operation, &error);
  taga_ui_show_error (widget, _ ("The Paper Could Not Be Printed"), error);
}

static void
laid_out_cb (const GError *error, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      taga_ui_show_error (work->widget, _ ("The Paper Could Not Be Printed"), error);
      return;
    }

  /* GTK holds the operation until it is done. What goes wrong comes with that signal. */
  operation = taga_paper_print_new (work->layout);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), work->widget, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (work->widget)), NULL);
}

/**
 * taga_report_action_write:
 * @widget: a widget inside the toast overlay that is to tell the outcome
 * @store: the company file
 * @report: name of a report
 * @options: (nullable): how it is wanted
 * @target: where to; a file that is there is replaced. Its ending says in which format
 * @kind: the format, where one ending has several
 * @written: (nullable): hears of it when the file is there
 * @user_data: data for @written; it lives as long as @widget
 *
 * Writes a report, as a job that can be stopped, and then offers to open it.
 */
void
taga_report_action_write (GtkWidget *widget,
                          TagaStore *store,
                          const char *report,
                          const TagaExportOptions *options,
                          GFile *target,
                          TagaFileKind kind,
                          TagaReportWritten written,
                          gpointer user_data)
{
  Work *work;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TAGA_IS_STORE (store));
  g_return_if_fail (taga_export_find_report (report) != NULL && G_IS_FILE (target));

  work = create_work (widget, store, report, options);
  work->target = g_object_ref (target);
  work->written = written;
  work->user_data = user_data;
  work->flags = TAGA_WRITE_REPLACE;
  if (kind == TAGA_FILE_CSV_CP932)
    work->flags |= TAGA_WRITE_CP932;

  taga_job_run (widget,
                taga_export_is_paper (report) ? _ ("Writing the paper") : _ ("Writing the report"),
                write_report, work, free_work, written_cb, work);
}

/**
 * taga_report_action_print:
 * @widget: a widget of the window
 * @store: the company file
 * @report: name of a report that is a paper
 * @options: (nullable): how it is wanted
 *
 * Prints a paper: its pages are set as a job, then the system asks for the printer.
 */
void
taga_report_action_print (GtkWidget *widget,
                          TagaStore *store,
                          const char *report,
                          const TagaExportOptions *options)
{
  Work *work;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TAGA_IS_STORE (store));
  g_return_if_fail (taga_export_is_paper (report));

  work = create_work (widget, store, report, options);
  taga_job_run (widget, _ ("Setting the pages"), lay_out, work, free_work, laid_out_cb, work);
}

/**
 * taga_report_action_list_kinds:
 * @report: a report
 * @kinds: (out caller-allocates) (array fixed-size=8): which files it can be
 *
 * Lists the formats of a report, the usual one first.
 *
 * Returns: how many there are
 */
guint
taga_report_action_list_kinds (const TagaExportReport *report, TagaFileKind *kinds)
{
  static const struct
  {
    guint format;
    TagaFileKind kind;
  } formats[] = {
    { TAGA_EXPORT_PDF, TAGA_FILE_PDF },       { TAGA_EXPORT_DOCX, TAGA_FILE_DOCX },
    { TAGA_EXPORT_XLSX, TAGA_FILE_XLSX },     { TAGA_EXPORT_CSV, TAGA_FILE_CSV },
    { TAGA_EXPORT_CSV, TAGA_FILE_CSV_CP932 }, { TAGA_EXPORT_SVG, TAGA_FILE_SVG },
    { TAGA_EXPORT_PNG, TAGA_FILE_PNG },
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if ((report->formats & formats[i].format) != 0)
      kinds[n++] = formats[i].kind;

  return n;
}

/**
 * taga_report_action_suggest_name:
 * @store: a company file
 * @report: name of a report
 * @date: the day, ISO 8601
 *
 * Makes a name for the file of a report: what it is, whose, and of which day. A report that
 * replaces names does not tell whose it is.
 *
 * Returns: (transfer full): the name, without an ending
 */
char *
taga_report_action_suggest_name (TagaStore *store, const char *report, const char *date)
{
  const TagaExportReport *found = taga_export_find_report (report);
  gboolean is_named = found == NULL || (found->takes & TAGA_EXPORT_TAKES_ALIASES) == 0;
  g_autoptr (TagaRecord) company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, NULL);
  g_autofree char *name = taga_written_clean_name (
      company == NULL || !is_named ? NULL : taga_record_get_text (company, TAGA_COMPANY_NAME));
  g_autofree char *title = taga_written_clean_name (taga_export_get_title (report));
  g_auto (GStrv) parts = g_strsplit (date, "-", -1);
  g_autofree char *day = g_strjoinv ("", parts);

  return g_strjoin ("_", title, *name == '\0' ? day : name, *name == '\0' ? NULL : day, NULL);
}
