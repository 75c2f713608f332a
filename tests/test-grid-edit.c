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
assert_chosen (GridFixture *fixture, const char *expected)
{
  TagaGridChoices *choices = fixture->grid->editor->choices;
  int chosen = taga_grid_choices_get_chosen (choices);
  g_autofree char *label = chosen >= 0 ? taga_grid_choices_dup_label (choices, chosen) : NULL;

  g_assert_true (taga_grid_choices_is_open (choices));
  g_assert_cmpstr (label, ==, expected);
}

static guint
count_listed (GridFixture *fixture)
{
  guint n = 0;

  for (guint i = 0; i < grid_fixture_count (GTK_WIDGET (fixture->grid), GTK_TYPE_LIST_BOX_ROW); i++)
    if (gtk_widget_get_visible (
            grid_fixture_find (GTK_WIDGET (fixture->grid), GTK_TYPE_LIST_BOX_ROW, i)))
      n++;

  return n;
}

static void
test_choices_by_key (GridFixture *fixture, gconstpointer n_rows)
{
  /* Asset 4 is on paper. One digit is enough. */
  grid_fixture_put (fixture, 3, TAGA_ASSET_MEDIUM);
  grid_fixture_type (fixture, "2");
  grid_fixture_assert_committed (fixture, "medium=モバイル機器@4\n");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_MEDIUM);
  g_assert_false (taga_grid_is_editing (fixture->grid));

  /* A beginning narrows the list, and nothing is saved before Enter, even if one fits only. */
  grid_fixture_put (fixture, 4, TAGA_ASSET_MEDIUM);
  grid_fixture_type (fixture, "しょ");
  assert_chosen (fixture, "書類");
  g_assert_cmpuint (count_listed (fixture), ==, 1);
  grid_fixture_assert_committed (fixture, "");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "medium=書類@5\n");
  grid_fixture_assert_cursor (fixture, 5, TAGA_ASSET_MEDIUM);

  /* Arrows move in what is left of it, and Tab takes what is marked. */
  grid_fixture_type (fixture, "シャ");
  assert_chosen (fixture, "社内サーバー");
  g_assert_cmpuint (count_listed (fixture), ==, 2);
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  assert_chosen (fixture, "社外サーバー");
  gtk_test_accessible_assert_property (grid_fixture_get_entry (fixture),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "社外サーバー");
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  grid_fixture_assert_committed (fixture, "medium=社外サーバー@6\n");
  grid_fixture_assert_cursor (fixture, 5, TAGA_ASSET_PERSONAL);

  /* What none begins with is looked for inside; Esc restores. */
  grid_fixture_put (fixture, 6, TAGA_ASSET_MEDIUM);
  grid_fixture_type (fixture, "ｻｰﾊﾞｰ");
  assert_chosen (fixture, "社内サーバー");
  g_assert_cmpuint (count_listed (fixture), ==, 2);
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  grid_fixture_assert_committed (fixture, "");
  g_assert_false (taga_grid_choices_is_open (fixture->grid->editor->choices));

  /* Level columns: digit, arrow, digit. */
  grid_fixture_put (fixture, 2, TAGA_ASSET_CONFIDENTIALITY);
  grid_fixture_type (fixture, "3");
  grid_fixture_press (fixture, GDK_KEY_Right, 0);
  grid_fixture_type (fixture, "2");
  grid_fixture_assert_committed (fixture, "confidentiality=3@3\nintegrity=2@3\n");
}

static void
test_choices_by_list (GridFixture *fixture, gconstpointer n_rows)
{
  TagaGridChoices *choices = fixture->grid->editor->choices;

  grid_fixture_put (fixture, 3, TAGA_ASSET_MEDIUM);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  grid_fixture_draw (fixture);
  assert_chosen (fixture, "書類");
  g_assert_cmpuint (count_listed (fixture), ==, 4);
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  g_assert_false (taga_grid_choices_is_open (choices));
  grid_fixture_assert_committed (fixture, "");

  grid_fixture_press (fixture, GDK_KEY_F2, 0);
  grid_fixture_press (fixture, GDK_KEY_Page_Down, 0);
  grid_fixture_press (fixture, GDK_KEY_Up, 0);
  grid_fixture_press (fixture, GDK_KEY_Tab, 0);
  grid_fixture_assert_committed (fixture, "medium=社内サーバー@4\n");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_PERSONAL);

  /* The same once more is no change, and Enter in a list that was opened stays in the cell. */
  grid_fixture_put (fixture, 3, TAGA_ASSET_MEDIUM);
  grid_fixture_press (fixture, GDK_KEY_space, 0);
  g_assert_true (taga_grid_choices_is_open (choices));
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_MEDIUM);

  /* A letter that is deleted again shows the whole list, with the cell's own value. */
  grid_fixture_type (fixture, "も");
  g_assert_cmpuint (count_listed (fixture), ==, 1);
  g_signal_emit_by_name (fixture->grid->editor->text, "backspace");
  g_assert_cmpuint (count_listed (fixture), ==, 4);
  assert_chosen (fixture, "社内サーバー");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
}

/* What is in no list is refused beside the cell, and stays there to be mended. */
static void
test_choices_refuse_others (GridFixture *fixture, gconstpointer n_rows)
{
  GtkWidget *nothing;

  grid_fixture_put (fixture, 3, TAGA_ASSET_MEDIUM);
  grid_fixture_type (fixture, "zz");
  grid_fixture_draw (fixture);
  assert_chosen (fixture, NULL);
  g_assert_cmpuint (count_listed (fixture), ==, 0);
  nothing = grid_fixture_find (grid_fixture_find (GTK_WIDGET (fixture->grid), GTK_TYPE_LIST_BOX, 0),
                               GTK_TYPE_LABEL, 4);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (nothing)), ==, "Nothing in the list fits.");
  g_assert_true (gtk_widget_get_mapped (nothing));

  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_draw (fixture);
  grid_fixture_assert_committed (fixture, "");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_MEDIUM);
  g_assert_cmpstr (grid_fixture_get_entry_text (fixture), ==, "zz");
  g_assert_true (gtk_widget_get_mapped (get_reason (fixture)));

  /* As the reason says, Alt+Down shows the whole list. */
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpuint (count_listed (fixture), ==, 4);
  g_assert_false (gtk_widget_get_visible (get_reason (fixture)));
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "medium=モバイル機器@4\n");
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
test_input_method_picks (GridFixture *fixture, gconstpointer n_rows)
{
  TestInputMethod *input = test_input_method_get_current ();

  /* A full-width digit needs no Enter; kana are marked while they are composed. */
  grid_fixture_put (fixture, 2, TAGA_ASSET_CONFIDENTIALITY);
  test_input_method_compose (input, "２");
  grid_fixture_draw (fixture);
  grid_fixture_assert_committed (fixture, "confidentiality=2@3\n");
  g_assert_false (taga_grid_is_editing (fixture->grid));
  g_assert_cmpstr (test_input_method_get_preedit (input), ==, "");

  grid_fixture_put (fixture, 3, TAGA_ASSET_MEDIUM);
  test_input_method_compose (input, "も");
  grid_fixture_draw (fixture);
  grid_fixture_assert_committed (fixture, "");
  g_assert_cmpint (taga_grid_choices_get_chosen (fixture->grid->editor->choices), ==, 1);
  test_input_method_compose (input, "もｂ");
  grid_fixture_draw (fixture);
  assert_chosen (fixture, "モバイル機器");
  test_input_method_commit (input, "も");
  grid_fixture_draw (fixture);
  grid_fixture_assert_committed (fixture, "");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "medium=モバイル機器@4\n");

  /* Where nothing can be typed, it is reset and the user told. */
  grid_fixture_put (fixture, 3, TAGA_ASSET_IMPORTANCE);
  test_input_method_compose (input, "あ");
  grid_fixture_draw (fixture);
  g_assert_cmpstr (test_input_method_get_preedit (input), ==, "");
  g_assert_nonnull (fixture->reason);
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_assert_cursor (fixture, 4, TAGA_ASSET_IMPORTANCE);
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

static const struct
{
  const char *typed;
  int found;
  guint n_found;
} searches[] = {
  { "", -1, 0 },      { "しょ", 0, 1 }, { "ショ", 0, 1 },     { "ｼｮ", 0, 1 },
  { "書", 0, 1 },     { "社", 2, 2 },   { "しゃな", 2, 1 },   { "SHAGAI", 3, 1 },
  { "ｓｈａ", 2, 2 }, { "4", 3, 1 },    { "４", 3, 1 },       { "5", -1, 0 },
  { "0", -1, 0 },     { "44", -1, 0 },  { "サーバー", 2, 2 }, { "イル", 1, 1 },
};

static void
test_finds_choices (void)
{
  static const char *const labels[] = { "書類\tしょるい\tshorui", "モバイル機器",
                                        "社内サーバー\tしゃない\tshanai",
                                        "社外サーバー\tしゃがい\tshagai", NULL };
  GtkWidget *parent = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  TagaGridChoices *choices = taga_grid_choices_new (parent, NULL, NULL);

  taga_grid_choices_set (choices, labels);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      guint n_found;

      g_test_message ("“%s”", searches[i].typed);
      g_assert_cmpint (taga_grid_choices_find (choices, searches[i].typed, &n_found), ==,
                       searches[i].found);
      g_assert_cmpuint (n_found, ==, searches[i].n_found);
    }

  g_assert_cmpint (taga_grid_choices_find_label (choices, "社内サーバー"), ==, 2);
  taga_grid_choices_free (choices);
  g_assert_finalize_object (parent);
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
  add ("/grid/keys-pick-choices", test_choices_by_key);
  add ("/grid/list-picks-choices", test_choices_by_list);
  add ("/grid/list-refuses-what-it-has-not", test_choices_refuse_others);
  add ("/grid/input-method-composes-in-the-cell", test_input_method_composes);
  add ("/grid/input-method-picks-choices", test_input_method_picks);
  add ("/grid/commits-when-the-focus-leaves", test_focus_leaves);
  add ("/grid/list-changes-while-editing", test_list_changes_meanwhile);
  g_test_add_func ("/grid/finds-choices", test_finds_choices);

  return g_test_run ();
}
