#include "page-fixture.h"
#include "screen-fixture.h"
#include "taga-declaration-dialog.h"
#include "taga-declaration-view.h"
#include "taga-declaration.h"
#include "taga-rule.h"
#include "widget-fixture.h"

/* SECURITY ACTION in a real window: what is missing, and the record of declarations. */

static void
setup (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_set_up (fixture, TAGA_TYPE_DECLARATION_VIEW, kind);
}

static void
teardown (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_tear_down (fixture);
}

static GtkWidget *
get_dialog (void)
{
  return widget_fixture_get_dialog (TAGA_TYPE_DECLARATION_DIALOG);
}

static GtkWidget *
get_entry (guint nth)
{
  return widget_fixture_find_type (get_dialog (), GTK_TYPE_ENTRY, nth);
}

static gint64
count (PageFixture *fixture)
{
  return taga_store_count (fixture->file.store, TAGA_TYPE_DECLARATION, NULL);
}

static gint64
add (PageFixture *fixture)
{
  return store_fixture_add (fixture->file.store, TAGA_TYPE_DECLARATION, "stars", "1", "number",
                            "50000000001", "declared-on", "2026-05-01", "review-on", "2099-04-01",
                            NULL);
}

static void
test_names_what_is_missing (PageFixture *fixture, gconstpointer kind)
{
  g_assert_true (page_fixture_shows (fixture, "★ One star"));
  g_assert_true (page_fixture_shows (fixture, "2 conditions are missing"));
  g_assert_true (page_fixture_shows (fixture, "25 questions of the self-check"));
  g_assert_true (page_fixture_shows (fixture, "Taga’s own reading"));
  g_assert_true (page_fixture_shows (fixture, "IPA sets no day on which a declaration runs out"));
}

static void
test_links_lead_to_where_it_is_done (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_click (widget_fixture_find (fixture->page, "one_star"), "Go there");
  g_assert_cmpstr (fixture->opened, ==, "self-check/rules/update");
  page_fixture_click (widget_fixture_find (fixture->page, "two_stars"), "Go there");
  g_assert_cmpstr (fixture->opened, ==, "self-check/questions/1");
  page_fixture_click (widget_fixture_find (fixture->page, "two_stars"), "Add a Record…");
  g_assert_nonnull (get_dialog ());
}

static void
test_ready_when_all_rules_are_kept (PageFixture *fixture, gconstpointer kind)
{
  for (gint64 i = 1; i <= 6; i++)
    {
      g_assert_false (page_fixture_shows (fixture, "Ready to be declared"));
      store_fixture_set (fixture->file.store, TAGA_TYPE_RULE, i, "answer", "2");
      store_fixture_set (fixture->file.store, TAGA_TYPE_RULE, i, "way", "決めたとおりに行う");
      settle ();
    }
  g_assert_true (page_fixture_shows (fixture, "Ready to be declared"));
}

static void
test_record_is_one_step (PageFixture *fixture, gconstpointer kind)
{
  guint before = page_fixture_count_steps (fixture);
  g_autofree char *day = NULL;
  g_autofree char *stars = NULL;

  widget_fixture_press (fixture->window, GDK_KEY_Return, 0); /* the button has the keys */
  g_assert_nonnull (get_dialog ());
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (widget_fixture_find_type (get_dialog (), GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  page_fixture_enter (get_entry (0), "50000000001");
  page_fixture_enter (get_entry (1), "令和8年5月1日");
  page_fixture_enter (get_entry (2), "https://example.jp/policy");
  g_assert_cmpint (count (fixture), ==, 0);
  page_fixture_click (get_dialog (), "_Save");

  g_assert_null (get_dialog ());
  g_assert_cmpint (count (fixture), ==, 1);
  g_assert_cmpuint (page_fixture_count_steps (fixture), ==, before + 1);
  day = store_fixture_get (fixture->file.store, TAGA_TYPE_DECLARATION, 1, "declared-on");
  stars = store_fixture_get (fixture->file.store, TAGA_TYPE_DECLARATION, 1, "stars");
  g_assert_cmpstr (day, ==, "2026-05-01");
  g_assert_cmpstr (stars, ==, "2");
  g_assert_true (page_fixture_shows (fixture, "Declared on 2026/5/1"));
  g_assert_true (page_fixture_shows (fixture, "The basic policy is published"));

  page_fixture_undo (fixture);
  g_assert_cmpint (count (fixture), ==, 0);
  g_assert_false (page_fixture_shows (fixture, "Declared on 2026/5/1"));
}

static void
test_old_number_is_taken_with_a_word (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_click (fixture->page, "A_dd a Record…");
  page_fixture_enter (get_entry (0), "40000001");
  widget_fixture_press (get_dialog (), GDK_KEY_Return, 0);
  g_assert_true (widget_fixture_shows (get_dialog (), "This number has 8 characters"));
  page_fixture_enter (get_entry (0), "50000000001");
  widget_fixture_press (get_dialog (), GDK_KEY_Return, 0);
  g_assert_false (widget_fixture_shows (get_dialog (), "This number has"));

  page_fixture_enter (get_entry (0), "40000001");
  page_fixture_click (get_dialog (), "_Save");
  g_assert_true (page_fixture_shows (fixture, "40000001"));
}

static void
test_bad_day_keeps_the_dialog (PageFixture *fixture, gconstpointer kind)
{
  page_fixture_click (fixture->page, "A_dd a Record…");
  page_fixture_enter (get_entry (1), "2026/13/1");
  page_fixture_click (get_dialog (), "_Save");
  g_assert_nonnull (get_dialog ());
  g_assert_true (gtk_widget_has_css_class (get_entry (1), "error"));
  g_assert_cmpint (count (fixture), ==, 0);

  widget_fixture_press (get_dialog (), GDK_KEY_Escape, 0); /* brings back what it was */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (1))), ==, "");
}

static void
test_record_can_be_changed (PageFixture *fixture, gconstpointer kind)
{
  gint64 id = add (fixture);
  g_autofree char *review = NULL;

  settle ();
  g_assert_true (page_fixture_shows (fixture, "Next review on 2099/4/1"));
  page_fixture_click (fixture->page, "Change the record of ★ One star");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (0))), ==, "50000000001");
  page_fixture_enter (get_entry (3), "2020/4/1");
  page_fixture_click (get_dialog (), "_Save");

  review = store_fixture_get (fixture->file.store, TAGA_TYPE_DECLARATION, id, "review-on");
  g_assert_cmpstr (review, ==, "2020-04-01");
  g_assert_true (page_fixture_shows (fixture, "The review was due on 2020/4/1."));
}

static void
test_removal_asks_first (PageFixture *fixture, gconstpointer kind)
{
  GtkWidget *question;

  add (fixture);
  settle ();
  page_fixture_click (fixture->page, "Remove the record of ★ One star");
  question = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpint (count (fixture), ==, 1);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "cancel");
  settle ();
  g_assert_cmpint (count (fixture), ==, 1);

  page_fixture_click (fixture->page, "Remove the record of ★ One star");
  question = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "remove");
  settle ();
  g_assert_cmpint (count (fixture), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/declaration/" name, PageFixture, NULL, setup, function, teardown)

int
main (int argc, char *argv[])
{
  screen_fixture_init (&argc, &argv);

  ADD ("names-what-is-missing", test_names_what_is_missing);
  ADD ("links-lead-to-where-it-is-done", test_links_lead_to_where_it_is_done);
  ADD ("ready-when-all-rules-are-kept", test_ready_when_all_rules_are_kept);
  ADD ("record-is-one-step", test_record_is_one_step);
  ADD ("old-number-is-taken-with-a-word", test_old_number_is_taken_with_a_word);
  ADD ("bad-day-keeps-the-dialog", test_bad_day_keeps_the_dialog);
  ADD ("record-can-be-changed", test_record_can_be_changed);
  ADD ("removal-asks-first", test_removal_asks_first);

  return g_test_run ();
}
