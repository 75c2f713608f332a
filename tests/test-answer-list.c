#include <adwaita.h>

#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-answer-list.h"
#include "taga-answer-record.h"
#include "taga-answer-sheet.h"
#include "taga-check.h"
#include "taga-history.h"
#include "taga-own-item.h"
#include "taga-rule.h"
#include "taga-self-answer.h"
#include "taga-threat.h"
#include "widget-fixture.h"

/* Items to answer in a real window, answered by keys and by the mouse. */

typedef struct
{
  StoreFixture file;
  GtkWidget *window;
  TagaAnswerList *list;
  guint n_moves;
  gboolean stays;
  char *opened;
} Fixture;

static void
current_changed_cb (Fixture *fixture)
{
  fixture->n_moves++;
}

static gboolean
leaving_cb (Fixture *fixture)
{
  return fixture->stays;
}

static void
opened_cb (Fixture *fixture, const char *item)
{
  g_free (fixture->opened);
  fixture->opened = g_strdup (item);
}

static void
setup (Fixture *fixture, gconstpointer kind)
{
  store_fixture_set_up (&fixture->file, NULL);
  fixture->list = TAGA_ANSWER_LIST (taga_answer_list_new ());
  g_signal_connect_swapped (fixture->list, "current-changed", G_CALLBACK (current_changed_cb),
                            fixture);
  g_signal_connect_swapped (fixture->list, "leaving", G_CALLBACK (leaving_cb), fixture);
  g_signal_connect_swapped (fixture->list, "opened", G_CALLBACK (opened_cb), fixture);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 560);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->list));
}

static void
show (Fixture *fixture, GType type, gint64 sheet)
{
  taga_answer_list_set_source (fixture->list, fixture->file.store, type, sheet);
  gtk_window_present (GTK_WINDOW (fixture->window));
  taga_answer_list_take_focus (fixture->list);
  settle ();
}

static void
teardown (Fixture *fixture, gconstpointer kind)
{
  widget_fixture_destroy_windows ();
  g_free (fixture->opened);
  store_fixture_tear_down (&fixture->file, NULL);
}

static void
press (Fixture *fixture, guint keyval)
{
  widget_fixture_press (fixture->window, keyval, 0);
}

static gint64
get_answer (Fixture *fixture, GType type, gint64 sheet, const char *item)
{
  g_autoptr (TagaAnswerRecord) record =
      taga_answer_record_load_in_sheet (fixture->file.store, type, sheet, item, NULL);

  return taga_answer_record_get_number (record);
}

static guint
count_steps (Fixture *fixture)
{
  g_autoptr (GPtrArray) steps = taga_history_list (fixture->file.store, 0, 1000, NULL);

  return steps->len;
}

/* A new company has a row for each threat and check item, with no answer. */
static gint64
copy_answer (TagaStore *store, const char *item)
{
  for (gint64 id = 1;; id++)
    {
      g_autofree char *found = store_fixture_get (store, TAGA_TYPE_CHECK, id, "item");

      if (g_str_equal (found, item))
        {
          store_fixture_set (store, TAGA_TYPE_CHECK, id, "answer", "2");
          store_fixture_set (store, TAGA_TYPE_CHECK, id, "answered-by", "前任者");
          store_fixture_set (store, TAGA_TYPE_CHECK, id, "answered-on", "2025-04-01");
          store_fixture_set (store, TAGA_TYPE_CHECK, id, "note", "年末に更新");
          store_fixture_set (store, TAGA_TYPE_CHECK, id, "to-confirm", "1");
          return id;
        }
    }
}

static TagaAnswerRow *
find_row (GtkWidget *root, const char *item)
{
  if (TAGA_IS_ANSWER_ROW (root))
    return g_str_equal (taga_answer_row_get_key (TAGA_ANSWER_ROW (root)), item)
               ? TAGA_ANSWER_ROW (root)
               : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TagaAnswerRow *found = find_row (child, item);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_button (Fixture *fixture, const char *item, const char *number)
{
  GtkWidget *row = GTK_WIDGET (find_row (GTK_WIDGET (fixture->list), item));

  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *button = widget_fixture_find_type (row, GTK_TYPE_TOGGLE_BUTTON, i);

      if (button != NULL && g_str_equal (gtk_widget_get_name (button), number))
        return button;
    }

  return NULL;
}

static gboolean
is_down (Fixture *fixture, const char *item, const char *number)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button (fixture, item, number)));
}

static gboolean
is_on_screen (Fixture *fixture, const char *item)
{
  GtkWidget *scroller = widget_fixture_find_type (fixture->window, GTK_TYPE_SCROLLED_WINDOW, 0);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (find_row (fixture->window, item)), scroller,
                                    &bounds)
         && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

static void
assert_current (Fixture *fixture, const char *item)
{
  g_assert_cmpstr (taga_answer_list_get_current (fixture->list), ==, item);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (find_row (fixture->window, item))));
}

static void
test_digit_answers_and_goes_on (Fixture *fixture, gconstpointer kind)
{
  guint before = count_steps (fixture);

  show (fixture, TAGA_TYPE_CHECK, 0);
  assert_current (fixture, "1-1");
  g_assert_true (widget_fixture_shows (fixture->window, "0 of 55 answered"));
  g_assert_true (widget_fixture_shows (fixture->window, "0 of 4 answered"));

  press (fixture, GDK_KEY_2);
  assert_current (fixture, "1-2");
  g_assert_cmpint (get_answer (fixture, TAGA_TYPE_CHECK, 0, "1-1"), ==, 2);
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  g_assert_true (is_down (fixture, "1-1", "2"));
  g_assert_false (is_down (fixture, "1-1", "1"));
  g_assert_true (widget_fixture_shows (fixture->window, "1 of 55 answered"));
  g_assert_true (widget_fixture_shows (fixture->window, "1 of 4 answered"));

  /* Also on the other digits of the keyboard, and over the end of a group. */
  press (fixture, GDK_KEY_KP_1);
  press (fixture, GDK_KEY_3);
  press (fixture, GDK_KEY_4);
  assert_current (fixture, "2-1");
  g_assert_true (is_on_screen (fixture, "2-1"));
  g_assert_cmpint (get_answer (fixture, TAGA_TYPE_CHECK, 0, "1-4"), ==, 4);

  /* What is no answer does nothing. */
  press (fixture, GDK_KEY_5);
  assert_current (fixture, "2-1");
  g_assert_cmpuint (count_steps (fixture), ==, before + 4);
  widget_fixture_press (fixture->window, GDK_KEY_1, GDK_CONTROL_MASK);
  g_assert_cmpuint (count_steps (fixture), ==, before + 4);
}

static void
test_keys_move (Fixture *fixture, gconstpointer kind)
{
  show (fixture, TAGA_TYPE_CHECK, 0);
  press (fixture, GDK_KEY_Up);
  assert_current (fixture, "1-1");
  press (fixture, GDK_KEY_Down);
  assert_current (fixture, "1-2");
  press (fixture, GDK_KEY_End);
  assert_current (fixture, "11-3");
  g_assert_true (is_on_screen (fixture, "11-3"));
  press (fixture, GDK_KEY_Down);
  assert_current (fixture, "11-3");
  press (fixture, GDK_KEY_1);
  assert_current (fixture, "11-3");
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpstr (taga_answer_list_get_current (fixture->list), !=, "11-3");
  g_assert_cmpstr (taga_answer_list_get_current (fixture->list), !=, "11-2");
  press (fixture, GDK_KEY_Home);
  assert_current (fixture, "1-1");
  g_assert_true (is_on_screen (fixture, "1-1"));
  press (fixture, GDK_KEY_Return);
  g_assert_cmpstr (fixture->opened, ==, "1-1");
}

static void
test_takes_back_and_undoes (Fixture *fixture, gconstpointer kind)
{
  show (fixture, TAGA_TYPE_CHECK, 0);
  press (fixture, GDK_KEY_1);
  press (fixture, GDK_KEY_1);
  press (fixture, GDK_KEY_Up);
  press (fixture, GDK_KEY_Delete);
  assert_current (fixture, "1-2");
  g_assert_cmpint (get_answer (fixture, TAGA_TYPE_CHECK, 0, "1-2"), ==, TAGA_UNKNOWN);
  g_assert_false (is_down (fixture, "1-2", "1"));
  press (fixture, GDK_KEY_Up);
  press (fixture, GDK_KEY_0);
  g_assert_cmpint (get_answer (fixture, TAGA_TYPE_CHECK, 0, "1-1"), ==, TAGA_UNKNOWN);
  press (fixture, GDK_KEY_End);

  /* An undo shows where the user is not looking, and can be gone to. */
  g_assert_true (taga_history_undo (fixture->file.store, NULL));
  settle ();
  assert_current (fixture, "11-3");
  g_assert_true (is_down (fixture, "1-1", "1"));
  g_assert_true (taga_answer_list_show_last_change (fixture->list));
  settle ();
  assert_current (fixture, "1-1");
  g_assert_true (is_on_screen (fixture, "1-1"));
}

static void
test_mouse_answers (Fixture *fixture, gconstpointer kind)
{
  GtkWidget *button;

  show (fixture, TAGA_TYPE_CHECK, 0);
  button = find_button (fixture, "1-3", "3");
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_cmpint (get_answer (fixture, TAGA_TYPE_CHECK, 0, "1-3"), ==, 3);
  assert_current (fixture, "1-3");

  /* Clicked again it stays. */
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_true (is_down (fixture, "1-3", "3"));
}

static void
test_confirms_what_was_copied (Fixture *fixture, gconstpointer kind)
{
  guint before;

  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *item = g_strdup_printf ("1-%u", i);

      copy_answer (fixture->file.store, item);
    }
  before = count_steps (fixture);
  show (fixture, TAGA_TYPE_CHECK, 0);
  g_assert_true (widget_fixture_shows (fixture->window, "2 of 55 answered, 2 to confirm"));
  g_assert_true (
      widget_fixture_shows (GTK_WIDGET (find_row (fixture->window, "1-1")), "to confirm"));
  press (fixture, GDK_KEY_space);
  assert_current (fixture, "1-2");
  g_assert_false (
      widget_fixture_shows (GTK_WIDGET (find_row (fixture->window, "1-1")), "to confirm"));
  g_assert_cmpint (get_answer (fixture, TAGA_TYPE_CHECK, 0, "1-1"), ==, 2);
  g_assert_true (widget_fixture_shows (fixture->window, "2 of 55 answered, 1 to confirm"));

  /* The same answer given again confirms as well; another answer, too. */
  press (fixture, GDK_KEY_2);
  g_assert_cmpuint (count_steps (fixture), ==, before + 2);
  g_assert_true (widget_fixture_shows (fixture->window, "2 of 55 answered"));
  g_assert_false (widget_fixture_shows (fixture->window, "confirm,"));

  /* There is nothing to confirm in what was never answered. */
  press (fixture, GDK_KEY_space);
  assert_current (fixture, "1-3");
  g_assert_cmpuint (count_steps (fixture), ==, before + 2);
}

static void
test_sealed_round_stays (Fixture *fixture, gconstpointer kind)
{
  guint before;

  copy_answer (fixture->file.store, "1-1");
  store_fixture_seal (fixture->file.store, 1);
  before = count_steps (fixture);
  show (fixture, TAGA_TYPE_CHECK, 0);
  g_assert_true (widget_fixture_shows (fixture->window, "This round is sealed"));
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture, "1-1", "1")));
  g_assert_true (is_down (fixture, "1-1", "2"));
  press (fixture, GDK_KEY_1);
  press (fixture, GDK_KEY_Delete);
  g_assert_cmpuint (count_steps (fixture), ==, before);
  g_assert_cmpint (get_answer (fixture, TAGA_TYPE_CHECK, 0, "1-1"), ==, 2);
  press (fixture, GDK_KEY_Down);
  assert_current (fixture, "1-2");
}

static void
test_own_items_come_and_go (Fixture *fixture, gconstpointer kind)
{
  gint64 id;
  g_autofree char *key = NULL;
  GtkWidget *old;

  show (fixture, TAGA_TYPE_THREAT, 0);
  press (fixture, GDK_KEY_Down);
  old = GTK_WIDGET (find_row (fixture->window, "2"));
  id = store_fixture_add (fixture->file.store, TAGA_TYPE_OWN_ITEM, "list", "threat", "group",
                          "paper", "title", "金型の図面を取引先が複写する", NULL);
  key = g_strdup_printf ("own-%" G_GINT64_FORMAT, id);
  settle ();

  /* The row with the focus is the same widget as before. */
  assert_current (fixture, "2");
  g_assert_true (GTK_WIDGET (find_row (fixture->window, "2")) == old);
  g_assert_true (
      widget_fixture_shows (GTK_WIDGET (find_row (fixture->window, key)), "added by us"));
  g_assert_true (widget_fixture_shows (fixture->window, "0 of 5 answered"));
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Down);
  assert_current (fixture, key);
  press (fixture, GDK_KEY_3);
  g_assert_cmpint (get_answer (fixture, TAGA_TYPE_THREAT, 0, key), ==, 3);

  /* Retired while it is worked on: its neighbour takes over. */
  press (fixture, GDK_KEY_Up);
  store_fixture_set (fixture->file.store, TAGA_TYPE_OWN_ITEM, id, "retired-on", "2026-11-22");
  settle ();
  assert_current (fixture, "4");
  g_assert_null (find_row (fixture->window, key));
}

static void
test_asks_before_leaving (Fixture *fixture, gconstpointer kind)
{
  guint n_moves;

  show (fixture, TAGA_TYPE_CHECK, 0);
  n_moves = fixture->n_moves;
  fixture->stays = TRUE;
  press (fixture, GDK_KEY_Down);
  assert_current (fixture, "1-1");
  g_signal_emit_by_name (find_button (fixture, "1-3", "3"), "clicked");
  settle ();
  g_assert_cmpint (get_answer (fixture, TAGA_TYPE_CHECK, 0, "1-3"), ==, TAGA_UNKNOWN);
  g_assert_false (is_down (fixture, "1-3", "3"));
  g_assert_cmpuint (fixture->n_moves, ==, n_moves);
  fixture->stays = FALSE;
  press (fixture, GDK_KEY_Down);
  g_assert_cmpuint (fixture->n_moves, ==, n_moves + 1);
}

static void
test_folds_what_does_not_matter (Fixture *fixture, gconstpointer kind)
{
  TagaAnswerGroup *group;

  show (fixture, TAGA_TYPE_THREAT, 0);
  group = taga_answer_list_find_group (fixture->list, "removable");
  taga_answer_group_set_folded (group, "No asset is kept there.");
  settle ();
  g_assert_true (widget_fixture_shows (fixture->window, "No asset is kept there."));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (find_row (fixture->window, "5"))));
  for (guint i = 0; i < 4; i++)
    press (fixture, GDK_KEY_Down);
  assert_current (fixture, "9");

  /* A link into it unfolds it. */
  g_assert_true (taga_answer_list_set_current (fixture->list, "6"));
  settle ();
  assert_current (fixture, "6");
  g_assert_true (is_on_screen (fixture, "6"));
  g_assert_false (taga_answer_list_set_current (fixture->list, "99"));
}

static void
test_sheets_and_rules_show (Fixture *fixture, gconstpointer kind)
{
  static const char *const five[] = { "update", "antivirus", "password", "sharing", "know", NULL };
  gint64 sheet = store_fixture_add (fixture->file.store, TAGA_TYPE_ANSWER_SHEET, "round", "1",
                                    "name", "本社", NULL);

  show (fixture, TAGA_TYPE_SELF_ANSWER, sheet);
  g_assert_true (widget_fixture_shows (fixture->window, "0 of 25 answered"));
  press (fixture, GDK_KEY_4);
  g_assert_cmpint (get_answer (fixture, TAGA_TYPE_SELF_ANSWER, sheet, "1"), ==, 4);

  show (fixture, TAGA_TYPE_RULE, 0);
  taga_answer_list_set_items (fixture->list, five);
  settle ();
  g_assert_true (widget_fixture_shows (fixture->window, "0 of 5 answered"));
  g_assert_null (find_row (fixture->window, "backup"));
  press (fixture, GDK_KEY_4);
  assert_current (fixture, "update");
  press (fixture, GDK_KEY_3);
  assert_current (fixture, "antivirus");
  g_assert_cmpint (get_answer (fixture, TAGA_TYPE_RULE, 0, "update"), ==, 3);
  widget_fixture_assert_whole (GTK_WIDGET (fixture->list));
}

static void
assert_radio (GtkWidget *button, const char *name, GtkAccessibleTristate checked)
{
  g_autofree char *state = NULL;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
  state = gtk_test_accessible_check_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                                           checked);
  g_assert_null (state);
}

static void
test_screen_readers_are_told (Fixture *fixture, gconstpointer kind)
{
  GtkWidget *row;

  show (fixture, TAGA_TYPE_THREAT, 0);
  press (fixture, GDK_KEY_3);
  row = GTK_WIDGET (find_row (fixture->window, "1"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 Confidential papers are stolen from the office: "
                                       "3: any time");
  assert_radio (find_button (fixture, "1", "3"), "3: any time", GTK_ACCESSIBLE_TRISTATE_TRUE);
  assert_radio (find_button (fixture, "1", "1"), "1: hardly ever", GTK_ACCESSIBLE_TRISTATE_FALSE);

  /* One Tab leaves the list: only the row that is worked on can be reached. */
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (find_row (fixture->window, "2"))));
  g_assert_false (gtk_widget_get_focusable (row));
  g_assert_false (gtk_widget_get_focusable (find_button (fixture, "1", "3")));
}

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, test) g_test_add ("/answer-list/" name, Fixture, NULL, setup, test, teardown)

  ADD ("digit-answers-and-goes-on", test_digit_answers_and_goes_on);
  ADD ("keys-move", test_keys_move);
  ADD ("takes-back-and-undoes", test_takes_back_and_undoes);
  ADD ("mouse-answers", test_mouse_answers);
  ADD ("confirms-what-was-copied", test_confirms_what_was_copied);
  ADD ("sealed-round-stays", test_sealed_round_stays);
  ADD ("own-items-come-and-go", test_own_items_come_and_go);
  ADD ("asks-before-leaving", test_asks_before_leaving);
  ADD ("folds-what-does-not-matter", test_folds_what_does_not_matter);
  ADD ("sheets-and-rules-show", test_sheets_and_rules_show);
  ADD ("screen-readers-are-told", test_screen_readers_are_told);

  return g_test_run ();
}
