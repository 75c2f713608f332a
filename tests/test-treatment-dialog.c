#include "risk-fixture.h"
#include "screen-fixture.h"
#include "taga-asset.h"
#include "taga-date.h"
#include "taga-history.h"
#include "taga-judgement.h"
#include "taga-risk-view.h"
#include "taga-treatment-dialog.h"
#include "widget-fixture.h"

/* Deciding about risks, one or several at once. */

static GtkWidget *
open_dialog (WindowFixture *fixture, guint row, guint n)
{
  GtkWidget *dialog;

  risk_fixture_pick (fixture, row, TAGA_ASSET_TREATMENT, n);
  risk_fixture_press (fixture, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  dialog = widget_fixture_get_dialog (TAGA_TYPE_TREATMENT_DIALOG);
  g_assert_nonnull (dialog);

  return dialog;
}

/* Each treatment's button has its number as its name: 1 reduce, 2 accept, 3 avoid, 4 transfer. */
static void
choose (GtkWidget *dialog, const char *number)
{
  gtk_widget_activate (risk_fixture_find_named (dialog, GTK_TYPE_CHECK_BUTTON, number));
  settle ();
}

static void
enter (GtkWidget *dialog, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find (dialog, id)), text);
  settle ();
}

static void
judge (GtkWidget *dialog, guint nth, guint choice, const char *reason)
{
  GtkWidget *judgement = widget_fixture_find_type (dialog, TAGA_TYPE_JUDGEMENT, nth);
  GtkWidget *combo = widget_fixture_find_type (judgement, ADW_TYPE_COMBO_ROW, 0);
  GtkWidget *entry = widget_fixture_find_type (judgement, ADW_TYPE_ENTRY_ROW, 0);

  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), choice);
  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  settle ();
}

static gboolean
can_apply (GtkWidget *dialog)
{
  return gtk_widget_get_sensitive (widget_fixture_find (dialog, "apply_button"));
}

static void
apply (GtkWidget *dialog)
{
  g_assert_true (can_apply (dialog));
  widget_fixture_activate (widget_fixture_find (dialog, "apply_button"));
  settle ();
  g_assert_null (widget_fixture_get_dialog (TAGA_TYPE_TREATMENT_DIALOG));
}

static TagaRecord *
dup_asset (WindowFixture *fixture, guint row)
{
  return window_fixture_dup_asset (fixture, risk_fixture_get_id (fixture, row));
}

static void
assert_text (WindowFixture *fixture, guint row, guint field, const char *expected)
{
  g_autoptr (TagaRecord) asset = dup_asset (fixture, row);

  g_assert_cmpstr (taga_record_get_text (asset, field), ==, expected);
}

/* Three risks get a treatment in one step, which one undo takes back. */
static void
test_three_in_one_step (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *today = taga_date_today ();
  guint n_steps = risk_fixture_count_steps (fixture);
  GtkWidget *dialog = open_dialog (fixture, 0, 3);
  g_autoptr (TagaStep) step = NULL;

  g_assert_true (widget_fixture_shows (dialog, "3 risks: "));
  g_assert_true (
      widget_fixture_shows (dialog, "To look at first, by importance and likelihood: Avoid"));
  g_assert_true (widget_fixture_shows (dialog, "Choose a treatment."));
  g_assert_true (GTK_IS_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (dialog))));
  g_assert_false (can_apply (dialog));

  /* Nothing forbids what is not advised; without a reason it is not taken over. */
  choose (dialog, "2");
  g_assert_true (widget_fixture_shows (dialog, "3 risks: Large 3 → remaining: Large 3"));
  g_assert_true (widget_fixture_shows (dialog, "⚠ 3 stay above the line of acceptance."));
  g_assert_true (widget_fixture_shows (dialog, "Write down the reason"));
  g_assert_false (can_apply (dialog));
  enter (dialog, "reason", "　");
  g_assert_false (can_apply (dialog));
  enter (dialog, "reason", "来期に更改するため");
  enter (dialog, "rejected", "回避：取引先が紙を求める");
  enter (dialog, "accepted_by", "社長");
  apply (dialog);

  for (guint i = 0; i < 3; i++)
    {
      assert_text (fixture, i, TAGA_ASSET_TREATMENT, "accept");
      assert_text (fixture, i, TAGA_ASSET_TREATMENT_REASON, "来期に更改するため");
      assert_text (fixture, i, TAGA_ASSET_REJECTED_OPTIONS, "回避：取引先が紙を求める");
      assert_text (fixture, i, TAGA_ASSET_ACCEPTED_BY, "社長");
      assert_text (fixture, i, TAGA_ASSET_ACCEPTED_ON, today);
    }
  assert_text (fixture, 3, TAGA_ASSET_TREATMENT, NULL);
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps + 1);
  step = taga_history_peek (taga_window_get_store (fixture->window), TAGA_STEP_DONE, NULL);
  g_assert_cmpstr (step->label, ==, "Decide on 3 risks: Accept");

  risk_fixture_undo (fixture);
  for (guint i = 0; i < 3; i++)
    {
      assert_text (fixture, i, TAGA_ASSET_TREATMENT, NULL);
      assert_text (fixture, i, TAGA_ASSET_ACCEPTED_BY, NULL);
    }
}

/* What avoiding leaves over is judged by hand, with a reason, and marked as such. */
static void
test_residual_by_hand (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, 0, 1);
  g_autofree char *shown = NULL;
  g_autoptr (TagaRecord) asset = NULL;

  choose (dialog, "3");
  enter (dialog, "reason", "印刷をやめる");
  g_assert_true (widget_fixture_shows (dialog, "remaining: to be judged by hand 1"));
  judge (dialog, 0, 5, ""); /* 9, 6, 4, 3, 2 */
  g_assert_true (widget_fixture_shows (dialog, "What is judged by hand needs a reason."));
  g_assert_false (can_apply (dialog));
  judge (dialog, 0, 5, "紙がなくなる");
  g_assert_true (widget_fixture_shows (dialog, "remaining: Small 1"));
  apply (dialog);

  asset = dup_asset (fixture, 0);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RESIDUAL), ==, 2);
  assert_text (fixture, 0, TAGA_ASSET_RESIDUAL_REASON, "紙がなくなる");
  shown = risk_fixture_dup_text (fixture, 0, TAGA_ASSET_RESIDUAL);
  g_assert_cmpstr (shown, ==, "Small 2 *");

  /* Opened again it is there, and goes with its reason. */
  dialog = open_dialog (fixture, 0, 1);
  g_assert_true (can_apply (dialog));
  judge (dialog, 0, 0, "紙がなくなる");
  apply (dialog);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RESIDUAL), ==, TAGA_UNKNOWN);
  assert_text (fixture, 0, TAGA_ASSET_RESIDUAL_REASON, NULL);
}

/* A threat judged by hand needs a reason; the risk then follows it and says so. */
static void
test_override_with_reason (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, 0, 1);
  gint64 id = risk_fixture_get_id (fixture, 0);
  g_autoptr (TagaRecord) asset = window_fixture_dup_asset (fixture, id);
  GtkWidget *table = risk_fixture_get_view (fixture, TAGA_TYPE_RISK_VIEW);

  gtk_expander_set_expanded (GTK_EXPANDER (widget_fixture_find (dialog, "overrides_expander")),
                             TRUE);
  choose (dialog, "1");
  enter (dialog, "reason", "鍵のかかる部屋に置く");
  judge (dialog, 1, 3, "");
  g_assert_false (can_apply (dialog));
  judge (dialog, 1, 3, "通信網につながっていない");
  apply (dialog);

  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_THREAT_OVERRIDE), ==, 1);
  g_assert_cmpstr (taga_record_get_text (asset, TAGA_ASSET_THREAT_REASON), ==,
                   "通信網につながっていない");
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_RISK), ==, 3);
  settle ();
  g_assert_true (window_fixture_shows (table, "Small 3 *"));
}

/* What several risks do not have in common stays each one's own. */
static void
test_differing_values_stay (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, 0, 1);

  choose (dialog, "4");
  enter (dialog, "reason", "保険に入る");
  enter (dialog, "rejected", "低減");
  judge (dialog, 0, 4, "保険金で補える");
  apply (dialog);

  dialog = open_dialog (fixture, 0, 2);
  g_assert_true (widget_fixture_shows (dialog, "Differs; stays as it is"));
  g_assert_true (widget_fixture_shows (dialog, "Choose a treatment."));
  choose (dialog, "1");
  enter (dialog, "reason", "対策する");
  apply (dialog);

  assert_text (fixture, 0, TAGA_ASSET_TREATMENT, "reduce");
  assert_text (fixture, 0, TAGA_ASSET_REJECTED_OPTIONS, "低減");
  assert_text (fixture, 0, TAGA_ASSET_RESIDUAL_REASON, "保険金で補える");
  assert_text (fixture, 1, TAGA_ASSET_REJECTED_OPTIONS, NULL);
  assert_text (fixture, 1, TAGA_ASSET_RESIDUAL_REASON, NULL);
}

static void
test_bad_day_is_refused (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, 0, 1);

  choose (dialog, "2");
  enter (dialog, "reason", "影響が小さい");
  enter (dialog, "accepted_on", "13月1日");
  g_assert_true (widget_fixture_shows (dialog, "“Accepted on” is not a day."));
  g_assert_false (can_apply (dialog));
  enter (dialog, "accepted_on", "令和8年4月1日");
  apply (dialog);
  assert_text (fixture, 0, TAGA_ASSET_ACCEPTED_ON, "2026-04-01");
}

/* Answers as its buttons do, which close the question too. */
static void
answer_question (const char *response)
{
  GtkWidget *question = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (question);
  g_object_ref (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (GTK_WINDOW (question));
  g_object_unref (question);
  settle ();
}

static void
test_esc_changes_nothing (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps = risk_fixture_count_steps (fixture);
  GtkWidget *dialog = open_dialog (fixture, 0, 2);

  choose (dialog, "1");
  enter (dialog, "reason", "対策する");

  /* What was typed goes only if one says so. */
  widget_fixture_press (dialog, GDK_KEY_Escape, 0);
  answer_question ("keep");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (widget_fixture_find (dialog, "reason"))),
                   ==, "対策する");
  widget_fixture_press (dialog, GDK_KEY_Escape, 0);
  answer_question ("drop");
  g_assert_null (widget_fixture_get_dialog (TAGA_TYPE_TREATMENT_DIALOG));
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps);

  /* Nothing entered, nothing asked. */
  dialog = open_dialog (fixture, 0, 2);
  widget_fixture_press (dialog, GDK_KEY_Escape, 0);
  g_assert_null (widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_null (widget_fixture_get_dialog (TAGA_TYPE_TREATMENT_DIALOG));
}

/* A threat judged by hand is taken over without a treatment, and the line counts with it. */
static void
test_judged_without_a_treatment (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, 0, 1);
  gint64 id = risk_fixture_get_id (fixture, 0);
  g_autoptr (TagaRecord) asset = window_fixture_dup_asset (fixture, id);

  g_assert_true (widget_fixture_shows (dialog, "1 risk: Large 1"));
  g_assert_false (can_apply (dialog));
  gtk_expander_set_expanded (GTK_EXPANDER (widget_fixture_find (dialog, "overrides_expander")),
                             TRUE);
  judge (dialog, 1, 3, "通信網につながっていない");
  g_assert_true (widget_fixture_shows (dialog, "1 risk: Small 1"));

  /* A reason without a treatment is a decision that was not made. */
  enter (dialog, "reason", "途中");
  g_assert_false (can_apply (dialog));
  widget_fixture_press (dialog, GDK_KEY_Escape, 0);
  answer_question ("drop");

  dialog = open_dialog (fixture, 0, 1);
  gtk_expander_set_expanded (GTK_EXPANDER (widget_fixture_find (dialog, "overrides_expander")),
                             TRUE);
  judge (dialog, 1, 3, "通信網につながっていない");
  apply (dialog);
  g_assert_cmpint (taga_record_get_number (asset, TAGA_ASSET_THREAT_OVERRIDE), ==, 1);
  g_assert_null (taga_record_get_text (asset, TAGA_ASSET_TREATMENT));
  g_assert_null (taga_record_get_text (asset, TAGA_ASSET_TREATMENT_REASON));
}

static gboolean
is_within (GtkWidget *widget, GtkWidget *ancestor)
{
  return widget != NULL && (widget == ancestor || gtk_widget_is_ancestor (widget, ancestor));
}

/* The treatments are one stop; arrows go through them. The reason is in view at once. */
static void
test_keys_go_through_the_dialog (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, 0, 1);
  GtkWidget *reason = widget_fixture_find (dialog, "reason");
  GtkWidget *scroller = gtk_widget_get_ancestor (reason, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  choose (dialog, "1");
  gtk_widget_grab_focus (risk_fixture_find_named (dialog, GTK_TYPE_CHECK_BUTTON, "1"));
  widget_fixture_press (dialog, GDK_KEY_Down, 0);
  g_assert_cmpstr (gtk_widget_get_name (gtk_window_get_focus (GTK_WINDOW (dialog))), !=, "1");
  g_assert_true (
      gtk_check_button_get_active (GTK_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (dialog)))));
  widget_fixture_press (dialog, GDK_KEY_Tab, 0);
  g_assert_true (is_within (gtk_window_get_focus (GTK_WINDOW (dialog)), reason));
  g_assert_true (gtk_widget_compute_bounds (reason, scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scroller));
}

static void
add (const char *path, void (*test) (WindowFixture *, gconstpointer))
{
  g_test_add (path, WindowFixture, NULL, risk_fixture_set_up, test, window_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  TagaApplication *application = window_fixture_init (&argc, &argv);
  int result;

  add ("/treatment-dialog/three-in-one-step", test_three_in_one_step);
  add ("/treatment-dialog/residual-by-hand", test_residual_by_hand);
  add ("/treatment-dialog/override-with-reason", test_override_with_reason);
  add ("/treatment-dialog/differing-values-stay", test_differing_values_stay);
  add ("/treatment-dialog/bad-day-is-refused", test_bad_day_is_refused);
  add ("/treatment-dialog/esc-changes-nothing", test_esc_changes_nothing);
  add ("/treatment-dialog/judged-without-a-treatment", test_judged_without_a_treatment);
  add ("/treatment-dialog/keys-go-through-the-dialog", test_keys_go_through_the_dialog);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
