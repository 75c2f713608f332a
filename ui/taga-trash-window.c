#include "taga-trash-window.h"

#include <glib/gi18n-lib.h>

#include "taga-job.h"
#include "taga-trash-cell.h"
#include "taga-ui.h"

/* So many assets of so short a history come back within a frame; more of them go to a thread. */
#define MANY_ASSETS 100
#define LONG_HISTORY (128 * 1024)

/* In milliseconds: a list that was filled is laid out by then. */
#define FOCUS_DELAY 40

/**
 * TagaTrashWindow:
 *
 * The assets that were removed, the latest first: they can be searched, ticked and brought back as
 * they were.
 */
struct _TagaTrashWindow
{
  AdwWindow parent_instance;

  TagaStore *store;    /* (owned) */
  TagaTrashList *list; /* (owned) (nullable): `NULL` as long as it is read */
  guint n_restored;    /* by the last restoring */
  guint focus_id;

  /* Template */
  GtkLabel *notice;
  GtkStack *stack;
  AdwStatusPage *failure;
  GtkEditable *search;
  GtkListView *view;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (TagaTrashWindow, taga_trash_window, ADW_TYPE_WINDOW)

/* What the thread works on: nobody else touches it until it is done. */
typedef struct
{
  TagaTrashWindow *window; /* (unowned): the job ends without a word if it goes */
  char *path;
  char *person;
  GArray *ids;      /* (nullable): what to bring back */
  TagaTrash *trash; /* (nullable): what was found */
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->person);
  g_clear_pointer (&work->ids, g_array_unref);
  g_clear_pointer (&work->trash, taga_trash_free);
  g_free (work);
}

static Work *
create_work (TagaTrashWindow *self)
{
  Work *work = g_new0 (Work, 1);

  work->window = self;
  work->path = g_strdup (taga_store_get_path (self->store));
  work->person = g_strdup (taga_store_get_person (self->store));

  return work;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, taga_trash_cell_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  taga_trash_cell_set_row (TAGA_TRASH_CELL (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  taga_trash_cell_set_row (TAGA_TRASH_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
update_count (TagaTrashWindow *self)
{
  guint n_all = self->list == NULL ? 0 : taga_trash_list_get_n_all (self->list);
  guint n_ticked = self->list == NULL ? 0 : taga_trash_list_get_n_ticked (self->list);
  g_autofree char *text = NULL;

  if (n_ticked > 0)
    text = g_strdup_printf (ngettext ("%u of %u asset selected", "%u of %u assets selected", n_all),
                            n_ticked, n_all);
  else if (self->n_restored > 0)
    text = g_strdup_printf (
        ngettext ("%u asset brought back", "%u assets brought back", self->n_restored),
        self->n_restored);
  else if (n_all > 0)
    text = g_strdup_printf (ngettext ("%u removed asset. Space selects it.",
                                      "%u removed assets. Space selects one.", n_all),
                            n_all);
  gtk_label_set_label (self->count, text == NULL ? "" : text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trash.restore",
                                 n_ticked > 0 && !taga_store_is_read_only (self->store));
}

static void
update_notice (TagaTrashWindow *self)
{
  guint n_damaged = self->list == NULL ? 0 : taga_trash_list_get_n_damaged (self->list);
  g_autofree char *text = NULL;

  if (n_damaged > 0)
    text = g_strdup_printf (
        ngettext ("%u step of the history is damaged; what it removed cannot be shown.",
                  "%u steps of the history are damaged; what they removed cannot be shown.",
                  n_damaged),
        n_damaged);
  else if (taga_store_is_read_only (self->store))
    text = g_strdup (_ ("This file may only be read."));
  gtk_label_set_label (self->notice, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), text != NULL);
}

static void
set_list (TagaTrashWindow *self, TagaTrashList *list)
{
  g_autoptr (GtkNoSelection) model = NULL;

  g_set_object (&self->list, list);
  if (list != NULL)
    {
      model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (list)));
      g_signal_connect_object (list, "ticked", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
      taga_trash_list_search (list, gtk_editable_get_text (self->search));
    }
  gtk_list_view_set_model (self->view, model == NULL ? NULL : GTK_SELECTION_MODEL (model));
  update_notice (self);
  update_count (self);
}

/* A list has nothing to give the focus to before it was laid out. */
static gboolean
focus_cb (gpointer user_data)
{
  TagaTrashWindow *self = user_data;

  self->focus_id = 0;
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
show_trash (TagaTrashWindow *self, TagaTrash *trash)
{
  g_autoptr (TagaTrashList) list =
      taga_trash_list_new (trash, taga_store_get_edition (self->store));
  gboolean empty = taga_trash_list_get_n_all (list) == 0;

  set_list (self, list);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
  if (!empty && self->focus_id == 0)
    self->focus_id = g_timeout_add (FOCUS_DELAY, focus_cb, self);
}

static gboolean
read_in_thread (TagaJob *job, gpointer data, GError **error)
{
  Work *work = data;
  const TagaScanWatch watch = { taga_job_report, job, taga_job_get_cancellable (job) };
  g_autoptr (TagaStore) store = taga_store_open (work->path, TRUE, error);

  work->trash = store == NULL ? NULL : taga_trash_read (store, &watch, error);
  return work->trash != NULL;
}

/* Who stops the reading wants no list. */
static void
read_cb (const GError *error, gpointer data)
{
  Work *work = data;
  TagaTrashWindow *self = work->window;

  if (error == NULL)
    show_trash (self, g_steal_pointer (&work->trash));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_window_close (GTK_WINDOW (self));
  else
    {
      adw_status_page_set_description (self->failure, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failure");
    }
}

static void
read_trash (TagaTrashWindow *self)
{
  Work *work = create_work (self);

  gtk_stack_set_visible_child_name (self->stack, "busy");
  taga_job_run (GTK_WIDGET (self), _ ("Reading the history…"), read_in_thread, work, free_work,
                read_cb, work);
}

static void
finish_restoring (TagaTrashWindow *self, guint n, const GError *error)
{
  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        taga_ui_report (GTK_WIDGET (self), FALSE, error);
      return;
    }

  self->n_restored = n;
  set_list (self, NULL);
  read_trash (self);
}

static gboolean
restore (TagaStore *store, GArray *ids, const TagaScanWatch *watch, GError **error)
{
  return taga_trash_restore (store, (const gint64 *) (gpointer) ids->data, ids->len, watch, error);
}

static gboolean
restore_in_thread (TagaJob *job, gpointer data, GError **error)
{
  Work *work = data;
  const TagaScanWatch watch = { taga_job_report, job, taga_job_get_cancellable (job) };
  g_autoptr (TagaStore) store = taga_store_open (work->path, FALSE, error);

  if (store == NULL)
    return FALSE;

  taga_store_set_person (store, work->person);
  return restore (store, work->ids, &watch, error);
}

static void
restored_cb (const GError *error, gpointer data)
{
  Work *work = data;
  g_autoptr (GError) refresh_error = NULL;

  if (error == NULL)
    taga_store_refresh (work->window->store, &refresh_error);
  finish_restoring (work->window, work->ids->len, error != NULL ? error : refresh_error);
}

static void
restore_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaTrashWindow *self = TAGA_TRASH_WINDOW (widget);
  g_autoptr (GArray) ids = taga_trash_list_create_ids (self->list);
  g_autoptr (GError) error = NULL;
  Work *work;

  if (ids->len <= MANY_ASSETS && taga_history_get_size (self->store, NULL) <= LONG_HISTORY)
    {
      restore (self->store, ids, NULL, &error);
      finish_restoring (self, ids->len, error);
      return;
    }

  work = create_work (self);
  work->ids = g_steal_pointer (&ids);
  taga_job_run (widget, _ ("Bringing back…"), restore_in_thread, work, free_work, restored_cb,
                work);
}

static void
tick_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaTrashWindow *self = TAGA_TRASH_WINDOW (widget);

  if (self->list != NULL)
    taga_trash_list_tick_shown (self->list, g_str_equal (action_name, "trash.tick-all"));
}

static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TAGA_TRASH_WINDOW (widget)->search));
}

static void
search_changed_cb (TagaTrashWindow *self)
{
  if (self->list != NULL)
    taga_trash_list_search (self->list, gtk_editable_get_text (self->search));
}

/* Space ticks the asset that has the focus. */
static gboolean
key_pressed_cb (TagaTrashWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *cell = focus == NULL ? NULL : gtk_widget_get_first_child (focus);
  TagaTrashRow *row;

  if (keyval != GDK_KEY_space || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || !TAGA_IS_TRASH_CELL (cell))
    return GDK_EVENT_PROPAGATE;

  row = taga_trash_cell_get_row (TAGA_TRASH_CELL (cell));
  taga_trash_row_set_ticked (row, !taga_trash_row_get_ticked (row));
  return GDK_EVENT_STOP;
}

static void
taga_trash_window_dispose (GObject *object)
{
  TagaTrashWindow *self = TAGA_TRASH_WINDOW (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_TRASH_WINDOW);

  G_OBJECT_CLASS (taga_trash_window_parent_class)->dispose (object);
}

static void
taga_trash_window_class_init (TagaTrashWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_trash_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-trash-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaTrashWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, TagaTrashWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaTrashWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, TagaTrashWindow, search);
  gtk_widget_class_bind_template_child (widget_class, TagaTrashWindow, view);
  gtk_widget_class_bind_template_child (widget_class, TagaTrashWindow, count);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "trash.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "trash.tick-all", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "trash.tick-none", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "trash.search", NULL, search_action);
}

static void
taga_trash_window_init (TagaTrashWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_trash_present:
 * @parent: the window in front of which it stands
 * @store: the company file
 *
 * Shows the assets that were removed, and lets the user bring them back.
 */
void
taga_trash_present (GtkWindow *parent, TagaStore *store)
{
  TagaTrashWindow *self = g_object_new (TAGA_TYPE_TRASH_WINDOW, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  update_notice (self);
  update_count (self);
  gtk_window_present (GTK_WINDOW (self));
  read_trash (self);
}
