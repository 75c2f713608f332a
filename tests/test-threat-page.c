#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-answer-list.h"
#include "taga-answer-record.h"
#include "taga-asset.h"
#include "taga-history.h"
#include "taga-own-item-dialog.h"
#include "taga-threat-page.h"
#include "taga-threat.h"
#include "widget-fixture.h"
#include "window-fixture.h"

/* The threats in the workbench, on the sample company. */

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
  return window_fixture_find (get_window (fixture), TAGA_TYPE_THREAT_PAGE);
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
assert_frequency (WindowFixture *fixture, const char *item, int expected)
{
  g_autoptr (TagaAnswerRecord) record =
      taga_answer_record_load (get_store (fixture), TAGA_TYPE_THREAT, item, NULL);

  g_assert_cmpint (taga_answer_record_get_number (record), ==, expected);
}

static void
test_the_most_frequent_decides (WindowFixture *fixture, gconstpointer data)
{
  open_item (fixture, "threats/1");
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "1");
  assert_shows (fixture, "2: a few times – decided by “Confidential papers are lost");
  assert_shows (fixture, "11 assets");
  assert_shows (fixture, "1 done, 6 partly, 4 not done");
  assert_shows (fixture, "2: partly");

  /* A more frequent one decides instead. */
  press (fixture, GDK_KEY_3);
  assert_frequency (fixture, "1", 3);
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "2");
  assert_shows (fixture, "3: any time – decided by “Confidential papers are stolen");
  press (fixture, GDK_KEY_End);
  gtk_widget_activate_action (get_window (fixture), "win.undo", NULL);
  settle ();
  assert_frequency (fixture, "1", 1);
  assert_shows (fixture, "2: a few times – decided by “Confidential papers are lost");

  /* What was undone comes into view. */
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "1");
}

static void
test_tells_what_another_frequency_changes (WindowFixture *fixture, gconstpointer data)
{
  open_item (fixture, "threats/2");
  assert_shows (fixture, "Occurs in particular conditions; a few times a year");
  assert_shows (fixture, "If it were “3: any time”: ");
  assert_shows (fixture, "If it were “1: hardly ever”: No asset’s risk would change.");
  g_assert_false (shows (fixture, "If it were “2: a few times”: "));
  assert_shows (fixture, "Paper documents: 11 assets");

  /* Of a medium with open checks, more would follow. */
  open_item (fixture, "threats/6");
  assert_shows (fixture, "If it were “3: any time”: 2 assets: Medium → Large");
}

/* The sample keeps something on every medium; without its assets on one, that one is folded. */
static void
test_folds_unused_media (WindowFixture *fixture, gconstpointer data)
{
  TagaStore *store = get_store (fixture);
  guint n_retired = 0;

  open_item (fixture, "threats/5");
  g_assert_false (shows (fixture, "No information asset in use is kept there"));
  for (gint64 id = 1; id <= 60; id++)
    {
      g_autoptr (TagaRecord) asset = taga_store_get_record (store, TAGA_TYPE_ASSET, id, NULL);

      if (asset != NULL
          && g_strcmp0 (taga_record_get_text (asset, TAGA_ASSET_MEDIUM), "removable") == 0)
        {
          store_fixture_set (store, TAGA_TYPE_ASSET, id, "retired-on", "2026-11-22");
          n_retired++;
        }
    }
  g_assert_cmpuint (n_retired, >, 0);
  settle ();
  assert_shows (fixture, "No information asset in use is kept there");
  g_assert_false (shows (fixture, "Media with confidential data are stolen from the office"));
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "1");

  /* A link into it shows it again. */
  open_item (fixture, "threats/6");
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "6");
  assert_shows (fixture, "Media with confidential data are stolen from the office");
}

static void
test_links_lead_to_assets_and_checks (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *link;

  open_item (fixture, "threats/1");
  link = gtk_widget_get_ancestor (widget_fixture_find_text (get_page (fixture), "11 assets"),
                                  GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_ROLE_LINK);
  g_signal_emit_by_name (link, "clicked");
  settle ();
  window_fixture_assert_shows (get_window (fixture), "11 of 44 rows");

  open_item (fixture, "threats/1");
  link = gtk_widget_get_ancestor (widget_fixture_find_text (get_page (fixture), "1 done, 6 partly"),
                                  GTK_TYPE_BUTTON);
  g_signal_emit_by_name (link, "clicked");
  settle ();
  g_assert_true (widget_fixture_shows (
      get_window (fixture), "Only the 11 items that count for “Paper documents” are shown."));
  g_assert_true (widget_fixture_shows (get_window (fixture), "11 of 11 answered"));
}

static void
test_own_threats_are_added_changed_and_retired (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  open_item (fixture, "threats/17");
  window_fixture_press ("_Add a Threat…");
  dialog = widget_fixture_get_dialog (TAGA_TYPE_OWN_ITEM_DIALOG);
  g_assert_nonnull (dialog);

  /* Nothing without words. */
  gtk_widget_activate_action (dialog, "own-item.save", NULL);
  settle ();
  g_assert_true (widget_fixture_shows (dialog, "Write what it says"));
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find (dialog, "title_entry")),
                         "  停電でサーバーが止まる ");
  g_assert_false (widget_fixture_shows (dialog, "Write what it says"));
  gtk_widget_activate_action (dialog, "own-item.save", NULL);
  settle ();
  g_assert_null (widget_fixture_get_dialog (TAGA_TYPE_OWN_ITEM_DIALOG));

  /* It stands with those of its medium, and has the keys. */
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "own-1");
  assert_shows (fixture, "3 of 4 answered");
  assert_shows (fixture, "Added by us");
  press (fixture, GDK_KEY_3);
  assert_frequency (fixture, "own-1", 3);

  open_item (fixture, "threats/own-1");
  window_fixture_press ("_Change…");
  dialog = widget_fixture_get_dialog (TAGA_TYPE_OWN_ITEM_DIALOG);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (widget_fixture_find (dialog, "title_entry"))), ==,
      "停電でサーバーが止まる");
  gtk_editable_set_text (GTK_EDITABLE (widget_fixture_find (dialog, "title_entry")),
                         "落雷でサーバーが壊れる");
  gtk_widget_activate_action (dialog, "own-item.save", NULL);
  settle ();
  assert_shows (fixture, "落雷でサーバーが壊れる");
  assert_frequency (fixture, "own-1", 3);

  window_fixture_press ("_Retire");
  g_assert_false (shows (fixture, "落雷でサーバーが壊れる"));
  g_assert_cmpstr (taga_answer_list_get_current (get_list (fixture)), ==, "19");
  gtk_widget_activate_action (get_window (fixture), "win.undo", NULL);
  settle ();
  assert_shows (fixture, "落雷でサーバーが壊れる");
}

static void
assert_remark (WindowFixture *fixture, const char *expected)
{
  g_autoptr (TagaAnswerRecord) record =
      taga_answer_record_load (get_store (fixture), TAGA_TYPE_THREAT, "9", NULL);

  g_assert_cmpstr (taga_answer_record_get_note (record), ==, expected);
}

/* Escape goes back to the list and loses nothing; so does whatever else leaves the remark. */
static void
test_remarks_are_kept_when_left (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  open_item (fixture, "threats/9");
  view = widget_fixture_find_type (get_page (fixture), GTK_TYPE_TEXT_VIEW, 0);
  gtk_widget_grab_focus (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "取引先で被害があった。", -1);
  press (fixture, GDK_KEY_Escape);
  settle ();
  assert_remark (fixture, "取引先で被害があった。");

  view = widget_fixture_find_type (get_page (fixture), GTK_TYPE_TEXT_VIEW, 0);
  gtk_widget_grab_focus (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "同業者で被害があった。", -1);
  taga_answer_list_take_focus (get_list (fixture));
  settle ();
  assert_remark (fixture, "同業者で被害があった。");
}

static void
test_nothing_is_cut (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_close (fixture);
  window_fixture_open_sized (fixture, 800, 600);
  open_item (fixture, "threats/12");
  widget_fixture_assert_whole (get_page (fixture));
}

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

#define ADD(name, test)                                                                            \
  g_test_add ("/threat-page/" name, WindowFixture, NULL, window_fixture_set_up, test,              \
              window_fixture_tear_down)

  ADD ("the-most-frequent-decides", test_the_most_frequent_decides);
  ADD ("tells-what-another-frequency-changes", test_tells_what_another_frequency_changes);
  ADD ("folds-unused-media", test_folds_unused_media);
  ADD ("links-lead-to-assets-and-checks", test_links_lead_to_assets_and_checks);
  ADD ("own-threats", test_own_threats_are_added_changed_and_retired);
  ADD ("remarks-are-kept-when-left", test_remarks_are_kept_when_left);
  ADD ("nothing-is-cut", test_nothing_is_cut);

  return g_test_run ();
}
