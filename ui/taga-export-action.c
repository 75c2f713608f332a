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
#include "taga-written.h"

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
  g_autofree char *clean = taga_written_clean_name (name);
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
announce (Export *export)
{
  guint n = (guint) MIN (export->n_rows, G_MAXUINT);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u asset exported", "%'u assets exported", n), n);

  taga_written_announce (export->widget, text, export->target);
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
    taga_written_show_notes (export->widget, export->notes, _ ("Exported, With Notes"),
                             _ ("The file is written, but not all of it is just as in the "
                                "register:"));
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
