#include <glib/gi18n-lib.h>

#include "taga-columns-dialog.h"
#include "taga-record-table-private.h"

/* What the line above a table, its menu of views and its keys do to the table as a whole. */

static void
clear_filters_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRecordTable *self = TAGA_RECORD_TABLE (widget);
  g_autoptr (TagaQuery) query = taga_query_copy (self->query);

  g_ptr_array_set_size (query->filters, 0);
  g_clear_pointer (&query->search, g_free);
  taga_record_table_set_query (self, query);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
find_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRecordTable *self = TAGA_RECORD_TABLE (widget);

  if (taga_grid_finish_editing (self->grid))
    taga_find_bar_open (self->find_bar, g_str_equal (action_name, "table.replace"));
}

static void
find_next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRecordTable *self = TAGA_RECORD_TABLE (widget);

  if (self->list != NULL)
    taga_find_bar_go (self->find_bar, g_str_equal (action_name, "table.find-previous"));
}

static void
columns_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaRecordTable *self = TAGA_RECORD_TABLE (widget);

  if (self->list == NULL || !taga_grid_finish_editing (self->grid))
    return;

  /* Where the keys are when the dialog closes. */
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  taga_columns_dialog_present (self, self->columns);
}

/**
 * taga_record_table_install_tools:
 * @widget_class: the class of the table
 *
 * Gives tables the actions `table.clear-filters`, `table.columns`, `table.find`, `table.replace`,
 * `table.find-next` and `table.find-previous`, and the keys that go on finding.
 */
void
taga_record_table_install_tools (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "table.columns", NULL, columns_action);
  gtk_widget_class_install_action (widget_class, "table.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "table.replace", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "table.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "table.find-previous", NULL, find_next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "table.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK,
                                       "table.find-previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "table.find-next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "table.find-previous", NULL);
}

static void
show_again_cb (AdwToast *toast, gpointer user_data)
{
  TagaRecordTable *self = user_data;
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toast), "field"));

  taga_grid_set_column_visible (self->grid, field, TRUE);
  taga_table_columns_save (self->columns);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* How a file is looked at is no step, and undo would take back something else. */
static void
announce_hidden (TagaRecordTable *self, guint field)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *text = g_strdup_printf (_ ("The column “%s” is hidden. “View” has all columns."),
                                           taga_grid_get_column (self->grid, field)->title);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("Show _Again"));
  g_object_set_data (G_OBJECT (toast), "field", GUINT_TO_POINTER (field));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_again_cb), self, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/**
 * taga_record_table_hide_column:
 * @self: a table
 * @field: the field of a column
 *
 * Hides a column, and remembers it. The last one stays.
 */
void
taga_record_table_hide_column (TagaRecordTable *self, guint field)
{
  if (taga_grid_get_n_shown_columns (self->grid) < 2)
    return;

  taga_grid_set_column_visible (self->grid, field, FALSE);
  taga_table_columns_save (self->columns);
  announce_hidden (self, field);
}

/**
 * taga_record_table_show_view:
 * @self: a table that shows a file
 * @view: key of a view of the register
 *
 * Shows the rows by a view that has a name, as if it were chosen in the menu of views.
 */
void
taga_record_table_show_view (TagaRecordTable *self, const char *view)
{
  gtk_widget_activate_action (GTK_WIDGET (self->views), "views.show", "s", view);
}
