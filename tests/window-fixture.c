#include "window-fixture.h"

#include <glib/gstdio.h>

#include "screen-fixture.h"
#include "taga-asset.h"
#include "taga-founding.h"
#include "taga-grid-cell.h"

/* Does what main () does before it shows a window; to be called once. Returns the application, of
 * which there is one for all tests: it takes its name on the bus for as long as it lives. */
TagaApplication *
window_fixture_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  TagaApplication *application;

  screen_fixture_init (argc, argv);

  /* GTK 4.8 leaks a little with each file that it remembers. */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);

  application = taga_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

GtkWidget *
window_fixture_find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = window_fixture_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Whether a text stands anywhere in a part of the window. */
gboolean
window_fixture_shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  if (TAGA_IS_GRID_CELL_VIEW (widget)
      && g_strcmp0 (taga_grid_cell_view_get_text (TAGA_GRID_CELL_VIEW (widget)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && window_fixture_shows (child, text))
      return TRUE;

  return FALSE;
}

/* Waits until a text window_fixture_shows, as long as a slow machine may need. */
void
window_fixture_assert_shows (GtkWidget *widget, const char *text)
{
  for (int i = 0; i < 25 && !window_fixture_shows (widget, text); i++)
    settle ();
  g_assert_true (window_fixture_shows (widget, text));
}

void
window_fixture_open (WindowFixture *fixture)
{
  window_fixture_open_sized (fixture, 1280, 800);
}

void
window_fixture_open_sized (WindowFixture *fixture, int width, int height)
{
  fixture->window = taga_window_new (fixture->application, g_settings_new (TAGA_APP_ID));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_present (GTK_WINDOW (fixture->window));
  taga_window_open (fixture->window, fixture->path);
  taga_window_show_page (fixture->window, "assets");
  settle ();
}

void
window_fixture_close (WindowFixture *fixture)
{
  TagaWindow *window = fixture->window;

  /* Nothing keeps a closed window, nor by it the file. */
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  settle ();
  g_assert_null (window);
}

void
window_fixture_set_up (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TagaStore *store;

  fixture->folder = g_dir_make_tmp ("taga-window-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "見本.taga", NULL);
  store = taga_founding_new_sample (fixture->path, "mechatro", &error);
  g_assert_no_error (error);
  g_assert_finalize_object (store);

  fixture->application = TAGA_APPLICATION (g_application_get_default ());
  window_fixture_open (fixture);
}

void
window_fixture_tear_down (WindowFixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    window_fixture_close (fixture);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

TagaGrid *
window_fixture_get_grid (WindowFixture *fixture)
{
  return TAGA_GRID (window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_GRID));
}

TagaRecord *
window_fixture_dup_asset (WindowFixture *fixture, gint64 id)
{
  return taga_store_get_record (taga_window_get_store (fixture->window), TAGA_TYPE_ASSET, id, NULL);
}

/* Finds a button, in any window, by what it says; without its mnemonic. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Waits for a dialog with a button of that label, as long as a slow machine may need, and presses
 * the button. */
void
window_fixture_press (const char *label)
{
  for (int i = 0; i < 25; i++)
    {
      g_autoptr (GList) windows = gtk_window_list_toplevels ();

      for (GList *l = windows; l != NULL; l = l->next)
        {
          GtkWidget *button = find_button (l->data, label);

          if (button != NULL && gtk_widget_get_sensitive (button))
            {
              g_signal_emit_by_name (button, "clicked");
              settle ();
              return;
            }
        }
      settle ();
    }
  g_error ("no button says “%s”", label);
}

/* Whether a text shows in any window. */
gboolean
window_fixture_is_told (const char *text)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_widget_get_mapped (l->data) && window_fixture_shows (l->data, text))
      return TRUE;

  return FALSE;
}
