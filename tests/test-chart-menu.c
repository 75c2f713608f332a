#include <adwaita.h>
#include <string.h>

#include "screen-fixture.h"
#include "taga-chart-menu.h"
#include "taga-chart-radar.h"
#include "taga-chart-trend.h"
#include "taga-figures.h"
#include "widget-fixture.h"

/* What can be done with a chart in a real window: its numbers, a copy, a file. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *button;
  char *folder;
} Fixture;

static TagaChart *
create_radar (void)
{
  const double values[] = { 1, 2.5, 4 };
  TagaChart *chart = taga_chart_radar_new ();

  taga_chart_radar_add_axis (TAGA_CHART_RADAR (chart), "Network");
  taga_chart_radar_add_axis (TAGA_CHART_RADAR (chart), "Data");
  taga_chart_radar_add_axis (TAGA_CHART_RADAR (chart), "People");
  taga_chart_radar_add_series (TAGA_CHART_RADAR (chart), "Autumn", values);
  taga_chart_set_title (chart, "Scores");
  return chart;
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TagaChart) chart = create_radar ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->folder = g_dir_make_tmp ("taga-XXXXXX", NULL);
  fixture->view = taga_chart_view_new (chart);
  gtk_widget_set_vexpand (fixture->view, TRUE);
  fixture->button = taga_chart_menu_button_new (TAGA_CHART_VIEW (fixture->view));
  gtk_box_append (GTK_BOX (box), fixture->button);
  gtk_box_append (GTK_BOX (box), fixture->view);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 420);
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

/* A window that goes while a popover of it is open still looks for the pointer in there. */
static void
close_popovers (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFileEnumerator) names =
      g_file_enumerate_children (folder, "standard::name", 0, NULL, NULL);
  GFile *file;

  while (g_file_enumerator_iterate (names, NULL, &file, NULL, NULL) && file != NULL)
    g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
  g_free (fixture->folder);

  close_popovers (fixture->window);
  settle ();
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->view);
}

static void
test_the_menu_key_shows_it (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->view);
  settle ();
  g_assert_false (widget_fixture_shows (fixture->window, "Its Numbers as a Table"));

  widget_fixture_press (fixture->window, GDK_KEY_F10, GDK_SHIFT_MASK);
  settle ();
  g_assert_nonnull (widget_fixture_find_type (fixture->window, GTK_TYPE_POPOVER_MENU, 0));
  g_assert_true (widget_fixture_shows (fixture->window, "Its Numbers as a Table"));
  g_assert_true (widget_fixture_shows (fixture->window, "Copy as Picture"));
}

static void
test_its_numbers_are_a_table (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table;

  gtk_widget_activate_action (fixture->view, "chart.numbers", NULL);
  settle ();
  table = widget_fixture_find_type (fixture->window, TAGA_TYPE_FIGURES, 0);
  g_assert_nonnull (table);
  gtk_test_accessible_assert_role (table, GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_test_accessible_assert_property (table, GTK_ACCESSIBLE_PROPERTY_LABEL, "Scores");
  g_assert_true (widget_fixture_shows (table, "Data"));
  g_assert_true (widget_fixture_shows (table, "2.5"));
}

/* A trend over many rounds has more columns than stand side by side: the rounds become rows. */
static void
test_a_wide_table_is_turned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TagaChart) chart = taga_chart_trend_new (5);
  double values[30] = { 0 };
  GtkWidget *table, *heading;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Round %d", i + 1);

      taga_chart_trend_add_round (TAGA_CHART_TREND (chart), name);
    }
  taga_chart_trend_add_line (TAGA_CHART_TREND (chart), "Data", values);
  table = g_object_ref_sink (taga_chart_menu_create_table (chart));
  heading = gtk_widget_get_first_child (table);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (heading))), ==,
                   "Data");
  heading = gtk_widget_get_first_child (gtk_widget_get_last_child (table));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (heading)), ==, "Round 30");
  g_object_unref (table);
}

static void
texture_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GdkTexture **) user_data =
      gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_a_copy_is_a_picture (Fixture *fixture, gconstpointer data)
{
  GdkTexture *texture = NULL;

  gtk_widget_activate_action (fixture->view, "chart.copy", NULL);
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (fixture->view), NULL, texture_cb,
                                    &texture);
  while (texture == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* Twice as fine as the screen. */
  g_assert_cmpint (gdk_texture_get_width (texture), >, 2 * gtk_widget_get_width (fixture->view));
  g_object_unref (texture);
  settle ();
  g_assert_true (widget_fixture_shows (fixture->window, "copied as a picture"));
}

static void
test_numbers_go_into_a_spreadsheet (Fixture *fixture, gconstpointer data)
{
  char *text = NULL;

  gtk_widget_activate_action (fixture->view, "chart.copy-numbers", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->view), NULL, text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "Axis\tAutumn\nNetwork\t1.0\nData\t2.5\nPeople\t4.0\n");
  g_free (text);
}

static void
test_a_chart_is_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "図.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  taga_chart_menu_write (TAGA_CHART_VIEW (fixture->view), file);
  widget_fixture_wait_for (fixture->window, "The chart is saved.");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, ">Scores</title>"));
}

static void
test_a_folder_that_is_not_there_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "a.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  taga_chart_menu_write (TAGA_CHART_VIEW (fixture->view), file);
  settle ();
  dialog = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (widget_fixture_shows (dialog, "folder is not there"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Without a chart there is nothing to do; the button goes with the view. */
static void
test_without_a_chart (Fixture *fixture, gconstpointer data)
{
  taga_chart_view_set_chart (TAGA_CHART_VIEW (fixture->view), NULL);
  gtk_widget_activate_action (fixture->view, "chart.numbers", NULL);
  gtk_widget_activate_action (fixture->view, "chart.copy", NULL);
  gtk_widget_activate_action (fixture->view, "chart.save", NULL);
  settle ();
  g_assert_null (widget_fixture_find_type (fixture->window, TAGA_TYPE_FIGURES, 0));

  g_assert_true (gtk_widget_get_visible (fixture->button));
  gtk_widget_set_visible (fixture->view, FALSE);
  g_assert_false (gtk_widget_get_visible (fixture->button));
}

#define ADD(path, func) g_test_add ("/chart-menu/" path, Fixture, NULL, setup, func, teardown)

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

  ADD ("the-menu-key-shows-it", test_the_menu_key_shows_it);
  ADD ("its-numbers-are-a-table", test_its_numbers_are_a_table);
  ADD ("a-wide-table-is-turned", test_a_wide_table_is_turned);
  ADD ("a-copy-is-a-picture", test_a_copy_is_a_picture);
  ADD ("numbers-go-into-a-spreadsheet", test_numbers_go_into_a_spreadsheet);
  ADD ("a-chart-is-saved", test_a_chart_is_saved);
  ADD ("a-folder-that-is-not-there-is-told", test_a_folder_that_is_not_there_is_told);
  ADD ("without-a-chart", test_without_a_chart);

  return g_test_run ();
}
