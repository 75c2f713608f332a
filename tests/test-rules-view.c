#include "page-fixture.h"
#include "screen-fixture.h"
#include "taga-answer-record.h"
#include "taga-choice-bar.h"
#include "taga-recheck.h"
#include "taga-rule.h"
#include "taga-rules-view.h"
#include "widget-fixture.h"

/* The five or six rules in a real window, gone through by keys. */

static void
setup (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_set_up (fixture, TAGA_TYPE_RULES_VIEW, kind);
}

static void
teardown (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_tear_down (fixture);
}

static TagaAnswerRecord *
load (PageFixture *fixture, GType type, const char *item)
{
  return taga_answer_record_load (fixture->file.store, type, item, NULL);
}

static gint64
get_state (PageFixture *fixture, const char *rule)
{
  g_autoptr (TagaAnswerRecord) answer = load (fixture, TAGA_TYPE_RULE, rule);

  return taga_answer_record_get_number (answer);
}

static GtkWidget *
get_bar (PageFixture *fixture, guint nth)
{
  return widget_fixture_find_type (fixture->page, TAGA_TYPE_CHOICE_BAR, nth);
}

static void
assert_at (PageFixture *fixture, guint nth)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == get_bar (fixture, nth));
}

static void
unfold (PageFixture *fixture, guint nth)
{
  GtkWidget *expander = widget_fixture_find_type (fixture->page, GTK_TYPE_EXPANDER, nth);

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  settle ();
}

static void
test_six_keys_are_enough (PageFixture *fixture, gconstpointer kind)
{
  static const char *const rules[] = { "update",  "antivirus", "password",
                                       "sharing", "know",      "backup" };
  guint before = page_fixture_count_steps (fixture);

  g_assert_true (page_fixture_shows (fixture, "None of the 6 rules is answered yet."));
  assert_at (fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    page_fixture_press (fixture, i % 2 == 0 ? GDK_KEY_1 : GDK_KEY_KP_1, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_cmpint (get_state (fixture, rules[i]), ==, 1);
  g_assert_cmpuint (page_fixture_count_steps (fixture), ==, before + 6);
  g_assert_true (page_fixture_shows (fixture, "All 6 rules are in place."));
  g_assert_true (page_fixture_shows (fixture, "Next: the 25 questions"));
}

static void
test_progress_counts_each_state (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_press (fixture, GDK_KEY_1, 0);
  page_fixture_press (fixture, GDK_KEY_2, 0);
  page_fixture_press (fixture, GDK_KEY_3, 0);
  assert_at (fixture, 3);
  g_assert_true (page_fixture_shows (
      fixture, "Of 6 rules: 1 in place, 1 partly, 1 not in place, 3 not answered yet."));
  g_assert_false (page_fixture_shows (fixture, "Next: the 25 questions"));

  /* What is taken back is not known, and the keys stay. */
  page_fixture_press (fixture, GDK_KEY_Up, 0);
  assert_at (fixture, 2);
  page_fixture_press (fixture, GDK_KEY_Delete, 0);
  assert_at (fixture, 2);
  g_assert_cmpint (get_state (fixture, "password"), ==, TAGA_UNKNOWN);
  page_fixture_press (fixture, GDK_KEY_9, 0); /* no answer has that digit */
  g_assert_cmpint (get_state (fixture, "password"), ==, TAGA_UNKNOWN);
}

static void
test_undo_shows_what_it_did (PageFixture *fixture, gconstpointer kind)
{
  g_autofree char *step = NULL;

  page_fixture_press (fixture, GDK_KEY_3, 0);
  step = page_fixture_dup_step (fixture);
  g_assert_cmpstr (step, ==, "Answer “Updates”: Not in place");
  g_assert_cmpint (taga_choice_bar_get_number (TAGA_CHOICE_BAR (get_bar (fixture, 0))), ==, 3);

  page_fixture_undo (fixture);
  g_assert_cmpint (taga_choice_bar_get_number (TAGA_CHOICE_BAR (get_bar (fixture, 0))), ==,
                   TAGA_UNKNOWN);
}

static void
test_edition_changes_the_rules (PageFixture *fixture, gconstpointer kind)
{
  g_autofree char *step = NULL;
  GtkWidget *five = widget_fixture_find_type (fixture->page, GTK_TYPE_CHECK_BUTTON, 1);

  g_assert_true (page_fixture_shows (fixture, "Six rules (The guideline from v4.0 on)"));
  g_assert_nonnull (get_bar (fixture, 5));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (five), TRUE);
  settle ();

  step = page_fixture_dup_step (fixture);
  g_assert_cmpstr (step, ==, "Follow the Five rules");
  g_assert_nonnull (get_bar (fixture, 4));
  g_assert_null (get_bar (fixture, 5));
  g_assert_true (page_fixture_shows (fixture, "None of the 5 rules is answered yet."));

  page_fixture_undo (fixture);
  g_assert_nonnull (get_bar (fixture, 5));
}

static void
test_own_way_is_saved_when_left (PageFixture *fixture, gconstpointer kind)
{
  guint before = page_fixture_count_steps (fixture);
  g_autoptr (TagaAnswerRecord) answer = NULL;

  unfold (fixture, 0);
  page_fixture_enter (page_fixture_find_entry (fixture, "Our own way"),
                      "金曜に確かめる\n昼に再起動");
  g_assert_cmpuint (page_fixture_count_steps (fixture), ==, before);
  page_fixture_press (fixture, GDK_KEY_Tab, 0);

  g_assert_cmpuint (page_fixture_count_steps (fixture), ==, before + 1);
  answer = load (fixture, TAGA_TYPE_RULE, "update");
  g_assert_cmpstr (taga_answer_record_get_value (answer, TAGA_RULE_WAY)->text, ==,
                   "金曜に確かめる\n昼に再起動");
  g_assert_cmpint (taga_answer_record_get_number (answer), ==, TAGA_UNKNOWN);
  g_assert_true (page_fixture_shows (fixture, "Our own way: 金曜に確かめる"));

  /* Left unchanged, it is no step. */
  gtk_widget_grab_focus (page_fixture_find_entry (fixture, "Our own way"));
  page_fixture_press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpuint (page_fixture_count_steps (fixture), ==, before + 1);
}

static void
test_bad_day_stays_with_its_reason (PageFixture *fixture, gconstpointer kind)
{
  guint before = page_fixture_count_steps (fixture);
  GtkWidget *entry;
  g_autoptr (TagaAnswerRecord) answer = NULL;

  unfold (fixture, 0);
  entry = page_fixture_find_entry (fixture, "Date of the evidence");
  page_fixture_enter (entry, "いつか");
  page_fixture_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "いつか");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpuint (page_fixture_count_steps (fixture), ==, before);
  g_assert_false (taga_page_finish_editing (TAGA_PAGE (fixture->page)));

  page_fixture_enter (entry, "R8.4.1");
  page_fixture_press (fixture, GDK_KEY_Return, 0);
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (taga_page_finish_editing (TAGA_PAGE (fixture->page)));
  answer = load (fixture, TAGA_TYPE_RULE, "update");
  g_assert_cmpstr (taga_answer_record_get_value (answer, TAGA_RULE_EVIDENCE_ON)->text, ==,
                   "2026-04-01");

  page_fixture_enter (entry, "2027/4/1");
  page_fixture_press (fixture, GDK_KEY_Escape, 0);
  g_assert_cmpuint (page_fixture_count_steps (fixture), ==, before + 1);
}

static void
test_closer_look_counts (PageFixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaAnswerRecord) answer = NULL;

  g_assert_true (page_fixture_shows (fixture, "A closer look: 0 of 5 questions answered"));
  taga_page_show_item (TAGA_PAGE (fixture->page), "update-2");
  settle ();
  page_fixture_press (fixture, GDK_KEY_2, 0);

  answer = load (fixture, TAGA_TYPE_RECHECK, "update-2");
  g_assert_cmpint (taga_answer_record_get_number (answer), ==, 2);
  g_assert_true (page_fixture_shows (fixture, "A closer look: 1 of 5 questions answered"));
  g_assert_cmpint (get_state (fixture, "update"), ==, TAGA_UNKNOWN);
}

static void
test_threats_are_marked_ours (PageFixture *fixture, gconstpointer kind)
{
  unfold (fixture, 0);
  g_assert_true (page_fixture_shows (fixture, "Of the ten threats of 2026"));
  g_assert_true (page_fixture_shows (fixture, "● directly:"));
  g_assert_true (page_fixture_shows (fixture, "Taga’s own mapping"));
}

static void
test_copied_state_asks_to_be_confirmed (PageFixture *fixture, gconstpointer kind)
{
  g_autofree char *mark = NULL;

  store_fixture_set (fixture->file.store, TAGA_TYPE_RULE, 1, "answer", "1");
  store_fixture_set (fixture->file.store, TAGA_TYPE_RULE, 1, "to-confirm", "1");
  settle ();
  g_assert_true (page_fixture_shows (fixture, "Copied from the round before."));
  taga_page_show_item (TAGA_PAGE (fixture->page), "update");
  page_fixture_press (fixture, GDK_KEY_1, 0);

  mark = store_fixture_get (fixture->file.store, TAGA_TYPE_RULE, 1, "to-confirm");
  g_assert_cmpstr (mark, !=, "1");
  g_assert_false (page_fixture_shows (fixture, "Copied from the round before."));
}

static void
test_sealed_round_stays (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_press (fixture, GDK_KEY_2, 0);
  unfold (fixture, 0);
  store_fixture_seal (fixture->file.store, 1);
  settle ();

  g_assert_true (page_fixture_shows (fixture, "This round is sealed"));
  taga_page_show_item (TAGA_PAGE (fixture->page), "update");
  page_fixture_press (fixture, GDK_KEY_1, 0);
  page_fixture_press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpint (get_state (fixture, "update"), ==, 2);
  g_assert_false (gtk_text_view_get_editable (
      GTK_TEXT_VIEW (page_fixture_find_entry (fixture, "Our own way"))));
}

static void
test_reads_aloud (PageFixture *fixture, gconstpointer kind)
{
  GtkAccessible *bar = GTK_ACCESSIBLE (get_bar (fixture, 0));

  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (
      bar, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Keep operating systems and software up to date: No answer yet");
  page_fixture_press (fixture, GDK_KEY_2, 0);
  gtk_test_accessible_assert_property (
      bar, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Keep operating systems and software up to date: 2 Partly in place");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/rules-view/" name, PageFixture, NULL, setup, function, teardown)

int
main (int argc, char *argv[])
{
  screen_fixture_init (&argc, &argv);

  ADD ("six-keys-are-enough", test_six_keys_are_enough);
  ADD ("progress-counts-each-state", test_progress_counts_each_state);
  ADD ("undo-shows-what-it-did", test_undo_shows_what_it_did);
  ADD ("edition-changes-the-rules", test_edition_changes_the_rules);
  ADD ("own-way-is-saved-when-left", test_own_way_is_saved_when_left);
  ADD ("bad-day-stays-with-its-reason", test_bad_day_stays_with_its_reason);
  ADD ("closer-look-counts", test_closer_look_counts);
  ADD ("threats-are-marked-ours", test_threats_are_marked_ours);
  ADD ("copied-state-asks-to-be-confirmed", test_copied_state_asks_to_be_confirmed);
  ADD ("sealed-round-stays", test_sealed_round_stays);
  ADD ("reads-aloud", test_reads_aloud);

  return g_test_run ();
}
