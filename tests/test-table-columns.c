#include <gtk/gtk.h>

#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-columns-dialog.h"
#include "taga-record-table.h"
#include "taga-setting.h"
#include "window-fixture.h"

/* Which columns the register shows, how wide and in which order, and that the file remembers it. */

static TagaGrid *
get_grid (WindowFixture *fixture)
{
  return window_fixture_get_grid (fixture);
}

static GtkWidget *
open_dialog (WindowFixture *fixture)
{
  g_autoptr (GList) windows = NULL;

  gtk_widget_activate_action (GTK_WIDGET (get_grid (fixture)), "table.columns", NULL);
  settle ();
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (TAGA_IS_COLUMNS_DIALOG (l->data))
      return l->data;

  g_assert_not_reached ();
}

static GtkWidget *
find_check (GtkWidget *widget, const char *label)
{
  if (GTK_IS_CHECK_BUTTON (widget)
      && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The button of a column's row, counted from the tick. */
static GtkWidget *
get_button (GtkWidget *dialog, const char *title, guint n)
{
  GtkWidget *widget = find_check (dialog, title);

  for (; n > 0; n--)
    widget = gtk_widget_get_next_sibling (widget);

  return widget;
}

static void
press (GtkWidget *button)
{
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

/* Where a column stands among those that are shown, or -1. */
static int
get_place (WindowFixture *fixture, guint field)
{
  for (guint i = 0; i < taga_grid_get_n_shown_columns (get_grid (fixture)); i++)
    if (taga_grid_get_shown_field (get_grid (fixture), i) == field)
      return (int) i;

  return -1;
}

static void
open_again (WindowFixture *fixture)
{
  window_fixture_close (fixture);
  window_fixture_open (fixture);
}

static void
test_columns_are_hidden_moved_and_remembered (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  int medium = get_place (fixture, TAGA_ASSET_MEDIUM);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (dialog, "Business")), FALSE);
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_BUSINESS), ==, -1);
  press (get_button (dialog, "Medium", 2));
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_MEDIUM), ==, medium - 2);
  press (get_button (dialog, "Medium", 3));
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_MEDIUM), ==, medium - 1);
  press (get_button (dialog, "Medium", 3));
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_MEDIUM), ==, medium);
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_CONFIDENTIALITY), ==, medium - 1);

  /* The name stays in view, so it stays before the others. */
  g_assert_false (gtk_widget_get_sensitive (get_button (dialog, "Information asset", 2)));
  g_assert_true (gtk_widget_get_sensitive (get_button (dialog, "Information asset", 3)));
  g_assert_false (gtk_widget_get_sensitive (get_button (dialog, "Risk", 3)));

  gtk_window_close (GTK_WINDOW (dialog));
  open_again (fixture);
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_BUSINESS), ==, -1);
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_MEDIUM), ==, medium);
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_CONFIDENTIALITY), ==, medium - 1);

  dialog = open_dialog (fixture);
  window_fixture_press ("_As Usual");
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_BUSINESS), ==, 2);
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_MEDIUM), ==, medium);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_widths_are_remembered_and_reset (WindowFixture *fixture, gconstpointer data)
{
  int usual = taga_grid_get_column (get_grid (fixture), TAGA_ASSET_NOTE)->width;
  GtkWidget *dialog = NULL;

  taga_grid_set_column_width (get_grid (fixture), TAGA_ASSET_NOTE, usual + 77);
  g_signal_emit_by_name (get_grid (fixture), "column-resized", TAGA_ASSET_NOTE, usual + 77);
  open_again (fixture);
  g_assert_cmpint (taga_grid_get_column (get_grid (fixture), TAGA_ASSET_NOTE)->width, ==,
                   usual + 77);

  dialog = open_dialog (fixture);
  g_assert_false (gtk_widget_get_sensitive (get_button (dialog, "Medium", 1)));
  press (get_button (dialog, "Remarks", 1));
  g_assert_cmpint (taga_grid_get_column (get_grid (fixture), TAGA_ASSET_NOTE)->width, ==, usual);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_the_last_column_stays (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  TagaGrid *grid = get_grid (fixture);

  for (guint i = 1; i < taga_grid_get_n_columns (grid); i++)
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (find_check (dialog, taga_grid_get_nth_column (grid, i)->title)), FALSE);
  g_assert_cmpuint (taga_grid_get_n_shown_columns (grid), ==, 1);
  g_assert_false (gtk_widget_get_sensitive (find_check (dialog, "Information asset")));
  taga_record_table_hide_column (TAGA_RECORD_TABLE (window_fixture_find (
                                     GTK_WIDGET (fixture->window), TAGA_TYPE_RECORD_TABLE)),
                                 TAGA_ASSET_NAME);
  g_assert_cmpuint (taga_grid_get_n_shown_columns (grid), ==, 1);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* What a file says of columns may be anything. */
static void
test_a_hostile_arrangement_does_no_harm (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_setting_set (taga_window_get_store (fixture->window), "columns.asset",
                                   "name\t0\t1\nno-such\t1\t1\nnote\t1\t4000\nrisk\t1\t-1\n\t\n",
                                   &error));
  open_again (fixture);
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_NAME), ==, -1);
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_RISK), ==, 0);
  g_assert_cmpint (taga_grid_get_column (get_grid (fixture), TAGA_ASSET_NOTE)->width, <, 4000);
}

/* A file of a newer program may only be read: it is looked at as anybody likes, and stays as it is.
 */
static void
test_a_file_to_read_stays_as_it_is (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;
  GtkWidget *dialog;

  window_fixture_close (fixture);
  store_fixture_exec (fixture->path, "PRAGMA user_version = 9");
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  window_fixture_open (fixture);
  g_assert_true (taga_store_is_read_only (taga_window_get_store (fixture->window)));
  dialog = open_dialog (fixture);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (dialog, "Business")), FALSE);
  g_assert_cmpint (get_place (fixture, TAGA_ASSET_BUSINESS), ==, -1);
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/table-columns/" path, WindowFixture, NULL, window_fixture_set_up, func,            \
              window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("columns-are-hidden-moved-and-remembered", test_columns_are_hidden_moved_and_remembered);
  ADD ("widths-are-remembered-and-reset", test_widths_are_remembered_and_reset);
  ADD ("the-last-column-stays", test_the_last_column_stays);
  ADD ("a-hostile-arrangement-does-no-harm", test_a_hostile_arrangement_does_no_harm);
  ADD ("a-file-to-read-stays-as-it-is", test_a_file_to_read_stays_as_it_is);

  return g_test_run ();
}
