#include <adwaita.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "screen-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-axis-score.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-founding.h"
#include "taga-history-page.h"
#include "taga-history.h"
#include "taga-step-item.h"
#include "taga-step-line.h"
#include "taga-step-row.h"

/* The history page in a real window: what a user reads and does there. */

typedef struct
{
  char *folder;
  char *path;
  TagaStore *store;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *list;   /* on its left */
  GtkWidget *detail; /* on its right */
} Fixture;

static GtkWidget *
find (GtkWidget *widget, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count_labels (GtkWidget *widget, const char *text)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    n++;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);

  return n;
}

/* Icons that say something when the pointer rests on them. */
static guint
count_icons (GtkWidget *widget, const char *tooltip)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_IMAGE (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    n++;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_icons (child, tooltip);

  return n;
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  return count_labels (widget, text) > 0;
}

static void
wait_for (GtkWidget *widget, const char *text)
{
  for (guint i = 0; i < 100 && !shows (widget, text); i++)
    settle ();

  g_assert_true (shows (widget, text));
}

static GListModel *
get_model (Fixture *fixture, const char *list)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find (fixture->page, list))));
}

static guint
count_items (Fixture *fixture, const char *list)
{
  return g_list_model_get_n_items (get_model (fixture, list));
}

static void
assert_step (Fixture *fixture, guint position, const char *label, const char *state)
{
  g_autoptr (TagaStepItem) item =
      g_list_model_get_item (get_model (fixture, "step_list"), position);

  g_assert_cmpstr (taga_step_item_get_label (item), ==, label);
  g_assert_cmpstr (taga_step_item_get_state_text (item), ==, state);
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (get_model (fixture, "step_list"));
}

static void
select_step (Fixture *fixture, guint position)
{
  gtk_single_selection_set_selected (get_selection (fixture), position);
  settle ();
}

static void
assert_line (Fixture *fixture, guint position, const char *title, const char *text)
{
  g_autoptr (TagaStepLine) line =
      g_list_model_get_item (get_model (fixture, "line_list"), position);

  g_assert_cmpstr (taga_step_line_get_title (line), ==, title);
  g_assert_cmpstr (taga_step_line_get_text (line), ==, text);
}

/* One step that adds as many assets, all alike. */
static gint64
add_assets (Fixture *fixture, guint n, const char *name)
{
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);
  g_autofree char *label = g_strdup_printf ("Add “%s”", name);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  values[TAGA_ASSET_BUSINESS].text = g_strdup ("営業");
  values[TAGA_ASSET_NAME].text = g_strdup (name);
  values[TAGA_ASSET_PERSONAL].number = 0;
  values[TAGA_ASSET_SENSITIVE].number = 0;
  values[TAGA_ASSET_MY_NUMBER].number = 1;

  taga_store_begin (fixture->store, label, &error);
  for (guint i = 0; i < n; i++)
    taga_store_insert (fixture->store, TAGA_TYPE_ASSET, values, &id, &error);
  taga_store_commit (fixture->store, &error);
  g_assert_no_error (error);
  taga_values_free (values, TAGA_ASSET_N_FIELDS);

  return id;
}

static void
set_value (Fixture *fixture, GType type, gint64 id, guint field, const char *text, gint64 number)
{
  const TagaValue value = { (char *) text, number };
  g_autoptr (GError) error = NULL;

  taga_action_set (fixture->store, type, id, &field, &value, 1, &error);
  g_assert_no_error (error);
}

/* Does something to the file behind the store's back. */
static void
run_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
move_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TagaStore *store = ((Fixture *) user_data)->store;
  gboolean undo = g_str_equal (g_action_get_name (G_ACTION (action)), "undo");

  g_assert_true (undo ? taga_history_undo (store, NULL) : taga_history_redo (store, NULL));
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  const GActionEntry entries[] = { { "undo", move_action }, { "redo", move_action } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  TagaValue *company = taga_values_new (TAGA_COMPANY_N_FIELDS);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("taga-history-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "company.taga", NULL);
  company[TAGA_COMPANY_NAME].text = g_strdup ("株式会社ためし");
  company[TAGA_COMPANY_EDITION].text = g_strdup ("ipa-3.1");
  company[TAGA_COMPANY_FICTITIOUS].number = 1;
  fixture->store = taga_founding_new_company (fixture->path, company, &error);
  g_assert_no_error (error);
  taga_values_free (company, TAGA_COMPANY_N_FIELDS);
  taga_store_set_person (fixture->store, "山田 花子");

  fixture->window = gtk_window_new ();
  fixture->page = taga_history_page_new ();
  fixture->list = find (fixture->page, "step_list");
  fixture->detail = find (fixture->page, "detail");
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1024, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
}

static void
show (Fixture *fixture)
{
  taga_history_page_set_store (TAGA_HISTORY_PAGE (fixture->page), fixture->store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  for (guint i = 0; i < 100 && !gtk_widget_get_mapped (fixture->list); i++)
    settle ();
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    {
      g_object_ref (fixture->page);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      settle ();
      g_assert_finalize_object (fixture->page);
    }
  /* A thread that still reads lets the store go when it is done. */
  for (guint i = 0; i < 100 && G_OBJECT (fixture->store)->ref_count > 1; i++)
    settle ();
  g_assert_finalize_object (fixture->store);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_says_what_it_is_for_without_a_file (Fixture *fixture, gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  wait_for (fixture->page, "No steps yet");

  show (fixture);
  g_assert_false (shows (fixture->page, "No steps yet"));
  wait_for (fixture->page, "New company");

  taga_history_page_set_store (TAGA_HISTORY_PAGE (fixture->page), NULL);
  settle ();
  wait_for (fixture->page, "No steps yet");
  g_assert_cmpuint (count_items (fixture, "step_list"), ==, 0);
}

static void
test_lists_steps_the_newest_first (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_assets (fixture, 1, "見積書");

  show (fixture);
  set_value (fixture, TAGA_TYPE_ASSET, id, TAGA_ASSET_CONFIDENTIALITY, NULL, 3);
  settle ();

  g_assert_cmpuint (count_items (fixture, "step_list"), ==, 3);
  assert_step (fixture, 0, "Change “見積書”: Confidentiality", NULL);
  assert_step (fixture, 1, "Add “見積書”", NULL);
  assert_step (fixture, 2, "New company", "From the beginning");
  wait_for (fixture->list, "From the beginning");
  g_assert_true (
      shows (find (fixture->page, "next_label"), "Next undo: Change “見積書”: Confidentiality"));
}

/* Midnight is that of the office, not of Greenwich. */
static void
test_a_day_stands_above_its_first_step (Fixture *fixture, gconstpointer data)
{
  add_assets (fixture, 1, "1");
  add_assets (fixture, 1, "2");
  add_assets (fixture, 1, "3");
  run_sql (fixture, "UPDATE history SET time = CASE id WHEN 4 THEN '2026-04-02T14:59:59Z' "
                    "WHEN 3 THEN '2026-04-01T15:00:00Z' ELSE '2026-04-01T14:59:59Z' END");
  show (fixture);
  wait_for (fixture->list, "2026/4/1 (Wed)");
  g_assert_cmpuint (count_labels (fixture->list, "2026/4/2 (Thu)"), ==, 1);
  g_assert_cmpuint (count_labels (fixture->list, "2026/4/1 (Wed)"), ==, 1);
  g_assert_cmpuint (count_labels (fixture->list, "23:59 · 山田 花子 · 1 record"), ==, 2);
}

static void
test_the_buttons_undo_and_redo (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_assets (fixture, 1, "見積書");

  set_value (fixture, TAGA_TYPE_ASSET, id, TAGA_ASSET_CONFIDENTIALITY, NULL, 3);
  show (fixture);
  g_assert_false (shows (fixture->list, "Undone"));

  g_signal_emit_by_name (find (fixture->page, "undo_button"), "clicked");
  settle ();
  assert_step (fixture, 0, "Change “見積書”: Confidentiality", "Undone");
  wait_for (fixture->list, "Undone");
  wait_for (fixture->page, "Undone. With Redo it can be done again.");

  g_signal_emit_by_name (find (fixture->page, "redo_button"), "clicked");
  settle ();
  assert_step (fixture, 0, "Change “見積書”: Confidentiality", NULL);
  g_assert_false (shows (fixture->list, "Undone"));
}

static void
test_a_new_step_keeps_the_selection (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_assets (fixture, 1, "見積書");

  set_value (fixture, TAGA_TYPE_ASSET, id, TAGA_ASSET_CONFIDENTIALITY, NULL, 3);
  show (fixture);

  gtk_widget_activate_action (fixture->page, "win.undo", NULL);
  set_value (fixture, TAGA_TYPE_ASSET, id, TAGA_ASSET_CONFIDENTIALITY, NULL, 1);
  settle ();
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, 1);
  assert_step (fixture, 1, "Change “見積書”: Confidentiality", "Replaced by another step");
  assert_line (fixture, 1, "Confidentiality", "(blank) → 3");
}

/* Who comes back to the page sees the latest step, not the one that was the latest then. */
static void
test_opens_with_the_latest_step (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_assets (fixture, 1, "見積書");

  show (fixture);
  gtk_widget_set_visible (fixture->page, FALSE);
  set_value (fixture, TAGA_TYPE_ASSET, id, TAGA_ASSET_CONFIDENTIALITY, NULL, 3);
  gtk_widget_set_visible (fixture->page, TRUE);
  settle ();
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, 0);
  assert_step (fixture, 0, "Change “見積書”: Confidentiality", NULL);
}

/* Who undoes much would read the same words on every line. */
static void
test_a_replaced_step_has_a_mark_without_words (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_assets (fixture, 1, "見積書");

  set_value (fixture, TAGA_TYPE_ASSET, id, TAGA_ASSET_CONFIDENTIALITY, NULL, 3);
  show (fixture);
  gtk_widget_activate_action (fixture->page, "win.undo", NULL);
  settle ();
  g_assert_true (shows (fixture->list, "Undone"));
  g_assert_cmpuint (count_icons (fixture->list, "Replaced by another step"), ==, 0);

  set_value (fixture, TAGA_TYPE_ASSET, id, TAGA_ASSET_CONFIDENTIALITY, NULL, 1);
  settle ();
  g_assert_cmpuint (count_icons (fixture->list, "Replaced by another step"), ==, 1);
  g_assert_false (shows (fixture->list, "Replaced by another step"));
  g_assert_false (shows (fixture->list, "Undone"));
}

/* What has no name of its own is called as people call it, and not as the file does. */
static void
test_names_records_as_people_do (Fixture *fixture, gconstpointer data)
{
  guint n;
  const TagaItem *axis =
      &taga_edition_get_items (taga_store_get_edition (fixture->store), "axis", &n)[0];
  g_autofree char *title =
      g_strdup_printf ("%s (Score of an axis, First assessment)", axis->short_en);
  TagaValue *values = taga_values_new (TAGA_AXIS_SCORE_N_FIELDS);

  values[TAGA_AXIS_SCORE_ROUND].number = 1;
  values[TAGA_AXIS_SCORE_AXIS].text = g_strdup (axis->key);
  values[TAGA_AXIS_SCORE_SCORE].number = 34;
  values[TAGA_AXIS_SCORE_ORIGIN].text = g_strdup ("judged");
  g_assert_true (taga_action_add (fixture->store, TAGA_TYPE_AXIS_SCORE, values, NULL, NULL));
  taga_values_free (values, TAGA_AXIS_SCORE_N_FIELDS);
  show (fixture);

  assert_line (fixture, 0, title, "Added");
  wait_for (fixture->detail, title);
}

static void
test_describes_a_step_field_by_field (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_assets (fixture, 1, "見積書");

  set_value (fixture, TAGA_TYPE_ASSET, id, TAGA_ASSET_CONFIDENTIALITY, NULL, 3);
  set_value (fixture, TAGA_TYPE_ASSET, id, TAGA_ASSET_CONFIDENTIALITY, NULL, 1);
  set_value (fixture, TAGA_TYPE_ASSET, id, TAGA_ASSET_PERSONAL, NULL, 1);
  set_value (fixture, TAGA_TYPE_ASSET, id, TAGA_ASSET_NOTE, "第1行\n第2行", TAGA_UNKNOWN);
  set_value (fixture, TAGA_TYPE_CHECK, 1, TAGA_CHECK_ANSWER, NULL, 2);
  show (fixture);

  assert_line (fixture, 0, "1-1 Policy from the top (Check item, First assessment)", "Changed");
  assert_line (fixture, 1, "Answer", "(blank) → Partly done");
  wait_for (fixture->detail, "(blank) → Partly done");

  select_step (fixture, 1);
  assert_line (fixture, 1, "Remarks", "(blank)\n→ 第1行\n第2行");

  select_step (fixture, 2);
  assert_line (fixture, 1, "Personal information", "(blank) → Yes");

  select_step (fixture, 3);
  assert_line (fixture, 0, "見積書 (Asset 1)", "Changed");
  assert_line (fixture, 1, "Confidentiality", "3 → 1");
  g_assert_cmpuint (count_items (fixture, "line_list"), ==, 2);

  select_step (fixture, 5);
  assert_line (fixture, 0, "見積書 (Asset 1)", "Added");
  assert_line (fixture, 1, "Business", "(blank) → 営業");
  assert_line (fixture, 2, "Information asset", "(blank) → 見積書");
}

/* 1,000 records with three fields are 4,000 lines. */
static void
test_a_long_step_says_how_much_more_there_is (Fixture *fixture, gconstpointer data)
{
  add_assets (fixture, 1000, "名簿");
  show (fixture);
  wait_for (fixture->detail, "(blank) → 営業");

  g_assert_cmpuint (count_items (fixture, "line_list"), ==, 2001);
  assert_line (fixture, 2000, "1500 more fields were changed.", "");
}

static void
test_another_step_chosen_meanwhile_is_the_one_shown (Fixture *fixture, gconstpointer data)
{
  add_assets (fixture, 500, "名簿");
  add_assets (fixture, 300, "名簿");
  show (fixture);
  gtk_single_selection_set_selected (get_selection (fixture), 0);
  select_step (fixture, 1);
  wait_for (fixture->detail, "(blank) → 営業");

  g_assert_cmpuint (count_items (fixture, "line_list"), ==, 2000);
  select_step (fixture, 2);
  wait_for (fixture->detail, "From the beginning: with it the file began, "
                             "so it cannot be undone.");
}

static void
test_the_window_may_go_while_a_step_is_read (Fixture *fixture, gconstpointer data)
{
  add_assets (fixture, 1000, "名簿");
  taga_history_page_set_store (TAGA_HISTORY_PAGE (fixture->page), fixture->store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (fixture->page))
    g_main_context_iteration (NULL, TRUE);

  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  g_assert_null (fixture->page);
}

static void
test_older_steps_come_at_the_end_of_the_list (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;

  for (guint i = 0; i < 450; i++)
    add_assets (fixture, 1, "名簿");
  show (fixture);
  g_assert_cmpuint (count_items (fixture, "step_list"), ==, 200);

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->list));
  for (guint i = 0; i < 100 && count_items (fixture, "step_list") < 451; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      settle ();
    }
  assert_step (fixture, 450, "New company", "From the beginning");

  add_assets (fixture, 1, "新しい名簿");
  settle ();
  assert_step (fixture, 0, "Add “新しい名簿”", NULL);
}

/* A file from outside may hold anything. */
static void
test_broken_texts_do_no_harm (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TagaStepItem) item = NULL;

  run_sql (fixture, "UPDATE history SET label = CAST (x'ff41ffe38100' AS TEXT), time = 'soon', "
                    "person = CAST (x'fe' AS TEXT), n_changes = -7");
  show (fixture);

  item = g_list_model_get_item (get_model (fixture, "step_list"), 0);
  g_assert_true (g_utf8_validate (taga_step_item_get_label (item), -1, NULL));
  g_assert_true (g_utf8_validate (taga_step_item_get_details (item), -1, NULL));
  wait_for (fixture->list, "Day not known");
}

/* What is read aloud when the focus comes to a step; the state is among it. */
static void
test_steps_have_a_name_for_screen_readers (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  char *problem;

  add_assets (fixture, 1, "見積書");
  run_sql (fixture, "UPDATE history SET time = '2026-04-01T00:12:30Z'");
  show (fixture);
  gtk_widget_activate_action (fixture->page, "win.undo", NULL);
  settle ();

  row = gtk_widget_get_first_child (fixture->list);
  g_assert_true (TAGA_IS_STEP_ROW (gtk_widget_get_first_child (row)));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  problem = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Add “見積書”, 2026/4/1 (Wed), 9:12 · 山田 花子 · 1 record, Undone");
  g_assert_cmpstr (problem, ==, NULL);
}

#define ADD(path, func) g_test_add ("/history-page/" path, Fixture, NULL, setup, func, teardown)

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  screen_fixture_init (&argc, &argv);

  ADD ("says-what-it-is-for-without-a-file", test_says_what_it_is_for_without_a_file);
  ADD ("lists-steps-the-newest-first", test_lists_steps_the_newest_first);
  ADD ("a-day-stands-above-its-first-step", test_a_day_stands_above_its_first_step);
  ADD ("the-buttons-undo-and-redo", test_the_buttons_undo_and_redo);
  ADD ("a-new-step-keeps-the-selection", test_a_new_step_keeps_the_selection);
  ADD ("opens-with-the-latest-step", test_opens_with_the_latest_step);
  ADD ("a-replaced-step-has-a-mark-without-words", test_a_replaced_step_has_a_mark_without_words);
  ADD ("names-records-as-people-do", test_names_records_as_people_do);
  ADD ("describes-a-step-field-by-field", test_describes_a_step_field_by_field);
  ADD ("a-long-step-says-how-much-more-there-is", test_a_long_step_says_how_much_more_there_is);
  ADD ("another-step-chosen-meanwhile-is-the-one-shown",
       test_another_step_chosen_meanwhile_is_the_one_shown);
  ADD ("the-window-may-go-while-a-step-is-read", test_the_window_may_go_while_a_step_is_read);
  ADD ("older-steps-come-at-the-end-of-the-list", test_older_steps_come_at_the_end_of_the_list);
  ADD ("broken-texts-do-no-harm", test_broken_texts_do_no_harm);
  ADD ("steps-have-a-name-for-screen-readers", test_steps_have_a_name_for_screen_readers);

  return g_test_run ();
}
