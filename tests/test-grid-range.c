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
fill_cb (TagaGrid *grid, const TagaGridRange *from, const TagaGridRange *to, char **seen)
{
  g_free (*seen);
  *seen = g_strdup_printf ("%u-%u %u-%u to %u-%u %u-%u", from->first_row, from->last_row,
                           from->first_column, from->last_column, to->first_row, to->last_row,
                           to->first_column, to->last_column);
}

static GtkWidget *
find_child (GridFixture *fixture, const char *css_name)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid->body));

  while (!g_str_equal (gtk_widget_get_css_name (child), css_name))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* Drags the handle to the middle of a cell, which need not be in view. */
static void
drag_to (GridFixture *fixture, guint row, guint slot)
{
  TagaGridFill *fill = taga_grid_body_get_fill (fixture->grid->body);
  GdkRectangle rect;

  taga_grid_body_get_cell_rect (fixture->grid->body, row, slot, &rect);
  taga_grid_fill_begin (fill);
  taga_grid_fill_drag (fill, rect.x + rect.width / 2, rect.y + rect.height / 2);
}

static void
test_shows_the_handle (GridFixture *fixture, gconstpointer n_rows)
{
  TagaGridFill *fill = taga_grid_body_get_fill (fixture->grid->body);
  GtkWidget *handle = find_child (fixture, "gridhandle");
  GdkRectangle cell;
  graphene_rect_t bounds;
  int right, bottom;

  grid_fixture_draw (fixture);
  g_assert_true (gtk_widget_get_mapped (handle));
  gtk_test_accessible_assert_role (handle, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  taga_grid_body_get_cell_rect (fixture->grid->body, 7, 3, &cell);
  right = cell.x + cell.width;
  bottom = cell.y + cell.height;
  g_assert_true (gtk_widget_compute_bounds (handle, GTK_WIDGET (fixture->grid->body), &bounds));
  g_assert_cmpfloat (bounds.size.width, >=, 8);
  g_assert_cmpfloat (bounds.size.height, >=, 8);
  g_assert_true (
      graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (right - 1, bottom - 1)));
  g_assert_true (taga_grid_fill_is_at (fill, right, bottom));
  g_assert_false (taga_grid_fill_is_at (fill, right - 30, bottom - 20));

  /* There is none while a value is entered, nor where its corner is out of view. */
  grid_fixture_type (fixture, "x");
  grid_fixture_draw (fixture);
  g_assert_false (gtk_widget_get_mapped (handle));
  g_assert_false (taga_grid_fill_is_at (fill, right, bottom));
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  gtk_adjustment_set_value (fixture->grid->vadjustment, 1000);
  grid_fixture_draw (fixture);
  g_assert_false (gtk_widget_get_mapped (handle));
}

static void
test_drags_the_handle (GridFixture *fixture, gconstpointer n_rows)
{
  TagaGridFill *fill = taga_grid_body_get_fill (fixture->grid->body);
  GtkWidget *outline = find_child (fixture, "gridtarget");
  g_autofree char *seen = NULL;

  g_signal_connect (fixture->grid, "fill-requested", G_CALLBACK (fill_cb), &seen);
  drag_to (fixture, 10, 3);
  grid_fixture_draw (fixture);
  g_assert_true (gtk_widget_get_mapped (outline));
  g_assert_cmpint (gtk_widget_get_height (outline), ==, 6 * fixture->grid->row_height);
  g_assert_null (seen);
  taga_grid_fill_end (fill, TRUE);
  g_assert_cmpstr (seen, ==, "5-7 2-3 to 5-10 2-3");
  grid_fixture_assert_range (fixture, "5-10 2-3");
  grid_fixture_assert_cursor (fixture, 5, TAGA_ASSET_NOTE);
  grid_fixture_draw (fixture);
  g_assert_false (gtk_widget_get_mapped (outline));

  drag_to (fixture, 2, 2);
  taga_grid_fill_end (fill, TRUE);
  g_assert_cmpstr (seen, ==, "5-10 2-3 to 2-10 2-3");
  drag_to (fixture, 6, 1);
  taga_grid_fill_end (fill, TRUE);
  g_assert_cmpstr (seen, ==, "2-10 2-3 to 2-10 1-3");
  drag_to (fixture, 6, 4);
  taga_grid_fill_end (fill, TRUE);
  g_assert_cmpstr (seen, ==, "2-10 1-3 to 2-10 1-4");

  /* Dropped where it began, or given up, nothing is filled. */
  g_clear_pointer (&seen, g_free);
  drag_to (fixture, 6, 3);
  taga_grid_fill_end (fill, TRUE);
  drag_to (fixture, 12, 3);
  taga_grid_fill_end (fill, FALSE);
  g_assert_null (seen);
  grid_fixture_assert_range (fixture, "2-10 1-4");

  /* Far beyond the last row: to the last in view. */
  taga_grid_fill_begin (fill);
  taga_grid_fill_drag (fill, 200, 100000);
  taga_grid_fill_end (fill, TRUE);
  g_assert_nonnull (seen);
}

/* Dropped far below, the view stays where it was dropped. */
static void
test_fill_keeps_the_view (GridFixture *fixture, gconstpointer n_rows)
{
  GtkAdjustment *adjustment = fixture->grid->vadjustment;
  double value;

  taga_grid_fill_begin (taga_grid_body_get_fill (fixture->grid->body));
  gtk_adjustment_set_value (adjustment, 100000);
  grid_fixture_draw (fixture);
  value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (value, >, 1000);
  taga_grid_fill_drag (taga_grid_body_get_fill (fixture->grid->body), 200, 100000);
  grid_fixture_draw (fixture);
  taga_grid_fill_end (taga_grid_body_get_fill (fixture->grid->body), TRUE);
  grid_fixture_draw (fixture);
  grid_fixture_draw (fixture);
  grid_fixture_assert_range (fixture, "5-99 2-3");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
}

/* Users of the assets are empty; the remarks beside them go down to asset 9. */
static void
test_fills_down_beside_a_block (GridFixture *fixture, gconstpointer n_rows)
{
  TagaGridFill *fill = taga_grid_body_get_fill (fixture->grid->body);
  g_autofree char *seen = NULL;

  g_signal_connect (fixture->grid, "fill-requested", G_CALLBACK (fill_cb), &seen);
  grid_fixture_put (fixture, 2, TAGA_ASSET_USERS);
  taga_grid_fill_down (fill);
  g_assert_cmpstr (seen, ==, "2-2 3-3 to 2-8 3-3");

  /* Never over values. */
  g_clear_pointer (&seen, g_free);
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  taga_grid_fill_down (fill);
  g_assert_null (seen);
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

  add ("/grid/shows-the-fill-handle", test_shows_the_handle);
  add ("/grid/drags-the-fill-handle", test_drags_the_handle);
  add ("/grid/fill-keeps-the-view", test_fill_keeps_the_view);
  add ("/grid/fills-down-beside-a-block", test_fills_down_beside_a_block);

  return g_test_run ();
}
