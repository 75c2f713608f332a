#include <gtk/gtk.h>

#include "screen-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-history.h"
#include "taga-record-table.h"
#include "taga-view-menu.h"
#include "taga-view.h"
#include "window-fixture.h"

/* The views of the register in a real window. */

static TagaRecordTable *
get_table (WindowFixture *fixture)
{
  return TAGA_RECORD_TABLE (
      window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_RECORD_TABLE));
}

static GtkWidget *
get_menu (WindowFixture *fixture)
{
  return window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_VIEW_MENU);
}

static const char *
get_label (WindowFixture *fixture)
{
  return gtk_label_get_label (GTK_LABEL (window_fixture_find (get_menu (fixture), GTK_TYPE_LABEL)));
}

static guint
count_rows (WindowFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (taga_record_table_get_list (get_table (fixture))));
}

static void
show_view (WindowFixture *fixture, const char *key)
{
  gtk_widget_activate_action (get_menu (fixture), "views.show", "s", key);
  settle ();
}

static void
do_action (WindowFixture *fixture, const char *action)
{
  gtk_widget_activate_action (get_menu (fixture), action, NULL);
  settle ();
}

static void
undo (WindowFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  settle ();
}

/* Enters a name in the dialog that asks for one. */
static void
enter_name (WindowFixture *fixture, const char *name)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (fixture->window))
      gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (l->data, GTK_TYPE_ENTRY)), name);
  settle ();
}

static void
filter_medium (WindowFixture *fixture, const char *medium)
{
  g_autoptr (TagaQuery) query = taga_query_copy (taga_record_table_get_query (get_table (fixture)));
  TagaFilter *filter = taga_filter_new (TAGA_ASSET_MEDIUM);

  filter->keys = g_strdupv ((char *[]){ (char *) medium, NULL });
  taga_query_set_filter (query, filter);
  taga_record_table_set_query (get_table (fixture), query);
  settle ();
}

/* The rows that a view shows, in words too; and what changes about them is no longer that view. */
static void
test_ours_show_their_rows (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (get_table (fixture));

  g_assert_cmpstr (get_label (fixture), ==, "View");
  show_view (fixture, "my-number");
  g_assert_cmpstr (get_label (fixture), ==, "With My Number");
  g_assert_cmpuint (count_rows (fixture), >, 0);
  g_assert_cmpuint (count_rows (fixture), <, 5);
  g_assert_true (window_fixture_shows (table, "1 of 44 rows"));

  show_view (fixture, "without-values");
  g_assert_cmpstr (get_label (fixture), ==, "Values missing");
  filter_medium (fixture, "paper");
  g_assert_cmpstr (get_label (fixture), ==, "View");

  show_view (fixture, "");
  g_assert_cmpstr (get_label (fixture), ==, "View");
  g_assert_cmpuint (count_rows (fixture), ==, 44);
}

static void
test_own_views_are_saved_and_found_again (WindowFixture *fixture, gconstpointer data)
{
  guint n_paper;

  filter_medium (fixture, "paper");
  n_paper = count_rows (fixture);
  do_action (fixture, "views.save");
  enter_name (fixture, "Large risks");
  g_assert_true (window_fixture_is_told ("There is a view “Large risks” already."));
  enter_name (fixture, "紙だけ");
  g_assert_false (window_fixture_is_told ("There is a view"));
  window_fixture_press ("_Save");
  g_assert_cmpstr (get_label (fixture), ==, "紙だけ");

  window_fixture_close (fixture);
  window_fixture_open (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 44);
  show_view (fixture, "1");
  g_assert_cmpstr (get_label (fixture), ==, "紙だけ");
  g_assert_cmpuint (count_rows (fixture), ==, n_paper);

  do_action (fixture, "views.rename");
  enter_name (fixture, "書類だけ");
  window_fixture_press ("_Save");
  g_assert_cmpstr (get_label (fixture), ==, "書類だけ");
  undo (fixture);
  g_assert_cmpstr (get_label (fixture), ==, "紙だけ");

  filter_medium (fixture, "server");
  g_assert_cmpstr (get_label (fixture), ==, "View");
  do_action (fixture, "views.change");
  g_assert_cmpstr (get_label (fixture), ==, "紙だけ");
  undo (fixture);
  g_assert_cmpstr (get_label (fixture), ==, "View");
}

static void
test_a_removed_view_comes_back (WindowFixture *fixture, gconstpointer data)
{
  TagaStore *store = taga_window_get_store (fixture->window);

  filter_medium (fixture, "paper");
  do_action (fixture, "views.save");
  enter_name (fixture, "紙だけ");
  window_fixture_press ("_Save");
  do_action (fixture, "views.remove");
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_VIEW, NULL), ==, 0);
  g_assert_cmpstr (get_label (fixture), ==, "View");
  undo (fixture);
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_VIEW, NULL), ==, 1);
}

/* It says why, shows nothing else in its place, and can be removed. */
static void
test_a_view_that_is_not_understood_says_so (WindowFixture *fixture, gconstpointer data)
{
  TagaStore *store = taga_window_get_store (fixture->window);
  const TagaValue values[TAGA_VIEW_N_FIELDS] = { { (char *) "よその", TAGA_UNKNOWN },
                                                 { (char *) "asset", TAGA_UNKNOWN },
                                                 { (char *) "{\"version\":9}", TAGA_UNKNOWN } };
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_action_add (store, TAGA_TYPE_VIEW, values, NULL, &error));
  show_view (fixture, "1");
  g_assert_true (window_fixture_is_told ("“よその” cannot be shown"));
  window_fixture_press ("_Close");
  g_assert_cmpuint (count_rows (fixture), ==, 44);
  g_assert_cmpstr (get_label (fixture), ==, "View");
  do_action (fixture, "views.remove");
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_VIEW, NULL), ==, 0);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/table-views/" path, WindowFixture, NULL, window_fixture_set_up, func,              \
              window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("ours-show-their-rows", test_ours_show_their_rows);
  ADD ("own-views-are-saved-and-found-again", test_own_views_are_saved_and_found_again);
  ADD ("a-removed-view-comes-back", test_a_removed_view_comes_back);
  ADD ("a-view-that-is-not-understood-says-so", test_a_view_that_is_not_understood_says_so);

  return g_test_run ();
}
