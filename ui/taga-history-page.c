#include "taga-history-page.h"

#include <glib/gi18n-lib.h>

#include "taga-history.h"
#include "taga-page.h"
#include "taga-step-detail.h"
#include "taga-step-row.h"

/* So many steps are read at a time. */
#define PAGE 200

/**
 * TagaHistoryPage:
 *
 * What was done in a company file: on the left the steps, the newest first, on the right what the
 * chosen one did.
 */
struct _TagaHistoryPage
{
  AdwBin parent_instance;

  TagaStore *store;     /* (owned) (nullable) */
  gboolean is_complete; /* whether the oldest step is in the list */
  gboolean is_stale;    /* whether the file changed while nobody looked */
  guint load_id;

  /* Template */
  GtkStack *stack;
  GtkLabel *next_label;
  GtkWidget *failure_box;
  GtkLabel *failure_label;
  GListStore *steps;
  GtkSingleSelection *selection;
  TagaStepDetail *detail;
};

static void taga_history_page_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaHistoryPage,
                               taga_history_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE, taga_history_page_init_page))

static guint
get_n_steps (TagaHistoryPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->steps));
}

static TagaStepItem *
get_item (TagaHistoryPage *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->steps), position);
}

/* The first step of a day carries the day; what stands above decides which that is. */
static void
update_days (TagaHistoryPage *self, guint from, guint n)
{
  g_autoptr (TagaStepItem) above = from == 0 ? NULL : get_item (self, from - 1);

  for (guint i = from; i < MIN (from + n, get_n_steps (self)); i++)
    {
      g_autoptr (TagaStepItem) item = get_item (self, i);
      gboolean starts_day =
          above == NULL
          || !g_str_equal (taga_step_item_get_day (above), taga_step_item_get_day (item));

      taga_step_item_set_starts_day (item, starts_day);
      g_set_object (&above, item);
    }
}

static void
splice_steps (TagaHistoryPage *self, guint position, guint n_removed, GPtrArray *steps, guint n)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, taga_step_item_new (g_ptr_array_index (steps, i)));

  g_list_store_splice (self->steps, position, n_removed, items->pdata, items->len);
  update_days (self, position, n + 1);
}

/* Brings the list up to date: steps are added at the top, and known ones change their state. What
 * is known stays the same object, so the selection and the place in the list stay too. */
static void
merge_steps (TagaHistoryPage *self, GPtrArray *steps)
{
  g_autoptr (TagaStepItem) first = get_item (self, 0);
  guint n_known = get_n_steps (self);
  guint n_new = 0;
  gboolean fits;

  while (first != NULL && n_new < steps->len
         && ((TagaStep *) g_ptr_array_index (steps, n_new))->id > taga_step_item_get_id (first))
    n_new++;

  fits = first != NULL && n_new + n_known <= steps->len;
  for (guint i = 0; fits && i < n_known; i++)
    {
      const TagaStep *step = g_ptr_array_index (steps, n_new + i);
      g_autoptr (TagaStepItem) item = get_item (self, i);

      fits = step->id == taga_step_item_get_id (item);
      if (fits)
        taga_step_item_set_state (item, step->state);
    }

  if (fits)
    {
      self->is_complete = self->is_complete || n_new + n_known == steps->len;
      splice_steps (self, 0, 0, steps, n_new);
    }
  else
    {
      self->is_complete = steps->len < PAGE;
      splice_steps (self, 0, n_known, steps, MIN (steps->len, PAGE));
    }
}

static void
show_failure (TagaHistoryPage *self, const GError *error)
{
  gtk_widget_set_visible (self->failure_box, error != NULL);
  gtk_label_set_label (self->failure_label, error == NULL ? "" : error->message);
}

/* Beside the buttons: what undo takes back. */
static void
update_next (TagaHistoryPage *self)
{
  g_autoptr (TagaStep) step = taga_history_peek (self->store, TAGA_STEP_DONE, NULL);
  g_autofree char *text = NULL;

  if (taga_store_is_read_only (self->store))
    text = g_strdup (_ ("This file may only be read."));
  else if (step == NULL)
    text = g_strdup (_ ("There is nothing to undo."));
  else
    {
      /* In its words as the list has them: those of the file are not fit for a label as they are.
       */
      g_autoptr (TagaStepItem) item = taga_step_item_new (step);

      /* Translators: %s is what was done, as in: Change “Customer list”: Confidentiality */
      text = g_strdup_printf (_ ("Next undo: %s"), taga_step_item_get_label (item));
    }

  gtk_label_set_label (self->next_label, text);
}

static void
refresh (TagaHistoryPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  self->is_stale = FALSE;
  if (self->store == NULL)
    return;

  steps = taga_history_list (self->store, 0, get_n_steps (self) + PAGE, &error);
  show_failure (self, error);
  if (steps == NULL)
    return;

  merge_steps (self, steps);
  update_next (self);
  gtk_stack_set_visible_child_name (self->stack, get_n_steps (self) > 0 ? "steps" : "empty");
}

static void
load_older (TagaHistoryPage *self)
{
  g_autoptr (TagaStepItem) last = get_item (self, get_n_steps (self) - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  if (last == NULL)
    return;

  steps = taga_history_list (self->store, taga_step_item_get_id (last), PAGE, &error);
  show_failure (self, error);
  self->is_complete = steps == NULL || steps->len < PAGE;
  if (steps != NULL)
    splice_steps (self, get_n_steps (self), 0, steps, steps->len);
}

static gboolean
load_older_cb (gpointer data)
{
  TagaHistoryPage *self = data;

  self->load_id = 0;
  if (self->store != NULL && !self->is_complete)
    load_older (self);

  return G_SOURCE_REMOVE;
}

/* Older steps are read as soon as less than a page of them is left below. The list is being laid
 * out when this is heard, so they come a moment later. */
static void
scrolled_cb (TagaHistoryPage *self, GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double below =
      gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (!self->is_complete && self->load_id == 0 && page > 0 && below < page)
    self->load_id = g_idle_add (load_older_cb, self);
}

static void
selected_cb (TagaHistoryPage *self)
{
  taga_step_detail_show (self->detail, self->store,
                         gtk_single_selection_get_selected_item (self->selection));
}

/* Nobody waits for the history while another page is open. */
static void
store_changed_cb (TagaHistoryPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->is_stale = TRUE;
}

static void
taga_history_page_map (GtkWidget *widget)
{
  TagaHistoryPage *self = TAGA_HISTORY_PAGE (widget);

  /* Who comes to see what happened meanwhile looks at the latest of it. */
  if (self->is_stale)
    {
      refresh (self);
      gtk_single_selection_set_selected (self->selection, 0);
    }

  GTK_WIDGET_CLASS (taga_history_page_parent_class)->map (widget);
}

static void
taga_history_page_dispose (GObject *object)
{
  TagaHistoryPage *self = TAGA_HISTORY_PAGE (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_handle_id (&self->load_id, g_source_remove);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_HISTORY_PAGE);

  G_OBJECT_CLASS (taga_history_page_parent_class)->dispose (object);
}

static void
taga_history_page_class_init (TagaHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_history_page_dispose;
  widget_class->map = taga_history_page_map;

  g_type_ensure (TAGA_TYPE_STEP_DETAIL);
  g_type_ensure (TAGA_TYPE_STEP_ITEM);
  g_type_ensure (TAGA_TYPE_STEP_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaHistoryPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, TagaHistoryPage, failure_box);
  gtk_widget_class_bind_template_child (widget_class, TagaHistoryPage, failure_label);
  gtk_widget_class_bind_template_child (widget_class, TagaHistoryPage, steps);
  gtk_widget_class_bind_template_child (widget_class, TagaHistoryPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TagaHistoryPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
taga_history_page_init (TagaHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_page_store (TagaPage *page, TagaStore *store)
{
  taga_history_page_set_store (TAGA_HISTORY_PAGE (page), store);
}

static void
taga_history_page_init_page (TagaPageInterface *iface)
{
  iface->set_store = set_page_store;
}

/**
 * taga_history_page_new:
 *
 * Makes the page of the history. Its buttons are for the actions `win.undo` and `win.redo`.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
taga_history_page_new (void)
{
  return g_object_new (TAGA_TYPE_HISTORY_PAGE, NULL);
}

/**
 * taga_history_page_set_store:
 * @self: the page
 * @store: (nullable): a store
 *
 * Sets the file whose history is shown.
 */
void
taga_history_page_set_store (TagaHistoryPage *self, TagaStore *store)
{
  g_return_if_fail (TAGA_IS_HISTORY_PAGE (self));
  g_return_if_fail (store == NULL || TAGA_IS_STORE (store));

  if (self->store == store)
    return;

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_list_store_remove_all (self->steps);
  self->is_complete = FALSE;

  self->store = store == NULL ? NULL : g_object_ref (store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  store_changed_cb (self);
}
