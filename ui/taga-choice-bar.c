#include "taga-choice-bar.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-value.h"

/**
 * TagaChoiceBar:
 *
 * The few answers to one question side by side, each with the digit that chooses it. It is one stop
 * of the Tab key, so that a page of questions is gone through with one key for each.
 */
struct _TagaChoiceBar
{
  GtkWidget parent_instance;

  GtkWidget *box;     /* (owned) */
  GPtrArray *buttons; /* (element-type GtkToggleButton) (unowned) */
  char *name;         /* (owned) */
  gint64 number;
  gboolean is_locked;
};

G_DEFINE_FINAL_TYPE (TagaChoiceBar, taga_choice_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkToggleButton *
get_button (TagaChoiceBar *self, guint i)
{
  return g_ptr_array_index (self->buttons, i);
}

static gint64
get_button_number (GtkToggleButton *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "number"));
}

/* The bar has the focus, so it is the bar whose name tells what is chosen. */
static void
update_name (TagaChoiceBar *self)
{
  const char *chosen = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->buttons->len; i++)
    if (get_button_number (get_button (self, i)) == self->number)
      chosen = gtk_button_get_label (GTK_BUTTON (get_button (self, i)));

  /* Translators: what is asked, and the answer to it */
  text = g_strdup_printf (_ ("%s: %s"), self->name, chosen == NULL ? _ ("No answer yet") : chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_buttons (TagaChoiceBar *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkToggleButton *button = get_button (self, i);

      gtk_toggle_button_set_active (button, get_button_number (button) == self->number);
      gtk_widget_set_sensitive (GTK_WIDGET (button), !self->is_locked);
    }
  update_name (self);
}

/* What was chosen is shown when it is in the file; the owner of the bar sees to that. */
static void
clicked_cb (GtkToggleButton *button, TagaChoiceBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  update_buttons (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_button_number (button));
}

/* The same keys as where many items are answered one after the other. */
static gboolean
is_taking_back (guint keyval)
{
  return keyval == GDK_KEY_0 || keyval == GDK_KEY_KP_0 || keyval == GDK_KEY_Delete
         || keyval == GDK_KEY_BackSpace;
}

static gboolean
key_pressed_cb (TagaChoiceBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint digit = 0;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    {
      g_signal_emit (self, signals[SIGNAL_MOVE], 0, keyval == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    }

  if (self->is_locked)
    return GDK_EVENT_PROPAGATE;
  if (is_taking_back (keyval) && self->number != TAGA_UNKNOWN)
    {
      g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, TAGA_UNKNOWN);
      return GDK_EVENT_STOP;
    }

  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    digit = keyval - GDK_KEY_0;
  else if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    digit = keyval - GDK_KEY_KP_0;
  if (digit == 0 || digit > self->buttons->len)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_button_number (get_button (self, digit - 1)));
  return GDK_EVENT_STOP;
}

static void
add_button (TagaChoiceBar *self, guint digit, const TagaChoice *choice)
{
  gboolean japanese = taga_language_is_japanese ();
  GtkWidget *button =
      g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  /* Translators: the digit that chooses an answer, and the answer */
  g_autofree char *label =
      g_strdup_printf (_ ("%u %s"), digit, japanese ? choice->label_ja : choice->label_en);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, japanese ? choice->text_ja : choice->text_en);
  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_add_css_class (button, "taga-choice");
  g_object_set_data (G_OBJECT (button), "number", GINT_TO_POINTER (choice->number));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
  g_ptr_array_add (self->buttons, button);
}

static void
taga_choice_bar_dispose (GObject *object)
{
  TagaChoiceBar *self = TAGA_CHOICE_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (taga_choice_bar_parent_class)->dispose (object);
}

static void
taga_choice_bar_finalize (GObject *object)
{
  TagaChoiceBar *self = TAGA_CHOICE_BAR (object);

  g_ptr_array_unref (self->buttons);
  g_free (self->name);

  G_OBJECT_CLASS (taga_choice_bar_parent_class)->finalize (object);
}

static void
taga_choice_bar_class_init (TagaChoiceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_choice_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = taga_choice_bar_finalize;

  /**
   * TagaChoiceBar::chosen:
   * @self: a bar
   * @number: the number of the choice, or `TAGA_UNKNOWN` to take it back
   *
   * The user chose, perhaps what was chosen before.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TAGA_TYPE_CHOICE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * TagaChoiceBar::move:
   * @self: a bar
   * @by: -1 for the question above, 1 for the one below
   *
   * The user wants to go to another question.
   */
  signals[SIGNAL_MOVE] = g_signal_new ("move", TAGA_TYPE_CHOICE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_widget_class_set_css_name (widget_class, "choicebar");
}

static void
taga_choice_bar_init (TagaChoiceBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->number = TAGA_UNKNOWN;
  self->buttons = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * taga_choice_bar_new:
 * @edition: the method edition
 * @domain: the list of its answers, with at most nine
 * @name: what is asked, as a screen reader says it
 *
 * Makes a bar on which nothing is chosen.
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
taga_choice_bar_new (TagaEdition *edition, const char *domain, const char *name)
{
  TagaChoiceBar *self = g_object_new (TAGA_TYPE_CHOICE_BAR, NULL);
  guint n;
  const TagaChoice *choices = taga_edition_get_choices (edition, domain, &n);

  self->name = g_strdup (name);
  for (guint i = 0; i < n; i++)
    add_button (self, i + 1, &choices[i]);
  update_buttons (self);

  return GTK_WIDGET (self);
}

/**
 * taga_choice_bar_get_number:
 * @self: a bar
 *
 * Gets what is chosen.
 *
 * Returns: the number of a choice, or `TAGA_UNKNOWN`
 */
gint64
taga_choice_bar_get_number (TagaChoiceBar *self)
{
  g_return_val_if_fail (TAGA_IS_CHOICE_BAR (self), TAGA_UNKNOWN);

  return self->number;
}

/**
 * taga_choice_bar_set_number:
 * @self: a bar
 * @number: the number of a choice, or `TAGA_UNKNOWN`
 *
 * Shows what is chosen.
 */
void
taga_choice_bar_set_number (TagaChoiceBar *self, gint64 number)
{
  g_return_if_fail (TAGA_IS_CHOICE_BAR (self));

  self->number = number;
  update_buttons (self);
}

/**
 * taga_choice_bar_set_locked:
 * @self: a bar
 * @locked: whether the answer may only be read
 *
 * Sets whether another answer can be chosen.
 */
void
taga_choice_bar_set_locked (TagaChoiceBar *self, gboolean locked)
{
  g_return_if_fail (TAGA_IS_CHOICE_BAR (self));

  self->is_locked = locked;
  update_buttons (self);
}
