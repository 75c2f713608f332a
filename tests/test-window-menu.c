#include <gtk/gtk.h>

#include <string.h>

#include "screen-fixture.h"
#include "taga-pages.h"
#include "taga-recent-menu.h"
#include "taga-window.h"
#include "widget-fixture.h"
#include "window-fixture.h"

/* What leads from page to page and from file to file: the main menu and the sidebar, by keys. */

static gpointer
get_part (WindowFixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->window), TAGA_TYPE_WINDOW, name);
}

static void
collect_letters (GMenuModel *menu, const char *link, GHashTable *letters)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, link);
      const char *mark;

      if (section != NULL)
        collect_letters (section, link, letters);
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        continue;

      mark = strchr (label, '_');
      g_assert_nonnull (mark);
      if (!g_hash_table_add (letters, g_strdup_printf ("%c", g_ascii_tolower (mark[1]))))
        g_error ("“%s” has a letter that stands twice in the menu", label);
    }
}

static void
test_each_letter_stands_once (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) letters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkMenuButton *button =
      GTK_MENU_BUTTON (window_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_MENU_BUTTON));

  g_assert_true (gtk_menu_button_get_primary (button));
  collect_letters (gtk_menu_button_get_menu_model (button), G_MENU_LINK_SECTION, letters);
  g_assert_cmpuint (g_hash_table_size (letters), >=, 11);
}

static gboolean
lists (GMenuModel *menu, const char *path)
{
  g_autofree char *uri = path == NULL ? NULL : g_filename_to_uri (path, NULL, NULL);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *target = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &target);
      if (g_strcmp0 (target, uri) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The other tests keep no list of files. GTK 4.8 leaks where it looks for those that are too old.
 */
static void
remember (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentData data = { .display_name = (char *) "見本",
                         .mime_type = (char *) "application/x-taga",
                         .app_name = (char *) "taga",
                         .app_exec = (char *) "taga %u" };

  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", TRUE,
                "gtk-recent-files-max-age", -1, NULL);
  g_assert_true (gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data));
  settle ();
}

/* To choose the file that is open would do nothing; and no menu opens as an empty box. */
static void
test_the_open_file_is_not_offered (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GMenuModel *model = G_MENU_MODEL (menu);
  GMenuModel *own = get_part (fixture, "recent_menu");

  remember (fixture->path);
  taga_recent_menu_fill (menu);
  g_assert_true (lists (model, fixture->path));
  g_assert_false (lists (own, fixture->path));
  g_assert_cmpint (g_menu_model_get_n_items (own), >, 0);

  taga_recent_menu_set_open (menu, fixture->path);
  g_assert_false (lists (model, fixture->path));
  g_assert_cmpint (g_menu_model_get_n_items (model), >, 0);
  taga_recent_menu_set_open (menu, NULL);
  g_assert_true (lists (model, fixture->path));
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);
}

static const char *
get_page (WindowFixture *fixture)
{
  return gtk_stack_get_visible_child_name (get_part (fixture, "stack"));
}

static gboolean
is_in_sidebar (WindowFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, get_part (fixture, "navigation"));
}

/* Tab comes into the list of pages at the one that is shown, and the next Tab leaves it; no Tab
 * shows another page. Arrow keys do. */
static void
test_tab_passes_by_the_pages (WindowFixture *fixture, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_Tab, GDK_KEY_ISO_Left_Tab };
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkListBox *navigation = get_part (fixture, "navigation");
  GtkListBoxRow *shown = gtk_list_box_get_selected_row (navigation);
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (shown)));
      g_assert_true (is_in_sidebar (fixture));
      widget_fixture_press (window, keys[i], keys[i] == GDK_KEY_Tab ? 0 : GDK_SHIFT_MASK);
      g_assert_false (is_in_sidebar (fixture));
      g_assert_cmpstr (get_page (fixture), ==, "assets");
    }

  /* Who goes back comes to the page that is shown. */
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (shown)));
  widget_fixture_press (window, GDK_KEY_Tab, 0);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (shown));
  g_assert_cmpstr (get_page (fixture), ==, "assets");

  g_signal_emit_by_name (navigation, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (is_in_sidebar (fixture));
  g_assert_cmpstr (get_page (fixture), ==,
                   taga_pages_get (&n)[taga_pages_find ("assets") + 1].name);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/window-menu/" path, WindowFixture, NULL, window_fixture_set_up, func,              \
              window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("each-letter-stands-once", test_each_letter_stands_once);
  ADD ("the-open-file-is-not-offered", test_the_open_file_is_not_offered);
  ADD ("tab-passes-by-the-pages", test_tab_passes_by_the_pages);

  return g_test_run ();
}
