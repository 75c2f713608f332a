#include <gtk/gtk.h>

#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-budget.h"
#include "taga-company-form.h"
#include "taga-company-page.h"
#include "taga-company.h"
#include "taga-contact-view.h"
#include "taga-contact.h"
#include "taga-department.h"
#include "taga-field-edit.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"
#include "taga-history.h"
#include "taga-page.h"
#include "taga-person.h"
#include "taga-register-view.h"
#include "taga-role-card.h"
#include "taga-role.h"
#include "taga-roles-view.h"
#include "widget-fixture.h"
#include "window-fixture.h"

/* The company, its people and their roles under the hands of somebody in the office. */

static void
set_up (WindowFixture *fixture, gconstpointer kind)
{
  TagaStore *store;

  fixture->folder = g_dir_make_tmp ("taga-company-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "ためし.taga", NULL);
  store = store_fixture_create (fixture->path, NULL);
  store_fixture_add (store, TAGA_TYPE_DEPARTMENT, "name", "総務部", NULL);
  store_fixture_add (store, TAGA_TYPE_DEPARTMENT, "name", "製造部", NULL);
  if (g_strcmp0 (kind, "nobody") != 0)
    {
      store_fixture_add (store, TAGA_TYPE_PERSON, "name", "山田 太郎", NULL);
      store_fixture_add (store, TAGA_TYPE_PERSON, "name", "佐藤 花子", "department", "1", NULL);
    }
  g_assert_finalize_object (store);

  fixture->application = TAGA_APPLICATION (g_application_get_default ());
  window_fixture_open (fixture);
  taga_window_show_page (fixture->window, "company");
  settle ();
}

static GtkWidget *
get_page (WindowFixture *fixture)
{
  return window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_COMPANY_PAGE);
}

static void
show_view (WindowFixture *fixture, const char *view)
{
  taga_page_show_item (TAGA_PAGE (get_page (fixture)), view);
  settle ();
}

static TagaFieldEdit *
find_edit (GtkWidget *root, guint field)
{
  if (TAGA_IS_FIELD_EDIT (root) && taga_field_edit_get_index (TAGA_FIELD_EDIT (root)) == field)
    return TAGA_FIELD_EDIT (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TagaFieldEdit *found = find_edit (child, field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Types a text into a field of the form, and leaves it with Return. */
static void
enter (WindowFixture *fixture, guint field, const char *text)
{
  GtkWidget *edit = GTK_WIDGET (find_edit (get_page (fixture), field));
  GtkWidget *entry = widget_fixture_find_type (edit, GTK_TYPE_ENTRY, 0);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  widget_fixture_press (GTK_WIDGET (fixture->window), GDK_KEY_Return, 0);
}

static char *
dup_company (WindowFixture *fixture, const char *field)
{
  return store_fixture_get (taga_window_get_store (fixture->window), TAGA_TYPE_COMPANY, 1, field);
}

static guint
count_steps (WindowFixture *fixture)
{
  g_autoptr (GPtrArray) steps =
      taga_history_list (taga_window_get_store (fixture->window), G_MAXINT64, 1000, NULL);

  return steps->len;
}

static void
undo (WindowFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  settle ();
}

static void
test_a_field_is_one_step (WindowFixture *fixture, gconstpointer kind)
{
  guint n_steps = count_steps (fixture);
  g_autofree char *entered = NULL;
  g_autofree char *undone = NULL;

  enter (fixture, TAGA_COMPANY_REPRESENTATIVE, "山田 太郎");
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);
  entered = dup_company (fixture, "representative");
  g_assert_cmpstr (entered, ==, "山田 太郎");

  /* The same once more is no step. */
  enter (fixture, TAGA_COMPANY_REPRESENTATIVE, "山田 太郎");
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);

  undo (fixture);
  undone = dup_company (fixture, "representative");
  g_assert_true (undone == NULL || *undone == '\0');
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (widget_fixture_find_type (
                       GTK_WIDGET (find_edit (get_page (fixture), TAGA_COMPANY_REPRESENTATIVE)),
                       GTK_TYPE_ENTRY, 0))),
                   ==, "");
}

/* What is refused stays in the field with the reason, and holds the page. */
static void
test_a_month_that_is_none_is_refused_in_place (WindowFixture *fixture, gconstpointer kind)
{
  guint n_steps = count_steps (fixture);
  g_autofree char *month = NULL;

  enter (fixture, TAGA_COMPANY_FISCAL_MONTH, "13");
  g_assert_true (widget_fixture_shows (
      get_page (fixture), "“First month of the fiscal year” must be a month from 1 to 12."));
  g_assert_cmpuint (count_steps (fixture), ==, n_steps);
  g_assert_false (taga_page_finish_editing (TAGA_PAGE (get_page (fixture))));
  show_view (fixture, "roles");
  g_assert_true (
      gtk_widget_get_mapped (window_fixture_find (get_page (fixture), TAGA_TYPE_COMPANY_FORM)));

  enter (fixture, TAGA_COMPANY_FISCAL_MONTH, "10");
  g_assert_false (widget_fixture_shows (get_page (fixture), "must be a month"));
  month = dup_company (fixture, "fiscal-month");
  g_assert_cmpstr (month, ==, "10");
}

static TagaRoleCard *
find_card (GtkWidget *root, const char *key)
{
  if (TAGA_IS_ROLE_CARD (root) && g_str_equal (taga_role_card_get_key (TAGA_ROLE_CARD (root)), key))
    return TAGA_ROLE_CARD (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TagaRoleCard *found = find_card (child, key);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
name_somebody (WindowFixture *fixture, const char *role, gint64 person)
{
  gtk_widget_activate_action (GTK_WIDGET (find_card (get_page (fixture), role)), "role.add",
                              "(sxx)", role, person, (gint64) TAGA_UNKNOWN);
  settle ();
}

static void
test_roles_are_named_and_warned_about (WindowFixture *fixture, gconstpointer kind)
{
  static const char *const roles[] = { "responsible", "department", "system", "education",
                                       "inspection" };
  TagaStore *store = taga_window_get_store (fixture->window);
  GtkWidget *card;

  show_view (fixture, "responsible");
  card = GTK_WIDGET (find_card (get_page (fixture), "responsible"));
  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_true (widget_fixture_shows (card, "Vacant"));

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    name_somebody (fixture, roles[i], 1);
  g_assert_false (widget_fixture_shows (card, "Vacant"));
  g_assert_true (widget_fixture_shows (card, "山田 太郎"));
  g_assert_true (widget_fixture_shows (get_page (fixture), "山田 太郎 holds all roles alone"));

  /* Each is one step, and a second holder is not in the way of the first. */
  undo (fixture);
  g_assert_false (widget_fixture_shows (get_page (fixture), "holds all roles alone"));
  name_somebody (fixture, "inspection", 2);
  name_somebody (fixture, "inspection", 1);
  card = GTK_WIDGET (find_card (get_page (fixture), "inspection"));
  g_assert_true (widget_fixture_shows (card, "佐藤 花子"));
  g_assert_true (widget_fixture_shows (card, "山田 太郎"));

  store_fixture_set (store, TAGA_TYPE_PERSON, 2, "left-on", "2026-03-31");
  settle ();
  g_assert_true (widget_fixture_shows (card, "佐藤 花子 (has left)"));
  g_assert_true (
      widget_fixture_shows (get_page (fixture), "佐藤 花子 has left the company but still"));
}

static void
test_without_people_the_next_step_is_named (WindowFixture *fixture, gconstpointer kind)
{
  GtkWidget *roles;

  show_view (fixture, "roles");
  roles = window_fixture_find (get_page (fixture), TAGA_TYPE_ROLES_VIEW);
  g_assert_true (widget_fixture_shows (roles, "enter the people of the company first"));
  window_fixture_press ("Enter _People");
  g_assert_false (gtk_widget_get_mapped (roles));
  g_assert_true (widget_fixture_shows (get_page (fixture), "Nobody is entered yet"));
}

static TagaGrid *
get_grid (WindowFixture *fixture, GType type)
{
  GtkWidget *view;

  for (guint i = 0;; i++)
    {
      view = widget_fixture_find_type (get_page (fixture), TAGA_TYPE_REGISTER_VIEW, i);
      g_assert_nonnull (view);
      if (taga_record_table_get_record_type (
              taga_register_view_get_table (TAGA_REGISTER_VIEW (view)))
          == type)
        return taga_record_table_get_grid (
            taga_register_view_get_table (TAGA_REGISTER_VIEW (view)));
    }
}

/* Types into a cell and leaves it with Return. */
static void
fill_cell (TagaGrid *grid, guint row, guint field, const char *text)
{
  taga_grid_set_cursor (grid, row, field);
  taga_grid_press_key (grid, GDK_KEY_F2, 0);
  gtk_editable_set_text (GTK_EDITABLE (grid->editor->text), text);
  taga_grid_press_key (grid, GDK_KEY_Return, 0);
  settle ();
}

static void
test_a_department_is_chosen_by_name (WindowFixture *fixture, gconstpointer kind)
{
  TagaStore *store = taga_window_get_store (fixture->window);
  TagaGrid *grid;
  g_autofree char *department = NULL;
  g_autofree char *same = NULL;

  show_view (fixture, "people");
  grid = get_grid (fixture, TAGA_TYPE_PERSON);
  window_fixture_assert_shows (GTK_WIDGET (grid), "総務部");

  fill_cell (grid, 0, TAGA_PERSON_DEPARTMENT, "製造部");
  department = store_fixture_get (store, TAGA_TYPE_PERSON, 1, "department");
  g_assert_cmpstr (department, ==, "2");
  window_fixture_assert_shows (GTK_WIDGET (grid), "製造部");

  fill_cell (grid, 0, TAGA_PERSON_DEPARTMENT, "開発部");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (grid->editor->reason_label)));
  same = store_fixture_get (store, TAGA_TYPE_PERSON, 1, "department");
  g_assert_cmpstr (same, ==, "2");
  taga_grid_press_key (grid, GDK_KEY_Escape, 0);
  taga_grid_press_key (grid, GDK_KEY_Escape, 0);
}

/* A department that people belong to is not taken from under them. */
static void
test_a_department_in_use_stays (WindowFixture *fixture, gconstpointer kind)
{
  TagaStore *store = taga_window_get_store (fixture->window);
  TagaGrid *grid;

  show_view (fixture, "people");
  grid = get_grid (fixture, TAGA_TYPE_DEPARTMENT);
  taga_grid_set_cursor (grid, 0, TAGA_DEPARTMENT_NAME);
  gtk_widget_activate_action (GTK_WIDGET (grid), "table.remove", NULL);
  settle ();
  g_assert_true (window_fixture_is_told ("The change could not be made"));
  window_fixture_press ("_Close");
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_DEPARTMENT, NULL), ==, 2);
}

/* A line that is entered among those of a year is one of that year. */
static void
test_a_budget_line_belongs_to_the_year (WindowFixture *fixture, gconstpointer kind)
{
  TagaStore *store = taga_window_get_store (fixture->window);
  TagaGrid *grid;
  g_autoptr (TagaRecord) line = NULL;

  show_view (fixture, "budget");
  grid = get_grid (fixture, TAGA_TYPE_BUDGET);
  window_fixture_press ("Enter the First _Line");
  fill_cell (grid, 0, TAGA_BUDGET_NAME, "UTMの更新");
  fill_cell (grid, 0, TAGA_BUDGET_PLANNED, "300000");
  line = taga_store_get_record (store, TAGA_TYPE_BUDGET, 1, NULL);
  g_assert_nonnull (line);
  g_assert_cmpint (taga_record_get_number (line, TAGA_BUDGET_YEAR), >, 2000);
  g_assert_cmpint (taga_record_get_number (line, TAGA_BUDGET_PLANNED), ==, 300000);
  g_assert_true (widget_fixture_shows (get_page (fixture), "Planned ¥300,000"));
}

/* What is suggested is added as one step; no telephone number is made up. */
static void
test_suggested_contacts_are_added (WindowFixture *fixture, gconstpointer kind)
{
  TagaStore *store = taga_window_get_store (fixture->window);
  guint n_steps = count_steps (fixture);
  GtkWidget *view, *button;
  g_autofree char *phone = NULL;

  show_view (fixture, "contacts");
  view = window_fixture_find (get_page (fixture), TAGA_TYPE_CONTACT_VIEW);
  g_assert_true (widget_fixture_shows (view, "Nobody is in the list yet"));
  button = gtk_widget_get_ancestor (widget_fixture_find_text (view, "Suggestions"),
                                    GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  g_assert_true (widget_fixture_shows (button, "Cybercrime desk"));
  window_fixture_press ("_Add to the List");

  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_CONTACT, NULL), ==, 7);
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);
  phone = store_fixture_get (store, TAGA_TYPE_CONTACT, 2, "phone");
  g_assert_true (phone == NULL || *phone == '\0');
  window_fixture_assert_shows (view, "Insurance company");

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  g_assert_true (widget_fixture_shows (button, "All suggestions are in the list."));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  settle ();
}

#define ADD(path, kind, test)                                                                      \
  g_test_add ("/company-page/" path, WindowFixture, kind, set_up, test, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("a-field-is-one-step", NULL, test_a_field_is_one_step);
  ADD ("a-month-that-is-none-is-refused-in-place", NULL,
       test_a_month_that_is_none_is_refused_in_place);
  ADD ("roles-are-named-and-warned-about", NULL, test_roles_are_named_and_warned_about);
  ADD ("without-people-the-next-step-is-named", "nobody",
       test_without_people_the_next_step_is_named);
  ADD ("a-department-is-chosen-by-name", NULL, test_a_department_is_chosen_by_name);
  ADD ("a-department-in-use-stays", NULL, test_a_department_in_use_stays);
  ADD ("a-budget-line-belongs-to-the-year", NULL, test_a_budget_line_belongs_to_the_year);

  ADD ("suggested-contacts-are-added", NULL, test_suggested_contacts_are_added);

  return g_test_run ();
}
