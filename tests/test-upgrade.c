#include <glib/gstdio.h>

#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-check.h"
#include "taga-history.h"
#include "taga-measure.h"
#include "taga-profile-part.h"
#include "taga-profile.h"
#include "taga-sealed-asset.h"
#include "taga-setting.h"
#include "taga-stocktake-item.h"
#include "taga-stocktake-run.h"
#include "taga-stocktake.h"
#include "taga-view.h"

/* Files of older versions, as older programs have left them. */

typedef struct
{
  char *folder;
  char *path;
} Upgrade;

static void
set_up (Upgrade *self, gconstpointer fixture)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "fixtures", fixture, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  self->folder = store_fixture_make_folder ();
  self->path = g_build_filename (self->folder, "旧.taga", NULL);
  g_file_get_contents (from, &data, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (self->path, data, (gssize) size, &error);
  g_assert_no_error (error);
  g_free (data);
}

static void
tear_down (Upgrade *self, gconstpointer fixture)
{
  store_fixture_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static TagaStore *
open_file (const char *path, gboolean read_only)
{
  g_autoptr (GError) error = NULL;
  TagaStore *store = taga_store_open (path, read_only, &error);

  g_assert_no_error (error);
  return store;
}

static void
assert_name (TagaStore *store, gint64 id, const char *expected)
{
  g_autofree char *name = store_fixture_get (store, TAGA_TYPE_ASSET, id, "name");

  g_assert_cmpstr (name, ==, expected);
}

static void
test_keeps_all (Upgrade *self, gconstpointer fixture)
{
  g_autoptr (TagaStore) store = open_file (self->path, FALSE);
  g_autofree char *note = store_fixture_get (store, TAGA_TYPE_ASSET, 1, "note");
  g_autofree char *backup = g_strconcat (self->path, ".v1.bak", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_ASSET, NULL), ==, 3);
  assert_name (store, 1, "顧客名簿");
  g_assert_cmpstr (note, ==, "住所と電話番号");
  g_assert_true (g_file_test (backup, G_FILE_TEST_IS_REGULAR));

  /* What came later works. */
  store_fixture_set (store, TAGA_TYPE_ASSET, 1, "confidentiality-reason", "漏れると困る");
  store_fixture_add (store, TAGA_TYPE_VIEW, "name", "大", "register", "asset", "definition", "{}",
                     NULL);
  g_assert_true (taga_setting_set (store, "columns.asset", "x", &error));
  g_assert_no_error (error);
  store_fixture_assert_whole (store);
}

/* Steps of the old program are taken back and done again by the new one. */
static void
test_old_steps_undo (Upgrade *self, gconstpointer fixture)
{
  g_autoptr (TagaStore) store = open_file (self->path, FALSE);
  g_autofree char *medium = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_history_undo (store, &error));
  g_assert_no_error (error);
  assert_name (store, 4, "廃止予定の図面");
  g_assert_true (taga_history_undo (store, &error));
  g_assert_no_error (error);
  medium = store_fixture_get (store, TAGA_TYPE_ASSET, 3, "medium");
  g_assert_cmpstr (medium, ==, "office-pc");
  while (taga_history_undo (store, NULL))
    ;
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_ASSET, NULL), ==, 0);

  for (guint i = 0; i < 7; i++)
    {
      g_assert_true (taga_history_redo (store, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_ASSET, NULL), ==, 3);
  store_fixture_assert_whole (store);
}

static void
test_reads_without_writing (Upgrade *self, gconstpointer fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_fixture_digest (self->path, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  {
    g_autoptr (TagaStore) store = open_file (self->path, TRUE);

    assert_name (store, 2, "見積書");
    g_assert_true (taga_store_is_read_only (store));
    g_assert_false (taga_setting_set (store, "columns.asset", "x", &error));
    g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_READ_ONLY);
    store_fixture_assert_plain (error);
  }

  after = store_fixture_digest (self->path, TRUE);
  g_assert_cmpstr (after, ==, before);
  dir = g_dir_open (self->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 1);
}

/* A copy of another day does not stand for this one. */
static void
test_keeps_a_copy_of_its_own (Upgrade *self, gconstpointer fixture)
{
  g_autofree char *taken = g_strconcat (self->path, ".v1.bak", NULL);
  g_autofree char *backup = g_strconcat (self->path, ".v1-2.bak", NULL);
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (taken, "another", -1, NULL));
  {
    g_autoptr (TagaStore) store = open_file (self->path, FALSE);

    assert_name (store, 1, "顧客名簿");
  }
  g_assert_true (g_file_test (backup, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_get_contents (taken, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "another");
}

/* Answers and assets get columns at their ends; what was answered counts on, old steps undo. */
static void
test_fourth_version (Upgrade *self, gconstpointer fixture)
{
  g_autoptr (TagaStore) store = open_file (self->path, FALSE);
  g_autofree char *answer = store_fixture_get (store, TAGA_TYPE_CHECK, 5, "answer");
  g_autofree char *confirm = store_fixture_get (store, TAGA_TYPE_CHECK, 5, "to-confirm");
  g_autofree char *availability = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (answer, ==, "2");
  g_assert_cmpstr (confirm, ==, "0");
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_STOCKTAKE_ITEM, NULL), ==, 2);
  assert_name (store, 2, "見積書");

  store_fixture_set (store, TAGA_TYPE_ASSET, 2, "treatment", "accept");
  store_fixture_set (store, TAGA_TYPE_CHECK, 5, "evidence", "誓約書のつづり");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (taga_history_undo (store, &error));
      g_assert_no_error (error);
    }
  availability = store_fixture_get (store, TAGA_TYPE_ASSET, 2, "availability");
  g_assert_cmpstr (availability, ==, "1");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (taga_history_redo (store, &error));
      g_assert_no_error (error);
    }
  store_fixture_assert_whole (store);
}

/* A sealed round stays whole, and what is told to others comes beside it. */
static void
test_fifth_version (Upgrade *self, gconstpointer fixture)
{
  g_autoptr (TagaStore) store = open_file (self->path, FALSE);
  g_autofree char *treatment = NULL;
  g_autofree char *status = store_fixture_get (store, TAGA_TYPE_MEASURE, 1, "status");
  g_autoptr (GError) error = NULL;
  gint64 profile;

  g_assert_cmpstr (status, ==, "done");
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_SEALED_ASSET, NULL), ==, 2);
  g_assert_null (taga_store_get_broken_seals (store)[0]);

  profile = store_fixture_add (store, TAGA_TYPE_PROFILE, "name", "事例", "before", "1", "after",
                               "2", NULL);
  g_assert_cmpint (profile, ==, 1);
  store_fixture_add (store, TAGA_TYPE_PROFILE_PART, "profile", "1", "part", "action", "text",
                     "台帳を作った", NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (taga_history_undo (store, &error));
      g_assert_no_error (error);
    }
  treatment = store_fixture_get (store, TAGA_TYPE_ASSET, 2, "treatment");
  g_assert_cmpstr (treatment, ==, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (taga_history_redo (store, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_PROFILE_PART, NULL), ==, 1);
  store_fixture_assert_whole (store);
}

static void
test_second_version (Upgrade *self, gconstpointer fixture)
{
  g_autofree char *backup = g_strconcat (self->path, ".v2.bak", NULL);
  g_autofree char *reason = NULL;
  g_autofree char *medium = NULL;
  g_autoptr (TagaStore) store = open_file (self->path, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_test (backup, G_FILE_TEST_IS_REGULAR));
  assert_name (store, 1, "顧客名簿");
  reason = store_fixture_get (store, TAGA_TYPE_ASSET, 1, "confidentiality-reason");
  g_assert_cmpstr (reason, ==, "漏れると困る");
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_VIEW, NULL), ==, 1);

  /* What was undone by the old program is done again, and all of it is taken back. */
  g_assert_true (taga_history_redo (store, &error));
  g_assert_no_error (error);
  medium = store_fixture_get (store, TAGA_TYPE_ASSET, 3, "medium");
  g_assert_cmpstr (medium, ==, "cloud");

  /* What came later works beside it. */
  g_assert_true (taga_stocktake_start (store, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_STOCKTAKE_ITEM, NULL), ==, 3);
  while (taga_history_undo (store, NULL))
    ;
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_STOCKTAKE, NULL), ==, 0);
  g_assert_cmpint (taga_store_count (store, TAGA_TYPE_ASSET, NULL), ==, 0);
  store_fixture_assert_whole (store);
}

static void
test_settings_are_no_steps (StoreFixture *fixture, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *columns = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "台帳", NULL);
  g_assert_null (taga_setting_get (fixture->store, "columns.asset", &error));
  g_assert_no_error (error);
  g_assert_true (taga_setting_set (fixture->store, "columns.asset", "name 190\nrisk 90", &error));
  g_assert_no_error (error);

  /* The step before it is what undo takes back, and the setting stays. */
  store_fixture_reopen (fixture);
  g_assert_true (taga_history_undo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (taga_store_count (fixture->store, TAGA_TYPE_ASSET, NULL), ==, 0);
  columns = taga_setting_get (fixture->store, "columns.asset", &error);
  g_assert_cmpstr (columns, ==, "name 190\nrisk 90");

  g_assert_true (taga_setting_set (fixture->store, "columns.asset", NULL, &error));
  g_assert_null (taga_setting_get (fixture->store, "columns.asset", &error));
  g_assert_no_error (error);
  store_fixture_assert_whole (fixture->store);
}

#define add(name, func) g_test_add (name, Upgrade, "version-1.taga", set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/upgrade/keeps-all", test_keeps_all);
  add ("/upgrade/old-steps-undo", test_old_steps_undo);
  add ("/upgrade/reads-without-writing", test_reads_without_writing);
  add ("/upgrade/keeps-a-copy-of-its-own", test_keeps_a_copy_of_its_own);
  g_test_add ("/upgrade/second-version", Upgrade, "version-2.taga", set_up, test_second_version,
              tear_down);
  g_test_add ("/upgrade/fifth-version", Upgrade, "version-5.taga", set_up, test_fifth_version,
              tear_down);
  g_test_add ("/upgrade/fourth-version", Upgrade, "version-4.taga", set_up, test_fourth_version,
              tear_down);
  g_test_add ("/setting/are-no-steps", StoreFixture, NULL, store_fixture_set_up,
              test_settings_are_no_steps, store_fixture_tear_down);

  return g_test_run ();
}
