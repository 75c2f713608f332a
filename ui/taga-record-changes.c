#include "taga-record-changes.h"

#include <glib/gi18n-lib.h>

#include "taga-change-block.h"
#include "taga-ui.h"

/* So many changes are listed at first, and that many times as many at each wish for more. */
#define FIRST_LIMIT 30
#define LIMIT_FACTOR 5

/* A history of so many bytes is read within a frame; a longer one goes to a thread. */
#define SHORT_HISTORY (128 * 1024)

/**
 * TagaRecordChanges:
 *
 * What happened to one record, the newest first, with a button at each change that puts it back. It
 * reads only while somebody sees it.
 */
struct _TagaRecordChanges
{
  AdwBin parent_instance;

  TagaStore *store;           /* (owned) (nullable) */
  TagaRecord *record;         /* (owned) (nullable) */
  TagaRecordHistory *history; /* (owned) (nullable): what is shown */
  GCancellable *reading;      /* (owned) (nullable): stops the thread */
  guint limit;
  gboolean is_stale;

  /* Template */
  GtkWidget *busy;
  GtkSpinner *spinner;
  GtkLabel *note;
  GtkBox *list;
  GtkWidget *more_button;
};

G_DEFINE_FINAL_TYPE (TagaRecordChanges, taga_record_changes, ADW_TYPE_BIN)

typedef struct
{
  char *path; /* (owned) */
  GType type;
  gint64 id;
  guint limit;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job);
}

static void
show_busy (TagaRecordChanges *self, gboolean busy)
{
  gtk_widget_set_visible (self->busy, busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
show_note (TagaRecordChanges *self, const char *text)
{
  gtk_label_set_label (self->note, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

static void
put_back (TagaRecordChanges *self, guint index)
{
  g_autoptr (GError) error = NULL;
  gboolean done = taga_record_history_revert (self->history, index, self->store, &error);

  taga_ui_report (GTK_WIDGET (self), done, error);
}

/* A question that waits for its answer; by then the view may show another record. */
typedef struct
{
  TagaRecordChanges *self; /* (owned) */
  gint64 id;
  gint64 step;
} Question;

static void
answered_cb (Question *question, const char *response)
{
  TagaRecordHistory *history = question->self->history;

  if (!g_str_equal (response, "put-back") || history == NULL || history->id != question->id)
    return;

  for (guint i = 0; i < history->changes->len; i++)
    if (((TagaRecordChange *) g_ptr_array_index (history->changes, i))->step == question->step)
      {
        put_back (question->self, i);
        return;
      }
}

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->self);
  g_free (question);
}

static void
ask (TagaRecordChanges *self, guint index, const TagaRecordChange *later)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  const TagaRecordChange *change = g_ptr_array_index (self->history->changes, index);
  g_autofree char *who = later == NULL ? NULL : taga_change_block_format_who (later);
  g_autofree char *body = NULL;
  Question *question = g_new (Question, 1);
  GtkWidget *dialog;

  if (who == NULL)
    body = g_strdup (_ ("What this change made was changed again since. If you put it back, the "
                        "value of today is replaced."));
  else
    /* Translators: %s is when and by whom */
    body = g_strdup_printf (_ ("What this change made was changed again since (%s). If you put it "
                               "back, the value of today is replaced."),
                            who);
  dialog = adw_message_dialog_new (window, _ ("Changed Since"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "put-back", _ ("_Put Back"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  *question = (Question){ g_object_ref (self), self->history->id, change->step };
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, free_question,
                         G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
put_back_cb (TagaRecordChanges *self, TagaChangeBlock *block)
{
  guint index = taga_change_block_get_index (block);
  const TagaRecordChange *later;

  if (taga_record_history_holds (self->history, index, self->record, &later))
    put_back (self, index);
  else
    ask (self, index, later);
}

static void
add_block (TagaRecordChanges *self, guint index)
{
  GtkWidget *block =
      taga_change_block_new (taga_store_get_edition (self->store), self->history->type,
                             g_ptr_array_index (self->history->changes, index), index,
                             !taga_store_is_read_only (self->store));

  g_signal_connect_object (block, "put-back", G_CALLBACK (put_back_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->list, block);
}

/* Who put something back with the keyboard goes on from the top of the new list. */
static void
fill_list (TagaRecordChanges *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkWidget *child;
  gboolean given = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);

  for (guint i = 0; i < self->history->changes->len; i++)
    add_block (self, i);

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       had_focus && !given && child != NULL; child = gtk_widget_get_next_sibling (child))
    if (taga_change_block_get_button (TAGA_CHANGE_BLOCK (child)) != NULL)
      given = gtk_widget_grab_focus (taga_change_block_get_button (TAGA_CHANGE_BLOCK (child)));
}

static void
take_history (TagaRecordChanges *self, TagaRecordHistory *history, const GError *error)
{
  g_autofree char *note = NULL;

  show_busy (self, FALSE);
  g_clear_pointer (&self->history, taga_record_history_free);
  self->history = history;
  if (history == NULL)
    {
      GtkWidget *child;

      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
        gtk_box_remove (self->list, child);
      gtk_widget_set_visible (self->more_button, FALSE);
      show_note (self, error->message);
      return;
    }

  if (history->n_damaged > 0)
    note = g_strdup_printf (ngettext ("%u step of the history is damaged and cannot be shown.",
                                      "%u steps of the history are damaged and cannot be shown.",
                                      history->n_damaged),
                            history->n_damaged);
  else if (history->changes->len == 0)
    note = g_strdup (_ ("Nothing has been changed yet."));
  show_note (self, note);
  gtk_widget_set_visible (self->more_button, history->has_more);
  fill_list (self);
}

/* The store belongs to the thread that opened it, so this one opens the file for itself. */
static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  const TagaScanWatch watch = { .cancellable = cancellable };
  GError *error = NULL;
  g_autoptr (TagaStore) store = taga_store_open (job->path, TRUE, &error);
  TagaRecordHistory *history = NULL;

  if (store != NULL)
    history = taga_history_list_record (store, job->type, job->id, job->limit, &watch, &error);

  if (history == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, history, (GDestroyNotify) taga_record_history_free);
}

/* What was asked for meanwhile has stopped this reading. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaRecordChanges) self = user_data;
  g_autoptr (GError) error = NULL;
  TagaRecordHistory *history = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->reading != g_task_get_cancellable (G_TASK (result)))
    {
      g_clear_pointer (&history, taga_record_history_free);
      return;
    }

  g_clear_object (&self->reading);
  take_history (self, history, error);
}

static void
start_reading (TagaRecordChanges *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (taga_store_get_path (self->store));
  job->type = G_OBJECT_TYPE (self->record);
  job->id = taga_record_get_id (self->record);
  job->limit = self->limit;
  self->reading = g_cancellable_new ();
  task = g_task_new (NULL, self->reading, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, read_in_thread);
}

static void
stop_reading (TagaRecordChanges *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_changes (TagaRecordChanges *self)
{
  g_autoptr (GError) error = NULL;
  gint64 size = taga_history_get_size (self->store, &error);

  stop_reading (self);
  self->is_stale = FALSE;
  if (size < 0)
    take_history (self, NULL, error);
  else if (size > SHORT_HISTORY)
    {
      show_busy (self, TRUE);
      start_reading (self);
    }
  else
    {
      TagaRecordHistory *history =
          taga_history_list_record (self->store, G_OBJECT_TYPE (self->record),
                                    taga_record_get_id (self->record), self->limit, NULL, &error);

      take_history (self, history, error);
    }
}

static void
more_cb (TagaRecordChanges *self)
{
  self->limit *= LIMIT_FACTOR;
  read_changes (self);
}

static void
taga_record_changes_map (GtkWidget *widget)
{
  TagaRecordChanges *self = TAGA_RECORD_CHANGES (widget);

  GTK_WIDGET_CLASS (taga_record_changes_parent_class)->map (widget);

  if (self->is_stale && self->record != NULL)
    read_changes (self);
}

static void
taga_record_changes_dispose (GObject *object)
{
  TagaRecordChanges *self = TAGA_RECORD_CHANGES (object);

  stop_reading (self);
  g_clear_pointer (&self->history, taga_record_history_free);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_RECORD_CHANGES);

  G_OBJECT_CLASS (taga_record_changes_parent_class)->dispose (object);
}

static void
taga_record_changes_class_init (TagaRecordChangesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_record_changes_dispose;
  widget_class->map = taga_record_changes_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-record-changes.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaRecordChanges, busy);
  gtk_widget_class_bind_template_child (widget_class, TagaRecordChanges, spinner);
  gtk_widget_class_bind_template_child (widget_class, TagaRecordChanges, note);
  gtk_widget_class_bind_template_child (widget_class, TagaRecordChanges, list);
  gtk_widget_class_bind_template_child (widget_class, TagaRecordChanges, more_button);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
taga_record_changes_init (TagaRecordChanges *self)
{
  self->limit = FIRST_LIMIT;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_record_changes_update:
 * @self: a view
 * @store: the company file
 * @record: one of its records
 *
 * Shows what happened to a record. It is to be called again whenever the file changes.
 */
void
taga_record_changes_update (TagaRecordChanges *self, TagaStore *store, TagaRecord *record)
{
  g_return_if_fail (TAGA_IS_RECORD_CHANGES (self));

  if (self->record != record)
    self->limit = FIRST_LIMIT;
  g_set_object (&self->store, store);
  g_set_object (&self->record, record);

  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_changes (self);
}
