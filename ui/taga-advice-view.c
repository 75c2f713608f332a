#include "taga-advice-view.h"

#include <glib/gi18n-lib.h>

#include "taga-advice-text.h"
#include "taga-cost-dialog.h"
#include "taga-plan-dialog.h"
#include "taga-setting.h"
#include "taga-ui.h"

/**
 * TagaAdviceView:
 *
 * What to do first: of all choices of check items within a budget the one that leaves the fewest
 * large risks, the next to it, and what more money would bring.
 */
struct _TagaAdviceView
{
  AdwBin parent_instance;

  TagaStore *store;     /* (owned) (nullable) */
  TagaImpact *impact;   /* (owned) (nullable) */
  TagaAdvice *advice;   /* (owned) (nullable): made of the impact */
  TagaAdvicePlan *plan; /* (owned) (nullable): made of the advice */
  GPtrArray *shown;     /* (owned) (nullable) (element-type TagaAdviceGroup) */
  gboolean is_setting;
  guint update_id;

  /* Template */
  GtkEditable *budget;
  GtkLabel *message;
  GtkBox *groups;
  GtkLabel *unpriced;
  GtkLabel *more;
  GtkWidget *plan_button;
  GtkToggleButton *other_button;
  GtkWidget *cost_button;
};

G_DEFINE_FINAL_TYPE (TagaAdviceView, taga_advice_view, ADW_TYPE_BIN)

/* Where the file remembers the budget, and how long after the last change all is reckoned anew. */
#define BUDGET "advice.budget"
#define DELAY 200

/* So many items of a group are named; the costs name them all. */
#define MAX_NAMED 4

static void
clear (TagaAdviceView *self)
{
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->plan, taga_advice_plan_free);
  g_clear_pointer (&self->advice, taga_advice_free);
  g_clear_pointer (&self->impact, taga_impact_free);
}

static void
clear_groups (TagaAdviceView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static void
add_group (TagaAdviceView *self, const TagaAdviceGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *title = taga_advice_text_describe_group (self->store, group);
  g_autofree char *cost = taga_advice_text_describe_cost (group);
  g_autofree char *checks = taga_advice_text_list_checks (self->store, group->checks, MAX_NAMED);
  g_autofree char *all = taga_advice_text_list_checks (self->store, group->checks, G_MAXUINT);
  /* Translators: what items cost, then how many assets are large risks now and then */
  g_autofree char *words =
      g_strdup_printf (_ ("%s ・ large %u → %u"), cost, group->before, group->after);
  GtkWidget *name = taga_ui_create_label (title);
  GtkWidget *items = taga_ui_create_label (checks);

  gtk_widget_add_css_class (name, "taga-reason");
  gtk_widget_add_css_class (items, "caption");
  gtk_widget_set_tooltip_text (items, all);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (top), name);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), taga_ui_create_label (words));
  gtk_box_append (GTK_BOX (box), items);
  gtk_box_append (self->groups, box);
}

/* What is under way already stands by its measure, and is not proposed again. */
static void
add_planned (TagaAdviceView *self, const TagaAdviceSet *set)
{
  const TagaAdviceMeasure *last = NULL;
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < set->planned->len; i++)
    {
      const TagaAdviceMeasure *measure =
          taga_advice_find_measure (self->advice, g_ptr_array_index (set->planned, i));
      g_autoptr (GPtrArray) checks = g_ptr_array_new ();
      g_autofree char *text = NULL;

      if (measure == last || !g_hash_table_add (told, (gpointer) measure))
        continue;

      last = measure;
      for (guint j = i; j < set->planned->len; j++)
        if (taga_advice_find_measure (self->advice, g_ptr_array_index (set->planned, j)) == measure)
          g_ptr_array_add (checks, g_ptr_array_index (set->planned, j));
      text = taga_advice_text_describe_planned (self->store, measure, checks);
      gtk_box_append (self->groups, taga_ui_create_label (text));
    }
}

static const TagaAdviceSet *
get_set (TagaAdviceView *self)
{
  if (self->plan == NULL)
    return NULL;

  return gtk_toggle_button_get_active (self->other_button) && self->plan->runner_up != NULL
             ? self->plan->runner_up
             : self->plan->best;
}

static void
show_unpriced (TagaAdviceView *self, const TagaAdviceSet *set)
{
  g_autofree char *checks = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->unpriced), set->unpriced->len > 0);
  if (set->unpriced->len == 0)
    return;

  checks = taga_advice_text_list_checks (self->store, set->unpriced, MAX_NAMED);
  text = g_strdup_printf (ngettext ("Cost not entered for %u item, reckoned as ¥0: %s",
                                    "Cost not entered for %u items, reckoned as ¥0: %s",
                                    set->unpriced->len),
                          set->unpriced->len, checks);
  gtk_label_set_label (self->unpriced, text);
}

static void
show_more (TagaAdviceView *self)
{
  const TagaAdviceSet *more = self->plan->more;
  g_autofree char *change = NULL;
  g_autofree char *yen = taga_advice_text_format_yen (TAGA_ADVICE_MORE);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->more), more != NULL);
  if (more == NULL)
    return;

  change = taga_advice_text_describe_change (self->store, &self->plan->best->after, &more->after);
  /* Translators: an amount, and what it would change */
  text = g_strdup_printf (_ ("With %s more: %s"), yen, change);
  gtk_label_set_label (self->more, text);
}

/* What stands there instead of a plan. */
static void
show_message (TagaAdviceView *self, const char *text)
{
  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unpriced), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  gtk_widget_set_sensitive (self->plan_button, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->other_button),
                            self->plan != NULL && self->plan->runner_up != NULL);
}

/* What is to be known of the figures above. */
static char *
describe_note (TagaAdviceView *self, const TagaAdviceSet *set)
{
  if (set->is_planned)
    return g_strdup (_ ("All of it is in the plan already."));
  if (set == self->plan->runner_up && self->plan->is_dearer)
    return g_strdup (_ ("This costs more than the budget, and brings more."));
  if (set == self->plan->runner_up)
    return g_strdup (_ ("This costs less, and brings less."));
  if (set->planned->len > 0)
    return g_strdup (_ ("What is planned already is counted as done, and its cost is not here."));

  return NULL;
}

static void
show_set (TagaAdviceView *self, const TagaAdviceSet *set)
{
  g_autofree char *yen = taga_advice_text_format_yen (set->cost);
  g_autofree char *change = taga_advice_text_describe_change (
      self->store, taga_advice_get_before (self->advice), &set->after);
  gboolean is_priced = set->unpriced->len < set->checks->len - set->planned->len;
  /* Translators: what all of it costs, and what it would change */
  g_autofree char *text = is_priced ? g_strdup_printf (_ ("%s in all: %s"), yen, change)
                                    : g_strdup_printf (_ ("Costs not entered yet: %s"), change);
  g_autofree char *note = describe_note (self, set);
  g_autofree char *words = note == NULL ? g_strdup (text) : g_strdup_printf ("%s\n%s", text, note);

  self->shown = taga_advice_groups_new (self->store, self->advice, self->impact, set);
  for (guint i = 0; i < self->shown->len; i++)
    add_group (self, g_ptr_array_index (self->shown, i));

  add_planned (self, set);

  gtk_label_set_label (self->message, words);
  show_unpriced (self, set);
  show_more (self);
  gtk_widget_set_sensitive (self->plan_button,
                            !set->is_planned && !taga_store_is_read_only (self->store));
  gtk_widget_set_sensitive (GTK_WIDGET (self->other_button), self->plan->runner_up != NULL);
}

static void
show_cb (TagaAdviceView *self)
{
  const TagaAdviceSet *set = get_set (self);

  clear_groups (self);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  if (self->advice == NULL || self->is_setting)
    return;

  if (!taga_advice_is_answered (self->advice))
    show_message (self,
                  _ ("Answer the check items of the checks page first; then it can be reckoned "
                     "what to do first."));
  else if (set == NULL)
    show_message (self, _ ("There are too many items of your own to reckon the best plan."));
  else if (set->checks->len == 0)
    {
      show_message (self, _ ("Within this budget nothing lowers a risk."));
      show_more (self);
    }
  else
    show_set (self, set);
}

static void
plan_again (TagaAdviceView *self)
{
  gint64 budget;

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->plan, taga_advice_plan_free);
  if (self->advice == NULL)
    return;

  if (!taga_advice_text_parse_yen (gtk_editable_get_text (self->budget), &budget))
    {
      clear_groups (self);
      show_message (self, _ ("The budget is not an amount in yen. Write it as 300000 or 30万."));
      return;
    }

  self->plan = taga_advice_plan (self->advice, budget);
  self->is_setting = TRUE;
  if (self->plan == NULL || self->plan->runner_up == NULL)
    gtk_toggle_button_set_active (self->other_button, FALSE);
  self->is_setting = FALSE;
  show_cb (self);
}

static gboolean
update (gpointer user_data)
{
  TagaAdviceView *self = user_data;
  g_autoptr (GError) error = NULL;

  self->update_id = 0;
  clear (self);
  self->impact = taga_impact_new (self->store, &error);
  if (self->impact != NULL)
    self->advice = taga_advice_new (self->store, self->impact, &error);
  if (self->advice == NULL)
    {
      clear_groups (self);
      show_message (self, error->message);
      return G_SOURCE_REMOVE;
    }

  plan_again (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that changes in one go, and only when nothing else is to be done. */
static void
queue_update (TagaAdviceView *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  self->update_id = g_timeout_add_full (G_PRIORITY_LOW, DELAY, update, self, NULL);
}

/* The file remembers the budget; how one looks at a file is no step. */
static void
budget_changed_cb (TagaAdviceView *self)
{
  const char *text = gtk_editable_get_text (self->budget);
  gint64 yen;

  if (self->is_setting || self->store == NULL)
    return;

  if (taga_advice_text_parse_yen (text, &yen) && !taga_store_is_read_only (self->store))
    taga_setting_set (self->store, BUDGET, *text == '\0' ? NULL : text, NULL);
  plan_again (self);
}

static void
plan_cb (TagaAdviceView *self)
{
  if (self->shown == NULL || self->shown->len == 0)
    return;

  /* The button may have nothing to do afterwards; the keys stay beside it. */
  gtk_widget_grab_focus (self->cost_button);
  taga_plan_dialog_present (GTK_WIDGET (self), self->store, self->shown);
}

static void
costs_cb (TagaAdviceView *self)
{
  const TagaAdviceSet *set = get_set (self);

  if (self->advice != NULL)
    taga_cost_dialog_present (GTK_WIDGET (self), self->store, self->advice,
                              set == NULL ? NULL : set->checks);
}

static void
taga_advice_view_dispose (GObject *object)
{
  TagaAdviceView *self = TAGA_ADVICE_VIEW (object);

  if (self->budget != NULL)
    taga_advice_view_set_store (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_ADVICE_VIEW);

  G_OBJECT_CLASS (taga_advice_view_parent_class)->dispose (object);
}

static void
taga_advice_view_class_init (TagaAdviceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_advice_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-advice-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaAdviceView, budget);
  gtk_widget_class_bind_template_child (widget_class, TagaAdviceView, message);
  gtk_widget_class_bind_template_child (widget_class, TagaAdviceView, groups);
  gtk_widget_class_bind_template_child (widget_class, TagaAdviceView, unpriced);
  gtk_widget_class_bind_template_child (widget_class, TagaAdviceView, more);
  gtk_widget_class_bind_template_child (widget_class, TagaAdviceView, plan_button);
  gtk_widget_class_bind_template_child (widget_class, TagaAdviceView, other_button);
  gtk_widget_class_bind_template_child (widget_class, TagaAdviceView, cost_button);
  gtk_widget_class_bind_template_callback (widget_class, budget_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, costs_cb);
}

static void
taga_advice_view_init (TagaAdviceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_advice_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets for which company to reckon what to do first.
 */
void
taga_advice_view_set_store (TagaAdviceView *self, TagaStore *store)
{
  g_autofree char *budget = NULL;

  g_clear_handle_id (&self->update_id, g_source_remove);
  clear (self);
  clear_groups (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;

  g_signal_connect_object (store, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  budget = taga_setting_get (store, BUDGET, NULL);
  self->is_setting = TRUE;
  gtk_editable_set_text (self->budget, budget == NULL ? "" : budget);
  gtk_toggle_button_set_active (self->other_button, FALSE);
  self->is_setting = FALSE;
  show_message (self, _ ("Reckoning…"));
  gtk_widget_set_sensitive (self->cost_button, !taga_store_is_read_only (store));
  queue_update (self);
}
