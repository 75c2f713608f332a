#include "taga-contact-view.h"

#include <glib/gi18n-lib.h>

#include "taga-contact-advice.h"
#include "taga-contact.h"
#include "taga-paper-action.h"
#include "taga-ui.h"

/**
 * TagaContactView:
 *
 * 緊急連絡網: the emergency contact list as a table, and whom it should have besides.
 */
struct _TagaContactView
{
  GtkBox parent_instance;

  TagaStore *store;    /* (owned) (nullable) */
  GPtrArray *contacts; /* (owned) (nullable): what is suggested, in the order of the checks */

  TagaRegisterView *list;
  GtkWidget *advice_button;
  GtkWidget *paper_button;
  GtkWidget *checks;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (TagaContactView, taga_contact_view, GTK_TYPE_BOX)

static GtkWidget *
create_empty (gboolean is_narrowed)
{
  return taga_register_view_create_empty (
      is_narrowed, "call-start-symbolic", _ ("Nobody is in the list yet"),
      _ ("Whom to call in an accident, also when mail is down. “Suggestions” above has those that "
         "most companies need."),
      _ ("Enter the First _Contact"));
}

static void
fill_checks (TagaContactView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->checks)) != NULL)
    gtk_box_remove (GTK_BOX (self->checks), child);

  for (guint i = 0; self->contacts != NULL && i < self->contacts->len; i++)
    {
      TagaRecord *contact = g_ptr_array_index (self->contacts, i);
      const char *name = taga_record_get_text (contact, TAGA_CONTACT_NAME);
      GtkWidget *check = gtk_check_button_new ();
      GtkWidget *label = taga_ui_create_label (name);

      gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
      gtk_widget_set_tooltip_text (check, taga_record_get_text (contact, TAGA_CONTACT_PURPOSE));
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_box_append (GTK_BOX (self->checks), check);
    }

  gtk_widget_set_visible (self->add_button, self->contacts != NULL && self->contacts->len > 0);
  if (self->contacts != NULL && self->contacts->len == 0)
    gtk_box_append (GTK_BOX (self->checks),
                    taga_ui_create_label (_ ("All suggestions are in the list.")));
}

/* Before the popover is measured. What is in the list is not suggested again. */
static void
prepare_popover (GtkMenuButton *button, gpointer user_data)
{
  TagaContactView *self = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  if (self->store != NULL)
    self->contacts = taga_contact_advice_list (self->store, &error);
  fill_checks (self);
  if (error != NULL)
    taga_ui_toast (GTK_WIDGET (self), error->message);
}

static void
add_cb (TagaContactView *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GtkWidget *check = gtk_widget_get_first_child (self->checks);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->contacts->len; i++, check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_ptr_array_add (chosen, g_ptr_array_index (self->contacts, i));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->advice_button));
  if (chosen->len > 0)
    taga_ui_report (GTK_WIDGET (self), taga_contact_advice_add (self->store, chosen, &error),
                    error);
}

/* For the day on which neither mail nor this program can be reached. */
static void
paper_cb (TagaContactView *self)
{
  TagaRecordTable *table = taga_register_view_get_table (self->list);

  if (self->store != NULL && taga_grid_finish_editing (taga_record_table_get_grid (table)))
    taga_paper_action_run (GTK_WIDGET (self), self->store, "contacts");
}

static void
taga_contact_view_dispose (GObject *object)
{
  TagaContactView *self = TAGA_CONTACT_VIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);

  G_OBJECT_CLASS (taga_contact_view_parent_class)->dispose (object);
}

static void
taga_contact_view_class_init (TagaContactViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_contact_view_dispose;
}

static GtkWidget *
create_popover (TagaContactView *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *help = taga_ui_create_label (
      _ ("Add these to the list, then enter the numbers that hold for you. What does not concern "
         "you, leave out. These are suggestions of Taga."));

  self->checks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->add_button = gtk_button_new_with_mnemonic (_ ("_Add to the List"));
  gtk_label_set_max_width_chars (GTK_LABEL (help), 38);
  gtk_widget_add_css_class (self->add_button, "suggested-action");
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), help);
  gtk_box_append (GTK_BOX (box), self->checks);
  gtk_box_append (GTK_BOX (box), self->add_button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

static void
taga_contact_view_init (TagaContactView *self)
{
  self->list = TAGA_REGISTER_VIEW (taga_register_view_new (
      TAGA_TYPE_CONTACT, _ ("Emergency contacts"), _ ("_Contact"), create_empty));
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));

  self->advice_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->advice_button), _ ("Suggestions"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->advice_button), create_popover (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->advice_button), prepare_popover,
                                         self, NULL);
  taga_record_table_add_tool (taga_register_view_get_table (self->list), self->advice_button,
                              FALSE);

  self->paper_button = gtk_button_new_with_mnemonic (_ ("_On Paper…"));
  gtk_widget_set_tooltip_text (self->paper_button,
                               _ ("Save the list as PDF or print it, for the day mail is down"));
  g_signal_connect_object (self->paper_button, "clicked", G_CALLBACK (paper_cb), self,
                           G_CONNECT_SWAPPED);
  taga_record_table_add_tool (taga_register_view_get_table (self->list), self->paper_button, TRUE);
}

/**
 * taga_contact_view_new:
 *
 * Makes a view without a file.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_contact_view_new (void)
{
  return g_object_new (TAGA_TYPE_CONTACT_VIEW, NULL);
}

/**
 * taga_contact_view_get_register:
 * @self: a view
 *
 * Gets the list.
 *
 * Returns: (transfer none): the register
 */
TagaRegisterView *
taga_contact_view_get_register (TagaContactView *self)
{
  return self->list;
}

/**
 * taga_contact_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets whose contacts to show.
 */
void
taga_contact_view_set_store (TagaContactView *self, TagaStore *store)
{
  g_set_object (&self->store, store);
  taga_register_view_set_store (self->list, store);
  gtk_widget_set_sensitive (self->paper_button, store != NULL);
  gtk_widget_set_sensitive (self->advice_button, store != NULL && !taga_store_is_read_only (store));
}
