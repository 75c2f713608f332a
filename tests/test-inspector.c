#include <adwaita.h>

#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-answer-record.h"
#include "taga-asset.h"
#include "taga-change-block.h"
#include "taga-check.h"
#include "taga-history.h"
#include "taga-inspector.h"
#include "taga-item-links.h"
#include "taga-likelihood-table.h"
#include "taga-question-dialog.h"
#include "taga-round.h"
#include "taga-threat.h"
#include "widget-fixture.h"

/* What stands beside the register, in a real window of the width that it has there. */

typedef struct
{
  StoreFixture file;
  GtkWidget *window;
  GtkWidget *inspector;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer kind)
{
  store_fixture_set_up (&fixture->file, kind);
  if (kind != NULL)
    store_fixture_set (fixture->file.store, TAGA_TYPE_ASSET, 1, "confidentiality", "3");
  fixture->window = gtk_window_new ();
  fixture->inspector = g_object_new (TAGA_TYPE_INSPECTOR, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->inspector);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 292, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
teardown (Fixture *fixture, gconstpointer kind)
{
  widget_fixture_destroy_windows ();
  store_fixture_tear_down (&fixture->file, kind);
}

static void
show (Fixture *fixture, gint64 id)
{
  g_autoptr (TagaRecord) asset =
      taga_store_get_record (fixture->file.store, TAGA_TYPE_ASSET, id, NULL);

  taga_inspector_set_asset (TAGA_INSPECTOR (fixture->inspector), fixture->file.store, asset);
  settle ();
}

static gboolean
shows (Fixture *fixture, const char *part)
{
  return widget_fixture_shows (fixture->inspector, part);
}

static void
answer (Fixture *fixture, GType type, const char *item, gint64 number)
{
  g_autoptr (TagaAnswerRecord) record =
      taga_answer_record_load (fixture->file.store, type, item, NULL);

  g_assert_true (taga_answer_record_change (record, number, NULL));
  settle ();
}

static GtkWidget *
find_link (GtkWidget *root, GType type, const char *key)
{
  if (GTK_IS_BUTTON (root) && g_str_equal (gtk_widget_get_name (root), key)
      && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_link (child, type, key);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
unfold (Fixture *fixture, const char *id)
{
  gtk_expander_set_expanded (GTK_EXPANDER (widget_fixture_find (fixture->inspector, id)), TRUE);
  settle ();
}

static void
test_explains_each_figure (Fixture *fixture, gconstpointer kind)
{
  GtkWidget *table = widget_fixture_find_type (fixture->window, TAGA_TYPE_LIKELIHOOD_TABLE, 0);
  guint n_used = 0;

  show (fixture, 1);
  g_assert_true (shows (fixture, "Why 9?"));
  g_assert_true (shows (fixture, "Highest of confidentiality 3, integrity 2, availability 2"));
  g_assert_true (shows (fixture, "Answered by 伊藤 桜, 2026/10/5"));
  g_assert_true (shows (fixture, "Last answer: "));
  g_assert_true (shows (fixture, "Where the row of threat 3 meets the column of vulnerability 3"));
  g_assert_true (shows (fixture, "table 14"));
  g_assert_true (shows (fixture, "vulnerability becomes 2 and the risk 6 (Large)"));
  g_assert_true (shows (fixture, "If the threat falls to 2, the risk becomes 6 (Large)."));

  for (GtkWidget *cell = gtk_widget_get_first_child (table); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    if (gtk_widget_has_css_class (cell, "used"))
      {
        g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (cell)), ==, "3");
        gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             "Threat 3, vulnerability 3: likelihood 3, used here");
        n_used++;
      }
  g_assert_cmpuint (n_used, ==, 1);
}

static void
test_nothing_is_cut_at_its_width (Fixture *fixture, gconstpointer kind)
{
  for (gint64 id = 1; id <= 44; id += 6)
    {
      show (fixture, id);
      unfold (fixture, "check_expander");
      unfold (fixture, "threat_expander");
      unfold (fixture, "source_expander");
      g_assert_cmpint (gtk_widget_get_width (fixture->inspector), <=, 300);
      widget_fixture_assert_whole (fixture->inspector);
    }
}

static void
test_keeps_reasons_in_view (Fixture *fixture, gconstpointer kind)
{
  show (fixture, 1);
  g_assert_false (shows (fixture, "Integrity 2: "));
  store_fixture_set (fixture->file.store, TAGA_TYPE_ASSET, 1, "integrity-reason",
                     "金額の間違いはやり直しになる。");
  settle ();
  g_assert_true (shows (fixture, "Integrity 2: 金額の間違いはやり直しになる。"));
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  char **target = user_data;

  g_free (*target);
  *target = g_variant_dup_string (parameter, NULL);
}

/* Threats and check items are answered on pages of their own. */
static void
test_links_lead_to_the_answer (Fixture *fixture, gconstpointer kind)
{
  g_autofree char *target = NULL;
  const GActionEntry entry = { "page", page_cb, "s", NULL, NULL, { 0 } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *link;

  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, &target);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  show (fixture, 1);
  unfold (fixture, "check_expander");
  link = find_link (fixture->inspector, TAGA_TYPE_CHECK, "7-1");
  gtk_test_accessible_assert_role (link, GTK_ACCESSIBLE_ROLE_LINK);
  g_assert_true (gtk_widget_grab_focus (link));
  widget_fixture_press (fixture->window, GDK_KEY_Return, 0);
  g_assert_cmpstr (target, ==, "checks/7-1");

  unfold (fixture, "threat_expander");
  link = find_link (fixture->inspector, TAGA_TYPE_THREAT, "9");
  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpstr (target, ==, "threats/9");

  /* What was answered there shows here. */
  taga_store_set_person (fixture->file.store, "佐藤 花子");
  answer (fixture, TAGA_TYPE_CHECK, "7-1", TAGA_ANSWER_DONE);
  g_assert_true (shows (fixture, "Why 6?"));
  g_assert_true (shows (fixture, "Last answer: 7-1 Answered by 佐藤 花子"));
}

static void
test_asks_about_the_asset_in_view (Fixture *fixture, gconstpointer kind)
{
  show (fixture, 2);
  widget_fixture_activate (widget_fixture_find (fixture->inspector, "ask_button"));
  g_assert_nonnull (widget_fixture_get_dialog (TAGA_TYPE_QUESTION_DIALOG));
}

static void
test_the_focus_stays_on_its_link (Fixture *fixture, gconstpointer kind)
{
  GtkWidget *link;

  show (fixture, 1);
  unfold (fixture, "threat_expander");
  link =
      find_link (widget_fixture_find (fixture->inspector, "threat_links"), TAGA_TYPE_THREAT, "9");
  g_assert_true (gtk_widget_grab_focus (link));
  answer (fixture, TAGA_TYPE_CHECK, "7-1", TAGA_ANSWER_DONE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == link);
}

static void
open_history (Fixture *fixture, gint64 id)
{
  show (fixture, id);
  gtk_stack_set_visible_child_name (GTK_STACK (widget_fixture_find (fixture->inspector, "tabs")),
                                    "history");
  settle ();
  g_assert_cmpint (gtk_widget_get_width (fixture->inspector), <=, 320);
}

/* The button of the change that stands so far from the top. */
static GtkWidget *
get_put_back (Fixture *fixture, guint nth)
{
  GtkWidget *block = widget_fixture_find_type (fixture->inspector, TAGA_TYPE_CHANGE_BLOCK, nth);

  return taga_change_block_get_button (TAGA_CHANGE_BLOCK (block));
}

static void
assert_value (Fixture *fixture, gint64 id, const char *field, const char *expected)
{
  g_autofree char *text = store_fixture_get (fixture->file.store, TAGA_TYPE_ASSET, id, field);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_history_can_be_put_back (Fixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->file.store;
  gint64 id = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  GtkWidget *button;

  taga_store_set_person (store, "佐藤 花子");
  store_fixture_set (store, TAGA_TYPE_ASSET, id, "confidentiality", "2");
  store_fixture_set (store, TAGA_TYPE_ASSET, id, "medium", "paper");
  open_history (fixture, id);
  g_assert_true (shows (fixture, "Medium: (blank) → Paper documents"));
  g_assert_true (shows (fixture, "Confidentiality: (blank) → 2"));
  g_assert_true (shows (fixture, " · 佐藤 花子"));
  g_assert_true (shows (fixture, "Added"));
  g_assert_null (get_put_back (fixture, 2));
  widget_fixture_assert_whole (fixture->inspector);

  button = get_put_back (fixture, 1);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Put back: Confidentiality: (blank) → 2");
  gtk_widget_grab_focus (button);
  widget_fixture_press (fixture->window, GDK_KEY_Return, 0);
  assert_value (fixture, id, "confidentiality", NULL);
  assert_value (fixture, id, "medium", "paper");
  g_assert_true (shows (fixture, "Confidentiality: 2 → (blank)"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == get_put_back (fixture, 0));

  g_assert_true (taga_history_undo (store, NULL));
  settle ();
  g_assert_false (shows (fixture, "Confidentiality: 2 → (blank)"));
}

static void
test_asks_before_a_later_value_is_replaced (Fixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->file.store;
  gint64 id = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", "integrity", "1", NULL);
  GtkWidget *dialog;

  store_fixture_set (store, TAGA_TYPE_ASSET, id, "integrity", "2");
  taga_store_set_person (store, "佐藤 花子");
  store_fixture_set (store, TAGA_TYPE_ASSET, id, "integrity", "3");
  open_history (fixture, id);

  for (guint i = 0; i < 2; i++)
    {
      widget_fixture_activate (get_put_back (fixture, 1));
      dialog = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);
      g_assert_nonnull (dialog);
      g_assert_true (widget_fixture_shows (dialog, " · 佐藤 花子)"));
      assert_value (fixture, id, "integrity", "3");
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), i == 0 ? "cancel" : "put-back");
      gtk_window_destroy (GTK_WINDOW (dialog));
      settle ();
    }
  assert_value (fixture, id, "integrity", "1");
}

/* One step of many long rows is read in a thread; what is asked for meanwhile is what shows. */
static void
test_a_long_history_does_not_block (Fixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->file.store;
  g_autofree char *note = g_strnfill (1000, 'x');
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);
  gint64 last = 0;

  values[TAGA_ASSET_NAME].text = g_strdup ("図面");
  values[TAGA_ASSET_NOTE].text = g_steal_pointer (&note);
  values[TAGA_ASSET_PERSONAL].number = 0;
  values[TAGA_ASSET_SENSITIVE].number = 0;
  values[TAGA_ASSET_MY_NUMBER].number = 0;
  g_assert_true (taga_store_begin (store, "大量の登録", NULL));
  for (guint i = 0; i < 3000; i++)
    g_assert_true (taga_store_insert (store, TAGA_TYPE_ASSET, values, &last, NULL));
  g_assert_true (taga_store_commit (store, NULL));
  taga_values_free (values, TAGA_ASSET_N_FIELDS);
  store_fixture_set (store, TAGA_TYPE_ASSET, last, "integrity", "3");

  open_history (fixture, last - 1);
  show (fixture, last);
  widget_fixture_wait_for (fixture->inspector, "Integrity: (blank) → 3");
  g_assert_true (shows (fixture, "大量の登録"));
  g_assert_false (shows (fixture, "Reading…"));

  /* The view may go while it is read. */
  store_fixture_set (store, TAGA_TYPE_ASSET, last, "integrity", "2");
}

static void
test_a_damaged_step_is_told (Fixture *fixture, gconstpointer kind)
{
  gint64 id = store_fixture_add (fixture->file.store, TAGA_TYPE_ASSET, "name", "見積書", NULL);

  store_fixture_set (fixture->file.store, TAGA_TYPE_ASSET, id, "integrity", "2");
  store_fixture_close (&fixture->file);
  store_fixture_exec (fixture->file.path, "UPDATE history SET changeset = x'5403' "
                                          "WHERE id = (SELECT max (id) FROM history)");
  store_fixture_reopen (&fixture->file);
  open_history (fixture, id);
  g_assert_true (shows (fixture, "1 step of the history is damaged and cannot be shown."));
  g_assert_true (shows (fixture, "Added"));
}

static void
test_older_changes_come_when_asked_for (Fixture *fixture, gconstpointer kind)
{
  gint64 id = store_fixture_add (fixture->file.store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  GtkWidget *more;

  for (guint i = 0; i < 40; i++)
    store_fixture_set (fixture->file.store, TAGA_TYPE_ASSET, id, "integrity",
                       i % 2 == 0 ? "2" : "3");
  open_history (fixture, id);
  more = widget_fixture_find (fixture->inspector, "more_button");
  g_assert_true (gtk_widget_get_mapped (more));
  g_assert_false (shows (fixture, "Added"));
  widget_fixture_activate (more);
  g_assert_true (shows (fixture, "Added"));
  g_assert_false (gtk_widget_get_mapped (more));
}

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, kind, test) g_test_add ("/inspector/" name, Fixture, kind, setup, test, teardown)

  ADD ("explains-each-figure", "sample", test_explains_each_figure);
  ADD ("nothing-is-cut-at-its-width", "sample", test_nothing_is_cut_at_its_width);
  ADD ("keeps-reasons-in-view", "sample", test_keeps_reasons_in_view);
  ADD ("links-lead-to-the-answer", "sample", test_links_lead_to_the_answer);
  ADD ("asks-about-the-asset-in-view", "sample", test_asks_about_the_asset_in_view);
  ADD ("the-focus-stays-on-its-link", "sample", test_the_focus_stays_on_its_link);

  ADD ("history-can-be-put-back", NULL, test_history_can_be_put_back);
  ADD ("asks-before-a-later-value-is-replaced", NULL, test_asks_before_a_later_value_is_replaced);
  ADD ("a-long-history-does-not-block", NULL, test_a_long_history_does_not_block);
  ADD ("a-damaged-step-is-told", NULL, test_a_damaged_step_is_told);
  ADD ("older-changes-come-when-asked-for", NULL, test_older_changes_come_when_asked_for);

  return g_test_run ();
}
