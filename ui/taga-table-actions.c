#include "taga-table-actions.h"

#include <glib/gi18n-lib.h>

#include "taga-bulk-dialog.h"
#include "taga-edit-run.h"
#include "taga-table-clipboard.h"
#include "taga-table-edits.h"
#include "taga-table-insert.h"
#include "taga-ui.h"

/* What people do with the selected cells and rows of a table, each as one step. */

/* Has edits looked at and applied; what could not be made edits is told. */
static void
run_with (TagaRecordTable *table,
          TagaEdits *edits,
          const char *label,
          const GError *error,
          TagaEditRunDone done)
{
  if (edits == NULL)
    {
      taga_ui_report (GTK_WIDGET (table), FALSE, error);
      return;
    }

  taga_edit_run (GTK_WIDGET (table), taga_record_table_get_store (table), edits, label,
                 taga_grid_get_n_rows_in_view (taga_record_table_get_grid (table)), NULL, done,
                 table, NULL);
}

static void
run (TagaRecordTable *table, TagaEdits *edits, const char *label, const GError *error)
{
  run_with (table, edits, label, error, NULL);
}

/* Rows come and go only where the register is kept. */
static gboolean
keeps_rows (TagaRecordTable *table)
{
  return taga_record_table_get_aspect (table) == NULL;
}

/* Whether there is something to do it to: a file that may be written and a selection. */
static gboolean
get_range (TagaRecordTable *table, TagaGridRange *range)
{
  TagaStore *store = taga_record_table_get_store (table);
  TagaGrid *grid = taga_record_table_get_grid (table);

  return store != NULL && !taga_store_is_read_only (store) && taga_grid_finish_editing (grid)
         && taga_grid_get_range (grid, range);
}

/* Says what stayed, where something else went. */
static void
cleared_cb (gboolean done, GArray *new_ids, gpointer user_data)
{
  if (done)
    taga_ui_toast (GTK_WIDGET (user_data),
                   _ ("Names and computed cells cannot be emptied and stay as they are."));
}

static void
clear_cells (TagaRecordTable *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdits) edits = NULL;
  g_autofree char *label = NULL;
  TagaGridRange range;
  guint n, n_left;

  if (!get_range (table, &range))
    return;

  edits = taga_table_edits_clear (table, &n_left, &error);
  n = (range.last_row - range.first_row + 1)
      * (range.last_column - range.first_column + 1 - n_left);
  label = g_strdup_printf (ngettext ("Clear %u cell", "Clear %u cells", n), n);
  run_with (table, edits, label, error, n_left > 0 ? cleared_cb : NULL);
}

/* One row takes the row above it, several take the first of them; columns likewise. */
static void
fill (TagaRecordTable *table, gboolean down)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdits) edits = NULL;
  TagaGridRange range, source;

  if (!get_range (table, &range))
    return;

  source = range;
  if (down && range.first_row == range.last_row)
    source.first_row = source.last_row = MAX (range.first_row, 1) - 1;
  else if (down)
    source.last_row = range.first_row;
  else if (range.first_column == range.last_column)
    source.first_column = source.last_column = MAX (range.first_column, 1) - 1;
  else
    source.last_column = range.first_column;

  edits = taga_table_edits_fill (table, &source, &range, &error);
  run (table, edits, down ? _ ("Fill down") : _ ("Fill right"), error);
}

static void
remove_rows (TagaRecordTable *table)
{
  g_autoptr (TagaEdits) edits = NULL;
  g_autofree char *label = NULL;
  TagaGridRange range;
  guint n;

  if (!keeps_rows (table) || !get_range (table, &range))
    return;

  edits = taga_table_edits_remove (table);
  n = taga_edits_get_n_records (edits);
  label = g_strdup_printf (ngettext ("Remove %u row", "Remove %u rows", n), n);
  run (table, edits, label, NULL);
}

/* The range that was filled stays selected, as in spreadsheets. */
static void
fill_requested_cb (TagaRecordTable *table, const TagaGridRange *source, const TagaGridRange *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdits) edits = NULL;
  TagaGridRange range;

  if (!get_range (table, &range))
    return;

  edits = taga_table_edits_fill (table, source, target, &error);
  taga_grid_select_range (taga_record_table_get_grid (table), target);
  run (table, edits, _ ("Fill"), error);
}

/* What a column does not take is said in the cell, and the text stays there. */
static void
fill_text_cb (TagaRecordTable *table, const char *text)
{
  TagaGrid *grid = taga_record_table_get_grid (table);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdits) edits = taga_table_edits_fill_text (table, text, &error);

  if (edits == NULL)
    taga_grid_refuse (grid, error->message);
  else
    run (table, edits, _ ("Fill"), NULL);
}

/* Goes to what came new. */
static void
inserted_cb (gboolean done, GArray *new_ids, gpointer user_data)
{
  TagaRecordTable *table = user_data;
  TagaGrid *grid = taga_record_table_get_grid (table);
  guint field;

  taga_record_list_expect (taga_record_table_get_list (table), -1);
  if (done && new_ids->len > 0 && taga_grid_get_cursor (grid, NULL, &field))
    taga_record_table_go_to (table, g_array_index (new_ids, gint64, 0), field);
}

/* An empty row has a name that waits to be typed over. */
static void
row_inserted_cb (gboolean done, GArray *new_ids, gpointer user_data)
{
  TagaRecordTable *table = user_data;
  TagaRecordClass *klass = taga_record_class_peek (taga_record_table_get_record_type (table));
  int name = taga_record_class_find_field (klass, "name");

  inserted_cb (done, new_ids, user_data);
  if (done && new_ids->len > 0 && name >= 0)
    taga_record_table_go_to (table, g_array_index (new_ids, gint64, 0), (guint) name);
}

static void
run_insert (TagaRecordTable *table,
            TagaEdits *edits,
            const char *label,
            gint64 position,
            const GError *error,
            TagaEditRunDone done)
{
  taga_record_list_expect (taga_record_table_get_list (table), position);
  run_with (table, edits, label, error, done);
}

static void
insert_rows (TagaRecordTable *table, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdits) edits = NULL;
  g_autofree char *label = NULL;
  TagaGridRange range;

  if (!keeps_rows (table) || !get_range (table, &range))
    return;

  edits = taga_table_insert_rows (table, n, &error);
  label = g_strdup_printf (ngettext ("Insert %u row", "Insert %u rows", n), n);
  run_insert (table, edits, label, range.first_row, error, row_inserted_cb);
}

static void
insert_cb (TagaRecordTable *table)
{
  TagaGridRange range;

  if (get_range (table, &range))
    insert_rows (table, range.last_row - range.first_row + 1);
}

static void
insert_copies (TagaRecordTable *table, const char *medium)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdits) edits = NULL;
  g_autofree char *label = NULL;
  TagaGridRange range;
  guint n, n_left_out;

  if (!keeps_rows (table) || !get_range (table, &range))
    return;

  edits = taga_table_insert_copies (table, medium, &n_left_out, &error);
  n = edits == NULL ? 0 : taga_edits_get_n_records (edits);
  if (edits != NULL && n == 0)
    {
      taga_ui_toast (GTK_WIDGET (table), _ ("These rows are on paper already."));
      return;
    }

  label = g_strdup_printf (medium == NULL ? ngettext ("Duplicate %u row", "Duplicate %u rows", n)
                                          : ngettext ("Add a paper row to %u row",
                                                      "Add a paper row to each of %u rows", n),
                           n);
  run_insert (table, edits, label, range.last_row + 1, error, inserted_cb);
}

static void
duplicate_cb (TagaRecordTable *table)
{
  insert_copies (table, NULL);
}

static void
add_paper_cb (TagaRecordTable *table)
{
  insert_copies (table, "paper");
}

static void
copy_cb (TagaRecordTable *table)
{
  taga_table_clipboard_copy (table);
}

static void
cut_cb (TagaRecordTable *table)
{
  taga_table_clipboard_copy (table);
  clear_cells (table);
}

static void
paste_cb (TagaRecordTable *table)
{
  TagaGridRange range;

  if (get_range (table, &range))
    taga_table_clipboard_paste (table);
}

static void
fill_down_cb (TagaRecordTable *table)
{
  fill (table, TRUE);
}

static void
fill_right_cb (TagaRecordTable *table)
{
  fill (table, FALSE);
}

static void
bulk_edit_cb (TagaRecordTable *table)
{
  TagaGridRange range;

  if (get_range (table, &range))
    taga_bulk_dialog_present (table);
}

static void
column_menu_cb (TagaRecordTable *table)
{
  taga_grid_show_column_menu (taga_record_table_get_grid (table));
}

/* The same by menu, key and name; those with a signal are keys of the grid. */
static const struct
{
  const char *action;
  const char *signal; /* (nullable) */
  void (*func) (TagaRecordTable *table);
  gboolean writes;
} actions[] = {
  { "table.copy", "copy-requested", copy_cb, FALSE },
  { "table.cut", "cut-requested", cut_cb, TRUE },
  { "table.paste", "paste-requested", paste_cb, TRUE },
  { "table.clear", "clear-requested", clear_cells, TRUE },
  { "table.fill-down", "fill-down-requested", fill_down_cb, TRUE },
  { "table.fill-right", "fill-right-requested", fill_right_cb, TRUE },
  { "table.remove", "remove-requested", remove_rows, TRUE },
  { "table.insert", NULL, insert_cb, TRUE },
  { "table.duplicate", NULL, duplicate_cb, TRUE },
  { "table.add-paper", NULL, add_paper_cb, TRUE },
  { "table.bulk-edit", NULL, bulk_edit_cb, TRUE },
  { "table.column-menu", NULL, column_menu_cb, FALSE },
};

/* Esc in the cells ends a search, as it does in the search itself. Filters were set with more care
 * and stay, unless they leave no row to go back from. */
static gboolean
end_search (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TagaRecordTable *table = TAGA_RECORD_TABLE (widget);
  g_autoptr (TagaQuery) query = taga_query_copy (taga_record_table_get_query (table));

  gboolean is_empty =
      taga_record_table_get_list (table) != NULL
      && g_list_model_get_n_items (G_LIST_MODEL (taga_record_table_get_list (table))) == 0
      && query->filters->len > 0;

  if (!is_empty && (query->search == NULL || *query->search == '\0'))
    return FALSE;

  if (is_empty)
    g_ptr_array_set_size (query->filters, 0);
  g_clear_pointer (&query->search, g_free);
  taga_record_table_set_query (table, query);
  return TRUE;
}

static void
do_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].action, action_name))
      actions[i].func (TAGA_RECORD_TABLE (widget));
}

/**
 * taga_table_actions_install:
 * @widget_class: the class of the table
 *
 * Gives tables the actions `table.copy`, `table.cut`, `table.paste`, `table.clear`,
 * `table.fill-down`, `table.fill-right`, `table.remove`, `table.insert`, `table.duplicate`,
 * `table.add-paper`, `table.bulk-edit` and `table.column-menu`.
 */
void
taga_table_actions_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].action, NULL, do_action);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, end_search, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "table.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "table.add-paper", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "table.bulk-edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "table.column-menu", NULL);
}

/**
 * taga_table_actions_connect:
 * @table: a table
 * @grid: its grid
 *
 * Has the grid's keys do what the actions do.
 */
void
taga_table_actions_connect (TagaRecordTable *table, TagaGrid *grid)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].signal != NULL)
      g_signal_connect_object (grid, actions[i].signal, G_CALLBACK (actions[i].func), table,
                               G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "fill-requested", G_CALLBACK (fill_requested_cb), table,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "fill-text-requested", G_CALLBACK (fill_text_cb), table,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "insert-requested", G_CALLBACK (insert_rows), table,
                           G_CONNECT_SWAPPED);
}

/**
 * taga_table_actions_update:
 * @table: a table
 *
 * Enables what can be done with what is selected.
 */
void
taga_table_actions_update (TagaRecordTable *table)
{
  TagaStore *store = taga_record_table_get_store (table);
  gboolean writable = store != NULL && !taga_store_is_read_only (store);
  TagaGridRange range;
  gboolean selected = taga_grid_get_range (taga_record_table_get_grid (table), &range);
  gboolean has_records =
      selected && taga_record_list_get_id (taga_record_table_get_list (table), range.first_row) > 0;

  /* Into the new row one can only paste. */
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (table), actions[i].action,
                                   (has_records || (selected && actions[i].func == paste_cb))
                                       && (writable || !actions[i].writes));
}
