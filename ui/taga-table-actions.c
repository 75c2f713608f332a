#include "taga-table-actions.h"

#include <glib/gi18n-lib.h>

#include "taga-edit-run.h"
#include "taga-table-clipboard.h"
#include "taga-table-edits.h"
#include "taga-ui.h"

/* What people do with the selected cells and rows of a table, each as one step. */

/* Has edits looked at and applied; what could not be made edits is told. */
static void
run (TagaRecordTable *table, TagaEdits *edits, const char *label, const GError *error)
{
  if (edits == NULL)
    {
      taga_ui_report (GTK_WIDGET (table), FALSE, error);
      return;
    }

  taga_edit_run (GTK_WIDGET (table), taga_record_table_get_store (table), edits, label,
                 taga_grid_get_n_rows_in_view (taga_record_table_get_grid (table)), NULL, NULL,
                 NULL);
}

static guint
count_cells (const TagaGridRange *range)
{
  return (range->last_row - range->first_row + 1) * (range->last_column - range->first_column + 1);
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

static void
clear_cells (TagaRecordTable *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaEdits) edits = NULL;
  g_autofree char *label = NULL;
  TagaGridRange range;

  if (!get_range (table, &range))
    return;

  edits = taga_table_edits_clear (table, &error);
  label = g_strdup_printf (ngettext ("Clear %u cell", "Clear %u cells", count_cells (&range)),
                           count_cells (&range));
  run (table, edits, label, error);
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

  if (!get_range (table, &range))
    return;

  edits = taga_table_edits_remove (table);
  n = taga_edits_get_n_records (edits);
  label = g_strdup_printf (ngettext ("Remove %u row", "Remove %u rows", n), n);
  run (table, edits, label, NULL);
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

/* The same by menu, key and name; the first four are the grid's own keys. */
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
  { "table.remove", NULL, remove_rows, TRUE },
};

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
 * `table.fill-down`, `table.fill-right` and `table.remove`.
 */
void
taga_table_actions_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].action, NULL, do_action);
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

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (table), actions[i].action,
                                   selected && (writable || !actions[i].writes));
}
