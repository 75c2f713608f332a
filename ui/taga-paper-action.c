#include "taga-paper-action.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "taga-company.h"
#include "taga-date.h"
#include "taga-export.h"
#include "taga-file-dialog.h"
#include "taga-job.h"
#include "taga-paper-print.h"
#include "taga-ui.h"
#include "taga-written.h"

/* One paper on its way. The thread has it to itself until the job ends. */
typedef struct
{
  GtkWidget *widget; /* (unowned): the job's parent */

  char *path; /* (owned): of the company file */
  gint64 round;
  char *report;  /* (owned) */
  GFile *target; /* (owned) (nullable): none if it is printed */

  guint n_pages;
  GPtrArray *notes;        /* (owned) (nullable) (element-type utf8) */
  TagaPaperLayout *layout; /* (owned) (nullable) */
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->target);
  g_clear_object (&work->layout);
  g_clear_pointer (&work->notes, g_ptr_array_unref);
  g_free (work->report);
  g_free (work->path);
  g_free (work);
}

static Work *
create_work (GtkWidget *widget, TagaStore *store, const char *report, GFile *target)
{
  Work *work = g_new0 (Work, 1);

  work->widget = widget;
  work->path = g_strdup (taga_store_get_path (store));
  work->round = taga_store_get_round (store);
  work->report = g_strdup (report);
  if (target != NULL)
    work->target = g_object_ref (target);

  return work;
}

/* Runs in a thread, with a store of its own: what is on disk is what is printed. */
static TagaPaper *
create_paper (Work *work, GError **error)
{
  g_autoptr (TagaStore) store = taga_store_open (work->path, TRUE, error);

  if (store == NULL)
    return NULL;
  if (work->round != 0 && work->round != taga_store_get_round (store)
      && !taga_store_select_round (store, work->round, error))
    return NULL;

  return taga_export_create_paper (store, work->report, error);
}

static gboolean
write_paper (TagaJob *job, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (TagaPaper) paper = create_paper (work, error);

  if (paper == NULL)
    return FALSE;

  return taga_paper_write (paper, work->target, TAGA_WRITE_REPLACE, taga_job_report, job,
                           taga_job_get_cancellable (job), &work->n_pages, &work->notes, error);
}

static gboolean
lay_out (TagaJob *job, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (TagaPaper) paper = create_paper (work, error);

  if (paper == NULL)
    return FALSE;

  work->layout = taga_paper_layout_new (paper, taga_job_get_cancellable (job), error);
  return work->layout != NULL;
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
      taga_ui_show_error (work->widget, _ ("The Paper Could Not Be Written"), error);
      return;
    }

  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u page written", "%u pages written", work->n_pages),
      work->n_pages);
  taga_written_announce (work->widget, text, work->target);
  if (work->notes->len > 0)
    taga_written_show_notes (work->widget, work->notes, _ ("Written, With Notes"),
                             _ ("The paper is written, but not all of it is just as in the file:"));
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
 * taga_paper_action_write:
 * @widget: a widget inside the toast overlay that is to tell the outcome
 * @store: the company file
 * @report: name of a paper
 * @target: where to; a file that is there is replaced
 *
 * Writes a paper as PDF, as a job, and then offers to open it.
 */
void
taga_paper_action_write (GtkWidget *widget, TagaStore *store, const char *report, GFile *target)
{
  Work *work;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TAGA_IS_STORE (store));
  g_return_if_fail (taga_export_is_paper (report) && G_IS_FILE (target));

  work = create_work (widget, store, report, target);
  taga_job_run (widget, _ ("Writing the paper"), write_paper, work, free_work, written_cb, work);
}

/**
 * taga_paper_action_print:
 * @widget: a widget of the window
 * @store: the company file
 * @report: name of a paper
 *
 * Prints a paper: its pages are set as a job, then the system asks for the printer.
 */
void
taga_paper_action_print (GtkWidget *widget, TagaStore *store, const char *report)
{
  Work *work;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TAGA_IS_STORE (store));
  g_return_if_fail (taga_export_is_paper (report));

  work = create_work (widget, store, report, NULL);
  taga_job_run (widget, _ ("Setting the pages"), lay_out, work, free_work, laid_out_cb, work);
}

/**
 * taga_paper_action_suggest_name:
 * @store: a company file
 * @report: name of a paper
 * @date: the day, ISO 8601
 *
 * Makes a name for the file of a paper: what it is, whose, and of which day.
 *
 * Returns: (transfer full): the name
 */
char *
taga_paper_action_suggest_name (TagaStore *store, const char *report, const char *date)
{
  g_autoptr (TagaRecord) company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, NULL);
  g_autofree char *name = taga_written_clean_name (
      company == NULL ? NULL : taga_record_get_text (company, TAGA_COMPANY_NAME));
  g_autofree char *title = taga_written_clean_name (taga_export_get_title (report));
  g_auto (GStrv) parts = g_strsplit (date, "-", -1);
  g_autofree char *day = g_strjoinv ("", parts);

  return g_strjoin ("_", title, *name == '\0' ? day : name, *name == '\0' ? NULL : day, NULL);
}

/* What is wanted while the user is asked how and where to. */
typedef struct
{
  GtkWidget *widget; /* (nullable): weak */
  TagaStore *store;  /* (owned) */
  char *report;      /* (owned) */
} Request;

static void
clear_request (gpointer data)
{
  Request *request = data;

  g_clear_weak_pointer (&request->widget);
  g_clear_object (&request->store);
  g_free (request->report);
}

/* A dialog that goes with its window answers nothing, and lets its request go all the same. */
static void
release_cb (gpointer data, GClosure *closure)
{
  g_rc_box_release_full (data, clear_request);
}

static gboolean
is_wanted (Request *request)
{
  return request->widget != NULL && gtk_widget_get_root (request->widget) != NULL;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  TagaFileKind kind;
  g_autoptr (GFile) target = taga_file_dialog_save_finish (result, &kind, NULL);

  /* The dialog has asked whether a file that is there may be replaced. */
  if (target != NULL && is_wanted (request))
    taga_paper_action_write (request->widget, request->store, request->report, target);

  g_rc_box_release_full (request, clear_request);
}

static void
ask_for_file (Request *request)
{
  static const TagaFileKind kinds[] = { TAGA_FILE_PDF };
  g_autofree char *date = taga_date_today ();
  g_autofree char *name = taga_paper_action_suggest_name (request->store, request->report, date);
  g_autofree char *whole = g_strconcat (name, ".pdf", NULL);
  g_autofree char *path = g_path_get_dirname (taga_store_get_path (request->store));
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  taga_file_dialog_save (GTK_WINDOW (gtk_widget_get_root (request->widget)), _ ("Save as PDF"),
                         folder, whole, kinds, G_N_ELEMENTS (kinds), chosen_cb,
                         g_rc_box_acquire (request));
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Request *request = user_data;

  if (is_wanted (request) && g_str_equal (response, "save"))
    ask_for_file (request);
  if (is_wanted (request) && g_str_equal (response, "print"))
    taga_paper_action_print (request->widget, request->store, request->report);
}

/**
 * taga_paper_action_run:
 * @widget: a widget inside the toast overlay that is to tell the outcome
 * @store: the company file
 * @report: name of a paper: "diagnosis", "contacts", "evidence" or "measures"
 *
 * Asks whether to save a paper as PDF or to print it, and does so.
 */
void
taga_paper_action_run (GtkWidget *widget, TagaStore *store, const char *report)
{
  GtkWidget *dialog;
  GtkRoot *root;
  Request *request;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TAGA_IS_STORE (store));
  g_return_if_fail (taga_export_is_paper (report));

  root = gtk_widget_get_root (widget);
  g_return_if_fail (GTK_IS_WINDOW (root));

  request = g_rc_box_new0 (Request);
  g_set_weak_pointer (&request->widget, widget);
  request->store = g_object_ref (store);
  request->report = g_strdup (report);

  dialog = adw_message_dialog_new (GTK_WINDOW (root), taga_export_get_title (report),
                                   _ ("A paper on A4, made from what is in the file now."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "print",
                                    _ ("_Print…"), "save", _ ("_Save as PDF…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), request, release_cb, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
