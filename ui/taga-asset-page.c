#include "taga-asset-page.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-asset-columns.h"
#include "taga-asset-edit.h"
#include "taga-asset-empty.h"
#include "taga-asset-paste.h"
#include "taga-asset.h"
#include "taga-filter-popover.h"
#include "taga-grid.h"
#include "taga-inspector.h"
#include "taga-popover.h"
#include "taga-record-cells.h"
#include "taga-record-list.h"
#include "taga-ui.h"
#include "taga-undo-action.h"

/**
 * TagaAssetPage:
 *
 * 情報資産: the register of information assets as a spreadsheet, with search, filters and sorting,
 * and beside it why the selected asset's risk is what it is.
 */
struct _TagaAssetPage
{
  AdwBin parent_instance;

  TagaStore *store;     /* (owned) (nullable) */
  TagaRecordList *list; /* (owned) (nullable) */
  TagaQuery *query;     /* (owned) */

  /* Template */
  TagaGrid *grid;
  TagaInspector *inspector;
  GtkToggleButton *inspector_button;
  GtkSearchEntry *search;
  GtkDropDown *scope;
  GtkWidget *clear_filters;
  GtkLabel *count;
  GMenuModel *row_menu;
};

G_DEFINE_FINAL_TYPE (TagaAssetPage, taga_asset_page, ADW_TYPE_BIN)

static gboolean
is_narrowed (TagaAssetPage *self)
{
  return self->query->filters->len > 0
         || (self->query->search != NULL && *self->query->search != '\0');
}

static void
update_count (TagaAssetPage *self)
{
  guint shown = self->list == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gint64 all = self->store == NULL ? 0 : taga_store_count (self->store, TAGA_TYPE_ASSET, NULL);
  g_autofree char *text = NULL;

  if (is_narrowed (self))
    /* Translators: of so many assets in use, so many are shown */
    text = g_strdup_printf (_ ("%u of %lld"), shown, (long long) all);
  else
    text = g_strdup_printf (ngettext ("%u asset", "%u assets", shown), shown);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (self->clear_filters, is_narrowed (self));
}

static void
run_query (TagaAssetPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->list == NULL)
    return;

  if (!taga_record_list_set_query (self->list, self->query, &error))
    {
      taga_ui_toast (GTK_WIDGET (self), error->message);
      return;
    }

  taga_record_cells_show_query (self->grid, taga_record_class_peek (TAGA_TYPE_ASSET), self->query);
  taga_grid_set_placeholder (self->grid, taga_asset_empty_new (is_narrowed (self)));
  update_count (self);
}

static void
query_changed_cb (TagaAssetPage *self)
{
  static const TagaScope scopes[] = { TAGA_SCOPE_IN_USE, TAGA_SCOPE_RETIRED, TAGA_SCOPE_ALL };

  g_free (self->query->search);
  self->query->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  self->query->scope = scopes[MIN (gtk_drop_down_get_selected (self->scope), 2)];
  run_query (self);
}

static void
search_stopped_cb (TagaAssetPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
search_activated_cb (TagaAssetPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
sort_requested_cb (TagaAssetPage *self, guint field, gboolean add)
{
  taga_query_toggle_sort (self->query, field, add);
  run_query (self);
}

static void
filter_made_cb (TagaFilter *filter, guint field, gpointer user_data)
{
  TagaAssetPage *self = user_data;

  if (filter == NULL)
    taga_query_clear_filter (self->query, field);
  else
    taga_query_set_filter (self->query, filter);
  run_query (self);
}

static void
header_menu_cb (TagaAssetPage *self, guint field, const GdkRectangle *rectangle)
{
  if (self->store == NULL)
    return;

  /* Who looks for risks looks for 大, not for numbers from 6 on. */
  if (field == TAGA_ASSET_RISK)
    field = TAGA_ASSET_BAND;

  taga_popover_show (GTK_WIDGET (self->grid),
                     taga_filter_popover_new (taga_store_get_edition (self->store),
                                              taga_record_class_peek (TAGA_TYPE_ASSET), field,
                                              taga_query_get_filter (self->query, field),
                                              filter_made_cb, self),
                     rectangle);
}

static void
context_menu_cb (TagaAssetPage *self, const GdkRectangle *rectangle)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (self->row_menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  taga_popover_show (GTK_WIDGET (self->grid), popover, rectangle);
}

static void
cursor_moved_cb (TagaAssetPage *self)
{
  g_autoptr (TagaRecord) asset = taga_grid_dup_cursor_record (self->grid);

  taga_inspector_set_asset (self->inspector, self->store, asset);
}

static void
selection_changed_cb (TagaAssetPage *self)
{
  gboolean writable = self->store != NULL && !taga_store_is_read_only (self->store);
  gboolean selected = taga_grid_get_range (self->grid, &(TagaGridRange){ 0 });

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.retire",
                                 writable && selected && self->query->scope != TAGA_SCOPE_RETIRED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.restore",
                                 writable && selected && self->query->scope != TAGA_SCOPE_IN_USE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.remove", writable && selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.clear", writable && selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.copy", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.cut", writable && selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.paste", writable && selected);
}

static void
clear_requested_cb (TagaAssetPage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = taga_asset_edit_clear (self->grid, self->store, self->list, &error);

  taga_ui_report (GTK_WIDGET (self), done, error);
}

static void
copy_requested_cb (TagaAssetPage *self)
{
  taga_asset_edit_copy (self->grid, self->store);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaAssetPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  gboolean done;

  if (text == NULL || self->store == NULL)
    return;

  done = taga_asset_paste (self->grid, self->store, self->list, text, &error);
  taga_ui_report (GTK_WIDGET (self), done, error);
}

static void
paste_requested_cb (TagaAssetPage *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

static void
cut_requested_cb (TagaAssetPage *self)
{
  copy_requested_cb (self);
  clear_requested_cb (self);
}

static void
cells_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (widget);

  if (g_str_equal (action_name, "asset.clear"))
    clear_requested_cb (self);
  else if (g_str_equal (action_name, "asset.copy"))
    copy_requested_cb (self);
  else if (g_str_equal (action_name, "asset.cut"))
    cut_requested_cb (self);
  else
    paste_requested_cb (self);
}

static void
retire_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (widget);
  gboolean retire = g_str_equal (action_name, "asset.retire");
  g_autoptr (GError) error = NULL;
  gboolean done = taga_asset_edit_retire (self->grid, self->store, self->list, retire, &error);

  taga_ui_report (GTK_WIDGET (self), done, error);
  if (done)
    taga_undo_action_announce (GTK_WIDGET (self), self->store);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gboolean done = taga_asset_edit_remove (self->grid, self->store, self->list, &error);

  taga_ui_report (GTK_WIDGET (self), done, error);
  if (done)
    taga_undo_action_announce (GTK_WIDGET (self), self->store);
}

static void
clear_filters_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (widget);

  g_ptr_array_set_size (self->query->filters, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  query_changed_cb (self);
}

static void
store_changed_cb (TagaAssetPage *self)
{
  update_count (self);
}

static void
taga_asset_page_dispose (GObject *object)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (object);

  if (self->grid != NULL)
    taga_asset_page_set_store (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_ASSET_PAGE);

  G_OBJECT_CLASS (taga_asset_page_parent_class)->dispose (object);
}

static void
taga_asset_page_finalize (GObject *object)
{
  taga_query_free (TAGA_ASSET_PAGE (object)->query);

  G_OBJECT_CLASS (taga_asset_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, grid);
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, search);
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, scope);
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, clear_filters);
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, count);
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, context_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "refused_cb",
                                                G_CALLBACK (taga_ui_toast));
  gtk_widget_class_bind_template_callback (widget_class, clear_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, cut_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_requested_cb);
}

static void
taga_asset_page_class_init (TagaAssetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_asset_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = taga_asset_page_finalize;

  g_type_ensure (TAGA_TYPE_GRID);
  g_type_ensure (TAGA_TYPE_INSPECTOR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-asset-page.ui");
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "asset.retire", NULL, retire_action);
  gtk_widget_class_install_action (widget_class, "asset.restore", NULL, retire_action);
  gtk_widget_class_install_action (widget_class, "asset.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "asset.clear", NULL, cells_action);
  gtk_widget_class_install_action (widget_class, "asset.copy", NULL, cells_action);
  gtk_widget_class_install_action (widget_class, "asset.cut", NULL, cells_action);
  gtk_widget_class_install_action (widget_class, "asset.paste", NULL, cells_action);
  gtk_widget_class_install_action (widget_class, "asset.clear-filters", NULL, clear_filters_action);
}

static void
taga_asset_page_init (TagaAssetPage *self)
{
  self->query = taga_query_new ();
  self->query->scope = TAGA_SCOPE_IN_USE;
  gtk_widget_init_template (GTK_WIDGET (self));
  taga_asset_columns_apply (self->grid);
}

/**
 * taga_asset_page_set_store:
 * @self: a page
 * @store: (nullable): the company file
 *
 * Sets whose assets to show.
 */
void
taga_asset_page_set_store (TagaAssetPage *self, TagaStore *store)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);

  taga_inspector_set_asset (self->inspector, NULL, NULL);
  taga_grid_set_model (self->grid, NULL);
  g_clear_object (&self->list);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;

  self->list = taga_record_list_new (store, TAGA_TYPE_ASSET);
  taga_record_cells_attach (self->grid, store, self->list);
  taga_grid_set_model (self->grid, G_LIST_MODEL (self->list));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  run_query (self);
  selection_changed_cb (self);
  taga_grid_set_cursor (self->grid, 0, TAGA_ASSET_NAME);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/**
 * taga_asset_page_add:
 * @self: a page
 *
 * Adds an asset and starts to enter its name.
 */
void
taga_asset_page_add (TagaAssetPage *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *focus;
  gint64 id, position;

  if (!taga_grid_finish_editing (self->grid))
    return;

  if (gtk_drop_down_get_selected (self->scope) == 1)
    gtk_drop_down_set_selected (self->scope, 0);

  if (!taga_asset_edit_add (self->store, &id, &error))
    {
      taga_ui_report (GTK_WIDGET (self), FALSE, error);
      return;
    }

  position = taga_record_list_find (self->list, id);
  if (position >= 0)
    taga_grid_set_cursor (self->grid, (guint) position, TAGA_ASSET_NAME);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  taga_grid_edit (self->grid);

  /* What is typed takes the place of the name that stands there. */
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (GTK_IS_EDITABLE (focus))
    gtk_editable_select_region (GTK_EDITABLE (focus), 0, -1);
}

/**
 * taga_asset_page_focus:
 * @self: a page
 *
 * Goes to the table.
 */
void
taga_asset_page_focus (TagaAssetPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/**
 * taga_asset_page_search:
 * @self: a page
 *
 * Goes to the search.
 */
void
taga_asset_page_search (TagaAssetPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * taga_asset_page_toggle_inspector:
 * @self: a page
 *
 * Shows or hides why the risk is what it is.
 */
void
taga_asset_page_toggle_inspector (TagaAssetPage *self)
{
  gtk_toggle_button_set_active (self->inspector_button,
                                !gtk_toggle_button_get_active (self->inspector_button));
}

/**
 * taga_asset_page_finish_editing:
 * @self: a page
 *
 * Keeps what is being entered in a cell, before something else is done.
 *
 * Returns: `FALSE` if the entered text was refused; the cell says why
 */
gboolean
taga_asset_page_finish_editing (TagaAssetPage *self)
{
  return taga_grid_finish_editing (self->grid);
}
