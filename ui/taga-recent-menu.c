#include "taga-recent-menu.h"

#include <glib/gi18n-lib.h>

#define N_RECENT 8

/* The file that is open already, of the menu. */
#define OPEN_KEY "taga-open-uri"

/* A menu without anything in it would open as an empty box. */
static void
say_none (GMenu *menu)
{
  g_menu_append (menu, _ ("No Other Files"), "app.none");
}

static void
update (GtkRecentManager *manager, GMenu *menu)
{
  const char *open = g_object_get_data (G_OBJECT (menu), OPEN_KEY);
  GList *items = gtk_recent_manager_get_items (manager);
  int n = 0;

  g_menu_remove_all (menu);
  for (GList *link = items; link != NULL && n < N_RECENT; link = link->next)
    {
      const char *uri = gtk_recent_info_get_uri (link->data);
      g_autofree char *name = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (!g_str_has_suffix (uri, ".taga") || g_strcmp0 (uri, open) == 0
          || !gtk_recent_info_exists (link->data))
        continue;
      name = gtk_recent_info_get_short_name (link->data);
      item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (item, "app.open-recent", "s", uri);
      g_menu_append_item (menu, item);
      n++;
    }
  if (n == 0)
    say_none (menu);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

/**
 * taga_recent_menu_fill:
 * @menu: a menu
 *
 * Fills a menu with the company files that were open last, and keeps it up to date.
 */
void
taga_recent_menu_fill (GMenu *menu)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  g_signal_connect_object (manager, "changed", G_CALLBACK (update), menu, 0);
  update (manager, menu);
}

/**
 * taga_recent_menu_set_open:
 * @menu: a menu that was filled
 * @path: (nullable): the company file that the menu's window shows
 *
 * Leaves a file out of the menu: to open what is open would do nothing.
 */
void
taga_recent_menu_set_open (GMenu *menu, const char *path)
{
  g_object_set_data_full (G_OBJECT (menu), OPEN_KEY,
                          path == NULL ? NULL : g_filename_to_uri (path, NULL, NULL), g_free);
  update (gtk_recent_manager_get_default (), menu);
}

/**
 * taga_recent_menu_remember:
 * @path: a company file
 *
 * Remembers that a file was open, unless the user wants no such traces.
 */
void
taga_recent_menu_remember (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  gboolean enabled = TRUE;

  g_object_get (gtk_settings_get_default (), "gtk-recent-files-enabled", &enabled, NULL);
  if (enabled && uri != NULL)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}
