#include "taga-application.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "taga-about.h"
#include "taga-file-dialog.h"
#include "taga-founding.h"
#include "taga-new-dialog.h"
#include "taga-pages.h"
#include "taga-preferences.h"
#include "taga-ui.h"
#include "taga-window.h"

/**
 * TagaApplication:
 *
 * The program with its windows: one for each company file, and one without a file at the start.
 */
struct _TagaApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TagaApplication, taga_application, ADW_TYPE_APPLICATION)

static GtkWindow *
get_window (TagaApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

/* The window that shows a file already, or one that shows none yet, or a new one. */
static TagaWindow *
find_window (TagaApplication *self, const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  TagaWindow *empty = NULL;

  for (GList *link = windows; link != NULL; link = link->next)
    {
      const char *shown;

      if (!TAGA_IS_WINDOW (link->data))
        continue;
      shown = taga_window_get_path (link->data);
      if (path != NULL && g_strcmp0 (shown, path) == 0)
        return link->data;
      if (shown == NULL)
        empty = link->data;
    }

  return empty != NULL ? empty : taga_window_new (self, self->settings);
}

static void
open_path (TagaApplication *self, const char *path)
{
  TagaWindow *window = find_window (self, path);

  gtk_window_present (GTK_WINDOW (window));
  taga_window_open (window, path);
}

static void
created_cb (const char *path, gpointer user_data)
{
  open_path (user_data, path);
}

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  taga_new_dialog_present (get_window (user_data), created_cb, user_data);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaApplication) self = user_data;
  g_autoptr (GFile) file = taga_file_dialog_open_finish (result, NULL);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);

  if (path != NULL)
    open_path (self, path);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const TagaFileKind kinds[] = { TAGA_FILE_COMPANY, TAGA_FILE_ANY };

  taga_file_dialog_open (get_window (user_data), _ ("Open a company file"), kinds,
                         G_N_ELEMENTS (kinds), opened_cb, g_object_ref (user_data));
}

static void
open_recent_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    open_path (user_data, path);
}

/* The sample lives among the user's data, so that what was tried on it is there the next time. */
static char *
create_sample (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "taga", NULL);
  g_autofree char *path = g_build_filename (folder, _ ("Sample company.taga"), NULL);
  g_autoptr (TagaStore) store = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_mkdir_with_parents (folder, 0700);
  store = taga_founding_new_sample (path, "mechatro", error);

  return store == NULL ? NULL : g_steal_pointer (&path);
}

static void
sample_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = create_sample (&error);
  TagaWindow *window;

  if (path != NULL)
    {
      open_path (user_data, path);
      return;
    }

  window = find_window (user_data, NULL);
  gtk_window_present (GTK_WINDOW (window));
  taga_ui_show_error (GTK_WIDGET (window), _ ("The sample company could not be made"), error);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  taga_preferences_present (get_window (user_data));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  taga_about_present (get_window (user_data));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static void
taga_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (find_window (TAGA_APPLICATION (application), NULL)));
}

static void
taga_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        open_path (TAGA_APPLICATION (application), path);
    }
}

static int
taga_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_auto (GStrv) arguments = NULL;
  int n;

  if (g_variant_dict_contains (options, "sample"))
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), "sample", NULL);
      return 0;
    }

  arguments = g_application_command_line_get_arguments (line, &n);
  if (n < 2)
    g_application_activate (application);
  for (int i = 1; i < n; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, arguments[i]);

      taga_application_open (application, &file, 1, "");
    }

  return 0;
}

/* Alt and a digit lead to the pages in their order; there are ten digits. */
static void
set_page_keys (GtkApplication *application)
{
  guint n;
  const TagaPageEntry *pages = taga_pages_get (&n);

  for (guint i = 0; i < MIN (n, 10); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page('%s')", pages[i].name);
      g_autofree char *key = g_strdup_printf ("<Alt>%u", (i + 1) % 10);
      const char *const keys[] = { key, NULL };

      gtk_application_set_accels_for_action (application, action, keys);
    }
}

static void
taga_application_startup (GApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } shortcuts[] = {
    { "app.new", { "<Control>n" } },
    { "app.open", { "<Control>o" } },
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.find", { "<Control>f" } },
    { "win.replace", { "<Control>h" } },
    { "win.search", { "<Control><Shift>f" } },
    { "win.save", { "<Control>s" } },
    { "win.inspector", { "F9" } },
    { "win.import", { "<Control>i" } },
    { "win.export", { "<Control>e" } },
    { "win.add", { "<Control><Shift>n" } },
    { "win.shortcuts", { "F1", "<Control>question" } },
    { "win.projector", { "F5" } },
    { "win.next-page", { "<Control>Page_Down" } },
    { "win.previous-page", { "<Control>Page_Up" } },
    { "window.close", { "<Control>w" } },
  };

  G_APPLICATION_CLASS (taga_application_parent_class)->startup (application);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].keys);
  set_page_keys (GTK_APPLICATION (application));
}

static void
taga_application_dispose (GObject *object)
{
  g_clear_object (&TAGA_APPLICATION (object)->settings);

  G_OBJECT_CLASS (taga_application_parent_class)->dispose (object);
}

static void
taga_application_class_init (TagaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_application_dispose;
  application_class->activate = taga_application_activate;
  application_class->command_line = taga_application_command_line;
  application_class->open = taga_application_open;
  application_class->startup = taga_application_startup;
}

static void
taga_application_init (TagaApplication *self)
{
  static const GActionEntry actions[] = {
    { "new", new_action },
    { "open", open_action },
    { "open-recent", open_recent_action, "s" },
    { "sample", sample_action },
    { "preferences", preferences_action },
    { "about", about_action },
    { "quit", quit_action },
  };
  static const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample company"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  self->settings = g_settings_new (TAGA_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

/**
 * taga_application_new:
 *
 * Makes the program.
 *
 * Returns: (transfer full): the application
 */
TagaApplication *
taga_application_new (void)
{
  return g_object_new (TAGA_TYPE_APPLICATION, "application-id", TAGA_APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/taga_workbench/Taga", NULL);
}
