#include "taga-file-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/*
 * Asks for files in the shape of GtkFileDialog, which GTK 4.8 does not have yet: the one place to
 * change when it may be asked for.
 */

/* One question to the user. It lives as long as its task. */
typedef struct
{
  GtkFileChooserNative *native; /* (owned) */
  TagaFileKind *kinds;          /* (owned) (array length=n_kinds) */
  guint n_kinds;
  GPtrArray *filters; /* (owned) (element-type GtkFileFilter): in the order of the kinds */
  TagaFileKind kind;  /* what was chosen */
  GFile *named;       /* (owned) (nullable): the file with the ending that its name lacked */
  GtkWindow *parent;  /* (unowned): when it is closed, so is the question */
  gulong unrealize_id;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->native);
  g_clear_object (&question->named);
  g_clear_pointer (&question->filters, g_ptr_array_unref);
  g_free (question->kinds);
  g_free (question);
}

static TagaFileKind
get_chosen_kind (Question *question)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (question->native));
  guint i;

  if (filter == NULL || !g_ptr_array_find (question->filters, filter, &i))
    i = 0;

  return question->kinds[i];
}

static void
fail_dismissed (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("No file was chosen."));
}

static void
end_replacing (GObject *dialog, gboolean replace)
{
  g_autoptr (GTask) task = g_object_steal_data (dialog, "task");

  if (task != NULL)
    g_task_return_boolean (task, replace);
}

static void
replace_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  end_replacing (G_OBJECT (dialog), g_str_equal (response, "replace"));
}

/* Also when the window behind it is closed, the question has an answer. */
static void
replace_destroy_cb (GtkWidget *dialog, gpointer user_data)
{
  end_replacing (G_OBJECT (dialog), FALSE);
}

/**
 * taga_file_dialog_ask_to_replace:
 * @parent: the window that asks
 * @file: where something is to be written
 * @callback: (scope async): hears of the answer
 * @user_data: data for @callback
 *
 * Asks whether a file that is there may be replaced. If none is, nobody is asked.
 */
void
taga_file_dialog_ask_to_replace (GtkWindow *parent,
                                 GFile *file,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  GtkWidget *dialog;

  g_task_set_source_tag (task, taga_file_dialog_ask_to_replace);
  if (!g_file_query_exists (file, NULL))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  dialog = adw_message_dialog_new (parent, NULL, NULL);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Replace “%s”?"), shown);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _ ("A file of this name is there already. Its content will be "
                                  "replaced."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  g_object_set_data_full (G_OBJECT (dialog), "task", g_steal_pointer (&task), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (replace_cb), NULL);
  g_signal_connect (dialog, "destroy", G_CALLBACK (replace_destroy_cb), NULL);
  g_signal_connect_object (parent, "unrealize", G_CALLBACK (gtk_window_destroy), dialog,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * taga_file_dialog_ask_to_replace_finish:
 * @result: what the callback was given
 *
 * Gets the answer.
 *
 * Returns: `TRUE` if the file may be written
 */
gboolean
taga_file_dialog_ask_to_replace_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
return_file (GTask *task, GFile *file)
{
  g_task_return_pointer (task, g_object_ref (file), g_object_unref);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (task);

  if (taga_file_dialog_ask_to_replace_finish (result))
    return_file (task, question->named);
  else
    fail_dismissed (task);
}

/* The chooser has asked about the name that was typed, but not about the one with its ending. */
static void
take_new_file (GTask *task, Question *question, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);

  question->kind = get_chosen_kind (question);
  whole = taga_file_kind_complete_name (&question->kind, question->kinds, question->n_kinds, name);
  if (g_str_equal (whole, name) || folder == NULL)
    {
      return_file (task, file);
      return;
    }

  question->named = g_file_get_child (folder, whole);
  taga_file_dialog_ask_to_replace (question->parent, question->named, asked_cb,
                                   g_object_ref (task));
}

/* The chooser has answered, or its window has gone: the task that waited for it is taken over. */
static void
end_question (GTask *waiting, int response)
{
  g_autoptr (GTask) task = waiting;
  Question *question = g_task_get_task_data (task);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (question->native);
  g_autoptr (GFile) file = NULL;

  g_signal_handlers_disconnect_by_data (question->native, task);
  g_clear_signal_handler (&question->unrealize_id, question->parent);
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (question->native));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (chooser);

  if (file == NULL)
    fail_dismissed (task);
  else if (gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SAVE)
    take_new_file (task, question, file);
  else
    return_file (task, file);
}

static void
response_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  end_question (user_data, response);
}

static void
parent_unrealize_cb (GtkWidget *parent, gpointer user_data)
{
  end_question (user_data, GTK_RESPONSE_DELETE_EVENT);
}

/* Another format chosen in the dialog shows in the name at once, as in Excel. */
static void
filter_changed_cb (GtkFileChooser *chooser, GParamSpec *pspec, gpointer user_data)
{
  Question *question = user_data;
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  g_autofree char *renamed = NULL;

  if (name == NULL || *name == '\0')
    return;

  renamed =
      taga_file_kind_rename (get_chosen_kind (question), question->kinds, question->n_kinds, name);
  if (!g_str_equal (renamed, name))
    gtk_file_chooser_set_current_name (chooser, renamed);
}

/* The native chooser does not tell of its filter, but GTK's own dialog does, where it is the one
 * that is shown. */
static void
follow_filter (Question *question)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (GTK_IS_FILE_CHOOSER (toplevel)
          && gtk_window_get_transient_for (toplevel) == question->parent
          && gtk_widget_get_visible (GTK_WIDGET (toplevel)))
        g_signal_connect (toplevel, "notify::filter", G_CALLBACK (filter_changed_cb), question);
    }
}

static void
add_filters (Question *question)
{
  for (guint i = 0; i < question->n_kinds; i++)
    {
      GtkFileFilter *filter = taga_file_kind_create_filter (question->kinds[i]);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (question->native), filter);
      g_ptr_array_add (question->filters, filter);
    }
}

static const char *
choose_accept (GtkFileChooserAction action)
{
  switch (action)
    {
    case GTK_FILE_CHOOSER_ACTION_SAVE:
      return _ ("_Save");
    case GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER:
      return _ ("_Select");
    case GTK_FILE_CHOOSER_ACTION_OPEN:
    default:
      return _ ("_Open");
    }
}

static GTask *
ask (GtkWindow *parent,
     const char *title,
     GtkFileChooserAction action,
     const TagaFileKind *kinds,
     guint n_kinds,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);
  const char *accept = choose_accept (action);

  question->kinds = g_memdup2 (kinds, n_kinds * sizeof *kinds);
  question->n_kinds = n_kinds;
  question->kind = n_kinds > 0 ? kinds[0] : TAGA_FILE_ANY;
  question->filters = g_ptr_array_new_with_free_func (g_object_unref);
  question->native = gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->native), TRUE);
  add_filters (question);

  g_task_set_task_data (task, question, free_question);
  g_signal_connect (question->native, "response", G_CALLBACK (response_cb), task);
  question->parent = parent;
  question->unrealize_id =
      g_signal_connect (parent, "unrealize", G_CALLBACK (parent_unrealize_cb), task);

  return task;
}

/**
 * taga_file_dialog_open:
 * @parent: the window that asks
 * @title: what the file is wanted for
 * @kinds: (array length=n_kinds): what to choose from, the usual first
 * @n_kinds: how many
 * @callback: (scope async): hears of the answer
 * @user_data: data for @callback
 *
 * Asks for a file that is there.
 */
void
taga_file_dialog_open (GtkWindow *parent,
                       const char *title,
                       const TagaFileKind *kinds,
                       guint n_kinds,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (n_kinds > 0);

  task = ask (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, kinds, n_kinds, callback, user_data);
  g_task_set_source_tag (task, taga_file_dialog_open);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (((Question *) g_task_get_task_data (task))->native));
}

/**
 * taga_file_dialog_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Gets the file that was chosen.
 *
 * Returns: (transfer full) (nullable): the file, or `NULL` with `G_IO_ERROR_CANCELLED` if none was
 */
GFile *
taga_file_dialog_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * taga_file_dialog_select_folder:
 * @parent: the window that asks
 * @title: what the folder is wanted for
 * @folder: (nullable): where the dialog begins
 * @callback: (scope async): hears of the answer
 * @user_data: data for @callback
 *
 * Asks for a folder. One can be made in the dialog.
 */
void
taga_file_dialog_select_folder (GtkWindow *parent,
                                const char *title,
                                GFile *folder,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;
  GtkFileChooser *chooser;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  task = ask (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, 0, callback, user_data);
  g_task_set_source_tag (task, taga_file_dialog_select_folder);
  chooser = GTK_FILE_CHOOSER (((Question *) g_task_get_task_data (task))->native);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * taga_file_dialog_select_folder_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Gets the folder that was chosen.
 *
 * Returns: (transfer full) (nullable): the folder, or `NULL` with `G_IO_ERROR_CANCELLED` if none
 * was
 */
GFile *
taga_file_dialog_select_folder_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * taga_file_dialog_save:
 * @parent: the window that asks
 * @title: what is going to be written
 * @folder: (nullable): where the dialog begins
 * @name: a name to begin with
 * @kinds: (array length=n_kinds): the formats to choose from, the usual first
 * @n_kinds: how many
 * @callback: (scope async): hears of the answer
 * @user_data: data for @callback
 *
 * Asks where to write a file. A name without an ending gets that of the chosen format; whether a
 * file that is there may be replaced has been asked by then.
 */
void
taga_file_dialog_save (GtkWindow *parent,
                       const char *title,
                       GFile *folder,
                       const char *name,
                       const TagaFileKind *kinds,
                       guint n_kinds,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;
  GtkFileChooser *chooser;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (n_kinds > 0);

  task = ask (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, kinds, n_kinds, callback, user_data);
  g_task_set_source_tag (task, taga_file_dialog_save);

  chooser = GTK_FILE_CHOOSER (((Question *) g_task_get_task_data (task))->native);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, name);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
  follow_filter (g_task_get_task_data (task));
}

/**
 * taga_file_dialog_save_finish:
 * @result: what the callback was given
 * @kind: (out) (optional): the format that was chosen
 * @error: return location for an error
 *
 * Gets where to write. A file that is there may be replaced.
 *
 * Returns: (transfer full) (nullable): the file, or `NULL` with `G_IO_ERROR_CANCELLED` if none was
 *   chosen
 */
GFile *
taga_file_dialog_save_finish (GAsyncResult *result, TagaFileKind *kind, GError **error)
{
  Question *question = g_task_get_task_data (G_TASK (result));

  if (kind != NULL)
    *kind = question->kind;

  return g_task_propagate_pointer (G_TASK (result), error);
}
