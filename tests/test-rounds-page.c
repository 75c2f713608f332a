#include <sqlite3.h>

#include "screen-fixture.h"
#include "taga-asset-page.h"
#include "taga-axis-dialog.h"
#include "taga-axis-map-dialog.h"
#include "taga-axis-row.h"
#include "taga-axis-values.h"
#include "taga-check.h"
#include "taga-comparison-view.h"
#include "taga-field-edit.h"
#include "taga-figures.h"
#include "taga-history.h"
#include "taga-page.h"
#include "taga-round-answers.h"
#include "taga-round-dialog.h"
#include "taga-round-list.h"
#include "taga-round.h"
#include "taga-rounds-page.h"
#include "widget-fixture.h"
#include "window-fixture.h"

/* The rounds of assessment in the workbench, as a user sees and works them. The sample company has
 * a sealed round, 2, and an open one, 1. */

#define OPEN 1
#define SEALED 2

static TagaStore *
get_store (WindowFixture *fixture)
{
  return taga_window_get_store (fixture->window);
}

static GtkWidget *
get_page (WindowFixture *fixture)
{
  return window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_ROUNDS_PAGE);
}

static GtkWidget *
get_part (WindowFixture *fixture, const char *id)
{
  return widget_fixture_find (get_page (fixture), id);
}

static void
show_page (WindowFixture *fixture)
{
  taga_window_show_page (fixture->window, "rounds");
  taga_page_take_focus (TAGA_PAGE (get_page (fixture)));
  settle ();
}

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_set_up (fixture, data);
  show_page (fixture);
}

static void
press (WindowFixture *fixture, guint keyval)
{
  widget_fixture_press (GTK_WIDGET (fixture->window), keyval, 0);
}

/* What the list shows, from the top; the row's name is the round's number. */
static gint64
get_row (WindowFixture *fixture, int place)
{
  GtkListBoxRow *row =
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_part (fixture, "list")), place);

  return row == NULL ? 0 : g_ascii_strtoll (gtk_widget_get_name (GTK_WIDGET (row)), NULL, 10);
}

static gint64
get_selected (WindowFixture *fixture)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (get_part (fixture, "list")));

  return row == NULL ? 0 : g_ascii_strtoll (gtk_widget_get_name (GTK_WIDGET (row)), NULL, 10);
}

static void
assert_sealed (WindowFixture *fixture, gint64 id, gboolean is_sealed)
{
  g_autoptr (TagaRecord) round =
      taga_store_get_record (get_store (fixture), TAGA_TYPE_ROUND, id, NULL);

  g_assert_nonnull (round);
  g_assert_cmpint (taga_record_get_text (round, TAGA_ROUND_SEALED_ON) != NULL, ==, is_sealed);
}

static GtkWidget *
wait_for_dialog (GType type)
{
  for (guint i = 0; i < 100 && widget_fixture_get_dialog (type) == NULL; i++)
    settle ();

  g_assert_nonnull (widget_fixture_get_dialog (type));
  return widget_fixture_get_dialog (type);
}

static void
wait_for_end (GType type)
{
  for (guint i = 0; i < 100 && widget_fixture_get_dialog (type) != NULL; i++)
    settle ();

  g_assert_null (widget_fixture_get_dialog (type));
}

static void
act (WindowFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_page (fixture), action, NULL));
  settle ();
}

static void
undo (WindowFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_history_undo (get_store (fixture), &error));
  settle ();
}

static void
set_text (GtkWidget *root, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find (root, id)), text);
}

static void
test_lists_rounds_the_newest_first (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *list = get_part (fixture, "list");

  g_assert_cmpint (get_row (fixture, 0), ==, OPEN);
  g_assert_cmpint (get_row (fixture, 1), ==, SEALED);
  g_assert_cmpint (get_row (fixture, 2), ==, 0);
  g_assert_cmpint (get_selected (fixture), ==, OPEN);
  g_assert_true (widget_fixture_shows (list, "2026/10/5 ・ The company itself"));
  g_assert_true (widget_fixture_shows (list, "Open ・ risks go by it now"));
  g_assert_true (widget_fixture_shows (list, "2026/4/15 ・ Expert"));
  g_assert_true (widget_fixture_shows (list, "Sealed on "));
  g_assert_false (widget_fixture_shows (list, "⚠"));
}

static guint
count_to_confirm (WindowFixture *fixture, gint64 round)
{
  g_autoptr (TagaRoundAnswers) answers =
      taga_round_answers_read (get_store (fixture), TAGA_TYPE_CHECK, round, NULL);

  return g_hash_table_size (answers->to_confirm);
}

/* The dialog offers the round in use; Return in a line starts. */
static void
test_a_new_round_copies (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  gint64 id;

  act (fixture, "rounds.new");
  dialog = wait_for_dialog (TAGA_TYPE_ROUND_DIALOG);
  g_assert_true (widget_fixture_shows (dialog, "marked “to confirm”"));
  set_text (dialog, "name_row", "  ");
  widget_fixture_press (dialog, GDK_KEY_Return, 0);
  gtk_widget_activate_action (dialog, "round.start", NULL);
  settle ();
  g_assert_true (widget_fixture_shows (dialog, "Enter a name"));

  set_text (dialog, "name_row", "第2回評価");
  set_text (dialog, "date_row", "2026/13/1");
  gtk_widget_activate_action (dialog, "round.start", NULL);
  settle ();
  g_assert_true (widget_fixture_shows (dialog, "The date is not a day."));
  g_assert_cmpint (get_row (fixture, 2), ==, 0);

  set_text (dialog, "date_row", "令和9年4月1日");
  gtk_widget_activate_action (dialog, "round.start", NULL);
  wait_for_end (TAGA_TYPE_ROUND_DIALOG);

  id = get_row (fixture, 0);
  g_assert_cmpint (id, >, SEALED);
  g_assert_cmpint (get_selected (fixture), ==, id);
  g_assert_cmpuint (count_to_confirm (fixture, id), ==, 55);
  g_assert_true (widget_fixture_shows (get_part (fixture, "list"), "2027/4/1"));

  undo (fixture);
  g_assert_cmpint (get_row (fixture, 0), ==, OPEN);
  g_assert_cmpint (get_row (fixture, 2), ==, 0);
  g_assert_cmpint (get_selected (fixture), ==, OPEN);
}

static void
test_an_empty_round_has_no_scores (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  act (fixture, "rounds.new");
  dialog = wait_for_dialog (TAGA_TYPE_ROUND_DIALOG);
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget_fixture_find (dialog, "from_row")), 0);
  settle ();
  g_assert_true (widget_fixture_shows (dialog, "Everything begins unanswered"));
  gtk_widget_activate_action (dialog, "round.start", NULL);
  wait_for_end (TAGA_TYPE_ROUND_DIALOG);

  /* Missing is told in words, and is not 0. */
  g_assert_true (widget_fixture_shows (get_part (fixture, "axis_view"), "Not assessed"));
  g_assert_false (widget_fixture_shows (get_part (fixture, "axis_view"), "0.0"));
  g_assert_cmpuint (count_to_confirm (fixture, get_selected (fixture)), ==, 0);
}

static void
test_sealing_says_what_stays_open (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  gint64 id;

  act (fixture, "rounds.new");
  dialog = wait_for_dialog (TAGA_TYPE_ROUND_DIALOG);
  set_text (dialog, "name_row", "第2回評価");
  gtk_widget_activate_action (dialog, "round.start", NULL);
  wait_for_end (TAGA_TYPE_ROUND_DIALOG);
  id = get_selected (fixture);

  act (fixture, "rounds.seal");
  dialog = wait_for_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (widget_fixture_shows (dialog, "Seal “第2回評価” for Good?"));
  g_assert_true (widget_fixture_shows (dialog, "copied answers are not confirmed"));
  g_assert_true (widget_fixture_shows (dialog, "2 assets have no risk"));
  g_assert_true (widget_fixture_shows (dialog, "the risks of 44 assets"));
  g_assert_true (widget_fixture_shows (dialog, "undo does not go back behind it"));
  window_fixture_press ("_Cancel");
  wait_for_end (ADW_TYPE_MESSAGE_DIALOG);
  assert_sealed (fixture, id, FALSE);

  act (fixture, "rounds.seal");
  dialog = wait_for_dialog (ADW_TYPE_MESSAGE_DIALOG);
  window_fixture_press ("_Seal");
  widget_fixture_wait_for (get_page (fixture), "It can be read but never changes.");
  assert_sealed (fixture, id, TRUE);
  g_assert_false (taga_history_undo (get_store (fixture), NULL));
}

static const char *
get_axis (WindowFixture *fixture)
{
  guint n;

  return taga_edition_get_items (taga_store_get_edition (get_store (fixture)), "axis", &n)[0].key;
}

static void
test_a_sealed_round_resists (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *form = get_part (fixture, "form");
  GtkWidget *entry;

  gtk_list_box_select_row (
      GTK_LIST_BOX (get_part (fixture, "list")),
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_part (fixture, "list")), 1));
  settle ();
  g_assert_cmpint (get_selected (fixture), ==, SEALED);

  entry = widget_fixture_find_type (form, GTK_TYPE_ENTRY, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "取組前の評価");
  g_assert_false (gtk_widget_is_sensitive (entry));
  g_assert_true (widget_fixture_shows (form, "It can be read but never changes."));
  g_assert_true (
      widget_fixture_shows (get_part (fixture, "axis_view"), "These are the scores of that day."));
  g_assert_false (gtk_widget_is_sensitive (get_part (fixture, "seal_button")));
  g_assert_false (gtk_widget_is_sensitive (get_part (fixture, "remove_button")));

  /* Its scores and what they come from can be looked at, and not be changed. */
  gtk_widget_activate_action (get_part (fixture, "axis_view"), "axes.judge", "s",
                              get_axis (fixture));
  settle ();
  dialog = widget_fixture_get_dialog (TAGA_TYPE_AXIS_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (widget_fixture_shows (dialog, "These scores can be read, and stay as they are."));
  g_assert_false (
      gtk_editable_get_editable (GTK_EDITABLE (widget_fixture_find (dialog, "score_row"))));
  g_assert_false (gtk_widget_is_sensitive (widget_fixture_find (dialog, "save_button")));
  gtk_window_destroy (GTK_WINDOW (dialog));

  gtk_widget_activate_action (get_part (fixture, "axis_view"), "axes.map", "s", get_axis (fixture));
  settle ();
  dialog = widget_fixture_get_dialog (TAGA_TYPE_AXIS_MAP_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_false (
      gtk_widget_is_sensitive (widget_fixture_find_type (dialog, GTK_TYPE_CHECK_BUTTON, 0)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_a_name_is_changed_in_its_place (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *entry = widget_fixture_find_type (get_part (fixture, "form"), GTK_TYPE_ENTRY, 0);
  GtkWidget *list = get_part (fixture, "list");

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "第1回（本社）");
  press (fixture, GDK_KEY_Return);
  g_assert_true (widget_fixture_shows (list, "第1回（本社）"));

  /* What is refused stays, with the reason, and keeps the round in view. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_list_box_select_row (GTK_LIST_BOX (list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  settle ();
  g_assert_true (widget_fixture_shows (get_part (fixture, "form"), "is empty. Fill it in."));
  g_assert_cmpint (get_selected (fixture), ==, OPEN);

  gtk_widget_grab_focus (entry);
  press (fixture, GDK_KEY_Escape);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "第1回（本社）");
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "第1回評価");
}

static TagaAxisValue
read_axis (WindowFixture *fixture, guint place)
{
  g_autoptr (TagaAxisValues) values = taga_axis_values_read (get_store (fixture), OPEN, NULL);
  TagaAxisValue value = values->values[place];

  value.evidence = value.by = value.on = NULL;
  return value;
}

static GtkWidget *
open_score (WindowFixture *fixture, const char *axis)
{
  GtkWidget *row =
      widget_fixture_find_type (get_part (fixture, "axis_view"), TAGA_TYPE_AXIS_ROW, 0);

  g_assert_true (gtk_widget_activate_action (row, "axes.judge", "s", axis));
  return wait_for_dialog (TAGA_TYPE_AXIS_DIALOG);
}

static void
test_a_judge_enters_a_score (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_score (fixture, "data");
  GtkWidget *view = get_part (fixture, "axis_view");

  /* Too high: said in the dialog, and nothing is in the file. */
  set_text (dialog, "score_row", "5.1");
  gtk_widget_activate_action (dialog, "axis.save", NULL);
  settle ();
  g_assert_true (widget_fixture_shows (dialog, "must be between 0.0 and 5.0"));
  g_assert_false (read_axis (fixture, 3).is_judged);

  set_text (dialog, "score_row", "");
  gtk_widget_activate_action (dialog, "axis.save", NULL);
  g_assert_true (widget_fixture_shows (dialog, "Enter a score from 0.0 to 5.0"));

  /* Full width, as an input method gives it. The level that is reached is marked. */
  set_text (dialog, "score_row", "３．４");
  settle ();
  g_assert_true (widget_fixture_shows (widget_fixture_find (dialog, "rubric_box"), "▶"));
  g_assert_true (widget_fixture_shows (dialog, "Taga’s own and not Tokyo’s"));
  set_text (dialog, "by_row", "外部 太郎");
  set_text (dialog, "on_row", "2026/10/9");
  gtk_widget_activate_action (dialog, "axis.save", NULL);
  wait_for_end (TAGA_TYPE_AXIS_DIALOG);
  g_assert_true (read_axis (fixture, 3).is_judged);
  g_assert_cmpint (read_axis (fixture, 3).score, ==, 34);
  g_assert_true (
      widget_fixture_shows (view, "Entered by 外部 太郎 on 2026/10/9; the answers would make 2.5"));

  dialog = open_score (fixture, "data");
  gtk_widget_activate_action (dialog, "axis.clear", NULL);
  wait_for_end (TAGA_TYPE_AXIS_DIALOG);
  g_assert_false (read_axis (fixture, 3).is_judged);
  g_assert_cmpint (read_axis (fixture, 3).score, ==, 25);

  undo (fixture);
  g_assert_cmpint (read_axis (fixture, 3).score, ==, 34);
  g_assert_true (widget_fixture_shows (view, "3.4"));
}

static void
test_escape_leaves_a_score (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_score (fixture, "data");

  set_text (dialog, "score_row", "1.0");
  widget_fixture_press (dialog, GDK_KEY_Escape, 0);
  wait_for_end (TAGA_TYPE_AXIS_DIALOG);
  g_assert_false (read_axis (fixture, 3).is_judged);
}

static GtkWidget *
open_items (WindowFixture *fixture)
{
  GtkWidget *row =
      widget_fixture_find_type (get_part (fixture, "axis_view"), TAGA_TYPE_AXIS_ROW, 0);

  g_assert_true (gtk_widget_activate_action (row, "axes.map", "s", "network"));
  return wait_for_dialog (TAGA_TYPE_AXIS_MAP_DIALOG);
}

static guint
count_items (WindowFixture *fixture)
{
  return g_strv_length ((char **) read_axis (fixture, 0).axis->checks);
}

static void
test_items_are_chosen_by_boxes (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_items (fixture);
  guint n = count_items (fixture);
  GtkWidget *box = widget_fixture_find_type (dialog, GTK_TYPE_CHECK_BUTTON, 0);

  g_assert_true (widget_fixture_shows (dialog, "as Taga comes"));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (box)));
  gtk_widget_grab_focus (box);
  widget_fixture_activate (box);
  g_assert_true (widget_fixture_shows (dialog, "changed here"));
  gtk_widget_activate_action (dialog, "map.save", NULL);
  wait_for_end (TAGA_TYPE_AXIS_MAP_DIALOG);
  g_assert_cmpuint (count_items (fixture), ==, n + 1);

  dialog = open_items (fixture);
  gtk_widget_activate_action (dialog, "map.reset", NULL);
  gtk_widget_activate_action (dialog, "map.save", NULL);
  wait_for_end (TAGA_TYPE_AXIS_MAP_DIALOG);
  g_assert_cmpuint (count_items (fixture), ==, n);
  g_assert_cmpint (taga_store_count (get_store (fixture), g_type_from_name ("TagaMapping"), NULL),
                   ==, 0);

  undo (fixture);
  g_assert_cmpuint (count_items (fixture), ==, n + 1);
}

static GtkWidget *
show_comparison (WindowFixture *fixture)
{
  taga_page_show_item (TAGA_PAGE (get_page (fixture)), "compare");
  settle ();
  return get_part (fixture, "comparison_view");
}

/* The rows of a table with their cells, from its second row. */
static char *
dup_rows (GtkWidget *view, guint nth)
{
  GtkWidget *table = widget_fixture_find_type (view, TAGA_TYPE_FIGURES, nth);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (table);
  for (GtkWidget *row = gtk_widget_get_next_sibling (gtk_widget_get_first_child (table));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
           cell = gtk_widget_get_next_sibling (cell))
        g_string_append_printf (text, "%s|", gtk_label_get_label (GTK_LABEL (cell)));
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
assert_rows (GtkWidget *view, guint nth, const char *rows)
{
  g_autofree char *found = dup_rows (view, nth);

  g_assert_cmpstr (found, ==, rows);
}

static void
test_compares_the_newest_two (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_comparison (fixture);
  GtkWidget *list;

  widget_fixture_wait_for (view, "Scores on the axes");
  assert_rows (view, 0,
               "Network security|0.0|1.7|+1.7|\nEndpoint security|0.3|0.6|+0.3|\n"
               "Mobile devices|0.0|0.4|+0.4|\nData protection|1.2|2.5|+1.3|\n"
               "Awareness and training|0.3|1.2|+0.9|\n"
               "Relations with outside partners|0.5|2.4|+1.9|\n");
  assert_rows (view, 1,
               "Large|29|18|−11|\nMedium|7|9|+2|\nSmall|6|15|+9|\nNot known|2|2|±0|\n"
               "All assets|44|44|±0|\nSum of the risk values|254|197|−57|\n");
  assert_rows (view, 2, "Large → Medium|7|\nLarge → Small|4|\nMedium → Small|5|\n");
  assert_rows (view, 4, "Lowest answer of all sheets|5 points|20 points|+15|\n");
  assert_rows (view, 5,
               "ファイル受渡しの相手と期限を限る|2026/5/28|\n"
               "通信機器の初期パスワードを変える|2026/6/5|\n"
               "事務所のPCに同じ対策ソフトを入れる|2026/8/7|\n");
  g_assert_true (widget_fixture_shows (view, "Another band: 16. New: 0."));

  /* An asset leads to the register. */
  g_assert_true (widget_fixture_shows (view, "Medium 4 → Small 2"));
  list = widget_fixture_find_type (widget_fixture_find (view, "parts"), GTK_TYPE_LIST_VIEW, 0);
  g_signal_emit_by_name (list, "activate", 0);
  settle ();
  g_assert_true (gtk_widget_get_mapped (
      window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_ASSET_PAGE)));
}

static void
test_compares_others_when_they_are_chosen (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_comparison (fixture);
  GtkDropDown *before = GTK_DROP_DOWN (widget_fixture_find (view, "before_list"));
  GtkDropDown *after = GTK_DROP_DOWN (widget_fixture_find (view, "after_list"));

  widget_fixture_wait_for (view, "+1.7");
  gtk_drop_down_set_selected (before, 0);
  settle ();
  g_assert_true (widget_fixture_shows (view, "Choose two different rounds above."));
  gtk_drop_down_set_selected (after, 1);
  widget_fixture_wait_for (view, "−1.7");
}

/* A change elsewhere is seen at once, and one that is taken back too. */
static void
test_a_comparison_follows_the_file (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_comparison (fixture);
  GtkWidget *dialog;

  widget_fixture_wait_for (view, "+1.3");
  dialog = open_score (fixture, "data");
  set_text (dialog, "score_row", "5.0");
  gtk_widget_activate_action (dialog, "axis.save", NULL);
  wait_for_end (TAGA_TYPE_AXIS_DIALOG);
  widget_fixture_wait_for (view, "+3.8");
  undo (fixture);
  widget_fixture_wait_for (view, "+1.3");
}

/* After the open round was removed there is nothing to compare with. */
static void
test_one_round_says_what_to_do_next (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_comparison (fixture);
  GtkWidget *dialog;

  act (fixture, "rounds.remove");
  dialog = wait_for_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (widget_fixture_shows (dialog, "Remove “第1回評価”?"));
  g_assert_true (widget_fixture_shows (dialog, "Undo brings all of it back."));
  window_fixture_press ("_Remove");
  wait_for_end (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpint (get_row (fixture, 0), ==, SEALED);
  g_assert_cmpint (get_row (fixture, 1), ==, 0);
  g_assert_true (widget_fixture_shows (view, "Only one round yet"));
  g_assert_true (widget_fixture_shows (view, "start a new round as a copy"));

  undo (fixture);
  widget_fixture_wait_for (view, "+1.7");
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
test_a_broken_seal_is_told (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *notice;

  window_fixture_close (fixture);
  run_sql (fixture->path, "UPDATE \"check\" SET answer = 1 WHERE round = 2");
  window_fixture_open (fixture);
  show_page (fixture);

  g_assert_true (widget_fixture_shows (get_part (fixture, "broken_label"), "取組前の評価"));
  g_assert_true (
      widget_fixture_shows (get_part (fixture, "list"), "⚠ Changed after it was sealed"));
  notice = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->window),
                                                      TAGA_TYPE_WINDOW, "notice_label"));
  g_assert_true (widget_fixture_shows (notice, "“取組前の評価”"));
}

static void
test_a_link_shows_a_round (WindowFixture *fixture, gconstpointer data)
{
  taga_window_show_page (fixture->window, "assets");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "rounds/2");
  settle ();
  g_assert_true (gtk_widget_get_mapped (get_page (fixture)));
  g_assert_cmpint (get_selected (fixture), ==, SEALED);

  /* A round that is not there changes nothing. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "rounds/99");
  settle ();
  g_assert_cmpint (get_selected (fixture), ==, SEALED);
}

static void
test_the_projector_shows_the_scores_alone (WindowFixture *fixture, gconstpointer data)
{
  taga_page_set_projector (TAGA_PAGE (get_page (fixture)), TRUE);
  settle ();
  g_assert_false (gtk_widget_get_mapped (get_part (fixture, "list")));
  g_assert_true (gtk_widget_get_mapped (get_part (fixture, "axis_view")));

  taga_page_set_projector (TAGA_PAGE (get_page (fixture)), FALSE);
  settle ();
  g_assert_true (gtk_widget_get_mapped (get_part (fixture, "list")));
}

static void
test_nothing_is_cut (WindowFixture *fixture, gconstpointer data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1024, 700);
  settle ();
  widget_fixture_assert_whole (get_part (fixture, "side"));
  widget_fixture_assert_whole (get_part (fixture, "axis_view"));
  widget_fixture_wait_for (show_comparison (fixture), "+1.7");
  widget_fixture_assert_whole (get_part (fixture, "comparison_view"));
}

#define ADD(name, test)                                                                            \
  g_test_add ("/rounds-page/" name, WindowFixture, NULL, set_up, test, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("lists-rounds-the-newest-first", test_lists_rounds_the_newest_first);
  ADD ("a-new-round-copies", test_a_new_round_copies);
  ADD ("an-empty-round-has-no-scores", test_an_empty_round_has_no_scores);
  ADD ("sealing-says-what-stays-open", test_sealing_says_what_stays_open);
  ADD ("a-sealed-round-resists", test_a_sealed_round_resists);
  ADD ("a-name-is-changed-in-its-place", test_a_name_is_changed_in_its_place);
  ADD ("a-judge-enters-a-score", test_a_judge_enters_a_score);
  ADD ("escape-leaves-a-score", test_escape_leaves_a_score);
  ADD ("items-are-chosen-by-boxes", test_items_are_chosen_by_boxes);
  ADD ("compares-the-newest-two", test_compares_the_newest_two);
  ADD ("compares-others-when-they-are-chosen", test_compares_others_when_they_are_chosen);
  ADD ("a-comparison-follows-the-file", test_a_comparison_follows_the_file);
  ADD ("one-round-says-what-to-do-next", test_one_round_says_what_to_do_next);
  ADD ("a-broken-seal-is-told", test_a_broken_seal_is_told);
  ADD ("a-link-shows-a-round", test_a_link_shows_a_round);
  ADD ("the-projector-shows-the-scores-alone", test_the_projector_shows_the_scores_alone);
  ADD ("nothing-is-cut", test_nothing_is_cut);

  return g_test_run ();
}
