#include "taga-company-page.h"

#include <glib/gi18n-lib.h>

#include "taga-budget-view.h"
#include "taga-budget.h"
#include "taga-company-form.h"
#include "taga-company.h"
#include "taga-contact-view.h"
#include "taga-contact.h"
#include "taga-department.h"
#include "taga-field-edit.h"
#include "taga-history.h"
#include "taga-page.h"
#include "taga-people-view.h"
#include "taga-person.h"
#include "taga-role.h"
#include "taga-roles-view.h"
#include "taga-system-view.h"
#include "taga-system.h"
#include "taga-table-follow.h"

/**
 * TagaCompanyPage:
 *
 * 会社と体制: the company, its departments and people, who holds which role, whom to call in an
 * emergency, the systems and the budget.
 */
struct _TagaCompanyPage
{
  AdwBin parent_instance;

  TagaStore *store;   /* (owned) (nullable) */
  GType changed_type; /* what changed last */

  GtkWidget *switcher;
  GtkStack *stack;
  TagaCompanyForm *form;
  TagaPeopleView *people;
  TagaRolesView *roles;
  TagaContactView *contacts;
  TagaSystemView *systems;
  TagaBudgetView *budget;
};

static void taga_company_page_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaCompanyPage,
                               taga_company_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE, taga_company_page_init_page))

/* The registers of the page, each in its view. */
static TagaRegisterView *
get_register (TagaCompanyPage *self, GType type)
{
  if (type == TAGA_TYPE_DEPARTMENT || type == TAGA_TYPE_PERSON)
    return taga_people_view_get_register (self->people, type);
  if (type == TAGA_TYPE_CONTACT)
    return taga_contact_view_get_register (self->contacts);
  if (type == TAGA_TYPE_SYSTEM)
    return taga_system_view_get_register (self->systems);
  if (type == TAGA_TYPE_BUDGET)
    return taga_budget_view_get_register (self->budget);

  return NULL;
}

static const char *
get_view_of (GType type)
{
  if (type == TAGA_TYPE_COMPANY)
    return "company";
  if (type == TAGA_TYPE_DEPARTMENT || type == TAGA_TYPE_PERSON)
    return "people";
  if (type == TAGA_TYPE_ROLE)
    return "roles";
  if (type == TAGA_TYPE_CONTACT)
    return "contacts";
  if (type == TAGA_TYPE_SYSTEM)
    return "systems";
  if (type == TAGA_TYPE_BUDGET)
    return "budget";

  return NULL;
}

static void
refresh (TagaCompanyPage *self)
{
  taga_company_form_refresh (self->form);
  taga_system_view_refresh (self->systems);
  taga_roles_view_refresh (self->roles);
  taga_budget_view_refresh (self->budget);
}

static void
store_changed_cb (TagaCompanyPage *self, const TagaChange *changes, guint n_changes)
{
  self->changed_type = n_changes > 0 ? changes[0].type : G_TYPE_INVALID;
  refresh (self);
}

static void
take_focus (TagaPage *page)
{
  gtk_widget_child_focus (gtk_stack_get_visible_child (TAGA_COMPANY_PAGE (page)->stack),
                          GTK_DIR_TAB_FORWARD);
}

/* Another view is shown once what was entered in this one is kept. */
static gboolean
finish_editing (TagaPage *page)
{
  static GType (*const types[]) (void) = { taga_department_get_type, taga_person_get_type,
                                           taga_contact_get_type, taga_system_get_type,
                                           taga_budget_get_type };
  TagaCompanyPage *self = TAGA_COMPANY_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      TagaRecordTable *table = taga_register_view_get_table (get_register (self, types[i]()));

      if (!taga_grid_finish_editing (taga_record_table_get_grid (table)))
        return FALSE;
    }

  return taga_field_edit_finish_all (GTK_WIDGET (self->form))
         && taga_field_edit_finish_all (GTK_WIDGET (self->systems));
}

static void
show_view (TagaCompanyPage *self, const char *view)
{
  if (gtk_stack_get_child_by_name (self->stack, view) != NULL && finish_editing (TAGA_PAGE (self)))
    gtk_stack_set_visible_child_name (self->stack, view);
}

static void
show_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_view (TAGA_COMPANY_PAGE (widget), g_variant_get_string (parameter, NULL));
  take_focus (TAGA_PAGE (widget));
}

/* An item is the name of a view, or the key of a role. */
static void
show_item (TagaPage *page, const char *item)
{
  TagaCompanyPage *self = TAGA_COMPANY_PAGE (page);

  if (gtk_stack_get_child_by_name (self->stack, item) != NULL)
    {
      show_view (self, item);
      take_focus (page);
      return;
    }

  show_view (self, "roles");
  taga_roles_view_go_to (self->roles, item);
}

static void
follow_step (TagaPage *page, gint64 step)
{
  TagaCompanyPage *self = TAGA_COMPANY_PAGE (page);
  const char *view = get_view_of (self->changed_type);
  TagaRegisterView *list = get_register (self, self->changed_type);

  if (view != NULL)
    gtk_stack_set_visible_child_name (self->stack, view);
  if (list != NULL)
    taga_table_follow_step (taga_register_view_get_table (list), step);
}

static void
search (TagaPage *page)
{
  TagaCompanyPage *self = TAGA_COMPANY_PAGE (page);
  const char *view = gtk_stack_get_visible_child_name (self->stack);
  static GType (*const types[]) (void) = { taga_person_get_type, taga_contact_get_type,
                                           taga_system_get_type, taga_budget_get_type };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (get_view_of (types[i]()), view))
      {
        taga_record_table_search (taga_register_view_get_table (get_register (self, types[i]())));
        return;
      }

  show_view (self, "people");
  taga_record_table_search (taga_register_view_get_table (get_register (self, TAGA_TYPE_PERSON)));
}

static void
set_store (TagaPage *page, TagaStore *store)
{
  TagaCompanyPage *self = TAGA_COMPANY_PAGE (page);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  taga_company_form_set_store (self->form, store);
  taga_people_view_set_store (self->people, store);
  taga_roles_view_set_store (self->roles, store);
  taga_contact_view_set_store (self->contacts, store);
  taga_system_view_set_store (self->systems, store);
  taga_budget_view_set_store (self->budget, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
set_projector (TagaPage *page, gboolean on)
{
  TagaCompanyPage *self = TAGA_COMPANY_PAGE (page);

  gtk_widget_set_visible (self->switcher, !on);
  taga_people_view_set_projector (self->people, on);
  taga_register_view_set_projector (get_register (self, TAGA_TYPE_CONTACT), on);
  taga_register_view_set_projector (get_register (self, TAGA_TYPE_SYSTEM), on);
  taga_register_view_set_projector (get_register (self, TAGA_TYPE_BUDGET), on);
}

static void
taga_company_page_dispose (GObject *object)
{
  TagaCompanyPage *self = TAGA_COMPANY_PAGE (object);

  if (self->store != NULL)
    set_store (TAGA_PAGE (self), NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (taga_company_page_parent_class)->dispose (object);
}

static void
taga_company_page_class_init (TagaCompanyPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_company_page_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "company.show", "s", show_action);
}

static gpointer
add_view (TagaCompanyPage *self, GtkWidget *view, const char *name, const char *title)
{
  gtk_stack_add_titled (self->stack, view, name, title);
  return view;
}

static void
taga_company_page_init (TagaCompanyPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->form = add_view (self, taga_company_form_new (), "company", C_ ("view", "Company"));
  self->people = add_view (self, taga_people_view_new (), "people", _ ("People"));
  self->roles = add_view (self, taga_roles_view_new (), "roles", _ ("Roles"));
  self->contacts = add_view (self, taga_contact_view_new (), "contacts", _ ("Emergency"));
  self->systems = add_view (self, taga_system_view_new (), "systems", _ ("Systems"));
  self->budget = add_view (self, taga_budget_view_new (), "budget", _ ("Budget"));

  self->switcher = gtk_stack_switcher_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (self->switcher), self->stack);
  gtk_widget_set_halign (self->switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->switcher, "taga-switcher");
  gtk_box_append (GTK_BOX (box), self->switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
taga_company_page_init_page (TagaPageInterface *iface)
{
  iface->set_store = set_store;
  iface->take_focus = take_focus;
  iface->finish_editing = finish_editing;
  iface->show_item = show_item;
  iface->follow_step = follow_step;
  iface->search = search;
  iface->set_projector = set_projector;
}
