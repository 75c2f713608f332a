#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-answer-list.h"
#include "taga-answer-record.h"
#include "taga-check-page.h"
#include "taga-check.h"
#include "taga-diagnosis-view.h"
#include "taga-field-edit.h"
#include "taga-history.h"
#include "taga-mapping-action.h"
#include "taga-mapping-box.h"
#include "taga-mapping.h"
#include "taga-own-item-dialog.h"
#include "widget-fixture.h"
#include "window-fixture.h"

/* The check items in the workbench, on the sample company. */

static GtkWidget *
get_window (WindowFixture *fixture)
{
  return GTK_WIDGET (fixture->window);
}

static TagaStore *
get_store (WindowFixture *fixture)
{
  return taga_window_get_store (fixture->window);
}

static GtkWidget *
get_page (WindowFixture *fixture)
{
  return window_fixture_find (get_window (fixture), TAGA_TYPE_CHECK_PAGE);
}

static TagaAnswerList *
get_list (WindowFixture *fixture)
{
  return TAGA_ANSWER_LIST (window_fixture_find (get_page (fixture), TAGA_TYPE_ANSWER_LIST));
}

static void
open_item (WindowFixture *fixture, const char *target)
{
  gtk_widget_activate_action (get_window (fixture), "win.page", "s", target);
  settle ();
}

static void
press (WindowFixture *fixture, guint keyval)
{
  widget_fixture_press (get_window (fixture), keyval, 0);
  settle ();
}

static gboolean
shows (WindowFixture *fixture, const char *text)
{
  return widget_fixture_shows (get_page (fixture), text);
}

/* What follows from an answer shows a moment later. */
static void
assert_shows (WindowFixture *fixture, const char *text)
{
  widget_fixture_wait_for (get_page (fixture), text);
}

static void
assert_value (WindowFixture *fixture, const char *item, guint field, const char *expected)
{
  g_autoptr (TagaAnswerRecord) record =
      taga_answer_record_load (get_store (fixture), TAGA_TYPE_CHECK, item, NULL);

  g_assert_cmpstr (taga_answer_record_get_value (record, field)->text, ==, expected);
}

static void
assert_answer (WindowFixture *fixture, const char *item, int expected)
{
  g_autoptr (TagaAnswerRecord) record =
      taga_answer_record_load (get_store (fixture), TAGA_TYPE_CHECK, item, NULL);

  g_assert_cmpint (taga_answer_record_get_number (record), ==, expected);
}

static guint
count_steps (WindowFixture *fixture)
{
  g_autoptr (GPtrArray) steps = taga_history_list (get_store (fixture), 0, 1000, NULL);

  return steps->len;
}

/* The entry of a field, by its place in the field table. */
static GtkWidget *
find_entry (WindowFixture *fixture, guint field)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *edit = widget_fixture_find_type (get_page (fixture), TAGA_TYPE_FIELD_EDIT, i);

      g_assert_nonnull (edit);
      if (taga_field_edit_get_index (TAGA_FIELD_EDIT (edit)) == field)
        return widget_fixture_find_type (edit, GTK_TYPE_ENTRY, 0);
    }
}

static GtkWidget *
find_tick (WindowFixture *fixture, const char *key)
{
  GtkWidget *box = window_fixture_find (get_page (fixture), TAGA_TYPE_MAPPING_BOX);

  for (guint i = 0;; i++)
    {
      GtkWidget *tick = widget_fixture_find_type (box, GTK_TYPE_CHECK_BUTTON, i);

      g_assert_nonnull (tick);
      if (g_str_equal (gtk_widget_get_name (tick), key))
        return tick;
    }
}

static gboolean
is_ticked (WindowFixture *fixture, const char *key)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (find_tick (fixture, key)));
}

static void
test_digit_answers_and_undo_shows (WindowFixture *fixture, gconstpointer data)
{
  open_item (fixture, "checks/7-1");
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "7-1");
  assert_shows (fixture, "Counts as done: ");
  assert_shows (fixture, "Answered by 伊藤 桜 on 2026/10/8.");
  press (fixture, GDK_KEY_1);
  assert_answer (fixture, "7-1", TAGA_ANSWER_DONE);
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "7-2");
  open_item (fixture, "checks/7-1");
  assert_shows (fixture, "It is done.");

  open_item (fixture, "checks/1-1");
  gtk_widget_activate_action (get_window (fixture), "win.undo", NULL);
  settle ();
  assert_answer (fixture, "7-1", TAGA_ANSWER_NOT_DONE);
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "7-1");
}

static void
test_tells_what_depends_on_an_item (WindowFixture *fixture, gconstpointer data)
{
  open_item (fixture, "checks/7-1");
  assert_shows (fixture, "Office PC: 12 assets");
  assert_shows (fixture, "Regulation: Use of IT devices");
  assert_shows (fixture, "If it were done, 4 assets would leave “Large”.");

  /* Nothing depends on what counts for nothing. */
  open_item (fixture, "checks/1-1");
  assert_shows (fixture, "It counts for no medium");
}

static void
test_evidence_is_kept_or_refused (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  guint before;

  open_item (fixture, "checks/7-2");
  before = count_steps (fixture);
  entry = find_entry (fixture, TAGA_CHECK_EVIDENCE_BY);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "総務 花子");
  entry = find_entry (fixture, TAGA_CHECK_EVIDENCE_ON);
  gtk_widget_grab_focus (entry);
  settle ();
  assert_value (fixture, "7-2", TAGA_CHECK_EVIDENCE_BY, "総務 花子");
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);

  /* What is no day is refused in place, and the list stays. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "先週");
  press (fixture, GDK_KEY_Return);
  assert_shows (fixture, "先週");
  taga_answer_list_take_focus (get_list (fixture));
  settle ();
  press (fixture, GDK_KEY_Down);
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "7-2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "先週");
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);

  gtk_editable_set_text (GTK_EDITABLE (entry), "2026/11/2");
  press (fixture, GDK_KEY_Return);
  assert_value (fixture, "7-2", TAGA_CHECK_EVIDENCE_ON, "2026-11-02");
  press (fixture, GDK_KEY_Escape);
  press (fixture, GDK_KEY_Down);
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "7-3");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, TAGA_CHECK_EVIDENCE_ON))), ==, "");
  g_assert_cmpuint (count_steps (fixture), ==, before + 2);
}

/* What is not of the web is not opened: the file may come from anyone. */
static void
test_opens_only_web_addresses (WindowFixture *fixture, gconstpointer data)
{
  static const char *const refused[] = { "file:///etc/passwd", "javascript:alert(1)",
                                         "C:\\証跡.pdf", "https://" };
  GtkWidget *entry;

  open_item (fixture, "checks/7-2");
  entry = find_entry (fixture, TAGA_CHECK_EVIDENCE_LINK);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      gtk_widget_grab_focus (entry);
      gtk_editable_set_text (GTK_EDITABLE (entry), refused[i]);
      press (fixture, GDK_KEY_Return);
      assert_value (fixture, "7-2", TAGA_CHECK_EVIDENCE_LINK, refused[i]);
      window_fixture_press ("_Open");
      g_assert_true (window_fixture_is_told ("Only addresses of the web"));
      gtk_window_destroy (GTK_WINDOW (widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG)));
      settle ();
    }
}

static void
test_mapping_can_be_changed_and_set_back (WindowFixture *fixture, gconstpointer data)
{
  guint before;

  open_item (fixture, "checks/7-1");
  before = count_steps (fixture);
  g_assert_true (is_ticked (fixture, "office-pc"));
  g_assert_false (is_ticked (fixture, "server"));
  assert_shows (fixture, "this mapping is Taga’s own");
  g_assert_false (shows (fixture, "Changed by us."));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_tick (fixture, "server")), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_tick (fixture, "office-pc")), FALSE);
  settle ();
  g_assert_cmpuint (count_steps (fixture), ==, before + 2);
  assert_shows (fixture, "Changed by us.");
  assert_shows (fixture, "In-house server: ");
  g_assert_false (shows (fixture, "Office PC: "));
  g_assert_cmpint (taga_store_count (get_store (fixture), TAGA_TYPE_MAPPING, NULL), ==, 2);

  /* What is as shipped again needs no record. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_tick (fixture, "server")), FALSE);
  g_assert_cmpint (taga_store_count (get_store (fixture), TAGA_TYPE_MAPPING, NULL), ==, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_tick (fixture, "network")), TRUE);
  g_assert_true (
      taga_mapping_counts (taga_store_get_edition (get_store (fixture)), "axis", "7-1", "network"));

  window_fixture_press ("As Shipped");
  g_assert_true (is_ticked (fixture, "office-pc"));
  g_assert_false (is_ticked (fixture, "network"));
  g_assert_false (shows (fixture, "Changed by us."));
  g_assert_cmpint (taga_store_count (get_store (fixture), TAGA_TYPE_MAPPING, NULL), ==, 0);
  gtk_widget_activate_action (get_window (fixture), "win.undo", NULL);
  settle ();
  g_assert_false (is_ticked (fixture, "office-pc"));
  g_assert_true (is_ticked (fixture, "network"));
}

static void
test_own_items_count_when_they_are_ticked (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  TagaEdition *edition;

  open_item (fixture, "checks/8-2");
  window_fixture_press ("_Add a Check Item…");
  dialog = widget_fixture_get_dialog (TAGA_TYPE_OWN_ITEM_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find (dialog, "title_entry")),
                         "加工機の制御盤に鍵をかけていますか。");
  gtk_widget_activate_action (dialog, "own-item.save", NULL);
  settle ();
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "own-1");
  assert_shows (fixture, "55 of 56 answered");
  assert_shows (fixture, "It counts for no medium");
  assert_shows (fixture, "added by us");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_tick (fixture, "server")), TRUE);
  settle ();
  edition = taga_store_get_edition (get_store (fixture));
  g_assert_true (taga_mapping_counts (edition, "medium", "own-1", "server"));
  g_assert_false (shows (fixture, "It counts for no medium"));
}

static void
test_narrows_to_a_medium (WindowFixture *fixture, gconstpointer data)
{
  open_item (fixture, "checks/medium=cloud");
  assert_shows (fixture, "Only the 7 items that count for “Outside server (cloud)”");
  assert_shows (fixture, "7 of 7 answered");
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "3-6");

  /* A link to what does not show, shows all. */
  open_item (fixture, "checks/1-1");
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "1-1");
  assert_shows (fixture, "55 of 55 answered");
  g_assert_false (shows (fixture, "Only the 7 items"));
  open_item (fixture, "checks/medium=paper");
  window_fixture_press ("_Show All");
  assert_shows (fixture, "55 of 55 answered");
}

static void
test_result_says_what_is_needed_and_why (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *view, *link;

  open_item (fixture, "checks/result");
  view = window_fixture_find (get_page (fixture), TAGA_TYPE_DIAGNOSIS_VIEW);
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_true (widget_fixture_shows (view, "7  "));
  g_assert_true (widget_fixture_shows (view, "Needed"));
  g_assert_true (widget_fixture_shows (view, "This rule is Taga’s own."));

  /* It can be printed. */
  window_fixture_press ("_Print or PDF…");
  g_assert_true (window_fixture_is_told ("A paper on A4"));
  gtk_window_destroy (GTK_WINDOW (widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG)));
  settle ();

  link = gtk_widget_get_ancestor (widget_fixture_find_text (view, "7-1 Software updates: Not done"),
                                  GTK_TYPE_BUTTON);
  g_signal_emit_by_name (link, "clicked");
  settle ();
  g_assert_false (gtk_widget_get_mapped (view));
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "7-1");
  press (fixture, GDK_KEY_1);
  open_item (fixture, "checks/result");
  g_assert_false (widget_fixture_shows (view, "7-1 Software updates"));
  open_item (fixture, "checks/group=11");
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "11-1");
}

static void
test_sealed_round_can_only_be_read (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  guint before;

  open_item (fixture, "checks/7-1");
  store_fixture_seal (get_store (fixture), taga_store_get_round (get_store (fixture)));
  settle ();
  before = count_steps (fixture);
  assert_shows (fixture, "This round is sealed");
  press (fixture, GDK_KEY_1);
  assert_answer (fixture, "7-1", TAGA_ANSWER_NOT_DONE);
  entry = find_entry (fixture, TAGA_CHECK_EVIDENCE_BY);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (entry)));
  g_assert_cmpuint (count_steps (fixture), ==, before);
}

/* The page leaves the sidebar its room in a window for a projector. */
static void
assert_narrow (WindowFixture *fixture)
{
  int minimum;

  gtk_widget_measure (get_page (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 800 - 184);
}

static void
test_nothing_is_cut (WindowFixture *fixture, gconstpointer data)
{
  static const int sizes[][2] = { { 800, 600 }, { 1024, 700 }, { 1280, 800 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      window_fixture_close (fixture);
      window_fixture_open_sized (fixture, sizes[i][0], sizes[i][1]);
      open_item (fixture, "checks/7-10");
      assert_narrow (fixture);
      widget_fixture_assert_whole (get_page (fixture));
      open_item (fixture, "checks/result");
      widget_fixture_assert_whole (get_page (fixture));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

#define ADD(name, test)                                                                            \
  g_test_add ("/check-page/" name, WindowFixture, NULL, window_fixture_set_up, test,               \
              window_fixture_tear_down)

  ADD ("digit-answers-and-undo-shows", test_digit_answers_and_undo_shows);
  ADD ("tells-what-depends-on-an-item", test_tells_what_depends_on_an_item);
  ADD ("evidence-is-kept-or-refused", test_evidence_is_kept_or_refused);
  ADD ("opens-only-web-addresses", test_opens_only_web_addresses);
  ADD ("mapping-can-be-changed-and-set-back", test_mapping_can_be_changed_and_set_back);
  ADD ("own-items-count-when-they-are-ticked", test_own_items_count_when_they_are_ticked);
  ADD ("narrows-to-a-medium", test_narrows_to_a_medium);
  ADD ("result-says-what-is-needed-and-why", test_result_says_what_is_needed_and_why);
  ADD ("sealed-round-can-only-be-read", test_sealed_round_can_only_be_read);
  ADD ("nothing-is-cut", test_nothing_is_cut);

  return g_test_run ();
}
