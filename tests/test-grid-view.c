#include <string.h>

#include "grid-fixture.h"
#include "taga-grid-body.h"
#include "taga-grid-heading.h"
#include "taga-grid-private.h"

static TagaGridPool *
get_pool (GridFixture *fixture)
{
  return taga_grid_body_get_pool (fixture->grid->body);
}

static guint
count_in_view (GridFixture *fixture)
{
  return (guint) (taga_grid_get_view_height (fixture->grid) / fixture->grid->row_height) + 2;
}

static void
scroll_to (GridFixture *fixture, guint row, double further)
{
  gtk_adjustment_set_value (fixture->grid->vadjustment,
                            (double) row * fixture->grid->row_height + further);
  grid_fixture_draw (fixture);
  grid_fixture_draw (fixture);
}

static void
test_asks_for_what_is_in_view (GridFixture *fixture, gconstpointer n_rows)
{
  guint most = count_in_view (fixture);
  guint n_cells;

  g_assert_cmpuint (most, <, 25);
  g_assert_cmpuint (test_lazy_list_get_n_asked (fixture->list), <=, most);
  n_cells = grid_fixture_count (GTK_WIDGET (fixture->grid), TAGA_TYPE_GRID_CELL_VIEW);

  /* The last rows, far below: as many widgets as before, and only their records. */
  test_lazy_list_forget_asked (fixture->list);
  grid_fixture_press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  grid_fixture_press (fixture, GDK_KEY_Home, 0);
  grid_fixture_draw (fixture);
  g_assert_cmpuint (test_lazy_list_get_n_asked (fixture->list), <=, most + 1);
  g_assert_cmpuint (taga_grid_pool_get_n_rows (get_pool (fixture)), <=, most);
  g_assert_nonnull (taga_grid_pool_get_row (get_pool (fixture), 99999));
  g_assert_cmpuint (grid_fixture_count (GTK_WIDGET (fixture->grid), TAGA_TYPE_GRID_CELL_VIEW), <=,
                    n_cells);

  /* Back at the top, where one row more is in view than at the end. */
  grid_fixture_press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  grid_fixture_draw (fixture);
  g_assert_nonnull (taga_grid_pool_get_row (get_pool (fixture), 0));

  /* One row further asks for one record more. */
  test_lazy_list_forget_asked (fixture->list);
  scroll_to (fixture, 500, 0);
  g_assert_cmpuint (test_lazy_list_get_n_asked (fixture->list), <=, most);
  test_lazy_list_forget_asked (fixture->list);
  scroll_to (fixture, 501, 0);
  g_assert_cmpuint (test_lazy_list_get_n_asked (fixture->list), ==, 1);

  /* Selecting everything asks for the corners, to find them again, and for nothing in between. */
  test_lazy_list_forget_asked (fixture->list);
  grid_fixture_press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  grid_fixture_draw (fixture);
  g_assert_cmpuint (test_lazy_list_get_n_asked (fixture->list), <=, 2);
}

/* A place far down is exact to the pixel. */
static void
test_places_far_rows_exactly (GridFixture *fixture, gconstpointer n_rows)
{
  graphene_rect_t bounds;

  scroll_to (fixture, 90001, 7);
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (taga_grid_pool_get_row (get_pool (fixture), 90001)),
                                 GTK_WIDGET (fixture->grid->body), &bounds));
  g_assert_cmpfloat (bounds.origin.y, ==, -7);
}

/* Rows are children in the order of their positions, as a screen reader reads them. */
static void
test_keeps_rows_in_order (GridFixture *fixture, gconstpointer n_rows)
{
  static const guint places[] = { 20, 10, 100, 0, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint position = places[i];

      scroll_to (fixture, position, 3);
      for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid->body));
           TAGA_IS_GRID_ROW (row); row = gtk_widget_get_next_sibling (row))
        g_assert_cmpuint (taga_grid_row_get_position (TAGA_GRID_ROW (row)), ==, position++);
      g_assert_cmpuint (position, >, places[i] + 5);
    }
}

static gboolean
coast_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GtkAdjustment *adjustment = user_data;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 37);

  return gtk_adjustment_get_value (adjustment) < 1200;
}

/* A view that coasts along changes in the midst of each frame. */
static void
test_coasts (GridFixture *fixture, gconstpointer n_rows)
{
  GtkAdjustment *adjustment = fixture->grid->vadjustment;
  guint position;

  gtk_widget_add_tick_callback (gtk_widget_get_parent (GTK_WIDGET (fixture->grid)), coast_cb,
                                adjustment, NULL);
  while (gtk_adjustment_get_value (adjustment) < 1200)
    {
      g_autofree char *expected = NULL;
      g_autofree char *text = NULL;

      grid_fixture_draw (fixture);
      position = (guint) gtk_adjustment_get_value (adjustment) / (guint) fixture->grid->row_height;
      expected = g_strdup_printf ("資産%u", position + 6);
      text = grid_fixture_dup_cell (fixture, position + 5, TAGA_ASSET_NAME);
      g_assert_cmpstr (text, ==, expected);
    }

  grid_fixture_draw (fixture);
  position = (guint) gtk_adjustment_get_value (adjustment) / (guint) fixture->grid->row_height;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid->body));
       TAGA_IS_GRID_ROW (row); row = gtk_widget_get_next_sibling (row))
    g_assert_cmpuint (taga_grid_row_get_position (TAGA_GRID_ROW (row)), ==, position++);
}

/* A scrolled window whose bars take room lays the grid out with and without them; the end of the
 * list stays in sight all the same. */
static void
test_stays_at_the_end (GridFixture *fixture, gconstpointer n_rows)
{
  GtkScrolledWindow *scroller =
      GTK_SCROLLED_WINDOW (gtk_window_get_child (GTK_WINDOW (fixture->window)));
  GtkAdjustment *adjustment = fixture->grid->vadjustment;

  /* Else bars grow over several frames. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_scrolled_window_set_overlay_scrolling (scroller, FALSE);
  grid_fixture_draw (fixture);
  grid_fixture_draw (fixture);
  gtk_adjustment_set_value (adjustment, 1000000);
  for (guint i = 0; i < 3; i++)
    {
      grid_fixture_draw (fixture);
      gtk_widget_queue_resize (GTK_WIDGET (fixture->grid));
    }
  grid_fixture_draw (fixture);
  grid_fixture_draw (fixture);

  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, 1000.0 * fixture->grid->row_height);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     gtk_adjustment_get_upper (adjustment)
                         - gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), ==,
                     taga_grid_get_view_height (fixture->grid));

  /* When rows go, the view goes to the new end. */
  test_lazy_list_splice (fixture->list, 100, 900, 0);
  grid_fixture_draw (fixture);
  grid_fixture_draw (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     100.0 * fixture->grid->row_height - taga_grid_get_view_height (fixture->grid));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
}

static void
test_follows_its_record (GridFixture *fixture, gconstpointer n_rows)
{
  g_autoptr (TagaRecord) record = NULL;

  grid_fixture_put (fixture, 7, TAGA_ASSET_NOTE);
  fixture->moved = 0;
  test_lazy_list_reorder (fixture->list, 100, TRUE);
  grid_fixture_draw (fixture);
  grid_fixture_assert_cursor (fixture, 92, TAGA_ASSET_NOTE);
  g_assert_cmpuint (fixture->moved, ==, 1);
  record = taga_grid_dup_cursor_record (fixture->grid);
  g_assert_cmpint (taga_record_get_id (record), ==, 8);

  /* The same order once more moves nothing. */
  test_lazy_list_reorder (fixture->list, 100, TRUE);
  grid_fixture_draw (fixture);
  g_assert_cmpuint (fixture->moved, ==, 1);

  /* Rows before it come and go. */
  test_lazy_list_splice (fixture->list, 3, 2, 0);
  grid_fixture_assert_cursor (fixture, 90, TAGA_ASSET_NOTE);
  test_lazy_list_splice (fixture->list, 0, 0, 5);
  grid_fixture_assert_cursor (fixture, 95, TAGA_ASSET_NOTE);

  /* When it is gone, the cursor stays where it was, or on the last row. */
  test_lazy_list_splice (fixture->list, 95, 1, 0);
  grid_fixture_assert_cursor (fixture, 95, TAGA_ASSET_NOTE);
  test_lazy_list_reorder (fixture->list, 6, FALSE);
  grid_fixture_assert_cursor (fixture, 5, TAGA_ASSET_NOTE);
}

static void
test_is_empty (GridFixture *fixture, gconstpointer n_rows)
{
  GtkWidget *placeholder = gtk_label_new ("まだありません");

  taga_grid_set_placeholder (fixture->grid, placeholder);
  grid_fixture_draw (fixture);
  g_assert_false (gtk_widget_get_mapped (placeholder));

  fixture->moved = 0;
  test_lazy_list_reorder (fixture->list, 0, FALSE);
  grid_fixture_draw (fixture);
  g_assert_true (gtk_widget_get_mapped (placeholder));
  g_assert_cmpuint (taga_grid_pool_get_n_rows (get_pool (fixture)), ==, 0);
  g_assert_false (taga_grid_get_cursor (fixture->grid, NULL, NULL));
  g_assert_cmpuint (fixture->moved, ==, 1);

  /* Keys do no harm then. */
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_press (fixture, GDK_KEY_Menu, 0);
  grid_fixture_type (fixture, "x");
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "");
  g_assert_false (taga_grid_is_editing (fixture->grid));

  test_lazy_list_reorder (fixture->list, 3, FALSE);
  grid_fixture_draw (fixture);
  g_assert_false (gtk_widget_get_mapped (placeholder));
  grid_fixture_assert_cursor (fixture, 0, TAGA_ASSET_NAME);
}

/* A change of a record formats its row again and no other. */
static void
test_shows_changes (GridFixture *fixture, gconstpointer n_rows)
{
  g_autoptr (TagaRecord) record = test_lazy_list_dup_record (fixture->list, 4);
  guint n_cells = 0;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  while (taga_grid_row_get_cell (taga_grid_pool_get_row (get_pool (fixture), 3), n_cells) != NULL)
    n_cells++;
  g_assert_cmpuint (n_cells, >, 3);

  fixture->formatted = 0;
  taga_record_set_text (record, TAGA_ASSET_NOTE, "新しい備考");
  taga_record_set_text (record, TAGA_ASSET_BUSINESS, "総務");
  grid_fixture_draw (fixture);
  g_assert_cmpuint (fixture->formatted, ==, n_cells);
  text = grid_fixture_dup_cell (fixture, 3, TAGA_ASSET_NOTE);
  g_assert_cmpstr (text, ==, "新しい備考");

  fixture->formatted = 0;
  g_list_model_items_changed (G_LIST_MODEL (fixture->list), 3, 1, 1);
  grid_fixture_draw (fixture);
  g_assert_cmpuint (fixture->formatted, ==, n_cells);

  test_lazy_list_splice (fixture->list, 3, 1, 0);
  grid_fixture_draw (fixture);
  other = grid_fixture_dup_cell (fixture, 3, TAGA_ASSET_NAME);
  g_assert_cmpstr (other, ==, "資産5");
}

static void
test_is_accessible (GridFixture *fixture, gconstpointer n_rows)
{
  TagaGridRow *row = taga_grid_pool_get_row (get_pool (fixture), 2);
  TagaGridCellView *cell = taga_grid_row_get_cell (row, 2);
  GtkWidget *entry = grid_fixture_get_entry (fixture);
  GtkWidget *heading = grid_fixture_find (GTK_WIDGET (fixture->grid), TAGA_TYPE_GRID_HEADING, 0);

  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  gtk_test_accessible_assert_role (fixture->grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_role (entry, GTK_ACCESSIBLE_ROLE_TEXT_BOX);

  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Row 3");
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remarks: 鍵付き");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remarks: 鍵付き, row 3");
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 3);
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_COL_INDEX, 3);
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 3);
  gtk_test_accessible_assert_relation (fixture->grid, GTK_ACCESSIBLE_RELATION_ROW_COUNT, 100);
  gtk_test_accessible_assert_relation (fixture->grid, GTK_ACCESSIBLE_RELATION_COL_COUNT, 20);
  gtk_test_accessible_assert_property (fixture->grid, GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE,
                                       TRUE);

  /* A range that grows is told of where the focus is and where it reaches. */
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  grid_fixture_press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  grid_fixture_draw (fixture);
  gtk_test_accessible_assert_state (
      taga_grid_row_get_cell (taga_grid_pool_get_row (get_pool (fixture), 3), 3),
      GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Selected: rows 3 to 4, “Remarks” to “Used by”");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  grid_fixture_draw (fixture);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (entry),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));

  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_draw (fixture);
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remarks: 鍵付き, row 4");
}

/* A row has room for its text, the entry and a pill, and the header for its titles. */
static void
assert_nothing_is_cut (GridFixture *fixture)
{
  TagaGridRow *row = taga_grid_pool_get_row (get_pool (fixture), fixture->grid->cursor.cell.row);
  GtkWidget *entry = grid_fixture_get_entry (fixture);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (row), "鍵ÅÇg");
  int height, minimum;

  pango_layout_get_pixel_size (layout, NULL, &height);
  g_assert_cmpint (height, <, gtk_widget_get_height (GTK_WIDGET (row)));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (row)), >=, fixture->grid->row_height - 1);
  gtk_widget_measure (entry, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, fixture->grid->row_height);

  for (guint i = 0; i < taga_grid_get_n_shown_columns (fixture->grid); i++)
    {
      GtkWidget *heading =
          grid_fixture_find (GTK_WIDGET (fixture->grid), TAGA_TYPE_GRID_HEADING, i);

      gtk_widget_measure (heading, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (heading),
                          &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, gtk_widget_get_height (heading) + 11);
    }
}

/* Twice the text: rows, columns and the handle are twice as large, and the cursor is in view. */
static void
test_follows_the_text_size (GridFixture *fixture, gconstpointer n_rows)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *handle = gtk_widget_get_last_child (GTK_WIDGET (fixture->grid->body));
  int row_height = fixture->grid->row_height, width = fixture->grid->layout.width;
  int handle_size, resolution;

  while (!g_str_equal (gtk_widget_get_css_name (handle), "gridhandle"))
    handle = gtk_widget_get_prev_sibling (handle);
  handle_size = gtk_widget_get_width (handle);
  assert_nothing_is_cut (fixture);
  g_object_get (settings, "gtk-xft-dpi", &resolution, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * resolution, NULL);
  grid_fixture_draw (fixture);
  grid_fixture_draw (fixture);
  g_assert_cmpint (ABS (fixture->grid->row_height - 2 * row_height), <=, 1);
  g_assert_cmpint (ABS (fixture->grid->layout.width - 2 * width), <=, 20);
  g_assert_cmpint (gtk_widget_get_width (handle), >=, 2 * handle_size - 2);
  assert_nothing_is_cut (fixture);

  grid_fixture_press (fixture, GDK_KEY_Page_Down, 0);
  grid_fixture_draw (fixture);
  g_assert_nonnull (taga_grid_pool_get_row (get_pool (fixture), fixture->grid->cursor.cell.row));
  grid_fixture_type (fixture, "x");
  grid_fixture_draw (fixture);
  g_assert_cmpint (gtk_widget_get_height (grid_fixture_get_entry (fixture)), <=,
                   fixture->grid->row_height);
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);

  g_object_set (settings, "gtk-xft-dpi", resolution, NULL);
  grid_fixture_draw (fixture);
  grid_fixture_draw (fixture);
  g_assert_cmpint (fixture->grid->row_height, ==, row_height);
}

/* What others put into a file or paste. */
static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

/* What the cell draws stays within its row. */
static void
assert_drawn_within (TagaGridRow *row, TagaGridCellView *cell)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  graphene_rect_t bounds;

  gtk_widget_snapshot_child (GTK_WIDGET (row), GTK_WIDGET (cell), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (GTK_WIDGET (row)));
  gsk_render_node_unref (node);
}

static void
test_shows_unusual_texts (GridFixture *fixture, gconstpointer n_rows)
{
  static const struct
  {
    const char *part;
    guint n;
  } texts[] = {
    { "長い文章", 90000 },
    { "a", 1024 * 1024 },
    { "line\n", 1000 },
    { "\001\002\033[31m\177\302\205", 10 },
    { "שלום עולם ", 200 },
    { "\342\200\256abc", 3 },
    { "e\314\201\314\202\314\203", 50 },
    { "\t", 500 },
    { "\342\200\250", 50 },
    { "Z\314\201\314\202\314\203\314\204\314\206\314\207\314\210\314\212", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TagaRecord) record = test_lazy_list_dup_record (fixture->list, 3);
      TagaGridRow *row = taga_grid_pool_get_row (get_pool (fixture), 2);
      TagaGridCellView *cell = taga_grid_row_get_cell (row, 2);
      g_autofree char *text = repeat (texts[i].part, texts[i].n);
      g_autofree char *below = NULL;

      g_test_message ("text %u of %" G_GSIZE_FORMAT " bytes", i, strlen (text));
      taga_record_set_text (record, TAGA_ASSET_NOTE, text);
      grid_fixture_draw (fixture);
      grid_fixture_draw (fixture);

      /* The cell keeps no more than can be seen of it, in whole characters. */
      g_assert_cmpuint (strlen (taga_grid_cell_view_get_text (cell)), <=, 3004);
      g_assert_true (g_utf8_validate (taga_grid_cell_view_get_text (cell), -1, NULL));
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (row)), <=, fixture->grid->row_height);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (cell)), ==,
                       gtk_widget_get_height (GTK_WIDGET (row)));
      assert_drawn_within (row, cell);
      below = grid_fixture_dup_cell (fixture, 3, TAGA_ASSET_NOTE);
      g_assert_cmpstr (below, ==, "鍵付き");
    }
}

/* Even bytes that are no text at all. */
static void
test_shows_invalid_bytes (void)
{
  GtkWidget *parent = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  TagaGridText *texts = taga_grid_text_new (gtk_widget_get_pango_context (parent));
  GtkWidget *cell = g_object_ref_sink (taga_grid_cell_view_new (texts));
  g_autofree char *longer = g_strnfill (5000, '\377');
  g_autofree char *cut = repeat ("鍵", 2000);
  const char *const inputs[] = { "\377\376", "abc\343\201", longer, cut };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      TagaGridCell value = { (char *) inputs[i], NULL, FALSE };

      taga_grid_cell_view_set_cell (TAGA_GRID_CELL_VIEW (cell), &value, "T");
      g_assert_true (
          g_utf8_validate (taga_grid_cell_view_get_text (TAGA_GRID_CELL_VIEW (cell)), -1, NULL));
      g_assert_cmpint (taga_grid_cell_view_get_natural_width (TAGA_GRID_CELL_VIEW (cell)), >, 0);
    }
  g_assert_true (
      g_str_has_suffix (taga_grid_cell_view_get_text (TAGA_GRID_CELL_VIEW (cell)), "鍵…"));

  g_assert_finalize_object (cell);
  taga_grid_text_free (texts);
  g_assert_finalize_object (parent);
}

static void
add (const char *path, guint n_rows, void (*test) (GridFixture *, gconstpointer))
{
  g_test_add (path, GridFixture, GUINT_TO_POINTER (n_rows), grid_fixture_set_up, test,
              grid_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/grid/asks-for-what-is-in-view-only", 100000, test_asks_for_what_is_in_view);
  add ("/grid/places-far-rows-exactly", 100000, test_places_far_rows_exactly);
  add ("/grid/keeps-rows-in-order", 1000, test_keeps_rows_in_order);
  add ("/grid/coasts", 1000, test_coasts);
  add ("/grid/stays-at-the-end", 1000, test_stays_at_the_end);
  add ("/grid/follows-its-record", 100, test_follows_its_record);
  add ("/grid/shows-that-it-is-empty", 100, test_is_empty);
  add ("/grid/shows-changes-of-records", 100, test_shows_changes);
  add ("/grid/is-accessible", 100, test_is_accessible);
  add ("/grid/follows-the-text-size", 100, test_follows_the_text_size);
  add ("/grid/shows-unusual-texts", 100, test_shows_unusual_texts);
  g_test_add_func ("/grid/shows-invalid-bytes", test_shows_invalid_bytes);

  return g_test_run ();
}
