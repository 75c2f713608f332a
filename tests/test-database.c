#include <glib/gstdio.h>
#include <string.h>

#include "store-fixture.h"
#include "taga-database.h"
#include "taga-schema.h"

static sqlite3 *
connect_memory (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db =
      taga_database_connect (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  return db;
}

static void
run (sqlite3 *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  taga_database_exec (db, sql, &error);
  g_assert_no_error (error);
}

static gint64
ask (sqlite3 *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  taga_database_get_integer (db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* Fails unless a statement is refused with a code and says so in a sentence. */
static void
assert_refused (sqlite3 *db, const char *sql, TagaStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_false (taga_database_exec (db, sql, &error));
  g_assert_error (error, TAGA_STORE_ERROR, (int) code);
}

static void
test_step_tells_the_end_from_failure (void)
{
  g_autoptr (sqlite3) db = connect_memory ();
  g_autoptr (sqlite3_stmt) select = NULL;
  g_autoptr (sqlite3_stmt) insert = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_row = FALSE;

  run (db, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT;"
           "INSERT INTO t VALUES (1, 'x')");
  select = taga_database_prepare (db, "SELECT a FROM t", &error);
  g_assert_no_error (error);

  g_assert_true (taga_database_step (select, &has_row, &error));
  g_assert_true (has_row);
  g_assert_true (taga_database_step (select, &has_row, &error));
  g_assert_false (has_row);
  g_assert_no_error (error);

  insert = taga_database_prepare (db, "INSERT INTO t VALUES (1, 'y')", &error);
  g_assert_false (taga_database_step (insert, &has_row, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM t"), ==, 1);
}

static void
test_prepare_refuses_what_is_no_sql (void)
{
  g_autoptr (sqlite3) db = connect_memory ();
  g_autoptr (GError) error = NULL;

  g_assert_null (taga_database_prepare (db, "SELEKT 1", &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "SELEKT"));
}

static void
test_no_row_is_zero (void)
{
  g_autoptr (sqlite3) db = connect_memory ();

  g_assert_cmpint (ask (db, "SELECT 42"), ==, 42);
  g_assert_cmpint (ask (db, "SELECT 42 WHERE 0"), ==, 0);
  g_assert_cmpint (ask (db, "SELECT NULL"), ==, 0);
}

/* Every answer of SQLite that a user may meet is a sentence of ours. */
static void
test_failures_have_codes_and_sentences (void)
{
  static const struct
  {
    int rc;
    TagaStoreError code;
  } cases[] = {
    { SQLITE_BUSY, TAGA_STORE_ERROR_BUSY },
    { SQLITE_BUSY_SNAPSHOT, TAGA_STORE_ERROR_BUSY },
    { SQLITE_LOCKED, TAGA_STORE_ERROR_BUSY },
    { SQLITE_FULL, TAGA_STORE_ERROR_FULL },
    { SQLITE_READONLY, TAGA_STORE_ERROR_READ_ONLY },
    { SQLITE_READONLY_DIRECTORY, TAGA_STORE_ERROR_READ_ONLY },
    { SQLITE_PERM, TAGA_STORE_ERROR_READ_ONLY },
    { SQLITE_CANTOPEN, TAGA_STORE_ERROR_READ_ONLY },
    { SQLITE_CORRUPT, TAGA_STORE_ERROR_DAMAGED },
    { SQLITE_CORRUPT_INDEX, TAGA_STORE_ERROR_DAMAGED },
    { SQLITE_NOTADB, TAGA_STORE_ERROR_FOREIGN },
    { SQLITE_IOERR_WRITE, TAGA_STORE_ERROR_FAILED },
    { SQLITE_IOERR_FSYNC, TAGA_STORE_ERROR_FAILED },
    { SQLITE_CONSTRAINT_FOREIGNKEY, TAGA_STORE_ERROR_INVALID },
    { SQLITE_CONSTRAINT_UNIQUE, TAGA_STORE_ERROR_INVALID },
    { SQLITE_INTERRUPT, TAGA_STORE_ERROR_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", sqlite3_errstr (cases[i].rc));
      g_assert_false (taga_database_fail (NULL, cases[i].rc, &error));
      g_assert_error (error, TAGA_STORE_ERROR, (int) cases[i].code);
      store_fixture_assert_plain (error);
    }
}

static void
test_missing_file_cannot_be_opened (void)
{
  g_autofree char *folder = store_fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "ない.taga", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (taga_database_connect (path, SQLITE_OPEN_READWRITE, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_READ_ONLY);
  store_fixture_assert_plain (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  store_fixture_remove_folder (folder);
}

/* What a hostile schema could ask for is switched off for the connection. */
static void
test_connection_trusts_nothing (void)
{
  g_autoptr (sqlite3) db = connect_memory ();

  run (db, "CREATE TABLE t (a INTEGER); CREATE TABLE log (a INTEGER);"
           "CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END;"
           "CREATE VIEW v AS SELECT a FROM t; INSERT INTO t VALUES (1)");

  g_assert_cmpint (ask (db, "SELECT count(*) FROM t"), ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM log"), ==, 0);
  assert_refused (db, "SELECT a FROM v", TAGA_STORE_ERROR_FAILED);
  assert_refused (db, "SELECT \"text\"", TAGA_STORE_ERROR_FAILED);
  assert_refused (db, "ATTACH ':memory:' AS other", TAGA_STORE_ERROR_FAILED);
  assert_refused (db, "SELECT load_extension ('x')", TAGA_STORE_ERROR_FAILED);
  assert_refused (db, "PRAGMA writable_schema = 1; DELETE FROM sqlite_schema",
                  TAGA_STORE_ERROR_FAILED);
}

static void
test_commit_that_fails_leaves_nothing (void)
{
  g_autoptr (sqlite3) db = connect_memory ();
  g_autoptr (GError) error = NULL;

  run (db, "PRAGMA foreign_keys = ON; CREATE TABLE p (id INTEGER PRIMARY KEY);"
           "CREATE TABLE c (p INTEGER REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED)");
  g_assert_true (taga_database_begin (db, &error));
  run (db, "INSERT INTO p VALUES (1); INSERT INTO c VALUES (2)");

  g_assert_false (taga_database_commit (db, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_assert_true (sqlite3_get_autocommit (db));
  g_assert_cmpint (ask (db, "SELECT count(*) FROM p"), ==, 0);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM c"), ==, 0);

  /* A rollback with nothing under way is none. */
  taga_database_rollback (db);
  g_clear_error (&error);
  g_assert_true (taga_database_begin (db, &error));
  run (db, "INSERT INTO p VALUES (3)");
  taga_database_rollback (db);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM p"), ==, 0);
}

static const char *const good_steps[] = {
  "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;",
  "ALTER TABLE a ADD COLUMN name TEXT; INSERT INTO a (id, name) VALUES (1, '一');",
  "CREATE TABLE b (id INTEGER PRIMARY KEY) STRICT;",
};

static void
test_migrates_from_empty (void)
{
  g_autoptr (sqlite3) db = connect_memory ();
  g_autoptr (GError) error = NULL;

  g_assert_true (taga_database_migrate (db, good_steps, 3, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"), ==, 2);
  g_assert_cmpint (ask (db, "SELECT id FROM a WHERE name = '一'"), ==, 1);
}

static void
test_migrates_from_any_step (void)
{
  for (int version = 0; version <= 3; version++)
    {
      g_autoptr (sqlite3) db = connect_memory ();
      g_autoptr (GError) error = NULL;

      taga_database_migrate (db, good_steps, version, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, version);
      taga_database_migrate (db, good_steps, 3, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, 3);
      g_assert_cmpint (ask (db, "SELECT count(*) FROM a"), ==, 1);
    }
}

static void
test_migrating_twice_changes_nothing (void)
{
  g_autoptr (sqlite3) db = connect_memory ();
  g_autoptr (GError) error = NULL;
  int changes;

  g_assert_true (taga_database_migrate (db, good_steps, 3, &error));
  changes = sqlite3_total_changes (db);
  g_assert_true (taga_database_migrate (db, good_steps, 3, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_total_changes (db), ==, changes);
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, 3);
}

static void
test_bad_step_changes_nothing (void)
{
  static const char *const steps[] = {
    "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;",
    "CREATE TABLE b (id INTEGER PRIMARY KEY); INSERT INTO b VALUES (1); INSERT INTO nowhere "
    "VALUES (1);",
    "CREATE TABLE c (id INTEGER PRIMARY KEY);",
  };
  g_autoptr (sqlite3) db = connect_memory ();
  g_autoptr (GError) error = NULL;

  g_assert_false (taga_database_migrate (db, steps, 3, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_FAILED);
  g_assert_true (sqlite3_get_autocommit (db));
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM sqlite_schema"), ==, 1);
}

static void
test_newer_version_is_refused (void)
{
  static const char *const versions[] = { "4", "2147483647", "-1" };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (sqlite3) db = connect_memory ();
      g_autoptr (GError) error = NULL;
      g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %s", versions[i]);

      run (db, pragma);
      g_assert_false (taga_database_migrate (db, good_steps, 3, &error));
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NEWER);
      store_fixture_assert_plain (error);
      g_assert_cmpint (ask (db, "SELECT count(*) FROM sqlite_schema"), ==, 0);
    }
}

static void
test_own_schema_is_made_in_steps (void)
{
  g_autoptr (sqlite3) db = connect_memory ();
  g_autoptr (GError) error = NULL;
  int n_steps;
  const char *const *steps = taga_schema_get_steps (&n_steps);

  g_assert_true (taga_database_migrate (db, steps, n_steps, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (db, "PRAGMA application_id"), ==, TAGA_APPLICATION_ID);
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, n_steps);

  /* Values keep their kinds: every table is strict, and the first column is its key. */
  g_assert_cmpint (ask (db, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type "
                            "= 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND NOT strict"),
                   ==, 0);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM sqlite_schema AS s, pragma_table_info (s.name) "
                            "AS c WHERE s.type = 'table' AND s.name <> 'sqlite_sequence' AND "
                            "(c.cid = 0) <> (c.name = 'id' AND c.pk = 1)"),
                   ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/database/step-tells-the-end-from-failure",
                   test_step_tells_the_end_from_failure);
  g_test_add_func ("/database/prepare-refuses-what-is-no-sql", test_prepare_refuses_what_is_no_sql);
  g_test_add_func ("/database/no-row-is-zero", test_no_row_is_zero);
  g_test_add_func ("/database/failures-have-codes-and-sentences",
                   test_failures_have_codes_and_sentences);
  g_test_add_func ("/database/missing-file-cannot-be-opened", test_missing_file_cannot_be_opened);
  g_test_add_func ("/database/connection-trusts-nothing", test_connection_trusts_nothing);
  g_test_add_func ("/database/commit-that-fails-leaves-nothing",
                   test_commit_that_fails_leaves_nothing);
  g_test_add_func ("/database/migrates-from-empty", test_migrates_from_empty);
  g_test_add_func ("/database/migrates-from-any-step", test_migrates_from_any_step);
  g_test_add_func ("/database/migrating-twice-changes-nothing",
                   test_migrating_twice_changes_nothing);
  g_test_add_func ("/database/bad-step-changes-nothing", test_bad_step_changes_nothing);
  g_test_add_func ("/database/newer-version-is-refused", test_newer_version_is_refused);
  g_test_add_func ("/database/own-schema-is-made-in-steps", test_own_schema_is_made_in_steps);

  return g_test_run ();
}
