#include "taga-window-tools.h"

#include <glib/gi18n-lib.h>

#include "taga-asset-page.h"
#include "taga-export-action.h"
#include "taga-file-dialog.h"
#include "taga-import-dialog.h"
#include "taga-page.h"
#include "taga-pages.h"
#include "taga-projector.h"
#include "taga-shortcuts.h"
#include "taga-stocktake-dialog.h"
#include "taga-trash-window.h"
#include "taga-ui.h"
#include "taga-window.h"

/* What the window opens over its pages: each works on the company file and knows no page. */

static void
import_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaWindow) window = user_data;
  g_autoptr (GFile) file = taga_file_dialog_open_finish (result, NULL);

  if (file != NULL && taga_window_get_store (window) != NULL)
    taga_import_dialog_present (GTK_WINDOW (window), taga_window_get_store (window), file);
}

static void
choose_import (GtkWindow *window, TagaStore *store)
{
  static const TagaFileKind kinds[] = { TAGA_FILE_TABLE, TAGA_FILE_ANY };

  taga_file_dialog_open (window, _ ("Import a register"), kinds, G_N_ELEMENTS (kinds),
                         import_chosen_cb, g_object_ref (window));
}

static void
export_register (GtkWindow *window, TagaStore *store)
{
  taga_export_action_run (taga_window_get_content (TAGA_WINDOW (window)), store);
}

static const struct
{
  const char *action;
  void (*present) (GtkWindow *window, TagaStore *store);
} tools[] = {
  { "win.import", choose_import },
  { "win.export", export_register },
  { "win.stocktake", taga_stocktake_present },
  { "win.trash", taga_trash_present },
};

static void
tool_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaWindow *window = TAGA_WINDOW (widget);
  TagaStore *store = taga_window_get_store (window);

  if (store == NULL || !taga_window_finish_editing (window))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (g_str_equal (tools[i].action, action_name))
      tools[i].present (GTK_WINDOW (window), store);
}

/* Who saves out of habit is told that there is nothing to save. */
static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaWindow *window = TAGA_WINDOW (widget);

  if (taga_window_finish_editing (window))
    taga_ui_toast (taga_window_get_content (window),
                   _ ("Everything is saved already: each step is on disk when it is done."));
}

/* The register is there from the start. */
static TagaAssetPage *
show_assets (GtkWidget *window)
{
  GtkStack *stack = GTK_STACK (taga_window_get_content (TAGA_WINDOW (window)));

  taga_window_show_page (TAGA_WINDOW (window), "assets");
  return TAGA_ASSET_PAGE (gtk_stack_get_child_by_name (stack, "assets"));
}

static void
add_action (GtkWidget *window, const char *action_name, GVariant *parameter)
{
  taga_asset_page_add (show_assets (window));
}

/* A page that has a search of its own is searched; from the others it is the register. */
static void
search_action (GtkWidget *window, const char *action_name, GVariant *parameter)
{
  GtkStack *stack = GTK_STACK (taga_window_get_content (TAGA_WINDOW (window)));
  GtkWidget *page = gtk_stack_get_visible_child (stack);

  if (!TAGA_IS_PAGE (page) || !taga_page_search (TAGA_PAGE (page)))
    taga_page_search (TAGA_PAGE (show_assets (window)));
}

/* What the table does itself that the user is in; from elsewhere it is that of the register. */
static void
table_action (GtkWidget *window, const char *action_name, GVariant *parameter)
{
  const char *name = g_str_equal (action_name, "win.find") ? "table.find" : "table.replace";
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (focus == NULL || !gtk_widget_activate_action (focus, name, NULL))
    gtk_widget_activate_action (GTK_WIDGET (taga_asset_page_get_table (show_assets (window))), name,
                                NULL);
}

static void
inspector_action (GtkWidget *window, const char *action_name, GVariant *parameter)
{
  taga_asset_page_toggle_inspector (show_assets (window));
}

/* As the sheets of a workbook follow each other. */
static void
turn_page_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaWindow *window = TAGA_WINDOW (widget);
  guint n;
  const TagaPageEntry *pages = taga_pages_get (&n);
  GtkWidget *stack = taga_window_get_content (window);
  int place = taga_pages_find (gtk_stack_get_visible_child_name (GTK_STACK (stack)));

  place += g_str_equal (action_name, "win.next-page") ? 1 : -1;
  if (place >= 0 && place < (int) n)
    gtk_widget_activate_action (widget, "win.page", "s", pages[place].name);
}

static void
shortcuts_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  taga_shortcuts_present (GTK_WINDOW (widget));
}

/* Who closes the menu goes on where they were. */
static void
menu_closed_cb (GtkWidget *button)
{
  gtk_widget_activate_action (button, "win.page", "s", "");
}

static void
menu_realized_cb (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  g_signal_handlers_disconnect_by_func (popover, menu_closed_cb, button);
  g_signal_connect_object (popover, "closed", G_CALLBACK (menu_closed_cb), button,
                           G_CONNECT_SWAPPED);
}

static void
set_other_rows_focusable (GtkListBox *navigation, gboolean focusable)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (navigation, i)) != NULL; i++)
    if (!gtk_list_box_row_is_selected (row))
      gtk_widget_set_focusable (GTK_WIDGET (row), focusable);
}

/* The pages are one stop of the Tab key, which passes by them; a list would go through its rows,
 * and a row that comes to have the focus shows its page. Arrow keys do that. */
static gboolean
page_key_cb (GtkEventController *keys, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *navigation = gtk_event_controller_get_widget (keys);
  gboolean back = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_KP_Tab && keyval != GDK_KEY_ISO_Left_Tab)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  set_other_rows_focusable (GTK_LIST_BOX (navigation), FALSE);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (navigation)),
                          back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  set_other_rows_focusable (GTK_LIST_BOX (navigation), TRUE);
  return GDK_EVENT_STOP;
}

/**
 * taga_window_tools_install:
 * @widget_class: the class of the window
 *
 * Gives windows the actions `win.add`, `win.search`, `win.find`, `win.replace` and `win.inspector`,
 * which lead to the register, `win.import`, `win.export`, `win.stocktake`, `win.trash`,
 * `win.next-page`, `win.previous-page`, `win.projector`, `win.save` and `win.shortcuts`. Esc,
 * wherever nothing else takes it, leads back to the page.
 */
void
taga_window_tools_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_widget_class_install_action (widget_class, tools[i].action, NULL, tool_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "win.replace", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "win.inspector", NULL, inspector_action);
  gtk_widget_class_install_action (widget_class, "win.next-page", NULL, turn_page_action);
  gtk_widget_class_install_action (widget_class, "win.previous-page", NULL, turn_page_action);
  taga_projector_install (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, menu_realized_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.page", "s", "");
  gtk_widget_class_bind_template_callback (widget_class, page_key_cb);
}
