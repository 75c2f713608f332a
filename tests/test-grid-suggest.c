#include <string.h>

#include "grid-fixture.h"
#include "grid-input.h"
#include "taga-grid-choices.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"

/* Compares the text with what is selected of it in brackets. */
static void
assert_entry (GridFixture *fixture, const char *expected)
{
  GtkEditable *entry = GTK_EDITABLE (grid_fixture_get_entry (fixture));
  g_autoptr (GString) text = NULL;
  int start, end, caret;

  grid_fixture_draw (fixture);
  text = g_string_new (gtk_editable_get_text (entry));
  if (gtk_editable_get_selection_bounds (entry, &start, &end))
    {
      g_string_insert (text, g_utf8_offset_to_pointer (text->str, end) - text->str, "]");
      g_string_insert (text, g_utf8_offset_to_pointer (text->str, start) - text->str, "[");
      g_object_get (fixture->grid->editor->text, "cursor-position", &caret, NULL);
      g_assert_cmpint (caret, ==, start);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
backspace (GridFixture *fixture)
{
  g_signal_emit_by_name (fixture->grid->editor->text, "backspace");
}

static void
test_completes (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, 2, TAGA_ASSET_DEPARTMENT);
  grid_fixture_type (fixture, "o");
  assert_entry (fixture, "o[ffice]");
  grid_fixture_type (fixture, "f");
  assert_entry (fixture, "of[fice]");

  /* Typing on takes the place of the rest; what nothing goes on from stays as it is. */
  grid_fixture_type (fixture, "t");
  assert_entry (fixture, "oft");
  backspace (fixture);
  assert_entry (fixture, "of");
  grid_fixture_type (fixture, "f");
  assert_entry (fixture, "off[ice]");
  grid_fixture_assert_committed (fixture, "");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "department=office@3\n");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_DEPARTMENT);

  /* Without the rest: Backspace takes it away, and it doesn't come again. */
  grid_fixture_type (fixture, "o");
  assert_entry (fixture, "o[ffice]");
  backspace (fixture);
  assert_entry (fixture, "o");
  backspace (fixture);
  assert_entry (fixture, "");
  grid_fixture_type (fixture, "of");
  assert_entry (fixture, "of[fice]");
  g_signal_emit_by_name (fixture->grid->editor->text, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_entry (fixture, "of");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "department=of@4\n");
  grid_fixture_type (fixture, "o");
  assert_entry (fixture, "o[ffice]");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  grid_fixture_assert_committed (fixture, "");
}

static void
test_completes_texts_only (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "o");
  assert_entry (fixture, "o");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);

  /* Editing a text in place isn't typing it anew. */
  grid_fixture_put (fixture, 2, TAGA_ASSET_DEPARTMENT);
  grid_fixture_press (fixture, GDK_KEY_F2, 0);
  grid_fixture_type (fixture, "o");
  assert_entry (fixture, "o");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
}

static void
test_lets_input_methods_compose (GridFixture *fixture, gconstpointer n_rows)
{
  TestInputMethod *input = test_input_method_get_current ();

  grid_fixture_put (fixture, 2, TAGA_ASSET_DEPARTMENT);
  test_input_method_compose (input, "え");
  assert_entry (fixture, "");
  test_input_method_compose (input, "営");
  assert_entry (fixture, "");
  g_assert_cmpstr (test_input_method_get_preedit (input), ==, "営");
  test_input_method_commit (input, "営");

  /* Two values go on from here, and neither is likelier to be meant. */
  assert_entry (fixture, "営");
  test_input_method_compose (input, "ぎ");
  assert_entry (fixture, "営");
  g_assert_cmpstr (test_input_method_get_preedit (input), ==, "ぎ");
  test_input_method_compose (input, "ぎょう");
  test_input_method_commit (input, "業推");
  assert_entry (fixture, "営業推[進部]");
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  grid_fixture_assert_committed (fixture, "department=営業推進部@3\n");
}

static void
test_lists_earlier_values (GridFixture *fixture, gconstpointer n_rows)
{
  TagaGridChoices *choices = fixture->grid->editor->choices;

  grid_fixture_put (fixture, 2, TAGA_ASSET_DEPARTMENT);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_true (taga_grid_choices_is_open (choices));
  g_assert_cmpuint (taga_grid_choices_get_n (choices), ==, 4);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "");

  grid_fixture_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "department=営業推進部@3\n");
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_DEPARTMENT);

  /* F2 closes it, to edit the value. */
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  grid_fixture_press (fixture, GDK_KEY_F2, 0);
  g_assert_false (taga_grid_choices_is_open (choices));
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "営業推進部");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);

  /* While typing, it follows, and what is in no list may be entered as well. */
  grid_fixture_type (fixture, "営");
  grid_fixture_draw (fixture);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpuint (taga_grid_choices_get_n (choices), ==, 2);
  grid_fixture_type (fixture, "業推");
  grid_fixture_draw (fixture);
  g_assert_cmpuint (taga_grid_choices_get_n (choices), ==, 1);
  grid_fixture_type (fixture, "課");
  grid_fixture_draw (fixture);
  g_assert_false (taga_grid_choices_is_open (choices));
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "department=営業推課@3\n");
}

static void
test_enters_today (GridFixture *fixture, gconstpointer n_rows)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y/%-m/%-d");
  g_autofree char *expected = g_strdup_printf ("reviewed-on=%s@3\n", today);
  g_autofree char *again = g_strdup_printf ("reviewed-on=%s@4\n", today);

  grid_fixture_put (fixture, 2, TAGA_ASSET_REVIEWED_ON);
  grid_fixture_press (fixture, GDK_KEY_semicolon, GDK_CONTROL_MASK);
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, today);
  grid_fixture_assert_committed (fixture, "");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, expected);

  grid_fixture_type (fixture, "19");
  grid_fixture_press (fixture, GDK_KEY_semicolon, GDK_CONTROL_MASK);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, again);

  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_semicolon, GDK_CONTROL_MASK);
  g_assert_false (taga_grid_is_editing (fixture->grid));
}

static void
fill_text_cb (TagaGrid *grid, const char *text, GridFixture *fixture)
{
  g_string_append_printf (fixture->committed, "all=%s\n", text);
  if (strcmp (text, "b") == 0)
    g_assert_true (taga_grid_finish_editing (grid));
  if (strcmp (text, "だめ") == 0)
    taga_grid_refuse (grid, "Not everywhere.");
}

static void
test_enters_into_the_range (GridFixture *fixture, gconstpointer n_rows)
{
  g_signal_connect (fixture->grid, "fill-text-requested", G_CALLBACK (fill_text_cb), fixture);

  /* One cell: it is kept, and the cursor stays. */
  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_type (fixture, "a");
  grid_fixture_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  grid_fixture_assert_committed (fixture, "note=a@3\n");
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_NOTE);

  taga_grid_select_range (fixture->grid, &(TagaGridRange){ 2, 5, 2, 3 });
  grid_fixture_type (fixture, "b");
  grid_fixture_press (fixture, GDK_KEY_KP_Enter, GDK_CONTROL_MASK);
  grid_fixture_assert_committed (fixture, "all=b\n");
  g_assert_false (taga_grid_is_editing (fixture->grid));
  grid_fixture_assert_range (fixture, "2-5 2-3");

  /* Refused by the page, the text stays to be mended. */
  grid_fixture_type (fixture, "だめ");
  grid_fixture_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  grid_fixture_assert_committed (fixture, "all=だめ\n");
  g_assert_true (taga_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "だめ");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);

  /* What is marked in a list is entered everywhere, too. */
  taga_grid_select_range (fixture->grid, &(TagaGridRange){ 2, 5, 5, 5 });
  taga_grid_set_cursor (fixture->grid, 2, TAGA_ASSET_MEDIUM);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  grid_fixture_type (fixture, "も");
  grid_fixture_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  grid_fixture_assert_committed (fixture, "all=モバイル機器\n");
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

  add ("/grid/completes-from-earlier-values", test_completes);
  add ("/grid/completes-texts-only", test_completes_texts_only);
  add ("/grid/completing-lets-input-methods-compose", test_lets_input_methods_compose);
  add ("/grid/lists-earlier-values", test_lists_earlier_values);
  add ("/grid/enters-today", test_enters_today);
  add ("/grid/enters-into-the-range", test_enters_into_the_range);

  return g_test_run ();
}
