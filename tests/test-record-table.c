#include <gtk/gtk.h>

#include "taga-asset.h"
#include "taga-bulk-dialog.h"
#include "taga-bulk-row.h"
#include "taga-grid-private.h"
#include "taga-history.h"
#include "taga-record-table.h"
#include "taga-stocktake-progress.h"
#include "taga-stocktake-run.h"
#include "window-fixture.h"

/* The register under the hands of somebody who knows spreadsheets. */

static TagaRecordTable *
get_table (WindowFixture *fixture)
{
  return TAGA_RECORD_TABLE (
      window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_RECORD_TABLE));
}

static guint
count_rows (WindowFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (taga_record_table_get_list (get_table (fixture))));
}

static gint64
get_number (WindowFixture *fixture, gint64 id, guint field)
{
  g_autoptr (TagaRecord) asset = window_fixture_dup_asset (fixture, id);

  return taga_record_get_number (asset, field);
}

static void
do_action (WindowFixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (get_table (fixture)), action, NULL);
  window_fixture_settle ();
}

static void
undo (WindowFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  window_fixture_settle ();
}

static guint
count_windows (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    n += gtk_widget_get_mapped (l->data);

  return n;
}

/* Selects cells from a row's field on, so many rows and columns. */
static void
pick (WindowFixture *fixture, guint row, guint field, guint n_rows, guint n_columns)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);
  TagaGridRange range;

  taga_grid_set_cursor (grid, row, field);
  g_assert_true (taga_grid_get_range (grid, &range));
  range.last_row += n_rows - 1;
  range.last_column += n_columns - 1;
  taga_grid_select_range (grid, &range);
}

static void
paste (WindowFixture *fixture, const char *text)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));

  gdk_clipboard_set_text (clipboard, text);
  do_action (fixture, "table.paste");
}

static guint
count_steps (WindowFixture *fixture)
{
  g_autoptr (GPtrArray) steps =
      taga_history_list (taga_window_get_store (fixture->window), G_MAXINT64, 1000, NULL);

  return steps->len;
}

static void
test_a_block_is_pasted_whole_or_not_at_all (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps = count_steps (fixture);

  pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 1, 1);
  paste (fixture, "3\t3\n１\t2\n");
  g_assert_cmpint (get_number (fixture, 1, TAGA_ASSET_INTEGRITY), ==, 3);
  g_assert_cmpint (get_number (fixture, 2, TAGA_ASSET_CONFIDENTIALITY), ==, 1);
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);

  /* The second row cannot be taken, so the first is not either. */
  paste (fixture, "2\t2\n9\t1\n");
  g_assert_true (window_fixture_is_told ("Row 2 of what you paste, column “Confidentiality”"));
  g_assert_cmpint (get_number (fixture, 1, TAGA_ASSET_INTEGRITY), ==, 3);
  window_fixture_press ("_Close");

  undo (fixture);
  g_assert_cmpint (get_number (fixture, 1, TAGA_ASSET_INTEGRITY), ==, 2);
  g_assert_cmpint (get_number (fixture, 2, TAGA_ASSET_CONFIDENTIALITY), ==, 2);
}

static void
test_deleting_a_name_is_refused (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);

  pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  do_action (fixture, "table.clear");
  g_assert_true (window_fixture_is_told ("Names and computed cells cannot be emptied."));
  g_assert_nonnull (taga_record_get_text (first, TAGA_ASSET_NAME));
  window_fixture_press ("_Close");

  pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 2, 2);
  do_action (fixture, "table.clear");
  g_assert_cmpint (get_number (fixture, 2, TAGA_ASSET_INTEGRITY), ==, TAGA_UNKNOWN);
  undo (fixture);
  g_assert_cmpint (get_number (fixture, 2, TAGA_ASSET_INTEGRITY), !=, TAGA_UNKNOWN);
}

static void
test_pasting_past_the_last_row_adds_rows (WindowFixture *fixture, gconstpointer data)
{
  pick (fixture, 43, TAGA_ASSET_NAME, 1, 1);
  paste (fixture, "最後の行\n貼り付けた資産\n");
  g_assert_cmpuint (count_rows (fixture), ==, 45);
  undo (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 44);

  /* A row without a name is none, and the others are not pasted either. */
  pick (fixture, 43, TAGA_ASSET_BUSINESS, 1, 1);
  paste (fixture, "営業\n営業\n");
  g_assert_true (window_fixture_is_told ("Row 2: “Information asset” is empty."));
  g_assert_cmpuint (count_rows (fixture), ==, 44);
  window_fixture_press ("_Close");
}

/* What reaches further than the screen is shown first, and Cancel leaves all as it was. */
static void
test_a_large_paste_is_shown_first (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) block = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (block, "資産%u\n", i);
  pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  paste (fixture, block->str);
  g_assert_true (window_fixture_is_told ("44 rows change, 44 cells in all, 156 rows are new"));
  g_assert_true (window_fixture_is_told ("資産0"));
  g_assert_cmpuint (count_rows (fixture), ==, 44);
  window_fixture_press ("_Cancel");
  g_assert_cmpuint (count_rows (fixture), ==, 44);

  paste (fixture, block->str);
  window_fixture_press ("_Apply");
  g_assert_cmpuint (count_rows (fixture), ==, 200);
  undo (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 44);
}

/* A block that is wider than the table loses nothing without a word. */
static void
test_what_has_no_place_is_told (WindowFixture *fixture, gconstpointer data)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);
  guint last = taga_grid_get_shown_field (grid, taga_grid_get_n_shown_columns (grid) - 1);

  pick (fixture, 0, last, 1, 1);
  paste (fixture, "2026-04-01\tx\ty\n");
  g_assert_true (window_fixture_is_told ("Not taken over: column 2, column 3."));
  window_fixture_press ("_Cancel");
}

static void
test_a_block_fills_a_multiple_of_itself (WindowFixture *fixture, gconstpointer data)
{
  pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 4, 2);
  paste (fixture, "1\t2\n3\t1\n");
  g_assert_cmpint (get_number (fixture, 3, TAGA_ASSET_CONFIDENTIALITY), ==, 1);
  g_assert_cmpint (get_number (fixture, 4, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
  g_assert_cmpint (get_number (fixture, 4, TAGA_ASSET_INTEGRITY), ==, 1);

  /* One cell goes into all. */
  paste (fixture, "2");
  for (gint64 id = 1; id <= 4; id++)
    g_assert_cmpint (get_number (fixture, id, TAGA_ASSET_INTEGRITY), ==, 2);
  g_assert_cmpint (get_number (fixture, 1, TAGA_ASSET_AVAILABILITY), !=, TAGA_UNKNOWN);
}

static void
test_fills_down_and_right (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps;

  pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 1, 2);
  paste (fixture, "3\t1\n");
  n_steps = count_steps (fixture);
  pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 3, 2);
  do_action (fixture, "table.fill-down");
  g_assert_cmpint (get_number (fixture, 3, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
  g_assert_cmpint (get_number (fixture, 3, TAGA_ASSET_INTEGRITY), ==, 1);
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);

  /* One row takes the row above. */
  pick (fixture, 3, TAGA_ASSET_CONFIDENTIALITY, 1, 1);
  do_action (fixture, "table.fill-down");
  g_assert_cmpint (get_number (fixture, 4, TAGA_ASSET_CONFIDENTIALITY), ==, 3);

  pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 2, 3);
  do_action (fixture, "table.fill-right");
  g_assert_cmpint (get_number (fixture, 2, TAGA_ASSET_AVAILABILITY), ==, 3);
  undo (fixture);
  undo (fixture);
  undo (fixture);
  g_assert_cmpint (get_number (fixture, 2, TAGA_ASSET_INTEGRITY), ==, 2);
}

/* Computed columns are passed over, and a value that does not fit is refused. */
static void
test_fills_only_what_fits (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);
  g_autofree char *medium = g_strdup (taga_record_get_text (first, TAGA_ASSET_MEDIUM));

  pick (fixture, 0, TAGA_ASSET_DEPARTMENT, 1, 2);
  do_action (fixture, "table.fill-right");
  g_assert_true (window_fixture_is_told ("The change could not be made"));
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_MEDIUM), ==, medium);
  window_fixture_press ("_Close");

  pick (fixture, 0, TAGA_ASSET_NAME, 3, 2);
  do_action (fixture, "table.fill-down");
  g_assert_cmpint (get_number (fixture, 1, TAGA_ASSET_RISK), >, 0);
}

static void
test_rows_are_removed_and_come_back (WindowFixture *fixture, gconstpointer data)
{
  pick (fixture, 2, TAGA_ASSET_NAME, 5, 1);
  do_action (fixture, "table.remove");
  g_assert_cmpuint (count_rows (fixture), ==, 39);
  g_assert_true (window_fixture_is_told ("Remove 5 rows"));

  /* The word in passing goes with what it is about: its button would undo something else. */
  undo (fixture);
  for (int i = 0; i < 10 && window_fixture_is_told ("Remove 5 rows"); i++)
    window_fixture_settle ();
  g_assert_false (window_fixture_is_told ("Remove 5 rows"));
  g_assert_cmpuint (count_rows (fixture), ==, 44);
}

static char *
dup_name_at (WindowFixture *fixture, guint row)
{
  GListModel *model = G_LIST_MODEL (taga_record_table_get_list (get_table (fixture)));
  g_autoptr (TagaRecord) asset = g_list_model_get_item (model, row);

  return g_strdup (taga_record_get_text (asset, TAGA_ASSET_NAME));
}

static void
assert_name_at (WindowFixture *fixture, guint row, const char *expected)
{
  g_autofree char *name = dup_name_at (fixture, row);

  g_assert_cmpstr (name, ==, expected);
}

/* Rows that are inserted stay where they were put, also when the file is opened again. */
static void
test_rows_are_inserted_between_others (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *above = dup_name_at (fixture, 4);
  g_autofree char *below = dup_name_at (fixture, 5);

  pick (fixture, 5, TAGA_ASSET_NAME, 2, 1);
  do_action (fixture, "table.insert");
  g_assert_cmpuint (count_rows (fixture), ==, 46);
  assert_name_at (fixture, 4, above);
  assert_name_at (fixture, 5, "New asset");
  assert_name_at (fixture, 6, "New asset");
  assert_name_at (fixture, 7, below);

  window_fixture_close (fixture);
  window_fixture_open (fixture);
  assert_name_at (fixture, 4, above);
  assert_name_at (fixture, 6, "New asset");
  assert_name_at (fixture, 7, below);

  /* Again and again at the same place, and the order holds. */
  for (guint i = 0; i < 50; i++)
    {
      pick (fixture, 7, TAGA_ASSET_NAME, 1, 1);
      do_action (fixture, "table.insert");
    }
  g_assert_cmpuint (count_rows (fixture), ==, 96);
  assert_name_at (fixture, 4, above);
  for (guint i = 0; i < 51; i++)
    undo (fixture);
  assert_name_at (fixture, 5, below);
}

static void
test_a_paper_row_stands_below_its_original (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *first = dup_name_at (fixture, 0);
  g_autofree char *second = dup_name_at (fixture, 1);
  g_autoptr (TagaRecord) copy = NULL;
  GListModel *model = G_LIST_MODEL (taga_record_table_get_list (get_table (fixture)));

  pick (fixture, 0, TAGA_ASSET_MEDIUM, 2, 1);
  paste (fixture, "Office PC\nOffice PC\n");
  pick (fixture, 0, TAGA_ASSET_NAME, 2, 1);
  do_action (fixture, "table.add-paper");
  assert_name_at (fixture, 0, first);
  assert_name_at (fixture, 1, first);
  assert_name_at (fixture, 2, second);
  assert_name_at (fixture, 3, second);
  copy = g_list_model_get_item (model, 1);
  g_assert_cmpstr (taga_record_get_text (copy, TAGA_ASSET_MEDIUM), ==, "paper");
  g_assert_null (taga_record_get_text (copy, TAGA_ASSET_REVIEWED_ON));

  /* What is on paper already gets no second paper row. */
  pick (fixture, 1, TAGA_ASSET_NAME, 1, 1);
  do_action (fixture, "table.add-paper");
  g_assert_cmpuint (count_rows (fixture), ==, 46);
  undo (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 44);
}

/* In a sorted table a new row stands where it was inserted, not at the end out of sight. */
static void
test_a_sorted_table_takes_rows_at_the_cursor (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaQuery) query = taga_query_copy (taga_record_table_get_query (get_table (fixture)));
  g_autofree char *above = NULL;

  taga_query_toggle_sort (query, TAGA_ASSET_NAME, FALSE);
  taga_record_table_set_query (get_table (fixture), query);
  above = dup_name_at (fixture, 9);
  pick (fixture, 10, TAGA_ASSET_NAME, 1, 1);
  do_action (fixture, "table.insert");
  assert_name_at (fixture, 9, above);
  assert_name_at (fixture, 10, "New asset");
}

/* The row of a field in the dialog that changes many. */
static TagaBulkRow *
find_bulk_row (GtkWidget *widget, guint field)
{
  if (TAGA_IS_BULK_ROW (widget) && taga_bulk_row_get_field (TAGA_BULK_ROW (widget)) == field)
    return TAGA_BULK_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TagaBulkRow *found = find_bulk_row (child, field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static TagaBulkRow *
get_bulk_row (guint field)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  TagaBulkRow *row = NULL;

  for (GList *l = windows; l != NULL && row == NULL; l = l->next)
    if (TAGA_IS_BULK_DIALOG (l->data))
      row = find_bulk_row (l->data, field);
  g_assert_nonnull (row);

  return row;
}

static void
test_many_rows_are_changed_alike (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps = count_steps (fixture);
  GtkWidget *level, *date;

  pick (fixture, 0, TAGA_ASSET_NAME, 12, 1);
  do_action (fixture, "table.bulk-edit");
  g_assert_true (window_fixture_is_told ("Change 12 Selected Rows"));

  /* The line says it before it is done. */
  level = window_fixture_find (GTK_WIDGET (get_bulk_row (TAGA_ASSET_CONFIDENTIALITY)),
                               GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (level), 1);
  window_fixture_settle ();
  g_assert_true (window_fixture_is_told ("12 rows: Large"));
  g_assert_cmpuint (count_steps (fixture), ==, n_steps);

  /* What is no day is told, and cannot be applied. */
  date = window_fixture_find (GTK_WIDGET (get_bulk_row (TAGA_ASSET_REVIEWED_ON)), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (date), "きのう");
  window_fixture_settle ();
  g_assert_false (window_fixture_is_told ("12 rows: Large"));
  gtk_editable_set_text (GTK_EDITABLE (date), "令和8年4月1日");
  window_fixture_settle ();
  g_assert_true (window_fixture_is_told ("12 rows: Large"));

  window_fixture_press ("_Apply");
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);
  for (guint row = 0; row < 12; row++)
    {
      g_autoptr (TagaRecord) asset = g_list_model_get_item (
          G_LIST_MODEL (taga_record_table_get_list (get_table (fixture))), row);

      g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
      g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_REVIEWED_ON), ==, "2026-04-01");
    }
  undo (fixture);
  g_assert_cmpint (get_number (fixture, 2, TAGA_ASSET_CONFIDENTIALITY), ==, 2);
}

/* Cells with line breaks come apart by the table that a spreadsheet puts beside the text. */
static void
test_a_table_is_pasted_cell_by_cell (WindowFixture *fixture, gconstpointer data)
{
  static const char html[] = "<html><body><table><tr><td>名前の資産</td></tr><tr><td>二行の<br>資産"
                             "</td></tr></table></body></html>";
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/html", bytes);

  gdk_clipboard_set_content (clipboard, provider);
  pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  do_action (fixture, "table.paste");
  assert_name_at (fixture, 0, "名前の資産");
  assert_name_at (fixture, 1, "二行の 資産");
  g_assert_cmpuint (count_rows (fixture), ==, 44);
}

/* What goes out comes back as it was, also remarks of several lines. */
static void
test_a_copied_block_comes_back_the_same (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps;

  pick (fixture, 0, TAGA_ASSET_NOTE, 1, 1);
  paste (fixture, "\"1行目\n2行目\t<b>\"");
  n_steps = count_steps (fixture);
  pick (fixture, 0, TAGA_ASSET_NOTE, 3, 1);
  do_action (fixture, "table.copy");
  do_action (fixture, "table.paste");
  g_assert_true (window_fixture_is_told ("Nothing changes"));
  g_assert_cmpuint (count_steps (fixture), ==, n_steps);

  pick (fixture, 10, TAGA_ASSET_NOTE, 1, 1);
  do_action (fixture, "table.paste");
  {
    g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);
    g_autoptr (TagaRecord) copy =
        g_list_model_get_item (G_LIST_MODEL (taga_record_table_get_list (get_table (fixture))), 10);

    g_assert_cmpstr (taga_record_get_text (copy, TAGA_ASSET_NOTE), ==,
                     taga_record_get_text (first, TAGA_ASSET_NOTE));
    g_assert_nonnull (strchr (taga_record_get_text (copy, TAGA_ASSET_NOTE), '\n'));
  }
}

/* Whatever the clipboard holds is refused with a sentence or cleaned; nothing is lost. */
static void
test_hostile_clipboards (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  g_autofree char *name = dup_name_at (fixture, 0);
  g_autoptr (TagaRecord) asset = NULL;

  pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  paste (fixture, megabyte);
  g_assert_true (window_fixture_is_told ("is longer than 32,767 characters"));
  window_fixture_press ("_Close");
  assert_name_at (fixture, 0, name);

  /* Ragged: short rows leave what is beside them. */
  pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 1, 1);
  paste (fixture, "1\t1\t1\n2\n");
  g_assert_cmpint (get_number (fixture, 1, TAGA_ASSET_AVAILABILITY), ==, 1);
  g_assert_cmpint (get_number (fixture, 2, TAGA_ASSET_CONFIDENTIALITY), ==, 2);
  g_assert_cmpint (get_number (fixture, 2, TAGA_ASSET_INTEGRITY), ==, 2);

  /* Control characters go, right-to-left text stays. */
  pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  paste (fixture, "受\001注\033[31m台帳 \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d");
  asset = window_fixture_dup_asset (fixture, 1);
  g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_NAME), ==,
                   "受注[31m台帳 \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d");

  paste (fixture, "");
  g_assert_true (window_fixture_is_told ("There is no text to paste."));
}

/* Types letters into the cell, one key after the other. */
static void
type (WindowFixture *fixture, const char *keys)
{
  for (const char *p = keys; *p != '\0'; p++)
    taga_grid_press_key (window_fixture_get_grid (fixture), (guint) *p, 0);
  window_fixture_settle ();
}

static void
press (WindowFixture *fixture, guint keyval, GdkModifierType state)
{
  taga_grid_press_key (window_fixture_get_grid (fixture), keyval, state);
  window_fixture_settle ();
}

/* What was entered before is offered; what is named or whole already is not. */
static void
test_earlier_values_complete_what_is_typed (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) second = window_fixture_dup_asset (fixture, 2);

  pick (fixture, 0, TAGA_ASSET_USERS, 1, 1);
  paste (fixture, "Everybody");
  pick (fixture, 1, TAGA_ASSET_USERS, 1, 1);
  type (fixture, "Ev");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (taga_record_get_text (second, TAGA_ASSET_USERS), ==, "Everybody");

  pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  paste (fixture, "Quotations");
  pick (fixture, 1, TAGA_ASSET_NAME, 1, 1);
  type (fixture, "Qu");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (taga_record_get_text (second, TAGA_ASSET_NAME), ==, "Qu");
}

/* Ctrl+Enter puts what was typed into every selected cell; what does not fit stays in the cell. */
static void
test_a_text_is_entered_into_a_range (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps = count_steps (fixture);
  TagaGrid *grid = window_fixture_get_grid (fixture);

  pick (fixture, 0, TAGA_ASSET_USERS, 4, 1);
  type (fixture, "All");
  press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  for (gint64 id = 1; id <= 4; id++)
    {
      g_autoptr (TagaRecord) asset = window_fixture_dup_asset (fixture, id);

      g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_USERS), ==, "All");
    }
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);

  pick (fixture, 0, TAGA_ASSET_REVIEWED_ON, 4, 1);
  type (fixture, "soon");
  press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_true (taga_grid_is_editing (grid));
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);
  taga_grid_cancel_editing (grid);
}

static void
test_the_handle_fills (WindowFixture *fixture, gconstpointer data)
{
  TagaGridRange source, target;
  guint n_steps;

  pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 2, 1);
  paste (fixture, "1\n3\n");
  n_steps = count_steps (fixture);
  g_assert_true (taga_grid_get_range (window_fixture_get_grid (fixture), &source));
  target = source;
  target.last_row += 3;
  g_signal_emit_by_name (window_fixture_get_grid (fixture), "fill-requested", &source, &target);
  window_fixture_settle ();
  g_assert_cmpint (get_number (fixture, 3, TAGA_ASSET_CONFIDENTIALITY), ==, 1);
  g_assert_cmpint (get_number (fixture, 4, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);
}

/* To confirm a row dates it; while stock is taken, it counts there as well. */
static void
test_rows_are_confirmed (WindowFixture *fixture, gconstpointer data)
{
  TagaStore *store = taga_window_get_store (fixture->window);
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GPtrArray) progress = NULL;
  g_autoptr (GError) error = NULL;
  TagaStocktakeProgress sum;

  pick (fixture, 0, TAGA_ASSET_NAME, 2, 1);
  gtk_widget_activate_action (GTK_WIDGET (get_table (fixture)), "asset.review", "s", "confirmed");
  window_fixture_settle ();
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_REVIEWED_ON), ==, today);
  undo (fixture);
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_REVIEWED_ON), !=, today);

  g_assert_true (taga_stocktake_start (store, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (get_table (fixture)), "asset.review", "s", "confirmed");
  window_fixture_settle ();
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_REVIEWED_ON), ==, today);
  progress = taga_stocktake_get_progress (store, taga_stocktake_find_open (store, NULL), &error);
  taga_stocktake_sum_progress (progress, &sum);
  g_assert_cmpuint (sum.n_confirmed, ==, 2);
}

/* A block from elsewhere has nothing for the computed column that stands in its way. */
static void
test_a_block_steps_over_computed_columns (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);
  TagaGridRange range;

  pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  paste (fixture, "社員名簿\t総務\t総務部\tPaper documents\n");
  g_assert_true (window_fixture_is_told ("Computed columns are skipped"));
  window_fixture_press ("_Apply");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_NAME), ==, "社員名簿");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_BUSINESS), ==, "総務");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_MEDIUM), ==, "paper");

  /* And what was pasted is selected. */
  g_assert_true (taga_grid_get_range (window_fixture_get_grid (fixture), &range));
  g_assert_cmpuint (range.last_column, ==, 4);

  /* A number could be the risk: it is passed over, but not without a word. */
  pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  paste (fixture, "社員名簿\t9\t総務\n");
  g_assert_true (window_fixture_is_told ("Not taken over: Risk."));
  window_fixture_press ("_Cancel");
}

/* Headings that come with a block say where its columns go. */
static void
test_headings_lead_the_columns (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);

  pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  paste (fixture, "管理部署\t情報資産名称\t担当\n経理部\t請求書控え\t佐藤\n");
  g_assert_true (window_fixture_is_told ("each column goes where it belongs"));
  g_assert_true (window_fixture_is_told ("Not taken over: 担当."));
  window_fixture_press ("_Apply");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_NAME), ==, "請求書控え");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_DEPARTMENT), ==, "経理部");
  g_assert_cmpuint (count_rows (fixture), ==, 44);
}

/* What can be emptied is, and counted; of the rest it is said that it stayed. */
static void
test_clearing_says_what_stayed (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);
  g_autoptr (TagaStep) step = NULL;

  pick (fixture, 0, TAGA_ASSET_NAME, 2, 3);
  do_action (fixture, "table.clear");
  g_assert_nonnull (taga_record_get_text (first, TAGA_ASSET_NAME));
  g_assert_null (taga_record_get_text (first, TAGA_ASSET_BUSINESS));
  g_assert_true (window_fixture_is_told ("Names and computed cells cannot be emptied and stay"));
  step = taga_history_peek (taga_window_get_store (fixture->window), TAGA_STEP_DONE, NULL);
  g_assert_cmpstr (step->label, ==, "Clear 2 cells");
}

/* What was undone comes into view, and is selected if it is a block. */
static void
test_undo_goes_to_what_it_changed (WindowFixture *fixture, gconstpointer data)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);
  TagaGridRange range;
  guint row, field;

  pick (fixture, 0, TAGA_ASSET_INTEGRITY, 1, 1);
  paste (fixture, "1\n");
  pick (fixture, 43, TAGA_ASSET_NAME, 1, 1);
  undo (fixture);
  g_assert_true (taga_grid_get_cursor (grid, &row, &field));
  g_assert_cmpuint (row, ==, 0);
  g_assert_cmpuint (field, ==, TAGA_ASSET_INTEGRITY);

  /* Rows that come back are selected as they were removed. */
  pick (fixture, 2, TAGA_ASSET_NAME, 3, 1);
  do_action (fixture, "table.remove");
  pick (fixture, 30, TAGA_ASSET_NAME, 1, 1);
  undo (fixture);
  g_assert_true (taga_grid_get_range (grid, &range));
  g_assert_cmpuint (range.first_row, ==, 2);
  g_assert_cmpuint (range.last_row, ==, 4);
}

static void
test_questions_and_criteria_open (WindowFixture *fixture, gconstpointer data)
{
  pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 1, 1);
  gtk_widget_activate_action (GTK_WIDGET (get_table (fixture)), "asset.criteria", NULL);
  window_fixture_settle ();
  g_assert_true (window_fixture_is_told ("Confidentiality"));
  gtk_widget_activate_action (GTK_WIDGET (get_table (fixture)), "asset.questions", NULL);
  window_fixture_settle ();
  g_assert_cmpuint (count_windows (), ==, 3);
}

/* Habits of other programs find an answer. */
static void
test_habits_are_answered (WindowFixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  window_fixture_settle ();
  g_assert_true (window_fixture_is_told ("Everything is saved already"));

  pick (fixture, 0, TAGA_ASSET_BUSINESS, 1, 1);
  do_action (fixture, "table.column-menu");
  g_assert_true (window_fixture_is_told ("_Hide Column") || window_fixture_is_told ("Ascending"));
}

/* From a table that filters have emptied, one key leads back to all rows. */
static void
test_esc_leads_back_from_nothing (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaQuery) query = taga_query_copy (taga_record_table_get_query (get_table (fixture)));
  TagaFilter *filter = taga_filter_new (TAGA_ASSET_NAME);

  filter->contains = g_strdup ("そのような資産はない");
  taga_query_set_filter (query, filter);
  taga_record_table_set_query (get_table (fixture), query);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  window_fixture_press ("Show _All Rows (Esc)");
  g_assert_cmpuint (count_rows (fixture), ==, 44);
  g_assert_true (gtk_widget_get_state_flags (GTK_WIDGET (window_fixture_get_grid (fixture)))
                 & GTK_STATE_FLAG_FOCUS_WITHIN);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/record-table/" path, WindowFixture, NULL, window_fixture_set_up, func,             \
              window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("a-block-is-pasted-whole-or-not-at-all", test_a_block_is_pasted_whole_or_not_at_all);
  ADD ("deleting-a-name-is-refused", test_deleting_a_name_is_refused);
  ADD ("pasting-past-the-last-row-adds-rows", test_pasting_past_the_last_row_adds_rows);
  ADD ("a-large-paste-is-shown-first", test_a_large_paste_is_shown_first);
  ADD ("what-has-no-place-is-told", test_what_has_no_place_is_told);
  ADD ("a-block-fills-a-multiple-of-itself", test_a_block_fills_a_multiple_of_itself);
  ADD ("fills-down-and-right", test_fills_down_and_right);
  ADD ("fills-only-what-fits", test_fills_only_what_fits);
  ADD ("rows-are-removed-and-come-back", test_rows_are_removed_and_come_back);
  ADD ("rows-are-inserted-between-others", test_rows_are_inserted_between_others);
  ADD ("a-paper-row-stands-below-its-original", test_a_paper_row_stands_below_its_original);
  ADD ("a-sorted-table-takes-rows-at-the-cursor", test_a_sorted_table_takes_rows_at_the_cursor);
  ADD ("many-rows-are-changed-alike", test_many_rows_are_changed_alike);
  ADD ("a-table-is-pasted-cell-by-cell", test_a_table_is_pasted_cell_by_cell);
  ADD ("a-copied-block-comes-back-the-same", test_a_copied_block_comes_back_the_same);
  ADD ("hostile-clipboards", test_hostile_clipboards);
  ADD ("earlier-values-complete-what-is-typed", test_earlier_values_complete_what_is_typed);
  ADD ("a-text-is-entered-into-a-range", test_a_text_is_entered_into_a_range);
  ADD ("the-handle-fills", test_the_handle_fills);
  ADD ("rows-are-confirmed", test_rows_are_confirmed);
  ADD ("a-block-steps-over-computed-columns", test_a_block_steps_over_computed_columns);
  ADD ("headings-lead-the-columns", test_headings_lead_the_columns);
  ADD ("clearing-says-what-stayed", test_clearing_says_what_stayed);
  ADD ("undo-goes-to-what-it-changed", test_undo_goes_to_what_it_changed);
  ADD ("questions-and-criteria-open", test_questions_and_criteria_open);
  ADD ("habits-are-answered", test_habits_are_answered);
  ADD ("esc-leads-back-from-nothing", test_esc_leads_back_from_nothing);

  return g_test_run ();
}
