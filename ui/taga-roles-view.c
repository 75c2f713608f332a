#include "taga-roles-view.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-cursor.h"
#include "taga-department.h"
#include "taga-home-layout.h"
#include "taga-person.h"
#include "taga-role-card.h"
#include "taga-role.h"
#include "taga-ui.h"

/* The role that each department has its own holder of. */
#define DEPARTMENT_ROLE "department"

/**
 * TagaRolesView:
 *
 * Who holds which role: those of every day and those of an emergency, with their duties, and what
 * is wrong with it in whole sentences.
 */
struct _TagaRolesView
{
  AdwBin parent_instance;

  TagaStore *store;     /* (owned) (nullable) */
  GPtrArray *cards;     /* (element-type TagaRoleCard) */
  TagaEdition *edition; /* (owned) (nullable): whose roles the cards are */

  GtkWidget *warnings;
  GtkWidget *no_people;
  GtkWidget *standing;
  GtkWidget *incident;
};

G_DEFINE_FINAL_TYPE (TagaRolesView, taga_roles_view, ADW_TYPE_BIN)

/* Names somebody, as one step. */
static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRolesView *self = TAGA_ROLES_VIEW (widget);
  TagaValue *values = taga_values_new (TAGA_ROLE_N_FIELDS);
  g_autoptr (GError) error = NULL;
  const char *role;
  gint64 person, department;

  g_variant_get (parameter, "(&sxx)", &role, &person, &department);
  values[TAGA_ROLE_ITEM].text = g_strdup (role);
  values[TAGA_ROLE_PERSON].number = person;
  values[TAGA_ROLE_DEPARTMENT].number = department;
  taga_ui_report (widget, taga_action_add (self->store, TAGA_TYPE_ROLE, values, NULL, &error),
                  error);
  taga_values_free (values, TAGA_ROLE_N_FIELDS);
  taga_roles_view_go_to (self, role);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRolesView *self = TAGA_ROLES_VIEW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (TagaRecord) record = taga_store_get_record (self->store, TAGA_TYPE_ROLE, id, NULL);
  g_autoptr (GError) error = NULL;

  taga_ui_report (widget, taga_action_remove (self->store, TAGA_TYPE_ROLE, id, &error), error);
  if (record != NULL)
    taga_roles_view_go_to (self, taga_record_get_text (record, TAGA_ROLE_ITEM));
}

static void
taga_roles_view_dispose (GObject *object)
{
  TagaRolesView *self = TAGA_ROLES_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_object (&self->edition);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (taga_roles_view_parent_class)->dispose (object);
}

static void
taga_roles_view_class_init (TagaRolesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_roles_view_dispose;

  gtk_widget_class_install_action (widget_class, "role.add", "(sxx)", add_action);
  gtk_widget_class_install_action (widget_class, "role.remove", "x", remove_action);
}

static GtkWidget *
add_section (GtkWidget *box, const char *title, const char *help)
{
  GtkWidget *heading = taga_ui_create_label (title);
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (heading, "title-4");
  gtk_widget_set_layout_manager (cards, taga_home_layout_new (TAGA_HOME_LAYOUT_COLUMNS));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), taga_ui_create_label (help));
  gtk_box_append (GTK_BOX (box), cards);

  return cards;
}

/* Without people nobody can be named: the one thing to do first. */
static GtkWidget *
create_no_people (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label =
      taga_ui_create_label (_ ("To name somebody for a role, enter the people of the company "
                               "first."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Enter _People"));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "people");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "company.show");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "taga-next");

  return box;
}

static void
taga_roles_view_init (TagaRolesView *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->cards = g_ptr_array_new ();
  self->warnings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->no_people = create_no_people ();
  gtk_widget_add_css_class (box, "taga-home");
  gtk_box_append (GTK_BOX (box), self->no_people);
  gtk_box_append (GTK_BOX (box), self->warnings);
  self->standing =
      add_section (box, _ ("Every Day"),
                   _ ("Those who run security day by day (guideline v3.1, table 4). One person may "
                      "hold several roles, but not all."));
  self->incident = add_section (box, _ ("In an Emergency"),
                                _ ("Those who act when an accident happens (table 5). Name a "
                                   "deputy for holidays and absences too."));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  adw_bin_set_child (ADW_BIN (self), scroll);
}

/**
 * taga_roles_view_new:
 *
 * Makes a view without a file.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_roles_view_new (void)
{
  return g_object_new (TAGA_TYPE_ROLES_VIEW, NULL);
}

/* Adds the people who are with the company to a menu that names them for a role. */
static guint
fill_people (TagaRolesView *self, GMenu *menu, const char *role, gint64 department)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  guint n = 0;
  gint64 id;

  cursor = taga_cursor_new (self->store, TAGA_TYPE_PERSON, query, NULL);
  while (cursor != NULL && taga_cursor_next (cursor, &id, &values, &has_row, NULL) && has_row)
    {
      g_autoptr (GMenuItem) item = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *label = NULL;

      if (values[TAGA_PERSON_LEFT_ON].text != NULL)
        continue;
      /* An underline would be taken for a mnemonic. */
      parts = g_strsplit (values[TAGA_PERSON_NAME].text, "_", -1);
      label = g_strjoinv ("__", parts);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "role.add", "(sxx)", role, id, department);
      g_menu_append_item (menu, item);
      n++;
    }

  return n;
}

/* Each department has a holder of its own. */
static void
fill_departments (TagaRolesView *self, GMenu *menu, const char *role)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = taga_cursor_new (self->store, TAGA_TYPE_DEPARTMENT, query, NULL);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  while (cursor != NULL && taga_cursor_next (cursor, &id, &values, &has_row, NULL) && has_row)
    {
      g_autoptr (GMenu) people = g_menu_new ();

      if (fill_people (self, people, role, id) > 0)
        g_menu_append_submenu (menu, values[TAGA_DEPARTMENT_NAME].text, G_MENU_MODEL (people));
    }
}

static void
make_cards (TagaRolesView *self, const TagaRoles *roles)
{
  GtkWidget *boxes[] = { self->standing, self->incident };
  GtkWidget *child;

  if (self->edition == roles->edition && self->cards->len == roles->n)
    return;

  g_set_object (&self->edition, roles->edition);
  g_ptr_array_set_size (self->cards, 0);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    while ((child = gtk_widget_get_first_child (boxes[i])) != NULL)
      gtk_box_remove (GTK_BOX (boxes[i]), child);

  for (guint i = 0; i < roles->n; i++)
    {
      GtkWidget *card = taga_role_card_new (roles->roles[i].role);

      gtk_box_append (GTK_BOX (roles->roles[i].is_standing ? self->standing : self->incident),
                      card);
      g_ptr_array_add (self->cards, card);
    }
}

static void
show_warnings (TagaRolesView *self, GPtrArray *warnings)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->warnings)) != NULL)
    gtk_box_remove (GTK_BOX (self->warnings), child);

  for (guint i = 0; i < warnings->len; i++)
    {
      GtkWidget *label = taga_ui_create_label (g_ptr_array_index (warnings, i));

      gtk_widget_add_css_class (label, "taga-notice");
      gtk_box_append (GTK_BOX (self->warnings), label);
    }
}

/**
 * taga_roles_view_refresh:
 * @self: a view
 *
 * Shows who holds which role now.
 */
void
taga_roles_view_refresh (TagaRolesView *self)
{
  g_autoptr (TagaRoles) roles = self->store == NULL ? NULL : taga_roles_read (self->store, NULL);
  gboolean locked = self->store == NULL || taga_store_is_read_only (self->store);
  guint n_people = 0;

  if (roles == NULL)
    return;

  make_cards (self, roles);
  for (guint i = 0; i < roles->n; i++)
    {
      TagaRoleCard *card = g_ptr_array_index (self->cards, i);
      g_autoptr (GMenu) menu = g_menu_new ();
      const char *key = roles->roles[i].role->key;

      if (g_str_equal (key, DEPARTMENT_ROLE))
        fill_departments (self, menu, key);
      if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
        n_people = fill_people (self, menu, key, TAGA_UNKNOWN);
      taga_role_card_set_people (card, G_MENU_MODEL (menu));
      taga_role_card_show (card, &roles->roles[i], locked);
    }

  show_warnings (self, roles->warnings);
  gtk_widget_set_visible (self->no_people, n_people == 0 && !locked);
}

/**
 * taga_roles_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets whose roles to show.
 */
void
taga_roles_view_set_store (TagaRolesView *self, TagaStore *store)
{
  g_set_object (&self->store, store);
  taga_roles_view_refresh (self);
}

/**
 * taga_roles_view_go_to:
 * @self: a view
 * @role: key of a role
 *
 * Puts the keys on a role, and brings it into view.
 */
void
taga_roles_view_go_to (TagaRolesView *self, const char *role)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (g_str_equal (taga_role_card_get_key (g_ptr_array_index (self->cards, i)), role))
      taga_role_card_take_focus (g_ptr_array_index (self->cards, i));
}
