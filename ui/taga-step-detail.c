#include "taga-step-detail.h"

#include <glib/gi18n-lib.h>

#include "taga-step-line-row.h"
#include "taga-step-reader.h"

/* As many lines are listed; what a paste of a whole register did is better read in the register. */
#define MAX_LINES 2000

/* A step of more records is read in a thread, so that the window never waits for it. */
#define MAX_AT_ONCE 200

/**
 * TagaStepDetail:
 *
 * What one step of the history did, field by field, and what became of it.
 */
struct _TagaStepDetail
{
  AdwBin parent_instance;

  TagaStore *store;   /* (owned) (nullable) */
  TagaStepItem *item; /* (owned) (nullable) */
  gboolean is_reading;

  /* Template */
  GtkStack *stack;
  GtkLabel *label;
  GtkLabel *details;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state_label;
  GtkSpinner *spinner;
  GListStore *lines;
  AdwStatusPage *failure;
};

G_DEFINE_FINAL_TYPE (TagaStepDetail, taga_step_detail, ADW_TYPE_BIN)

typedef struct
{
  char *path; /* (owned) */
  gint64 step;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job);
}

static const char *
get_state_sentence (TagaStepState state)
{
  switch (state)
    {
    case TAGA_STEP_UNDONE:
      return _ ("Undone. With Redo it can be done again.");
    case TAGA_STEP_DROPPED:
      return _ ("Replaced by another step: after it was undone something else was done, so it "
                "cannot be done again.");
    case TAGA_STEP_KEPT:
      return _ ("From the beginning: with it the file began, so it cannot be undone.");
    case TAGA_STEP_DONE:
    default:
      return NULL;
    }
}

static void
update_state (TagaStepDetail *self)
{
  const char *sentence = get_state_sentence (taga_step_item_get_state (self->item));

  gtk_widget_set_visible (self->state_box, sentence != NULL);
  gtk_label_set_label (self->state_label, sentence == NULL ? "" : sentence);
  gtk_image_set_from_icon_name (self->state_icon, taga_step_item_get_state_icon (self->item));
}

static void
show_page (TagaStepDetail *self, const char *name)
{
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "busy"));
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
show_lines (TagaStepDetail *self, GPtrArray *lines, const GError *error)
{
  if (lines == NULL)
    {
      g_list_store_remove_all (self->lines);
      adw_status_page_set_description (self->failure, error->message);
      show_page (self, "failure");
      return;
    }

  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
  show_page (self, "lines");
}

/* The store belongs to the thread that opened it, so this one opens the file for itself. */
static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (TagaStore) store = taga_store_open (job->path, TRUE, &error);
  GPtrArray *lines = NULL;

  if (store != NULL)
    lines = taga_step_reader_read (store, job->step, MAX_LINES, &error);

  if (lines == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
}

static void start_reading (TagaStepDetail *self);

/* By now another step may have been chosen; then what came is of no more use. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaStepDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = g_task_propagate_pointer (G_TASK (result), &error);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->is_reading = FALSE;
  if (self->store == NULL || self->item == NULL
      || !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "busy"))
    return;

  if (taga_step_item_get_id (self->item) == job->step
      && g_str_equal (taga_store_get_path (self->store), job->path))
    show_lines (self, lines, error);
  else
    start_reading (self);
}

/* One thread at a time: who runs through the history with the arrow keys starts no hundred. */
static void
start_reading (TagaStepDetail *self)
{
  /* The task holds no widget, which the thread might otherwise be the last to let go. */
  g_autoptr (GTask) task = NULL;
  Job *job;

  show_page (self, "busy");
  if (self->is_reading)
    return;

  job = g_new0 (Job, 1);
  job->path = g_strdup (taga_store_get_path (self->store));
  job->step = taga_step_item_get_id (self->item);
  task = g_task_new (NULL, NULL, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, job, job_free);
  self->is_reading = TRUE;
  g_task_run_in_thread (task, read_in_thread);
}

static void
read_at_once (TagaStepDetail *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines =
      taga_step_reader_read (self->store, taga_step_item_get_id (self->item), MAX_LINES, &error);

  show_lines (self, lines, error);
}

static void
set_item (TagaStepDetail *self, TagaStepItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_object (item, "notify::state-text", G_CALLBACK (update_state), self,
                             G_CONNECT_SWAPPED);
}

static void
taga_step_detail_dispose (GObject *object)
{
  TagaStepDetail *self = TAGA_STEP_DETAIL (object);

  set_item (self, NULL);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_STEP_DETAIL);

  G_OBJECT_CLASS (taga_step_detail_parent_class)->dispose (object);
}

static void
taga_step_detail_class_init (TagaStepDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_step_detail_dispose;

  g_type_ensure (TAGA_TYPE_STEP_LINE);
  g_type_ensure (TAGA_TYPE_STEP_LINE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-step-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaStepDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaStepDetail, label);
  gtk_widget_class_bind_template_child (widget_class, TagaStepDetail, details);
  gtk_widget_class_bind_template_child (widget_class, TagaStepDetail, state_box);
  gtk_widget_class_bind_template_child (widget_class, TagaStepDetail, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TagaStepDetail, state_label);
  gtk_widget_class_bind_template_child (widget_class, TagaStepDetail, spinner);
  gtk_widget_class_bind_template_child (widget_class, TagaStepDetail, lines);
  gtk_widget_class_bind_template_child (widget_class, TagaStepDetail, failure);
}

static void
taga_step_detail_init (TagaStepDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_step_detail_new:
 *
 * Makes a view that shows no step yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_step_detail_new (void)
{
  return g_object_new (TAGA_TYPE_STEP_DETAIL, NULL);
}

/**
 * taga_step_detail_show:
 * @self: a view
 * @store: (nullable): the store that the step is of
 * @item: (nullable): the step
 *
 * Shows what a step did.
 */
void
taga_step_detail_show (TagaStepDetail *self, TagaStore *store, TagaStepItem *item)
{
  g_autofree char *details = NULL;

  g_return_if_fail (TAGA_IS_STEP_DETAIL (self));
  g_return_if_fail (item == NULL || TAGA_IS_STORE (store));

  if (self->item == item && self->store == store)
    return;

  g_set_object (&self->store, store);
  set_item (self, item);
  if (item == NULL)
    {
      g_list_store_remove_all (self->lines);
      show_page (self, "none");
      return;
    }

  details =
      g_strjoin (" · ", taga_step_item_get_day (item), taga_step_item_get_details (item), NULL);
  gtk_label_set_label (self->label, taga_step_item_get_label (item));
  gtk_label_set_label (self->details, details);
  update_state (self);
  if (taga_step_item_get_n_changes (item) <= MAX_AT_ONCE)
    read_at_once (self);
  else
    start_reading (self);
}
