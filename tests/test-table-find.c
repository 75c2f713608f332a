#include <gtk/gtk.h>

#include "screen-fixture.h"
#include "taga-asset.h"
#include "taga-find-bar.h"
#include "taga-grid-private.h"
#include "taga-history.h"
#include "taga-record-table.h"
#include "window-fixture.h"

/* Finding and replacing in the register, by the keys that spreadsheets have for it. */

static GtkWidget *
get_bar (WindowFixture *fixture)
{
  return window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_FIND_BAR);
}

static void
do_action (WindowFixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  settle ();
}

static void
go (WindowFixture *fixture, const char *action)
{
  gtk_widget_activate_action (get_bar (fixture), action, NULL);
  settle ();
}

static void
type_text (WindowFixture *fixture, const char *text)
{
  GtkWidget *entry = window_fixture_find (get_bar (fixture), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  settle ();
}

static void
type_replacement (WindowFixture *fixture, const char *text)
{
  GtkWidget *entry = window_fixture_find (get_bar (fixture), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
assert_at (WindowFixture *fixture, guint row, guint field)
{
  guint is_row = G_MAXUINT;
  guint is_field = G_MAXUINT;

  for (int i = 0; i < 25 && (is_row != row || is_field != field); i++)
    {
      settle ();
      taga_grid_get_cursor (window_fixture_get_grid (fixture), &is_row, &is_field);
    }
  g_assert_true (taga_grid_get_cursor (window_fixture_get_grid (fixture), &is_row, &is_field));
  g_assert_cmpuint (is_row, ==, row);
  g_assert_cmpuint (is_field, ==, field);
}

static void
set_text (WindowFixture *fixture, gint64 id, guint field, const char *text)
{
  TagaStore *store = taga_window_get_store (fixture->window);
  const TagaValue value = { (char *) text, TAGA_UNKNOWN };
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_store_begin (store, "test", &error));
  g_assert_true (taga_store_update (store, TAGA_TYPE_ASSET, id, &field, &value, 1, &error));
  g_assert_true (taga_store_commit (store, &error));
  settle ();
}

static void
assert_text (WindowFixture *fixture, gint64 id, guint field, const char *text)
{
  g_autoptr (TagaRecord) asset = window_fixture_dup_asset (fixture, id);

  g_assert_cmpstr (taga_record_get_text (asset, field), ==, text);
}

static gboolean
is_focused_within (WindowFixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
test_finds_while_typing_and_goes_on (WindowFixture *fixture, gconstpointer data)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);
  GtkWidget *bar = get_bar (fixture);

  set_text (fixture, 3, TAGA_ASSET_NOTE, "探し物は㈱ﾀｶﾞにある");
  set_text (fixture, 7, TAGA_ASSET_USERS, "（株）たが");
  set_text (fixture, 7, TAGA_ASSET_NAME, "(株)タガの図面");
  taga_grid_set_cursor (grid, 0, TAGA_ASSET_NAME);

  g_assert_false (gtk_widget_get_visible (bar));
  do_action (fixture, "win.find");
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_true (is_focused_within (fixture, bar));

  type_text (fixture, "（株）タガ");
  assert_at (fixture, 2, TAGA_ASSET_NOTE);
  window_fixture_assert_shows (bar, "1 of 3 cells");
  g_assert_true (is_focused_within (fixture, bar));
  g_assert_cmpuint (g_list_model_get_n_items (taga_grid_get_model (grid)), ==, 44);

  go (fixture, "table.find-next");
  assert_at (fixture, 6, TAGA_ASSET_NAME);
  go (fixture, "table.find-next");
  assert_at (fixture, 6, TAGA_ASSET_USERS);
  window_fixture_assert_shows (bar, "3 of 3 cells");
  go (fixture, "table.find-next");
  assert_at (fixture, 2, TAGA_ASSET_NOTE);
  window_fixture_assert_shows (bar, "1 of 3 cells ・ from the top again");
  go (fixture, "table.find-previous");
  assert_at (fixture, 6, TAGA_ASSET_USERS);
  window_fixture_assert_shows (bar, "3 of 3 cells ・ from the end again");

  /* Closing leaves the cursor there, and the keys at the grid; F3 still goes on. */
  taga_find_bar_close (TAGA_FIND_BAR (bar));
  settle ();
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_true (is_focused_within (fixture, GTK_WIDGET (grid)));
  assert_at (fixture, 6, TAGA_ASSET_USERS);
  gtk_widget_activate_action (GTK_WIDGET (grid), "table.find-previous", NULL);
  settle ();
  assert_at (fixture, 6, TAGA_ASSET_NAME);
}

static void
test_says_when_nothing_is_found (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *bar = get_bar (fixture);
  TagaGrid *grid = window_fixture_get_grid (fixture);

  taga_grid_set_cursor (grid, 4, TAGA_ASSET_NAME);
  do_action (fixture, "win.find");
  type_text (fixture, "そんなものはない");
  window_fixture_assert_shows (bar, "No cell shows this");
  assert_at (fixture, 4, TAGA_ASSET_NAME);
  go (fixture, "table.find-next");
  assert_at (fixture, 4, TAGA_ASSET_NAME);

  /* A step of somebody else is found without the cursor being moved. */
  set_text (fixture, 9, TAGA_ASSET_NOTE, "そんなものはないか");
  window_fixture_assert_shows (bar, "1 cell");
  assert_at (fixture, 4, TAGA_ASSET_NAME);
  type_text (fixture, "");
  g_assert_false (window_fixture_shows (bar, "1 cell"));
}

/* Labels, days and marks by what the cell says; hidden columns and rows are not looked at. */
static void
test_finds_what_is_shown (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *bar = get_bar (fixture);
  TagaGrid *grid = window_fixture_get_grid (fixture);

  taga_grid_set_cursor (grid, 0, TAGA_ASSET_NAME);
  do_action (fixture, "win.find");
  type_text (fixture, "Paper documents");
  assert_at (fixture, 1, TAGA_ASSET_MEDIUM);
  type_text (fixture, "2026/9/14");
  assert_at (fixture, 1, TAGA_ASSET_REGISTERED_ON);
  taga_grid_set_column_visible (grid, TAGA_ASSET_REGISTERED_ON, FALSE);
  go (fixture, "table.find-next");
  window_fixture_assert_shows (bar, "No cell shows this");
}

static void
test_replaces_one_after_the_other (WindowFixture *fixture, gconstpointer data)
{
  set_text (fixture, 3, TAGA_ASSET_NOTE, "旧ｻｰﾊﾞｰと㈱と旧サーバー");
  set_text (fixture, 5, TAGA_ASSET_NOTE, "㈱だけ");
  taga_grid_set_cursor (window_fixture_get_grid (fixture), 0, TAGA_ASSET_NAME);
  do_action (fixture, "win.replace");
  type_text (fixture, "旧サーバー");
  type_replacement (fixture, "ＮＡＳ");
  assert_at (fixture, 2, TAGA_ASSET_NOTE);
  window_fixture_press ("_Replace");
  assert_text (fixture, 3, TAGA_ASSET_NOTE, "ＮＡＳと㈱とＮＡＳ");
  window_fixture_assert_shows (get_bar (fixture), "No cell shows this");
  do_action (fixture, "win.undo");
  assert_text (fixture, 3, TAGA_ASSET_NOTE, "旧ｻｰﾊﾞｰと㈱と旧サーバー");

  /* A sign of which only a part matches stays, and that is said. */
  type_text (fixture, "株だけ");
  window_fixture_assert_shows (get_bar (fixture), "No cell shows this");
  taga_grid_set_cursor (window_fixture_get_grid (fixture), 4, TAGA_ASSET_NOTE);
  type_text (fixture, "株");
  assert_at (fixture, 4, TAGA_ASSET_NOTE);
  window_fixture_press ("_Replace");
  g_assert_true (window_fixture_is_told ("This cell stays as it is"));
  assert_text (fixture, 5, TAGA_ASSET_NOTE, "㈱だけ");
}

/* What reaches further than the user sees is shown first, and all of it is one step. */
static void
test_replaces_all_as_one_step (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaRecord) first = window_fixture_dup_asset (fixture, 1);
  g_autoptr (TagaRecord) second = window_fixture_dup_asset (fixture, 2);

  do_action (fixture, "win.replace");
  type_text (fixture, "営業部");
  type_replacement (fixture, "販売部");
  window_fixture_press ("Replace A_ll");
  if (g_strcmp0 (taga_record_get_text (first, TAGA_ASSET_USERS), "販売部") != 0)
    window_fixture_press ("_Apply");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_USERS), ==, "販売部");
  g_assert_cmpstr (taga_record_get_text (second, TAGA_ASSET_DEPARTMENT), ==, "販売部");
  window_fixture_assert_shows (get_bar (fixture), "No cell shows this");
  do_action (fixture, "win.undo");
  g_assert_cmpstr (taga_record_get_text (first, TAGA_ASSET_USERS), ==, "営業部");
  g_assert_cmpstr (taga_record_get_text (second, TAGA_ASSET_DEPARTMENT), ==, "営業部");

  /* A choice by its label; days stay, which is said before anything is done. */
  type_text (fixture, "Paper documents");
  type_replacement (fixture, "Office PC");
  window_fixture_press ("Replace A_ll");
  g_assert_cmpstr (taga_record_get_text (second, TAGA_ASSET_MEDIUM), ==, "office-pc");
  do_action (fixture, "win.undo");
  g_assert_cmpstr (taga_record_get_text (second, TAGA_ASSET_MEDIUM), ==, "paper");
  set_text (fixture, 2, TAGA_ASSET_NOTE, "2026/9/14の控え");
  type_text (fixture, "2026/9/14");
  type_replacement (fixture, "2026/10/1");
  window_fixture_press ("Replace A_ll");
  g_assert_true (window_fixture_is_told ("more cells show this text and stay as they are"));
  window_fixture_press ("_Apply");
  g_assert_cmpstr (taga_record_get_text (second, TAGA_ASSET_NOTE), ==, "2026/10/1の控え");
  g_assert_cmpstr (taga_record_get_text (second, TAGA_ASSET_REGISTERED_ON), ==, "2026-09-14");
}

static void
test_a_name_is_never_emptied (WindowFixture *fixture, gconstpointer data)
{
  guint n_steps;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  TagaStore *store = taga_window_get_store (fixture->window);

  before = taga_history_list (store, G_MAXINT64, 1000, NULL);
  n_steps = before->len;
  do_action (fixture, "win.replace");
  type_text (fixture, "見積書");
  type_replacement (fixture, "");
  window_fixture_press ("Replace A_ll");
  g_assert_true (window_fixture_is_told ("The change could not be made"));
  window_fixture_press ("_Close");
  assert_text (fixture, 1, TAGA_ASSET_NAME, "見積書");
  after = taga_history_list (store, G_MAXINT64, 1000, NULL);
  g_assert_cmpuint (after->len, ==, n_steps);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/table-find/" path, WindowFixture, NULL, window_fixture_set_up, func,               \
              window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = window_fixture_init (&argc, &argv);

  ADD ("finds-while-typing-and-goes-on", test_finds_while_typing_and_goes_on);
  ADD ("says-when-nothing-is-found", test_says_when_nothing_is_found);
  ADD ("finds-what-is-shown", test_finds_what_is_shown);
  ADD ("replaces-one-after-the-other", test_replaces_one_after_the_other);
  ADD ("replaces-all-as-one-step", test_replaces_all_as_one_step);
  ADD ("a-name-is-never-emptied", test_a_name_is_never_emptied);

  return g_test_run ();
}
