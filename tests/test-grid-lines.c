#include "grid-fixture.h"
#include "grid-input.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"

/* Notes of several lines. */

static char *
dup_lines (GridFixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->grid->editor->view));
  char *text;

  g_object_get (buffer, "text", &text, NULL);

  return text;
}

static void
assert_lines (GridFixture *fixture, const char *expected)
{
  g_autofree char *text = dup_lines (fixture);

  grid_fixture_draw (fixture);
  g_assert_true (gtk_widget_get_mapped (fixture->grid->editor->view));
  g_assert_true (gtk_widget_has_focus (fixture->grid->editor->view));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_alt_enter_breaks (GridFixture *fixture, gconstpointer n_rows)
{
  TagaGridEditor *editor = fixture->grid->editor;

  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "上の棚");
  g_assert_false (taga_grid_editor_has_lines (editor));
  grid_fixture_press (fixture, GDK_KEY_Return, GDK_ALT_MASK);
  grid_fixture_type (fixture, "鍵は総務");
  assert_lines (fixture, "上の棚\n鍵は総務");
  g_assert_true (taga_grid_is_editing (fixture->grid));
  grid_fixture_assert_committed (fixture, "");

  /* Arrows move in it, Enter keeps it and goes on. */
  g_assert_false (taga_grid_press_key (fixture->grid, GDK_KEY_Up, 0));
  g_assert_cmpint (gtk_widget_get_height (editor->lines), >=, fixture->grid->row_height * 3);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "note=上の棚\n鍵は総務@3\n");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_NOTE);
  g_assert_false (taga_grid_editor_has_lines (editor));
  g_assert_true (gtk_widget_has_focus (editor->text));
}

static void
test_lines_survive (GridFixture *fixture, gconstpointer n_rows)
{
  g_autoptr (TagaRecord) record = test_lazy_list_dup_record (fixture->list, 3);

  taga_record_set_text (record, TAGA_ASSET_NOTE, "一\n二\n\n四");
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_F2, 0);
  assert_lines (fixture, "一\n二\n\n四");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_NOTE);

  /* Esc drops, Tab and a click elsewhere keep. */
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_F2, 0);
  grid_fixture_type (fixture, "五");
  assert_lines (fixture, "一\n二\n\n四五");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  grid_fixture_assert_committed (fixture, "");
  g_assert_false (taga_grid_is_editing (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_F2, 0);
  grid_fixture_type (fixture, "五");
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  grid_fixture_assert_committed (fixture, "note=一\n二\n\n四五@3\n");

  /* Typing replaces them all. */
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "a");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "note=a@3\n");
}

static void
test_input_methods_compose_in_lines (GridFixture *fixture, gconstpointer n_rows)
{
  TestInputMethod *input;

  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "上");
  grid_fixture_press (fixture, GDK_KEY_Return, GDK_ALT_MASK);
  grid_fixture_draw (fixture);
  input = test_input_method_get_current ();
  test_input_method_compose (input, "せ");
  g_assert_false (taga_grid_press_key (fixture->grid, GDK_KEY_Return, 0));
  g_assert_false (taga_grid_press_key (fixture->grid, GDK_KEY_Escape, 0));
  test_input_method_compose (input, "せじょう");
  grid_fixture_draw (fixture);
  test_input_method_commit (input, "施錠");
  grid_fixture_draw (fixture);
  assert_lines (fixture, "上\n施錠");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "note=上\n施錠@3\n");
}

/* Other columns have one line, and what is refused stays. */
static void
test_other_texts_have_one_line (GridFixture *fixture, gconstpointer n_rows)
{
  TagaGridEditor *editor = fixture->grid->editor;

  grid_fixture_put (fixture, 2, TAGA_ASSET_BUSINESS);
  grid_fixture_type (fixture, "営");
  grid_fixture_press (fixture, GDK_KEY_Return, GDK_ALT_MASK);
  g_assert_false (taga_grid_editor_has_lines (editor));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (editor->reason_label)), ==,
                   "This column takes one line only.");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);

  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "x");
  grid_fixture_press (fixture, GDK_KEY_Return, GDK_ALT_MASK);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view)), "だめ", -1);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  assert_lines (fixture, "だめ");
  g_assert_true (gtk_widget_get_visible (editor->reason));
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  g_assert_false (taga_grid_editor_has_lines (editor));
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

  add ("/grid/alt-enter-breaks-lines", test_alt_enter_breaks);
  add ("/grid/lines-survive", test_lines_survive);
  add ("/grid/input-methods-compose-in-lines", test_input_methods_compose_in_lines);
  add ("/grid/other-texts-have-one-line", test_other_texts_have_one_line);

  return g_test_run ();
}
