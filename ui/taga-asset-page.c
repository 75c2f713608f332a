#include "taga-asset-page.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-asset-columns.h"
#include "taga-asset-empty.h"
#include "taga-asset-review.h"
#include "taga-asset.h"
#include "taga-criteria.h"
#include "taga-inspector.h"
#include "taga-page.h"
#include "taga-question-dialog.h"
#include "taga-record-table.h"
#include "taga-table-follow.h"
#include "taga-ui.h"
#include "taga-undo-action.h"

/**
 * TagaAssetPage:
 *
 * 情報資産: the register of information assets as a spreadsheet, and beside it why the selected
 * asset's risk is what it is.
 */
struct _TagaAssetPage
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */

  /* Template */
  TagaRecordTable *table;
  TagaInspector *inspector;
  GtkWidget *add_button;
  GtkToggleButton *inspector_button;
  GMenuModel *row_menu;
};

static void taga_asset_page_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaAssetPage,
                               taga_asset_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE, taga_asset_page_init_page))

static TagaGrid *
get_grid (TagaAssetPage *self)
{
  return taga_record_table_get_grid (self->table);
}

static void
cursor_moved_cb (TagaAssetPage *self)
{
  g_autoptr (TagaRecord) asset = taga_grid_dup_cursor_record (get_grid (self));

  taga_inspector_set_asset (self->inspector, self->store, asset);
}

static void
selection_changed_cb (TagaAssetPage *self)
{
  TagaScope scope = taga_record_table_get_query (self->table)->scope;
  gboolean writable = self->store != NULL && !taga_store_is_read_only (self->store);
  gboolean selected = taga_grid_get_range (get_grid (self), &(TagaGridRange){ 0 });

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.retire",
                                 writable && selected && scope != TAGA_SCOPE_RETIRED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.restore",
                                 writable && selected && scope != TAGA_SCOPE_IN_USE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.review", writable && selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.questions", writable && selected);
}

static void
review_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (widget);
  g_autoptr (GArray) ids = taga_record_table_list_selected (self->table);

  if (taga_grid_finish_editing (get_grid (self)))
    taga_asset_review_run (widget, self->store, ids, g_variant_get_string (parameter, NULL));
}

/* By the column of the cursor, or all three of them. */
static void
question_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (widget);
  g_autoptr (TagaRecord) asset = NULL;
  guint field;

  if (!taga_grid_finish_editing (get_grid (self))
      || !taga_grid_get_cursor (get_grid (self), NULL, &field))
    return;

  asset = taga_grid_dup_cursor_record (get_grid (self));
  if (asset != NULL)
    taga_question_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->store,
                                  taga_record_get_id (asset), field);
}

static void
criteria_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (widget);
  guint field = TAGA_ASSET_CONFIDENTIALITY;

  taga_grid_get_cursor (get_grid (self), NULL, &field);
  if (self->store != NULL)
    taga_criteria_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->store, field);
}

/* To and fro between the table and what explains its row. */
static void
other_part_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->inspector)))
    {
      gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
      return;
    }

  gtk_toggle_button_set_active (self->inspector_button, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->inspector), GTK_DIR_TAB_FORWARD);
}

static void
retire_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (widget);
  g_autoptr (GArray) ids = taga_record_table_list_selected (self->table);
  gboolean retire = g_str_equal (action_name, "asset.retire");
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (ids->len == 0)
    return;

  done =
      taga_action_retire (self->store, (gint64 *) (gpointer) ids->data, ids->len, retire, &error);
  taga_ui_report (GTK_WIDGET (self), done, error);
  if (done)
    taga_undo_action_announce (GTK_WIDGET (self), self->store);
}

static void
taga_asset_page_dispose (GObject *object)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (object);

  if (self->table != NULL)
    taga_page_set_store (TAGA_PAGE (self), NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_ASSET_PAGE);

  G_OBJECT_CLASS (taga_asset_page_parent_class)->dispose (object);
}

static void
taga_asset_page_class_init (TagaAssetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_asset_page_dispose;

  g_type_ensure (TAGA_TYPE_RECORD_TABLE);
  g_type_ensure (TAGA_TYPE_INSPECTOR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-asset-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, table);
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, TagaAssetPage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);

  gtk_widget_class_install_action (widget_class, "asset.retire", NULL, retire_action);
  gtk_widget_class_install_action (widget_class, "asset.restore", NULL, retire_action);
  gtk_widget_class_install_action (widget_class, "asset.other-part", NULL, other_part_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "asset.other-part", NULL);
  gtk_widget_class_install_action (widget_class, "asset.questions", NULL, question_action);
  gtk_widget_class_install_action (widget_class, "asset.criteria", NULL, criteria_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_q, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "asset.questions", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, GDK_SHIFT_MASK, "asset.criteria",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "asset.review", "s", review_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "asset.review", "s", "confirmed");
}

static void
taga_asset_page_init (TagaAssetPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  taga_record_table_set_type (self->table, TAGA_TYPE_ASSET, taga_asset_empty_new);
  taga_record_table_set_menu (self->table, self->row_menu);
  taga_record_table_add_tool (self->table, self->add_button, FALSE);
  taga_record_table_add_tool (self->table, GTK_WIDGET (self->inspector_button), TRUE);
  taga_asset_columns_apply (get_grid (self));
}

static void
taga_asset_page_set_store (TagaPage *page, TagaStore *store)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (page);

  taga_inspector_set_asset (self->inspector, NULL, NULL);
  g_set_object (&self->store, store);
  taga_record_table_set_store (self->table, store);
  if (store == NULL)
    return;

  taga_grid_set_cursor (get_grid (self), 0, TAGA_ASSET_NAME);
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
}

static void
taga_asset_page_take_focus (TagaPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (TAGA_ASSET_PAGE (page))));
}

static void
taga_asset_page_search (TagaPage *page)
{
  taga_record_table_search (TAGA_ASSET_PAGE (page)->table);
}

static gboolean
taga_asset_page_finish_editing (TagaPage *page)
{
  return taga_grid_finish_editing (get_grid (TAGA_ASSET_PAGE (page)));
}

static void
taga_asset_page_follow_step (TagaPage *page, gint64 step)
{
  taga_table_follow_step (TAGA_ASSET_PAGE (page)->table, step);
}

static void
taga_asset_page_set_projector (TagaPage *page, gboolean on)
{
  gtk_toggle_button_set_active (TAGA_ASSET_PAGE (page)->inspector_button, !on);
  taga_record_table_set_bare (TAGA_ASSET_PAGE (page)->table, on);
}

static void
show_medium (TagaAssetPage *self, const char *medium)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  TagaFilter *filter = taga_filter_new (TAGA_ASSET_MEDIUM);
  const char *const keys[] = { medium, NULL };

  query->scope = TAGA_SCOPE_IN_USE;
  filter->keys = g_strdupv ((char **) keys);
  taga_query_set_filter (query, filter);
  taga_record_table_set_query (self->table, query);
}

/* Links lead to an asset by its number, to the assets of a medium, "medium=server", or to a view by
 * its key, "view=overdue". */
static void
taga_asset_page_show_item (TagaPage *page, const char *item)
{
  TagaAssetPage *self = TAGA_ASSET_PAGE (page);

  if (self->store == NULL || !taga_grid_finish_editing (get_grid (self)))
    return;

  if (g_str_has_prefix (item, "medium="))
    show_medium (self, item + strlen ("medium="));
  else if (g_str_has_prefix (item, "view="))
    taga_record_table_show_view (self->table, item + strlen ("view="));
  else if (g_ascii_isdigit (*item))
    taga_record_table_go_to (self->table, g_ascii_strtoll (item, NULL, 10), TAGA_ASSET_NAME);
}

static void
taga_asset_page_init_page (TagaPageInterface *iface)
{
  iface->set_store = taga_asset_page_set_store;
  iface->take_focus = taga_asset_page_take_focus;
  iface->search = taga_asset_page_search;
  iface->finish_editing = taga_asset_page_finish_editing;
  iface->show_item = taga_asset_page_show_item;
  iface->follow_step = taga_asset_page_follow_step;
  iface->set_projector = taga_asset_page_set_projector;
}

/**
 * taga_asset_page_get_table:
 * @self: a page
 *
 * Gets the table.
 *
 * Returns: (transfer none): the table
 */
TagaRecordTable *
taga_asset_page_get_table (TagaAssetPage *self)
{
  return self->table;
}

/* Where what is retired shows, new assets would not: all that is in use comes back. */
static void
show_new_row (TagaAssetPage *self)
{
  g_autoptr (TagaQuery) query = NULL;

  if (taga_grid_get_has_new_row (get_grid (self)))
    return;

  query = taga_query_new ();
  query->scope = TAGA_SCOPE_IN_USE;
  taga_record_table_set_query (self->table, query);
}

/**
 * taga_asset_page_add:
 * @self: a page
 *
 * Goes to the row below the last asset, to enter a new one's name. There is nothing to be taken
 * back as long as nothing is entered.
 */
void
taga_asset_page_add (TagaAssetPage *self)
{
  GtkWidget *grid = GTK_WIDGET (get_grid (self));

  if (!taga_grid_finish_editing (get_grid (self)))
    return;

  show_new_row (self);
  taga_grid_set_cursor (
      get_grid (self),
      g_list_model_get_n_items (G_LIST_MODEL (taga_record_table_get_list (self->table))),
      TAGA_ASSET_NAME);
  gtk_widget_grab_focus (grid);
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
