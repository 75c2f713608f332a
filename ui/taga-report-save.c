#include "taga-report-save.h"

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-export-recent.h"
#include "taga-export.h"

/* Asking where a report is to go, and remembering where it went. */

/* What is wanted while the user is asked, and until the file is written. */
typedef struct
{
  GtkWidget *widget;          /* (nullable): weak */
  TagaStore *store;           /* (owned) */
  char *report;               /* (owned) */
  TagaExportOptions *options; /* (owned) */
  GFile *target;              /* (owned) (nullable): where it was written to before */
  TagaReportWritten written;  /* (nullable) */
  gpointer user_data;
} Request;

static void
free_request (Request *request)
{
  g_clear_weak_pointer (&request->widget);
  g_clear_object (&request->store);
  g_clear_object (&request->target);
  taga_export_options_free (request->options);
  g_free (request->report);
  g_free (request);
}

static Request *
create_request (GtkWidget *widget,
                TagaStore *store,
                const char *report,
                const TagaExportOptions *options,
                TagaReportWritten written,
                gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  g_set_weak_pointer (&request->widget, widget);
  request->store = g_object_ref (store);
  request->report = g_strdup (report);
  request->options = taga_export_options_copy (options);
  request->written = written;
  request->user_data = user_data;

  return request;
}

static gboolean
is_wanted (Request *request)
{
  return request->widget != NULL && gtk_widget_get_root (request->widget) != NULL;
}

static void
write_to (Request *request, GFile *target, TagaFileKind kind)
{
  taga_report_action_write (request->widget, request->store, request->report, request->options,
                            target, kind, request->written, request->user_data);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  TagaFileKind kind;
  g_autoptr (GFile) target = taga_file_dialog_save_finish (result, &kind, NULL);

  /* The dialog has asked whether a file that is there may be replaced. */
  if (target != NULL && is_wanted (request))
    write_to (request, target, kind);

  free_request (request);
}

/* Where this report went the last time, or else where the company's file is. */
static GFile *
find_folder (TagaStore *store, const char *report)
{
  g_autoptr (GPtrArray) recents = taga_export_recent_read (store);
  g_autofree char *path = g_path_get_dirname (taga_store_get_path (store));

  for (guint i = 0; i < recents->len; i++)
    {
      const TagaExportRecent *recent = g_ptr_array_index (recents, i);
      g_autoptr (GFile) folder = g_file_get_parent (recent->file);

      if (g_str_equal (recent->report->name, report) && folder != NULL
          && g_file_query_exists (folder, NULL))
        return g_steal_pointer (&folder);
    }

  return g_file_new_for_path (path);
}

/**
 * taga_report_save_run:
 * @widget: a widget inside the toast overlay that is to tell the outcome
 * @store: the company file
 * @report: a report
 * @options: how it is wanted
 * @kind: in which format
 * @written: (nullable): hears of it when the file is there
 * @user_data: data for @written; it lives as long as @widget
 *
 * Asks where to, and writes a report there.
 */
void
taga_report_save_run (GtkWidget *widget,
                      TagaStore *store,
                      const TagaExportReport *report,
                      const TagaExportOptions *options,
                      TagaFileKind kind,
                      TagaReportWritten written,
                      gpointer user_data)
{
  g_autofree char *date = taga_date_today ();
  g_autofree char *name = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GFile) folder = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TAGA_IS_STORE (store) && report != NULL && options != NULL);

  root = gtk_widget_get_root (widget);
  g_return_if_fail (GTK_IS_WINDOW (root));

  name = taga_report_action_suggest_name (store, report->name, date);
  whole = taga_file_kind_rename (kind, &kind, 1, name);
  folder = find_folder (store, report->name);
  taga_file_dialog_save (GTK_WINDOW (root), _ (report->title), folder, whole, &kind, 1, chosen_cb,
                         create_request (widget, store, report->name, options, written, user_data));
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;

  if (taga_file_dialog_ask_to_replace_finish (result) && is_wanted (request))
    write_to (request, request->target, TAGA_FILE_ANY);

  free_request (request);
}

/**
 * taga_report_save_again:
 * @widget: a widget inside the toast overlay that is to tell the outcome
 * @store: the company file
 * @report: name of a report
 * @file: where it was written to
 * @written: (nullable): hears of it when the file is there
 * @user_data: data for @written; it lives as long as @widget
 *
 * Writes a report to where it was written before, in the way in which it is wanted now. Whether a
 * file that is still there may be replaced is asked first.
 */
void
taga_report_save_again (GtkWidget *widget,
                        TagaStore *store,
                        const char *report,
                        GFile *file,
                        TagaReportWritten written,
                        gpointer user_data)
{
  g_autoptr (TagaExportOptions) options = NULL;
  GtkRoot *root;
  Request *request;

  g_return_if_fail (GTK_IS_WIDGET (widget) && TAGA_IS_STORE (store));
  g_return_if_fail (taga_export_find_report (report) != NULL && G_IS_FILE (file));

  root = gtk_widget_get_root (widget);
  g_return_if_fail (GTK_IS_WINDOW (root));

  options = taga_export_options_read (store, report);
  request = create_request (widget, store, report, options, written, user_data);
  request->target = g_object_ref (file);
  taga_file_dialog_ask_to_replace (GTK_WINDOW (root), file, asked_cb, request);
}
