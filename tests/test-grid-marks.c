#include <string.h>

#include "grid-fixture.h"
#include "grid-input.h"
#include "taga-grid-choices.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"

/* Cells where a word or a digit is enough, and what is said beside cells. */

static const char *
get_beside (GridFixture *fixture)
{
  if (!gtk_widget_get_visible (fixture->grid->editor->reason))
    return NULL;

  return gtk_label_get_text (GTK_LABEL (fixture->grid->editor->reason_label));
}

static const struct
{
  const char *typed;
  const char *committed;
} words[] = {
  { "有", "personal=1@3\n" },     { "無", "personal=0@3\n" },  { "○", "personal=1@3\n" },
  { "×", "personal=0@3\n" },      { "1", "personal=1@3\n" },   { "０", "personal=0@3\n" },
  { "y", "personal=1@3\n" },      { "Ｎ", "personal=0@3\n" },  { "はい", "personal=1@3\n" },
  { "いいえ", "personal=0@3\n" }, { "レ", "personal=1@3\n" },  { "no", "personal=0@3\n" },
  { "yes", "personal=1@3\n" },    { "0.0", "personal=0@3\n" },
};

static void
test_words_set_marks (GridFixture *fixture, gconstpointer n_rows)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (TagaRecord) record = test_lazy_list_dup_record (fixture->list, 3);
      gboolean sets = strstr (words[i].committed, "=1") != NULL;

      g_test_message ("“%s”", words[i].typed);
      taga_record_set_number (record, TAGA_ASSET_PERSONAL, sets ? 0 : 1);
      grid_fixture_put (fixture, 9, TAGA_ASSET_PERSONAL);
      grid_fixture_put (fixture, 2, TAGA_ASSET_PERSONAL);
      grid_fixture_type (fixture, words[i].typed);
      grid_fixture_assert_committed (fixture, words[i].committed);
      grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_PERSONAL);
      g_assert_false (taga_grid_is_editing (fixture->grid));
      g_assert_null (fixture->reason);
    }

  /* Another word is refused at once; what is the beginning of one, when it isn't gone on with. */
  grid_fixture_type (fixture, "q");
  g_assert_nonnull (strstr (fixture->reason, "press Space"));
  g_assert_false (taga_grid_is_editing (fixture->grid));
  grid_fixture_type (fixture, "いい");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_beside (fixture), ==,
                   "“いい” can't be entered here. Possible: 有, 無. Alt+Down shows the list.");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  grid_fixture_assert_committed (fixture, "");
}

static void
test_input_methods_set_marks (GridFixture *fixture, gconstpointer n_rows)
{
  TestInputMethod *input = test_input_method_get_current ();

  grid_fixture_put (fixture, 2, TAGA_ASSET_PERSONAL);
  test_input_method_compose (input, "あり");
  grid_fixture_draw (fixture);
  grid_fixture_assert_committed (fixture, "");
  g_assert_cmpstr (test_input_method_get_preedit (input), ==, "あり");
  test_input_method_commit (input, "有");
  grid_fixture_draw (fixture);
  grid_fixture_assert_committed (fixture, "personal=1@3\n");
  g_assert_false (taga_grid_is_editing (fixture->grid));

  test_input_method_compose (input, "０");
  grid_fixture_draw (fixture);
  grid_fixture_assert_committed (fixture, "personal=0@3\n");
  g_assert_cmpstr (test_input_method_get_preedit (input), ==, "");
}

static void
test_lists_marks (GridFixture *fixture, gconstpointer n_rows)
{
  TagaGridChoices *choices = fixture->grid->editor->choices;

  /* The present one is marked, and to take it changes nothing but where it was said. */
  grid_fixture_put (fixture, 2, TAGA_ASSET_PERSONAL);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_true (taga_grid_choices_is_open (choices));
  g_assert_cmpuint (taga_grid_choices_get_n (choices), ==, 2);
  g_assert_cmpint (taga_grid_choices_get_chosen (choices), ==, 1);
  grid_fixture_press (fixture, GDK_KEY_Up, 0);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "personal=1@3\n");
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_PERSONAL);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpint (taga_grid_choices_get_chosen (choices), ==, 0);
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  grid_fixture_press (fixture, GDK_KEY_space, 0);
  grid_fixture_assert_committed (fixture, "personal=0@3\n");
}

/* "2.0" is 2, as it would be in a cell of a spreadsheet. */
static void
test_swallows_what_follows_a_digit (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, 2, TAGA_ASSET_CONFIDENTIALITY);
  grid_fixture_type (fixture, "2.0");
  grid_fixture_assert_committed (fixture, "confidentiality=2@3\n");
  g_assert_false (taga_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "");
  g_assert_null (get_beside (fixture));

  /* Another digit is another value, in this cell and in the next. */
  grid_fixture_type (fixture, "3");
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_type (fixture, "１．０");
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_assert_committed (fixture, "confidentiality=3@3\nconfidentiality=1@4\n");

  /* What goes on otherwise isn't dropped in silence. */
  grid_fixture_type (fixture, "1.5");
  g_assert_true (taga_grid_is_editing (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_beside (fixture), ==,
                   "“5” can't be entered here. Possible: 3, 2, 1. Alt+Down shows the list.");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);

  /* Where the cursor has been elsewhere meanwhile, nothing follows any more. */
  grid_fixture_put (fixture, 2, TAGA_ASSET_CONFIDENTIALITY);
  grid_fixture_type (fixture, "2");
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_press (fixture, GDK_KEY_Up, 0);
  grid_fixture_type (fixture, ".");
  g_assert_true (taga_grid_is_editing (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
}

static void
menu_cb (TagaGrid *grid, guint field, const GdkRectangle *rect, guint *seen)
{
  *seen += 1;
}

static void
test_says_that_there_is_no_list (GridFixture *fixture, gconstpointer n_rows)
{
  static const guint fields[] = { TAGA_ASSET_IMPORTANCE, TAGA_ASSET_NOTE, TAGA_ASSET_BUSINESS,
                                  TAGA_ASSET_REVIEWED_ON };
  guint menus = 0;

  g_signal_connect (fixture->grid, "header-menu", G_CALLBACK (menu_cb), &menus);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      grid_fixture_put (fixture, 2, fields[i]);
      grid_fixture_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
      grid_fixture_draw (fixture);
      g_assert_cmpstr (get_beside (fixture), ==,
                       "There is no list here. Alt+↑ goes to the heading, to sort and filter.");
      gtk_test_accessible_assert_property (grid_fixture_get_entry (fixture),
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           get_beside (fixture));
      g_assert_false (taga_grid_is_editing (fixture->grid));
      g_assert_false (gtk_widget_has_css_class (grid_fixture_get_entry (fixture), "error"));
      grid_fixture_press (fixture, i % 2 == 0 ? GDK_KEY_Escape : GDK_KEY_Down, 0);
      g_assert_null (get_beside (fixture));
    }
  g_assert_cmpuint (menus, ==, 0);

  /* The heading has the menu. */
  grid_fixture_press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_false (gtk_widget_has_focus (fixture->grid->editor->text));
}

static void
test_explains_values (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, 2, TAGA_ASSET_CONFIDENTIALITY);
  grid_fixture_press (fixture, GDK_KEY_F2, GDK_SHIFT_MASK);
  g_assert_cmpstr (get_beside (fixture), ==, "漏れると困る");
  g_assert_false (taga_grid_is_editing (fixture->grid));
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  g_assert_null (get_beside (fixture));

  grid_fixture_put (fixture, 2, TAGA_ASSET_NOTE);
  grid_fixture_press (fixture, GDK_KEY_F2, GDK_SHIFT_MASK);
  g_assert_cmpstr (get_beside (fixture), ==, "鍵付き");
  grid_fixture_type (fixture, "a");
  g_assert_null (get_beside (fixture));
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
}

/* As in a protected sheet. */
static void
test_tab_skips_computed_cells (GridFixture *fixture, gconstpointer n_rows)
{
  guint field;

  grid_fixture_put (fixture, 2, TAGA_ASSET_AVAILABILITY);
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  g_assert_true (taga_grid_get_cursor (fixture->grid, NULL, &field));
  g_assert_true (taga_grid_get_column (fixture->grid, field)->editable);
  g_assert_cmpuint (field, !=, TAGA_ASSET_AVAILABILITY);
  grid_fixture_press (fixture, GDK_KEY_Tab, GDK_SHIFT_MASK);
  grid_fixture_assert_cursor (fixture, 2, TAGA_ASSET_AVAILABILITY);
  grid_fixture_press (fixture, GDK_KEY_Right, 0);
  g_assert_true (taga_grid_get_cursor (fixture->grid, NULL, &field));
  g_assert_false (taga_grid_get_column (fixture->grid, field)->editable);

  /* From the first cell back to the end of the row above. */
  grid_fixture_put (fixture, 2, TAGA_ASSET_NAME);
  grid_fixture_press (fixture, GDK_KEY_Tab, GDK_SHIFT_MASK);
  g_assert_true (taga_grid_get_cursor (fixture->grid, NULL, &field));
  g_assert_true (taga_grid_get_column (fixture->grid, field)->editable);
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

  add ("/grid/words-set-marks", test_words_set_marks);
  add ("/grid/input-methods-set-marks", test_input_methods_set_marks);
  add ("/grid/lists-marks", test_lists_marks);
  add ("/grid/swallows-what-follows-a-digit", test_swallows_what_follows_a_digit);
  add ("/grid/says-that-there-is-no-list", test_says_that_there_is_no_list);
  add ("/grid/explains-values", test_explains_values);
  add ("/grid/tab-skips-computed-cells", test_tab_skips_computed_cells);

  return g_test_run ();
}
