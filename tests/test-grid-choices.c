#include <string.h>

#include "grid-fixture.h"
#include "grid-input.h"
#include "taga-grid-choices.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"

static GtkWidget *
get_reason (GridFixture *fixture)
{
  return fixture->grid->editor->reason;
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
  grid_fixture_type (fixture, "社");
  assert_chosen (fixture, "社内サーバー");
  g_assert_cmpuint (count_listed (fixture), ==, 3);
  grid_fixture_press (fixture, GDK_KEY_Page_Down, 0);
  grid_fixture_press (fixture, GDK_KEY_Up, 0);
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

/* Which label a row of the list shows, in the order of the screen, and what stands beside it. */
static void
assert_row (GridFixture *fixture, int index, const char *label, const char *beside)
{
  GtkListBox *list =
      GTK_LIST_BOX (grid_fixture_find (GTK_WIDGET (fixture->grid), GTK_TYPE_LIST_BOX, 0));
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, index));
  GtkWidget *first = grid_fixture_find (row, GTK_TYPE_LABEL, 0);
  GtkWidget *second = grid_fixture_find (row, GTK_TYPE_LABEL, 1);

  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (first)), ==, label);
  if (beside == NULL)
    g_assert_false (gtk_widget_get_visible (second));
  else
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (second)), ==, beside);
}

/* What people read goes before what they don't see, whatever the order of the list. */
static void
test_choices_by_label_first (GridFixture *fixture, gconstpointer n_rows)
{
  grid_fixture_put (fixture, 3, TAGA_ASSET_MEDIUM);
  grid_fixture_type (fixture, "社内");
  assert_chosen (fixture, "社内サーバー");
  g_assert_cmpuint (count_listed (fixture), ==, 2);
  assert_row (fixture, 0, "社内サーバー", NULL);
  assert_row (fixture, 1, "モバイル機器", "社内ノート");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "medium=社内サーバー@4\n");

  /* By hidden words only, nothing is taken for meant while several fit. */
  grid_fixture_put (fixture, 3, TAGA_ASSET_MEDIUM);
  grid_fixture_type (fixture, "シャ");
  assert_chosen (fixture, NULL);
  assert_row (fixture, 0, "社内サーバー", "しゃない");
  assert_row (fixture, 1, "社外サーバー", "しゃがい");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_draw (fixture);
  grid_fixture_assert_committed (fixture, "");
  grid_fixture_assert_cursor (fixture, 3, TAGA_ASSET_MEDIUM);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (fixture->grid->editor->reason_label)), ==,
                   "“シャ” may be several. Choose one with the arrow keys.");
  g_assert_true (gtk_widget_get_mapped (get_reason (fixture)));
  g_assert_cmpuint (count_listed (fixture), ==, 2);
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  grid_fixture_press (fixture, GDK_KEY_Down, 0);
  assert_chosen (fixture, "社外サーバー");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "medium=社外サーバー@4\n");
  g_assert_false (gtk_widget_get_visible (get_reason (fixture)));

  grid_fixture_put (fixture, 4, TAGA_ASSET_MEDIUM);
  grid_fixture_type (fixture, "社内ノ");
  assert_chosen (fixture, "モバイル機器");
  grid_fixture_press (fixture, GDK_KEY_Escape, 0);
  grid_fixture_assert_committed (fixture, "");
}

static void
test_choices_say_what_they_mean (GridFixture *fixture, gconstpointer n_rows)
{
  GtkWidget *list;

  grid_fixture_put (fixture, 3, TAGA_ASSET_CONFIDENTIALITY);
  grid_fixture_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  grid_fixture_draw (fixture);
  list = grid_fixture_find (GTK_WIDGET (fixture->grid), GTK_TYPE_LIST_BOX, 0);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (grid_fixture_find (list, GTK_TYPE_LABEL, 2))), ==,
                   "漏れると取引を失う");
  gtk_test_accessible_assert_property (grid_fixture_find (list, GTK_TYPE_LIST_BOX_ROW, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "3: 漏れると取引を失う");
  grid_fixture_press (fixture, GDK_KEY_Up, 0);
  gtk_test_accessible_assert_property (grid_fixture_get_entry (fixture),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "3: 漏れると取引を失う");
  grid_fixture_press (fixture, GDK_KEY_Return, 0);
  grid_fixture_assert_committed (fixture, "confidentiality=3@4\n");
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
  grid_fixture_press (fixture, GDK_KEY_Home, 0);
  assert_chosen (fixture, "書類");
  grid_fixture_press (fixture, GDK_KEY_End, 0);
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
                               GTK_TYPE_LABEL, 8);
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

static const struct
{
  const char *typed;
  int found;
  guint n_found;
} searches[] = {
  { "", -1, 0 },      { "しょ", 0, 1 },   { "ショ", 0, 1 },
  { "ｼｮ", 0, 1 },     { "書", 0, 1 },     { "社", 2, 3 },
  { "しゃな", 2, 1 }, { "SHAGAI", 3, 1 }, { "ｓｈａ", -1, 2 },
  { "4", 3, 1 },      { "４", 3, 1 },     { "5", -1, 0 },
  { "0", -1, 0 },     { "44", -1, 0 },    { "サーバー", 2, 2 },
  { "イル", 1, 1 },   { "社内", 2, 2 },   { "社内ノート", 1, 1 },
  { "内サ", 2, 1 },   { "内ノ", 1, 1 },   { "社内サーバー", 2, 1 },
};

static void
test_finds_choices (void)
{
  static const char *const labels[] = { "書類\tしょるい\tshorui",
                                        "モバイル機器\t社内ノート\n持ち歩くもの",
                                        "社内サーバー\tしゃない\tshanai",
                                        "社外サーバー\tしゃがい\tshagai", NULL };
  GtkWidget *parent = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  TagaGridChoices *choices = taga_grid_choices_new (parent, NULL, NULL);
  g_autofree char *spoken = NULL;

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
  spoken = taga_grid_choices_dup_spoken (choices, 1);
  g_assert_cmpstr (spoken, ==, "モバイル機器: 持ち歩くもの");
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

  add ("/grid/keys-pick-choices", test_choices_by_key);
  add ("/grid/labels-go-before-hidden-words", test_choices_by_label_first);
  add ("/grid/choices-say-what-they-mean", test_choices_say_what_they_mean);
  add ("/grid/list-picks-choices", test_choices_by_list);
  add ("/grid/list-refuses-what-it-has-not", test_choices_refuse_others);
  add ("/grid/input-method-picks-choices", test_input_method_picks);
  g_test_add_func ("/grid/finds-choices", test_finds_choices);

  return g_test_run ();
}
