#include "taga-role-card.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-ui.h"

/**
 * TagaRoleCard:
 *
 * A role: what it is for, who holds it, and a menu to name somebody. That nobody holds it is said
 * in words.
 */
struct _TagaRoleCard
{
  GtkBox parent_instance;

  char *key;
  char *name;

  GtkWidget *holders;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (TagaRoleCard, taga_role_card, GTK_TYPE_BOX)

static void
taga_role_card_finalize (GObject *object)
{
  g_free (TAGA_ROLE_CARD (object)->key);
  g_free (TAGA_ROLE_CARD (object)->name);

  G_OBJECT_CLASS (taga_role_card_parent_class)->finalize (object);
}

static void
taga_role_card_class_init (TagaRoleCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_role_card_finalize;
}

static void
taga_role_card_init (TagaRoleCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-home-card");
  gtk_widget_set_size_request (GTK_WIDGET (self), 250, -1);
}

/**
 * taga_role_card_new:
 * @role: a role of the method edition
 *
 * Makes a card that names nobody yet. Its buttons are for the actions `role.remove` and those of
 * the menu of people.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
taga_role_card_new (const TagaItem *role)
{
  TagaRoleCard *self = g_object_new (TAGA_TYPE_ROLE_CARD, NULL);
  gboolean is_japanese = taga_language_is_japanese ();
  const char *help = is_japanese ? role->help_ja : role->help_en;
  g_autofree char *add = NULL;
  GtkWidget *title;

  self->key = g_strdup (role->key);
  self->name = g_strdup (is_japanese ? role->title_ja : role->title_en);
  title = taga_ui_create_label (self->name);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (self), title);
  if (help != NULL)
    gtk_box_append (GTK_BOX (self), taga_ui_create_label (help));

  self->holders = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_vexpand (self->holders, TRUE);
  gtk_box_append (GTK_BOX (self), self->holders);

  self->add_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add_button), _ ("Name Somebody"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  /* Translators: %s is a role */
  add = g_strdup_printf (_ ("Name somebody for “%s”"), self->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add, -1);
  gtk_box_append (GTK_BOX (self), self->add_button);

  return GTK_WIDGET (self);
}

/**
 * taga_role_card_get_key:
 * @self: a card
 *
 * Gets which role it is.
 *
 * Returns: (transfer none): the role's key
 */
const char *
taga_role_card_get_key (TagaRoleCard *self)
{
  return self->key;
}

static char *
format_holder (const TagaRoleHolder *holder)
{
  g_autofree char *who = NULL;

  if (holder->name == NULL)
    return g_strdup (holder->department == NULL ? "" : holder->department);

  who = holder->department == NULL
            ? g_strdup (holder->name)
            /* Translators: a department, then a person who holds a role there */
            : g_strdup_printf (_ ("%s: %s"), holder->department, holder->name);

  return holder->has_left ? g_strdup_printf (_ ("%s (has left)"), who) : g_steal_pointer (&who);
}

static void
add_holder (TagaRoleCard *self, const TagaRoleHolder *holder, gboolean locked)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *who = format_holder (holder);
  /* Translators: a person, then a role */
  g_autofree char *about = g_strdup_printf (_ ("Take “%s” off “%s”"), who, self->name);
  GtkWidget *label = taga_ui_create_label (who);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, holder->has_left ? "warning" : "taga-holder");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, about,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", holder->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "role.remove");
  gtk_widget_set_visible (button, !locked);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (self->holders), box);
}

/**
 * taga_role_card_show:
 * @self: a card
 * @state: who holds the role
 * @locked: whether that may only be read
 *
 * Shows who holds the role.
 */
void
taga_role_card_show (TagaRoleCard *self, const TagaRoleState *state, gboolean locked)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->holders)) != NULL)
    gtk_box_remove (GTK_BOX (self->holders), child);

  for (guint i = 0; i < state->holders->len; i++)
    add_holder (self, g_ptr_array_index (state->holders, i), locked);

  if (state->is_anybody)
    gtk_box_append (GTK_BOX (self->holders), taga_ui_create_label (_ ("Everybody who works here")));
  else if (!state->is_filled)
    {
      GtkWidget *label = taga_ui_create_label (_ ("Vacant: nobody is named"));

      gtk_widget_add_css_class (label, "warning");
      gtk_box_append (GTK_BOX (self->holders), label);
    }
  gtk_widget_set_visible (self->add_button, !locked && !state->is_anybody);
}

/**
 * taga_role_card_set_people:
 * @self: a card
 * @people: who may be named
 *
 * Sets the menu of people.
 */
void
taga_role_card_set_people (TagaRoleCard *self, GMenuModel *people)
{
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add_button), people);
  gtk_widget_set_sensitive (self->add_button, g_menu_model_get_n_items (people) > 0);
}

/**
 * taga_role_card_take_focus:
 * @self: a card
 *
 * Puts the keys where somebody can be named.
 */
void
taga_role_card_take_focus (TagaRoleCard *self)
{
  if (!gtk_widget_grab_focus (self->add_button))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
