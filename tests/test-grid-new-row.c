#include "grid-fixture.h"
#include "taga-grid-body.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"

/* The row below the last record. */

#define LAST 9
#define NEW_ROW 10

static void
set_up (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_set_up (fixture, n_rows);
  taga_grid_set_has_new_row (fixture->grid, TRUE);
  grid_fixture_draw (fixture);
}

static guint
count_records (GridFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static TagaGridRow *
get_row (GridFixture *fixture, guint row)
{
  TagaGridRow *shown = taga_grid_pool_get_row (taga_grid_body_get_pool (fixture->grid->body), row);

  g_assert_nonnull (shown);
  return shown;
}

static void
test_is_reached (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, LAST, TAGA_ASSET_NOTE);
  g_assert_false (taga_grid_is_on_new_row (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_assert_cursor (fixture, NEW_ROW, TAGA_ASSET_NOTE);
  g_assert_true (taga_grid_is_on_new_row (fixture->grid));
  g_assert_null (taga_grid_dup_cursor_record (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_assert_cursor (fixture, NEW_ROW, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_Up, 0);
  grid_fixture_assert_cursor (fixture, LAST, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_cursor (fixture, NEW_ROW, TAGA_ASSET_NOTE);

  /* What goes to the end goes to the last record. */
  grid_fixture_press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_false (taga_grid_is_on_new_row (fixture->grid));
  grid_fixture_put (fixture, 0, TAGA_ASSET_NAME);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  grid_fixture_assert_cursor (fixture, LAST, TAGA_ASSET_NAME);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  grid_fixture_assert_cursor (fixture, LAST, TAGA_ASSET_NAME);
  grid_fixture_press (fixture, GDK_KEY_Page_Down, 0);
  grid_fixture_assert_cursor (fixture, LAST, TAGA_ASSET_NAME);
  taga_grid_set_cursor (fixture->grid, 1000, TAGA_ASSET_NAME);
  grid_fixture_assert_cursor (fixture, LAST, TAGA_ASSET_NAME);

  grid_fixture_put (fixture, NEW_ROW, TAGA_ASSET_NAME);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  grid_fixture_assert_cursor (fixture, NEW_ROW, TAGA_ASSET_NAME);
  grid_fixture_press (fixture, GDK_KEY_Up, GDK_CONTROL_MASK);
  grid_fixture_assert_cursor (fixture, LAST, TAGA_ASSET_NAME);
}

static void
test_says_what_it_is (GridFixture *fixture, gconstpointer n_rows)
{
  guint field = taga_grid_get_shown_field (fixture->grid, 0);
  g_autofree char *first = grid_fixture_dup_cell (fixture, NEW_ROW, field);
  g_autofree char *second = grid_fixture_dup_cell (fixture, NEW_ROW, TAGA_ASSET_NOTE);
  TagaGridRow *row = get_row (fixture, NEW_ROW);

  g_assert_cmpstr (first, ==, "＊");
  g_assert_cmpstr (second, ==, "");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New row");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (taga_grid_row_get_cell (row, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "New row");
  gtk_test_accessible_assert_relation (fixture->grid, GTK_ACCESSIBLE_RELATION_ROW_COUNT, 11);
  grid_fixture_put (fixture, NEW_ROW, TAGA_ASSET_NOTE);
  gtk_test_accessible_assert_property (grid_fixture_get_entry (fixture),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Remarks: empty, new row");

  /* A record that comes takes its place, and it is the next. */
  test_lazy_list_splice (fixture->list, 10, 0, 1);
  grid_fixture_draw (fixture);
  grid_fixture_assert_cursor (fixture, 11, TAGA_ASSET_NOTE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (fixture, 10)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Row 11");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (fixture, 11)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "New row");
  taga_grid_set_has_new_row (fixture->grid, FALSE);
  grid_fixture_assert_cursor (fixture, 10, TAGA_ASSET_NOTE);
}

static void
test_takes_a_record (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, NEW_ROW, TAGA_ASSET_NAME);
  grid_fixture_type (fixture, "新しい台帳");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  grid_fixture_assert_committed (fixture, "");
  g_assert_cmpuint (count_records (fixture), ==, 10);
  g_assert_true (taga_grid_is_on_new_row (fixture->grid));

  /* Tab goes on in the row that it has become, and Enter to the next new one. */
  grid_fixture_type (fixture, "新しい台帳");
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  grid_fixture_draw (fixture);
  grid_fixture_assert_committed (fixture, "name=新しい台帳@0\n");
  g_assert_cmpuint (count_records (fixture), ==, 11);
  grid_fixture_assert_cursor (fixture, 10, TAGA_ASSET_BUSINESS);
  g_assert_false (taga_grid_is_on_new_row (fixture->grid));
  grid_fixture_type (fixture, "棚");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "business=棚@100001\n");
  grid_fixture_assert_cursor (fixture, 11, TAGA_ASSET_NAME);
  g_assert_true (taga_grid_is_on_new_row (fixture->grid));

  /* Nothing entered is nothing added. */
  grid_fixture_press (fixture, GDK_KEY_F2, 0);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "");
  g_assert_cmpuint (count_records (fixture), ==, 11);
}

static void
test_takes_choices_and_marks (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, NEW_ROW, TAGA_ASSET_MEDIUM);
  grid_fixture_type (fixture, "2");
  grid_fixture_assert_committed (fixture, "medium=モバイル機器@0\n");
  grid_fixture_assert_cursor (fixture, 10, TAGA_ASSET_MEDIUM);
  g_assert_false (taga_grid_is_editing (fixture->grid));
  g_assert_false (taga_grid_is_on_new_row (fixture->grid));

  grid_fixture_put (fixture, 11, TAGA_ASSET_PERSONAL);
  grid_fixture_press (fixture, GDK_KEY_space, 0);
  grid_fixture_assert_committed (fixture, "personal=1@0\n");
  g_assert_cmpuint (count_records (fixture), ==, 12);
}

/* Refused, the text stays in the new row; a record that comes elsewhere is gone to. */
static void
test_follows_the_record (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, NEW_ROW, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "だめ");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  g_assert_true (taga_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "だめ");
  g_assert_cmpuint (count_records (fixture), ==, 10);
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  grid_fixture_assert_committed (fixture, "note=だめ@0\n");

  fixture->adds_above = TRUE;
  grid_fixture_type (fixture, "上に");
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  grid_fixture_assert_cursor (fixture, 0, TAGA_ASSET_USERS);

  /* In the new row the cursor stays there whatever becomes of the list. */
  grid_fixture_put (fixture, 11, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "途中");
  test_lazy_list_reorder (fixture->list, 8, TRUE);
  grid_fixture_draw (fixture);
  g_assert_true (taga_grid_is_editing (fixture->grid));
  grid_fixture_assert_cursor (fixture, 8, TAGA_ASSET_NOTE);
  g_assert_true (taga_grid_is_on_new_row (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);

  /* On a record it waits for that, as without the new row. */
  grid_fixture_put (fixture, 1, TAGA_ASSET_NOTE);
  test_lazy_list_reorder (fixture->list, 8, FALSE);
  grid_fixture_draw (fixture);
  grid_fixture_assert_cursor (fixture, 6, TAGA_ASSET_NOTE);
  test_lazy_list_reorder (fixture->list, 0, FALSE);
  grid_fixture_draw (fixture);
  g_assert_true (taga_grid_is_on_new_row (fixture->grid));
  grid_fixture_assert_cursor (fixture, 0, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  grid_fixture_press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  g_assert_true (taga_grid_is_on_new_row (fixture->grid));
}

static void
count_cb (guint *counter)
{
  *counter += 1;
}

/* What is done with records is never done with the new row. */
static void
test_is_no_record (GridFixture *fixture, gconstpointer n_rows)
{
  static const char *const names[] = {
    "clear-requested",     "copy-requested",   "cut-requested",
    "fill-down-requested", "remove-requested", "insert-requested"
  };
  g_autoptr (GtkBitset) rows = NULL;
  guint requests = 0, pastes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_swapped (fixture->grid, names[i], G_CALLBACK (count_cb), &requests);
  g_signal_connect_swapped (fixture->grid, "paste-requested", G_CALLBACK (count_cb), &pastes);

  grid_fixture_put (fixture, NEW_ROW, TAGA_ASSET_NOTE);
  grid_fixture_assert_range (fixture, "10-10 2-2");
  rows = taga_grid_dup_selected_rows (fixture->grid);
  g_assert_true (gtk_bitset_is_empty (rows));
  grid_fixture_press (fixture, GDK_KEY_Delete, 0);
  grid_fixture_press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  grid_fixture_press (fixture, GDK_KEY_x, GDK_CONTROL_MASK);
  grid_fixture_press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  grid_fixture_press (fixture, GDK_KEY_minus, GDK_CONTROL_MASK);
  grid_fixture_press (fixture, GDK_KEY_plus, GDK_CONTROL_MASK);
  g_assert_cmpuint (requests, ==, 0);
  grid_fixture_press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  g_assert_cmpuint (pastes, ==, 1);

  /* A range that reaches it is one of records, from either end. */
  grid_fixture_press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  grid_fixture_press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  grid_fixture_assert_range (fixture, "8-9 2-2");
  grid_fixture_press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpuint (requests, ==, 1);
  grid_fixture_put (fixture, 7, TAGA_ASSET_NOTE);
  for (guint i = 0; i < 5; i++)
    grid_fixture_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  grid_fixture_assert_range (fixture, "7-9 2-2");
  grid_fixture_press (fixture, GDK_KEY_space, GDK_CONTROL_MASK);
  grid_fixture_assert_range (fixture, "0-9 2-2");
}

static void
add (const char *path, void (*test) (GridFixture *, gconstpointer))
{
  g_test_add (path, GridFixture, GUINT_TO_POINTER (10), set_up, test, grid_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/grid/new-row-is-reached", test_is_reached);
  add ("/grid/new-row-says-what-it-is", test_says_what_it_is);
  add ("/grid/new-row-takes-a-record", test_takes_a_record);
  add ("/grid/new-row-takes-choices-and-marks", test_takes_choices_and_marks);
  add ("/grid/new-row-follows-the-record", test_follows_the_record);
  add ("/grid/new-row-is-no-record", test_is_no_record);

  return g_test_run ();
}
