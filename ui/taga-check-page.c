#include "taga-check-page.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-view.h"
#include "taga-check-panel.h"
#include "taga-check.h"
#include "taga-diagnosis-view.h"
#include "taga-language.h"
#include "taga-own-item-dialog.h"
#include "taga-page.h"
#include "taga-paper-action.h"
#include "taga-round-bar.h"
#include "taga-ui.h"

/**
 * TagaCheckPage:
 *
 * 対策状況チェック: the check items with their answers and evidence, and 診断結果: what follows
 * from them. Links lead to an item by its key, to a group ("group=7"), to the items that count for
 * a medium ("medium=server"), or to the result ("result").
 */
struct _TagaCheckPage
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  TagaRoundBar *rounds;
  char *medium; /* (owned) (nullable): only what counts for it is shown */

  GtkStack *stack;
  GtkWidget *add_button;
  GtkWidget *print_button;
  GtkWidget *narrow_bar;
  GtkLabel *narrow_label;
  TagaAnswerView *view;
  TagaCheckPanel *panel;
  TagaDiagnosisView *diagnosis;
};

static void taga_check_page_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaCheckPage,
                               taga_check_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE, taga_check_page_init_page))

static TagaAnswerList *
get_list (TagaCheckPage *self)
{
  return taga_answer_view_get_list (self->view);
}

static gboolean
shows_answers (TagaCheckPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "answers") == 0;
}

static void
show_details (TagaCheckPage *self)
{
  taga_check_panel_show (self->panel, self->store, taga_answer_list_get_current (get_list (self)));
}

static void
update_narrow_bar (TagaCheckPage *self, guint n)
{
  const TagaChoice *medium =
      self->medium == NULL
          ? NULL
          : taga_edition_find_choice (taga_store_get_edition (self->store), "medium", self->medium);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->narrow_bar, medium != NULL);
  if (medium == NULL)
    return;

  /* Translators: so many check items, and a medium */
  text = g_strdup_printf (ngettext ("Only the %u item that counts for “%s” is shown.",
                                    "Only the %u items that count for “%s” are shown.", n),
                          n, taga_language_is_japanese () ? medium->label_ja : medium->label_en);
  gtk_label_set_label (self->narrow_label, text);
}

/* Shows only what counts for a medium, or all. */
static void
narrow (TagaCheckPage *self, const char *medium)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  guint n;
  const TagaItem *checks;

  if (self->store == NULL || g_strcmp0 (self->medium, medium) == 0)
    return;

  checks = taga_edition_get_items (taga_store_get_edition (self->store), "check", &n);
  for (guint i = 0; medium != NULL && i < n; i++)
    if (checks[i].media != NULL && g_strv_contains (checks[i].media, medium))
      g_ptr_array_add (keys, (gpointer) checks[i].key);

  g_free (self->medium);
  self->medium = g_strdup (medium);
  update_narrow_bar (self, keys->len);
  g_ptr_array_add (keys, NULL);
  taga_answer_list_set_items (get_list (self),
                              medium == NULL ? NULL : (const char *const *) keys->pdata);
}

static void
show_all_cb (TagaCheckPage *self)
{
  narrow (self, NULL);
  taga_answer_list_take_focus (get_list (self));
}

static void
saved_cb (TagaCheckPage *self, const char *item)
{
  narrow (self, NULL);
  taga_answer_list_set_current (get_list (self), item);
  taga_answer_list_take_focus (get_list (self));
}

/* Most likely it belongs to the group that is being worked on. */
static void
add_cb (TagaCheckPage *self)
{
  const char *current = taga_answer_list_get_current (get_list (self));
  const TagaItem *item =
      current == NULL
          ? NULL
          : taga_edition_find_item (taga_store_get_edition (self->store), "check", current);
  TagaOwnItemDialog *dialog;

  if (!taga_answer_view_finish_editing (self->view))
    return;

  dialog =
      taga_own_item_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                    self->store, "check", item == NULL ? NULL : item->group, NULL);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}

static void
view_changed_cb (TagaCheckPage *self)
{
  gtk_widget_set_visible (self->add_button, shows_answers (self));
  gtk_widget_set_visible (self->print_button, !shows_answers (self));
}

static void
show_answers (TagaCheckPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "answers");
}

static void
answer_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaCheckPage *self = TAGA_CHECK_PAGE (widget);

  show_answers (self);
  taga_answer_list_take_focus (get_list (self));
}

/* What is on the paper is what is in the file. */
static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaCheckPage *self = TAGA_CHECK_PAGE (widget);

  if (self->store != NULL && taga_answer_view_finish_editing (self->view))
    taga_paper_action_run (widget, self->store, "diagnosis");
}

static void
taga_check_page_dispose (GObject *object)
{
  TagaCheckPage *self = TAGA_CHECK_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->medium, g_free);

  G_OBJECT_CLASS (taga_check_page_parent_class)->dispose (object);
}

static void
taga_check_page_class_init (TagaCheckPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_check_page_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "checks.answer", NULL, answer_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "checks.print", NULL, print_action);
}

static GtkWidget *
create_bar (TagaCheckPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  self->add_button = gtk_button_new_with_mnemonic (_ ("_Add a Check Item…"));
  self->print_button = gtk_button_new_with_mnemonic (_ ("_Print or PDF…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print_button), "checks.print");
  gtk_widget_set_visible (self->print_button, FALSE);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_widget_add_css_class (bar, "taga-page-bar");
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), self->add_button);
  gtk_box_append (GTK_BOX (bar), self->print_button);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  return bar;
}

static GtkWidget *
create_narrow_bar (TagaCheckPage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Show All"));

  self->narrow_bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->narrow_label = GTK_LABEL (taga_ui_create_label (""));
  gtk_widget_set_hexpand (GTK_WIDGET (self->narrow_label), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->narrow_bar, FALSE);
  gtk_widget_add_css_class (self->narrow_bar, "taga-page-bar");
  gtk_box_append (GTK_BOX (self->narrow_bar), GTK_WIDGET (self->narrow_label));
  gtk_box_append (GTK_BOX (self->narrow_bar), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  return self->narrow_bar;
}

static void
create_stack (TagaCheckPage *self)
{
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->view = TAGA_ANSWER_VIEW (taga_answer_view_new ());
  self->panel = TAGA_CHECK_PANEL (taga_check_panel_new ());
  self->diagnosis = TAGA_DIAGNOSIS_VIEW (taga_diagnosis_view_new ());
  taga_answer_view_set_panel (self->view, GTK_WIDGET (self->panel));
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_append (GTK_BOX (answers), create_narrow_bar (self));
  gtk_box_append (GTK_BOX (answers), GTK_WIDGET (self->view));

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_titled (self->stack, answers, "answers", _ ("Check"));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->diagnosis), "result", _ ("Result"));
}

static void
taga_check_page_init (TagaCheckPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  create_stack (self);
  self->rounds = TAGA_ROUND_BAR (taga_round_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rounds));
  gtk_box_append (GTK_BOX (box), create_bar (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (get_list (self), "current-changed", G_CALLBACK (show_details), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_list (self), "refreshed", G_CALLBACK (show_details), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
taga_check_page_set_store (TagaPage *page, TagaStore *store)
{
  TagaCheckPage *self = TAGA_CHECK_PAGE (page);

  narrow (self, NULL);
  g_set_object (&self->store, store);
  taga_round_bar_set_store (self->rounds, store);
  gtk_widget_set_sensitive (self->add_button, store != NULL && !taga_store_is_read_only (store));
  taga_answer_list_set_source (get_list (self), store, TAGA_TYPE_CHECK, 0);
  taga_diagnosis_view_set_store (self->diagnosis, store);
}

static void
taga_check_page_take_focus (TagaPage *page)
{
  TagaCheckPage *self = TAGA_CHECK_PAGE (page);

  if (shows_answers (self))
    taga_answer_list_take_focus (get_list (self));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static gboolean
taga_check_page_finish_editing (TagaPage *page)
{
  return taga_answer_view_finish_editing (TAGA_CHECK_PAGE (page)->view);
}

static const TagaItem *
find_first_of_group (TagaCheckPage *self, const char *group)
{
  guint n;
  const TagaItem *checks =
      taga_edition_get_items (taga_store_get_edition (self->store), "check", &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (checks[i].group, group) == 0)
      return &checks[i];

  return NULL;
}

static void
go_to (TagaCheckPage *self, const char *item)
{
  show_answers (self);
  if (!taga_answer_list_set_current (get_list (self), item))
    {
      narrow (self, NULL);
      taga_answer_list_set_current (get_list (self), item);
    }
  taga_answer_list_take_focus (get_list (self));
}

static void
taga_check_page_show_item (TagaPage *page, const char *item)
{
  TagaCheckPage *self = TAGA_CHECK_PAGE (page);
  const TagaItem *first;

  if (self->store == NULL || !taga_answer_view_finish_editing (self->view))
    return;

  if (g_str_equal (item, "result"))
    {
      gtk_stack_set_visible_child_name (self->stack, "result");
      taga_check_page_take_focus (page);
    }
  else if (g_str_has_prefix (item, "group="))
    {
      first = find_first_of_group (self, item + strlen ("group="));
      if (first != NULL)
        go_to (self, first->key);
    }
  else if (g_str_has_prefix (item, "medium="))
    {
      show_answers (self);
      narrow (self, item + strlen ("medium="));
      taga_answer_list_take_focus (get_list (self));
    }
  else
    go_to (self, item);
}

static void
taga_check_page_follow_step (TagaPage *page, gint64 step)
{
  taga_answer_list_show_last_change (get_list (TAGA_CHECK_PAGE (page)));
}

static void
taga_check_page_set_projector (TagaPage *page, gboolean on)
{
  taga_answer_view_set_projector (TAGA_CHECK_PAGE (page)->view, on);
}

static void
taga_check_page_init_page (TagaPageInterface *iface)
{
  iface->set_store = taga_check_page_set_store;
  iface->take_focus = taga_check_page_take_focus;
  iface->finish_editing = taga_check_page_finish_editing;
  iface->show_item = taga_check_page_show_item;
  iface->follow_step = taga_check_page_follow_step;
  iface->set_projector = taga_check_page_set_projector;
}
