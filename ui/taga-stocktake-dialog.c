#include "taga-stocktake-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-file-dialog.h"
#include "taga-stocktake-overview.h"
#include "taga-stocktake-return-dialog.h"
#include "taga-stocktake-run.h"
#include "taga-stocktake-work.h"
#include "taga-ui.h"

/**
 * TagaStocktakeDialog:
 *
 * Takes stock of the register: starts it, sends workbooks to the departments, takes in what comes
 * back, shows how far each is, and closes it.
 */
struct _TagaStocktakeDialog
{
  AdwWindow parent_instance;

  TagaStore *store; /* (owned) */
  gboolean is_busy;
  AdwToast *toast; /* (unowned) (nullable): what is being said */

  /* Template */
  GtkWidget *content;
  AdwToastOverlay *toasts;
  TagaStocktakeOverview *overview;
  GtkStack *bars;
  GtkLabel *count_label;
  GtkWidget *send_button;
  GtkWidget *return_button;
};

G_DEFINE_FINAL_TYPE (TagaStocktakeDialog, taga_stocktake_dialog, ADW_TYPE_WINDOW)

static void
show_error (TagaStocktakeDialog *self, const char *heading, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    taga_ui_show_error (GTK_WIDGET (self), heading, error);
}

static void
forget_toast_cb (TagaStocktakeDialog *self)
{
  self->toast = NULL;
}

/* What was done last is what matters: it takes the place of what was said before. */
static void
tell (TagaStocktakeDialog *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Beside the button: how many assets it is about. */
static void
update_count (TagaStocktakeDialog *self)
{
  guint n_all;
  guint n_assets = taga_stocktake_overview_count_chosen (self->overview, &n_all);
  g_autofree char *text = NULL;

  if (taga_store_is_read_only (self->store))
    text = g_strdup (_ ("This company file may only be read."));
  else if (n_all == 0)
    text = g_strdup (_ ("There are no assets in use yet. Enter or import some first."));
  else
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%'u asset to check", "%'u assets to check", n_assets),
        n_assets);
  gtk_label_set_label (self->count_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stocktake.start",
                                 n_assets > 0 && !taga_store_is_read_only (self->store));
}

/* First the request files, then the answers. */
static void
suggest_next (TagaStocktakeDialog *self)
{
  gboolean was_sent = taga_stocktake_overview_was_sent (self->overview);
  GtkWidget *next = was_sent ? self->return_button : self->send_button;

  gtk_widget_remove_css_class (was_sent ? self->send_button : self->return_button,
                               "suggested-action");
  gtk_widget_add_css_class (next, "suggested-action");
}

/* Reads all anew: after each step, and when the file was changed elsewhere. */
static void
refresh (TagaStocktakeDialog *self)
{
  g_autoptr (GError) error = NULL;
  gboolean may_write = !taga_store_is_read_only (self->store);
  gint64 open;

  if (!taga_stocktake_overview_refresh (self->overview, self->store, &open, &error))
    show_error (self, _ ("The Stock-Taking Cannot Be Shown"), error);

  gtk_stack_set_visible_child_name (self->bars, open > 0 ? "open" : "start");
  update_count (self);
  suggest_next (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stocktake.send",
                                 may_write
                                     && taga_stocktake_overview_count_open (self->overview) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stocktake.return", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stocktake.add", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stocktake.close", may_write);
}

static void
set_busy (TagaStocktakeDialog *self, gboolean busy)
{
  self->is_busy = busy;

  /* A text that keeps the focus where nothing can be entered goes on blinking, and complains. */
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->content, !busy);
}

/* Ends a job: what it did on disk is shown, also if it only did so in part of the time. */
static gboolean
end_job (TagaStocktakeDialog *self, const char *heading, const GError *error)
{
  g_autoptr (GError) refresh_error = NULL;

  set_busy (self, FALSE);
  if (error == NULL && !taga_store_refresh (self->store, &refresh_error))
    show_error (self, _ ("Done, but Not Shown Yet"), refresh_error);
  refresh (self);
  if (error != NULL)
    show_error (self, heading, error);

  return error == NULL;
}

static void
started_cb (const GError *error, gpointer user_data)
{
  TagaStocktakeWork *work = user_data;
  TagaStocktakeDialog *self = work->user_data;

  if (end_job (self, _ ("The Stock-Taking Could Not Be Started"), error))
    {
      tell (self, _ ("Started. Now make the request files."));
      gtk_widget_grab_focus (self->send_button);
    }
}

static void
start_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaStocktakeDialog *self = TAGA_STOCKTAKE_DIALOG (widget);
  TagaStocktakeWork *work;
  char *due;

  if (!taga_stocktake_overview_take_due (self->overview, &due))
    return;

  work = taga_stocktake_work_new (self->store, self);
  work->due = due;
  work->departments = taga_stocktake_overview_list_chosen (self->overview);
  set_busy (self, TRUE);
  taga_job_run (widget, _ ("Starting the stock-taking"), taga_stocktake_work_start, work,
                (GDestroyNotify) taga_stocktake_work_free, started_cb, work);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaStocktakeDialog *self = TAGA_STOCKTAKE_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!taga_stocktake_add_new (self->store, NULL, &error))
    show_error (self, _ ("The Assets Could Not Be Added"), error);
  refresh (self);
}

static void
sent_cb (const GError *error, gpointer user_data)
{
  TagaStocktakeWork *work = user_data;
  TagaStocktakeDialog *self = work->user_data;
  g_autofree char *name = g_file_get_basename (work->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, _ ("Stopped. No file was written."));
  if (!end_job (self, _ ("The Request Files Could Not Be Made"), error))
    return;

  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u request file is in “%s”. Send it to its department.",
                   "%'u request files are in “%s”. Send each to its department.", work->names->len),
      work->names->len, shown);
  tell (self, text);
}

/**
 * taga_stocktake_dialog_send_to:
 * @self: a dialog that shows an open stock-taking
 * @folder: where the workbooks go
 *
 * Writes the workbooks for the departments, as a job.
 */
void
taga_stocktake_dialog_send_to (TagaStocktakeDialog *self, GFile *folder)
{
  TagaStocktakeWork *work;

  g_return_if_fail (TAGA_IS_STOCKTAKE_DIALOG (self));
  g_return_if_fail (G_IS_FILE (folder));

  work = taga_stocktake_work_new (self->store, self);
  work->file = g_object_ref (folder);
  set_busy (self, TRUE);
  taga_job_run (GTK_WIDGET (self), _ ("Writing the request files"), taga_stocktake_work_send, work,
                (GDestroyNotify) taga_stocktake_work_free, sent_cb, work);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaStocktakeDialog) self = user_data;
  g_autoptr (GFile) folder = taga_file_dialog_select_folder_finish (result, NULL);

  if (folder != NULL && self->store != NULL)
    taga_stocktake_dialog_send_to (self, folder);
}

static void
send_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaStocktakeDialog *self = TAGA_STOCKTAKE_DIALOG (widget);
  g_autofree char *path = g_path_get_dirname (taga_store_get_path (self->store));
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  taga_file_dialog_select_folder (GTK_WINDOW (widget), _ ("Folder for the Request Files"), folder,
                                  folder_chosen_cb, g_object_ref (widget));
}

static void
taken_in_cb (TagaStocktakeDialog *self, const char *text)
{
  refresh (self);
  tell (self, text);
}

static void
read_cb (const GError *error, gpointer user_data)
{
  TagaStocktakeWork *work = user_data;
  TagaStocktakeDialog *self = work->user_data;
  GtkWidget *dialog;

  set_busy (self, FALSE);
  if (error != NULL)
    {
      show_error (self, _ ("The Workbook Cannot Be Taken In"), error);
      return;
    }

  dialog =
      taga_stocktake_return_dialog_new (GTK_WINDOW (self), self->store, work->file, work->back);
  g_signal_connect_object (dialog, "taken-in", G_CALLBACK (taken_in_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * taga_stocktake_dialog_take_in:
 * @self: a dialog that shows an open stock-taking
 * @file: a workbook that a department sent back
 *
 * Reads a workbook as a job, and shows what it says.
 */
void
taga_stocktake_dialog_take_in (TagaStocktakeDialog *self, GFile *file)
{
  TagaStocktakeWork *work;

  g_return_if_fail (TAGA_IS_STOCKTAKE_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  work = taga_stocktake_work_new (self->store, self);
  work->file = g_object_ref (file);
  set_busy (self, TRUE);
  taga_job_run (GTK_WIDGET (self), _ ("Reading the answer"), taga_stocktake_work_read, work,
                (GDestroyNotify) taga_stocktake_work_free, read_cb, work);
}

static void
answer_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaStocktakeDialog) self = user_data;
  g_autoptr (GFile) file = taga_file_dialog_open_finish (result, NULL);

  if (file != NULL && self->store != NULL)
    taga_stocktake_dialog_take_in (self, file);
}

static void
return_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const TagaFileKind kinds[] = { TAGA_FILE_TABLE, TAGA_FILE_ANY };

  taga_file_dialog_open (GTK_WINDOW (widget), _ ("Answer of a Department"), kinds,
                         G_N_ELEMENTS (kinds), answer_chosen_cb, g_object_ref (widget));
}

static void
close_run (TagaStocktakeDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!taga_stocktake_close (self->store, &error))
    show_error (self, _ ("The Stock-Taking Could Not Be Closed"), error);
  else
    tell (self, _ ("The stock-taking is finished."));
  refresh (self);
}

static void
close_asked_cb (TagaStocktakeDialog *self, const char *response)
{
  if (g_str_equal (response, "finish"))
    close_run (self);
}

static char *
describe_open (TagaStocktakeDialog *self)
{
  guint n_open = taga_stocktake_overview_count_open (self->overview);
  guint n_refused = taga_stocktake_overview_count_refused (self->overview);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%'u asset has not been checked yet. It stays marked so; the "
                                "register does not change.",
                                "%'u assets have not been checked yet. They stay marked so; the "
                                "register does not change.",
                                n_open),
                   n_open);
  if (n_refused > 0)
    {
      g_string_append (text, "\n\n");
      g_string_append_printf (
          text,
          g_dngettext (GETTEXT_PACKAGE,
                       "For %'u of them there is an answer that was not taken over.",
                       "For %'u of them there are answers that were not taken over.", n_refused),
          n_refused);
    }

  return g_strdup (text->str);
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaStocktakeDialog *self = TAGA_STOCKTAKE_DIALOG (widget);
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (taga_stocktake_overview_count_open (self->overview) == 0)
    {
      close_run (self);
      return;
    }

  body = describe_open (self);
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Finish the Stock-Taking?"), body));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "finish", _ ("_Finish"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "finish", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_asked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
taga_stocktake_dialog_close_request (GtkWindow *window)
{
  if (TAGA_STOCKTAKE_DIALOG (window)->is_busy)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (taga_stocktake_dialog_parent_class)->close_request (window);
}

static void
taga_stocktake_dialog_dispose (GObject *object)
{
  TagaStocktakeDialog *self = TAGA_STOCKTAKE_DIALOG (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_STOCKTAKE_DIALOG);

  G_OBJECT_CLASS (taga_stocktake_dialog_parent_class)->dispose (object);
}

static void
taga_stocktake_dialog_class_init (TagaStocktakeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_stocktake_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = taga_stocktake_dialog_close_request;

  g_type_ensure (TAGA_TYPE_STOCKTAKE_OVERVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-stocktake-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeDialog, content);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeDialog, overview);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeDialog, bars);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeDialog, return_button);
  gtk_widget_class_bind_template_callback (widget_class, update_count);
  gtk_widget_class_install_action (widget_class, "stocktake.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "stocktake.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "stocktake.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "stocktake.return", NULL, return_action);
  gtk_widget_class_install_action (widget_class, "stocktake.close", NULL, close_action);
}

static void
taga_stocktake_dialog_init (TagaStocktakeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_stocktake_present:
 * @parent: the window that shows the company
 * @store: the company file
 *
 * Opens the window for taking stock of the register.
 */
void
taga_stocktake_present (GtkWindow *parent, TagaStore *store)
{
  TagaStocktakeDialog *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (TAGA_IS_STORE (store));

  self = g_object_new (TAGA_TYPE_STOCKTAKE_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
