#include <string.h>

#include "grid-fixture.h"
#include "grid-input.h"
#include "taga-grid-choices.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"

static void
assert_cell (GridFixture *fixture, guint row, guint field, const char *expected)
{
  g_autofree char *text = NULL;

  grid_fixture_draw (fixture);
  text = grid_fixture_dup_cell (fixture, row, field);
  g_assert_cmpstr (text, ==, expected);
}

static GtkWidget *
get_reason (GridFixture *fixture)
{
  return fixture->grid->editor->reason;
}

static void
test_typing_replaces (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  g_assert_cmpfloat (gtk_widget_get_opacity (grid_fixture_get_entry (fixture)), ==, 0);

  grid_fixture_type (fixture, "施錠");
  g_assert_true (taga_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "施錠");
  g_assert_cmpfloat (gtk_widget_get_opacity (grid_fixture_get_entry (fixture)), ==, 1);
  grid_fixture_assert_committed (fixture, "");

  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "note=施錠@3\n");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_NOTE);
  g_assert_false (taga_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "");
  assert_cell (fixture, 2, TAGA_ASSET_NOTE, "施錠");

  /* Tab and arrows keep what was typed as well, and go on. */
  grid_fixture_type (fixture, "a");
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  grid_fixture_assert_committed (fixture, "note=a@4\n");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_USERS);
  grid_fixture_type (fixture, "b");
  grid_fixture_press (fixture, GDK_KEY_Left, 0);
  grid_fixture_assert_committed (fixture, "users=b@4\n");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_NOTE);
}

static void
test_escape_restores (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "x");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  g_assert_false (taga_grid_is_editing (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_F2, 0);
  grid_fixture_type (fixture, "x");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  grid_fixture_assert_committed (fixture, "");
  assert_cell (fixture, 2, TAGA_ASSET_NOTE, "鍵付き");
}

static void
test_edits_in_place (GridFixture *fixture, gconstpointer n_rows)
{
  GtkEditable *entry = GTK_EDITABLE (grid_fixture_get_entry (fixture));

  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_F2, 0);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "鍵付き");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 3);

  /* Arrows belong to the text now. */
  g_assert_false (taga_grid_press_key (fixture->grid, GDK_KEY_Left, 0));
  g_assert_true (taga_grid_is_editing (fixture->grid));

  /* What was not changed makes no step of history. */
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_NOTE);

  taga_grid_edit (fixture->grid);
  grid_fixture_type (fixture, "棚");
  g_assert_true (taga_grid_finish_editing (fixture->grid));
  grid_fixture_assert_committed (fixture, "note=鍵付き棚@4\n");

  /* F2 turns typing into editing, and Backspace begins with nothing; nothing is a value, too. */
  grid_fixture_type (fixture, "y");
  grid_fixture_press (fixture, GDK_KEY_F2, 0);
  g_assert_false (taga_grid_press_key (fixture->grid, GDK_KEY_Left, 0));
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  grid_fixture_press (fixture, GDK_KEY_BackSpace, 0);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "note=@4\n");
}

static void
test_refuses (GridFixture *fixture, gconstpointer n_rows)
{
  GtkWidget *entry = grid_fixture_get_entry (fixture);

  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "だめ");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "note=だめ@3\n");
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_NOTE);
  g_assert_true (taga_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "だめ");
  grid_fixture_draw (fixture);
  g_assert_true (gtk_widget_get_mapped (get_reason (fixture)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (fixture->grid->editor->reason_label)), ==,
                   "“だめ” is refused.");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "“だめ” is refused.");

  /* Nothing gets away from it, neither by key nor by the page. */
  taga_grid_set_cursor (fixture->grid, 9, TAGA_ASSET_NAME);
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_NOTE);
  g_assert_false (taga_grid_finish_editing (fixture->grid));

  /* Going on to type takes the reason away, and a good value is taken. */
  grid_fixture_type (fixture, "でない");
  g_assert_false (gtk_widget_get_visible (get_reason (fixture)));
  g_string_truncate (fixture->committed, 0);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "note=だめでない@3\n");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_NOTE);

  grid_fixture_type (fixture, "だめ");
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  g_assert_false (gtk_widget_get_visible (get_reason (fixture)));
  g_assert_false (taga_grid_is_editing (fixture->grid));
  assert_cell (fixture, 3, TAGA_ASSET_NOTE, "鍵付き");
}

static void
test_computed_cells (GridFixture *fixture, gconstpointer n_rows)
{
  static const guint keys[] = { GDK_KEY_5, GDK_KEY_F2, GDK_KEY_BackSpace };

  grid_fixture_put (fixture, 2, TAGA_ASSET_IMPORTANCE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_clear_pointer (&fixture->reason, g_free);
      grid_fixture_press (fixture, keys[i], 0);
      g_assert_nonnull (fixture->reason);
      g_assert_nonnull (strstr (fixture->reason, "Importance"));
      g_assert_false (taga_grid_is_editing (fixture->grid));
      g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "");
    }
  grid_fixture_assert_committed (fixture, "");
}

static void
test_marks (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, 2, TAGA_ASSET_PERSONAL);
  grid_fixture_press (fixture, GDK_KEY_space, 0);
  grid_fixture_assert_committed (fixture, "personal=1@3\n");
  assert_cell (fixture, 2, TAGA_ASSET_PERSONAL, "有");
  grid_fixture_press (fixture, GDK_KEY_F2, 0);
  grid_fixture_assert_committed (fixture, "personal=0@3\n");
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_PERSONAL);

  /* As an input method types it, in full width. */
  grid_fixture_type (fixture, "\343\200\200");
  grid_fixture_assert_committed (fixture, "personal=1@3\n");
  grid_fixture_type (fixture, "x");
  g_assert_nonnull (fixture->reason);
  grid_fixture_assert_committed (fixture, "");
}

static void
test_input_method_composes (GridFixture *fixture, gconstpointer n_rows)
{
  TestInputMethod *input = test_input_method_get_current ();

  /* The first key composes in the cell; then Enter, arrows and Esc are the input method's. */
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  test_input_method_compose (input, "せ");
  g_assert_false (taga_grid_press_key (fixture->grid, GDK_KEY_Return, 0));
  g_assert_false (taga_grid_press_key (fixture->grid, GDK_KEY_Escape, 0));
  g_assert_false (taga_grid_press_key (fixture->grid, GDK_KEY_Down, 0));
  grid_fixture_draw (fixture);
  g_assert_true (taga_grid_is_editing (fixture->grid));
  g_assert_cmpfloat (gtk_widget_get_opacity (grid_fixture_get_entry (fixture)), ==, 1);
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_NOTE);

  test_input_method_compose (input, "せじょう");
  test_input_method_commit (input, "施錠");
  grid_fixture_draw (fixture);
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "施錠");
  grid_fixture_assert_committed (fixture, "");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "note=施錠@3\n");

  /* A composition that is given up leaves the value alone. */
  test_input_method_compose (input, "か");
  grid_fixture_draw (fixture);
  test_input_method_compose (input, "");
  grid_fixture_draw (fixture);
  g_assert_false (taga_grid_is_editing (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_assert_cursor (fixture, 4, TAGA_ASSET_NOTE);
  grid_fixture_assert_committed (fixture, "");
}

static void
test_focus_leaves (GridFixture *fixture, gconstpointer n_rows)
{
  GtkWidget *heading;

  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "施錠");
  heading = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid->header));
  while (!gtk_widget_get_focusable (heading))
    heading = gtk_widget_get_next_sibling (heading);
  gtk_widget_grab_focus (heading);
  grid_fixture_draw (fixture);
  grid_fixture_assert_committed (fixture, "note=施錠@3\n");
  g_assert_false (taga_grid_is_editing (fixture->grid));

  /* A refused value stays, although the focus is elsewhere. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  grid_fixture_type (fixture, "だめ");
  gtk_widget_grab_focus (heading);
  grid_fixture_draw (fixture);
  g_assert_true (taga_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "だめ");
  taga_grid_cancel_editing (fixture->grid);
}

/* While a value is being typed, others may change the list. */
static void
test_list_changes_meanwhile (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "施錠");
  test_lazy_list_reorder (fixture->list, 100, TRUE);
  grid_fixture_draw (fixture);
  g_assert_true (taga_grid_is_editing (fixture->grid));
  grid_fixture_assert_cursor (fixture, 97, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "note=施錠@3\n");

  grid_fixture_type (fixture, "消える");
  test_lazy_list_splice (fixture->list, 98, 1, 0);
  grid_fixture_draw (fixture);
  g_assert_false (taga_grid_is_editing (fixture->grid));

  grid_fixture_type (fixture, "消える");
  taga_grid_set_model (fixture->grid, NULL);
  grid_fixture_draw (fixture);
  g_assert_false (taga_grid_is_editing (fixture->grid));
  grid_fixture_assert_committed (fixture, "");
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
  test_input_method_install ();

  add ("/grid/typing-replaces", test_typing_replaces);
  add ("/grid/escape-restores", test_escape_restores);
  add ("/grid/edits-in-place", test_edits_in_place);
  add ("/grid/shows-why-a-value-is-refused", test_refuses);
  add ("/grid/computed-cells-refuse", test_computed_cells);
  add ("/grid/space-switches-marks", test_marks);
  add ("/grid/input-method-composes-in-the-cell", test_input_method_composes);
  add ("/grid/commits-when-the-focus-leaves", test_focus_leaves);
  add ("/grid/list-changes-while-editing", test_list_changes_meanwhile);

  return g_test_run ();
}
