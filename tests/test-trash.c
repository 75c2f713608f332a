#include <gio/gio.h>
#include <string.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-company.h"
#include "taga-history.h"
#include "taga-trash.h"

/* Removed assets come back as they were. */

static TagaTrash *
read_trash (TagaStore *store)
{
  g_autoptr (GError) error = NULL;
  TagaTrash *trash = taga_trash_read (store, NULL, &error);

  g_assert_no_error (error);
  return trash;
}

static void
assert_trash (TagaStore *store, const char *expected)
{
  g_autoptr (TagaTrash) trash = read_trash (store);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < trash->items->len; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : " ",
                            g_array_index (trash->items, TagaTrashItem, i).name);
  g_assert_cmpstr (names->str, ==, expected);
  g_assert_cmpuint (trash->n_damaged, ==, 0);
}

static void
remove_asset (TagaStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;

  taga_action_remove (store, TAGA_TYPE_ASSET, id, &error);
  g_assert_no_error (error);
}

static void
restore (TagaStore *store, const gint64 *ids, guint n)
{
  g_autoptr (GError) error = NULL;

  taga_trash_restore (store, ids, n, NULL, &error);
  g_assert_no_error (error);
}

static void
test_lists_removed_assets_the_latest_first (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->store;
  gint64 first = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", "business", "営業",
                                    "department", "営業部", "medium", "paper", NULL);
  gint64 second = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "設計図", NULL);
  g_autoptr (TagaTrash) trash = NULL;
  const TagaTrashItem *item;

  assert_trash (store, "");
  taga_store_set_person (store, "佐藤 花子");
  remove_asset (store, first);
  assert_trash (store, "見積書");
  remove_asset (store, second);
  assert_trash (store, "設計図 見積書");

  trash = read_trash (store);
  item = &g_array_index (trash->items, TagaTrashItem, 1);
  g_assert_cmpint (item->id, ==, first);
  g_assert_cmpstr (item->business, ==, "営業");
  g_assert_cmpstr (item->department, ==, "営業部");
  g_assert_cmpstr (item->medium, ==, "paper");
  g_assert_cmpstr (item->person, ==, "佐藤 花子");
  g_assert_true (g_str_has_suffix (item->time, "Z"));
  g_assert_nonnull (strstr (item->folded, "営業部"));
}

static void
test_is_what_is_gone_by_steps_that_hold (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->store;
  gint64 id = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", NULL);

  /* What was undone is no removal, and an asset whose adding was undone was never removed. */
  remove_asset (store, id);
  g_assert_true (taga_history_undo (store, NULL));
  assert_trash (store, "");
  g_assert_true (taga_history_undo (store, NULL));
  assert_trash (store, "");
  g_assert_true (taga_history_redo (store, NULL));
  g_assert_true (taga_history_redo (store, NULL));
  assert_trash (store, "見積書");

  restore (store, &id, 1);
  assert_trash (store, "");
  g_assert_true (taga_history_undo (store, NULL));
  assert_trash (store, "見積書");
  g_assert_true (taga_history_redo (store, NULL));
  store_fixture_set (store, TAGA_TYPE_ASSET, id, "name", "見積書の控え");
  remove_asset (store, id);
  assert_trash (store, "見積書の控え");
}

static void
test_brings_all_values_back_with_the_number (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->store;
  g_autofree char *before = store_fixture_digest (fixture->path, FALSE);
  g_autofree char *after = NULL;
  const gint64 ids[] = { 3, 1, 7, 44, 3 };
  g_autoptr (TagaStep) step = NULL;

  for (guint i = 0; i < 4; i++)
    remove_asset (store, ids[i]);
  restore (store, ids, G_N_ELEMENTS (ids));
  after = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, before);
  store_fixture_assert_whole (store);

  step = taga_history_peek (store, TAGA_STEP_DONE, NULL);
  g_assert_cmpint (step->n_changes, ==, 4);
  g_assert_cmpstr (step->label, ==, "Bring back 4 removed assets");
  g_assert_true (taga_history_undo (store, NULL));
  {
    g_autoptr (TagaTrash) trash = read_trash (store);

    g_assert_cmpuint (trash->items->len, ==, 4);
  }
}

static void
test_keeps_reasons_and_overrides (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store = fixture->store;
  gint64 id = store_fixture_add (store, TAGA_TYPE_ASSET, "name", "見積書", "threat-reason",
                                 "外に出ない", "threat-override", "1", "availability", "3",
                                 "availability-reason", "一行目\n二行目", "my-number", "1", NULL);
  g_autofree char *before = store_fixture_digest (fixture->path, FALSE);
  g_autofree char *after = NULL;

  remove_asset (store, id);
  store_fixture_reopen (fixture);
  restore (fixture->store, &id, 1);
  after = store_fixture_digest (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_refused (StoreFixture *fixture, const gint64 *ids, guint n, int code)
{
  g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (taga_trash_restore (fixture->store, ids, n, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, code);
  store_fixture_assert_plain (error);
  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
}

static void
test_all_or_nothing_comes_back (StoreFixture *fixture, gconstpointer kind)
{
  gint64 id = store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  gint64 present = store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "設計図", NULL);
  const gint64 unknown[] = { id, 99 };
  const gint64 existing[] = { id, present };

  remove_asset (fixture->store, id);
  assert_refused (fixture, unknown, 2, TAGA_STORE_ERROR_NOT_FOUND);
  assert_refused (fixture, existing, 2, TAGA_STORE_ERROR_NOT_FOUND);

  /* A value that the edition in use does not know. */
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "edition", "ipa-3.0");
  restore (fixture->store, &id, 1);
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, id, "confidentiality", "0");
  remove_asset (fixture->store, id);
  store_fixture_set (fixture->store, TAGA_TYPE_COMPANY, 1, "edition", "ipa-3.1");
  assert_refused (fixture, &id, 1, TAGA_STORE_ERROR_INVALID);
}

static void
test_a_file_that_may_only_be_read_stays (StoreFixture *fixture, gconstpointer kind)
{
  gint64 id = store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  remove_asset (fixture->store, id);
  store = taga_store_open (fixture->path, TRUE, NULL);
  assert_trash (store, "見積書");
  g_assert_false (taga_trash_restore (store, &id, 1, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_READ_ONLY);
}

static void
test_a_damaged_step_is_told (StoreFixture *fixture, gconstpointer kind)
{
  gint64 first = store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  gint64 second = store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "設計図", NULL);
  g_autoptr (TagaTrash) trash = NULL;

  remove_asset (fixture->store, first);
  remove_asset (fixture->store, second);
  store_fixture_close (fixture);
  store_fixture_exec (
      fixture->path, "UPDATE history SET changeset = substr (changeset, 1, length (changeset) - 1) "
                     "WHERE id = (SELECT max (id) FROM history)");
  store_fixture_reopen (fixture);
  trash = read_trash (fixture->store);
  g_assert_cmpuint (trash->n_damaged, ==, 1);
  g_assert_cmpuint (trash->items->len, ==, 1);
  restore (fixture->store, &first, 1);
  assert_refused (fixture, &second, 1, TAGA_STORE_ERROR_NOT_FOUND);
}

static void
test_reading_can_be_stopped (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const TagaScanWatch watch = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (taga_trash_read (fixture->store, &watch, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

#define ADD(name, kind, test)                                                                      \
  g_test_add ("/trash/" name, StoreFixture, kind, store_fixture_set_up, test,                      \
              store_fixture_tear_down)

  ADD ("lists-removed-assets", NULL, test_lists_removed_assets_the_latest_first);
  ADD ("is-what-is-gone", NULL, test_is_what_is_gone_by_steps_that_hold);
  ADD ("brings-all-values-back", "sample", test_brings_all_values_back_with_the_number);
  ADD ("keeps-reasons-and-overrides", NULL, test_keeps_reasons_and_overrides);
  ADD ("all-or-nothing-comes-back", NULL, test_all_or_nothing_comes_back);
  ADD ("a-read-only-file-stays", NULL, test_a_file_that_may_only_be_read_stays);
  ADD ("a-damaged-step-is-told", NULL, test_a_damaged_step_is_told);
  ADD ("reading-can-be-stopped", NULL, test_reading_can_be_stopped);

  return g_test_run ();
}
