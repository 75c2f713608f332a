#include "taga-step-card.h"

#include <glib/gi18n-lib.h>

#include "taga-ui.h"

/**
 * TagaStepCard:
 *
 * One of the guideline's four steps: what it is called, how far the company is, in words and as a
 * bar, and whether the company stands on it. It is a button that leads to where the step is done.
 */
struct _TagaStepCard
{
  GtkButton parent_instance;

  guint step;

  GtkLabel *title;
  GtkLabel *here;
  GtkLabel *state;
  GtkProgressBar *bar;
  GtkLabel *share;
};

G_DEFINE_FINAL_TYPE (TagaStepCard, taga_step_card, GTK_TYPE_BUTTON)

static void
taga_step_card_class_init (TagaStepCardClass *klass)
{
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = taga_ui_create_label ("");

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
taga_step_card_init (TagaStepCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *progress = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->here = add_label (box, "taga-here");
  gtk_label_set_label (self->here, _ ("You are here"));
  gtk_widget_set_halign (GTK_WIDGET (self->here), GTK_ALIGN_START);
  self->title = add_label (box, "heading");
  self->state = add_label (box, "caption");
  gtk_widget_set_vexpand (GTK_WIDGET (self->state), TRUE);
  gtk_label_set_yalign (self->state, 0);

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  self->share = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->share), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->share), "numeric");
  gtk_box_append (GTK_BOX (progress), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (progress), GTK_WIDGET (self->share));
  gtk_box_append (GTK_BOX (box), progress);

  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-step-card");
}

/**
 * taga_step_card_new:
 * @step: which step, from 0
 *
 * Makes a card that says nothing yet.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
taga_step_card_new (guint step)
{
  TagaStepCard *self = g_object_new (TAGA_TYPE_STEP_CARD, NULL);

  self->step = step;
  return GTK_WIDGET (self);
}

/**
 * taga_step_card_get_step:
 * @self: a card
 *
 * Gets which step it is.
 *
 * Returns: the step, from 0
 */
guint
taga_step_card_get_step (TagaStepCard *self)
{
  return self->step;
}

/* What the share of a step counts (our rule). */
static const char *
get_meaning (guint step)
{
  static const char *const meanings[TAGA_N_STEPS] = {
    N_ ("The share counts the rules that are in place; those in part count half."),
    N_ ("The share counts alike: questions answered, points reached, basic policy published."),
    N_ ("The share counts alike: roles filled, assets with values, threats and check items "
        "answered, risks treated."),
    N_ ("The share counts alike: a first sealed round, a second one to compare, measures "
        "finished."),
  };

  return _ (meanings[step]);
}

/**
 * taga_step_card_set_step:
 * @self: a card
 * @step: where the company stands
 * @is_current: whether it stands on this step
 *
 * Shows how far the company is.
 */
void
taga_step_card_set_step (TagaStepCard *self, const TagaLadderStep *step, gboolean is_current)
{
  int percent = (int) (step->progress * 100);
  g_autofree char *title = g_strdup_printf ("%u %s", self->step + 1, step->title);
  g_autofree char *share = g_strdup_printf (_ ("%d %%"), percent);
  /* Translators: a step of the guideline, how far it is, the same in percent */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s, %s"), title, step->state, share);
  g_autofree char *here = g_strdup_printf ("%s – %s", name, _ ("You are here"));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->state, step->state);
  gtk_label_set_label (self->share, share);
  gtk_progress_bar_set_fraction (self->bar, step->progress);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, share, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_current ? here : name, -1);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), get_meaning (self->step));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  get_meaning (self->step), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->here), is_current);
  if (is_current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}
