#include "taga-export-action.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-company.h"
#include "taga-date.h"
#include "taga-export.h"
#include "taga-file-dialog.h"
#include "taga-job.h"
#include "taga-ui.h"

/* How much of a company's name goes into the name of a file. */
#define MAX_COMPANY 40

/* How high a note is, roughly, and how high many of them may be before they scroll. */
#define NOTE_HEIGHT 72
#define NOTES_HEIGHT 300

/* How many seconds the outcome stays on the screen: it has a button. */
#define TOAST_SECONDS 10

/* One export. The thread has it to itself until the job ends. */
typedef struct
{
  GtkWidget *widget; /* (unowned): the job's parent */

  char *path; /* (owned): of the company file */
  gint64 round;
  GFile *target; /* (owned) */
  TagaWriteFlags flags;

  guint64 n_rows;
  GPtrArray *notes; /* (owned) (nullable) (element-type utf8) */
} Export;

static void
free_export (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->target);
  g_clear_pointer (&export->notes, g_ptr_array_unref);
  g_free (export->path);
  g_free (export);
}

/* Letters that not every file system of an office takes become a line, several of them one. */
static char *
make_file_name (const char *text)
{
  GString *name = g_string_new (NULL);
  glong n = 0;

  for (const char *p = text; *p != '\0' && n < MAX_COMPANY; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL)
        {
          if (name->len == 0 || name->str[name->len - 1] != '_')
            g_string_append_c (name, '_');
        }
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (name, c);
    }

  return g_strstrip (g_string_free (name, FALSE));
}

/**
 * taga_export_action_suggest_name:
 * @store: a company file
 * @date: the day, ISO 8601
 *
 * Makes a name for the workbook with the register: what it is, whose, and of which day.
 *
 * Returns: (transfer full): the name
 */
char *
taga_export_action_suggest_name (TagaStore *store, const char *date)
{
  g_autoptr (TagaRecord) company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, NULL);
  const char *name = company == NULL ? NULL : taga_record_get_text (company, TAGA_COMPANY_NAME);
  g_autofree char *clean = make_file_name (name == NULL ? "" : name);
  g_auto (GStrv) parts = g_strsplit (date, "-", -1);
  g_autofree char *day = g_strjoinv ("", parts);

  if (*clean == '\0')
    /* Translators: name of a file; %s is a date such as 20261122 */
    return g_strdup_printf (_ ("Register of information assets_%s.xlsx"), day);

  /* Translators: name of a file; the company, and a date such as 20261122 */
  return g_strdup_printf (_ ("Register of information assets_%s_%s.xlsx"), clean, day);
}

/* Runs in a thread, with a store of its own: what is on disk is what is written. */
static gboolean
write_register (TagaJob *job, gpointer data, GError **error)
{
  Export *export = data;
  g_autoptr (TagaStore) store = taga_store_open (export->path, TRUE, error);
  g_autoptr (TagaDocument) document = NULL;

  if (store == NULL)
    return FALSE;
  if (export->round != 0 && export->round != taga_store_get_round (store)
      && !taga_store_select_round (store, export->round, error))
    return FALSE;

  document = taga_export_create (store, "register", TAGA_PAPER_A4, error);
  if (document == NULL)
    return FALSE;

  return taga_document_write (document, export->target, export->flags, taga_job_report, job,
                              taga_job_get_cancellable (job), &export->n_rows, &export->notes,
                              error);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) overlay = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error)
      && gtk_widget_get_root (overlay) != NULL)
    taga_ui_show_error (overlay, _ ("The File Could Not Be Opened"), error);
}

static void
open_cb (AdwToast *toast, gpointer user_data)
{
  GtkWidget *overlay = user_data;
  GFile *file = g_object_get_data (G_OBJECT (toast), "file");
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GdkAppLaunchContext) context =
      gdk_display_get_app_launch_context (gtk_widget_get_display (overlay));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb,
                                           g_object_ref (overlay));
}

static void
announce (Export *export)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (export->widget, ADW_TYPE_TOAST_OVERLAY);
  guint n = (guint) MIN (export->n_rows, G_MAXUINT);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u asset exported", "%'u assets exported", n), n);
  AdwToast *toast;

  g_return_if_fail (overlay != NULL);

  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (export->target), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), overlay, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static GtkWidget *
create_notes_view (GPtrArray *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label, *scroller;

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "",
                            (const char *) g_ptr_array_index (notes, i));

  label = gtk_label_new (text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              MIN ((int) notes->len * NOTE_HEIGHT, NOTES_HEIGHT));
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), NOTES_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);

  return scroller;
}

static void
show_notes (Export *export)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (export->widget));
  GtkWidget *dialog =
      adw_message_dialog_new (window, _ ("Exported, With Notes"),
                              _ ("The file is written, but not all of it is just as "
                                 "in the register:"));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      create_notes_view (export->notes));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
written_cb (const GError *error, gpointer user_data)
{
  Export *export = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      taga_ui_toast (export->widget, _ ("Stopped. No file was written."));
      return;
    }
  if (error != NULL)
    {
      taga_ui_show_error (export->widget, _ ("The Register Could Not Be Exported"), error);
      return;
    }

  announce (export);
  if (export->notes != NULL && export->notes->len > 0)
    show_notes (export);
}

/**
 * taga_export_action_write:
 * @widget: a widget inside the toast overlay that is to tell the outcome
 * @store: the company file
 * @target: where to; a file that is there is replaced
 * @kind: the format
 *
 * Writes the register to a file, as a job.
 */
void
taga_export_action_write (GtkWidget *widget, TagaStore *store, GFile *target, TagaFileKind kind)
{
  Export *export;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TAGA_IS_STORE (store));
  g_return_if_fail (G_IS_FILE (target));

  export = g_new0 (Export, 1);
  export->widget = widget;
  export->path = g_strdup (taga_store_get_path (store));
  export->round = taga_store_get_round (store);
  export->target = g_object_ref (target);
  export->flags = TAGA_WRITE_REPLACE;
  if (kind == TAGA_FILE_CSV_CP932)
    export->flags |= TAGA_WRITE_CP932;

  taga_job_run (widget, _ ("Writing the register"), write_register, export, free_export, written_cb,
                export);
}

/* What is to be exported while the user is asked where to. */
typedef struct
{
  GtkWidget *widget; /* (nullable): weak */
  TagaStore *store;  /* (owned) */
} Request;

static void
free_request (Request *request)
{
  g_clear_weak_pointer (&request->widget);
  g_clear_object (&request->store);
  g_free (request);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  TagaFileKind kind;
  g_autoptr (GFile) target = taga_file_dialog_save_finish (result, &kind, NULL);

  /* The dialog has asked whether a file that is there may be replaced. */
  if (target != NULL && request->widget != NULL && gtk_widget_get_root (request->widget) != NULL)
    taga_export_action_write (request->widget, request->store, target, kind);

  free_request (request);
}

/**
 * taga_export_action_run:
 * @widget: a widget inside the toast overlay that is to tell the outcome
 * @store: the company file
 *
 * Asks where to, and writes the register there as a workbook or text.
 */
void
taga_export_action_run (GtkWidget *widget, TagaStore *store)
{
  static const TagaFileKind kinds[] = { TAGA_FILE_XLSX, TAGA_FILE_CSV, TAGA_FILE_CSV_CP932 };
  g_autofree char *date = taga_date_today ();
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) folder = NULL;
  GtkRoot *root;
  Request *request;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TAGA_IS_STORE (store));

  root = gtk_widget_get_root (widget);
  g_return_if_fail (GTK_IS_WINDOW (root));

  request = g_new0 (Request, 1);
  g_set_weak_pointer (&request->widget, widget);
  request->store = g_object_ref (store);

  name = taga_export_action_suggest_name (store, date);
  path = g_path_get_dirname (taga_store_get_path (store));
  folder = g_file_new_for_path (path);
  taga_file_dialog_save (GTK_WINDOW (root), _ ("Export the Register"), folder, name, kinds,
                         G_N_ELEMENTS (kinds), chosen_cb, request);
}
