#include <gtk/gtk.h>

#include "screen-fixture.h"
#include "table-fixture.h"
#include "taga-asset.h"
#include "taga-bulk-dialog.h"
#include "taga-bulk-row.h"
#include "taga-grid-private.h"
#include "taga-history.h"
#include "taga-stocktake-progress.h"
#include "taga-stocktake-run.h"

/* The register under the hands of somebody who knows spreadsheets. */

static void
test_fills_down_and_right (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps;

  table_fixture_pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 1, 2);
  table_fixture_paste (fixture, "3\t1\n");
  n_steps = table_fixture_count_steps (fixture);
  table_fixture_pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 3, 2);
  table_fixture_activate (fixture, "table.fill-down");
  g_assert_cmpint (table_fixture_get_number (fixture, 3, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
  g_assert_cmpint (table_fixture_get_number (fixture, 3, TAGA_ASSET_INTEGRITY), ==, 1);
  g_assert_cmpuint (table_fixture_count_steps (fixture), ==, n_steps + 1);

  /* One row takes the row above. */
  table_fixture_pick (fixture, 3, TAGA_ASSET_CONFIDENTIALITY, 1, 1);
  table_fixture_activate (fixture, "table.fill-down");
  g_assert_cmpint (table_fixture_get_number (fixture, 4, TAGA_ASSET_CONFIDENTIALITY), ==, 3);

  table_fixture_pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 2, 3);
  table_fixture_activate (fixture, "table.fill-right");
  g_assert_cmpint (table_fixture_get_number (fixture, 2, TAGA_ASSET_AVAILABILITY), ==, 3);
  table_fixture_undo (fixture);
  table_fixture_undo (fixture);
  table_fixture_undo (fixture);
  g_assert_cmpint (table_fixture_get_number (fixture, 2, TAGA_ASSET_INTEGRITY), ==, 2);
}

/* Computed columns are passed over, and a value that does not fit is refused. */
static void
test_fills_only_what_fits (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);
  g_autofree char *medium = g_strdup (taga_record_get_text (first, TAGA_ASSET_MEDIUM));

  table_fixture_pick (fixture, 0, TAGA_ASSET_DEPARTMENT, 1, 2);
  table_fixture_activate (fixture, "table.fill-right");
  g_assert_true (window_fixture_is_told ("The change could not be made"));
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_MEDIUM), ==, medium);
  window_fixture_press ("_Close");

  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 3, 2);
  table_fixture_activate (fixture, "table.fill-down");
  g_assert_cmpint (table_fixture_get_number (fixture, 1, TAGA_ASSET_RISK), >, 0);
}

static void
test_rows_are_removed_and_come_back (WindowFixture *fixture, gconstpointer data)
{
  table_fixture_pick (fixture, 2, TAGA_ASSET_NAME, 5, 1);
  table_fixture_activate (fixture, "table.remove");
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 39);
  g_assert_true (window_fixture_is_told ("Remove 5 rows"));

  /* The word in passing goes with what it is about: its button would undo something else. */
  table_fixture_undo (fixture);
  for (int i = 0; i < 10 && window_fixture_is_told ("Remove 5 rows"); i++)
    settle ();
  g_assert_false (window_fixture_is_told ("Remove 5 rows"));
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 44);
}

/* Rows that are inserted stay where they were put, also when the file is opened again. */
static void
test_rows_are_inserted_between_others (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *above = table_fixture_dup_name_at (fixture, 4);
  g_autofree char *below = table_fixture_dup_name_at (fixture, 5);

  table_fixture_pick (fixture, 5, TAGA_ASSET_NAME, 2, 1);
  table_fixture_activate (fixture, "table.insert");
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 46);
  table_fixture_assert_name_at (fixture, 4, above);
  table_fixture_assert_name_at (fixture, 5, "New asset");
  table_fixture_assert_name_at (fixture, 6, "New asset");
  table_fixture_assert_name_at (fixture, 7, below);

  window_fixture_close (fixture);
  window_fixture_open (fixture);
  table_fixture_assert_name_at (fixture, 4, above);
  table_fixture_assert_name_at (fixture, 6, "New asset");
  table_fixture_assert_name_at (fixture, 7, below);

  /* Again and again at the same place, and the order holds. */
  for (guint i = 0; i < 50; i++)
    {
      table_fixture_pick (fixture, 7, TAGA_ASSET_NAME, 1, 1);
      table_fixture_activate (fixture, "table.insert");
    }
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 96);
  table_fixture_assert_name_at (fixture, 4, above);
  for (guint i = 0; i < 51; i++)
    table_fixture_undo (fixture);
  table_fixture_assert_name_at (fixture, 5, below);
}

static void
test_a_paper_row_stands_below_its_original (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *first = table_fixture_dup_name_at (fixture, 0);
  g_autofree char *second = table_fixture_dup_name_at (fixture, 1);
  g_autoptr (TagaRecord) copy = NULL;
  GListModel *model = G_LIST_MODEL (taga_record_table_get_list (table_fixture_get_table (fixture)));

  table_fixture_pick (fixture, 0, TAGA_ASSET_MEDIUM, 2, 1);
  table_fixture_paste (fixture, "Office PC\nOffice PC\n");
  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 2, 1);
  table_fixture_activate (fixture, "table.add-paper");
  table_fixture_assert_name_at (fixture, 0, first);
  table_fixture_assert_name_at (fixture, 1, first);
  table_fixture_assert_name_at (fixture, 2, second);
  table_fixture_assert_name_at (fixture, 3, second);
  copy = g_list_model_get_item (model, 1);
  g_assert_cmpstr (taga_record_get_text (copy, TAGA_ASSET_MEDIUM), ==, "paper");
  g_assert_null (taga_record_get_text (copy, TAGA_ASSET_REVIEWED_ON));

  /* What is on paper already gets no second paper row. */
  table_fixture_pick (fixture, 1, TAGA_ASSET_NAME, 1, 1);
  table_fixture_activate (fixture, "table.add-paper");
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 46);
  table_fixture_undo (fixture);
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 44);
}

/* In a sorted table a new row stands where it was inserted, not at the end out of sight. */
static void
test_a_sorted_table_takes_rows_at_the_cursor (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaQuery) query =
      taga_query_copy (taga_record_table_get_query (table_fixture_get_table (fixture)));
  g_autofree char *above = NULL;

  taga_query_toggle_sort (query, TAGA_ASSET_NAME, FALSE);
  taga_record_table_set_query (table_fixture_get_table (fixture), query);
  above = table_fixture_dup_name_at (fixture, 9);
  table_fixture_pick (fixture, 10, TAGA_ASSET_NAME, 1, 1);
  table_fixture_activate (fixture, "table.insert");
  table_fixture_assert_name_at (fixture, 9, above);
  table_fixture_assert_name_at (fixture, 10, "New asset");
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
  guint n_steps = table_fixture_count_steps (fixture);
  GtkWidget *level, *date;

  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 12, 1);
  table_fixture_activate (fixture, "table.bulk-edit");
  g_assert_true (window_fixture_is_told ("Change 12 Selected Rows"));

  /* The line says it before it is done. */
  level = window_fixture_find (GTK_WIDGET (get_bulk_row (TAGA_ASSET_CONFIDENTIALITY)),
                               GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (level), 1);
  settle ();
  g_assert_true (window_fixture_is_told ("12 rows: Large"));
  g_assert_cmpuint (table_fixture_count_steps (fixture), ==, n_steps);

  /* What is no day is told, and cannot be applied. */
  date = window_fixture_find (GTK_WIDGET (get_bulk_row (TAGA_ASSET_REVIEWED_ON)), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (date), "きのう");
  settle ();
  g_assert_false (window_fixture_is_told ("12 rows: Large"));
  gtk_editable_set_text (GTK_EDITABLE (date), "令和8年4月1日");
  settle ();
  g_assert_true (window_fixture_is_told ("12 rows: Large"));

  window_fixture_press ("_Apply");
  g_assert_cmpuint (table_fixture_count_steps (fixture), ==, n_steps + 1);
  for (guint row = 0; row < 12; row++)
    {
      g_autoptr (TagaRecord) asset = g_list_model_get_item (
          G_LIST_MODEL (taga_record_table_get_list (table_fixture_get_table (fixture))), row);

      g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
      g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_REVIEWED_ON), ==, "2026-04-01");
    }
  table_fixture_undo (fixture);
  g_assert_cmpint (table_fixture_get_number (fixture, 2, TAGA_ASSET_CONFIDENTIALITY), ==, 2);
}

/* What was entered before is offered; what is named or whole already is not. */
static void
test_earlier_values_complete_what_is_typed (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) second = window_fixture_dup_asset (fixture, 2);

  table_fixture_pick (fixture, 0, TAGA_ASSET_USERS, 1, 1);
  table_fixture_paste (fixture, "Everybody");
  table_fixture_pick (fixture, 1, TAGA_ASSET_USERS, 1, 1);
  table_fixture_type (fixture, "Ev");
  table_fixture_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (taga_record_get_text (second, TAGA_ASSET_USERS), ==, "Everybody");

  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 1, 1);
  table_fixture_paste (fixture, "Quotations");
  table_fixture_pick (fixture, 1, TAGA_ASSET_NAME, 1, 1);
  table_fixture_type (fixture, "Qu");
  table_fixture_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (taga_record_get_text (second, TAGA_ASSET_NAME), ==, "Qu");
}

/* Ctrl+Enter puts what was typed into every selected cell; what does not fit stays in the cell. */
static void
test_a_text_is_entered_into_a_range (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps = table_fixture_count_steps (fixture);
  TagaGrid *grid = window_fixture_get_grid (fixture);

  table_fixture_pick (fixture, 0, TAGA_ASSET_USERS, 4, 1);
  table_fixture_type (fixture, "All");
  table_fixture_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  for (gint64 id = 1; id <= 4; id++)
    {
      g_autoptr (TagaRecord) asset = window_fixture_dup_asset (fixture, id);

      g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_USERS), ==, "All");
    }
  g_assert_cmpuint (table_fixture_count_steps (fixture), ==, n_steps + 1);

  table_fixture_pick (fixture, 0, TAGA_ASSET_REVIEWED_ON, 4, 1);
  table_fixture_type (fixture, "soon");
  table_fixture_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_true (taga_grid_is_editing (grid));
  g_assert_cmpuint (table_fixture_count_steps (fixture), ==, n_steps + 1);
  taga_grid_cancel_editing (grid);
}

static void
test_the_handle_fills (WindowFixture *fixture, gconstpointer data)
{
  TagaGridRange source, target;
  guint n_steps;

  table_fixture_pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 2, 1);
  table_fixture_paste (fixture, "1\n3\n");
  n_steps = table_fixture_count_steps (fixture);
  g_assert_true (taga_grid_get_range (window_fixture_get_grid (fixture), &source));
  target = source;
  target.last_row += 3;
  g_signal_emit_by_name (window_fixture_get_grid (fixture), "fill-requested", &source, &target);
  settle ();
  g_assert_cmpint (table_fixture_get_number (fixture, 3, TAGA_ASSET_CONFIDENTIALITY), ==, 1);
  g_assert_cmpint (table_fixture_get_number (fixture, 4, TAGA_ASSET_CONFIDENTIALITY), ==, 3);
  g_assert_cmpuint (table_fixture_count_steps (fixture), ==, n_steps + 1);
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

  table_fixture_pick (fixture, 0, TAGA_ASSET_NAME, 2, 1);
  gtk_widget_activate_action (GTK_WIDGET (table_fixture_get_table (fixture)), "asset.review", "s",
                              "confirmed");
  settle ();
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_REVIEWED_ON), ==, today);
  table_fixture_undo (fixture);
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_REVIEWED_ON), !=, today);

  g_assert_true (taga_stocktake_start (store, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (table_fixture_get_table (fixture)), "asset.review", "s",
                              "confirmed");
  settle ();
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_REVIEWED_ON), ==, today);
  progress = taga_stocktake_get_progress (store, taga_stocktake_find_open (store, NULL), &error);
  taga_stocktake_sum_progress (progress, &sum);
  g_assert_cmpuint (sum.n_confirmed, ==, 2);
}

/* What was undone comes into view, and is selected if it is a block. */
static void
test_undo_goes_to_what_it_changed (WindowFixture *fixture, gconstpointer data)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);
  TagaGridRange range;
  guint row, field;

  table_fixture_pick (fixture, 0, TAGA_ASSET_INTEGRITY, 1, 1);
  table_fixture_paste (fixture, "1\n");
  table_fixture_pick (fixture, 43, TAGA_ASSET_NAME, 1, 1);
  table_fixture_undo (fixture);
  g_assert_true (taga_grid_get_cursor (grid, &row, &field));
  g_assert_cmpuint (row, ==, 0);
  g_assert_cmpuint (field, ==, TAGA_ASSET_INTEGRITY);

  /* Rows that come back are selected as they were removed. */
  table_fixture_pick (fixture, 2, TAGA_ASSET_NAME, 3, 1);
  table_fixture_activate (fixture, "table.remove");
  table_fixture_pick (fixture, 30, TAGA_ASSET_NAME, 1, 1);
  table_fixture_undo (fixture);
  g_assert_true (taga_grid_get_range (grid, &range));
  g_assert_cmpuint (range.first_row, ==, 2);
  g_assert_cmpuint (range.last_row, ==, 4);
}

static void
test_questions_and_criteria_open (WindowFixture *fixture, gconstpointer data)
{
  table_fixture_pick (fixture, 0, TAGA_ASSET_CONFIDENTIALITY, 1, 1);
  gtk_widget_activate_action (GTK_WIDGET (table_fixture_get_table (fixture)), "asset.criteria",
                              NULL);
  settle ();
  g_assert_true (window_fixture_is_told ("Confidentiality"));
  gtk_widget_activate_action (GTK_WIDGET (table_fixture_get_table (fixture)), "asset.questions",
                              NULL);
  settle ();
  g_assert_cmpuint (table_fixture_count_windows (), ==, 3);
}

/* Habits of other programs find an answer. */
static void
test_habits_are_answered (WindowFixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  settle ();
  g_assert_true (window_fixture_is_told ("Everything is saved already"));

  table_fixture_pick (fixture, 0, TAGA_ASSET_BUSINESS, 1, 1);
  table_fixture_activate (fixture, "table.column-menu");
  g_assert_true (window_fixture_is_told ("_Hide Column") || window_fixture_is_told ("Ascending"));
}

/* From a table that filters have emptied, one key leads back to all rows. */
static void
test_esc_leads_back_from_nothing (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaQuery) query =
      taga_query_copy (taga_record_table_get_query (table_fixture_get_table (fixture)));
  TagaFilter *filter = taga_filter_new (TAGA_ASSET_NAME);

  filter->contains = g_strdup ("そのような資産はない");
  taga_query_set_filter (query, filter);
  taga_record_table_set_query (table_fixture_get_table (fixture), query);
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 0);
  window_fixture_press ("Show _All Rows (Esc)");
  g_assert_cmpuint (table_fixture_count_rows (fixture), ==, 44);
  g_assert_true (gtk_widget_get_state_flags (GTK_WIDGET (window_fixture_get_grid (fixture)))
                 & GTK_STATE_FLAG_FOCUS_WITHIN);
}

/* Who takes a copy back is on its original again, not on the next row. */
static void
test_undoing_a_copy_leads_to_its_original (WindowFixture *fixture, gconstpointer data)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);
  guint row, field;

  table_fixture_pick (fixture, 3, TAGA_ASSET_BUSINESS, 1, 1);
  table_fixture_activate (fixture, "table.duplicate");
  table_fixture_undo (fixture);
  g_assert_true (taga_grid_get_cursor (grid, &row, &field));
  g_assert_cmpuint (row, ==, 3);

  /* An inserted row waits for its name. */
  table_fixture_activate (fixture, "table.insert");
  g_assert_true (taga_grid_get_cursor (grid, &row, &field));
  g_assert_cmpuint (row, ==, 3);
  g_assert_cmpuint (field, ==, TAGA_ASSET_NAME);
}

/* To hide a column is no step; undo would take back something else, so the way back is offered. */
static void
test_a_hidden_column_is_offered_back (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps = table_fixture_count_steps (fixture);

  taga_record_table_hide_column (table_fixture_get_table (fixture), TAGA_ASSET_BUSINESS);
  settle ();
  g_assert_false (
      taga_grid_get_column (window_fixture_get_grid (fixture), TAGA_ASSET_BUSINESS)->visible);
  window_fixture_press ("Show _Again");
  g_assert_true (
      taga_grid_get_column (window_fixture_get_grid (fixture), TAGA_ASSET_BUSINESS)->visible);
  g_assert_cmpuint (table_fixture_count_steps (fixture), ==, n_steps);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/record-table/" path, WindowFixture, NULL, window_fixture_set_up, func,             \
              window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("fills-down-and-right", test_fills_down_and_right);
  ADD ("fills-only-what-fits", test_fills_only_what_fits);
  ADD ("rows-are-removed-and-come-back", test_rows_are_removed_and_come_back);
  ADD ("rows-are-inserted-between-others", test_rows_are_inserted_between_others);
  ADD ("a-paper-row-stands-below-its-original", test_a_paper_row_stands_below_its_original);
  ADD ("a-sorted-table-takes-rows-at-the-cursor", test_a_sorted_table_takes_rows_at_the_cursor);
  ADD ("many-rows-are-changed-alike", test_many_rows_are_changed_alike);
  ADD ("earlier-values-complete-what-is-typed", test_earlier_values_complete_what_is_typed);
  ADD ("a-text-is-entered-into-a-range", test_a_text_is_entered_into_a_range);
  ADD ("the-handle-fills", test_the_handle_fills);
  ADD ("rows-are-confirmed", test_rows_are_confirmed);
  ADD ("undo-goes-to-what-it-changed", test_undo_goes_to_what_it_changed);
  ADD ("questions-and-criteria-open", test_questions_and_criteria_open);
  ADD ("habits-are-answered", test_habits_are_answered);
  ADD ("esc-leads-back-from-nothing", test_esc_leads_back_from_nothing);
  ADD ("undoing-a-copy-leads-to-its-original", test_undoing_a_copy_leads_to_its_original);
  ADD ("a-hidden-column-is-offered-back", test_a_hidden_column_is_offered_back);

  return g_test_run ();
}
