#include "taga-paper-action.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-export.h"
#include "taga-file-dialog.h"
#include "taga-report-action.h"

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
  g_return_if_fail (taga_export_is_paper (report));

  taga_report_action_write (widget, store, report, NULL, target, TAGA_FILE_PDF, NULL, NULL);
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
  taga_report_action_print (widget, store, report, NULL);
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
  return taga_report_action_suggest_name (store, report, date);
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
