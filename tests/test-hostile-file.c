#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-history.h"

/* Files that somebody sends: they open whole, or a sentence says why not and nothing happens. */

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* Fails unless the file is refused, to read and to write, and left alone. */
static void
assert_refused (StoreFixture *fixture, TagaStoreError code)
{
  g_autoptr (GBytes) before = store_fixture_read_file (fixture->path);
  guint n_files = count_files (fixture->folder);

  for (int read_only = 0; read_only < 2; read_only++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) after = NULL;

      g_assert_null (taga_store_open (fixture->path, read_only, &error));
      g_assert_error (error, TAGA_STORE_ERROR, (int) code);
      store_fixture_assert_plain (error);
      after = store_fixture_read_file (fixture->path);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
    }
}

static void
test_other_files_are_foreign (StoreFixture *fixture, gconstpointer data)
{
  static const char *const files[] = { "", "x", "PK\3\4", "SQLite format 3",
                                       "業務分類,情報資産名称\n営業,見積書\n" };
  g_autofree char *zeros = g_malloc0 (8192);

  store_fixture_close (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_test_message ("file %u", i);
      store_fixture_write_file (fixture->path, files[i], strlen (files[i]));
      assert_refused (fixture, TAGA_STORE_ERROR_FOREIGN);
    }

  store_fixture_write_file (fixture->path, zeros, 8192);
  assert_refused (fixture, TAGA_STORE_ERROR_FOREIGN);

  /* The first bytes of a company file, then nothing, or nonsense. */
  memcpy (zeros, "SQLite format 3", 16);
  memcpy (zeros + 68, "TAGA", 4);
  zeros[63] = 1;
  store_fixture_write_file (fixture->path, zeros, 100);
  assert_refused (fixture, TAGA_STORE_ERROR_FOREIGN);
  store_fixture_write_file (fixture->path, zeros, 8192);
  assert_refused (fixture, TAGA_STORE_ERROR_FOREIGN);
}

static void
test_what_is_no_file_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "ない.taga", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe.taga", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (taga_store_open (missing, FALSE, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
  store_fixture_assert_plain (error);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_null (taga_store_open (fixture->folder, FALSE, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_FOREIGN);
  store_fixture_assert_plain (error);
  g_clear_error (&error);

  /* Nobody writes to it: who waits for the first byte waits for ever. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (taga_store_open (pipe, FALSE, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_FOREIGN);
}

static void
test_other_programs_databases_are_refused (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_close (fixture);
  g_unlink (fixture->path);
  store_fixture_exec (fixture->path, "CREATE TABLE asset (id INTEGER PRIMARY KEY, name TEXT);"
                                     "INSERT INTO asset VALUES (1, 'x'); PRAGMA user_version = 1");
  assert_refused (fixture, TAGA_STORE_ERROR_FOREIGN);

  /* With our mark on it, but no version, then no tables of ours. */
  store_fixture_exec (fixture->path, "PRAGMA application_id = 0x54414741; PRAGMA user_version = 0");
  assert_refused (fixture, TAGA_STORE_ERROR_DAMAGED);
  store_fixture_exec (fixture->path, "PRAGMA user_version = -5");
  assert_refused (fixture, TAGA_STORE_ERROR_DAMAGED);
  store_fixture_exec (fixture->path, "PRAGMA user_version = 1");
  assert_refused (fixture, TAGA_STORE_ERROR_DAMAGED);
}

/* Whatever stands in the schema that ours does not have, or has not what ours has. */
static void
test_schema_must_be_ours (StoreFixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {
    "CREATE TRIGGER evil AFTER INSERT ON asset BEGIN DELETE FROM asset; END",
    "CREATE TRIGGER \"sqlite-stat\" AFTER INSERT ON asset BEGIN DELETE FROM asset; END",
    "CREATE VIEW evil AS SELECT name FROM asset",
    "CREATE TABLE evil (x)",
    "CREATE TABLE \"sqlite-stat1\" (x)",
    "CREATE TABLE sqlitexstat (x)",
    "CREATE INDEX evil ON asset (name)",
    "ALTER TABLE asset ADD COLUMN evil TEXT",
    "ALTER TABLE asset DROP COLUMN note",
    "ALTER TABLE asset RENAME COLUMN note TO remarks",
    "ALTER TABLE person RENAME TO people",
    "DROP TABLE history",
    "DROP INDEX person_department",
    "DROP TABLE asset; CREATE VIEW asset AS WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id "
    "+ "
    "1 FROM n) SELECT id, 'x' AS name FROM n",
    "DROP TABLE department; CREATE TABLE department (id INTEGER PRIMARY KEY AUTOINCREMENT, name "
    "TEXT NOT NULL, head TEXT, note TEXT)",
    "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace (sql, 'TEXT NOT NULL', "
    "'TEXT DEFAULT (load_extension (''x''))') WHERE name = 'department'",
    "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = 'CREATE TABLE asset' WHERE name = "
    "'asset'",
    "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'asset'",
    "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'asset'",
    "PRAGMA writable_schema = 1; DELETE FROM sqlite_schema WHERE name = 'round'",
    "DELETE FROM company",
  };
  g_autoptr (GBytes) good = NULL;

  store_fixture_close (fixture);
  good = store_fixture_read_file (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%s", changes[i]);
      store_fixture_write_file (fixture->path, g_bytes_get_data (good, NULL),
                                g_bytes_get_size (good));
      store_fixture_exec (fixture->path, changes[i]);
      assert_refused (fixture, TAGA_STORE_ERROR_DAMAGED);
    }

  /* What SQLite's own ANALYZE leaves is no harm. */
  store_fixture_write_file (fixture->path, g_bytes_get_data (good, NULL), g_bytes_get_size (good));
  store_fixture_exec (fixture->path, "ANALYZE");
  store_fixture_reopen (fixture);
  store_fixture_assert_whole (fixture->store);
}

static void
test_newer_file_can_only_be_read (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  store_fixture_close (fixture);
  store_fixture_exec (fixture->path, "ALTER TABLE asset ADD COLUMN later TEXT; CREATE TABLE later "
                                     "(x); PRAGMA user_version = 99");
  before = store_fixture_digest (fixture->path, TRUE);

  store_fixture_reopen (fixture);
  g_assert_true (taga_store_is_newer (fixture->store));
  g_assert_true (taga_store_is_read_only (fixture->store));
  name = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, 1, "name");
  g_assert_cmpstr (name, ==, "見積書");

  g_assert_false (store_fixture_try_set (fixture->store, TAGA_TYPE_ASSET, 1, "name", "x", &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NEWER);
  store_fixture_assert_plain (error);
  g_clear_error (&error);
  g_assert_false (taga_history_undo (fixture->store, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_false (taga_history_redo (fixture->store, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NEWER);

  store_fixture_close (fixture);
  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
}

/* A newer file's tables are not known; they may lack whatever this program asks for. */
static void
test_newer_file_may_lack_anything (StoreFixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {
    "DROP TABLE company",
    "DROP TABLE company; CREATE TABLE company (id, edition); INSERT INTO company VALUES (1, NULL)",
    "DROP TABLE company; CREATE VIEW company AS SELECT 1 AS id, 'ipa-3.1' AS edition",
    "UPDATE company SET edition = 'ipa-9.9'",
    "UPDATE company SET edition = CAST (x'ff2e' AS TEXT)",
    "DROP TABLE round",
    "DROP TABLE threat; CREATE TABLE threat (id, round, item, frequency, note, answered_by, "
    "answered_on); INSERT INTO threat VALUES (1, 1, NULL, 3, NULL, NULL, NULL)",
    "DROP TABLE \"check\"",
    "ALTER TABLE asset DROP COLUMN availability",
    "ALTER TABLE history RENAME COLUMN label TO words",
  };
  g_autoptr (GBytes) good = NULL;

  store_fixture_close (fixture);
  good = store_fixture_read_file (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TagaStore) store = NULL;

      g_test_message ("%s", changes[i]);
      store_fixture_write_file (fixture->path, g_bytes_get_data (good, NULL),
                                g_bytes_get_size (good));
      store_fixture_exec (fixture->path, changes[i]);
      store_fixture_exec (fixture->path, "PRAGMA user_version = 99");
      store = taga_store_open (fixture->path, FALSE, &error);
      if (store != NULL)
        {
          g_assert_true (taga_store_is_newer (store));
          g_assert_cmpint (taga_store_count (store, TAGA_TYPE_ASSET, &error), ==, 0);
          continue;
        }
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NEWER);
      store_fixture_assert_plain (error);
    }
}

/* Another program left the file with a log beside it; one file it is again when we close it. */
static void
test_write_ahead_log_is_taken_in (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *read_name = NULL;
  g_autofree char *name = NULL;

  store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "見積書", NULL);
  store_fixture_close (fixture);
  store_fixture_exec (fixture->path, "PRAGMA journal_mode = WAL; UPDATE asset SET name = '納品書'");

  fixture->store = taga_store_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  read_name = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, 1, "name");
  g_assert_cmpstr (read_name, ==, "納品書");
  store_fixture_close (fixture);

  store_fixture_reopen (fixture);
  name = store_fixture_get (fixture->store, TAGA_TYPE_ASSET, 1, "name");
  g_assert_cmpstr (name, ==, "納品書");
  store_fixture_set (fixture->store, TAGA_TYPE_ASSET, 1, "name", "請求書");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  store_fixture_assert_whole (fixture->store);
}

#define ADD(name, func)                                                                            \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  ADD ("/hostile-file/other-files-are-foreign", test_other_files_are_foreign);
  ADD ("/hostile-file/what-is-no-file-is-refused", test_what_is_no_file_is_refused);
  ADD ("/hostile-file/other-programs-databases-are-refused",
       test_other_programs_databases_are_refused);
  ADD ("/hostile-file/schema-must-be-ours", test_schema_must_be_ours);
  ADD ("/hostile-file/newer-file-can-only-be-read", test_newer_file_can_only_be_read);
  ADD ("/hostile-file/newer-file-may-lack-anything", test_newer_file_may_lack_anything);
  ADD ("/hostile-file/write-ahead-log-is-taken-in", test_write_ahead_log_is_taken_in);

  return g_test_run ();
}
