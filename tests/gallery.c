#include <glib/gstdio.h>

#include "taga-action.h"
#include "taga-application.h"
#include "taga-asset.h"
#include "taga-bulk-dialog.h"
#include "taga-criteria.h"
#include "taga-founding.h"
#include "taga-import-dialog.h"
#include "taga-language.h"
#include "taga-new-dialog.h"
#include "taga-page.h"
#include "taga-pages.h"
#include "taga-preferences.h"
#include "taga-profile-dialog.h"
#include "taga-question-dialog.h"
#include "taga-stocktake-dialog.h"
#include "taga-trash-window.h"
#include "taga-ui.h"
#include "taga-window.h"

/*
 * Writes pictures of the program's windows: gallery FOLDER LANGUAGE WIDTHxHEIGHT…
 * The pictures are what GTK draws, so they need no tool to take them.
 */

typedef struct
{
  const char *folder;
  const char *language;
  char **sizes;
  TagaApplication *application;
  char *path; /* of the sample company's file */
  int status;
} Gallery;

/* Lets the window lay itself out and draw, until nothing has happened for a while. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 400 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static gboolean
save (GtkWidget *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  gboolean saved;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;

  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (window)), node,
                                   &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gsk_render_node_unref (node);
  saved = gdk_texture_save_to_png (texture, path);

  return saved;
}

static void
shoot (Gallery *self, GtkWidget *window, const char *page, const char *size, gboolean dark)
{
  g_autofree char *name =
      g_strdup_printf ("%s-%s-%s-%s.png", page, self->language, dark ? "dark" : "light", size);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  settle ();
  if (!save (window, path))
    {
      g_printerr ("%s could not be written.\n", path);
      self->status = 1;
    }
}

/* The window that was opened last: a dialog. */
static GtkWidget *
find_dialog (GtkWidget *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (link->data != parent && gtk_window_get_transient_for (link->data) == GTK_WINDOW (parent)
        && gtk_widget_get_visible (link->data))
      return link->data;

  return NULL;
}

static void
shoot_dialog (Gallery *self, GtkWidget *parent, const char *page, const char *size, gboolean dark)
{
  GtkWidget *dialog;

  settle ();
  dialog = find_dialog (parent);
  if (dialog == NULL)
    {
      g_printerr ("The dialog %s did not open.\n", page);
      self->status = 1;
      return;
    }

  shoot (self, dialog, page, size, dark);
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
}

static GtkWidget *
find_by_id (GtkWidget *root, const char *id)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_id (child, id);

  return found;
}

/* A department's list as it comes back by mail: some rows changed, some new, one that cannot be
 * read. */
static GFile *
write_list (void)
{
  static const char text[] =
      "業務分類,情報資産名称,管理部署,媒体・保存先,個人情報,機密性,完全性,可用性\n"
      "営業,見積書,営業部,事務所PC,,3,2,2\n"
      "営業,顧客名簿,営業部,社外サーバー,有,3,3,3\n"
      "営業,商談の録音,営業部,モバイル機器,有,3,1,1\n"
      "営業,展示会の名刺,営業部,書類,有,3,1,1\n"
      "製造,治具の写真,製造部,外付けHDD,,2,2,1\n";
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "営業部の一覧.csv", NULL);

  if (!g_file_set_contents (path, text, -1, NULL))
    return NULL;

  return g_file_new_for_path (path);
}

static void
shoot_dialogs (Gallery *self, TagaWindow *window, const char *size, gboolean dark)
{
  g_autoptr (GFile) list = write_list ();

  taga_new_dialog_present (GTK_WINDOW (window), NULL, NULL);
  shoot_dialog (self, GTK_WIDGET (window), "new", size, dark);
  taga_preferences_present (GTK_WINDOW (window));
  shoot_dialog (self, GTK_WIDGET (window), "preferences", size, dark);
  taga_import_dialog_present (GTK_WINDOW (window), taga_window_get_store (window), list);
  shoot_dialog (self, GTK_WIDGET (window), "import", size, dark);
}

/* The everyday questions: one of them, what a sitting came to, and the criteria. */
static void
shoot_questions (Gallery *self, TagaWindow *window, const char *size, gboolean dark)
{
  TagaStore *store = taga_window_get_store (window);
  GtkWidget *dialog;

  taga_question_dialog_present (GTK_WINDOW (window), store, 1, TAGA_ASSET_NAME);
  shoot_dialog (self, GTK_WIDGET (window), "question", size, dark);
  taga_question_dialog_present (GTK_WINDOW (window), store, 3, TAGA_ASSET_NAME);
  dialog = find_dialog (GTK_WIDGET (window));
  for (guint i = 0; i < 9; i++)
    gtk_widget_activate_action (dialog, i % 3 == 2 ? "question.yes" : "question.no", NULL);
  shoot_dialog (self, GTK_WIDGET (window), "question-result", size, dark);
  taga_criteria_present (GTK_WINDOW (window), store, TAGA_ASSET_INTEGRITY);
  shoot_dialog (self, GTK_WIDGET (window), "criteria", size, dark);
  taga_trash_present (GTK_WINDOW (window), store);
  shoot_dialog (self, GTK_WIDGET (window), "trash", size, dark);
}

/* What threatens, what is done against it, and what follows. */
static void
shoot_answers (Gallery *self, TagaWindow *window, const char *size, gboolean dark)
{
  taga_page_open (GTK_WIDGET (window), "threats", "12");
  shoot (self, GTK_WIDGET (window), "threats", size, dark);
  taga_page_open (GTK_WIDGET (window), "checks", "7-1");
  shoot (self, GTK_WIDGET (window), "checks", size, dark);
  taga_page_open (GTK_WIDGET (window), "checks", "result");
  shoot (self, GTK_WIDGET (window), "diagnosis", size, dark);
}

/* The case profile beside its pages. */
static void
shoot_profile (Gallery *self, TagaWindow *window, const char *size, gboolean dark)
{
  taga_profile_dialog_present (GTK_WINDOW (window), taga_window_get_store (window), 0, 0);
  shoot_dialog (self, GTK_WIDGET (window), "profile", size, dark);
}

/* The inspector's second tab, with something in it. */
static void
shoot_changes (Gallery *self, TagaWindow *window, const char *size, gboolean dark)
{
  GtkWidget *tabs = find_by_id (GTK_WIDGET (window), "tabs");

  taga_window_show_page (window, "assets");
  gtk_stack_set_visible_child_name (GTK_STACK (tabs), "history");
  shoot (self, GTK_WIDGET (window), "asset-history", size, dark);
  gtk_stack_set_visible_child_name (GTK_STACK (tabs), "why");
}

static TagaWindow *
open_window (Gallery *self, const char *size, gboolean with_file)
{
  TagaWindow *window = taga_window_new (self->application, g_settings_new (TAGA_APP_ID));
  g_auto (GStrv) sides = g_strsplit (size, "x", 2);

  if (with_file)
    taga_window_open (window, self->path);
  gtk_window_set_default_size (GTK_WINDOW (window), (int) g_ascii_strtoll (sides[0], NULL, 10),
                               (int) g_ascii_strtoll (sides[1], NULL, 10));
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static GtkWidget *
find_table (GtkWidget *widget)
{
  if (TAGA_IS_RECORD_TABLE (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_table (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What is done with many rows, and by whole departments. */
static void
shoot_rows (Gallery *self, TagaWindow *window, const char *size, gboolean dark)
{
  TagaRecordTable *table = TAGA_RECORD_TABLE (find_table (GTK_WIDGET (window)));
  const TagaGridRange range = { 2, 8, 4, 7 };

  taga_window_show_page (window, "assets");
  taga_grid_select_range (taga_record_table_get_grid (table), &range);
  shoot (self, GTK_WIDGET (window), "range", size, dark);
  taga_bulk_dialog_present (table);
  shoot_dialog (self, GTK_WIDGET (window), "bulk", size, dark);
  gtk_widget_activate_action (GTK_WIDGET (table), "table.columns", NULL);
  shoot_dialog (self, GTK_WIDGET (window), "columns", size, dark);
  taga_stocktake_present (GTK_WINDOW (window), taga_window_get_store (window));
  shoot_dialog (self, GTK_WIDGET (window), "stocktake", size, dark);
}

/* Every page, then the views of those that have several. */
static void
shoot_pages (Gallery *self, TagaWindow *window, const char *size, gboolean dark)
{
  static const char *const views[] = {
    "company/roles",  "self-check/questions", "self-check/threats", "self-check/declaration",
    "risks/measures", "risks/decisions",      "checks/diagnosis",   "checks/7-1",
  };
  guint n;
  const TagaPageEntry *pages = taga_pages_get (&n);

  for (guint i = 0; i < n; i++)
    {
      taga_window_show_page (window, pages[i].name);
      shoot (self, GTK_WIDGET (window), pages[i].name, size, dark);
    }

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (views[i]), "/", '-');

      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", views[i]);
      shoot (self, GTK_WIDGET (window), name, size, dark);
    }
}

static void
shoot_size (Gallery *self, const char *size, gboolean dark)
{
  TagaWindow *window = open_window (self, size, FALSE);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
  shoot (self, GTK_WIDGET (window), "start", size, dark);
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_window (self, size, TRUE);
  shoot_pages (self, window, size, dark);
  taga_window_show_page (window, "assets");
  shoot_answers (self, window, size, dark);
  shoot_dialogs (self, window, size, dark);
  shoot_profile (self, window, size, dark);
  shoot_questions (self, window, size, dark);
  shoot_changes (self, window, size, dark);
  shoot_rows (self, window, size, dark);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* A history is only worth a picture when something happened. */
static gboolean
create_sample (Gallery *self, GError **error)
{
  static const guint field = TAGA_ASSET_CONFIDENTIALITY;
  const TagaValue three = { NULL, 3 };
  g_autoptr (TagaStore) store = NULL;

  self->path = g_build_filename (g_get_tmp_dir (), "gallery.taga", NULL);
  g_remove (self->path);
  store = taga_founding_new_sample (self->path, "mechatro", error);

  return store != NULL && taga_action_set (store, TAGA_TYPE_ASSET, 1, &field, &three, 1, error)
         && taga_action_remove (store, TAGA_TYPE_ASSET, 44, error)
         && taga_action_remove (store, TAGA_TYPE_ASSET, 43, error);
}

static void
activate_cb (GApplication *application, Gallery *self)
{
  g_autoptr (GError) error = NULL;

  g_application_hold (application);
  if (!create_sample (self, &error))
    {
      g_printerr ("%s\n", error->message);
      self->status = 1;
    }
  else
    for (char **size = self->sizes; *size != NULL; size++)
      {
        shoot_size (self, *size, FALSE);
        shoot_size (self, *size, TRUE);
      }
  g_application_release (application);
  g_application_quit (application);
}

int
main (int argc, char **argv)
{
  Gallery gallery = { 0 };

  if (argc < 4)
    return 2;

  taga_language_init ();
  gtk_disable_setlocale ();
  gtk_init ();
  taga_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  gallery.folder = argv[1];
  gallery.language = argv[2];
  gallery.sizes = argv + 3;
  gallery.application = taga_application_new ();
  g_application_set_flags (G_APPLICATION (gallery.application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (gallery.application, "activate", G_CALLBACK (activate_cb), &gallery);
  g_application_run (G_APPLICATION (gallery.application), 1, argv);
  g_object_unref (gallery.application);
  g_free (gallery.path);

  return gallery.status;
}
