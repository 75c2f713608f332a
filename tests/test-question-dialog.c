#include <adwaita.h>

#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-history.h"
#include "taga-question-dialog.h"
#include "widget-fixture.h"

/* The everyday questions in a real window, answered by keys. */

typedef struct
{
  StoreFixture file;
  GtkWidget *window;
  GtkWidget *dialog;
  gint64 asset;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer edition)
{
  store_fixture_set_up (&fixture->file, edition);
  fixture->asset = store_fixture_add (fixture->file.store, TAGA_TYPE_ASSET, "name", "見積書",
                                      "integrity", "2", NULL);
  fixture->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
teardown (Fixture *fixture, gconstpointer edition)
{
  widget_fixture_destroy_windows ();
  store_fixture_tear_down (&fixture->file, edition);
}

static void
open_dialog (Fixture *fixture, guint field)
{
  taga_question_dialog_present (GTK_WINDOW (fixture->window), fixture->file.store, fixture->asset,
                                field);
  settle ();
  fixture->dialog = widget_fixture_get_dialog (TAGA_TYPE_QUESTION_DIALOG);
  g_assert_nonnull (fixture->dialog);
}

static void
type (Fixture *fixture, const char *keys)
{
  for (; *keys != '\0'; keys++)
    widget_fixture_press (fixture->dialog, *keys == '<' ? GDK_KEY_BackSpace : (guint) *keys, 0);
}

static void
assert_value (Fixture *fixture, const char *field, const char *expected)
{
  g_autofree char *text =
      store_fixture_get (fixture->file.store, TAGA_TYPE_ASSET, fixture->asset, field);

  g_assert_cmpstr (text, ==, *expected == '\0' ? NULL : expected);
}

static gint64
get_last_step (Fixture *fixture)
{
  g_autoptr (TagaStep) step = taga_history_peek (fixture->file.store, TAGA_STEP_DONE, NULL);

  return step->id;
}

static gboolean
is_open (void)
{
  return widget_fixture_get_dialog (TAGA_TYPE_QUESTION_DIALOG) != NULL;
}

static void
test_asks_three_rounds_and_takes_over_in_one_step (Fixture *fixture, gconstpointer edition)
{
  gint64 before = get_last_step (fixture);
  g_autoptr (TagaStep) step = NULL;

  open_dialog (fixture, TAGA_ASSET_NAME);
  g_assert_true (widget_fixture_shows (fixture->dialog, "見積書"));
  g_assert_true (widget_fixture_shows (
      fixture->dialog, "Value 1 of 3, Confidentiality: If it leaked · question 1 of 4"));
  type (fixture, "nnn");
  g_assert_true (widget_fixture_shows (fixture->dialog, "question 4 of 4"));
  type (fixture, "Y");
  g_assert_true (widget_fixture_shows (fixture->dialog, "Value 2 of 3, Integrity"));
  type (fixture, "nnnn");
  g_assert_true (widget_fixture_shows (fixture->dialog, "Value 3 of 3, Availability"));
  type (fixture, "y");

  g_assert_true (widget_fixture_shows (fixture->dialog, "Confidentiality 2"));
  g_assert_true (widget_fixture_shows (fixture->dialog, "A leak would hit the business hard"));
  g_assert_true (widget_fixture_shows (fixture->dialog, "No value so far."));
  g_assert_true (widget_fixture_shows (fixture->dialog, "Integrity 1"));
  g_assert_true (widget_fixture_shows (fixture->dialog, "The value so far is 2."));
  g_assert_true (widget_fixture_shows (fixture->dialog, "Availability 3"));
  widget_fixture_assert_whole (fixture->dialog);
  g_assert_cmpint (get_last_step (fixture), ==, before);

  widget_fixture_press (fixture->dialog, GDK_KEY_Return, 0);
  g_assert_false (is_open ());
  assert_value (fixture, "confidentiality", "2");
  assert_value (fixture, "confidentiality-reason",
                "If an outsider saw it, we would lose out in business.");
  assert_value (fixture, "integrity", "1");
  assert_value (fixture, "availability", "3");
  assert_value (fixture, "availability-reason",
                "If it could not be used, customers or partners would be badly affected.");
  step = taga_history_peek (fixture->file.store, TAGA_STEP_DONE, NULL);
  g_assert_cmpint (step->id, ==, before + 1);
  g_assert_cmpstr (step->label, ==, "Value “見積書” by questions");

  g_assert_true (taga_history_undo (fixture->file.store, NULL));
  assert_value (fixture, "confidentiality", "");
  assert_value (fixture, "confidentiality-reason", "");
  assert_value (fixture, "integrity", "2");
}

static void
test_goes_back_by_a_key (Fixture *fixture, gconstpointer edition)
{
  open_dialog (fixture, TAGA_ASSET_INTEGRITY);
  g_assert_true (
      widget_fixture_shows (fixture->dialog, "Integrity: If it were wrong · question 1"));
  type (fixture, "<");
  g_assert_true (widget_fixture_shows (fixture->dialog, "question 1 of 4"));
  type (fixture, "n");
  type (fixture, "y");
  g_assert_true (widget_fixture_shows (fixture->dialog, "Integrity 3"));
  type (fixture, "<");
  g_assert_true (widget_fixture_shows (fixture->dialog, "question 2 of 4"));
  type (fixture, "nny");
  g_assert_true (widget_fixture_shows (fixture->dialog, "Integrity 2"));
  g_assert_true (widget_fixture_shows (fixture->dialog, "The value is already 2."));
}

static void
test_keeps_only_rounds_that_were_answered (Fixture *fixture, gconstpointer edition)
{
  GtkWidget *finish;

  open_dialog (fixture, TAGA_ASSET_IMPORTANCE);
  finish = widget_fixture_find (fixture->dialog, "finish_button");
  g_assert_false (gtk_widget_get_mapped (finish));
  type (fixture, "yn");
  g_assert_true (gtk_widget_get_mapped (finish));
  widget_fixture_activate (finish);
  g_assert_true (widget_fixture_shows (fixture->dialog, "Confidentiality 3"));
  g_assert_false (widget_fixture_shows (fixture->dialog, "Integrity"));

  /* Back is to the question that was open, not to an answer. */
  type (fixture, "<");
  g_assert_true (widget_fixture_shows (fixture->dialog, "Value 2 of 3"));
  g_assert_true (widget_fixture_shows (fixture->dialog, "question 2 of 4"));
  widget_fixture_activate (finish);
  gtk_widget_activate_action (fixture->dialog, "question.take", NULL);
  settle ();
  g_assert_false (is_open ());
  assert_value (fixture, "confidentiality", "3");
  assert_value (fixture, "integrity", "2");
  assert_value (fixture, "integrity-reason", "");
  assert_value (fixture, "availability", "");
}

static void
test_reason_can_be_edited (Fixture *fixture, gconstpointer edition)
{
  GtkWidget *view;

  open_dialog (fixture, TAGA_ASSET_AVAILABILITY);
  type (fixture, "nnn");
  view = widget_fixture_find_type (fixture->dialog, GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "  紙の控えがある。\n",
                            -1);

  /* Letters belong to the text while it is edited. */
  gtk_widget_grab_focus (view);
  type (fixture, "n<");
  g_assert_true (widget_fixture_shows (fixture->dialog, "Availability 1"));
  gtk_widget_activate_action (fixture->dialog, "question.take", NULL);
  settle ();
  assert_value (fixture, "availability", "1");
  assert_value (fixture, "availability-reason", "紙の控えがある。");
}

static void
test_says_that_a_mark_decides (Fixture *fixture, gconstpointer edition)
{
  open_dialog (fixture, TAGA_ASSET_CONFIDENTIALITY);
  g_assert_false (widget_fixture_shows (fixture->dialog, "mark of personal information"));
  widget_fixture_press (fixture->dialog, GDK_KEY_Escape, 0);
  g_assert_false (is_open ());

  store_fixture_set (fixture->file.store, TAGA_TYPE_ASSET, fixture->asset, "my-number", "1");
  open_dialog (fixture, TAGA_ASSET_CONFIDENTIALITY);
  g_assert_true (widget_fixture_shows (fixture->dialog, "its importance is 2, the highest"));
  type (fixture, "nnnn");
  g_assert_true (widget_fixture_shows (fixture->dialog, "Confidentiality 0"));
  widget_fixture_press (fixture->dialog, GDK_KEY_Return, 0);
  assert_value (fixture, "confidentiality", "0");
  assert_value (fixture, "importance", "2");
}

/* A yes about people, of an asset without the mark: it may be set in the same step. */
static void
test_offers_the_mark (Fixture *fixture, gconstpointer edition)
{
  static const struct
  {
    const char *answers;
    const char *personal; /* before */
    gboolean is_offered;
    gboolean ticks;
    const char *expected;
  } cases[] = {
    { "y", "0", TRUE, FALSE, "0" },
    { "ny", "0", FALSE, FALSE, "0" },
    { "y", "0", TRUE, TRUE, "1" },
    { "y", "1", FALSE, FALSE, "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 before;
      GtkWidget *check;

      store_fixture_set (fixture->file.store, TAGA_TYPE_ASSET, fixture->asset, "personal",
                         cases[i].personal);
      before = get_last_step (fixture);
      open_dialog (fixture, TAGA_ASSET_CONFIDENTIALITY);
      type (fixture, cases[i].answers);
      check = widget_fixture_find_type (fixture->dialog, GTK_TYPE_CHECK_BUTTON, 0);
      g_assert_cmpint (check != NULL, ==, cases[i].is_offered);
      g_assert_cmpint (
          widget_fixture_shows (fixture->dialog, "Set the mark “Personal information”"), ==,
          cases[i].is_offered);
      if (check != NULL)
        {
          g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
          gtk_check_button_set_active (GTK_CHECK_BUTTON (check), cases[i].ticks);
          widget_fixture_assert_whole (fixture->dialog);
        }
      widget_fixture_press (fixture->dialog, GDK_KEY_Return, 0);
      g_assert_false (is_open ());
      assert_value (fixture, "personal", cases[i].expected);
      g_assert_true (taga_history_undo (fixture->file.store, NULL));
      g_assert_cmpint (get_last_step (fixture), ==, before);
      assert_value (fixture, "confidentiality", "");
      assert_value (fixture, "personal", cases[i].personal);
    }

  /* Two rounds that speak for it offer it once. */
  store_fixture_set (fixture->file.store, TAGA_TYPE_ASSET, fixture->asset, "personal", "0");
  open_dialog (fixture, TAGA_ASSET_NAME);
  type (fixture, "yynnn");
  g_assert_nonnull (widget_fixture_find_type (fixture->dialog, GTK_TYPE_CHECK_BUTTON, 0));
  g_assert_null (widget_fixture_find_type (fixture->dialog, GTK_TYPE_CHECK_BUTTON, 1));
}

static void
test_criteria_are_a_key_away (Fixture *fixture, gconstpointer edition)
{
  GtkWidget *criteria;

  open_dialog (fixture, TAGA_ASSET_INTEGRITY);
  widget_fixture_press (fixture->dialog, GDK_KEY_F1, 0);
  criteria = widget_fixture_get_dialog (ADW_TYPE_WINDOW);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (criteria)), ==, "Criteria");
  g_assert_true (widget_fixture_shows (criteria, "Tampering would hit the business hard"));
  g_assert_true (widget_fixture_shows (criteria, "・The law demands safe-keeping"));
  g_assert_true (widget_fixture_shows (criteria, "Guideline v3.1"));
  widget_fixture_assert_whole (criteria);
  widget_fixture_press (criteria, GDK_KEY_Escape, 0);
  g_assert_false (widget_fixture_get_dialog (ADW_TYPE_WINDOW) == criteria);
  g_assert_true (is_open ());
}

static void
test_says_why_it_cannot_ask (Fixture *fixture, gconstpointer edition)
{
  GtkWidget *message;

  fixture->asset = 999;
  taga_question_dialog_present (GTK_WINDOW (fixture->window), fixture->file.store, fixture->asset,
                                TAGA_ASSET_NAME);
  settle ();
  g_assert_false (is_open ());
  message = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (widget_fixture_shows (message, "There is no entry 999"));
}

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, edition, test)                                                                   \
  g_test_add ("/question-dialog/" name, Fixture, edition, setup, test, teardown)

  ADD ("asks-three-rounds", NULL, test_asks_three_rounds_and_takes_over_in_one_step);
  ADD ("goes-back-by-a-key", NULL, test_goes_back_by_a_key);
  ADD ("keeps-only-answered-rounds", NULL, test_keeps_only_rounds_that_were_answered);
  ADD ("reason-can-be-edited", NULL, test_reason_can_be_edited);
  ADD ("says-that-a-mark-decides", "ipa-3.0", test_says_that_a_mark_decides);
  ADD ("offers-the-mark", NULL, test_offers_the_mark);
  ADD ("criteria-are-a-key-away", NULL, test_criteria_are_a_key_away);
  ADD ("says-why-it-cannot-ask", NULL, test_says_why_it_cannot_ask);

  return g_test_run ();
}
