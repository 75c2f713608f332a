#include "taga-rounds-page.h"

#include <glib/gi18n-lib.h>

#include "taga-axis-view.h"
#include "taga-comparison-view.h"
#include "taga-field-edit.h"
#include "taga-page.h"
#include "taga-round-acts.h"
#include "taga-round-dialog.h"
#include "taga-round-form.h"
#include "taga-round-list.h"
#include "taga-round.h"
#include "taga-ui.h"

/**
 * TagaRoundsPage:
 *
 * 評価回: the rounds of assessment, what the chosen one is, the scores that it gives the company,
 * and two of them side by side.
 */
struct _TagaRoundsPage
{
  AdwBin parent_instance;

  TagaStore *store;  /* (owned) (nullable) */
  GPtrArray *rounds; /* (owned) (nullable) (element-type TagaRecord): in the order of the list */
  gint64 chosen;     /* number of the round that is shown, or 0 */
  gboolean is_stale; /* whether the file changed while nobody looked */
  gboolean is_filling;

  /* Template */
  GtkLabel *broken_label;
  GtkLabel *failure_label;
  GtkWidget *side;
  GtkListBox *list;
  TagaRoundForm *form;
  GtkStack *views;
  TagaAxisView *axis_view;
  TagaComparisonView *comparison_view;
};

static void taga_rounds_page_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaRoundsPage,
                               taga_rounds_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE, taga_rounds_page_init_page))

static TagaRecord *
get_chosen (TagaRoundsPage *self)
{
  for (guint i = 0; self->rounds != NULL && i < self->rounds->len; i++)
    if (taga_record_get_id (g_ptr_array_index (self->rounds, i)) == self->chosen)
      return g_ptr_array_index (self->rounds, i);

  return NULL;
}

static void
update_actions (TagaRoundsPage *self)
{
  TagaRecord *round = get_chosen (self);
  gboolean may_write = self->store != NULL && !taga_store_is_read_only (self->store);
  gboolean is_open =
      may_write && round != NULL && taga_record_get_text (round, TAGA_ROUND_SEALED_ON) == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.new", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.seal", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.remove",
                                 is_open && self->rounds->len > 1);
}

static void
update_notes (TagaRoundsPage *self, const GError *error)
{
  g_autofree char *broken =
      self->store == NULL ? NULL : taga_round_list_format_broken (self->store);

  gtk_label_set_label (self->broken_label, broken == NULL ? "" : broken);
  gtk_widget_set_visible (GTK_WIDGET (self->broken_label), broken != NULL);
  gtk_label_set_label (self->failure_label, error == NULL ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), error != NULL);
}

static void
show_chosen (TagaRoundsPage *self)
{
  TagaRecord *round = get_chosen (self);

  taga_round_form_show (self->form, self->store, round);
  taga_axis_view_show (self->axis_view, self->store, round);
  update_actions (self);
}

/* Whether the keys are in the list now, where a row that is made anew has to take them back. */
static gboolean
has_focus (TagaRoundsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

static void
select_chosen (TagaRoundsPage *self)
{
  for (guint i = 0; self->rounds != NULL && i < self->rounds->len; i++)
    if (taga_record_get_id (g_ptr_array_index (self->rounds, i)) == self->chosen)
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
}

static void
fill_list (TagaRoundsPage *self)
{
  gboolean had_focus = has_focus (self);
  GtkWidget *row;

  self->is_filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; self->rounds != NULL && i < self->rounds->len; i++)
    gtk_list_box_append (
        self->list, taga_round_list_row_new (self->store, g_ptr_array_index (self->rounds, i)));
  select_chosen (self);
  self->is_filling = FALSE;

  if (had_focus && gtk_list_box_get_selected_row (self->list) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

/* At first the round that risks go by is shown. */
static void
choose_usual (TagaRoundsPage *self)
{
  if (get_chosen (self) != NULL || self->rounds == NULL || self->rounds->len == 0)
    return;

  self->chosen = taga_store_get_round (self->store);
  if (get_chosen (self) == NULL)
    self->chosen = taga_record_get_id (g_ptr_array_index (self->rounds, 0));
}

static void
refresh (TagaRoundsPage *self)
{
  g_autoptr (GError) error = NULL;

  self->is_stale = FALSE;
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  if (self->store != NULL)
    self->rounds = taga_round_list_read (self->store, &error);

  choose_usual (self);
  update_notes (self, error);
  fill_list (self);
  show_chosen (self);
  taga_comparison_view_show (self->comparison_view, self->rounds == NULL ? NULL : self->store,
                             self->rounds);
}

static void
selected_cb (TagaRoundsPage *self, GtkListBoxRow *row)
{
  if (self->is_filling || row == NULL)
    return;

  /* What the form refused is settled before another round takes its place. */
  if (!taga_field_edit_finish_all (GTK_WIDGET (self->form)))
    {
      self->is_filling = TRUE;
      select_chosen (self);
      self->is_filling = FALSE;
      return;
    }

  self->chosen = g_ascii_strtoll (gtk_widget_get_name (GTK_WIDGET (row)), NULL, 10);
  show_chosen (self);
}

static void
choose (TagaRoundsPage *self, gint64 round)
{
  self->chosen = round;
  self->is_filling = TRUE;
  select_chosen (self);
  self->is_filling = FALSE;
  show_chosen (self);
}

static void
started_cb (TagaRoundsPage *self, gint64 round)
{
  /* Whoever looked back has begun something new. */
  if (taga_store_looks_back (self->store))
    taga_store_select_round (self->store, 0, NULL);
  choose (self, round);
}

static void
new_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRoundsPage *self = TAGA_ROUNDS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  TagaRoundDialog *dialog;

  if (!taga_page_finish_editing (TAGA_PAGE (self)))
    return;

  dialog = taga_round_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->store,
                                      taga_store_get_round (self->store), &error);
  if (dialog == NULL)
    taga_ui_show_error (widget, _ ("No round can be started"), error);
  else
    g_signal_connect_object (dialog, "started", G_CALLBACK (started_cb), self, G_CONNECT_SWAPPED);
}

static void
seal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRoundsPage *self = TAGA_ROUNDS_PAGE (widget);

  if (taga_page_finish_editing (TAGA_PAGE (self)))
    taga_round_acts_seal (widget, self->store, self->chosen);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRoundsPage *self = TAGA_ROUNDS_PAGE (widget);

  if (taga_page_finish_editing (TAGA_PAGE (self)))
    taga_round_acts_remove (widget, self->store, self->chosen);
}

/* Nobody waits for the rounds while another page is open. */
static void
store_changed_cb (TagaRoundsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->is_stale = TRUE;
}

static void
taga_rounds_page_map (GtkWidget *widget)
{
  TagaRoundsPage *self = TAGA_ROUNDS_PAGE (widget);

  if (self->is_stale)
    refresh (self);

  GTK_WIDGET_CLASS (taga_rounds_page_parent_class)->map (widget);
}

static void
taga_rounds_page_dispose (GObject *object)
{
  TagaRoundsPage *self = TAGA_ROUNDS_PAGE (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_ROUNDS_PAGE);

  G_OBJECT_CLASS (taga_rounds_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TAGA_TYPE_ROUND_FORM);
  g_type_ensure (TAGA_TYPE_AXIS_VIEW);
  g_type_ensure (TAGA_TYPE_COMPARISON_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-rounds-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaRoundsPage, broken_label);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundsPage, failure_label);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundsPage, side);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundsPage, form);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundsPage, views);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundsPage, axis_view);
  gtk_widget_class_bind_template_child (widget_class, TagaRoundsPage, comparison_view);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
taga_rounds_page_class_init (TagaRoundsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_rounds_page_dispose;
  widget_class->map = taga_rounds_page_map;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "rounds.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "rounds.seal", NULL, seal_action);
  gtk_widget_class_install_action (widget_class, "rounds.remove", NULL, remove_action);
}

static void
taga_rounds_page_init (TagaRoundsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
taga_rounds_page_set_store (TagaPage *page, TagaStore *store)
{
  TagaRoundsPage *self = TAGA_ROUNDS_PAGE (page);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  if (g_set_object (&self->store, store))
    self->chosen = 0;
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                             G_CONNECT_SWAPPED);
  refresh (self);
}

static void
taga_rounds_page_take_focus (TagaPage *page)
{
  TagaRoundsPage *self = TAGA_ROUNDS_PAGE (page);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL || !gtk_widget_grab_focus (GTK_WIDGET (row)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
taga_rounds_page_finish_editing (TagaPage *page)
{
  return taga_field_edit_finish_all (GTK_WIDGET (TAGA_ROUNDS_PAGE (page)->form));
}

/* A link names a round by its number, or "compare" for the comparison. */
static void
taga_rounds_page_show_item (TagaPage *page, const char *item)
{
  TagaRoundsPage *self = TAGA_ROUNDS_PAGE (page);
  gint64 round = g_ascii_strtoll (item, NULL, 10);
  gint64 before = self->chosen;

  if (g_str_equal (item, "compare"))
    gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->comparison_view));
  else if (taga_page_finish_editing (page))
    {
      self->chosen = round;
      if (get_chosen (self) == NULL)
        self->chosen = before;
      else
        gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->axis_view));
      choose (self, self->chosen);
    }
}

/* To a room only the scores or the comparison are shown. */
static void
taga_rounds_page_set_projector (TagaPage *page, gboolean on)
{
  gtk_widget_set_visible (TAGA_ROUNDS_PAGE (page)->side, !on);
}

static void
taga_rounds_page_init_page (TagaPageInterface *iface)
{
  iface->set_store = taga_rounds_page_set_store;
  iface->take_focus = taga_rounds_page_take_focus;
  iface->finish_editing = taga_rounds_page_finish_editing;
  iface->show_item = taga_rounds_page_show_item;
  iface->set_projector = taga_rounds_page_set_projector;
}
