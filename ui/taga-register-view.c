#include "taga-register-view.h"

#include <glib/gi18n-lib.h>

/**
 * TagaRegisterView:
 *
 * A small register as a table, with its name above it, a button to add a record, and the menu of
 * what people do with rows and cells.
 */
struct _TagaRegisterView
{
  GtkBox parent_instance;

  TagaRecordTable *table;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (TagaRegisterView, taga_register_view, GTK_TYPE_BOX)

/* Goes to the row below the last one; there is nothing to be taken back as long as nothing is
 * entered. */
static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRegisterView *self = TAGA_REGISTER_VIEW (widget);
  TagaGrid *grid = taga_record_table_get_grid (self->table);
  TagaRecordClass *klass = taga_record_class_peek (taga_record_table_get_record_type (self->table));
  TagaRecordList *list = taga_record_table_get_list (self->table);

  if (list == NULL || !taga_grid_get_has_new_row (grid) || !taga_grid_finish_editing (grid))
    return;

  taga_grid_set_cursor (grid, g_list_model_get_n_items (G_LIST_MODEL (list)),
                        (guint) taga_record_class_find_field (klass, "name"));
  gtk_widget_grab_focus (GTK_WIDGET (grid));
}

static void
taga_register_view_class_init (TagaRegisterViewClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "register.add", NULL, add_action);
}

static void
taga_register_view_init (TagaRegisterView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static void
append (GMenu *section, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (section, item);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) cells = g_menu_new ();
  g_autoptr (GMenu) rows = g_menu_new ();

  append (cells, _ ("C_lear Cells"), "table.clear", "Delete");
  append (cells, _ ("Cu_t"), "table.cut", "<Control>x");
  append (cells, _ ("_Copy"), "table.copy", "<Control>c");
  append (cells, _ ("_Paste"), "table.paste", "<Control>v");
  append (rows, _ ("_Delete from the Register"), "table.remove", "<Control>minus");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (cells));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rows));

  return G_MENU_MODEL (menu);
}

/**
 * taga_register_view_new:
 * @type: the type of the records, which have names
 * @title: what the register is called
 * @add: what the button to add a record says, with a mnemonic
 * @empty: makes what stands there when there are no records
 *
 * Makes a view without a file.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_register_view_new (GType type, const char *title, const char *add, TagaRecordTableEmpty empty)
{
  TagaRegisterView *self = g_object_new (TAGA_TYPE_REGISTER_VIEW, NULL);
  g_autoptr (GMenuModel) menu = create_menu ();
  GtkWidget *content = adw_button_content_new ();

  self->table = g_object_new (TAGA_TYPE_RECORD_TABLE, "vexpand", TRUE, NULL);
  taga_record_table_set_type (self->table, type, empty);
  taga_record_table_set_menu (self->table, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (taga_record_table_get_grid (self->table)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), add);
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  self->add_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add_button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "register.add");
  taga_record_table_add_tool (self->table, self->add_button, FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->table));

  return GTK_WIDGET (self);
}

/**
 * taga_register_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets whose records to show.
 */
void
taga_register_view_set_store (TagaRegisterView *self, TagaStore *store)
{
  taga_record_table_set_store (self->table, store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.add",
                                 store != NULL && !taga_store_is_read_only (store));
}

/**
 * taga_register_view_get_table:
 * @self: a view
 *
 * Gets the table.
 *
 * Returns: (transfer none): the table
 */
TagaRecordTable *
taga_register_view_get_table (TagaRegisterView *self)
{
  return self->table;
}

/**
 * taga_register_view_set_projector:
 * @self: a view
 * @on: whether it is shown to a room
 *
 * Shows the rows alone, or all.
 */
void
taga_register_view_set_projector (TagaRegisterView *self, gboolean on)
{
  taga_record_table_set_bare (self->table, on);
}

static GtkWidget *
create_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

/**
 * taga_register_view_create_empty:
 * @is_narrowed: whether a search or filters hide all records
 * @icon: name of an icon
 * @title: what is not there
 * @description: what the register is for
 * @add: what the button says that adds the first record
 *
 * Makes what stands in the place of the rows.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
taga_register_view_create_empty (gboolean is_narrowed,
                                 const char *icon,
                                 const char *title,
                                 const char *description,
                                 const char *add)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (adw_status_page_new ());

  gtk_widget_add_css_class (GTK_WIDGET (page), "compact");
  if (is_narrowed)
    {
      adw_status_page_set_title (page, _ ("Nothing matches"));
      adw_status_page_set_description (page, _ ("Change the search or the filters, or show all."));
      adw_status_page_set_child (page,
                                 create_button (_ ("Show _All Rows (Esc)"), "table.clear-filters"));
      return GTK_WIDGET (page);
    }

  adw_status_page_set_icon_name (page, icon);
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, description);
  adw_status_page_set_child (page, create_button (add, "register.add"));

  return GTK_WIDGET (page);
}
