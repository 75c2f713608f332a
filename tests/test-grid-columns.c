#include "grid-fixture.h"
#include "taga-grid-body.h"
#include "taga-grid-heading.h"
#include "taga-grid-private.h"
#include "taga-grid-reorder.h"

static TagaGridRow *
get_first_row (GridFixture *fixture)
{
  return taga_grid_pool_get_row (taga_grid_body_get_pool (fixture->grid->body), 0);
}

static void
resized_cb (TagaGrid *grid, guint field, int width, int *seen)
{
  *seen = field == TAGA_ASSET_NOTE ? width : -1;
}

static void
test_resizes_columns (GridFixture *fixture, gconstpointer n_rows)
{
  const TagaGridColumn *column = taga_grid_get_column (fixture->grid, TAGA_ASSET_NOTE);
  TagaGridHeading *heading;
  graphene_rect_t bounds;
  int width = column->width, seen = 0;

  g_signal_connect (fixture->grid, "column-resized", G_CALLBACK (resized_cb), &seen);
  taga_grid_set_column_width (fixture->grid, TAGA_ASSET_NOTE, 300);
  grid_fixture_draw (fixture);
  g_assert_cmpint (column->width, ==, 300);
  g_assert_cmpint (seen, ==, 0);

  heading =
      TAGA_GRID_HEADING (grid_fixture_find (GTK_WIDGET (fixture->grid), TAGA_TYPE_GRID_HEADING, 2));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (heading), GTK_WIDGET (heading), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.size.width, 300 * fixture->grid->scale, 0.51);

  taga_grid_set_column_width (fixture->grid, TAGA_ASSET_NOTE, 1);
  g_assert_cmpint (column->width, >, 20);
  taga_grid_set_column_width (fixture->grid, TAGA_ASSET_NOTE, 100000);
  g_assert_cmpint (column->width, <, 5000);

  taga_grid_set_column_width (fixture->grid, TAGA_ASSET_NOTE, width);
  taga_grid_heading_press_key (heading, GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_cmpint (seen, ==, column->width);
  g_assert_cmpint (seen, >, width);
  taga_grid_heading_press_key (heading, GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_cmpint (seen, ==, width);
}

/* What was moved is in order again with the frame after. */
static void
assert_cells_in_order (GridFixture *fixture, TagaGridRow *row)
{
  GtkWidget *child;

  grid_fixture_draw (fixture);
  child = gtk_widget_get_first_child (GTK_WIDGET (row));

  for (guint i = 0; i < taga_grid_get_n_shown_columns (fixture->grid); i++)
    {
      TagaGridCellView *cell = taga_grid_row_get_cell (row, i);

      if (cell == NULL)
        continue;

      g_assert_true (child == GTK_WIDGET (cell));
      child = gtk_widget_get_next_sibling (child);
    }

  g_assert_null (child);
}

/* The frozen column stays at the left edge while the others move under it. */
static void
test_freezes_columns (GridFixture *fixture, gconstpointer n_rows)
{
  TagaGridRow *row = get_first_row (fixture);
  graphene_rect_t frozen, scrolled;

  g_assert_cmpuint (taga_grid_get_shown_field (fixture->grid, 0), ==, TAGA_ASSET_NAME);
  gtk_adjustment_set_value (fixture->grid->hadjustment, 40);
  grid_fixture_draw (fixture);

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (taga_grid_row_get_cell (row, 0)),
                                            GTK_WIDGET (row), &frozen));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (taga_grid_row_get_cell (row, 1)),
                                            GTK_WIDGET (row), &scrolled));
  g_assert_cmpfloat (frozen.origin.x, ==, 0);
  g_assert_cmpfloat (scrolled.origin.x, ==, frozen.size.width - 40);

  /* Cells that go out of view go, those that come into it come, in the columns' order. */
  g_assert_null (taga_grid_row_get_cell (row, 19));
  grid_fixture_press (fixture, GDK_KEY_End, 0);
  grid_fixture_draw (fixture);
  g_assert_nonnull (taga_grid_row_get_cell (row, 19));
  g_assert_null (taga_grid_row_get_cell (row, 1));
  assert_cells_in_order (fixture, row);
  taga_grid_set_cursor (fixture->grid, 0, TAGA_ASSET_REGISTERED_ON);
  gtk_adjustment_set_value (fixture->grid->hadjustment, 700);
  grid_fixture_draw (fixture);
  assert_cells_in_order (fixture, row);

  /* The first column is in view anyway; going there brings the others back. */
  grid_fixture_press (fixture, GDK_KEY_Home, 0);
  grid_fixture_draw (fixture);
  g_assert_nonnull (taga_grid_row_get_cell (row, 1));
  assert_cells_in_order (fixture, row);
}

static void
test_hides_columns (GridFixture *fixture, gconstpointer n_rows)
{
  guint n = taga_grid_get_n_shown_columns (fixture->grid);

  grid_fixture_put (fixture, 2, TAGA_ASSET_MEDIUM);
  taga_grid_set_column_visible (fixture->grid, TAGA_ASSET_NOTE, FALSE);
  grid_fixture_draw (fixture);
  g_assert_cmpuint (taga_grid_get_n_shown_columns (fixture->grid), ==, n - 1);
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_MEDIUM);

  taga_grid_set_column_visible (fixture->grid, TAGA_ASSET_MEDIUM, FALSE);
  grid_fixture_draw (fixture);
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_PERSONAL);

  taga_grid_set_column_visible (fixture->grid, TAGA_ASSET_MEDIUM, TRUE);
  grid_fixture_draw (fixture);
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_PERSONAL);
}

/* Writes the fields that are shown, by name, the frozen ones first. */
static char *
dup_order (GridFixture *fixture, guint n)
{
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint field = taga_grid_get_shown_field (fixture->grid, i);

      g_string_append_printf (order, "%s%s", i > 0 ? " " : "",
                              taga_record_class_peek (TAGA_TYPE_ASSET)->fields[field].name);
    }

  return g_string_free (order, FALSE);
}

static void
assert_order (GridFixture *fixture, const char *expected)
{
  g_autofree char *order = dup_order (fixture, 5);

  grid_fixture_draw (fixture);
  g_assert_cmpstr (order, ==, expected);
}

static void
moved_cb (TagaGrid *grid, guint field, guint position, char **seen)
{
  g_free (*seen);
  *seen = g_strdup_printf ("%s %u", taga_record_class_peek (TAGA_TYPE_ASSET)->fields[field].name,
                           position);
}

static void
test_moves_columns (GridFixture *fixture, gconstpointer n_rows)
{
  g_autofree char *seen = NULL;
  guint n = taga_grid_get_n_columns (fixture->grid);

  g_signal_connect (fixture->grid, "column-moved", G_CALLBACK (moved_cb), &seen);
  assert_order (fixture, "name business note users department");
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);

  /* The page moves: nobody is told. The cursor stays on its field. */
  taga_grid_move_column (fixture->grid, TAGA_ASSET_DEPARTMENT, 0);
  assert_order (fixture, "name department business note users");
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_NOTE);
  taga_grid_move_column (fixture->grid, TAGA_ASSET_DEPARTMENT, 3);
  assert_order (fixture, "name business note users department");
  taga_grid_move_column (fixture->grid, TAGA_ASSET_NAME, 3);
  assert_order (fixture, "name business note users department");
  g_assert_null (seen);

  /* The user moves past a hidden column, which keeps its place. */
  taga_grid_set_column_visible (fixture->grid, TAGA_ASSET_NOTE, FALSE);
  g_assert_true (taga_grid_reorder_drop (fixture->grid, TAGA_ASSET_BUSINESS, 3));
  g_assert_cmpstr (seen, ==, "business 2");
  taga_grid_set_column_visible (fixture->grid, TAGA_ASSET_NOTE, TRUE);
  assert_order (fixture, "name note users business department");
  g_assert_true (taga_grid_reorder_drop (fixture->grid, TAGA_ASSET_BUSINESS, 1));
  g_assert_cmpstr (seen, ==, "business 0");
  assert_order (fixture, "name business note users department");

  /* To where it is, or before the frozen one, is nowhere; behind the last is the end. */
  g_clear_pointer (&seen, g_free);
  g_assert_false (taga_grid_reorder_drop (fixture->grid, TAGA_ASSET_BUSINESS, 1));
  g_assert_false (taga_grid_reorder_drop (fixture->grid, TAGA_ASSET_BUSINESS, 2));
  g_assert_false (taga_grid_reorder_drop (fixture->grid, TAGA_ASSET_NOTE, 0));
  g_assert_null (seen);
  g_assert_true (taga_grid_reorder_drop (fixture->grid, TAGA_ASSET_BUSINESS,
                                         (int) taga_grid_get_n_shown_columns (fixture->grid)));
  assert_order (fixture, "name note users department medium");

  /* What the page keeps of it makes the same columns again. */
  g_assert_cmpuint (taga_grid_get_n_columns (fixture->grid), ==, n);
  taga_grid_set_column_visible (fixture->grid, TAGA_ASSET_USERS, FALSE);
  {
    g_autofree TagaGridColumn *kept = g_new (TagaGridColumn, n);
    g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 0; i < n; i++)
      {
        kept[i] = *taga_grid_get_nth_column (fixture->grid, i);
        g_ptr_array_add (texts, kept[i].title = g_strdup (kept[i].title));
        g_ptr_array_add (texts, kept[i].group = g_strdup (kept[i].group));
      }
    taga_grid_set_columns_from_class (fixture->grid, taga_record_class_peek (TAGA_TYPE_ASSET));
    assert_order (fixture, "name business note users department");
    taga_grid_set_columns (fixture->grid, kept, n);
    assert_order (fixture, "name note department medium personal");
  }
}

static void
test_moves_columns_by_key (GridFixture *fixture, gconstpointer n_rows)
{
  const GdkModifierType keys = GDK_CONTROL_MASK | GDK_SHIFT_MASK;
  g_autofree char *seen = NULL;
  GtkWidget *focus;

  g_signal_connect (fixture->grid, "column-moved", G_CALLBACK (moved_cb), &seen);
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  for (guint i = 0; i < 2; i++)
    {
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      taga_grid_heading_press_key (TAGA_GRID_HEADING (focus), GDK_KEY_Right, keys);
    }
  g_assert_cmpstr (seen, ==, "note 3");
  assert_order (fixture, "name business users department note");

  /* The focus goes with the column, and stops before the frozen one. */
  for (guint i = 0; i < 5; i++)
    {
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      taga_grid_heading_press_key (TAGA_GRID_HEADING (focus), GDK_KEY_Left, keys);
    }
  assert_order (fixture, "name note business users department");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remarks");
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_NOTE);
}

/* A group's title is read as long as a column of the group is in view. */
static void
test_group_titles_stay (GridFixture *fixture, gconstpointer n_rows)
{
  GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid->header));
  int frozen = fixture->grid->layout.frozen_width, slot;
  graphene_rect_t bounds;
  const TagaGridSlot *last;

  while (!gtk_widget_has_css_class (group, "group"))
    group = gtk_widget_get_next_sibling (group);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (group)), ==, "Kinds of personal information");
  slot = taga_grid_layout_find_slot (&fixture->grid->layout, TAGA_ASSET_MY_NUMBER);
  last = taga_grid_layout_get_slot (&fixture->grid->layout, (guint) slot);

  /* Half of the group's last column is in view. */
  gtk_adjustment_set_value (fixture->grid->hadjustment, last->x + last->width / 2 - frozen);
  grid_fixture_draw (fixture);
  g_assert_true (gtk_widget_get_mapped (group));
  g_assert_true (gtk_widget_compute_bounds (group, GTK_WIDGET (fixture->grid->header), &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, frozen + last->width / 2 + 1);
  g_assert_true (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (group))));
  g_assert_true (gtk_widget_get_has_tooltip (group));

  gtk_adjustment_set_value (fixture->grid->hadjustment, last->x + last->width - frozen);
  grid_fixture_draw (fixture);
  g_assert_false (gtk_widget_get_mapped (group));
}

static void
sort_cb (TagaGrid *grid, guint field, gboolean add, char **seen)
{
  g_free (*seen);
  *seen = g_strdup_printf ("%u%s", field, add ? "+" : "");
}

static void
menu_cb (TagaGrid *grid, guint field, const GdkRectangle *rect, char **seen)
{
  g_free (*seen);
  *seen = g_strdup_printf ("%u %s", field, rect->width > 20 ? "wide" : "narrow");
}

static void
test_header (GridFixture *fixture, gconstpointer n_rows)
{
  static const TagaGridSort keys[] = { { TAGA_ASSET_NOTE, TRUE }, { TAGA_ASSET_NAME, FALSE } };
  GtkWidget *heading = grid_fixture_find (GTK_WIDGET (fixture->grid), TAGA_TYPE_GRID_HEADING, 2);
  g_autofree char *sorted = NULL;
  g_autofree char *menu = NULL;
  g_autofree char *expected = g_strdup_printf ("%d", TAGA_ASSET_NOTE);
  g_autofree char *expected_add = g_strdup_printf ("%d+", TAGA_ASSET_NOTE);
  g_autofree char *expected_menu = g_strdup_printf ("%d wide", TAGA_ASSET_NOTE);

  g_signal_connect (fixture->grid, "sort-requested", G_CALLBACK (sort_cb), &sorted);
  g_signal_connect (fixture->grid, "header-menu", G_CALLBACK (menu_cb), &menu);

  g_signal_emit_by_name (heading, "clicked");
  g_assert_cmpstr (sorted, ==, expected);
  taga_grid_heading_press_key (TAGA_GRID_HEADING (heading), GDK_KEY_Return, GDK_SHIFT_MASK);
  g_assert_cmpstr (sorted, ==, expected_add);
  taga_grid_heading_press_key (TAGA_GRID_HEADING (heading), GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpstr (menu, ==, expected_menu);

  taga_grid_set_sort (fixture->grid, keys, 2);
  taga_grid_set_filtered (fixture->grid, TAGA_ASSET_NOTE, TRUE);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remarks, descending, key 1, filtered");
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_SORT,
                                       GTK_ACCESSIBLE_SORT_DESCENDING);
  g_assert_true (gtk_widget_has_css_class (heading, "filtered"));

  taga_grid_set_sort (fixture->grid, NULL, 0);
  taga_grid_set_filtered (fixture->grid, TAGA_ASSET_NOTE, FALSE);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remarks");
  g_assert_false (gtk_widget_has_css_class (heading, "filtered"));
}

static void
add (const char *path, void (*test) (GridFixture *, gconstpointer))
{
  g_test_add (path, GridFixture, GUINT_TO_POINTER (100), grid_fixture_set_up, test,
              grid_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/grid/resizes-columns", test_resizes_columns);
  add ("/grid/freezes-columns", test_freezes_columns);
  add ("/grid/hides-columns", test_hides_columns);
  add ("/grid/moves-columns", test_moves_columns);
  add ("/grid/keys-move-columns", test_moves_columns_by_key);
  add ("/grid/group-titles-stay", test_group_titles_stay);
  add ("/grid/header-asks-for-order-and-menu", test_header);

  return g_test_run ();
}
