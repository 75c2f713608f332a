#include <adwaita.h>

#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-history.h"
#include "taga-trash-cell.h"
#include "taga-trash-window.h"
#include "widget-fixture.h"

/* Removed assets in a real window: found, ticked and brought back by keys. */

typedef struct
{
  StoreFixture file;
  GtkWidget *window;
  GtkWidget *trash;
  gint64 ids[3];
} Fixture;

static void
setup (Fixture *fixture, gconstpointer kind)
{
  static const char *const names[] = { "見積書", "設計図", "名刺" };

  store_fixture_set_up (&fixture->file, kind);
  taga_store_set_person (fixture->file.store, "佐藤 花子");
  for (guint i = 0; i < 3; i++)
    fixture->ids[i] =
        store_fixture_add (fixture->file.store, TAGA_TYPE_ASSET, "name", names[i], "business",
                           "営業", "department", i == 1 ? "製造部" : "営業部", NULL);
  fixture->window = adw_window_new ();
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
remove_assets (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_true (
        taga_action_remove (fixture->file.store, TAGA_TYPE_ASSET, fixture->ids[i], NULL));
}

static void
open_trash (Fixture *fixture, const char *expected)
{
  taga_trash_present (GTK_WINDOW (fixture->window), fixture->file.store);
  fixture->trash = widget_fixture_get_dialog (TAGA_TYPE_TRASH_WINDOW);
  g_assert_nonnull (fixture->trash);
  widget_fixture_wait_for (fixture->trash, expected);
  settle ();
}

static gboolean
is_there (Fixture *fixture, guint i)
{
  g_autoptr (TagaRecord) record =
      taga_store_get_record (fixture->file.store, TAGA_TYPE_ASSET, fixture->ids[i], NULL);

  return record != NULL;
}

static GListModel *
get_model (Fixture *fixture)
{
  GtkWidget *view = widget_fixture_find (fixture->trash, "view");

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static void
test_brings_back_by_keys (Fixture *fixture, gconstpointer kind)
{
  g_autoptr (TagaStep) step = NULL;
  GtkWidget *item;

  remove_assets (fixture, 3);
  open_trash (fixture, "名刺");
  g_assert_true (widget_fixture_shows (fixture->trash, "営業 · 製造部 · removed Today "));
  g_assert_true (widget_fixture_shows (fixture->trash, " · 佐藤 花子"));
  g_assert_true (widget_fixture_shows (fixture->trash, "3 removed assets. Space selects one."));
  widget_fixture_assert_whole (fixture->trash);
  g_assert_false (
      gtk_widget_get_sensitive (widget_fixture_find (fixture->trash, "restore_button")));

  /* The first row is the latest; its item has the focus and says what it is. */
  item = gtk_window_get_focus (GTK_WINDOW (fixture->trash));
  g_assert_true (TAGA_IS_TRASH_CELL (gtk_widget_get_first_child (item)));
  gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  widget_fixture_press (fixture->trash, GDK_KEY_space, 0);
  g_assert_true (widget_fixture_shows (fixture->trash, "1 of 3 assets selected"));
  gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_widget_activate_action (fixture->trash, "trash.restore", NULL);
  widget_fixture_wait_for (fixture->trash, "1 asset brought back");
  widget_fixture_wait_for (fixture->trash, "設計図");
  g_assert_false (widget_fixture_shows (fixture->trash, "名刺"));
  g_assert_true (is_there (fixture, 2));
  g_assert_false (is_there (fixture, 1));
  step = taga_history_peek (fixture->file.store, TAGA_STEP_DONE, NULL);
  g_assert_cmpstr (step->label, ==, "Bring back “名刺”");

  widget_fixture_press (fixture->trash, GDK_KEY_Escape, 0);
  g_assert_null (widget_fixture_get_dialog (TAGA_TYPE_TRASH_WINDOW));
}

/* Paper and data of one name, and two that have all in common. */
static void
test_tells_namesakes_apart (Fixture *fixture, gconstpointer kind)
{
  static const char *const media[] = { "office-pc", "paper", "paper" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 3; i++)
    {
      store_fixture_set (fixture->file.store, TAGA_TYPE_ASSET, fixture->ids[i], "name", "名簿");
      store_fixture_set (fixture->file.store, TAGA_TYPE_ASSET, fixture->ids[i], "department",
                         "営業部");
      store_fixture_set (fixture->file.store, TAGA_TYPE_ASSET, fixture->ids[i], "medium", media[i]);
    }
  remove_assets (fixture, 3);
  open_trash (fixture, "名簿");
  g_assert_true (
      widget_fixture_shows (fixture->trash, "Office PC · 営業 · 営業部 · removed Today "));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TagaTrashRow) row = g_list_model_get_item (get_model (fixture), i);

      g_assert_true (g_hash_table_add (seen, taga_trash_row_format_details (row)));
    }
}

static void
test_selects_what_a_search_shows (Fixture *fixture, gconstpointer kind)
{
  GtkWidget *search;

  remove_assets (fixture, 3);
  open_trash (fixture, "名刺");
  widget_fixture_press (fixture->trash, GDK_KEY_f, GDK_CONTROL_MASK);
  search = widget_fixture_find (fixture->trash, "search");
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->trash)), search));
  gtk_editable_set_text (GTK_EDITABLE (search), "営業部");
  for (guint i = 0; i < 50 && g_list_model_get_n_items (get_model (fixture)) != 2; i++)
    settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 2);

  gtk_widget_activate_action (fixture->trash, "trash.tick-all", NULL);
  g_assert_true (widget_fixture_shows (fixture->trash, "2 of 3 assets selected"));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  for (guint i = 0; i < 50 && g_list_model_get_n_items (get_model (fixture)) != 3; i++)
    settle ();
  g_assert_true (widget_fixture_shows (fixture->trash, "2 of 3 assets selected"));
  gtk_widget_activate_action (fixture->trash, "trash.restore", NULL);
  widget_fixture_wait_for (fixture->trash, "2 assets brought back");
  g_assert_true (is_there (fixture, 0));
  g_assert_false (is_there (fixture, 1));
  g_assert_true (is_there (fixture, 2));
}

static void
test_says_that_nothing_was_removed (Fixture *fixture, gconstpointer kind)
{
  open_trash (fixture, "No Asset Was Removed");
  remove_assets (fixture, 1);
  gtk_window_close (GTK_WINDOW (fixture->trash));
  settle ();
  open_trash (fixture, "見積書");
  gtk_widget_activate_action (fixture->trash, "trash.tick-all", NULL);
  gtk_widget_activate_action (fixture->trash, "trash.restore", NULL);
  widget_fixture_wait_for (fixture->trash, "No Asset Was Removed");
}

/* So many that a thread does it. */
static void
test_brings_many_back (Fixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->file.store;
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);
  gint64 first = 0, last = 0;

  values[TAGA_ASSET_NAME].text = g_strdup ("図面");
  values[TAGA_ASSET_PERSONAL].number = 0;
  values[TAGA_ASSET_SENSITIVE].number = 0;
  values[TAGA_ASSET_MY_NUMBER].number = 1;
  g_assert_true (taga_store_begin (store, "登録", NULL));
  for (guint i = 0; i < 2000; i++)
    g_assert_true (
        taga_store_insert (store, TAGA_TYPE_ASSET, values, i == 0 ? &first : &last, NULL));
  g_assert_true (taga_store_commit (store, NULL));
  g_assert_true (taga_store_begin (store, "削除", NULL));
  for (gint64 id = first; id <= last; id++)
    g_assert_true (taga_store_remove (store, TAGA_TYPE_ASSET, id, NULL));
  g_assert_true (taga_store_commit (store, NULL));
  taga_values_free (values, TAGA_ASSET_N_FIELDS);
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_ASSET, NULL), ==, 3);

  open_trash (fixture, "2000 removed assets");
  gtk_widget_activate_action (fixture->trash, "trash.tick-all", NULL);
  gtk_widget_activate_action (fixture->trash, "trash.restore", NULL);
  widget_fixture_wait_for (fixture->trash, "2000 assets brought back");
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_ASSET, NULL), ==, 2003);
}

static void
test_a_damaged_step_is_told (Fixture *fixture, gconstpointer kind)
{
  remove_assets (fixture, 2);
  store_fixture_close (&fixture->file);
  store_fixture_exec (fixture->file.path, "UPDATE history SET changeset = x'54ff' "
                                          "WHERE id = (SELECT max (id) FROM history)");
  store_fixture_reopen (&fixture->file);
  open_trash (fixture, "見積書");
  g_assert_true (widget_fixture_shows (fixture->trash, "1 step of the history is damaged"));
}

static void
test_says_why_it_cannot_bring_back (Fixture *fixture, gconstpointer kind)
{
  GtkWidget *message;

  remove_assets (fixture, 1);
  open_trash (fixture, "見積書");
  gtk_widget_activate_action (fixture->trash, "trash.tick-all", NULL);

  /* Somebody else was quicker. */
  g_assert_true (taga_history_undo (fixture->file.store, NULL));
  gtk_widget_activate_action (fixture->trash, "trash.restore", NULL);
  settle ();
  message = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (message);
  g_assert_true (widget_fixture_shows (message, "in the trash. Nothing was changed."));
}

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, test) g_test_add ("/trash-window/" name, Fixture, NULL, setup, test, teardown)

  ADD ("brings-back-by-keys", test_brings_back_by_keys);
  ADD ("tells-namesakes-apart", test_tells_namesakes_apart);
  ADD ("selects-what-a-search-shows", test_selects_what_a_search_shows);
  ADD ("says-that-nothing-was-removed", test_says_that_nothing_was_removed);
  ADD ("brings-many-back", test_brings_many_back);
  ADD ("a-damaged-step-is-told", test_a_damaged_step_is_told);
  ADD ("says-why-it-cannot-bring-back", test_says_why_it_cannot_bring_back);

  return g_test_run ();
}
