#include "grid-fixture.h"
#include "taga-grid-body.h"
#include "taga-grid-private.h"

/* Every test begins with the remarks and users of assets 6 to 8, the cursor on the first. */
static void
set_up (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_set_up (fixture, n_rows);
  grid_fixture_put (fixture, 5, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  grid_fixture_press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  grid_fixture_assert_range (fixture, "5-7 2-3");
  fixture->selected = fixture->moved = 0;
}

static void
assert_in_view (GridFixture *fixture)
{
  grid_fixture_draw (fixture);
  grid_fixture_draw (fixture);
  g_assert_true (taga_grid_cursor_is_in_view (fixture->grid));
}

static void
test_survives_a_sort (GridFixture *fixture, gconstpointer n_rows)
{
  test_lazy_list_reorder (fixture->list, 100, TRUE);
  grid_fixture_assert_range (fixture, "92-94 2-3");
  grid_fixture_assert_cursor (fixture, 94, TAGA_ASSET_NOTE);
  g_assert_cmpuint (fixture->moved, ==, 1);
  g_assert_cmpuint (fixture->selected, ==, 1);
  assert_in_view (fixture);

  test_lazy_list_reorder (fixture->list, 100, FALSE);
  grid_fixture_assert_range (fixture, "5-7 2-3");
  assert_in_view (fixture);

  /* What goes on from there is the same range as before. */
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  grid_fixture_assert_range (fixture, "5-8 2-3");
}

static void
test_survives_a_filter (GridFixture *fixture, gconstpointer n_rows)
{
  test_lazy_list_reorder (fixture->list, 8, FALSE);
  grid_fixture_assert_range (fixture, "5-7 2-3");
  test_lazy_list_reorder (fixture->list, 100, FALSE);
  grid_fixture_assert_range (fixture, "5-7 2-3");

  /* A corner is filtered away: the range could mean others. */
  test_lazy_list_reorder (fixture->list, 7, FALSE);
  grid_fixture_assert_range (fixture, "5-5 2-2");
  grid_fixture_assert_cursor (fixture, 5, TAGA_ASSET_NOTE);
  test_lazy_list_reorder (fixture->list, 100, FALSE);
  grid_fixture_assert_range (fixture, "5-5 2-2");
}

static void
test_survives_rows_elsewhere (GridFixture *fixture, gconstpointer n_rows)
{
  test_lazy_list_splice (fixture->list, 0, 0, 50);
  grid_fixture_assert_range (fixture, "55-57 2-3");
  assert_in_view (fixture);
  test_lazy_list_splice (fixture->list, 90, 5, 0);
  grid_fixture_assert_range (fixture, "55-57 2-3");
  test_lazy_list_splice (fixture->list, 3, 10, 0);
  grid_fixture_assert_range (fixture, "45-47 2-3");

  /* Rows within it are others. */
  test_lazy_list_splice (fixture->list, 46, 0, 1);
  grid_fixture_assert_range (fixture, "45-45 2-2");
  grid_fixture_assert_cursor (fixture, 45, TAGA_ASSET_NOTE);
}

/* Undo tells of each record that it puts back; of many at once it tells by a new list. */
static void
test_survives_undo (GridFixture *fixture, gconstpointer n_rows)
{
  g_list_model_items_changed (G_LIST_MODEL (fixture->list), 6, 1, 1);
  g_list_model_items_changed (G_LIST_MODEL (fixture->list), 5, 3, 3);
  test_lazy_list_reorder (fixture->list, 100, FALSE);
  grid_fixture_assert_range (fixture, "5-7 2-3");
  g_assert_cmpuint (fixture->moved, ==, 0);

  /* The rows of the range go: it ends where they were. */
  test_lazy_list_splice (fixture->list, 5, 3, 0);
  grid_fixture_assert_range (fixture, "5-5 2-2");
  g_assert_cmpuint (fixture->moved, ==, 1);
}

static void
test_survives_columns (GridFixture *fixture, gconstpointer n_rows)
{
  taga_grid_set_column_visible (fixture->grid, TAGA_ASSET_BUSINESS, FALSE);
  grid_fixture_assert_range (fixture, "5-7 1-2");
  grid_fixture_assert_cursor (fixture, 5, TAGA_ASSET_NOTE);
  taga_grid_set_column_visible (fixture->grid, TAGA_ASSET_MEDIUM, FALSE);
  grid_fixture_assert_range (fixture, "5-7 1-2");
  taga_grid_set_column_visible (fixture->grid, TAGA_ASSET_BUSINESS, TRUE);
  grid_fixture_assert_range (fixture, "5-7 2-3");

  taga_grid_set_column_visible (fixture->grid, TAGA_ASSET_USERS, FALSE);
  grid_fixture_assert_range (fixture, "5-5 2-2");
}

/* Another page of the program takes the grid off the screen. */
static void
test_survives_another_page (GridFixture *fixture, gconstpointer n_rows)
{
  GtkWidget *scroller = gtk_window_get_child (GTK_WINDOW (fixture->window));

  gtk_widget_set_visible (scroller, FALSE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  test_lazy_list_splice (fixture->list, 0, 0, 2);
  gtk_widget_set_visible (scroller, TRUE);
  grid_fixture_draw (fixture);
  grid_fixture_assert_range (fixture, "7-9 2-3");
}

static void
add (const char *path, void (*test) (GridFixture *, gconstpointer))
{
  g_test_add (path, GridFixture, GUINT_TO_POINTER (100), set_up, test, grid_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/grid/range-survives-a-sort", test_survives_a_sort);
  add ("/grid/range-survives-a-filter", test_survives_a_filter);
  add ("/grid/range-survives-rows-elsewhere", test_survives_rows_elsewhere);
  add ("/grid/range-survives-undo", test_survives_undo);
  add ("/grid/range-survives-columns", test_survives_columns);
  add ("/grid/range-survives-another-page", test_survives_another_page);

  return g_test_run ();
}
