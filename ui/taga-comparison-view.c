#include "taga-comparison-view.h"

#include <glib/gi18n-lib.h>

#include "taga-comparison-parts.h"
#include "taga-round.h"

/**
 * TagaComparisonView:
 *
 * 比較: two rounds side by side. They are compared in a thread, with a store of its own, as the
 * register may be large; as long as that takes, what was shown of the same rounds stays.
 */
struct _TagaComparisonView
{
  AdwBin parent_instance;

  TagaStore *store;  /* (owned) (nullable) */
  GPtrArray *rounds; /* (owned) (nullable) (element-type TagaRecord): the newest first */
  gint64 before;     /* 0 until somebody chooses, or the newest two are taken */
  gint64 after;
  gint64 shown_before; /* which two the parts are about */
  gint64 shown_after;
  guint serial; /* of the comparison that is waited for */
  gboolean is_running;
  gboolean is_stale; /* whether to compare again */
  gboolean is_filling;

  /* Template */
  GtkStack *stack;
  GtkWidget *bar;
  GtkDropDown *before_list;
  GtkDropDown *after_list;
  GtkWidget *spinner;
  GtkLabel *failure_label;
  GtkBox *parts;
};

G_DEFINE_FINAL_TYPE (TagaComparisonView, taga_comparison_view, ADW_TYPE_BIN)

/* What the thread works on, and what it finds. */
typedef struct
{
  TagaComparisonView *view; /* (owned): only the main thread looks at it */
  guint serial;
  char *path;
  gint64 before;
  gint64 after;
  TagaRoundComparison *comparison; /* (owned) (nullable) */
} Work;

static void
work_free (Work *work)
{
  g_free (work->path);
  g_clear_pointer (&work->comparison, taga_round_comparison_free);
  g_free (work);
}

static void start (TagaComparisonView *self);

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (TagaStore) store = taga_store_open (work->path, TRUE, &error);

  if (store != NULL)
    work->comparison = taga_round_compare (store, work->before, work->after, &error);

  if (work->comparison != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
clear_parts (TagaComparisonView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
  self->shown_before = self->shown_after = 0;
}

static void
show_comparison (TagaComparisonView *self, TagaRoundComparison *comparison)
{
  g_autoptr (TagaAssetChanges) changes = taga_asset_changes_new (comparison);

  clear_parts (self);
  self->shown_before = comparison->before.id;
  self->shown_after = comparison->after.id;
  taga_comparison_parts_fill (self->parts, changes);
  gtk_stack_set_visible_child_name (self->stack, "parts");
}

/* Somebody may have chosen other rounds meanwhile, or opened another file. */
static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (TagaComparisonView) self = work->view;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  self->is_running = FALSE;
  if (self->stack == NULL || self->store == NULL)
    return;

  if (work->serial == self->serial && done)
    show_comparison (self, g_steal_pointer (&work->comparison));
  else if (work->serial == self->serial)
    {
      clear_parts (self);
      gtk_label_set_label (self->failure_label, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failure");
    }
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), FALSE);
  if (self->is_stale)
    start (self);
}

static void
run (TagaComparisonView *self)
{
  Work *work = g_new0 (Work, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, compared_cb, NULL);

  work->view = g_object_ref (self);
  work->serial = self->serial;
  work->path = g_strdup (taga_store_get_path (self->store));
  work->before = self->before;
  work->after = self->after;
  self->is_running = TRUE;
  self->is_stale = FALSE;
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/* One comparison at a time; what changes meanwhile is compared after it. */
static void
start (TagaComparisonView *self)
{
  gboolean is_shown = self->shown_before == self->before && self->shown_after == self->after;

  self->serial++;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->is_stale = TRUE;
      return;
    }

  if (self->before == self->after)
    {
      self->is_stale = FALSE;
      gtk_stack_set_visible_child_name (self->stack, "same");
      return;
    }

  if (!is_shown)
    {
      gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), TRUE);
      gtk_stack_set_visible_child_name (self->stack, "busy");
    }
  if (self->is_running)
    self->is_stale = TRUE;
  else
    run (self);
}

static gint64
get_chosen (TagaComparisonView *self, GtkDropDown *list)
{
  guint place = gtk_drop_down_get_selected (list);

  return place < self->rounds->len ? taga_record_get_id (g_ptr_array_index (self->rounds, place))
                                   : 0;
}

static void
chosen_cb (TagaComparisonView *self)
{
  if (self->is_filling || self->rounds == NULL)
    return;

  self->before = get_chosen (self, self->before_list);
  self->after = get_chosen (self, self->after_list);
  start (self);
}

/* The place of a round in the lists, or of the one that is taken in its stead. */
static guint
find_place (TagaComparisonView *self, gint64 id, guint usual)
{
  for (guint i = 0; i < self->rounds->len; i++)
    if (taga_record_get_id (g_ptr_array_index (self->rounds, i)) == id)
      return i;

  return usual;
}

static void
fill_lists (TagaComparisonView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->rounds->len; i++)
    {
      const char *name =
          taga_record_get_text (g_ptr_array_index (self->rounds, i), TAGA_ROUND_NAME);

      gtk_string_list_append (names, name == NULL ? "" : name);
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->before_list, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->after_list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->before_list, find_place (self, self->before, 1));
  gtk_drop_down_set_selected (self->after_list, find_place (self, self->after, 0));
  self->is_filling = FALSE;
  self->before = get_chosen (self, self->before_list);
  self->after = get_chosen (self, self->after_list);
}

static void
taga_comparison_view_map (GtkWidget *widget)
{
  TagaComparisonView *self = TAGA_COMPARISON_VIEW (widget);

  GTK_WIDGET_CLASS (taga_comparison_view_parent_class)->map (widget);

  if (self->is_stale && self->store != NULL && self->rounds->len > 1)
    start (self);
}

static void
taga_comparison_view_dispose (GObject *object)
{
  TagaComparisonView *self = TAGA_COMPARISON_VIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_COMPARISON_VIEW);

  G_OBJECT_CLASS (taga_comparison_view_parent_class)->dispose (object);
}

static void
taga_comparison_view_class_init (TagaComparisonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_comparison_view_dispose;
  widget_class->map = taga_comparison_view_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaComparisonView, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaComparisonView, bar);
  gtk_widget_class_bind_template_child (widget_class, TagaComparisonView, before_list);
  gtk_widget_class_bind_template_child (widget_class, TagaComparisonView, after_list);
  gtk_widget_class_bind_template_child (widget_class, TagaComparisonView, spinner);
  gtk_widget_class_bind_template_child (widget_class, TagaComparisonView, failure_label);
  gtk_widget_class_bind_template_child (widget_class, TagaComparisonView, parts);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
taga_comparison_view_init (TagaComparisonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
forget_file (TagaComparisonView *self)
{
  clear_parts (self);
  self->serial++;
  self->before = self->after = 0;
  self->is_stale = FALSE;
}

/* Whether the newest round is one that was not there before. */
static gboolean
has_begun (TagaComparisonView *self, GPtrArray *rounds)
{
  gint64 newest =
      rounds == NULL || rounds->len == 0 ? 0 : taga_record_get_id (g_ptr_array_index (rounds, 0));

  for (guint i = 0; self->rounds != NULL && i < self->rounds->len; i++)
    if (taga_record_get_id (g_ptr_array_index (self->rounds, i)) == newest)
      return FALSE;

  return self->rounds != NULL;
}

/**
 * taga_comparison_view_show:
 * @self: a view
 * @store: (nullable): the company file
 * @rounds: (nullable) (element-type TagaRecord): its rounds, the newest first
 *
 * Compares the rounds that are chosen; at first, and when another one was begun, the newest two.
 */
void
taga_comparison_view_show (TagaComparisonView *self, TagaStore *store, GPtrArray *rounds)
{
  g_return_if_fail (TAGA_IS_COMPARISON_VIEW (self));

  if (g_set_object (&self->store, store))
    forget_file (self);
  else if (has_begun (self, rounds))
    self->before = self->after = 0;
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  self->rounds = rounds == NULL ? NULL : g_ptr_array_ref (rounds);

  gtk_widget_set_visible (self->bar, rounds != NULL && rounds->len > 1);
  if (rounds == NULL || rounds->len < 2)
    {
      forget_file (self);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  fill_lists (self);
  start (self);
}
