#include "taga-window.h"

#include <glib/gi18n-lib.h>

#include "taga-asset-page.h"
#include "taga-company.h"
#include "taga-grid.h"
#include "taga-history.h"
#include "taga-page.h"
#include "taga-pages.h"
#include "taga-projector.h"
#include "taga-recent-menu.h"
#include "taga-round-list.h"
#include "taga-round.h"
#include "taga-setting.h"
#include "taga-start-page.h"
#include "taga-ui.h"
#include "taga-undo-action.h"
#include "taga-window-tools.h"

/**
 * TagaWindow:
 *
 * The workbench: a sidebar with the pages in the order of the work, one page at a time, and above
 * it undo and redo with the name of the step. Without a file it shows how to come to one.
 */
struct _TagaWindow
{
  AdwApplicationWindow parent_instance;

  TagaStore *store;    /* (owned) (nullable) */
  GSettings *settings; /* (owned) */

  /* Template */
  GtkWidget *sidebar;
  GtkListBox *navigation;
  GtkStack *stack;
  AdwWindowTitle *title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkLabel *undo_label;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  AdwToastOverlay *toasts;
  GMenu *recent_menu;
  TagaAssetPage *asset_page;
};

G_DEFINE_FINAL_TYPE (TagaWindow, taga_window, ADW_TYPE_APPLICATION_WINDOW)

/* The page that is shown, or `NULL` as long as there is no file. */
static TagaPage *
get_page (TagaWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  return TAGA_IS_PAGE (page) ? TAGA_PAGE (page) : NULL;
}

static const char *
get_page_title (TagaWindow *self)
{
  guint n;
  const TagaPageEntry *pages = taga_pages_get (&n);
  int i = taga_pages_find (gtk_stack_get_visible_child_name (self->stack));

  return i < 0 ? _ ("Taga") : _ (pages[i].title);
}

/* Under the page's title: whose file it is, and which round counts. */
static void
update_title (TagaWindow *self)
{
  g_autoptr (TagaRecord) company = NULL;
  g_autoptr (TagaRecord) round = NULL;
  g_autofree char *subtitle = NULL;
  const char *name;

  adw_window_title_set_title (self->title, get_page_title (self));
  if (self->store == NULL)
    {
      adw_window_title_set_subtitle (self->title, "");
      return;
    }

  company = taga_store_get_record (self->store, TAGA_TYPE_COMPANY, 1, NULL);
  round = taga_store_get_record (self->store, TAGA_TYPE_ROUND, taga_store_get_round (self->store),
                                 NULL);
  name = company == NULL ? "" : taga_record_get_text (company, TAGA_COMPANY_NAME);
  if (round == NULL)
    subtitle = g_strdup (name);
  else
    subtitle = g_strdup_printf ("%s ・ %s", name, taga_record_get_text (round, TAGA_ROUND_NAME));
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), name);
}

static void
store_changed_cb (TagaWindow *self)
{
  update_title (self);
  taga_undo_action_update (GTK_WIDGET (self), self->store, self->undo_button, self->redo_button,
                           self->undo_label);
}

static void
update_notice (TagaWindow *self)
{
  g_autofree char *broken =
      self->store == NULL ? NULL : taga_round_list_format_broken (self->store);
  const char *text = broken;

  if (self->store != NULL && taga_store_is_newer (self->store))
    text = _ ("A newer version of Taga wrote this file. It can be read and exported, but not "
              "changed. Update Taga to change it.");
  else if (self->store != NULL && taga_store_is_read_only (self->store))
    text = _ ("This file may only be read. It can be looked at and exported; to change it, copy it "
              "to a folder where you may write.");

  gtk_label_set_label (self->notice_label, text == NULL ? "" : text);
  gtk_revealer_set_reveal_child (self->notice, text != NULL);
}

static void
enable (TagaWindow *self, const char *const *actions, gboolean enabled)
{
  for (; *actions != NULL; actions++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), *actions, enabled);
}

/* Home, unless somebody left the file on another page. */
static void
show_first_page (TagaWindow *self)
{
  g_autofree char *page = self->store == NULL ? NULL : taga_setting_get (self->store, "page", NULL);

  if (self->store == NULL)
    taga_window_show_page (self, "start");
  else
    taga_window_show_page (self, taga_pages_find (page) < 0 ? "home" : page);
}

static void
update_store (TagaWindow *self)
{
  gboolean has_store = self->store != NULL;
  gboolean writable = has_store && !taga_store_is_read_only (self->store);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TAGA_IS_PAGE (child))
      taga_page_set_store (TAGA_PAGE (child), self->store);
  gtk_widget_set_visible (self->sidebar, has_store);
  enable (self, (const char *const[]){ "win.import", "win.add", NULL }, writable);
  enable (self,
          (const char *const[]){ "win.export", "win.search", "win.find", "win.replace",
                                 "win.inspector", "win.page", "win.stocktake", "win.trash",
                                 "win.save", "win.projector", "win.next-page", "win.previous-page",
                                 NULL },
          has_store);
  update_notice (self);
  taga_recent_menu_set_open (self->recent_menu, taga_window_get_path (self));
  show_first_page (self);
  store_changed_cb (self);
}

/* What another program did to the file shows as soon as somebody looks at it again. */
static void
active_cb (TagaWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->store != NULL && gtk_window_is_active (GTK_WINDOW (self))
      && !taga_store_refresh (self->store, &error))
    taga_ui_toast (GTK_WIDGET (self->stack), error->message);
}

/* Pages that are not needed at the start are made when they are first shown. */
static void
make_page (TagaWindow *self, const char *name)
{
  guint n;
  const TagaPageEntry *pages = taga_pages_get (&n);
  int i = taga_pages_find (name);
  GtkWidget *page;

  if (gtk_stack_get_child_by_name (self->stack, name) != NULL)
    return;

  page = g_object_new (i < 0 ? TAGA_TYPE_START_PAGE : pages[i].get_type (), NULL);
  gtk_stack_add_named (self->stack, page, name);
  if (!TAGA_IS_PAGE (page))
    return;

  taga_page_set_store (TAGA_PAGE (page), self->store);
  if (taga_projector_is_on (GTK_WIDGET (self)))
    taga_page_set_projector (TAGA_PAGE (page), TRUE);
}

static void
show_page (TagaWindow *self, const char *name)
{
  make_page (self, name);
  gtk_stack_set_visible_child_name (self->stack, name);
  taga_projector_update (GTK_WIDGET (self));
  update_title (self);
}

/* The file comes up again where it was left. A file that may only be read comes up at home. */
static void
remember_page (TagaWindow *self, const char *name)
{
  if (!taga_store_is_read_only (self->store))
    taga_setting_set (self->store, "page", g_str_equal (name, "home") ? NULL : name, NULL);
}

static void
page_selected_cb (TagaWindow *self, GtkListBoxRow *row)
{
  guint n;
  const TagaPageEntry *pages = taga_pages_get (&n);

  if (row == NULL || self->store == NULL)
    return;

  taga_window_finish_editing (self);
  show_page (self, pages[gtk_list_box_row_get_index (row)].name);
  remember_page (self, pages[gtk_list_box_row_get_index (row)].name);
}

/* Whether a text is being written. A table keeps the focus in one that waits for a first letter. */
static gboolean
is_writing (TagaWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
         && gtk_widget_get_ancestor (focus, TAGA_TYPE_GRID) == NULL;
}

/* What was undone comes into view. Who writes goes on: what is typed next must answer nothing. */
static void
undone_cb (gint64 step, gpointer user_data)
{
  TagaWindow *self = user_data;

  if (get_page (self) != NULL && !is_writing (self))
    taga_page_follow_step (get_page (self), step);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaWindow *self = TAGA_WINDOW (widget);

  if (taga_window_finish_editing (self))
    taga_undo_action_run (GTK_WIDGET (self->stack), self->store,
                          g_str_equal (action_name, "win.undo"), undone_cb, self);
}

/* Who has chosen a page wants to work on it: the keys go there. */
static void
page_activated_cb (TagaWindow *self)
{
  if (get_page (self) != NULL)
    taga_page_take_focus (get_page (self));
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

/* A link names a page, or a page and something on it: "checks/7-1". */
static void
page_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaWindow *self = TAGA_WINDOW (widget);
  g_auto (GStrv) target = g_strsplit (g_variant_get_string (parameter, NULL), "/", 2);

  if (target[0] != NULL && taga_pages_find (target[0]) >= 0 && self->store != NULL)
    taga_window_show_page (self, target[0]);
  page_activated_cb (self);
  if (target[0] != NULL && target[1] != NULL && get_page (self) != NULL)
    taga_page_show_item (get_page (self), target[1]);
}

/* What is still in a cell is kept; what the cell cannot take keeps the window, with the reason. */
static gboolean
taga_window_close_request (GtkWindow *window)
{
  const char *refusing = taga_pages_finish_editing (TAGA_WINDOW (window)->stack);

  if (refusing != NULL)
    {
      taga_window_show_page (TAGA_WINDOW (window), refusing);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (taga_window_parent_class)->close_request (window);
}

static void
taga_window_dispose (GObject *object)
{
  TagaWindow *self = TAGA_WINDOW (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_WINDOW);

  G_OBJECT_CLASS (taga_window_parent_class)->dispose (object);
}

static void
taga_window_class_init (TagaWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = taga_window_close_request;

  g_type_ensure (TAGA_TYPE_ASSET_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/taga_workbench/Taga/ui/taga-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, undo_label);
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, TagaWindow, asset_page);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  taga_window_tools_install (widget_class);
}

static void
taga_window_init (TagaWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  taga_pages_fill (self->navigation);
  taga_recent_menu_fill (self->recent_menu);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  update_store (self);
}

/**
 * taga_window_new:
 * @application: the program
 * @settings: its settings; the window keeps its size there
 *
 * Makes a window without a file.
 *
 * Returns: (transfer none): the window; the application keeps it until it is closed
 */
TagaWindow *
taga_window_new (TagaApplication *application, GSettings *settings)
{
  TagaWindow *self = g_object_new (TAGA_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);

  return self;
}

static void
person_changed_cb (TagaWindow *self)
{
  g_autofree char *person = g_settings_get_string (self->settings, "person-name");

  if (self->store != NULL)
    taga_store_set_person (self->store, *person == '\0' ? NULL : person);
}

/**
 * taga_window_open:
 * @self: a window
 * @path: a company file
 *
 * Opens a file in place of the one that the window shows. If that fails, the window says why and
 * stays as it was.
 */
void
taga_window_open (TagaWindow *self, const char *path)
{
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (taga_window_get_path (self), path) == 0)
    return;

  store = taga_store_open (path, FALSE, &error);
  if (store == NULL)
    {
      taga_ui_show_error (GTK_WIDGET (self), _ ("The file could not be opened"), error);
      return;
    }

  g_set_object (&self->store, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->settings != NULL)
    {
      g_signal_connect_object (self->settings, "changed::person-name",
                               G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
      person_changed_cb (self);
    }
  update_store (self);

  taga_recent_menu_remember (path);
}

/**
 * taga_window_get_path:
 * @self: a window
 *
 * Gets the path of the file that the window shows.
 *
 * Returns: (transfer none) (nullable): the path, or `NULL` if it shows none
 */
const char *
taga_window_get_path (TagaWindow *self)
{
  return self->store == NULL ? NULL : taga_store_get_path (self->store);
}

/**
 * taga_window_get_store:
 * @self: a window
 *
 * Gets the file that the window shows.
 *
 * Returns: (transfer none) (nullable): the store, or `NULL` if it shows none
 */
TagaStore *
taga_window_get_store (TagaWindow *self)
{
  return self->store;
}

/**
 * taga_window_show_page:
 * @self: a window
 * @name: name of a page
 *
 * Shows a page, and selects it in the sidebar.
 */
void
taga_window_show_page (TagaWindow *self, const char *name)
{
  int place = taga_pages_find (name);

  taga_window_finish_editing (self);
  show_page (self, name);
  if (place >= 0)
    gtk_list_box_select_row (self->navigation,
                             gtk_list_box_get_row_at_index (self->navigation, place));
}

/**
 * taga_window_get_content:
 * @self: a window
 *
 * Gets the part that shows the pages, over which words in passing appear.
 *
 * Returns: (transfer none): a widget
 */
GtkWidget *
taga_window_get_content (TagaWindow *self)
{
  return GTK_WIDGET (self->stack);
}

/**
 * taga_window_finish_editing:
 * @self: a window
 *
 * Keeps what is being entered in a cell, before something else is done.
 *
 * Returns: `FALSE` if the entered text was refused; the cell says why
 */
gboolean
taga_window_finish_editing (TagaWindow *self)
{
  return get_page (self) == NULL || taga_page_finish_editing (get_page (self));
}
