#include "taga-record-table-private.h"

#include <glib/gi18n-lib.h>

#include "taga-popover.h"
#include "taga-record-cells.h"
#include "taga-table-actions.h"
#include "taga-table-filter.h"
#include "taga-table-hint.h"
#include "taga-ui.h"

/**
 * TagaRecordTable:
 *
 * A register as a spreadsheet: the grid with a search, filters and an order, the line that says how
 * many of how many are shown, and what people do with cells and rows. It takes any record type; a
 * page adds what is its own.
 *
 * Its actions are called `table.copy` and so on, see [func@table_actions_install].
 */
G_DEFINE_FINAL_TYPE (TagaRecordTable, taga_record_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_CURSOR_MOVED,
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_QUERY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_narrowed (TagaRecordTable *self)
{
  return self->query->filters->len > 0
         || (self->query->search != NULL && *self->query->search != '\0');
}

/* How many of how many, beside the line that says why. */
static void
update_count (TagaRecordTable *self)
{
  guint shown = self->list == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint all = self->list == NULL ? 0 : taga_record_list_count_scope (self->list);
  g_autofree char *text = NULL;

  if (is_narrowed (self))
    /* Translators: so many rows are shown, of so many */
    text = g_strdup_printf (_ ("%u of %u rows"), shown, all);
  else
    text = g_strdup_printf (ngettext ("%u row", "%u rows", shown), shown);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (self->clear_filters, is_narrowed (self));
}

/* A view that goes by a rule explains it; else the keys that help with what is selected. */
static void
update_hint (TagaRecordTable *self)
{
  const char *rule = taga_view_menu_get_rule (self->views);

  gtk_label_set_label (self->hint, rule != NULL ? rule : taga_table_hint_choose (self));
}

/* After a step, or when another program has changed the file. */
static void
store_changed_cb (TagaRecordTable *self)
{
  update_count (self);
  taga_view_menu_reset (self->views);
  update_hint (self);
  taga_find_bar_rows_changed (self->find_bar);
}

static void
run_query (TagaRecordTable *self)
{
  g_autoptr (GError) error = NULL;

  if (self->list == NULL)
    return;

  if (!taga_record_list_set_query (self->list, self->query, &error))
    {
      taga_ui_toast (GTK_WIDGET (self), error->message);
      return;
    }

  taga_grid_set_has_new_row (
      self->grid, self->aspect == NULL && taga_record_cells_can_add (self->store, self->query));
  taga_record_cells_show_query (self->grid, taga_record_class_peek (self->type), self->query);
  if (self->empty != NULL)
    taga_grid_set_placeholder (self->grid, self->empty (is_narrowed (self)));
  update_count (self);
  taga_view_menu_update (self->views);
  update_hint (self);
  taga_find_bar_rows_changed (self->find_bar);
  g_signal_emit (self, signals[SIGNAL_QUERY_CHANGED], 0);
}

/* The search tells of a text with some delay, also of one that it was given. */
static void
bar_changed_cb (TagaRecordTable *self)
{
  g_autofree char *before = g_strdup (self->query->search == NULL ? "" : self->query->search);
  TagaScope scope = self->query->scope;

  taga_table_bar_read_query (self->bar, self->query);
  if (scope != self->query->scope || !g_str_equal (before, self->query->search))
    run_query (self);
}

static void
leave_cb (TagaRecordTable *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
sort_requested_cb (TagaRecordTable *self, guint field, gboolean add)
{
  taga_query_toggle_sort (self->query, field, add);
  run_query (self);
}

static void
header_menu_cb (TagaRecordTable *self, guint field, const GdkRectangle *rectangle)
{
  if (self->store != NULL)
    taga_table_filter_show (self, field, rectangle);
}

static void
context_menu_cb (TagaRecordTable *self, const GdkRectangle *rectangle)
{
  GtkWidget *popover;

  if (self->menu == NULL)
    return;

  popover = gtk_popover_menu_new_from_model (self->menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  taga_popover_show (GTK_WIDGET (self->grid), popover, rectangle);
}

static void
cursor_moved_cb (TagaRecordTable *self)
{
  taga_find_bar_update (self->find_bar);
  g_signal_emit (self, signals[SIGNAL_CURSOR_MOVED], 0);
}

static void
selection_changed_cb (TagaRecordTable *self)
{
  taga_table_actions_update (self);
  update_hint (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
taga_record_table_dispose (GObject *object)
{
  TagaRecordTable *self = TAGA_RECORD_TABLE (object);

  if (self->grid != NULL)
    {
      taga_record_table_set_store (self, NULL);
      g_clear_pointer (&self->columns, taga_table_columns_free);
    }
  g_clear_object (&self->menu);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_RECORD_TABLE);

  G_OBJECT_CLASS (taga_record_table_parent_class)->dispose (object);
}

static void
taga_record_table_finalize (GObject *object)
{
  TagaRecordTable *self = TAGA_RECORD_TABLE (object);

  taga_query_free (self->query);
  taga_query_free (self->usual);
  g_free (self->aspect);

  G_OBJECT_CLASS (taga_record_table_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TagaRecordTable, grid);
  gtk_widget_class_bind_template_child (widget_class, TagaRecordTable, bar);
  gtk_widget_class_bind_template_child (widget_class, TagaRecordTable, find_bar);
  gtk_widget_class_bind_template_child (widget_class, TagaRecordTable, status);
  gtk_widget_class_bind_template_child (widget_class, TagaRecordTable, hint);
  gtk_widget_class_bind_template_child (widget_class, TagaRecordTable, count);
  gtk_widget_class_bind_template_child (widget_class, TagaRecordTable, clear_filters);
  gtk_widget_class_bind_template_callback (widget_class, bar_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, context_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "refused_cb",
                                                G_CALLBACK (taga_ui_toast));
}

static void
taga_record_table_class_init (TagaRecordTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_record_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = taga_record_table_finalize;

  /**
   * TagaRecordTable::cursor-moved:
   *
   * The cursor is on another cell.
   */
  signals[SIGNAL_CURSOR_MOVED] =
      g_signal_new ("cursor-moved", TAGA_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  /**
   * TagaRecordTable::selection-changed:
   *
   * Other cells are selected, or another file is shown.
   */
  signals[SIGNAL_SELECTION_CHANGED] =
      g_signal_new ("selection-changed", TAGA_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);

  /**
   * TagaRecordTable::query-changed:
   *
   * Other records are shown, or in another order.
   */
  signals[SIGNAL_QUERY_CHANGED] =
      g_signal_new ("query-changed", TAGA_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  g_type_ensure (TAGA_TYPE_FIND_BAR);
  g_type_ensure (TAGA_TYPE_GRID);
  g_type_ensure (TAGA_TYPE_TABLE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-record-table.ui");
  bind_template (widget_class);
  taga_record_table_install_tools (widget_class);
  taga_table_actions_install (widget_class);
}

static void
taga_record_table_init (TagaRecordTable *self)
{
  self->usual = taga_query_new ();
  self->usual->scope = TAGA_SCOPE_IN_USE;
  self->query = taga_query_copy (self->usual);
  gtk_widget_init_template (GTK_WIDGET (self));
  taga_find_bar_set_table (self->find_bar, self);
  self->columns = taga_table_columns_new (self);
  self->views = TAGA_VIEW_MENU (taga_view_menu_new (self));
  taga_table_bar_set_views (self->bar, GTK_WIDGET (self->views));
  taga_table_actions_connect (self, self->grid);
}

/**
 * taga_record_table_set_type:
 * @self: a table without a file
 * @type: the type of the records
 * @empty: (nullable): makes what stands there when there are no rows
 *
 * Sets what the rows are. The columns are those of the type's field table until the page gives the
 * grid others.
 */
void
taga_record_table_set_type (TagaRecordTable *self, GType type, TagaRecordTableEmpty empty)
{
  TagaRecordClass *klass = taga_record_class_peek (type);

  g_return_if_fail (self->store == NULL);

  self->type = type;
  self->empty = empty;
  taga_grid_set_columns_from_class (self->grid, klass);
  taga_table_bar_set_scoped (self->bar, taga_record_class_find_field (klass, "retired-on") >= 0);
}

/**
 * taga_record_table_get_record_type:
 * @self: a table
 *
 * Gets what the rows are.
 *
 * Returns: the type of the records
 */
GType
taga_record_table_get_record_type (TagaRecordTable *self)
{
  return self->type;
}

/**
 * taga_record_table_set_menu:
 * @self: a table
 * @menu: the menu of the selected cells and rows
 *
 * Sets what a right click or Shift+F10 shows.
 */
void
taga_record_table_set_menu (TagaRecordTable *self, GMenuModel *menu)
{
  g_set_object (&self->menu, menu);
}

/**
 * taga_record_table_add_tool:
 * @self: a table
 * @tool: (transfer floating): a control
 * @at_end: whether it stands behind the search instead of before it
 *
 * Adds a control of the page to the line above the grid.
 */
void
taga_record_table_add_tool (TagaRecordTable *self, GtkWidget *tool, gboolean at_end)
{
  taga_table_bar_add_tool (self->bar, tool, at_end);
}

/**
 * taga_record_table_get_store:
 * @self: a table
 *
 * Gets the company file.
 *
 * Returns: (transfer none) (nullable): the file
 */
TagaStore *
taga_record_table_get_store (TagaRecordTable *self)
{
  return self->store;
}

/**
 * taga_record_table_set_store:
 * @self: a table
 * @store: (nullable): the company file
 *
 * Sets whose records to show.
 */
void
taga_record_table_set_store (TagaRecordTable *self, TagaStore *store)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);

  taga_table_columns_flush (self->columns);
  taga_grid_set_model (self->grid, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  taga_record_table_forget_query (self);
  if (store == NULL)
    return;

  self->store = g_object_ref (store);
  self->list = taga_record_list_new (store, self->type);
  taga_table_columns_restore (self->columns);
  taga_record_cells_attach (self->grid, store, self->list, self->look, self->look_data);
  taga_grid_set_model (self->grid, G_LIST_MODEL (self->list));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  run_query (self);
  selection_changed_cb (self);
}

/**
 * taga_record_table_get_grid:
 * @self: a table
 *
 * Gets the grid.
 *
 * Returns: (transfer none): the grid
 */
TagaGrid *
taga_record_table_get_grid (TagaRecordTable *self)
{
  return self->grid;
}

/**
 * taga_record_table_get_list:
 * @self: a table
 *
 * Gets the records that are shown.
 *
 * Returns: (transfer none) (nullable): the list
 */
TagaRecordList *
taga_record_table_get_list (TagaRecordTable *self)
{
  return self->list;
}

/**
 * taga_record_table_get_query:
 * @self: a table
 *
 * Gets which records are shown, and in which order.
 *
 * Returns: (transfer none): the query
 */
const TagaQuery *
taga_record_table_get_query (TagaRecordTable *self)
{
  return self->query;
}

/**
 * taga_record_table_set_query:
 * @self: a table
 * @query: which records to show, and in which order
 *
 * Shows other records, and what they are filtered by.
 */
void
taga_record_table_set_query (TagaRecordTable *self, const TagaQuery *query)
{
  TagaQuery *copy = taga_query_copy (query);

  taga_query_free (self->query);
  self->query = copy;
  taga_table_bar_show_query (self->bar, self->query);
  run_query (self);
}

/**
 * taga_record_table_search:
 * @self: a table
 *
 * Goes to the search over all columns.
 */
void
taga_record_table_search (TagaRecordTable *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  taga_table_bar_search (self->bar);
}

/**
 * taga_record_table_set_bare:
 * @self: a table
 * @bare: whether to show the rows alone
 *
 * Hides what stands above and below the rows, or brings it back. Who searches gets it back too.
 */
void
taga_record_table_set_bare (TagaRecordTable *self, gboolean bare)
{
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !bare);
  gtk_widget_set_visible (self->status, !bare);
}
