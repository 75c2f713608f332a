#include <adwaita.h>
#include <glib/gstdio.h>

#include "screen-fixture.h"
#include "taga-company.h"
#include "taga-new-dialog.h"
#include "taga-store.h"

/* The assistant for a new company file in a real window: what a user types and reads there. */

#define EXISTS "A file of that name is there already. Choose another name; nothing was overwritten."

typedef struct
{
  GtkWidget *parent;
  GtkWidget *dialog; /* (nullable): until it is closed */
  char *created;     /* (nullable): the file that was made */
} Fixture;

static GtkWidget *
find (GtkWidget *widget, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkEditable *
get_entry (Fixture *fixture, const char *id)
{
  return GTK_EDITABLE (find (fixture->dialog, id));
}

static void
type (Fixture *fixture, const char *id, const char *text)
{
  gtk_editable_set_text (get_entry (fixture, id), text);
  settle ();
}

static void
press (Fixture *fixture, const char *id)
{
  g_signal_emit_by_name (find (fixture->dialog, id), "clicked");
  settle ();
}

static void
choose (Fixture *fixture, const char *id, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture->dialog, id)), position);
}

/* A button that a key presses is seen to go down for a while. */
static void
wait_for_page (Fixture *fixture, const char *name)
{
  GtkStack *stack = GTK_STACK (find (fixture->dialog, "stack"));

  for (guint i = 0; i < 100; i++)
    if (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0)
      settle ();
}

static void
assert_page (Fixture *fixture, const char *name)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find (fixture->dialog, "stack"))),
                   ==, name);
}

/* What the dialog complains of; `NULL` for nothing. */
static void
assert_problem (Fixture *fixture, const char *sentence)
{
  gboolean revealed =
      gtk_revealer_get_reveal_child (GTK_REVEALER (find (fixture->dialog, "problem")));
  GtkWidget *label = find (fixture->dialog, "problem_label");

  for (guint i = 0; i < 100 && sentence != NULL && !gtk_widget_get_mapped (label); i++)
    settle ();
  g_assert_cmpstr (revealed ? gtk_label_get_text (GTK_LABEL (label)) : NULL, ==, sentence);
  if (sentence != NULL)
    g_assert_true (gtk_widget_get_mapped (label));
}

static void
assert_row (Fixture *fixture, const char *id, gboolean wrong)
{
  g_assert_true (gtk_widget_has_css_class (find (fixture->dialog, id), "error") == wrong);
}

static char *
dup_path (const char *name)
{
  return g_build_filename (g_get_home_dir (), name, NULL);
}

static TagaRecord *
dup_company (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = taga_store_open (fixture->created, TRUE, &error);
  TagaRecord *company;

  g_assert_no_error (error);
  company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, &error);
  g_assert_no_error (error);

  return company;
}

static void
created_cb (const char *path, gpointer data)
{
  ((Fixture *) data)->created = g_strdup (path);
}

static GtkWidget *
get_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (TAGA_IS_NEW_DIALOG (window))
        return window;
    }

  return NULL;
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  fixture->parent = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->parent), 1024, 700);
  gtk_window_present (GTK_WINDOW (fixture->parent));

  taga_new_dialog_present (GTK_WINDOW (fixture->parent), created_cb, fixture);
  fixture->dialog = get_dialog ();
  g_assert_nonnull (fixture->dialog);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  settle ();
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  settle ();
  g_assert_null (fixture->dialog);

  dir = g_dir_open (g_get_home_dir (), 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = dup_path (name);

      if (g_str_has_suffix (name, ".taga"))
        g_unlink (path);
    }
  g_free (fixture->created);
}

static void
test_a_name_is_required (Fixture *fixture, gconstpointer data)
{
  type (fixture, "name_row", "　 ");
  assert_problem (fixture, NULL);
  press (fixture, "next_button");
  assert_page (fixture, "company");
  assert_problem (fixture, "Write the company’s name. The file is named after it.");
  assert_row (fixture, "name_row", TRUE);

  type (fixture, "name_row", "株式会社ためし");
  assert_problem (fixture, NULL);
  assert_row (fixture, "name_row", FALSE);
  press (fixture, "next_button");
  assert_page (fixture, "file");
  g_assert_null (fixture->created);
}

static void
test_a_number_is_asked_for_politely (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "二十人くらい", "abc", "-3", "25人", "99999999999" };
  static const char *const right[] = { "25", "２５", "1,200", "0", "" };

  type (fixture, "name_row", "株式会社ためし");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      type (fixture, "employees_row", wrong[i]);
      assert_problem (fixture,
                      "Write the number of employees in digits, as in 25. Leave it empty if "
                      "you do not know it.");
      press (fixture, "next_button");
      assert_page (fixture, "company");
      assert_row (fixture, "employees_row", TRUE);
      g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "employees_row")), ==, wrong[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      type (fixture, "employees_row", right[i]);
      assert_problem (fixture, NULL);
      assert_row (fixture, "employees_row", FALSE);
    }
}

static void
test_return_goes_on (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = get_entry (fixture, "name_row");
  g_autofree char *path = dup_path ("株式会社ためし.taga");

  type (fixture, "name_row", "株式会社ためし");
  g_signal_emit_by_name (gtk_editable_get_delegate (entry), "activate");
  wait_for_page (fixture, "file");
  assert_page (fixture, "file");

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->dialog))
                 == find (fixture->dialog, "next_button"));
  gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)));
  for (guint i = 0; i < 100 && fixture->dialog != NULL; i++)
    settle ();
  g_assert_cmpstr (fixture->created, ==, path);
  g_assert_null (fixture->dialog);
}

static void
test_makes_a_file_with_what_was_entered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) company = NULL;

  type (fixture, "name_row", "  株式会社ためし ");
  type (fixture, "industry_row", "製造業");
  type (fixture, "employees_row", "２５");
  choose (fixture, "month_row", 9);
  choose (fixture, "people_row", 2);
  choose (fixture, "dedication_row", 2);
  press (fixture, "next_button");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (fixture->dialog, "older_button")), TRUE);
  press (fixture, "next_button");

  g_assert_nonnull (fixture->created);
  company = dup_company (fixture);
  g_assert_cmpstr (taga_record_get_text (company, TAGA_COMPANY_NAME), ==, "株式会社ためし");
  g_assert_cmpstr (taga_record_get_text (company, TAGA_COMPANY_INDUSTRY), ==, "製造業");
  g_assert_cmpint (taga_record_get_number (company, TAGA_COMPANY_EMPLOYEES), ==, 25);
  g_assert_cmpint (taga_record_get_number (company, TAGA_COMPANY_FISCAL_MONTH), ==, 10);
  g_assert_cmpstr (taga_record_get_text (company, TAGA_COMPANY_SETUP_PEOPLE), ==, "one");
  g_assert_cmpstr (taga_record_get_text (company, TAGA_COMPANY_SETUP_DEDICATION), ==, "concurrent");
  g_assert_cmpstr (taga_record_get_text (company, TAGA_COMPANY_EDITION), ==, "ipa-3.0");
  g_assert_cmpint (taga_record_get_number (company, TAGA_COMPANY_FICTITIOUS), ==, 0);
}

static void
test_what_is_not_said_stays_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) company = NULL;

  type (fixture, "name_row", "株式会社ためし");
  choose (fixture, "dedication_row", 1);
  choose (fixture, "people_row", 1);
  g_assert_false (gtk_widget_get_sensitive (find (fixture->dialog, "dedication_row")));
  press (fixture, "next_button");
  press (fixture, "next_button");

  company = dup_company (fixture);
  g_assert_cmpstr (taga_record_get_text (company, TAGA_COMPANY_INDUSTRY), ==, NULL);
  g_assert_cmpint (taga_record_get_number (company, TAGA_COMPANY_EMPLOYEES), ==, TAGA_UNKNOWN);
  g_assert_cmpint (taga_record_get_number (company, TAGA_COMPANY_FISCAL_MONTH), ==, 4);
  g_assert_cmpstr (taga_record_get_text (company, TAGA_COMPANY_SETUP_PEOPLE), ==, "none");
  g_assert_cmpstr (taga_record_get_text (company, TAGA_COMPANY_SETUP_DEDICATION), ==, NULL);
  g_assert_cmpstr (taga_record_get_text (company, TAGA_COMPANY_EDITION), ==, "ipa-3.1");
}

static void
test_a_file_that_is_there_is_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ("株式会社ためし.taga");
  g_autofree char *other = dup_path ("株式会社ためし2.taga");
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  type (fixture, "name_row", "株式会社ためし");
  type (fixture, "industry_row", "製造業");
  press (fixture, "next_button");
  press (fixture, "next_button");

  assert_problem (fixture, EXISTS);
  assert_page (fixture, "file");
  g_assert_null (fixture->created);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");

  press (fixture, "back_button");
  assert_page (fixture, "company");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "name_row")), ==, "株式会社ためし");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "industry_row")), ==, "製造業");

  type (fixture, "name_row", "株式会社ためし2");
  press (fixture, "next_button");
  press (fixture, "next_button");
  g_assert_cmpstr (fixture->created, ==, other);
}

static void
test_a_file_gets_a_name_that_every_system_takes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *company;
    const char *file;
  } cases[] = {
    { "株式会社ためし", "株式会社ためし.taga" },
    { "A/B: \"C\" <D>|E?*\\", "A_B_ _C_ _D__E___.taga" },
    { "../../etc", "_._.._etc.taga" },
    { "<b>太字</b>", "_b_太字__b_.taga" },
  };
  GtkWidget *row = find (fixture->dialog, "file_row");
  g_autofree char *long_name = g_strnfill (400, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (fixture, "name_row", cases[i].company);
      press (fixture, "next_button");
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                       cases[i].file);
      press (fixture, "back_button");
    }

  type (fixture, "name_row", long_name);
  press (fixture, "next_button");
  g_assert_cmpuint (strlen (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))), <, 255);
  press (fixture, "next_button");
  g_assert_nonnull (fixture->created);
}

static void
test_cancel_makes_nothing (Fixture *fixture, gconstpointer data)
{
  type (fixture, "name_row", "株式会社ためし");
  press (fixture, "back_button");

  g_assert_null (fixture->dialog);
  g_assert_null (fixture->created);
}

#define ADD(path, func) g_test_add ("/new-dialog/" path, Fixture, NULL, setup, func, teardown)

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("taga-new-XXXXXX", NULL);
  int status;

  /* Files go to the home folder, where no folder for documents is known: to one of our own. */
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  screen_fixture_init (&argc, &argv);
  g_assert_cmpstr (g_get_home_dir (), ==, home);

  ADD ("a-name-is-required", test_a_name_is_required);
  ADD ("a-number-is-asked-for-politely", test_a_number_is_asked_for_politely);
  ADD ("return-goes-on", test_return_goes_on);
  ADD ("makes-a-file-with-what-was-entered", test_makes_a_file_with_what_was_entered);
  ADD ("what-is-not-said-stays-unknown", test_what_is_not_said_stays_unknown);
  ADD ("a-file-that-is-there-is-left-alone", test_a_file_that_is_there_is_left_alone);
  ADD ("a-file-gets-a-name-that-every-system-takes",
       test_a_file_gets_a_name_that_every_system_takes);
  ADD ("cancel-makes-nothing", test_cancel_makes_nothing);

  status = g_test_run ();
  g_rmdir (home);
  return status;
}
