#include <adwaita.h>
#include <glib/gstdio.h>

#include "screen-fixture.h"
#include "stocktake-fixture.h"
#include "taga-asset.h"
#include "taga-history.h"
#include "taga-stocktake-dialog.h"
#include "taga-stocktake-item.h"
#include "taga-stocktake-overview.h"
#include "taga-stocktake-return-dialog.h"
#include "taga-stocktake-run.h"
#include "taga-stocktake.h"

/* Stock-taking in the window: what the user sees, what the buttons do, and what is in the file
 * afterwards. */

typedef struct
{
  StoreFixture file;
  GtkWidget *window;
  TagaStocktakeDialog *dialog; /* weak */
} Fixture;

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (toplevel, type))
        return toplevel;
    }

  return NULL;
}

static GtkWidget *
wait_for (GType type)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (find_toplevel (type) == NULL && g_get_monotonic_time () < end)
    settle ();
  g_assert_nonnull (find_toplevel (type));
  settle ();

  return find_toplevel (type);
}

static void
wait_until_gone (GType type)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (find_toplevel (type) != NULL && g_get_monotonic_time () < end)
    settle ();
  g_assert_null (find_toplevel (type));
}

static gpointer
get_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog), TAGA_TYPE_STOCKTAKE_DIALOG,
                                        name);
}

static gpointer
get_overview_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (get_part (fixture, "overview"),
                                        TAGA_TYPE_STOCKTAKE_OVERVIEW, name);
}

static void
wait_until_ready (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  settle ();
  while (!gtk_widget_get_sensitive (get_part (fixture, "content")) && g_get_monotonic_time () < end)
    settle ();
  g_assert_true (gtk_widget_get_sensitive (get_part (fixture, "content")));
}

static void
open_dialog (Fixture *fixture)
{
  taga_stocktake_present (GTK_WINDOW (fixture->window), fixture->file.store);
  g_set_weak_pointer (&fixture->dialog,
                      TAGA_STOCKTAKE_DIALOG (wait_for (TAGA_TYPE_STOCKTAKE_DIALOG)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->file, NULL);
  stocktake_fixture_fill (fixture->file.store);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* The window takes the dialogs with it, and nothing keeps the file. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = g_build_filename (fixture->file.folder, "one", NULL);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->dialog);
  g_assert_finalize_object (g_steal_pointer (&fixture->file.store));
  store_fixture_remove_folder (one);
  store_fixture_tear_down (&fixture->file, NULL);
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child) && shows (child, text))
      return TRUE;

  return FALSE;
}

static void
assert_shows (Fixture *fixture, const char *text)
{
  g_test_message ("shows: %s", text);
  g_assert_true (shows (GTK_WIDGET (fixture->dialog), text));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Presses the button that does something. */
static void
press (Fixture *fixture, const char *action)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->dialog), action);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  wait_until_ready (fixture);
}

static void
start (Fixture *fixture)
{
  open_dialog (fixture);
  press (fixture, "stocktake.start");
  g_assert_cmpint (taga_stocktake_find_open (fixture->file.store, NULL), >, 0);
}

static GtkWidget *
find_check (GtkWidget *widget, guint *n)
{
  if (GTK_IS_CHECK_BUTTON (widget) && (*n)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkCheckButton *
get_check (GtkWidget *widget, guint n)
{
  GtkWidget *check = find_check (widget, &n);

  g_assert_nonnull (check);
  return GTK_CHECK_BUTTON (check);
}

static void
test_starts (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture);
  assert_shows (fixture, "No department");
  assert_shows (fixture, "5 assets to check");

  /* The first is 営業部 with three. */
  gtk_check_button_set_active (get_check (get_part (fixture, "overview"), 0), FALSE);
  assert_shows (fixture, "2 assets to check");
  gtk_editable_set_text (get_overview_part (fixture, "due_row"), "2030/12/1");
  press (fixture, "stocktake.start");

  assert_shows (fixture, "Answers wanted by 2030/12/1");
  assert_shows (fixture, "0 of 2 checked");
  assert_shows (fixture, "No request made yet");
  g_assert_cmpint (taga_store_count (fixture->file.store, TAGA_TYPE_STOCKTAKE_ITEM, NULL), ==, 2);
  g_assert_true (taga_history_undo (fixture->file.store, NULL));
  g_assert_cmpint (taga_store_count (fixture->file.store, TAGA_TYPE_STOCKTAKE_ITEM, NULL), ==, 0);
}

static void
test_a_day_that_is_none (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_dialog (fixture);
  row = get_overview_part (fixture, "due_row");
  gtk_editable_set_text (GTK_EDITABLE (row), "来月");
  press (fixture, "stocktake.start");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpint (taga_stocktake_find_open (fixture->file.store, NULL), ==, 0);

  /* None at all is fine. */
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  press (fixture, "stocktake.start");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpint (taga_stocktake_find_open (fixture->file.store, NULL), >, 0);
}

/* Nobody needs the mouse: Tab comes past everything. */
static void
test_tab_comes_everywhere (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  gboolean on_check = FALSE, on_due = FALSE, on_start = FALSE;

  open_dialog (fixture);
  dialog = GTK_WIDGET (fixture->dialog);
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  for (guint i = 0; i < 20; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (dialog, GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (dialog));
      if (focus == NULL)
        continue;
      on_check = on_check || GTK_IS_CHECK_BUTTON (focus);
      on_due =
          on_due
          || gtk_widget_is_ancestor (focus, GTK_WIDGET (get_overview_part (fixture, "due_row")));
      on_start = on_start || focus == find_button (dialog, "stocktake.start");
    }
  g_assert_true (on_due);
  g_assert_true (on_check);
  g_assert_true (on_start);
}

static char *
send (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->file.folder, "one", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  taga_stocktake_dialog_send_to (fixture->dialog, folder);
  wait_until_ready (fixture);

  return g_build_filename (path, "情報資産の棚卸し_営業部.xlsx", NULL);
}

static GtkWidget *
take_in (Fixture *fixture, const char *path, GType expected)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  taga_stocktake_dialog_take_in (fixture->dialog, file);
  return wait_for (expected);
}

static gpointer
get_answer_part (GtkWidget *answer, const char *name)
{
  return gtk_widget_get_template_child (answer, TAGA_TYPE_STOCKTAKE_RETURN_DIALOG, name);
}

static char *
answer_and_write (Fixture *fixture, const char *path)
{
  g_autoptr (StocktakeBook) book = stocktake_book_read (path);
  char *filled = g_build_filename (fixture->file.folder, "戻り.xlsx", NULL);

  stocktake_book_answer (book, "そのまま");
  stocktake_book_set (book, "顧客名簿", "媒体・保存先", "社外サーバー");
  stocktake_book_set (book, "顧客名簿", "機密性", "1");
  stocktake_book_add_row (book, "名刺");
  stocktake_book_write (book, filled);

  return filled;
}

static void
test_goes_out_and_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *medium = NULL;
  g_autofree char *level = NULL;
  GtkWidget *answer;

  start (fixture);
  path = send (fixture);
  assert_shows (fixture, "3 request files");
  assert_shows (fixture, "Request made, no answer yet");

  filled = answer_and_write (fixture, path);
  store_fixture_set (fixture->file.store, TAGA_TYPE_ASSET, 1, "medium", "server");
  answer = take_in (fixture, filled, TAGA_TYPE_STOCKTAKE_RETURN_DIALOG);
  g_assert_true (shows (answer, "営業部"));
  g_assert_true (shows (answer, "As it is 2 · changed 2 · retired 0 (changed: 1 new)"));
  g_assert_true (shows (answer, "1 value was changed in the register too"));
  g_assert_true (shows (answer, "Changed in both"));
  g_assert_true (shows (answer, "2 of 3 ticked"));

  /* The conflict comes first and is not ticked; whoever wants it ticks it. */
  g_assert_false (gtk_check_button_get_active (get_check (answer, 0)));
  gtk_check_button_set_active (get_check (answer, 1), FALSE);
  g_assert_true (shows (answer, "1 of 3 ticked"));
  g_assert_true (shows (answer, "answer not taken over 1"));
  gtk_check_button_set_active (get_check (answer, 0), TRUE);
  g_assert_false (shows (answer, "answer not taken over"));
  g_assert_true (shows (answer, "2 of 3 ticked"));

  /* Return on a row does the same, there and back. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (answer)),
                                         get_answer_part (answer, "view")));
  g_signal_emit_by_name (get_answer_part (answer, "view"), "activate", 2);
  g_assert_true (shows (answer, "1 of 3 ticked"));
  g_signal_emit_by_name (get_answer_part (answer, "view"), "activate", 2);
  g_assert_true (gtk_check_button_get_active (get_check (answer, 2)));
  g_signal_emit_by_name (get_answer_part (answer, "apply_button"), "clicked");
  wait_until_gone (TAGA_TYPE_STOCKTAKE_RETURN_DIALOG);

  medium = store_fixture_get (fixture->file.store, TAGA_TYPE_ASSET, 1, "medium");
  level = store_fixture_get (fixture->file.store, TAGA_TYPE_ASSET, 1, "confidentiality");
  g_assert_cmpstr (medium, ==, "cloud");
  g_assert_cmpstr (level, ==, "3");
  assert_shows (fixture, "4 of 4 checked");
  assert_shows (fixture, "The answer of 営業部 is taken in");

  g_assert_true (taga_history_undo (fixture->file.store, NULL));
  g_assert_cmpint (taga_store_count (fixture->file.store, TAGA_TYPE_ASSET, NULL), ==, 5);
  store_fixture_assert_whole (fixture->file.store);
}

static void
test_a_workbook_of_nobody (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->file.folder, "x.csv", NULL);
  GtkWidget *message;

  start (fixture);
  g_assert_true (g_file_set_contents (path, "情報資産名称,機密性\n名簿,2\n", -1, NULL));
  message = take_in (fixture, path, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), "確認結果"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), "close");
  gtk_window_destroy (GTK_WINDOW (message));
  wait_until_ready (fixture);
}

static void
respond (const char *response)
{
  GtkWidget *message = wait_for (ADW_TYPE_MESSAGE_DIALOG);

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), response);
  gtk_window_close (GTK_WINDOW (message));
  settle ();
}

static void
test_asks_before_it_ends (Fixture *fixture, gconstpointer data)
{
  GtkWidget *message;

  start (fixture);
  press (fixture, "stocktake.close");
  message = wait_for (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)),
                                   "5 assets have not been checked yet"));
  respond ("cancel");
  g_assert_cmpint (taga_stocktake_find_open (fixture->file.store, NULL), >, 0);

  press (fixture, "stocktake.close");
  respond ("finish");
  g_assert_cmpint (taga_stocktake_find_open (fixture->file.store, NULL), ==, 0);
  assert_shows (fixture, "Earlier Stock-Takings");
  assert_shows (fixture, "0 of 5 checked · changed 0 · retired 0");
}

/* Of what the department answered nothing is taken: nobody is shown as agreeing. */
static void
test_a_refused_answer_stays_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *reviewed = NULL;
  GtkWidget *answer, *message;

  start (fixture);
  path = send (fixture);
  filled = answer_and_write (fixture, path);
  answer = take_in (fixture, filled, TAGA_TYPE_STOCKTAKE_RETURN_DIALOG);
  gtk_check_button_set_active (get_check (answer, 0), FALSE);
  gtk_check_button_set_active (get_check (answer, 1), FALSE);
  g_assert_true (shows (answer, "As it is 2 · changed 1 · retired 0 (changed: 1 new)"
                                " · answer not taken over 1"));
  g_assert_true (shows (answer, "1 asset of which nothing is ticked stays unchecked"));
  g_signal_emit_by_name (get_answer_part (answer, "apply_button"), "clicked");
  wait_until_gone (TAGA_TYPE_STOCKTAKE_RETURN_DIALOG);

  reviewed = store_fixture_get (fixture->file.store, TAGA_TYPE_ASSET, 1, "reviewed-on");
  g_assert_cmpstr (reviewed, ==, NULL);
  assert_shows (fixture, "As it is 2 · changed 1 · retired 0 · open 1 (answer not taken over 1)");
  assert_shows (fixture, "1 answer was not taken over");
  assert_shows (fixture, "“顧客名簿”");

  press (fixture, "stocktake.close");
  message = wait_for (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)),
                            "For 1 of them there is an answer that was not taken over."));
  respond ("cancel");
}

static void
test_new_assets_join (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  settle ();
  g_assert_null (fixture->dialog);

  store_fixture_add (fixture->file.store, TAGA_TYPE_ASSET, "name", "名刺", "department", "営業部",
                     NULL);
  open_dialog (fixture);
  assert_shows (fixture, "1 asset is new");
  press (fixture, "stocktake.add");
  settle ();
  assert_shows (fixture, "0 of 4 checked");
  g_assert_false (gtk_widget_get_visible (get_overview_part (fixture, "new_group")));
}

static void
test_only_to_be_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->file.store);
  fixture->file.store = taga_store_open (fixture->file.path, TRUE, &error);
  g_assert_no_error (error);
  open_dialog (fixture);
  assert_shows (fixture, "may only be read");
  g_assert_false (
      gtk_widget_is_sensitive (find_button (GTK_WIDGET (fixture->dialog), "stocktake.start")));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/stocktake-dialog/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

  ADD ("starts", test_starts);
  ADD ("a-day-that-is-none", test_a_day_that_is_none);
  ADD ("tab-comes-everywhere", test_tab_comes_everywhere);
  ADD ("goes-out-and-comes-back", test_goes_out_and_comes_back);
  ADD ("a-workbook-of-nobody", test_a_workbook_of_nobody);
  ADD ("asks-before-it-ends", test_asks_before_it_ends);
  ADD ("refused-answer-stays-open", test_a_refused_answer_stays_open);
  ADD ("new-assets-join", test_new_assets_join);
  ADD ("only-to-be-read", test_only_to_be_read);

  return g_test_run ();
}
