#include "taga-rules-view.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-record.h"
#include "taga-field-edit.h"
#include "taga-language.h"
#include "taga-page.h"
#include "taga-rule-card.h"
#include "taga-rule-set-box.h"
#include "taga-rule-states.h"
#include "taga-ui.h"

/**
 * TagaRulesView:
 *
 * The five or six rules on one page. A company that does nothing else begins here: one key for each
 * rule, and everything else may be left for later.
 */
struct _TagaRulesView
{
  AdwBin parent_instance;

  TagaStore *store;  /* (owned) (nullable) */
  GPtrArray *cards;  /* (element-type TagaRuleCard) (unowned) */
  char *built_for;   /* (owned) (nullable): which cards there are */
  gboolean is_stale; /* whether the file changed while nobody looked */

  /* Template */
  GtkWidget *lead;
  TagaRuleSetBox *set_box;
  GtkLabel *progress_label;
  GtkProgressBar *progress;
  GtkLabel *obstacle_label;
  GtkBox *list;
  GtkWidget *next_box;
  GtkLabel *source_label;
};

static void taga_rules_view_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaRulesView,
                               taga_rules_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE, taga_rules_view_init_page))

static TagaRuleCard *
get_card (TagaRulesView *self, guint i)
{
  return g_ptr_array_index (self->cards, i);
}

static void
move_cb (TagaRuleCard *card, int by, TagaRulesView *self)
{
  guint i;

  if (g_ptr_array_find (self->cards, card, &i) && (int) i + by >= 0 && i + by < self->cards->len)
    taga_rule_card_take_focus (get_card (self, i + by));
}

static void
add_card (TagaRulesView *self, const TagaItem *rule)
{
  GtkWidget *card = taga_rule_card_new (self->store, rule, self->cards->len + 1);

  g_signal_connect (card, "move", G_CALLBACK (move_cb), self);
  gtk_box_append (self->list, card);
  g_ptr_array_add (self->cards, card);
}

static void
remove_cards (TagaRulesView *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    gtk_box_remove (self->list, GTK_WIDGET (get_card (self, i)));
  g_ptr_array_set_size (self->cards, 0);
  g_clear_pointer (&self->built_for, g_free);
}

/* The cards stay as they are, with what is unfolded and being typed, until it is other rules or
 * another round that they show. */
static void
make_cards (TagaRulesView *self, const TagaItem *set)
{
  TagaEdition *edition = taga_store_get_edition (self->store);
  g_autofree char *built_for =
      g_strdup_printf ("%s %s %" G_GINT64_FORMAT, taga_edition_get_key (edition), set->key,
                       taga_store_get_round (self->store));

  if (g_strcmp0 (built_for, self->built_for) == 0)
    return;

  remove_cards (self);
  self->built_for = g_steal_pointer (&built_for);
  for (guint i = 0; set->checks[i] != NULL; i++)
    {
      const TagaItem *rule = taga_edition_find_item (edition, "rule", set->checks[i]);

      if (rule != NULL)
        add_card (self, rule);
    }
}

static void
update_progress (TagaRulesView *self, const TagaRuleStates *states)
{
  guint n_open = states->n - states->n_done - states->n_partly - states->n_not_done;
  g_autofree char *text = NULL;

  if (n_open == states->n)
    /* Translators: %u is how many rules there are */
    text = g_strdup_printf (_ ("None of the %u rules is answered yet."), states->n);
  else if (states->n_done == states->n)
    text = g_strdup_printf (_ ("All %u rules are in place."), states->n);
  else
    /* Translators: of how many rules, then how many are in each state */
    text = g_strdup_printf (
        _ ("Of %u rules: %u in place, %u partly, %u not in place, %u not answered yet."), states->n,
        states->n_done, states->n_partly, states->n_not_done, n_open);
  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress,
                                 states->n == 0 ? 0 : (double) states->n_done / states->n);
  gtk_widget_set_visible (self->next_box, n_open == 0 && states->n > 0);
}

/* Says why nothing can be entered, or what went wrong. */
static void
show_notice (TagaRulesView *self, const char *sentence)
{
  gtk_label_set_label (self->obstacle_label, sentence == NULL ? "" : sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->obstacle_label), sentence != NULL);
}

static void
refresh (TagaRulesView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRuleStates) states = NULL;
  const char *obstacle;
  gboolean done = TRUE;

  self->is_stale = FALSE;
  if (self->store == NULL)
    return;

  states = taga_rule_states_read (self->store, taga_store_get_round (self->store), &error);
  if (states == NULL || states->set == NULL)
    {
      show_notice (self, error == NULL ? "" : error->message);
      return;
    }

  obstacle = taga_answer_record_find_obstacle (self->store);
  make_cards (self, states->set);
  for (guint i = 0; done && i < self->cards->len; i++)
    done = taga_rule_card_update (get_card (self, i), &error);

  taga_rule_set_box_update (self->set_box, self->store, states->set->key);
  show_notice (self, done ? obstacle : error->message);
  gtk_label_set_label (self->source_label, taga_edition_get_source (states->edition, "rule",
                                                                    taga_language_is_japanese ()));
  update_progress (self, states);
}

static void
store_changed_cb (TagaRulesView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->is_stale = TRUE;
}

static void
taga_rules_view_map (GtkWidget *widget)
{
  TagaRulesView *self = TAGA_RULES_VIEW (widget);

  if (self->is_stale)
    refresh (self);

  GTK_WIDGET_CLASS (taga_rules_view_parent_class)->map (widget);
}

static void
taga_rules_view_dispose (GObject *object)
{
  TagaRulesView *self = TAGA_RULES_VIEW (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_RULES_VIEW);

  G_OBJECT_CLASS (taga_rules_view_parent_class)->dispose (object);
}

static void
taga_rules_view_finalize (GObject *object)
{
  TagaRulesView *self = TAGA_RULES_VIEW (object);

  g_ptr_array_unref (self->cards);
  g_free (self->built_for);

  G_OBJECT_CLASS (taga_rules_view_parent_class)->finalize (object);
}

static void
taga_rules_view_class_init (TagaRulesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_rules_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = taga_rules_view_finalize;
  widget_class->map = taga_rules_view_map;

  g_type_ensure (TAGA_TYPE_RULE_SET_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-rules-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaRulesView, lead);
  gtk_widget_class_bind_template_child (widget_class, TagaRulesView, set_box);
  gtk_widget_class_bind_template_child (widget_class, TagaRulesView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TagaRulesView, progress);
  gtk_widget_class_bind_template_child (widget_class, TagaRulesView, obstacle_label);
  gtk_widget_class_bind_template_child (widget_class, TagaRulesView, list);
  gtk_widget_class_bind_template_child (widget_class, TagaRulesView, next_box);
  gtk_widget_class_bind_template_child (widget_class, TagaRulesView, source_label);
}

static void
taga_rules_view_init (TagaRulesView *self)
{
  self->cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_store (TagaPage *page, TagaStore *store)
{
  TagaRulesView *self = TAGA_RULES_VIEW (page);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  remove_cards (self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                             G_CONNECT_SWAPPED);
  refresh (self);
}

/* The keys go to the first rule that has no answer. */
static void
take_focus (TagaPage *page)
{
  TagaRulesView *self = TAGA_RULES_VIEW (page);
  guint i = 0;

  while (i < self->cards->len && taga_rule_card_get_state (get_card (self, i)) != TAGA_UNKNOWN)
    i++;
  if (self->cards->len > 0)
    taga_rule_card_take_focus (get_card (self, i == self->cards->len ? 0 : i));
}

static gboolean
finish_editing (TagaPage *page)
{
  return taga_field_edit_finish_all (GTK_WIDGET (page));
}

static void
show_item (TagaPage *page, const char *item)
{
  TagaRulesView *self = TAGA_RULES_VIEW (page);

  for (guint i = 0; i < self->cards->len; i++)
    if (taga_rule_card_show (get_card (self, i), item))
      return;
}

/* A room sees the rules, and not how to fill them in. */
static void
set_projector (TagaPage *page, gboolean on)
{
  TagaRulesView *self = TAGA_RULES_VIEW (page);

  gtk_widget_set_visible (self->lead, !on);
  gtk_widget_set_visible (GTK_WIDGET (self->set_box), !on);
}

static void
taga_rules_view_init_page (TagaPageInterface *iface)
{
  iface->set_store = set_store;
  iface->take_focus = take_focus;
  iface->finish_editing = finish_editing;
  iface->show_item = show_item;
  iface->set_projector = set_projector;
}
