#include <adwaita.h>

#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-alias.h"
#include "taga-company.h"
#include "taga-department.h"
#include "taga-field-edit.h"
#include "taga-history.h"
#include "taga-paper-action.h"
#include "taga-person.h"
#include "taga-profile-dialog.h"
#include "taga-profile-export.h"
#include "taga-profile-part.h"
#include "taga-profile-view.h"
#include "taga-profile.h"
#include "taga-setting.h"
#include "widget-fixture.h"

/* The case profile in the workbench: what somebody writes is on the pages and in the file. */

typedef struct
{
  StoreFixture file;
  GtkWidget *window;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  store_fixture_set_up (&fixture->file, NULL);
  store_fixture_set (fixture->file.store, TAGA_TYPE_COMPANY, 1, "name", "株式会社メカトロ太郎精機");
  store_fixture_set (fixture->file.store, TAGA_TYPE_COMPANY, 1, "business",
                     "株式会社メカトロ太郎精機は部品をつくる。");
  fixture->view = taga_profile_view_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->view);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  taga_profile_view_set_store (TAGA_PROFILE_VIEW (fixture->view), fixture->file.store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  widget_fixture_wait_for (fixture->view, "From the data");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  widget_fixture_destroy_windows ();
  store_fixture_tear_down (&fixture->file, NULL);
}

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (root), name) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The editor of a part's first place. */
static GtkWidget *
find_editor (Fixture *fixture, const char *part, GType type)
{
  return widget_fixture_find_type (find_named (fixture->view, part), type, 0);
}

static void
enter_in (GtkWidget *window, const char *part, const char *text)
{
  GtkWidget *place = find_named (window, part);
  GtkWidget *entry = widget_fixture_find_type (place, GTK_TYPE_ENTRY, 0);
  GtkWidget *view = widget_fixture_find_type (place, GTK_TYPE_TEXT_VIEW, 0);

  g_assert_true (gtk_widget_grab_focus (entry != NULL ? entry : view));
  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  widget_fixture_press (window, GDK_KEY_Return, entry != NULL ? 0 : GDK_CONTROL_MASK);
  settle ();
}

static void
enter (Fixture *fixture, const char *part, const char *text)
{
  enter_in (fixture->window, part, text);
}

static gboolean
part_shows (Fixture *fixture, const char *part, const char *text)
{
  return widget_fixture_shows (find_named (fixture->view, part), text);
}

static void
test_writes_a_part (Fixture *fixture, gconstpointer data)
{
  TagaStore *store = fixture->file.store;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (part_shows (fixture, "headline", "Left out"));
  enter (fixture, "headline", "半年で整えた");
  widget_fixture_wait_for (find_named (fixture->view, "headline"), "In your own words");
  g_assert_true (part_shows (fixture, "headline", "6 / 45 characters"));

  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_PROFILE, NULL), ==, 1);
  text = store_fixture_get (store, TAGA_TYPE_PROFILE_PART, 1, "text");
  g_assert_cmpstr (text, ==, "半年で整えた");

  /* One step of the history, profile and all. */
  g_assert_true (taga_history_undo (store, &error));
  settle ();
  widget_fixture_wait_for (find_named (fixture->view, "headline"), "Left out");
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_PROFILE, NULL), ==, 0);
}

static void
test_uses_the_data_again (Fixture *fixture, gconstpointer data)
{
  GtkWidget *part = find_named (fixture->view, "alias");

  enter (fixture, "alias", "機械部品製造 M社");
  widget_fixture_wait_for (part, "In your own words");
  widget_fixture_activate (find_named (part, "reset"));
  settle ();
  widget_fixture_wait_for (part, "From the data");
  g_assert_cmpint (taga_store_count (fixture->file.store, TAGA_TYPE_PROFILE_PART, NULL), ==, 0);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_editor (fixture, "alias", GTK_TYPE_ENTRY))), ==,
      "Company A");
}

/* A part that is emptied stays out, although the data has something to say. */
static void
test_keeps_a_part_empty (Fixture *fixture, gconstpointer data)
{
  enter (fixture, "alias", "");
  widget_fixture_wait_for (find_named (fixture->view, "alias"), "In your own words");
  g_assert_cmpint (taga_store_count (fixture->file.store, TAGA_TYPE_PROFILE_PART, NULL), ==, 1);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_editor (fixture, "alias", GTK_TYPE_ENTRY))), ==,
      "");
}

static void
test_tells_what_is_too_long (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = find_editor (fixture, "headline", GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *text = g_strnfill (46, 'x');

  gtk_text_buffer_set_text (buffer, text, -1);
  g_assert_true (part_shows (fixture, "headline", "46 / 45 characters: too long"));
  gtk_text_buffer_set_text (buffer, text + 1, -1);
  g_assert_false (part_shows (fixture, "headline", "too long"));
}

static void
test_chooses_an_alias (Fixture *fixture, gconstpointer data)
{
  GtkWidget *names =
      widget_fixture_find_type (fixture->view, g_type_from_name ("TagaProfileNames"), 0);
  GtkWidget *entry = widget_fixture_find_type (names, GTK_TYPE_ENTRY, 0);
  g_autofree char *alias = NULL;

  g_assert_true (widget_fixture_shows (names, "株式会社メカトロ太郎精機 (1 time)"));
  g_assert_true (gtk_widget_grab_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "K社");
  widget_fixture_press (fixture->window, GDK_KEY_Return, 0);
  settle ();
  alias = store_fixture_get (fixture->file.store, TAGA_TYPE_ALIAS, 1, "alias");
  g_assert_cmpstr (alias, ==, "K社");

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  widget_fixture_press (fixture->window, GDK_KEY_Return, 0);
  settle ();
  g_assert_cmpint (taga_store_count (fixture->file.store, TAGA_TYPE_ALIAS, NULL), ==, 0);
}

/* Whoever goes through the names with Return meets each once, and in the same order. */
static void
test_goes_through_names (Fixture *fixture, gconstpointer data)
{
  TagaStore *store = fixture->file.store;
  GtkWidget *names =
      widget_fixture_find_type (fixture->view, g_type_from_name ("TagaProfileNames"), 0);
  GtkWidget *entries[3];

  store_fixture_add (store, TAGA_TYPE_PERSON, "name", "山田太郎", NULL);
  store_fixture_add (store, TAGA_TYPE_PERSON, "name", "鈴木花子", NULL);
  store_fixture_set (store, TAGA_TYPE_COMPANY, 1, "business",
                     "株式会社メカトロ太郎精機の山田太郎と鈴木花子が担う。");
  settle ();
  widget_fixture_wait_for (names, "Names: 3 replaced, 0 left as they are");
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      entries[i] = widget_fixture_find_type (names, GTK_TYPE_ENTRY, i);
      g_assert_nonnull (entries[i]);
    }

  g_assert_true (gtk_widget_grab_focus (entries[0]));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      static const char *const aliases[] = { "株式会社メカトロ太郎精機", "Kさん", "Sさん" };

      g_assert_nonnull (gtk_widget_get_focus_child (entries[i]));
      gtk_editable_set_text (GTK_EDITABLE (entries[i]), aliases[i]);
      widget_fixture_press (fixture->window, GDK_KEY_Return, 0);
      settle ();
    }

  widget_fixture_wait_for (names, "Names: 2 replaced, 1 left as they are");
  g_assert_true (widget_fixture_shows (names, "株式会社メカトロ太郎精機 (stands as it is)"));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_assert_true (widget_fixture_find_type (names, GTK_TYPE_ENTRY, i) == entries[i]);
  g_assert_nonnull (gtk_widget_get_focus_child (entries[2]));
}

/* Departments are told unless the user asks otherwise, and the file remembers that. */
static void
test_departments (Fixture *fixture, gconstpointer data)
{
  TagaStore *store = fixture->file.store;
  GtkWidget *check = find_named (fixture->view, "departments");
  g_autofree char *value = NULL;

  store_fixture_add (store, TAGA_TYPE_DEPARTMENT, "name", "第三工場", NULL);
  store_fixture_set (store, TAGA_TYPE_COMPANY, 1, "business", "第三工場がある。");
  settle ();
  g_assert_false (widget_fixture_shows (fixture->view, "第三工場 (1 time)"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  settle ();
  widget_fixture_wait_for (fixture->view, "第三工場 (1 time)");
  value = taga_setting_get (store, TAGA_PROFILE_DEPARTMENTS, NULL);
  g_assert_cmpstr (value, ==, "yes");
}

/* In front of a room nobody sees the names that the pages hide. */
static void
test_projector (Fixture *fixture, gconstpointer data)
{
  taga_profile_view_set_projector (TAGA_PROFILE_VIEW (fixture->view), TRUE);
  settle ();
  g_assert_false (widget_fixture_shows (fixture->view, "メカトロ"));
  g_assert_true (gtk_widget_get_mapped (find_named (fixture->view, "pages")));
  taga_profile_view_set_projector (TAGA_PROFILE_VIEW (fixture->view), FALSE);
  settle ();
  g_assert_true (widget_fixture_shows (fixture->view, "メカトロ"));
}

/* Many changes in a row, and a file closed while its pages are set: the last word counts. */
static void
test_newer_setting_counts (Fixture *fixture, gconstpointer data)
{
  TagaProfileView *view = TAGA_PROFILE_VIEW (fixture->view);

  for (guint i = 0; i < 5; i++)
    taga_profile_view_refresh (view);
  settle ();
  taga_profile_view_refresh (view);
  taga_profile_view_set_store (view, NULL);
  settle ();
  g_assert_false (widget_fixture_shows (fixture->view, "メカトロ"));
}

static void
test_lets_go (Fixture *fixture, gconstpointer data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (view), &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (view);
  g_assert_cmpuint (G_OBJECT (fixture->file.store)->ref_count, ==, 1);
}

/* What was typed last is kept when the window in which it is written is closed. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *entry;
  g_autofree char *text = NULL;

  taga_profile_dialog_present (GTK_WINDOW (fixture->window), fixture->file.store, 0, 0);
  settle ();
  window = widget_fixture_get_dialog (TAGA_TYPE_PROFILE_DIALOG);
  g_assert_nonnull (window);
  widget_fixture_wait_for (window, "From the data");
  entry = widget_fixture_find_type (find_named (window, "alias"), GTK_TYPE_ENTRY, 0);
  g_assert_true (gtk_widget_grab_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "typed last");
  gtk_window_close (GTK_WINDOW (window));
  settle ();

  g_assert_null (widget_fixture_get_dialog (TAGA_TYPE_PROFILE_DIALOG));
  text = store_fixture_get (fixture->file.store, TAGA_TYPE_PROFILE_PART, 1, "title");
  g_assert_cmpstr (text, ==, "typed last");
}

static GtkWidget *
open_window (Fixture *fixture)
{
  GtkWidget *window;

  taga_profile_dialog_present (GTK_WINDOW (fixture->window), fixture->file.store, 0, 0);
  settle ();
  window = widget_fixture_get_dialog (TAGA_TYPE_PROFILE_DIALOG);
  widget_fixture_wait_for (window, "From the data");

  return window;
}

/* The first field has the keys, no key goes past the window, and Escape closes it. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_window (fixture);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *dialog;

  g_assert_true (gtk_window_get_modal (GTK_WINDOW (window)));
  g_assert_true (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, TAGA_TYPE_FIELD_EDIT));

  /* What the file filled in is nothing that the line itself could take back. */
  gtk_widget_activate_action (focus, "text.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "Company A");

  widget_fixture_activate (find_named (window, "paper"));
  settle ();
  dialog = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == GTK_WINDOW (window));
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (dialog)));
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();

  widget_fixture_press (window, GDK_KEY_Escape, 0);
  g_assert_null (widget_fixture_get_dialog (TAGA_TYPE_PROFILE_DIALOG));
}

/* What was done here is undone here; what was done before is out of sight and stays. */
static void
test_undoes_its_own_steps (Fixture *fixture, gconstpointer data)
{
  TagaStore *store = fixture->file.store;
  GtkWidget *window = open_window (fixture);
  GtkWidget *check = find_named (window, "departments");
  g_autofree char *business = NULL;
  g_autofree char *value = NULL;

  g_assert_true (gtk_widget_grab_focus (check));
  widget_fixture_press (window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_true (widget_fixture_shows (window, "Nothing was changed here that can be undone"));
  widget_fixture_press (window, GDK_KEY_y, GDK_CONTROL_MASK);
  business = store_fixture_get (store, TAGA_TYPE_COMPANY, 1, "business");
  g_assert_cmpstr (business, ==, "株式会社メカトロ太郎精機は部品をつくる。");

  enter_in (window, "alias", "機械部品製造 M社");
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_PROFILE_PART, NULL), ==, 1);
  g_assert_true (gtk_widget_grab_focus (check));
  widget_fixture_press (window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_PROFILE_PART, NULL), ==, 0);
  widget_fixture_press (window, GDK_KEY_z, GDK_CONTROL_MASK);
  value = store_fixture_get (store, TAGA_TYPE_COMPANY, 1, "business");
  g_assert_cmpstr (value, ==, business);
  widget_fixture_press (window, GDK_KEY_y, GDK_CONTROL_MASK);
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_PROFILE_PART, NULL), ==, 1);
}

/* Saving says that it is done, and asks for a look only where something was found by its form. */
static void
test_saves_without_ado (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->file.folder, "profile.pdf", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  TagaStore *store = fixture->file.store;
  GtkWidget *dialog;

  taga_paper_action_write (fixture->view, store, "profile", target);
  settle ();
  widget_fixture_wait_for (fixture->window, "2 pages written: profile.pdf");
  g_assert_null (widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG));

  store_fixture_set (store, TAGA_TYPE_COMPANY, 1, "business",
                     "株式会社メカトロ太郎精機への連絡は a@example.jp まで。");
  settle ();
  taga_paper_action_write (fixture->view, store, "profile", target);
  settle ();
  dialog = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (widget_fixture_shows (dialog, "a@example.jp"));
  g_assert_true (widget_fixture_shows (dialog, "株式会社メカトロ太郎精機"));
}

#define ADD(path, test) g_test_add ("/profile-view/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

  ADD ("writes-a-part", test_writes_a_part);
  ADD ("uses-the-data-again", test_uses_the_data_again);
  ADD ("keeps-a-part-empty", test_keeps_a_part_empty);
  ADD ("tells-what-is-too-long", test_tells_what_is_too_long);
  ADD ("chooses-an-alias", test_chooses_an_alias);
  ADD ("goes-through-names", test_goes_through_names);
  ADD ("departments", test_departments);
  ADD ("projector", test_projector);
  ADD ("newer-setting-counts", test_newer_setting_counts);
  ADD ("window", test_window);
  ADD ("keys", test_keys);
  ADD ("undoes-its-own-steps", test_undoes_its_own_steps);
  ADD ("saves-without-ado", test_saves_without_ado);
  ADD ("lets-go", test_lets_go);

  return g_test_run ();
}
