#include "grid-fixture.h"
#include "taga-grid-body.h"
#include "taga-grid-heading.h"
#include "taga-grid-private.h"

#define SHIFT GDK_SHIFT_MASK
#define CTRL GDK_CONTROL_MASK
#define ALT GDK_ALT_MASK

/* Frozen columns come first: the name, then business, note, … as in the field table. */
static const struct
{
  const char *what;
  guint row;
  guint field;
  guint keyval;
  GdkModifierType state;
  guint to_row;
  guint to_field;
} moves[] = {
  { "left", 5, TAGA_ASSET_NOTE, GDK_KEY_Left, 0, 5, TAGA_ASSET_BUSINESS },
  { "left to the frozen column", 5, TAGA_ASSET_BUSINESS, GDK_KEY_Left, 0, 5, TAGA_ASSET_NAME },
  { "left at the edge", 5, TAGA_ASSET_NAME, GDK_KEY_Left, 0, 5, TAGA_ASSET_NAME },
  { "right", 5, TAGA_ASSET_NAME, GDK_KEY_Right, 0, 5, TAGA_ASSET_BUSINESS },
  { "right at the edge", 5, TAGA_ASSET_REVIEWED_ON, GDK_KEY_Right, 0, 5, TAGA_ASSET_REVIEWED_ON },
  { "up", 5, TAGA_ASSET_NOTE, GDK_KEY_Up, 0, 4, TAGA_ASSET_NOTE },
  { "up at the top", 0, TAGA_ASSET_NOTE, GDK_KEY_Up, 0, 0, TAGA_ASSET_NOTE },
  { "down", 5, TAGA_ASSET_NOTE, GDK_KEY_Down, 0, 6, TAGA_ASSET_NOTE },
  { "down at the end", 99, TAGA_ASSET_NOTE, GDK_KEY_Down, 0, 99, TAGA_ASSET_NOTE },
  { "keypad", 5, TAGA_ASSET_NOTE, GDK_KEY_KP_Down, 0, 6, TAGA_ASSET_NOTE },
  { "home", 5, TAGA_ASSET_NOTE, GDK_KEY_Home, 0, 5, TAGA_ASSET_NAME },
  { "end", 5, TAGA_ASSET_NOTE, GDK_KEY_End, 0, 5, TAGA_ASSET_REVIEWED_ON },
  { "ctrl home", 50, TAGA_ASSET_NOTE, GDK_KEY_Home, CTRL, 0, TAGA_ASSET_NAME },
  { "ctrl end", 5, TAGA_ASSET_NOTE, GDK_KEY_End, CTRL, 99, TAGA_ASSET_REVIEWED_ON },
  { "down to the block's last", 0, TAGA_ASSET_NOTE, GDK_KEY_Down, CTRL, 8, TAGA_ASSET_NOTE },
  { "down over a gap", 8, TAGA_ASSET_NOTE, GDK_KEY_Down, CTRL, 10, TAGA_ASSET_NOTE },
  { "down from a gap", 9, TAGA_ASSET_NOTE, GDK_KEY_Down, CTRL, 10, TAGA_ASSET_NOTE },
  { "down without a gap", 3, TAGA_ASSET_NAME, GDK_KEY_Down, CTRL, 99, TAGA_ASSET_NAME },
  { "up to the block's first", 15, TAGA_ASSET_NOTE, GDK_KEY_Up, CTRL, 10, TAGA_ASSET_NOTE },
  { "up over a gap", 10, TAGA_ASSET_NOTE, GDK_KEY_Up, CTRL, 8, TAGA_ASSET_NOTE },
  { "right to the block's last", 0, TAGA_ASSET_NAME, GDK_KEY_Right, CTRL, 0, TAGA_ASSET_NOTE },
  { "left over a gap", 0, TAGA_ASSET_DEPARTMENT, GDK_KEY_Left, CTRL, 0, TAGA_ASSET_NOTE },
  { "enter", 5, TAGA_ASSET_NOTE, GDK_KEY_Return, 0, 6, TAGA_ASSET_NOTE },
  { "shift enter", 5, TAGA_ASSET_NOTE, GDK_KEY_Return, SHIFT, 4, TAGA_ASSET_NOTE },
  { "keypad enter", 5, TAGA_ASSET_NOTE, GDK_KEY_KP_Enter, 0, 6, TAGA_ASSET_NOTE },
  { "tab", 5, TAGA_ASSET_NAME, GDK_KEY_Tab, 0, 5, TAGA_ASSET_BUSINESS },
  { "tab at a row's end", 5, TAGA_ASSET_REVIEWED_ON, GDK_KEY_Tab, 0, 6, TAGA_ASSET_NAME },
  { "shift tab", 5, TAGA_ASSET_BUSINESS, GDK_KEY_ISO_Left_Tab, SHIFT, 5, TAGA_ASSET_NAME },
  { "shift tab at a row's start", 5, TAGA_ASSET_NAME, GDK_KEY_Tab, SHIFT, 4,
    TAGA_ASSET_REVIEWED_ON },
};

static void
test_moves (GridFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_test_message ("%s", moves[i].what);
      grid_fixture_put (fixture, moves[i].row, moves[i].field);
      grid_fixture_press (fixture, moves[i].keyval, moves[i].state);
      grid_fixture_assert_cursor (fixture, moves[i].to_row, moves[i].to_field);
    }
}

static void
test_pages (GridFixture *fixture, gconstpointer data)
{
  guint page = (guint) (taga_grid_get_view_height (fixture->grid) / fixture->grid->row_height) - 1;
  TagaGridRange range;

  g_assert_cmpuint (page, >, 5);
  grid_fixture_press (fixture, GDK_KEY_Page_Down, 0);
  grid_fixture_assert_cursor (fixture, page, TAGA_ASSET_NAME);
  grid_fixture_draw (fixture);
  grid_fixture_press (fixture, GDK_KEY_Page_Down, SHIFT);
  g_assert_true (taga_grid_get_range (fixture->grid, &range));
  g_assert_cmpuint (range.last_row, ==, 2 * page);
  grid_fixture_press (fixture, GDK_KEY_Page_Up, 0);
  grid_fixture_assert_cursor (fixture, 0, TAGA_ASSET_NAME);
}

static const struct
{
  guint keyval;
  GdkModifierType state;
  const char *range;
} extensions[] = {
  { GDK_KEY_Down, SHIFT, "5-6 2-2" },         { GDK_KEY_Right, SHIFT, "5-6 2-3" },
  { GDK_KEY_Up, SHIFT, "5-5 2-3" },           { GDK_KEY_Up, SHIFT, "4-5 2-3" },
  { GDK_KEY_Home, SHIFT, "4-5 0-2" },         { GDK_KEY_Home, SHIFT | CTRL, "0-5 0-2" },
  { GDK_KEY_End, SHIFT | CTRL, "5-99 2-19" }, { GDK_KEY_Down, SHIFT | CTRL, "5-99 2-19" },
  { GDK_KEY_Escape, 0, "5-5 2-2" },           { GDK_KEY_space, CTRL, "0-99 2-2" },
  { GDK_KEY_Escape, 0, "5-5 2-2" },           { GDK_KEY_space, SHIFT, "5-5 0-19" },
  { GDK_KEY_a, CTRL, "0-99 0-19" },           { GDK_KEY_Up, 0, "4-4 2-2" },
};

static void
test_ranges (GridFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkBitset) rows = NULL;

  grid_fixture_put (fixture, 5, TAGA_ASSET_NOTE);
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    {
      g_test_message ("step %u", i);
      grid_fixture_press (fixture, extensions[i].keyval, extensions[i].state);
      grid_fixture_assert_range (fixture, extensions[i].range);
    }

  taga_grid_select_range (fixture->grid, &(TagaGridRange){ 3, 7, 1, 2 });
  grid_fixture_assert_range (fixture, "3-7 1-2");
  grid_fixture_assert_cursor (fixture, 4, TAGA_ASSET_NOTE);
  rows = taga_grid_dup_selected_rows (fixture->grid);
  g_assert_cmpuint (gtk_bitset_get_size (rows), ==, 5);
  g_assert_true (gtk_bitset_contains (rows, 7));
}

/* Fill in rows with Tab and begin the next with Enter; inside a range both go round. */
static void
test_rounds (GridFixture *fixture, gconstpointer data)
{
  grid_fixture_put (fixture, 5, TAGA_ASSET_BUSINESS);
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_cursor (fixture, 6, TAGA_ASSET_BUSINESS);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_cursor (fixture, 7, TAGA_ASSET_BUSINESS);

  taga_grid_select_range (fixture->grid, &(TagaGridRange){ 7, 8, 1, 2 });
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_cursor (fixture, 8, TAGA_ASSET_BUSINESS);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_cursor (fixture, 7, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_Tab, SHIFT);
  grid_fixture_assert_cursor (fixture, 7, TAGA_ASSET_BUSINESS);
  grid_fixture_press (fixture, GDK_KEY_Tab, SHIFT);
  grid_fixture_assert_cursor (fixture, 8, TAGA_ASSET_NOTE);
  grid_fixture_assert_range (fixture, "7-8 1-2");
}

static void
test_signals_of_the_cursor (GridFixture *fixture, gconstpointer data)
{
  grid_fixture_put (fixture, 5, TAGA_ASSET_NOTE);
  fixture->moved = fixture->selected = 0;

  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  g_assert_cmpuint (fixture->moved, ==, 1);
  g_assert_cmpuint (fixture->selected, ==, 1);

  grid_fixture_press (fixture, GDK_KEY_Down, SHIFT);
  g_assert_cmpuint (fixture->moved, ==, 1);
  g_assert_cmpuint (fixture->selected, ==, 2);

  taga_grid_set_cursor (fixture->grid, 6, TAGA_ASSET_NOTE);
  taga_grid_set_cursor (fixture->grid, 6, TAGA_ASSET_NOTE);
  g_assert_cmpuint (fixture->moved, ==, 1);
  g_assert_cmpuint (fixture->selected, ==, 3);
}

static void
add_one (guint *counter)
{
  *counter += 1;
}

static void
test_requests (GridFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *signal;
    guint keyval;
    GdkModifierType state;
  } requests[] = {
    { "clear-requested", GDK_KEY_Delete, 0 },
    { "copy-requested", GDK_KEY_c, CTRL },
    { "copy-requested", GDK_KEY_Insert, CTRL },
    { "cut-requested", GDK_KEY_X, CTRL },
    { "paste-requested", GDK_KEY_v, CTRL },
    { "paste-requested", GDK_KEY_Insert, SHIFT },
    { "fill-down-requested", GDK_KEY_d, CTRL },
    { "fill-right-requested", GDK_KEY_r, CTRL },
    { "insert-requested", GDK_KEY_plus, CTRL },
    { "insert-requested", GDK_KEY_plus, CTRL | SHIFT },
    { "insert-requested", GDK_KEY_KP_Add, CTRL },
    { "remove-requested", GDK_KEY_minus, CTRL },
    { "remove-requested", GDK_KEY_KP_Subtract, CTRL },
    { "context-menu", GDK_KEY_Menu, 0 },
    { "context-menu", GDK_KEY_F10, SHIFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      guint n = 0;

      g_test_message ("%s", requests[i].signal);
      g_signal_connect_swapped (fixture->grid, requests[i].signal, G_CALLBACK (add_one), &n);
      grid_fixture_press (fixture, requests[i].keyval, requests[i].state);
      g_signal_handlers_disconnect_by_data (fixture->grid, &n);
      g_assert_cmpuint (n, ==, 1);
    }
}

static void
insert_cb (TagaGrid *grid, guint n, guint *seen)
{
  *seen = n;
}

/* As many rows as are selected are inserted; Ctrl+Backspace comes back to them. */
static void
test_rows (GridFixture *fixture, gconstpointer data)
{
  guint n = 0;

  g_signal_connect (fixture->grid, "insert-requested", G_CALLBACK (insert_cb), &n);
  grid_fixture_put (fixture, 5, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_plus, CTRL);
  g_assert_cmpuint (n, ==, 1);
  taga_grid_select_range (fixture->grid, &(TagaGridRange){ 5, 8, 1, 2 });
  grid_fixture_press (fixture, GDK_KEY_plus, CTRL | SHIFT);
  g_assert_cmpuint (n, ==, 4);

  gtk_adjustment_set_value (fixture->grid->vadjustment, 2000);
  grid_fixture_draw (fixture);
  g_assert_false (taga_grid_cursor_is_in_view (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_BackSpace, CTRL);
  grid_fixture_draw (fixture);
  g_assert_true (taga_grid_cursor_is_in_view (fixture->grid));
  g_assert_false (taga_grid_is_editing (fixture->grid));

  /* Enter in the last row stays there. */
  grid_fixture_put (fixture, 99, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_cursor (fixture, 99, TAGA_ASSET_NOTE);
}

/* The keyboard is never caught: Ctrl+Tab leaves, and so does Tab beyond the last cell. */
static void
test_leaves_the_grid (GridFixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new (), *after = gtk_button_new ();
  GtkWidget *scroller = g_object_ref (gtk_window_get_child (GTK_WINDOW (fixture->window)));

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), after);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  g_object_unref (scroller);
  grid_fixture_draw (fixture);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_Tab, CTRL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == after);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_End, CTRL);
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == after);

  /* Back, the header comes between. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_Tab, CTRL | SHIFT);
  g_assert_true (TAGA_IS_GRID_HEADING (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == before);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         grid_fixture_get_entry (fixture)));
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

  add ("/grid/keys-move-the-cursor", test_moves);
  add ("/grid/keys-move-by-pages", test_pages);
  add ("/grid/keys-select-ranges", test_ranges);
  add ("/grid/tab-and-enter-go-round", test_rounds);
  add ("/grid/tells-of-moves-once", test_signals_of_the_cursor);
  add ("/grid/asks-the-page-for-what-it-does-with-ranges", test_requests);
  add ("/grid/keys-ask-for-rows", test_rows);
  add ("/grid/tab-leads-out", test_leaves_the_grid);

  return g_test_run ();
}
